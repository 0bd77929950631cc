"""Two versions side by side: what was rewritten, and who is paid otherwise."""

from versions_pair import DRAFT, compared, compiled, edited, part, payment, section

from polc.readers.evaluate import Interval
from polc.workspace.diff.compare import compare
from polc.workspace.diff.found import Weight

WAN = 1_000_000


def test_a_version_beside_itself_changed_nothing() -> None:
    assert compared().weight is Weight.SAME


def test_a_lower_cap_shows_who_loses_and_that_nobody_gains() -> None:
    found = payment(compared(("每年 10万元", "每年 8万元")), "租房补贴")
    assert found.loses is not None
    assert found.loses.new.high < found.loses.old.high
    assert found.gains is None
    assert found.nobody == {"gains"}


def test_a_higher_rate_and_a_lower_cap_show_one_who_gains_and_one_who_loses() -> None:
    found = payment(compared(("× 20%", "× 30%"), ("每年 10万元", "每年 8万元")), "租房补贴")
    assert found.gains is not None
    assert found.loses is not None
    assert found.gains.new.high > found.gains.old.high
    assert found.loses.new.high < found.loses.old.high
    assert not found.nobody


def test_the_greatest_difference_stands_beside_the_least_case() -> None:
    found = payment(compared(("每年 10万元", "每年 8万元")), "租房补贴")
    assert found.loses is not None
    assert found.loses.most == 2 * WAN  # 10 − 8, wherever 20% of the rent reaches 10
    no_cap = payment(compared(("    上限：每家企业 每年 10万元\n", "    上限：未写\n")), "租房补贴")
    assert no_cap.gains is not None
    assert no_cap.gains.unbounded


def test_a_lower_threshold_is_shown_by_who_meets_it_now() -> None:
    found = payment(compared(("达到 10人", "达到 5人")), "租房补贴")
    assert found.gains is not None
    assert found.gains.old == Interval(0, 0)
    assert ("职工人数", "5") in [(fact.name, fact.value.zh) for fact in found.gains.facts]
    assert found.nobody == {"loses"}


def test_a_new_condition_is_shown_by_who_no_longer_meets_it() -> None:
    asked = ("职工人数：个数", "职工人数：个数\n  在本市登记：是否")
    found = payment(compared(asked, ("达到 10人", "达到 10人 且 在本市登记")), "租房补贴")
    assert found.loses is not None
    assert ("在本市登记", "否", "new") in [(fact.name, fact.value.zh, fact.only) for fact in found.loses.facts]


def test_one_figure_of_a_table_shows_the_tier_and_both_places() -> None:
    found = part(compared(("省级 | 8万元", "省级 | 9万元")), "认定奖励")
    change = next(each for each in found.changes if each.keyword == "tier_row")
    assert (change.old.text if change.old else "", change.new.text if change.new else "") == (
        "| 省级 | 8万元 |",
        "| 省级 | 9万元 |",
    )
    (paid,) = found.payments
    assert paid.gains is not None
    assert (paid.gains.old, paid.gains.new) == (Interval(8 * WAN, 8 * WAN), Interval(9 * WAN, 9 * WAN))


def test_the_same_amount_in_other_units_is_no_change() -> None:
    assert compared(("每年 10万元", "每年 100,000元"), ("3万元", "30000元")).weight is Weight.SAME


def test_another_way_to_write_a_condition_is_proved_to_pay_the_same() -> None:
    found = part(compared(("达到 10人", "超过 9人")), "租房补贴")
    assert [(each.verdict, each.proof) for each in found.payments] == [("same", "solver")]
    assert found.weight is Weight.WRITTEN


def test_up_to_where_it_was_exact_keeps_the_upper_end() -> None:
    found = payment(compared(("标准：3万元", "标准：最高 3万元")), "高新奖励")
    assert found.other is not None
    assert (found.other.old, found.other.new) == (Interval(3 * WAN, 3 * WAN), Interval(0, 3 * WAN))


