"""Whole texts: what the tree holds, and that indentation is not what makes it."""

import re
from collections.abc import Callable

import pytest

from polc.model import values
from polc.model.expectations import (
    Blank,
    Column,
    ExpectedAmount,
    ExpectedComparison,
    ExpectedOpen,
    ExpectedStep,
    ExpectedUndecided,
    ExpectedVerdict,
    NoteText,
    Quantity,
    ToConfirm,
    YearCell,
)
from polc.model.expressions import Kind, Name, Truth
from polc.syntax.parse import parse
from polc.syntax.tree import Block, File
from polc.text import Source

Tree = Callable[[str], File]
Bare = Callable[[object], object]

HEAD = """\
政策 示范措施
  简称：demo
对象 企业
  营业收入：金额，每年
条 （一） 支持
  奖补 甲补贴
    支持对象：企业
    标准：5万元
"""


def block(tree: File, *path: str) -> Block:
    found = [each for each in tree.blocks if each.key == path[0]][-1]
    for key in path[1:]:
        found = [each for each in found.blocks if each.key == key][-1]
    return found


def test_a_whole_program_is_read_without_findings(program: str, tree_of: Tree) -> None:
    assert tree_of(program).blocks


def test_a_program_without_indentation_gives_the_same_tree(program: str, tree_of: Tree, bare: Bare) -> None:
    flat = re.sub(r"(?m)^[ \t]+", "", program)
    assert bare(tree_of(flat)) == bare(tree_of(program))


