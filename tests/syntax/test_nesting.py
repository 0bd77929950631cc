"""Where a line belongs: the nearest open block that takes it. Where indentation disagrees, that is told."""

import random
import re
from collections.abc import Callable

import pytest

from polc.diagnostics import Diagnostic
from polc.syntax.parse import parse
from polc.syntax.tree import Block, File
from polc.text import Source

Tree = Callable[[str], File]

DOUBTED = """\
条 1 支持
  奖补 甲补贴
    支持对象：企业
    标准：5万元
    疑义 支持谁 “企业”
      读法 所有
      读法 大的
        条件：规上
"""


def path(tree: File, key: str) -> list[str]:
    """The blocks around the last line or block of this keyword, outermost first."""
    found: list[str] = []

    def walk(block: Block, around: list[str]) -> None:
        nonlocal found
        here = [*around, block.key]
        if any(line.key == key for line in block.lines) or any(each.key == key for each in block.blocks):
            found = here
        for each in block.blocks:
            walk(each, here)

    for block in tree.blocks:
        walk(block, [])
    return found


def findings(text: str) -> list[Diagnostic]:
    return parse(Source("nest.pol", text))[1]


@pytest.mark.parametrize(
    ("line", "key", "owners"),
    [
        ("上限：每企业 每年 5万元", "cap", ["clause", "benefit", "doubt", "reading"]),
        ("原文：“给予5万元”", "quote", ["clause", "benefit"]),
        ("应成立：应得 不超过 5万元", "ensure", ["clause", "benefit"]),
        ("已知问题 uncapped：原文如此", "known", ["clause", "benefit"]),
        ("疑义 另一处 “企业”", "doubt", ["clause", "benefit"]),
        ("读法 小的", "reading", ["clause", "benefit", "doubt"]),
        ("示例 空", "example", ["clause", "benefit"]),
        ("奖补 乙补贴", "benefit", ["clause"]),
        ("资金池 专项：每年 5万元", "pool", ["clause"]),
    ],
)
def test_a_line_goes_to_the_nearest_open_block_that_takes_it(line: str, key: str, owners: list[str]) -> None:
    tree, _ = parse(Source("nest.pol", "".join(each.lstrip() + "\n" for each in (DOUBTED + line).splitlines())))
    assert path(tree, key) == owners


def test_a_reading_takes_the_lines_of_what_its_doubt_stands_in() -> None:
    group = "组 两项：甲、乙\n疑义 怎么合 “就高”\n读法 就高\n方式：就高\n读法 封顶\n上限：每企业 每年 5万元\n"
    assert findings(group) == []
    policy = "政策 甲\n疑义 何时止 “三年”\n读法 长\n有效期：3年\n读法 适用宽\n适用：规上\n"
    assert findings(policy) == []
    assert [each.rule.name for each in findings(group + "标准：5万元\n")] == ["wrong-block"]


def test_a_law_among_facts_does_not_close_its_subject(tree_of: Tree) -> None:
    tree = tree_of("对象 企业\n  甲：金额\n  约束：甲 不超过 5万元\n  乙：金额\n约束：乙 不超过 甲\n")
    assert [line.name for line in tree.blocks[0].lines] == ["甲", "乙"]
    assert [line.key for line in tree.lines] == ["law", "law"]


def test_scope_among_the_lines_of_a_policy_does_not_close_it(tree_of: Tree) -> None:
    tree = tree_of("政策 甲\n  简称：a\n  适用：规上\n  状态：试行\n")
    assert [line.key for line in tree.blocks[0].lines] == ["id", "status"]


def test_nothing_inside_a_clause_reaches_past_it_to_the_top() -> None:
    (finding,) = findings("条 1 支持\n适用：规上\n")
    assert finding.rule.name == "wrong-block"
    assert "第一个 条 之前" in finding.message("zh")


def test_chapters_hold_clauses(tree_of: Tree) -> None:
    tree = tree_of("章 一、强化支撑\n条 1 甲\n宣示：“一”\n条 2 乙\n章 附则\n条 1 丙\n宣示：“二”\n")
    assert [(each.name, [clause.name for clause in each.blocks]) for each in tree.blocks] == [
        ("强化支撑", ["甲", "乙"]),
        ("附则", ["丙"]),
    ]


