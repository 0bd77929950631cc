import pytest

from polc.checks.outline import outline
from polc.text import Source


def shape(text: str) -> tuple[list[str], list[str]]:
    found = outline(Source("source.txt", text))
    return [each.number for each in found.chapters], [each.number for each in found.clauses]


@pytest.mark.parametrize(
    ("text", "chapters", "clauses"),
    [
        ("一、甲\n（一）乙。丙。\n（二）丁。\n二、戊\n（三）己。", ["一", "二"], ["（一）", "（二）", "（三）"]),
        ("一、甲\n1.乙。\n2.丙。\n（1）丁\n二、附则\n1.戊。", ["一", "二"], ["1", "2", "1"]),
        (
            "第一章 总则\n第一条 甲。\n第二条 乙：\n（一）丙；\n第二章 支持\n第三条 丁。",
            ["第一章", "第二章"],
            ["第一条", "第二条", "第三条"],
        ),
        ("一、甲。\n二、乙。", [], ["一", "二"]),
        ("一、甲\n（一）乙。\n1.丙；\n2.丁。\n（二）戊。", ["一"], ["（一）", "（二）"]),
        ("1.甲。\n3.5亿元。\n2.乙。", [], ["1", "2"]),
        ("　　（一）甲。\n　　(二)乙。", [], ["（一）", "(二)"]),
        ("现印发给你们。(一)甲。乙〔丙〕(二)丁。见(一)。(三)戊。", [], ["(一)", "(二)", "(三)"]),
        ("没有编号。", [], []),
        ("", [], []),
    ],
)
def test_chapters_and_clauses_are_found_however_they_are_numbered(
    text: str, chapters: list[str], clauses: list[str]
) -> None:
    assert shape(text) == (chapters, clauses)


def test_a_clause_ends_where_the_next_heading_begins() -> None:
    found = outline(Source("source.txt", "一、甲\n（一）乙。丙。\n二、丁\n（二）戊。"))
    assert [clause.text.text for clause in found.clauses] == ["乙。丙。", "戊。"]
    assert [each.number for clause in found.clauses if (each := found.chapter_of(clause))] == ["一", "二"]
    assert [clause.ordinal for clause in found.clauses] == [1, 2]


@pytest.mark.parametrize(
    ("text", "title"),
    [
        ("某市若干措施\n\n为了发展。\n1.甲。", "某市若干措施"),
        ("某市十二条政策措施\n（征求意见稿）\n1.甲。", "某市十二条政策措施"),
        (
            "（某政发〔2025〕1号）\n各县：\n现将《乙》印发给你们。\n某市若干政策措施（试行）\n1.甲。",
            "某市若干政策措施（试行）",
        ),
        ("各县：\n《某市若干措施》已经同意。(一)甲。", "某市若干措施"),
        ("1.甲。", None),
    ],
)
def test_the_title_is_found_before_the_first_number(text: str, title: str | None) -> None:
    found = outline(Source("source.txt", text)).title
    assert (found.text if found else None) == title
