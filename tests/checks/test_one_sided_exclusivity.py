"""An exclusion that only one of two benefits states."""

from __future__ import annotations

import pytest

from polc.checks import one_sided_exclusivity
from polc.checks.draft import Checked
from polc.diagnostics import Diagnostic
from polc.passes.pipeline import compile_policy
from polc.text import Source

HEAD = """政策 示范措施
  简称：demo
对象 企业
  投入：金额，每年
  入库：是否
条 1 支持
"""
BARS_B = "不予支持：已领 乙奖 超过 0元"
BARS_A = "不予支持：已领 甲奖 超过 0元"


def benefit(name: str, *lines: str) -> str:
    own = ("支持对象：企业", "享受：每家企业 每年", *lines, "标准：投入 × 10%")
    return "\n".join([f"  奖补 {name}", *(f"    {line}" for line in own), ""])


def found(*parts: str) -> list[Diagnostic]:
    compiled = compile_policy([Source("t.pol", HEAD + "".join(parts))])
    assert compiled.policy is not None
    assert not compiled.findings, compiled.findings
    return list(one_sided_exclusivity.check(Checked(compiled, compiled.policy, None)))


def test_an_exclusion_that_the_other_benefit_does_not_return_is_reported() -> None:
    [finding] = found(benefit("甲奖", BARS_B), benefit("乙奖"))
    assert finding.place.span.text == BARS_B
    assert finding.related[0].span.text == "乙奖"
    assert finding.message("zh").startswith("得过“乙奖”的不给“甲奖”，得过“甲奖”的照样给“乙奖”")
    assert finding.message("en").startswith("whoever received “乙奖” is refused “甲奖”")


def test_one_inside_a_longer_condition_is_found() -> None:
    assert len(found(benefit("甲奖", "不予支持：入库 或 已领 乙奖 超过 0元"), benefit("乙奖"))) == 1


def test_one_under_another_reading_says_which() -> None:
    doubt = "    疑义 管不管 “不重复”\n      读法 不管\n      读法 管\n        不予支持：已领 乙奖 超过 0元\n"
    [finding] = found(benefit("甲奖") + doubt, benefit("乙奖"))
    assert finding.notes[0].zh == "“管不管”读作“管”时"


@pytest.mark.parametrize(
    "parts",
    [
        (benefit("甲奖", BARS_B), benefit("乙奖", BARS_A)),
        (benefit("甲奖", BARS_B), benefit("乙奖"), "  组 两项：甲奖、乙奖\n    方式：就高，按 企业\n"),
        (benefit("甲奖", "不予支持：已领 超过 0元"), benefit("乙奖")),
        (benefit("甲奖", "不予支持：非 已领 乙奖 超过 0元"), benefit("乙奖")),
        (benefit("甲奖", "条件：已领 乙奖 超过 0元"), benefit("乙奖")),
        (benefit("甲奖", "不予支持：入库"), benefit("乙奖")),
    ],
    ids=["both sides", "in one group", "its own past", "who has not", "needs it first", "a fact"],
)
def test_what_both_sides_say_or_is_no_exclusion_is_left_alone(parts: tuple[str, ...]) -> None:
    assert not found(*parts)
