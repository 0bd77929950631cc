"""Two shares of one sum with no word on combining them."""

from __future__ import annotations

import pytest

from polc.checks import paid_twice
from polc.checks.draft import Checked
from polc.diagnostics import Diagnostic
from polc.passes.pipeline import compile_policy
from polc.text import Source

PROGRAM = """政策 示范措施
  简称：demo
对象 企业
  设备投入：金额，每年
  研发投入：金额，每年
条 1 支持
  奖补 甲补助
    支持对象：企业
    享受：每家企业 每年
    标准：设备投入 × 20%
  奖补 乙补助
    支持对象：企业
    享受：每家企业 每年
"""


def found(lines: str) -> list[Diagnostic]:
    compiled = compile_policy([Source("t.pol", PROGRAM + lines)])
    assert compiled.policy is not None
    assert not compiled.findings, compiled.findings
    return list(paid_twice.check(Checked(compiled, compiled.policy, None)))


def test_two_shares_of_one_sum_are_shown_with_both_awards() -> None:
    [finding] = found("    标准：设备投入 × 10%\n")
    assert finding.place.span.text == "标准：设备投入 × 10%"
    assert finding.witness is not None
    assert [side.zh for side, _ in finding.witness.outcome] == ["“甲补助”", "“乙补助”"]
    assert "both pay a share of “设备投入”" in finding.message("en")


@pytest.mark.parametrize(
    "lines",
    [
        "    标准：研发投入 × 10%\n",
        "    条件：设备投入 不超过 0元\n    标准：设备投入 × 10%\n",
        "    标准：设备投入 × 10%\n  组 两项：甲补助、乙补助\n    方式：叠加\n",
        "    标准：设备投入 × 10%\n  宣示 不重复\n    原文：“同一事项不重复支持”\n",
    ],
    ids=["another sum", "never both", "in one group", "the text speaks of it"],
)
def test_what_is_no_second_payment_or_is_spoken_of_is_left_alone(lines: str) -> None:
    assert not found(lines)
