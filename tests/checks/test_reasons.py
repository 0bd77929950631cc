"""What is proved impossible names the lines that together make it so: each is needed, and no other is named."""

from __future__ import annotations

from polc.checks import cap_never_binds, dead_exclusivity, dominated_benefit, never_eligible, tier_unreachable
from polc.checks.draft import Checked
from polc.diagnostics import Diagnostic
from polc.passes.pipeline import compile_policy
from polc.text import Source

HEAD = """政策 示范措施
  简称：demo
对象 企业
  年度营业收入：金额，每年
  年度投入：金额，每年
  级别：无、省级、国家级
  人数：个数
条 1 支持
"""
CAPPED = """  奖补 乙
    支持对象：企业
    享受：每家企业 每年
    条件：人数 达到 5人
    条件：年度投入 不超过 100万元
    标准：年度投入 × 10%
    不足不发：1万元
    上限：每家企业 每年 40万元
"""
TWO = """  奖补 省级奖
    支持对象：企业
    享受：每家企业 每年
    条件：级别 = 省级
    条件：人数 达到 5人
    标准：50万元
  奖补 国家级奖
    支持对象：企业
    享受：每家企业 每年
    条件：级别 = 国家级
    标准：{pay}
  组 两级：省级奖、国家级奖
    方式：{how}
"""


def found(text: str) -> list[Diagnostic]:
    compiled = compile_policy([Source("t.pol", HEAD + text)])
    assert compiled.policy is not None
    assert not compiled.findings, compiled.findings
    draft = Checked(compiled, compiled.policy, None)
    modules = (cap_never_binds, dead_exclusivity, dominated_benefit, never_eligible, tier_unreachable)
    return [each for check in modules for each in check.check(draft)]


def named(finding: Diagnostic) -> list[str]:
    return [" ".join(label.span.text.split()) for label in finding.related]


def test_a_cap_out_of_reach_names_the_rate_and_the_condition_that_keep_it_there() -> None:
    (one,) = found(CAPPED)
    assert one.rule.name == "cap-never-binds"
    assert named(one) == ["条件：年度投入 不超过 100万元", "标准：年度投入 × 10%"]
    assert one.notes[-1].zh == "标出的几处合在一起，就不可能"
    assert one.notes[-1].en == "the lines marked together make it impossible"


def test_a_cap_that_the_standard_alone_keeps_out_of_reach_names_the_standard_alone() -> None:
    (one,) = found(CAPPED.replace("年度投入 × 10%", "5万元").replace("不足不发：1万元", "保底：3万元"))
    assert named(one) == ["标准：5万元"]
    assert len(one.notes) == 1  # one line needs no note on several


def test_members_that_never_meet_name_the_conditions_that_keep_them_apart() -> None:
    (one,) = found(TWO.format(pay="100万元", how="择一"))
    assert one.rule.name == "dead-exclusivity"
    assert named(one) == ["条件：级别 = 省级", "条件：级别 = 国家级"]


def test_a_tier_outside_the_conditions_names_the_condition_and_a_covered_one_the_rows_before_it() -> None:
    one, other = found("""  奖补 丙
    支持对象：企业
    享受：每家企业 每年
    条件：人数 达到 5人
    条件：年度营业收入 达到 5000万元
    分档：年度营业收入，查表
      | 不满 1000万元 | 2万元 |
      | 不满 9000万元 | 3万元 |
      | 不满 8000万元 | 4万元 |
      | 其他          | 5万元 |
""")
    assert named(one) == ["条件：年度营业收入 达到 5000万元"]
    assert named(other) == ["| 不满 9000万元 | 3万元 |"]


def test_the_same_lines_are_named_every_time() -> None:
    assert [named(each) for each in found(CAPPED)] == [named(each) for each in found(CAPPED)]


def test_conditions_that_only_together_hold_of_nobody_are_all_named() -> None:
    (one,) = found("""  奖补 戊
    支持对象：企业
    享受：每家企业 每年
    条件：人数 达到 5人
    条件：年度投入 + 年度营业收入 不满 100万元
    条件：年度投入 达到 60万元
    条件：年度营业收入 达到 50万元
    标准：3万元
""")
    assert one.rule.name == "never-eligible"
    assert named(one) == ["条件：年度投入 + 年度营业收入 不满 100万元", "条件：年度投入 达到 60万元"]
    assert one.place.span.text == "条件：年度营业收入 达到 50万元"


def test_a_cap_that_so_many_years_do_not_come_to_names_the_years() -> None:
    (one,) = found("""  奖补 丁
    支持对象：企业
    享受：每家企业 每年
    年限：每家企业 3年
    标准：3万元
    上限：每家企业 累计 10万元
""")
    assert named(one) == ["年限：每家企业 3年"]
