"""A policy on paper says what its pages say, and what it says stays text. Files are opened again and read."""

import io
import sys
import zipfile
from collections.abc import Iterator
from dataclasses import replace
from html.parser import HTMLParser
from pathlib import Path

import docx
import pytest
from openpyxl import load_workbook

from polc.hosts import paper
from polc.hosts.cli import main
from polc.site import Options
from polc.site.contents import Entry, gather
from polc.site.paper import tell
from polc.site.paper.document import Grid
from polc.site.paper.page import page
from polc.site.paper.word import WIDTH, _widths, word
from polc.site.paper.workbook import workbook
from polc.workspace import load
from polc.workspace.checked import findings
from polc.workspace.suite import run_suite

ROOT = Path(__file__).parents[3]
HOSTILE = ROOT / "tests" / "site" / "browser" / "hostile.pol"
DAY = 739_942  # 2026-11-22
REVIEW, PUBLIC = Options(DAY), Options(DAY, "public")
OWN = """\
政策 例市支持算力措施
  施行：自 2026年1月1日
  有效期：至 2028年12月31日
  约定：以上、以下含本数
{status}
对象 企业
  支出：金额，每年

条 1 算力
  牵头：市数据局

  奖补 算力补贴
    原文：“按支出的10%给予补助，最高50万元”
    支持对象：企业
    享受：每家企业 每年
    标准：支出 × 10%
    上限：每家企业 每年 50万元
    示例 封顶
      | 支出    | 应得   | 说明        |
      | 100万元 | 10万元 | 100×10%=10 |
      | 900万元 | {expected} | 封顶        |
"""


def entry_of(path: Path) -> Entry:
    space = load([str(path)])
    return gather(space, findings(space, DAY), run_suite(space))[0]


def own(folder: Path, status: str = "", expected: str = "50万元") -> Entry:
    file = folder / "policy.pol"
    file.write_text(OWN.format(status=status, expected=expected), encoding="utf-8")
    return entry_of(file)


@pytest.fixture(scope="module")
def hostile() -> Entry:
    return entry_of(HOSTILE)


class Reader(HTMLParser):
    def __init__(self) -> None:
        super().__init__()
        self.tags: list[str] = []
        self.attributes: list[tuple[str, str | None]] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags.append(tag)
        self.attributes.extend(attrs)


def texts(made: bytes) -> list[str]:
    paper_ = docx.Document(io.BytesIO(made))
    return [each.text for each in paper_.paragraphs] + [
        cell.text for table in paper_.tables for row in table.rows for cell in row.cells
    ]


def values(made: bytes) -> Iterator[str]:
    for sheet in load_workbook(io.BytesIO(made)).worksheets:
        for row in sheet.iter_rows():
            for cell in row:
                if cell.value is not None:
                    assert (cell.data_type, bool(cell.quotePrefix)) == ("s", True), cell.coordinate
                    yield cell.value


def test_a_word_file_holds_title_official_sentence_paraphrase_examples_and_findings(tmp_path: Path) -> None:
    made = word(tell(own(tmp_path), REVIEW, full=True), paper.png)
    read = docx.Document(io.BytesIO(made))
    styles = {each.text: each.style.name for each in read.paragraphs if each.style is not None}
    assert styles["例市支持算力措施"] == "Title"
    assert styles["第1条 算力"] == "Heading 1"
    assert styles["奖补：算力补贴"] == "Heading 2"
    assert styles["按支出的10%给予补助，最高50万元"] == "Official text"
    assert styles["示例 封顶"] == "Heading 3"
    assert "发现" in styles
    rows = [[cell.text for cell in row.cells] for table in read.tables for row in table.rows]
    assert ["封顶", "每家企业每年不超过50万元"] in rows
    assert ["✓", "900万元", "50万元", "封顶"] in rows


def test_paper_is_a4_with_a_number_on_every_page_and_says_that_the_official_text_prevails(tmp_path: Path) -> None:
    section = docx.Document(io.BytesIO(word(tell(own(tmp_path), REVIEW), paper.png))).sections[0]
    assert section.page_width is not None
    assert (round(section.page_width.mm), round(section.page_height.mm)) == (210, 297)  # type: ignore[union-attr]
    for foot in (section.footer, section.even_page_footer):
        assert foot.paragraphs[1].text == "以正式印发的文本为准"
        assert [each.text for each in foot._element.iter("{*}instrText")] == ["PAGE"]


