"""Rows of a table that pay alike; rows that overlap or leave a gap in a table read by parts."""

from pathlib import Path

import pytest

from polc.diagnostics import Diagnostic
from polc.workspace import load
from polc.workspace.checked import findings

RULES = ("tier-", "pointless-")
TOP = "超过 900万元 | 6万元"


def found(
    folder: Path, *rows: str, mode: str = "查表", per: str = "每年", more: str = "", by: str = "营收"
) -> list[Diagnostic]:
    table = "".join(f"      | {row} |\n" for row in rows)
    text = (
        "政策 示范措施\n  简称：demo\n  约定：以上、以下含本数\n对象 企业\n  营收：金额，每年\n  人数：个数\n"
        "  级别：市级、省级、国家级\n条 1 支持\n"
        f"  奖补 甲\n    支持对象：企业\n    享受：每家企业 {per}\n{more}    分档：{by}，{mode}\n{table}"
    )
    (folder / "policy.pol").write_text(text, encoding="utf-8")
    every = findings(load([folder]))
    assert [each.message("zh") for each in every if each.rule.name in ("line-unreadable", "ragged-row")] == []
    return [each for each in every if each.rule.name.startswith(RULES)]


def names(folder: Path, *rows: str, **how: str) -> list[str]:
    return [each.rule.name for each in found(folder, *rows, **how)]


@pytest.mark.parametrize(
    ("mode", "rows", "rule"),
    [
        ("查表", ("500万元以上不满800万元 | 5万元", "800万元以上900万元以下 | 5万元", TOP), "tier-contractible"),
        ("查表", ("500万元以上800万元以下 | 5万元", "700万元以上900万元以下 | 5万元", TOP), "tier-overlap-harmless"),
        ("查表", ("600万元以上700万元以下 | 5万元", "500万元以上900万元以下 | 5万元", TOP), "tier-subsumed"),
        ("查表", ("500万元以上900万元以下 | 5万元", "600万元以上700万元以下 | 5万元", TOP), "tier-unreachable"),
        ("查表", ("500万元以上900万元以下 | 5万元", "超过 900万元 | 5万元"), "pointless-tiers"),
        ("查表", ("达到 1亿元 | 5万元", "其他 | 5万元"), "pointless-tiers"),
        ("取高档", ("达到 500万元 | 5万元", "达到 800万元 | 5万元", "达到 1亿元 | 9万元"), "tier-contractible"),
        ("取高档", ("达到 500万元 | 5万元", "达到 500万元 | 5万元", "达到 1亿元 | 9万元"), "tier-subsumed"),
        ("取高档", ("达到 500万元 | 5万元", "达到 500万元 | 8万元"), "tier-overlap"),
        ("晋级补差", ("达到 500万元 | 5万元", "达到 800万元 | 5万元"), "pointless-tiers"),
        ("分段", ("超过 500万元 | 1%", "超过 800万元 | 1%", "超过 900万元 | 2%"), "tier-contractible"),
        ("分段", ("超过 500万元 | 1%", "超过 800万元 | 1%"), "pointless-tiers"),
    ],
)  # fmt: skip
def test_one_relation_is_one_finding(tmp_path: Path, mode: str, rows: tuple[str, ...], rule: str) -> None:
    assert names(tmp_path, *rows, mode=mode) == [rule]


@pytest.mark.parametrize(
    ("mode", "rows"),
    [
        ("查表", ("500万元以上不满800万元 | 5万元", "800万元以上 | 6万元")),
        ("取高档", ("达到 500万元 | 5万元", "达到 800万元 | 5.000001万元")),
        ("逐档", ("达到 500万元 | 5万元", "达到 800万元 | 5万元")),
        ("分段", ("超过 500万元 | 1%", "超过 800万元 | 2%", "超过 900万元 | 1%")),
        ("分段", ("500万元以上1000万元以下 | 1%", "超过 1000万元 | 2%")),
    ],
)
def test_rows_that_say_different_things_are_left_alone(tmp_path: Path, mode: str, rows: tuple[str, ...]) -> None:
    assert names(tmp_path, *rows, mode=mode) == []


