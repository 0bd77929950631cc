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


EVENTS = """政策 示范措施
  简称：demo
对象 企业
  入库：是否
  高新企业：是否
条 1 入库
  奖补 甲奖
    支持对象：企业
    享受：每家企业 一次
    条件：入库
    条件：高新企业
    标准：5万元
条 2 提升
  奖补 乙奖
    支持对象：企业
    享受：每家企业 一次
    条件：{when}
    标准：3万元
{more}"""


def events(when: str, more: str = "") -> list[Diagnostic]:
    compiled = compile_policy([Source("t.pol", EVENTS.replace("{when}", when).replace("{more}", more))])
    assert compiled.policy is not None
    assert not compiled.findings, compiled.findings
    return list(paid_twice.check(Checked(compiled, compiled.policy, None)))


def test_two_clauses_that_pay_for_the_very_same_thing_are_shown() -> None:
    [finding] = events("高新企业 且 入库")
    assert finding.message("zh").startswith("“甲奖”和“乙奖”都因同一件事给（入库、高新企业），可以都得")
    assert finding.message("en").startswith("“甲奖” and “乙奖” are both paid for one thing")


@pytest.mark.parametrize("when", ["入库", "高新企业"])
def test_what_only_one_condition_joins_is_no_one_thing(when: str) -> None:
    assert not events(when)


def test_a_group_settles_what_two_clauses_pay() -> None:
    assert not events("入库 且 高新企业", "  组 两项：甲奖、乙奖\n    方式：就高，按 企业\n")


@pytest.mark.parametrize(
    ("words", "number"),
    [
        ("与省级奖补政策重复的，按就高不重复原则执行", 1),
        ("同时符合本市其他政策规定的，就高享受", 1),
        ("同时符合本措施多项规定的，就高享受", 0),
        ("同一事项不重复享受", 0),
    ],
)
def test_what_is_said_of_other_policies_settles_nothing_here(words: str, number: int) -> None:
    assert len(events("入库 且 高新企业", f"  宣示 衔接\n    原文：“{words}”\n")) == number