def test_a_clause_that_was_put_in_renumbers_the_others_and_changes_nothing_in_them() -> None:
    added = "条 1 总则\n  宣示 目的\n    原文：“为支持企业租房”\n\n条 2 租房补贴"
    changes = [("条 4 ", "条 5 "), ("条 3 ", "条 4 "), ("条 2 ", "条 3 "), ("条 1 租房补贴", added)]
    found = compared(*changes)
    numbers = [(each.old_number, each.new_number) for each in found.sections if not each.head]
    assert numbers == [("", "1"), ("1", "2"), ("2", "3"), ("3", "4"), ("4", "5")]
    assert section(found, "5").weight is Weight.MOVED
    assert part(found, "租房补贴").weight is Weight.SAME


def test_a_benefit_that_went_to_another_clause_says_where_it_was() -> None:
    text = "  奖补 高新奖励" + DRAFT.split("  奖补 高新奖励")[1].split("\n\n")[0]
    found = part(
        compared((text, "  牵头：市财政局"), ("      | 省级 | 8万元 |", "      | 省级 | 8万元 |\n" + text)), "高新奖励"
    )
    assert found.moved == ("3", "2")
    assert [each.verdict for each in found.payments] == ["same"]


def test_a_renamed_benefit_is_known_by_its_words() -> None:
    found = part(compared(("租房补贴", "办公用房补贴")), "办公用房补贴")
    assert found.old_name == "租房补贴"
    assert [each.verdict for each in found.payments] == ["same"]


def test_a_fact_that_lines_name_in_the_place_of_another_is_the_same_fact() -> None:
    found = compared(("年度房租", "当年租金"))
    assert found.renamed == [("企业", "年度房租", "当年租金")]
    assert payment(found, "租房补贴").verdict == "same"


def test_a_renaming_may_be_told() -> None:
    changes = (("  年度房租：金额，每年", "  租金：金额，每年\n  物业费：金额，每年"), ("年度房租 × 20%", "租金 × 20%"))
    assert compared(*changes, same={"年度房租": "租金"}).renamed == [("企业", "年度房租", "租金")]


def test_an_added_and_a_removed_benefit_show_the_least_case_of_each() -> None:
    found = compared(("奖补 高新奖励", "奖补 上云补助"), ("条件：高新技术企业\n    标准：3万元", "标准：年度房租 × 1%"))
    new, gone = payment(found, "上云补助"), payment(found, "高新奖励")
    assert new.gains is not None
    assert gone.loses is not None
    assert gone.loses.old == Interval(3 * WAN, 3 * WAN)


def test_a_fact_that_became_another_kind_is_not_decided_and_named() -> None:
    kind = ("高新技术企业：是否", "高新技术企业：无、培育、认定")
    found = payment(compared(kind, ("条件：高新技术企业", "条件：高新技术企业 达到 培育")), "高新奖励")
    assert found.verdict == "undecided"
    assert found.why is not None
    assert "高新技术企业" in found.why.zh


def test_a_level_that_only_one_version_knows_is_told_apart() -> None:
    row = "| 省级 | 8万元 |"
    found = compared(("无、市级、省级", "无、市级、省级、国家级"), (row, f"{row}\n      | 国家级 | 9万元 |"))
    paid = payment(found, "认定奖励")
    assert (paid.verdict, paid.proof) == ("same", "solver")
    ((side, case),) = paid.levels
    assert (side, case.old, case.new) == ("new", Interval(0, 0), Interval(9 * WAN, 9 * WAN))
    assert [(fact.name, fact.value.zh) for fact in case.facts] == [("级别", "国家级")]
    assert paid.weight is Weight.GAINS
    back = compare(
        compiled(edited(("无、市级、省级", "无、市级、省级、国家级"), (row, f"{row}\n      | 国家级 | 9万元 |"))),
        compiled(DRAFT),
    )
    assert payment(back, "认定奖励").weight is Weight.LOSES


def test_other_dates_change_no_award_while_both_are_in_force() -> None:
    found = compared(("2028年", "2029年"))
    assert found.weight is Weight.WRITTEN
    assert {each.verdict for section in found.sections for part in section.parts for each in part.payments} == {"same"}


def test_a_condition_of_the_wrong_sort_leaves_the_rest_to_compare() -> None:
    found = compared(("标准：3万元", "标准：年度房租 × 职工们"), ("省级 | 8万元", "省级 | 9万元"))
    assert found.broken
    assert payment(found, "高新奖励").verdict == "undecided"
    assert payment(found, "认定奖励").gains is not None
