"""An award elsewhere, however small, that loses a larger one here."""

from __future__ import annotations

import pytest

from polc.checks import small_award_forfeits_large
from polc.checks.draft import Checked
from polc.diagnostics import Diagnostic
from polc.passes.pipeline import compile_policy
from polc.text import Source

HEAD = """政策 示范措施
  简称：demo
对象 企业
  投入：金额，每年
  已享受省级奖励：是否
  失信：是否
外部 省级奖励：金额
条 1 支持
  奖补 甲奖
    支持对象：企业
    享受：每家企业 每年
"""
SAID = "原文：“已享受省级奖励政策的，不再享受市级奖励”"
HAD = "不予支持：已享受省级奖励"


def found(*lines: str) -> list[Diagnostic]:
    body = "".join(f"    {line}\n" for line in lines)
    compiled = compile_policy([Source("t.pol", HEAD + body)])
    assert compiled.policy is not None
    assert not compiled.findings, compiled.findings
    return list(small_award_forfeits_large.check(Checked(compiled, compiled.policy, None)))


def test_a_fact_of_having_had_one_is_shown_with_what_is_lost() -> None:
    [finding] = found(SAID, HAD, "标准：5万元")
    assert finding.place.span.text == HAD
    assert finding.message("zh") == "“甲奖”：“已享受省级奖励”的，不管得了多少，会丢掉 5万元"
    assert finding.message("en").startswith("“甲奖”: whoever has “已享受省级奖励”")
    assert finding.witness is not None
    assert [value.zh for _, value in finding.witness.outcome] == ["0元", "5万元"]


def test_an_award_of_another_policy_is_shown_with_a_small_sum_and_a_larger_loss() -> None:
    [finding] = found("不予支持：省级奖励 超过 0元", "标准：5万元")
    assert finding.message("zh").startswith("“甲奖”：得了“省级奖励”的，哪怕只有")
    assert finding.witness is not None
    assert [name for name, _ in finding.witness.facts] == ["省级奖励"]


def test_one_under_another_reading_says_which() -> None:
    doubt = ("疑义 管不管 “不再享受”", "  读法 不管", "  读法 管", f"    {HAD}")
    [finding] = found(SAID, "标准：5万元", *doubt)
    assert finding.notes[0].zh == "“管不管”读作“管”时"


@pytest.mark.parametrize(
    "lines",
    [
        (HAD, "标准：5万元"),
        (SAID, "不予支持：失信 或 投入 不满 1万元", "标准：待定 资金"),
        (SAID, "标准：5万元"),
        ("不予支持：省级奖励 超过 100万元", "标准：投入 × 10%", "上限：每家企业 每年 50万元"),
        ("原文：“已享受省级奖励政策的，按差额补足”", HAD, "标准：5万元"),
    ],
    ids=["the text says nothing of it", "no figure", "no exclusion", "a larger one only", "the difference"],
)
def test_what_loses_nothing_larger_is_left_alone(lines: tuple[str, ...]) -> None:
    assert not found(*lines)