def test_a_draft_is_marked_on_every_page(tmp_path: Path) -> None:
    draft = own(tmp_path, "  状态：征求意见稿\n")
    assert draft.is_draft
    section = docx.Document(io.BytesIO(word(tell(draft, REVIEW), paper.png))).sections[0]
    for head in (section.header, section.even_page_header):
        assert "征求意见稿" in head.paragraphs[0].text
    assert any("征求意见稿" in value for value in values(workbook(draft, REVIEW)))
    assert "示例 封顶" in texts(word(tell(draft, REVIEW, full=True), paper.png))
    assert "示例 封顶" not in texts(word(tell(draft, PUBLIC, full=True), paper.png))


def test_of_the_examples_only_counts_stand_on_paper_and_the_rows_that_did_not_pass(tmp_path: Path) -> None:
    passed = texts(word(tell(own(tmp_path), REVIEW), paper.png))
    assert "1 张表，2 行，全部通过" in passed
    assert "示例 封顶" not in passed
    failed = tell(own(tmp_path, expected="60万元"), REVIEW)
    rows = [block.rows for block in failed.blocks if isinstance(block, Grid) and "应得" in block.head]
    assert rows == [(("✗", "900万元", "60万元", "封顶"),)]
    assert "1 张表，2 行，通过 1 行，其余见下" in texts(word(failed, paper.png))


def test_contents_and_findings_at_the_front_lead_to_where_they_stand(tmp_path: Path) -> None:
    document = tell(own(tmp_path), REVIEW)
    body = docx.Document(io.BytesIO(word(document, paper.png))).element.body
    name = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
    marks = [each.get(f"{name}name") for each in body.iter("{*}bookmarkStart")]
    to = [each.get(f"{name}anchor") for each in body.iter("{*}hyperlink")]
    assert {"clause1", "part1001"} <= set(to)
    assert set(to) <= set(marks)
    assert len(marks) == len(set(marks))
    printed = page(document)
    assert all(f'id="{each}"' in printed and f'href="#{each}"' in printed for each in to)


def test_the_head_of_what_the_encoding_says_is_repeated_on_the_next_page(tmp_path: Path) -> None:
    tables = docx.Document(io.BytesIO(word(tell(own(tmp_path), REVIEW), paper.png))).tables
    heads = [table.rows[0] for table in tables if table.rows[0].cells[0].text == "意思是"]
    assert heads
    assert all(list(row._tr.iter("{*}tblHeader")) and list(row._tr.iter("{*}cantSplit")) for row in heads)


def test_the_public_sees_no_findings(tmp_path: Path) -> None:
    entry = own(tmp_path)
    assert entry.findings
    assert "发现" in texts(word(tell(entry, REVIEW), paper.png))
    assert "发现" not in texts(word(tell(entry, PUBLIC), paper.png))


def test_a_picture_is_a_picture_or_else_the_figures_of_it(tmp_path: Path) -> None:
    document = tell(own(tmp_path), REVIEW)
    drawn = word(document, paper.png)
    assert any(name.startswith("word/media/") for name in zipfile.ZipFile(io.BytesIO(drawn)).namelist())
    plain = word(document, lambda _: None)
    assert not any(name.startswith("word/media/") for name in zipfile.ZipFile(io.BytesIO(plain)).namelist())
    rows = [
        [cell.text for cell in row.cells] for table in docx.Document(io.BytesIO(plain)).tables for row in table.rows
    ]
    assert ["支出", "应得"] in rows
    assert ["500万元", "50万元"] in rows  # 500 × 10% = 50: where the cap begins to cut
    assert any("没有装 resvg_py" in text for text in texts(plain))


def test_the_line_of_time_stands_on_paper_with_the_day_it_is_told_for(tmp_path: Path) -> None:
    document = tell(own(tmp_path), REVIEW)
    printed = page(document)
    assert 'class="polc-timeline"' in printed
    assert "2026年11月22日" in printed
    assert "今天" not in printed
    assert any("这里没有画时间线" in text for text in texts(word(document, lambda _: None)))
    media = [name for name in zipfile.ZipFile(io.BytesIO(word(document, paper.png))).namelist() if "media/" in name]
    assert len(media) == 2  # the line of time, and what is paid


