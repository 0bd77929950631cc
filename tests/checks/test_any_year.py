"""What is called impossible is impossible in every year: a first year alone proves nothing about later ones."""

from __future__ import annotations

from polc.checks import cap_never_binds, cap_not_multiple, tier_unreachable
from polc.checks.draft import Checked
from polc.passes.pipeline import compile_policy
from polc.text import Source

HEAD = """政策 示范措施
  简称：demo
对象 企业
  年度营业收入：金额，每年
  获奖：是否
  级别：无、省级、国家级
条 1 支持
  奖补 甲
    支持对象：企业
    享受：每家企业 每年
    条件：获奖
    标准：5万元
"""


def found(text: str) -> list[tuple[str, str]]:
    compiled = compile_policy([Source("t.pol", HEAD + text)])
    assert compiled.policy is not None
    assert not compiled.findings, compiled.findings
    draft = Checked(compiled, compiled.policy, None)
    every = [each for check in (cap_never_binds, cap_not_multiple, tier_unreachable) for each in check.check(draft)]
    return [(each.rule.name, " ".join(each.place.span.text.split())) for each in every]


def test_a_cap_that_binds_once_something_was_received_is_reached() -> None:
    assert not found("""  奖补 乙
    支持对象：企业
    享受：每家企业 每年
    条件：已领 甲 达到 10万元
    标准：年度营业收入 × 10%
    上限：每家企业 每年 4万元
""")


def test_a_cap_that_binds_after_an_earlier_height_is_reached() -> None:
    assert not found("""  奖补 乙
    支持对象：企业
    享受：每家企业 每年
    条件：此前最高 年度营业收入 达到 100万元
    标准：5万元
    上限：每家企业 每年 4万元
""")


def test_a_cap_over_years_that_a_condition_keeps_away_from_is_never_reached() -> None:
    # below 10万元 before, and 3万元 more, is below 13万元: the cap of 21万元 is out of reach in any year
    assert found("""  奖补 乙
    支持对象：企业
    享受：每家企业 每年
    条件：已领 不满 10万元
    标准：3万元
    上限：每家企业 累计 21万元
""") == [("cap-never-binds", "上限：每家企业 累计 21万元")]


def test_a_cap_over_years_that_some_years_together_reach_is_reached() -> None:
    assert not found("""  奖补 乙
    支持对象：企业
    享受：每家企业 每年
    标准：3万元
    上限：每家企业 累计 21万元
""")


def test_a_cap_that_only_an_award_of_another_policy_reaches_is_reached() -> None:
    assert not found("""  外部 省级奖励：金额
  组 各项：甲、省级奖励
    方式：叠加
    上限：每家企业 每年 8万元
""")


def test_a_tier_that_is_reached_once_something_was_received_is_reached() -> None:
    assert not found("""  奖补 乙
    支持对象：企业
    享受：每家企业 每年
    条件：获奖 且 已领 甲 达到 10万元
    分档：级别，查表
      | 省级   | 2万元 |
      | 国家级 | 5万元 |
""")


YEARS = """  奖补 乙
    支持对象：企业
    享受：每家企业 每年
    年限：每家企业 3年
    标准：年度营业收入 × 10%
    上限：每家企业 每年 {yearly}万元
    上限：每家企业 累计 50万元
"""


def test_a_cap_that_all_the_years_allowed_do_not_come_to_is_never_reached() -> None:
    # three years of 10万元 are 30万元; three of 20万元 are 60万元
    assert found(YEARS.format(yearly=10)) == [("cap-never-binds", "上限：每家企业 累计 50万元")]
    assert not found(YEARS.format(yearly=20))


def test_where_a_year_of_the_calendar_matters_nothing_is_concluded_from_some_years() -> None:
    line = "    条件：年度 在 2026年至2030年\n    标准"
    assert not found(YEARS.format(yearly=10).replace("    标准", line))


def test_a_cap_that_is_never_reached_cuts_no_award() -> None:
    # three years of 3万元 are 9万元: there is no fourth that would get 1万元 only
    text = YEARS.format(yearly=10).replace("年度营业收入 × 10%", "3万元").replace("50万元", "10万元")
    assert {rule for rule, _ in found(text)} == {"cap-never-binds"}
