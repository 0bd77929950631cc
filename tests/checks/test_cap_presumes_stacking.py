"""A joint cap that only a sum would reach, where only the highest is paid: said once, and only where it is so."""

from __future__ import annotations

from polc.checks import cap_never_binds, cap_presumes_stacking
from polc.checks.draft import Checked
from polc.passes.pipeline import compile_policy
from polc.text import Source

PROGRAM = """政策 示范措施
  简称：demo
对象 企业
  甲类：是否
  乙类：是否
条 1 支持
  奖补 甲奖
    支持对象：企业
    享受：每家企业 每年
    条件：甲类
    标准：40万元
  奖补 乙奖
    支持对象：企业
    享受：每家企业 每年
    条件：乙类
    标准：20万元
  组 各项：甲奖、乙奖
    方式：{how}
    上限：每家企业 {cap}
"""


def found(how: str, cap: str) -> list[str]:
    compiled = compile_policy([Source("t.pol", PROGRAM.format(how=how, cap=cap))])
    assert compiled.policy is not None
    assert not compiled.findings, compiled.findings
    draft = Checked(compiled, compiled.policy, None)
    return [each.rule.name for check in (cap_presumes_stacking, cap_never_binds) for each in check.check(draft)]


def test_a_cap_that_only_the_sum_would_reach_is_one_finding_with_its_cause() -> None:
    assert found("就高，按 企业", "每年 50万元") == ["cap-presumes-stacking"]


def test_a_cap_that_not_even_the_sum_reaches_is_just_never_reached() -> None:
    assert found("就高，按 企业", "每年 70万元") == ["cap-never-binds"]


def test_a_cap_that_the_highest_award_reaches_is_alive() -> None:
    assert not found("就高，按 企业", "每年 30万元")


def test_a_cap_of_what_is_added_up_is_alive() -> None:
    assert not found("叠加", "每年 50万元")


def test_a_cap_over_years_may_yet_be_reached() -> None:
    assert not found("就高，按 企业", "累计 50万元")
