"""Beyond every limit stands one clear finding, soon; and the page of the limits says what they are."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from polc.diagnostics import Severity
from polc.passes import elaborate
from polc.passes.lower import group
from polc.passes.pipeline import compile_policy
from polc.runs.tables import run_table
from polc.syntax import decode, shapes, tables, units
from polc.syntax.build import atoms
from polc.text import Source
from polc.workspace.sheets import reading, sheet

PAGE = Path(__file__).parents[2] / "docs" / "reference" / "limits.md"

HEAD = """\
政策 试验措施
  简称：试验
对象 企业
  收入：金额，每年
  符合：是否
"""
BENEFIT = """\
条 1 支持
  奖补 补助
    支持对象：企业
    享受：每家企业 每年
    条件：{when}
    标准：{pay}
"""
EXAMPLE = """\
    示例
      | 符合 | 收入 | 应得 |
      | 是   | 0元  | {due} |
"""


def name(number: int) -> str:
    return "".join("零一二三四五六七八九"[int(digit)] for digit in str(number))


def benefit(when: str = "符合", pay: str = "5万元", due: str = "5万元") -> str:
    return HEAD + BENEFIT.format(when=when, pay=pay) + EXAMPLE.format(due=due)


def rows(count: int) -> str:
    return benefit() + "      | 是   | 0元  | 5万元 |\n" * (count - 1)


def columns(count: int) -> str:
    head = HEAD + BENEFIT.format(when="符合", pay="5万元") + "    示例\n"
    return head + "      |" + " 说明 |" * count + "\n      |" + " 甲 |" * count + "\n"


def years(count: int) -> str:
    table = f"    情景\n      | 年度 | 符合 | 应得 |\n      | 2000至{1999 + count} | 是 | 5万元 |\n"
    return HEAD + BENEFIT.format(when="符合", pay="5万元") + table


def tiers(count: int) -> str:
    made = "".join(f"      | 达到 {number}元 | {number}元 |\n" for number in range(1, count + 1))
    return (
        HEAD + "条 1 支持\n  奖补 补助\n    支持对象：企业\n    享受：每家企业 每年\n    分档：收入，取高档\n" + made
        + "    示例\n      | 收入 | 应得 |\n      | 1元 | 1元 |\n"
    )  # fmt: skip


def definitions(count: int, value: str = "数{before} + 收入") -> str:
    made = "定义 数一：收入\n" + "".join(
        f"定义 数{name(number)}：{value.format(before=name(number - 1))}\n" for number in range(2, count + 1)
    )
    return made.join((HEAD, BENEFIT.format(when="符合", pay=f"数{name(count)}"))) + EXAMPLE.format(due="0元")


def doubled(count: int) -> str:
    """Each definition uses the one before it twice: ``count`` of them unfold into 2 ** count - 1."""
    return definitions(count, "数{before} + 数{before}")


def nested(count: int) -> str:
    groups = "".join(
        f"  组 组{name(number)}：{f'组{name(number - 1)}' if number > 1 else '补助'}\n    方式：叠加\n"
        for number in range(1, count + 1)
    )
    return (
        HEAD
        + BENEFIT.format(when="符合", pay="5万元")
        + groups
        + "    示例\n      | 符合 | 合计 |\n      | 是 | 5万元 |\n"
    )


def found(text: str) -> list[str]:
    """Compile a text and run its tables; return the rules of the errors found."""
    compiled = compile_policy([Source("limits.pol", text)])
    errors = [each.rule.name for each in compiled.findings if each.severity is Severity.ERROR]
    if compiled.policy is not None and not errors:
        for part in compiled.policy.parts:
            for table in part.tables:
                if not table.scenario:
                    assert all(row.passed for row in run_table(compiled, part, table))
    return errors


LIMITS: list[tuple[str, Callable[[int], str], int]] = [
    ("table-too-long", columns, tables.MOST_COLUMNS),
    ("beyond-limit", years, tables.MOST_YEARS),
    ("beyond-limit", tiers, tables.MOST_TIERS),
    ("beyond-limit", definitions, elaborate.MOST_DEEP),
    ("beyond-limit", nested, group.MOST_NESTED),
    ("name-too-long", lambda count: benefit().replace("符合", "甲" * count), atoms.MOST_LETTERS),
    ("number-too-long", lambda count: benefit(pay="0" * (count - 1) + "5元", due="5元"), units.MOST_DIGITS),
    ("value-too-deep", lambda count: benefit(pay="(" * count + "5万元" + ")" * count), shapes.MOST_NESTED),
]


@pytest.mark.parametrize(("rule", "made", "most"), LIMITS, ids=lambda each: getattr(each, "__name__", str(each)))
def test_just_beyond_a_limit_stands_its_finding_and_no_other(rule: str, made: Callable[[int], str], most: int) -> None:
    assert set(found(made(most + 1))) == {rule}
    assert rule not in found(made(most))


def test_a_table_beyond_its_rows_is_read_as_far_as_it_goes() -> None:
    assert found(rows(tables.MOST_ROWS + 3)) == ["table-too-long"]


def test_definitions_that_double_are_told_once_and_soon() -> None:
    assert found(doubled(9)) == []
    assert found(doubled(40)) == ["beyond-limit"]


@pytest.mark.parametrize("operator", [" 且 ", " 或 "])
def test_ten_thousand_conditions_in_one_line_are_one_condition(operator: str) -> None:
    assert found(benefit(when=operator.join(["符合"] * 10_000))) == []


def test_ten_thousand_lines_of_conditions_are_one_condition() -> None:
    assert found(benefit().replace("    条件：符合\n", "    条件：符合\n" * 10_000)) == []


@pytest.mark.parametrize(
    "text",
    [
        benefit().replace("对象 企业\n", "定义 甲：乙\n定义 乙：甲\n对象 企业\n").replace("条件：符合", "条件：甲"),
        benefit() + "  组 甲组：补助、乙组\n    方式：叠加\n  组 乙组：甲组\n    方式：叠加\n",
        benefit().replace("对象 企业\n", "对象 单位 是 企业\n对象 企业 是 单位\n"),
        benefit().replace("对象 企业\n", "对象 项目 归属 企业\n对象 企业 归属 项目\n"),
    ],
    ids=["定义", "组", "是", "归属"],
)
def test_what_comes_back_to_itself_is_told(text: str) -> None:
    assert "circular-definition" in found(text)


def test_twenty_doubts_of_five_readings_are_not_multiplied() -> None:
    doubts = "".join(
        f"    疑义 第{name(doubt)}问 “企业”\n"
        + "".join(
            f"      读法 第{name(doubt)}问之{name(reading)}\n" + ("        条件：符合\n" if reading else "")
            for reading in range(5)
        )
        for doubt in range(20)
    )
    assert found(HEAD + BENEFIT.format(when="符合", pay="5万元") + doubts + EXAMPLE.format(due="5万元")) == []


def test_a_large_file_is_refused_before_it_is_read(tmp_path: Path) -> None:
    file = tmp_path / "large.pol"
    with file.open("wb") as stream:
        stream.truncate(50_000_000)
    source, findings = decode.read(file)
    assert source is None
    assert [each.rule.name for each in findings] == ["file-too-large"]


@pytest.mark.parametrize(
    ("words", "most"),
    [
        ("一个文件的大小", f"{decode.LIMIT // 1_000_000} MB"),
        ("一张示例或情景的行数", f"{tables.MOST_ROWS} 行"),
        ("一张表的列数", f"{tables.MOST_COLUMNS} 列"),
        ("情景里一行写的年数", f"{tables.MOST_YEARS} 年"),
        ("一张分档表的档数", f"{tables.MOST_TIERS} 档"),
        ("事实表的行数", f"{sheet.MOST_ROWS} 行"),
        ("事实表的列数", f"{sheet.MOST_COLUMNS} 列"),
        ("事实表的大小", f"{reading.MOST_BYTES // 1_000_000} MB"),
        ("一个名称的字数", f"{atoms.MOST_LETTERS} 个字"),
        ("一个数的位数", f"{units.MOST_DIGITS} 位"),
        ("一行里运算和括号的层数", f"{shapes.MOST_NESTED} 层"),
        ("定义套定义的层数", f"{elaborate.MOST_DEEP} 层"),
        ("一项里展开的定义数", f"{elaborate.MOST_UNFOLDED} 个"),
        ("组套组的层数", f"{group.MOST_NESTED} 层"),
    ],
)
def test_the_page_says_each_limit(words: str, most: str) -> None:
    row = next(line for line in PAGE.read_text(encoding="utf-8").splitlines() if line.startswith(f"| {words} |"))
    assert f"| {most} |" in row