@pytest.mark.parametrize("change", ["\r\n", "\r", "tabs", "full width", "blank lines", "half width"])
def test_how_a_program_is_typed_changes_nothing(program: str, change: str, tree_of: Tree, bare: Bare) -> None:
    typed = {
        "\r\n": lambda text: text.replace("\n", "\r\n"),
        "\r": lambda text: text.replace("\n", "\r"),
        "tabs": lambda text: re.sub(r"(?m)^(?:  )+", lambda m: "\t" * (len(m.group()) // 2), text),
        "full width": lambda text: re.sub(r"(?m)^(?:  )+", lambda m: "\u3000" * (len(m.group()) // 2), text),
        "blank lines": lambda text: text.replace("\n", "  # 注\n\n"),
        "half width": lambda text: re.sub("(?m)^([^“\n]*?)：", r"\1: ", text),
    }[change](program)
    assert bare(tree_of(typed)) == bare(tree_of(program))


def test_the_blocks_of_a_clause_stand_in_it(programs: dict[str, str], tree_of: Tree) -> None:
    clause = block(tree_of(programs["yuxi_two"]), "clause")
    assert (clause.number, clause.ordinal, clause.name) == ("（二）", 2, "设立专项算力补贴")
    assert [(each.key, each.name) for each in clause.blocks] == [("pool", "算力补贴资金"), ("benefit", "算力补贴")]
    benefit = clause.blocks[1]
    assert [each.key for each in benefit.blocks] == ["doubt", "example"]
    assert [line.key for line in benefit.lines] == [
        "quote", "for", "per", "when", "pay", "cap", "from_pool", "ensure",
    ]  # fmt: skip


def test_a_reading_holds_lines_and_the_doubt_its_words(programs: dict[str, str], tree_of: Tree) -> None:
    doubt = block(tree_of(programs["yuxi_two"]), "clause", "benefit", "doubt")
    assert doubt.words == "降低人工智能企业算力支出成本"
    assert [(each.name, [line.key for line in each.lines]) for each in doubt.blocks] == [
        ("所有企业", []),
        ("人工智能企业", ["when"]),
    ]


def test_silence_is_kept_with_what_it_presumes(programs: dict[str, str], tree_of: Tree) -> None:
    benefit = block(tree_of(programs["jinhua_six"]), "clause", "benefit")
    cap, run_off = benefit.the("cap"), benefit.the("run_off")
    assert cap is not None
    assert (cap.silent, cap.value) == (True, None)
    assert run_off is not None
    assert (run_off.silent, run_off.value) == (True, values.RunOff(continues=False))


def test_owners_in_a_head_become_lines(tree_of: Tree) -> None:
    tree = tree_of("对象 平台使用 归属 平台、主体（使用方） 是 业务\n  费用：金额\n")
    lines = tree.blocks[0].lines
    assert [(line.key, line.value) for line in lines[:3]] == [
        ("owned_by", values.Owner(Name("平台"))),
        ("owned_by", values.Owner(Name("主体"), Name("使用方"))),
        ("is_a", Name("业务")),
    ]


def test_several_conventions_on_one_line_become_lines(tree_of: Tree) -> None:
    tree = tree_of("政策 甲\n  约定：以上含本数，以下不含本数\n  约定：突破 即 超过\n")
    assert len(list(tree.blocks[0].each("convention"))) == 3


def test_statements_are_lines_or_blocks(tree_of: Tree) -> None:
    tree = tree_of(
        "条 1 甲\n  宣示：“鼓励创新”\n  宣示 另一处\n    原文：“支持发展”\n    原文：“加快建设”\n"
        "  另行规定\n    原文：“按…执行”\n"
    )
    clause = tree.blocks[0]
    assert [line.value for line in clause.lines] == [values.Quote("鼓励创新")]
    assert [(each.key, each.name, len(each.lines)) for each in clause.blocks] == [
        ("exhort", "另一处", 2),
        ("refer", "", 1),
    ]


def test_a_requirement_has_its_conditions_and_examples(tree_of: Tree) -> None:
    tree = tree_of(
        """条 1 甲
  要求 能效
    支持对象：智算中心
    条件：标准机架数 在 100个至3000个
    须：设计能效 不高于 1.3
    须：运行能效 不高于 1.3
    示例
      | 设计能效 | 结论     |
      | 1.3      | 符合     |
      | 1.31     | 不符合   |
      |          | 不能判定 |
"""
    )
    requirement = block(tree, "clause", "require")
    assert len(list(requirement.each("must"))) == 2
    cells = [row.cells[1] for row in requirement.blocks[0].rows]
    assert cells == [ExpectedVerdict("meets"), ExpectedVerdict("fails"), ExpectedUndecided()]


def test_cells_are_read_as_their_columns_ask(tree_of: Tree) -> None:
    table = """
    示例 格
      | 案例 | 营业收入（万元） | 高新 | 级别 | 已领（本年） | 单项（万元）  | 应得（甲、乙）       | 触及 | 说明     |
      | 1    | 30               | 是   | 省级 | 5万元        | 9             | 最高 9万元，另有待定 | 上限 | 满，封顶 |
      |      | 1,000.5          | 否   | 无   | 0元          | 5至10         | 待定                 |      |          |
      | 2    |                  |      |      |              | 不超过 50万元 | 触及 上限            |      |          |
      | 2    |                  |      |      |              | 待核 50万元   | 5万元至10万元        |      |          |
"""
    example = block(tree_of(HEAD + table), "clause", "benefit", "example")
    assert [(c.role, c.name, c.unit, c.readings) for c in example.columns] == [
        ("case", "案例", "", ()),
        ("input", "营业收入", "万元", ()),
        ("input", "高新", "", ()),
        ("input", "级别", "", ()),
        ("received", "已领", "", ("本年",)),
        ("item", "单项", "万元", ()),
        ("award", "应得", "", ("甲", "乙")),
        ("step", "触及", "", ()),
        ("note", "说明", "", ()),
    ]
    one, two, three, four = (row.cells for row in example.rows)

    def money(amount: int, unit: str = "万元") -> Quantity:
        return Quantity(amount, Kind.MONEY, unit)  # type: ignore[arg-type]

    assert one[:5] == (NoteText("1"), money(300000), Truth(value=True), Name("省级"), money(50000))
    assert one[5:] == (
        ExpectedAmount(money(90000), money(90000)),
        ExpectedAmount(money(0), money(90000), open=True),
        ExpectedStep("上限"),
        NoteText("满，封顶"),
    )
    assert two[:5] == (Blank(), money(10_005_000), Truth(value=False), Name("无"), money(0, "元"))
    assert two[5:] == (ExpectedAmount(money(50000), money(100000)), ExpectedOpen(), Blank(), Blank())
    assert isinstance(three[5], ExpectedComparison)
    assert three[6] == ExpectedStep("上限")
    assert (four[5], four[6]) == (ToConfirm(), ExpectedAmount(money(50000), money(100000)))


def test_a_scenario_has_years_and_a_last_row(programs: dict[str, str], tree_of: Tree) -> None:
    scenario = block(tree_of(programs["jinhua_six"]), "clause", "benefit", "scenario")
    assert [row.cells[0] for row in scenario.rows] == [
        YearCell(2023, 2025),
        YearCell(2026, 2032),
        YearCell(2033, 2033),
        YearCell(None, None),
    ]
    assert scenario.columns[2] == Column("award", "应得", "", ("到期即止",))
    (given,) = scenario.lines
    assert isinstance(given.value, values.Givens)
    assert len(given.value.items) == 4


def test_a_known_issue_names_its_rule(tree_of: Tree) -> None:
    tree = tree_of(HEAD + "    已知问题 tier-overlap：两档相接处按高的算\n")
    line = block(tree, "clause", "benefit").the("known")
    assert line is not None
    assert line.value == values.Known("tier-overlap", "两档相接处按高的算")


def test_a_bad_line_leaves_its_mark_and_the_next_is_read() -> None:
    tree, findings = parse(Source("a.pol", HEAD + "    上限：五十万\n    取整：去尾 到 元\n"))
    assert len(findings) == 1
    *_, cap, rounding = block(tree, "clause", "benefit").lines
    assert (cap.key, cap.value, cap.bad) == ("cap", None, True)
    assert (rounding.key, rounding.bad) == ("round", False)


def test_numbers_of_clauses_are_read_in_every_form(tree_of: Tree) -> None:
    heads = {
        "条 （二十二） 甲": ("（二十二）", 22, "甲"),
        "条 (3) 甲": ("(3)", 3, "甲"),
        "条 第十条 甲": ("第十条", 10, "甲"),
        "条 6 甲": ("6", 6, "甲"),
        "条 6. 甲": ("6", 6, "甲"),
        "条（一）甲": ("（一）", 1, "甲"),
        "条 文末 就高": ("文末", None, "就高"),
        "条 文末": ("文末", None, "文末"),
        "条 （十三） 实施“数据要素×”行动": ("（十三）", 13, "实施“数据要素×”行动"),
    }
    for text, expected in heads.items():
        clause = tree_of(text).blocks[0]
        assert (clause.number, clause.ordinal, clause.name) == expected


def test_the_language_is_that_of_most_keywords(tree_of: Tree) -> None:
    assert tree_of("policy 甲\n  id: a\n对象 企业\n").language == "en"
    assert tree_of("政策 甲\n  id: a\n对象 企业\n").language == "zh"


def test_names_are_compared_in_one_form_and_shown_as_written(tree_of: Tree) -> None:
    text = "对象 Cafe\u0301\n  ＡＩ企业：是否\n"
    subject = tree_of(text).blocks[0]
    assert subject.name == "Caf\u00e9"
    assert subject.lines[0].name == "AI企业"
    assert subject.name_span is not None
    assert subject.name_span.text == "Cafe\u0301"
    assert subject.lines[0].key_span.text == "ＡＩ企业"


def test_an_empty_text_is_an_empty_file(tree_of: Tree) -> None:
    for text in ("", "\n\n", "   # 只有注释\n"):
        assert tree_of(text) == File()
