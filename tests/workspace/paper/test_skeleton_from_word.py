"""From a Word draft to a skeleton that checks: the whole way, on a draft for comment as bureaus write it."""

from pathlib import Path

import pytest
from wordfiles import level, lists, make, paragraph, table

from polc.diagnostics import Severity
from polc.hosts.cli import exits, main
from polc.workspace import load
from polc.workspace.checked import findings

NUMBERING = lists(
    level(0, "chineseCountingThousand", "第%1条") + level(1, "chineseCounting", "（%2）") + level(2, "decimal", "%3."),
    level(0, "japaneseCounting", "第%1章"),
)


def article(text: str) -> str:
    return paragraph(text, num="1")


def item(text: str) -> str:
    return paragraph(text, num="1", at=1)


DRAFT = make(
    paragraph("示范市促进算力产业发展若干措施")
    + paragraph("（征求意见稿）")
    + paragraph()
    + paragraph("　　为促进算力产业发展，结合本市实际，制定本措施。")
    + paragraph("支持建设和购买", num="2")
    + article("支持算力设施建设。对新建算力中心的企业，按下列标准给予一次性奖励：")
    + item("算力规模达到100P（含）以上的，奖励50万元；")
    + item("算力规模达到500P（含）以上的，奖励100万元。")
    + article("支持购买算力。按年度购买额的比例给予补助，标准见下表：")
    + table(("年度购买额", "补助比例", "每年最高"), ("100万元以下", "10%", "8万元"), ("100万元以上", "15%", "30万元"))
    + paragraph("附则", num="2")
    + article("申请补助的企业应当：")
    + item("在本市登记；")
    + paragraph("有独立法人资格；", num="1", at=2)
    + paragraph("无失信记录。", num="1", at=2)
    + article("本措施自印发之日起施行，有效期至2028年12月31日。"),
    numbering=NUMBERING,
)
PLAIN = """\
示范市促进算力产业发展若干措施
（征求意见稿）

　　为促进算力产业发展，结合本市实际，制定本措施。
第一章 支持建设和购买
第一条 支持算力设施建设。对新建算力中心的企业，按下列标准给予一次性奖励：
（一）算力规模达到100P（含）以上的，奖励50万元；
（二）算力规模达到500P（含）以上的，奖励100万元。
第二条 支持购买算力。按年度购买额的比例给予补助，标准见下表：
｜ 年度购买额 ｜ 补助比例 ｜ 每年最高 ｜
｜ 100万元以下 ｜ 10% ｜ 8万元 ｜
｜ 100万元以上 ｜ 15% ｜ 30万元 ｜
第二章 附则
第三条 申请补助的企业应当：
（一）在本市登记；
1. 有独立法人资格；
2. 无失信记录。
第四条 本措施自印发之日起施行，有效期至2028年12月31日。
"""


@pytest.fixture(autouse=True)
def _here(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    monkeypatch.delenv("POLC_LANG", raising=False)
    Path("稿.docx").write_bytes(DRAFT)
    Path("稿.txt").write_text(PLAIN, encoding="utf-8")


def test_a_draft_with_automatic_numbers_and_a_table_becomes_its_text() -> None:
    assert main(["new", "demo", "--from", "稿.docx"]) == exits.FINE
    assert Path("demo/source.txt").read_text(encoding="utf-8") == PLAIN


def test_the_skeleton_is_that_of_the_same_text_as_plain_lines() -> None:
    assert main(["new", "a/demo", "--from", "稿.docx"]) == exits.FINE
    assert main(["new", "b/demo", "--from", "稿.txt"]) == exits.FINE
    one, two = (Path(f"{folder}/demo/policy.pol").read_text(encoding="utf-8") for folder in "ab")
    assert one.replace("稿.docx", "稿.txt") == two
    assert Path("a/demo/source.txt").read_bytes() == Path("b/demo/source.txt").read_bytes()


@pytest.mark.parametrize("language", ["zh", "en"])
def test_the_skeleton_checks_without_an_error_and_has_every_clause(language: str) -> None:
    assert main(["new", "demo", "--from", "稿.docx", "--lang", language]) == exits.FINE
    space = load(["demo"])
    assert [found for found in findings(space) if found.severity is Severity.ERROR] == []
    policy = space.drafts[0].policy
    assert policy is not None
    assert [(clause.number, clause.title) for clause in policy.clauses][:2] == [
        ("第一条", "支持算力设施建设"),
        ("第二条", "支持购买算力"),
    ]
    quotes = [quote.value.text for passage in policy.passages for quote in passage.quotes if quote.value]
    assert "｜ 100万元以上 ｜ 15% ｜ 30万元 ｜" in quotes
    assert main(["fmt", "--check", "demo"]) == exits.FINE


def test_what_came_of_the_word_file_is_told(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["new", "demo", "--from", "稿.docx"]) == exits.FINE
    said = capsys.readouterr().out
    assert "2 章，4 条" in said
    assert "11 个自动编号写成了文字（第一章、第一条、（一）、…），请与 Word 里看到的对一遍" in said
    assert "1 张表格按行抄入" in said
