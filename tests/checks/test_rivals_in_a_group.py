"""What competes for one payment: a member that never wins, a choice nobody makes, an exclusion of nothing."""

from __future__ import annotations

from collections.abc import Callable, Iterable

from polc.checks import dead_exclusivity, dominated_benefit, undecided_choice
from polc.checks.draft import Checked
from polc.diagnostics import Diagnostic
from polc.passes.pipeline import compile_policy
from polc.text import Source

HEAD = """政策 示范措施
  简称：demo
对象 企业
  年度支出：金额，每年
  甲类：是否
  乙类：是否
对象 项目 归属 企业
  投入：金额
外部 其他奖补：金额
条 1 支持
"""


def benefit(name: str, *lines: str, of: str = "企业") -> str:
    per = "享受：每家企业 每年" if of == "企业" else "领取人：企业\n    享受：每个项目 每年"
    return "\n".join([f"  奖补 {name}", f"    支持对象：{of}", f"    {per}", *(f"    {line}" for line in lines), ""])


def group(how: str, *members: str, quote: str = "") -> str:
    said = f"    原文：“{quote}”\n" if quote else ""
    return f"  组 合并：{'、'.join(members)}\n{said}    方式：{how}\n"


def found(check: Callable[[Checked], Iterable[Diagnostic]], *parts: str) -> list[Diagnostic]:
    compiled = compile_policy([Source("t.pol", HEAD + "".join(parts))])
    assert compiled.policy is not None
    assert not compiled.findings, compiled.findings
    return list(check(Checked(compiled, compiled.policy, None)))


TENTH, FIFTH = benefit("甲奖", "标准：年度支出 × 10%"), benefit("乙奖", "标准：年度支出 × 5%")
HIGHEST = group("就高，按 企业", "甲奖", "乙奖")


def test_a_member_that_is_always_less_is_never_the_one_paid() -> None:
    [finding] = found(dominated_benefit.check, TENTH, FIFTH, HIGHEST)
    assert finding.place.span.text == "乙奖"
    assert finding.message("en").startswith("“乙奖” is never the one that “合并” pays")


def test_of_two_that_are_always_alike_only_the_later_is_reported() -> None:
    [finding] = found(dominated_benefit.check, TENTH, benefit("乙奖", "标准：年度支出 × 10%"), HIGHEST)
    assert dict(finding.arguments)["name"] == "乙奖"


LIFETIME = "就高，按 企业，期间 终身，先领低额时 补差"


def once(name: str, *lines: str) -> str:
    return benefit(name, *lines).replace("每家企业 每年", "每家企业 一次")


def of_one_off_awards(how: str, *lines: str) -> list[str]:
    every = once("甲奖", "条件：甲类", "标准：50万元"), once("乙奖", "条件：甲类 且 乙类", "标准：30万元", *lines)
    return [
        str(dict(each.arguments)["name"]) for each in found(dominated_benefit.check, *every, group(how, "甲奖", "乙奖"))
    ]


def test_of_two_awards_paid_once_in_a_lifetime_the_lower_is_never_paid() -> None:
    assert of_one_off_awards(LIFETIME) == ["乙奖"]


def test_what_looks_at_one_year_pays_the_lower_award_in_the_next() -> None:
    assert of_one_off_awards("就高，按 企业") == []


def test_an_award_that_can_be_taken_back_may_leave_room_for_the_lower() -> None:
    assert of_one_off_awards(LIFETIME, "追回：甲类") == []


def test_a_lower_award_with_a_condition_of_its_own_is_paid_first() -> None:
    high, low = once("甲奖", "条件：甲类", "标准：50万元"), once("乙奖", "条件：乙类", "标准：30万元")
    assert not found(dominated_benefit.check, high, low, group(LIFETIME, "甲奖", "乙奖"))