def test_a_short_figure_is_not_broken_by_a_long_note_beside_it() -> None:
    widths = _widths(Grid((), (("2026", "1000万元", "一句很长很长的说明" * 5),)), 3, 10.5)
    assert sum(widths) == pytest.approx(WIDTH)
    assert widths[1] > 10.5 * 0.353 * 4.4  # four digits and two Han letters


def test_the_same_policy_on_the_same_day_gives_the_same_bytes(tmp_path: Path) -> None:
    entry = own(tmp_path)
    assert word(tell(entry, REVIEW), paper.png) == word(tell(entry, REVIEW), paper.png)
    assert workbook(entry, REVIEW) == workbook(entry, REVIEW)
    assert page(tell(entry, REVIEW)) == page(tell(entry, REVIEW))


def test_a_workbook_holds_what_is_given_expected_and_came_out(tmp_path: Path) -> None:
    sheet = load_workbook(io.BytesIO(workbook(own(tmp_path, expected="60万元"), REVIEW)))["算力补贴"]
    rows = [[cell or "" for cell in row] for row in sheet.iter_rows(values_only=True)]
    assert ["", "", "已知", "应当得出", "实际得出", "已知", ""] in rows
    assert ["行", "结果", "支出", "应得", "应得", "说明", "暂按"] in rows
    assert ["1", "✓ 通过", "100万元", "10万元", "10万元", "100×10%=10"] in [row[:6] for row in rows]
    assert ["2", "✗ 不通过", "900万元", "60万元", "50万元", "封顶"] in [row[:6] for row in rows]


def test_every_row_of_a_real_document_says_what_came_out() -> None:
    entry = entry_of(ROOT / "policies" / "panzhihua" / "policy.pol")
    made = list(values(workbook(entry, REVIEW)))
    assert sum(value == "✓ 通过" for value in made) == sum(
        named.passed for rows in entry.rows.values() for named in rows
    )


def test_a_hostile_policy_stays_text_in_word(hostile: Entry) -> None:
    made = word(tell(hostile, REVIEW, full=True), paper.png)
    told = texts(made)
    assert hostile.policy.name in told
    assert "按<script>alert(2)</script>支出的10%给予{{ 7*7 }}{% raw %}补助" in told
    assert "</td><script>alert(4)</script> =cmd()" in told
    body = docx.Document(io.BytesIO(made)).element.body
    assert not list(body.iter("{*}instrText", "{*}fldSimple"))
    leading = [key.rpartition("}")[2] for each in body.iter("{*}hyperlink") for key in each.attrib]
    assert set(leading) == {"anchor", "history"}  # within the document, never outside it


def test_a_hostile_policy_stays_text_in_a_workbook(hostile: Entry) -> None:
    made = workbook(hostile, REVIEW)
    assert "</td><script>alert(4)</script> =cmd()" in list(values(made))
    sheets = [name for name in zipfile.ZipFile(io.BytesIO(made)).namelist() if name.startswith("xl/worksheets/")]
    assert not any(b"<f>" in zipfile.ZipFile(io.BytesIO(made)).read(name) for name in sheets)


@pytest.mark.parametrize("sign", ["=1+1", "+1", "-1", "@SUM(1)", "=HYPERLINK(1)", "\t=1", "'=1"])
def test_a_note_that_looks_like_a_formula_stays_text(tmp_path: Path, sign: str) -> None:
    file = tmp_path / "policy.pol"
    file.write_text(OWN.format(status="", expected="50万元").replace("100×10%=10", sign), encoding="utf-8")
    assert sign.strip() in list(values(workbook(entry_of(file), REVIEW)))


def test_a_hostile_policy_stays_text_on_the_printed_page(hostile: Entry) -> None:
    reader = Reader()
    reader.feed(page(tell(hostile, REVIEW)))
    assert not {"script", "img", "b", "iframe"} & set(reader.tags)
    assert not [
        (name, to)
        for name, to in reader.attributes
        if name.startswith("on") or (name in ("src", "href") and not (to or "").startswith("#"))
    ]
    assert ("content", "default-src 'none'; style-src 'unsafe-inline'") in reader.attributes