@pytest.mark.parametrize(
    "line",
    [
        "    上限：每企业 每年 5万元",  # meant for the benefit, falls into the reading
        "  条件：规上",
        "  上限：每企业 每年 5万元",
        "条件：规上",
    ],
)
def test_a_line_indented_like_an_outer_block_is_told(line: str) -> None:
    (finding,) = findings(DOUBTED + line + "\n")
    assert finding.rule.name == "indent-disagrees"
    assert finding.related[0].span.text == "读法 大的"


def test_a_line_under_an_empty_reading_must_look_as_if_it_were_in_it() -> None:
    assert [each.rule.name for each in findings(DOUBTED.replace("  条件：规上", "条件：规上"))] == ["indent-disagrees"]


def test_a_line_indented_like_a_closed_block_is_told() -> None:
    text = "条 1 支持\n  奖补 甲\n    标准：5万元\n  宣示：“鼓励”\n    宣示：“支持”\n"
    assert [each.rule.name for each in findings(text)] == ["indent-disagrees"]


def test_a_line_of_the_clause_that_a_benefit_takes_is_told() -> None:
    text = "条 1 支持\n  奖补 甲\n    标准：5万元\n  牵头：某局\n"
    assert [each.rule.name for each in findings(text)] == ["indent-disagrees"]


def test_the_fix_indents_the_line_as_it_belongs() -> None:
    text = DOUBTED + "    上限：每企业 每年 5万元\n"
    (finding,) = findings(text)
    (edit,) = finding.fixes[0].edits
    assert findings(text[: edit.span.start] + edit.text + text[edit.span.end :]) == []


def test_untidy_indentation_that_misleads_nobody_is_no_finding(tree_of: Tree) -> None:
    tree_of("条 1 支持\n   奖补 甲\n     支持对象：企业\n      标准：5万元\n    上限：每年 5万元\n")


def test_a_group_flush_with_its_clause_is_no_finding(tree_of: Tree) -> None:
    tree_of("条 1 支持\n  奖补 甲\n    标准：5万元\n组 全文：全部奖补\n  方式：就高\n")


FREE = re.compile(r"\s*(?:对象|约束|组|资金池)")


def column(line: str) -> int:
    return len(line) - len(line.lstrip())


def parents(tree: File) -> dict[int, int]:
    """For each line and head, by line number, the line of the head it stands under (0: none)."""
    found: dict[int, int] = {}

    def walk(block: Block) -> None:
        head = block.span.begin.line
        found.update({line.span.begin.line: head for line in block.lines if line.span.begin.line != head})
        for each in block.blocks:
            found[each.span.begin.line] = head
            walk(each)

    for block in tree.blocks:
        found[block.span.begin.line] = 0
        walk(block)
    return found


def seen_parents(text: str, heads: set[int]) -> dict[int, int]:
    """The same as a reader sees it: the nearest head above that is indented less than the line and all between."""
    found: dict[int, int] = {}
    above: list[tuple[int, int]] = []
    for number, line in enumerate(text.splitlines(), start=1):
        if line.strip() and line.lstrip()[0] != "|":
            above = [each for each in above if each[0] < column(line)]
            found[number] = next((head for _, head in reversed(above) if head in heads), 0)
            above.append((column(line), number))
    return found


def test_where_nothing_is_told_indentation_tells_the_truth(program: str) -> None:
    """Lines are moved about; whatever is read without a finding stands where it seems to stand.

    What is flush with the head it stands under is as good as flat; 对象, 约束 and 组 mean the same in a 条 and outside.
    """
    lines = program.splitlines(keepends=True)
    chance = random.Random(8)  # noqa: S311 - the same moves every time
    silent = 0
    for _ in range(60):
        at, to = chance.randrange(1, len(lines)), chance.randrange(1, len(lines))
        moved = [*lines[:at], *lines[at + 1 :]]
        moved.insert(to, " " * chance.choice((0, 2, 4, 6, 8)) + lines[at].lstrip(" "))
        text = "".join(moved)
        tree, told = parse(Source("a.pol", text))
        if not told:
            silent += 1
            real = parents(tree)
            seen = seen_parents(text, set(real.values()))
            wrong = [n for n, head in real.items() if head != seen[n] and not FREE.match(moved[n - 1])]
            wrong = [n for n in wrong if column(moved[n - 1]) != column(moved[real[n] - 1])]
            assert not wrong, text
    assert silent