def test_of_three_awards_paid_once_each_that_is_never_paid_is_found() -> None:
    low = once("丙奖", "条件：甲类 且 乙类", "标准：20万元")
    every = once("甲奖", "条件：甲类", "标准：50万元"), once("乙奖", "条件：甲类 且 乙类", "标准：30万元"), low
    findings = found(dominated_benefit.check, *every, group(LIFETIME, "甲奖", "乙奖", "丙奖"))
    assert {dict(each.arguments)["name"] for each in findings} == {"乙奖", "丙奖"}


def test_a_member_that_wins_somewhere_is_not_reported() -> None:
    capped = benefit("甲奖", "标准：年度支出 × 10%", "上限：每家企业 每年 20万元")
    assert not found(dominated_benefit.check, capped, FIFTH, HIGHEST)


def test_a_benefit_that_can_be_had_once_leaves_room_for_another_later() -> None:
    once = TENTH.replace("每家企业 每年", "每家企业 一次")
    assert not found(dominated_benefit.check, once, FIFTH, HIGHEST)


def test_a_sum_over_many_items_may_pass_any_figure() -> None:
    of_items = benefit("乙奖", "标准：1万元", of="项目")
    assert not found(dominated_benefit.check, benefit("甲奖", "标准：100万元"), of_items, HIGHEST)


def test_awards_of_other_policies_never_make_one_of_ours_idle() -> None:
    assert not found(dominated_benefit.check, TENTH, FIFTH, group("就高，按 企业", "甲奖", "其他奖补"))


def test_a_reading_by_which_they_add_up_does_not_excuse_the_working_one() -> None:
    doubt = "    疑义 比不比 “就高”\n      读法 比\n      读法 加\n        方式：叠加\n"
    assert len(found(dominated_benefit.check, TENTH, FIFTH, HIGHEST + doubt)) == 1


def test_what_the_text_adds_is_reported_as_that_and_not_as_idle() -> None:
    assert not found(
        dominated_benefit.check, TENTH, benefit("乙奖", "原文：“再给予5%”", "标准：年度支出 × 5%"), HIGHEST
    )


KIND_A, KIND_B = benefit("甲奖", "条件：甲类", "标准：50万元"), benefit("乙奖", "条件：乙类", "标准：30万元")


def test_a_choice_that_nobody_is_said_to_make_is_shown_with_both_awards() -> None:
    [finding] = found(undecided_choice.check, KIND_A, KIND_B, group("择一", "甲奖", "乙奖", quote="只能享受一类"))
    assert finding.witness is not None
    assert [(side.zh, result.zh) for side, result in finding.witness.outcome] == [
        ("“甲奖”", "50万元"),
        ("“乙奖”", "30万元"),
    ]
    assert "only one of “甲奖” and “乙奖” may be had" in finding.message("en")


def test_a_choice_that_the_text_gives_to_the_applicant_is_decided() -> None:
    assert not found(undecided_choice.check, KIND_A, KIND_B, group("择一", "甲奖", "乙奖", quote="由企业自主选择一类"))


def test_where_both_pay_alike_or_never_meet_nothing_hangs_on_the_choice() -> None:
    same = benefit("乙奖", "条件：乙类", "标准：50万元")
    assert not found(undecided_choice.check, KIND_A, same, group("择一", "甲奖", "乙奖"))
    apart = benefit("乙奖", "条件：非 甲类", "标准：30万元")
    assert not found(undecided_choice.check, KIND_A, apart, group("择一", "甲奖", "乙奖"))


def test_what_can_never_be_due_together_need_not_exclude_each_other() -> None:
    apart = benefit("乙奖", "条件：非 甲类", "标准：30万元")
    for how in ("择一", "替代"):
        [finding] = found(dead_exclusivity.check, KIND_A, apart, group(how, "甲奖", "乙奖"))
        assert finding.place.span.text == f"方式：{how}"


def test_what_can_be_due_together_or_stands_beside_another_policy_is_left_alone() -> None:
    assert not found(dead_exclusivity.check, KIND_A, KIND_B, group("择一", "甲奖", "乙奖"))
    assert not found(dead_exclusivity.check, KIND_A, group("择一", "甲奖", "其他奖补"))
