"""An award that is more than the money that qualifies for it."""

from __future__ import annotations

import pytest

from polc.checks import award_exceeds_trigger
from polc.checks.draft import Checked
from polc.diagnostics import Diagnostic
from polc.passes.pipeline import compile_policy
from polc.text import Source

HEAD = """政策 示范措施
  简称：demo
对象 企业
  营业收入：金额，每年
  研发投入：金额，每年
  入库：是否
对象 交易 归属 企业
  交易金额：金额
条 1 支持
  奖补 甲奖
"""
FIRM = ("支持对象：企业", "享受：每家企业 每年")
DEAL = ("支持对象：交易", "领取人：企业", "享受：每笔交易 一次")


def found(*lines: str) -> list[Diagnostic]:
    body = "".join(f"    {line}\n" for line in lines)
    compiled = compile_policy([Source("t.pol", HEAD + body)])
    assert compiled.policy is not None
    assert not compiled.findings, compiled.findings
    return list(award_exceeds_trigger.check(Checked(compiled, compiled.policy, None)))


def test_a_sum_above_the_deal_that_brings_it_is_shown_with_the_least_deal() -> None:
    [finding] = found(*DEAL, "条件：交易金额 达到 3万元", "标准：最高 5万元")
    assert finding.place.span.text == "条件：交易金额 达到 3万元"
    assert finding.related[0].span.text == "标准：最高 5万元"
    assert finding.witness is not None
    assert [(name, value.zh) for name, value in finding.witness.facts] == [("交易金额", "3万元")]
    assert finding.message("en") == "“甲奖” can pay more than the “交易金额” that qualifies for it"


def test_a_tier_is_held_against_its_own_threshold() -> None:
    [finding] = found(*FIRM, "分档：营业收入，取高档", "  | 达到 5万元 | 1万元 |", "  | 达到 10万元 | 20万元 |")
    assert finding.place.span.text == "| 达到 10万元 | 20万元 |"
    assert not finding.related


def test_one_of_several_conditions_is_enough() -> None:
    assert len(found(*DEAL, "条件：入库 且 交易金额 达到 3万元", "标准：5万元")) == 1


@pytest.mark.parametrize(
    "lines",
    [
        (*DEAL, "条件：交易金额 达到 5万元", "标准：5万元"),
        (*DEAL, "条件：交易金额 达到 3万元", "标准：5万元", "上限：每次 2万元"),
        (*DEAL, "条件：交易金额 不超过 3万元", "标准：5万元"),
        (*DEAL, "条件：交易金额 达到 3万元 或 入库", "标准：5万元"),
        (*DEAL, "条件：交易金额 达到 3万元", "条件：交易金额 达到 50万元", "标准：5万元"),
        (*DEAL, "条件：营业收入 达到 3万元", "标准：5万元"),
        (*FIRM, "条件：营业收入 达到 3万元", "标准：研发投入 × 10%"),
        (*FIRM, "条件：营业收入 超过 0元", "标准：5万元"),
        (*FIRM, "条件：入库", "标准：5万元"),
    ],
    ids=[
        "as much as the deal", "capped below it", "at most so much", "not needed", "another condition wants more",
        "of the firm, not of the deal", "a share of other money", "any sum will do", "no money",
    ],
)  # fmt: skip
def test_an_award_that_money_does_not_bring_or_that_is_no_more_is_left_alone(lines: tuple[str, ...]) -> None:
    assert not found(*lines)