def test_what_a_policy_is_called_cannot_end_the_style_of_the_page(hostile: Entry) -> None:
    document = replace(tell(hostile, REVIEW), title="</style><script>'; } * { display: none }\\")
    reader = Reader()
    reader.feed(page(document))
    assert reader.tags.count("style") == 1
    assert "script" not in reader.tags


def test_control_characters_do_not_break_a_file(tmp_path: Path) -> None:
    entry = own(tmp_path)
    entry = replace(entry, policy=replace(entry.policy, name="=坏\x0b\x01\x1b\ufffe\ud800的"))
    assert "=坏\ufffd\ufffd\ufffd\ufffd\ufffd的" in texts(word(tell(entry, REVIEW), paper.png))
    assert "=坏\ufffd\ufffd\ufffd\ufffd\ufffd的" in list(values(workbook(entry, REVIEW)))
    page(tell(entry, REVIEW)).encode()


def test_english_speaks_english(tmp_path: Path) -> None:
    made = word(tell(own(tmp_path), Options(DAY, language="en")), paper.png)
    assert "what the encoding says" in texts(made)
    assert "the official text prevails" in docx.Document(io.BytesIO(made)).sections[0].footer.paragraphs[1].text


def export(*arguments: str) -> int:
    return main(["docs", "export", *arguments, "--as-of", "2026-11-22"])


def test_a_file_is_written_where_it_is_asked_for(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert export(str(HOSTILE), "--format", "docx", "--to", str(tmp_path / "deep" / "a.docx")) == 0
    assert (tmp_path / "deep" / "a.docx").read_bytes()[:2] == b"PK"
    assert export(str(HOSTILE), "--format", "xlsx", "--to", str(tmp_path)) == 0
    assert (tmp_path / "hostile.xlsx").read_bytes()[:2] == b"PK"
    assert "hostile.xlsx" in capsys.readouterr().out


def test_a_folder_that_is_called_as_a_file_is_named(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (tmp_path / "a.docx").mkdir()
    assert export(str(HOSTILE), "--format", "docx", "--to", str(tmp_path / "a.docx")) == 2
    assert "是一个文件夹" in capsys.readouterr().err


def test_several_policies_do_not_fit_one_file(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (tmp_path / "b").mkdir()
    own(tmp_path)
    own(tmp_path / "b")
    assert export(str(tmp_path), "--format", "docx", "--to", str(tmp_path / "a.docx")) == 2
    assert "写一个文件夹" in capsys.readouterr().err


@pytest.mark.parametrize(("kind", "module", "extra"), [("docx", "docx", "paper"), ("xlsx", "openpyxl", "sheets")])
def test_a_missing_library_is_named_with_what_to_install(
    tmp_path: Path,
    capsys: pytest.CaptureFixture[str],
    monkeypatch: pytest.MonkeyPatch,
    kind: str,
    module: str,
    extra: str,
) -> None:
    monkeypatch.setitem(sys.modules, module, None)
    for ours in ("word", "office", "workbook"):
        monkeypatch.delitem(sys.modules, f"polc.site.paper.{ours}", raising=False)
    assert export(str(HOSTILE), "--format", kind, "--to", str(tmp_path)) == 2
    assert f"polc[{extra}]" in capsys.readouterr().err


def test_a_missing_browser_is_named_with_what_to_install(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(paper, "browser", lambda: None)
    assert export(str(HOSTILE), "--format", "pdf", "--to", str(tmp_path)) == 2
    assert "apt install chromium" in capsys.readouterr().err


def test_a_format_goes_with_export_only(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["docs", "build", str(HOSTILE), "--format", "pdf", "--to", str(tmp_path)]) == 2
    assert "docs export" in capsys.readouterr().err


@pytest.mark.skipif(paper.browser() is None, reason="no browser is installed that prints: no PDF tests")
def test_a_browser_prints_a_pdf_that_is_the_same_each_time(hostile: Entry) -> None:
    text = page(tell(hostile, REVIEW))
    one = paper.pdf(text, DAY)
    assert one.startswith(b"%PDF-")
    assert one == paper.pdf(text, DAY)
