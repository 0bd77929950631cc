"""Tables: columns under one another, by the cells that characters take on a terminal."""

import pytest

from polc.syntax.format import format_text
from polc.syntax.format_tables import cells_wide
from polc.text import Source

BEFORE = "条 1 支持\n  奖补 甲\n    示例\n"


def rows(*lines: str, before: str = BEFORE) -> list[str]:
    """The rows of a table as they are formatted, without their indentation."""
    text = format_text(Source("a.pol", before + "".join(line + "\n" for line in lines)))
    return [line.strip() for line in text.splitlines()[before.count("\n") :]]


def test_a_han_character_takes_two_cells() -> None:
    assert [cells_wide(text) for text in ("", "ab", "万元", "（）", "“”", "×", "≤", "e\u0301", "🏭")] == [
        0, 2, 4, 4, 2, 1, 1, 1, 2,
    ]  # fmt: skip


def test_cells_are_as_wide_as_the_widest_of_their_column() -> None:
    assert rows("|营收|应得|", "|５万元|最高 1 万元|", "| 10万元 | 0元") == [
        "| 营收   | 应得       |",
        "| 5万元  | 最高 1万元 |",
        "| 10万元 | 0元        |",
    ]


def test_a_row_without_its_last_bar_gets_one_and_an_empty_cell_stays_empty() -> None:
    assert rows("| 营收 | 应得 |", "| | 不能判定") == ["| 营收 | 应得     |", "|      | 不能判定 |"]


def test_notes_and_cases_are_free_text() -> None:
    assert rows("|案例|营收|应得|说明|", "|一 (甲)|5 万元|0元|30 × 30%  =  9 , 见（二）|") == [
        "| 案例    | 营收  | 应得 | 说明                      |",
        "| 一 (甲) | 5万元 | 0元  | 30 × 30%  =  9 , 见（二） |",
    ]


@pytest.mark.parametrize(
    ("as_typed", "canonical"),
    [
        ("营收 ( 万元 )", "营收（万元）"),
        ("占比（％）", "占比（%）"),
        ("应得( 甲 、乙 )", "应得（甲 、乙）"),
        ("此前最高   营收(万元)", "此前最高 营收（万元）"),
    ],
)
def test_a_header_has_its_unit_or_its_readings_in_parentheses(as_typed: str, canonical: str) -> None:
    assert rows(f"| {as_typed} |") == [f"| {canonical} |"]


@pytest.mark.parametrize(
    ("as_typed", "canonical"),
    [
        ("5 万元 至 10万元", "5万元至10万元"),
        ("5万元 - 10万元", "5万元-10万元"),
        ("最高9万元 ,另有待定", "最高 9万元，另有待定"),
        ("不超过5万元", "不超过 5万元"),
        ("待核  5 万元", "待核  5 万元"),
    ],
)
def test_what_is_expected_is_spelled_as_values_are(as_typed: str, canonical: str) -> None:
    assert rows("| 应得 |", f"| {as_typed} |")[1].strip("| ") == canonical


def test_years_may_be_a_range() -> None:
    assert rows("|年度|应得|", "|2023 至 2025|0元|", "|累计|0元|")[1:] == [
        "| 2023至2025 | 0元  |",
        "| 累计       | 0元  |",
    ]


def test_tiers_are_a_table_too() -> None:
    before = "条 1 支持\n  奖补 甲\n    分档：营收，取高档\n"
    assert rows(
        "|500 万元以上 不满1000万元|年度营收*0.5%|", "|达到1000 万元|( 营收 - 1000万元 )×1％|", before=before
    ) == [
        "| 500万元以上不满1000万元 | 年度营收 × 0.5%        |",
        "| 达到 1000万元           | (营收 - 1000万元) × 1% |",
    ]


def test_an_english_table_is_spaced_in_english() -> None:
    before = "clause 1 Support\n  benefit a\n    example\n"
    assert rows("|revenue(wan_yuan)|award（wide）|", "|5|up_to 9 wan_yuan，and_open|", before=before) == [
        "| revenue (wan_yuan) | award (wide)               |",
        "| 5                  | up_to 9 wan_yuan, and_open |",
    ]


def test_a_row_that_cannot_be_read_stays_and_does_not_widen_the_others() -> None:
    assert rows("|营收|应得|", "|5万|这一行少了单位而且很长很长|", "|5万元|0元|") == [
        "| 营收  | 应得 |",
        "|5万|这一行少了单位而且很长很长|",
        "| 5万元 | 0元  |",
    ]


def test_rows_of_a_table_without_a_readable_header_stay() -> None:
    assert rows("|营收 多|应得|", "|5万元|0元|") == ["|营收 多|应得|", "|5万元|0元|"]


def test_a_quotation_mark_left_open_in_a_cell_keeps_the_row() -> None:
    assert rows("|营收|说明|", "|5 万元|他说“对|") == ["| 营收 | 说明 |", "|5 万元|他说“对|"]


def test_tables_are_aligned_one_by_one() -> None:
    assert rows("|营收|应得|", "示例 二", "|营业收入|应得|") == ["| 营收 | 应得 |", "示例 二", "| 营业收入 | 应得 |"]
