"""The same money brought as one application and as two halves: which is paid more, and where it does not matter."""

from __future__ import annotations

from collections.abc import Callable, Iterable

import pytest

from polc.checks import merging_pays, splitting_pays
from polc.checks.draft import Checked
from polc.diagnostics import Diagnostic
from polc.passes.pipeline import compile_policy
from polc.text import Source

HEAD = """政策 示范措施
  简称：demo
对象 企业
  合同总额：金额
对象 合同 归属 企业
  合同金额：金额
  年度交易额：金额，每年
条 1 支持
  奖补 甲奖
"""
ONCE = ("支持对象：合同", "领取人：企业", "享受：每份合同 一次")


def found(check: Callable[[Checked], Iterable[Diagnostic]], *lines: str) -> list[Diagnostic]:
    body = "".join(f"    {line}\n" for line in lines)
    compiled = compile_policy([Source("t.pol", HEAD + body)])
    assert compiled.policy is not None
    assert not compiled.findings, compiled.findings
    return list(check(Checked(compiled, compiled.policy, None)))


def outcome(finding: Diagnostic) -> list[str]:
    assert finding.witness is not None
    return [value.zh for _, value in finding.witness.outcome]


def test_a_fixed_sum_above_a_threshold_is_paid_once_for_each_half() -> None:
    [finding] = found(splitting_pays.check, *ONCE, "条件：合同金额 达到 3万元", "标准：5万元")
    assert finding.place.span.text == "标准：5万元"
    assert outcome(finding) == ["5万元", "10万元"]
    assert finding.witness is not None
    assert [(name, value.zh) for name, value in finding.witness.facts] == [("合同金额", "6万元")]
    assert finding.message("zh") == "“甲奖”同样多的钱，拆成两份报，给的从 5万元 变成 10万元"
    assert finding.message("en").startswith("“甲奖” pays CNY 100,000 instead of CNY 50,000")


def test_a_floor_is_paid_for_each_half() -> None:
    [finding] = found(splitting_pays.check, *ONCE, "条件：合同金额 达到 2万元", "标准：合同金额 × 30%", "保底：1万元")
    assert finding.place.span.text == "保底：1万元"
    assert outcome(finding) == ["1.2万元", "2万元"]  # 4 × 30% = 1.2；两份 2 × 30% = 0.6，各给足 1


def test_a_lower_rate_for_more_is_found_in_a_table() -> None:
    table = ("分档：合同金额，取高档", "  | 达到 10万元 | 合同金额 × 10% |", "  | 达到 100万元 | 8万元 |")
    [finding] = found(splitting_pays.check, *ONCE, *table)
    assert finding.place.span.text.startswith("分档：")


@pytest.mark.parametrize(
    "lines",
    [
        (*ONCE, "标准：合同金额 × 30%"),
        (*ONCE, "条件：合同金额 达到 3万元", "标准：合同金额 × 30%"),
        (*ONCE, "标准：合同金额 × 30%", "上限：每次 10万元"),
        (*ONCE, "标准：较小（合同金额 × 30%，10万元）"),
        (*ONCE, "标准：5万元"),
        (*ONCE, "条件：合同金额 达到 3万元", "标准：5万元", "上限：每家企业 累计 5万元"),
        ("支持对象：合同", "领取人：企业", "享受：每家企业 一次", "条件：合同金额 达到 3万元", "标准：5万元"),
        ("支持对象：企业", "享受：每家企业 一次", "条件：合同总额 达到 3万元", "标准：5万元"),
        (*ONCE, "条件：年度交易额 达到 3万元", "标准：5万元"),
        (*ONCE, "条件：合同金额 达到 3万元", "标准：年度交易额 × 10%"),
        (*ONCE, "条件：合同金额 达到 3万元", "标准：待定 资金"),
    ],
    ids=[
        "a share", "a share above a threshold", "a cap for each", "a cap in the standard", "whatever the money",
        "a cap for the firm", "one for a firm", "of the firm itself", "of each year", "of both", "no figure",
    ],
)  # fmt: skip
def test_where_two_halves_bring_no_more_nothing_is_said(lines: tuple[str, ...]) -> None:
    assert not found(splitting_pays.check, *lines)


def test_the_least_that_is_paid_is_missed_by_each_half() -> None:
    [finding] = found(merging_pays.check, *ONCE, "标准：合同金额 × 25%", "不足不发：1万元")
    assert finding.place.span.text == "不足不发：1万元"
    assert outcome(finding) == ["1万元", "0元"]  # 4 × 25% = 1；两份 2 × 25% = 0.5，都不足 1
    assert finding.message("en").startswith("“甲奖” pays CNY 10,000 where")


def test_a_table_that_pays_more_than_twice_for_twice_is_said() -> None:
    table = ("分档：合同金额，取高档", "  | 达到 10万元 | 1万元 |", "  | 达到 20万元 | 3万元 |")
    [finding] = found(merging_pays.check, *ONCE, *table)
    assert outcome(finding) == ["3万元", "2万元"]


@pytest.mark.parametrize(
    "lines",
    [
        (*ONCE, "条件：合同金额 达到 3万元", "标准：合同金额 × 30%"),
        (*ONCE, "分档：合同金额，取高档", "  | 达到 10万元 | 1万元 |"),
        (*ONCE, "标准：合同金额 × 25%", "保底：1万元"),
        ("支持对象：合同", "领取人：企业", "享受：每家企业 每年", "标准：总和 合同金额 × 30%", "不足不发：1万元"),
    ],
    ids=["a threshold", "one tier", "a floor", "the total of a year"],
)
def test_a_threshold_is_no_reason_to_merge(lines: tuple[str, ...]) -> None:
    assert not found(merging_pays.check, *lines)


def test_a_reading_under_which_it_pays_is_named() -> None:
    doubt = ("疑义 门槛 “三万元”", "  读法 按比例", "  读法 定额", "    条件：合同金额 达到 3万元", "    标准：5万元")
    [finding] = found(splitting_pays.check, *ONCE, "标准：合同金额 × 10%", *doubt)
    assert finding.notes[0].zh == "“门槛”读作“定额”时"
