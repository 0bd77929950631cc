"""``来自``: rows from a file are run as rows in the policy are; what is wrong is told where it stands."""

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from polc.hosts.cli import exits, main
from polc.syntax.rows_of_file import MOST_FINDINGS, rows_of_file
from polc.text import Source
from polc.workspace import load
from polc.workspace.checked import findings
from polc.workspace.suite import Suite, run_suite

PROGRAM = """\
政策 示范措施
  简称：demo
  施行：自 2026年1月1日
  有效期：3年

对象 企业
  年度支出：金额，每年
  高新：是否

条 1 支持
  奖补 甲补贴
    支持对象：企业
    享受：每家企业 每年
    条件：高新
    标准：年度支出 × 30%
    上限：每家企业 每年 50万元
    示例 门槛
      假定：高新 = 是
      来自：cases.csv
    示例 别的
      | 年度支出 | 高新 | 应得  |
      | 10万元   | 是   | 3万元 |
"""
ROWS = '年度支出（万元）,日期,应得,说明\n100,2026/6/30,30万元,“好，# 差\n\n200,2026-06-30,50万元,"60 万，\n封顶"\n'
SCENARIO = "年度,年度支出（万元）,应得\n2026,100,30万元\n2027,200,50万元\n累计,,80万元\n"


def run(folder: Path, rows: str | bytes | None, program: str = PROGRAM) -> Suite:
    (folder / "policy.pol").write_text(program, encoding="utf-8")
    if rows is not None:
        (folder / "cases.csv").write_bytes(rows.encode() if isinstance(rows, str) else rows)
    return run_suite(load([folder]))


def rules(suite: Suite) -> list[tuple[str, str, int]]:
    places = [(each.rule.name, each.place.span) for each in suite.findings]
    return [(rule, Path(span.source.path).name, span.begin.line) for rule, span in places]


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "gb18030", "utf-16"])
def test_rows_of_a_file_are_run(tmp_path: Path, encoding: str) -> None:
    suite = run(tmp_path, ROWS.encode(encoding))
    assert suite.passed, [finding.message("zh") for finding in suite.findings]
    assert suite.total == 3
    assert [named.row.note for named in suite.rows] == ["“好，# 差", "60 万，\n封顶", ""]


def test_tabs_separate_too(tmp_path: Path) -> None:
    assert run(tmp_path, "年度支出\t应得\n10万元\t3万元\n").passed


def test_a_scenario_takes_its_years_from_a_file(tmp_path: Path) -> None:
    suite = run(tmp_path, SCENARIO, PROGRAM.replace("示例 门槛", "情景 门槛"))
    assert suite.passed, rules(suite)
    assert suite.total == 4


def test_a_failed_row_names_the_file_and_its_line(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    run(tmp_path, ROWS.replace("50万元", "60万元"))
    assert main(["test", str(tmp_path), "--lang", "zh"]) == exits.FOUND
    out = capsys.readouterr().out
    assert "cases.csv:4:16" in out
    assert "算出来是   50万元" in out


def test_what_is_wrong_in_the_file_is_told_there_and_keeps_only_its_table_from_running(tmp_path: Path) -> None:
    suite = run(tmp_path, "年度支出（万元）,应得\n100\n1,3圆\n2,0.6万元\n")
    assert rules(suite) == [("ragged-row", "cases.csv", 2), ("unit-unknown", "cases.csv", 3)]
    assert [(named.row.table.title, named.ran) for named in suite.rows] == [("门槛", False), ("别的", True)]


def test_an_unknown_column_of_the_file_is_told_there(tmp_path: Path) -> None:
    assert rules(run(tmp_path, "年支出,应得\n1万元,0元\n")) == [("unknown-column", "cases.csv", 1)]


def test_quotes_that_do_not_pair_are_told(tmp_path: Path) -> None:
    assert rules(run(tmp_path, '年度支出,应得\n"1万元,0元\n')) == [("rows-not-read", "cases.csv", 2)]


@pytest.mark.parametrize(
    ("name", "why"),
    [
        ("cases.csv", "没有这个文件"),
        ("case.xlsx", "不是 CSV"),
        ("/cases.csv", "要写从这个 .pol 起的路径"),
        ("空.csv", "里面什么也没有"),
        ("乱.csv", "里面不是能读的文字"),
        ("夹", "没有这个文件"),
    ],
)
def test_a_file_that_cannot_be_read_is_told_where_it_is_named(tmp_path: Path, name: str, why: str) -> None:
    (tmp_path / "空.csv").write_bytes(b"")
    (tmp_path / "乱.csv").write_bytes(b"PK\x03\x04\xff\xfe")
    (tmp_path / "夹").mkdir()
    suite = run(tmp_path, None, PROGRAM.replace("cases.csv", name))
    (finding,) = suite.findings
    assert finding.rule.name == "rows-not-read"
    assert why in finding.message("zh")
    assert finding.place.span.begin.line == 19


def test_the_nearest_name_is_offered(tmp_path: Path) -> None:
    (tmp_path / "case.csv").write_text(ROWS, encoding="utf-8")
    (finding,) = run(tmp_path, None).findings
    assert [words.zh for words in finding.help] == ["是不是 case.csv？"]


def test_rows_in_two_places_are_refused(tmp_path: Path) -> None:
    both = PROGRAM.replace(
        "      来自：cases.csv\n", "      来自：cases.csv\n      | 年度支出 | 应得 |\n      | 1万元 | 1元 |\n"
    )
    assert rules(run(tmp_path, ROWS, both)) == [("rows-twice", "policy.pol", 19)]


def test_check_finds_what_is_wrong_in_the_file_too(tmp_path: Path) -> None:
    run(tmp_path, "年度支出,应得\n1万圆,0元\n")
    assert [finding.rule.name for finding in findings(load([tmp_path]))] == ["unit-unknown"]


def test_a_file_wrong_throughout_is_told_of_a_few_times() -> None:
    rows = rows_of_file(Source("cases.csv", "年度支出,应得\n" + "1\n" * 1000))
    assert len(rows.findings) == MOST_FINDINGS


@given(st.text(alphabet='年度支出应得（）万元,"\n|#“1是说明', max_size=60))
def test_any_text_is_rows_or_findings(text: str) -> None:
    rows = rows_of_file(Source("cases.csv", text))
    assert all(len(row.cells) == len(rows.columns) for row in rows.rows)


def test_english_keywords_do(tmp_path: Path) -> None:
    program = PROGRAM.replace("来自：", "rows_from: ").replace("示例 门槛", "example 门槛")
    assert run(tmp_path, ROWS, program).passed