def test_rows_that_are_each_paid_once_may_pay_alike(tmp_path: Path) -> None:
    rows = ("达到 500万元 | 5万元", "达到 800万元 | 5万元")
    assert names(tmp_path, *rows, mode="取高档，首次", per="每档 一次") == []
    assert names(tmp_path, *rows, mode="取高档", per="每档 一次") == []
    assert names(tmp_path, "市级 | 5万元", "省级 | 5万元", mode="查表", per="每档 一次", by="级别") == []


def test_levels_that_pay_alike_are_a_list_and_no_range_that_was_cut(tmp_path: Path) -> None:
    assert names(tmp_path, "市级 | 5万元", "省级 | 5万元", "国家级 | 9万元", by="级别") == []


def test_a_row_between_keeps_two_apart(tmp_path: Path) -> None:
    rows = ("600万元以上700万元以下 | 5万元", "650万元以上690万元以下 | 8万元", "500万元以上900万元以下 | 5万元")
    assert "tier-subsumed" not in names(tmp_path, *rows)


def test_one_sum_written_in_two_units_is_one_award(tmp_path: Path) -> None:
    rows = ("500万元以上800万元以下 | 5万元", "800万元以上900万元以下 | 50000元", "超过 900万元 | 6万元")
    (one,) = found(tmp_path, *rows)
    assert one.message("zh") == "“甲”的第2档和第1档有重叠（营收 正好 800万元），给的一样"
    assert one.message("en") == "tiers 2 and 1 of “甲” overlap (营收 exactly CNY 8,000,000) and pay the same"


def test_two_columns_join_where_one_range_was_cut(tmp_path: Path) -> None:
    rows = (
        "500万元以上不满800万元 | 达到 10 | 5万元",
        "800万元以上不满900万元 | 达到 10 | 5万元",
        "不满 500万元 | 达到 20 | 1万元",
    )
    assert names(tmp_path, *rows, by="营收、人数") == ["tier-contractible"]


def test_bands_that_overlap_count_a_part_twice(tmp_path: Path) -> None:
    (one,) = found(tmp_path, "500万元以上1000万元以下 | 1%", "超过 800万元 | 2%", mode="分段")
    assert one.rule.name == "tier-overlap"
    assert one.message("zh") == "“甲”的第1档和第2档重着一段（营收 超过 800万元 不超过 1000万元），这一段算了两次"
    # 1% × (810 − 500) + 2% × (810 − 800) = 3.1 + 0.2
    assert one.witness is not None
    assert one.witness.facts[0][1].zh == "810万元"
    assert one.witness.outcome[0][1].zh == "3.3万元"


def test_a_part_between_two_bands_counts_for_nothing(tmp_path: Path) -> None:
    (one,) = found(tmp_path, "500万元以上1000万元以下 | 1%", "超过 1500万元 | 2%", mode="分段")
    assert one.rule.name == "tier-gap"
    assert one.message("zh") == "“甲”的分档缺了一段：营收 超过 1000万元 不超过 1500万元"


def test_where_nobody_eligible_reaches_a_band_it_is_that_and_no_overlap_and_no_gap(tmp_path: Path) -> None:
    more = "    条件：营收 不超过 700万元\n"
    assert names(tmp_path, "500万元以上1000万元以下 | 1%", "超过 800万元 | 2%", mode="分段", more=more) == [
        "tier-unreachable"
    ]
    assert names(tmp_path, "500万元以上1000万元以下 | 1%", "超过 1500万元 | 2%", mode="分段", more=more) == [
        "tier-unreachable"
    ]


def test_a_band_that_nobody_comes_into_or_that_has_no_extent(tmp_path: Path) -> None:
    rows = ("超过 500万元 | 1%", "超过 900万元 | 2%")
    (one,) = found(tmp_path, *rows, mode="分段", more="    条件：营收 不超过 900万元\n")
    assert one.message("zh") == "“甲”的第2档谁也得不到"
    assert names(tmp_path, *rows, mode="分段", more="    条件：营收 不超过 900.000001万元\n") == []
    (one,) = found(tmp_path, "超过 500万元 | 1%", "超过 500万元 | 2%", mode="分段")
    assert (one.rule.name, one.place.span.begin.line) == ("tier-unreachable", 13)
