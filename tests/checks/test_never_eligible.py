"""Conditions that nobody meets."""

from __future__ import annotations

import pytest

from polc.checks import never_eligible
from polc.checks.draft import Checked
from polc.diagnostics import Diagnostic
from polc.passes.pipeline import compile_policy
from polc.text import Source

HEAD = """政策 示范措施
  简称：demo
对象 企业
  收入：金额，每年
  级别：无、市级、省级
  入库：是否
对象 项目 归属 企业
  投资额：金额
  验收：是否
{law}条 1 支持
  奖补 甲奖
"""
FIRM = ("支持对象：企业", "享受：每家企业 每年")
ITEM = ("支持对象：项目", "领取人：企业", "享受：每个项目 一次")


def found(*lines: str, law: str = "") -> list[Diagnostic]:
    body = "".join(f"    {line}\n" for line in lines)
    compiled = compile_policy([Source("t.pol", HEAD.replace("{law}", law) + body)])
    assert compiled.policy is not None
    assert not compiled.findings, compiled.findings
    return list(never_eligible.check(Checked(compiled, compiled.policy, None)))


def test_a_condition_that_contradicts_itself_is_named() -> None:
    [finding] = found(*FIRM, "条件：入库", "条件：收入 超过 50万元 且 收入 不满 40万元", "标准：5万元")
    assert finding.place.span.text == "条件：收入 超过 50万元 且 收入 不满 40万元"
    assert finding.message("zh") == "“甲奖”谁也够不着：这一行条件没有谁能满足"
    assert finding.message("en").startswith("nobody qualifies for “甲奖”")


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("条件：收入 超过 50万元", "条件：收入 不满 40万元"),
        ("条件：级别 达到 省级", "不予支持：级别 达到 市级"),
        ("条件：入库", "不予支持：入库"),
    ],
)
def test_two_lines_that_cannot_both_hold_are_both_shown(one: str, other: str) -> None:
    [finding] = found(*FIRM, one, other, "标准：5万元")
    assert finding.place.span.text == other
    assert [label.span.text for label in finding.related] == [one]


def test_a_condition_of_an_item_is_looked_at_for_one_item() -> None:
    [finding] = found(*ITEM, "条件：投资额 超过 50万元 且 投资额 不满 40万元", "标准：待定 资金")
    assert finding.place.span.text.startswith("条件：投资额")


def test_a_law_that_rules_it_out_counts() -> None:
    assert found(*FIRM, "条件：收入 达到 1亿元", "标准：5万元", law="约束：收入 不超过 5000万元\n")


@pytest.mark.parametrize(
    "lines",
    [
        (*FIRM, "条件：收入 超过 40万元 且 收入 不满 40.000002万元", "标准：5万元"),
        (*FIRM, "条件：收入 不满 1元", "标准：5万元"),
        (*FIRM, "条件：入库 或 收入 不满 0元", "标准：5万元"),
        (*FIRM, "条件：已领 超过 0元", "标准：5万元"),
        (*FIRM, "条件：首次 入库", "条件：非 首次 入库 或 入库", "标准：5万元"),
        (*FIRM, "条件：个数 验收 达到 30个", "标准：5万元"),
        (*ITEM, "条件：验收 且 收入 超过 50万元", "标准：5万元"),
    ],
    ids=["one 分 wide", "hardly any", "one of two", "whoever had it before", "the first time", "many items", "both"],
)
def test_what_somebody_meets_in_some_year_is_left_alone(lines: tuple[str, ...]) -> None:
    assert not found(*lines)
