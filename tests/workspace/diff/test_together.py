"""What the policy as a whole pays: groups, doubts, scope, dates, and words that nothing quotes."""

from versions_pair import DRAFT, compared, compiled, edited, part, payment, section

from polc.readers.evaluate import Interval
from polc.text import Source
from polc.workspace.diff import telling
from polc.workspace.diff.compare import compare
from polc.workspace.diff.found import Compared, Weight

WAN = 1_000_000
GROUP = DRAFT[DRAFT.index("条 4") :]
DOUBT = """\
    疑义 支持谁 “对企业”
      读法 所有企业
      读法 高新技术企业
        条件：高新技术企业
"""
CAP = "    上限：每家企业 每年 10万元\n"
DOUBTED = edited((CAP, CAP + DOUBT))


def test_highest_instead_of_added_up_shows_in_the_group_alone() -> None:
    found = compared(("方式：叠加", "方式：就高"))
    assert payment(found, "租房补贴").proof == "steps"
    total = payment(found, "各项")
    assert total.loses is not None
    assert total.nobody == {"gains"}


def test_a_group_whose_members_changed_follows_them_and_is_not_told_twice() -> None:
    found = compared(("每年 10万元", "每年 8万元"))
    assert payment(found, "各项").follows
    assert part(found, "各项").weight is Weight.SAME


def test_a_group_whose_total_is_the_same_though_its_members_changed_says_so() -> None:
    low = edited(("每年 12万元", "每年 1万元"), ("市级 | 5万元", "市级 | 1万元"))
    found = compared(("每年 10万元", "每年 9万元"), text=low)
    total = payment(found, "各项")
    assert (total.verdict, total.proof, total.follows) == ("same", "solver", True)


def test_a_group_that_is_gone_is_compared_by_what_its_members_come_to() -> None:
    found = compared((GROUP, ""))
    (total,) = found.payments
    assert set(total.about) == {"租房补贴", "认定奖励", "各项"}
    assert total.gains is not None
    assert total.gains.old.high == 12 * WAN
    assert total.nobody == {"loses"}


def test_a_member_that_joins_is_counted_in_the_total() -> None:
    found = compared(("组 各项：租房补贴、认定奖励", "组 各项：租房补贴、认定奖励、高新奖励"))
    (total,) = found.payments
    assert total.loses is not None
    assert total.loses.old.high > total.loses.new.high
    assert total.nobody == {"gains"}


def test_a_benefit_that_was_split_is_compared_with_its_halves() -> None:
    half = "  奖补 高新奖励甲\n    支持对象：企业\n    享受：每家企业 一次\n    条件：高新技术企业\n    标准：1万元\n"
    other = half.replace("高新奖励甲", "另一半").replace("1万元", "2万元")
    whole = "  奖补 高新奖励\n    支持对象：企业\n    享受：每家企业 一次\n    条件：高新技术企业\n    标准：3万元\n"
    found = compare(compiled(DRAFT), compiled(edited((whole, half + other))), apart=frozenset(("高新奖励",)))
    (total,) = found.payments
    assert set(total.about) == {"高新奖励", "高新奖励甲", "另一半"}
    # who once received the whole has received neither half
    assert total.before
    assert (total.loses, total.gains) == (None, None)
    assert total.other is not None
    assert any("以前得过" in fact.name for fact in total.other.facts)


def test_once_that_became_every_year_shows_who_had_it_before() -> None:
    found = part(
        compared(("享受：每家企业 一次\n    条件：高新技术企业", "享受：每家企业 每年\n    条件：高新技术企业")),
        "高新奖励",
    )
    (paid,) = found.payments
    assert paid.before
    assert paid.other is not None
    assert ("“高新奖励”以前得过", "1次") in [(fact.name, fact.value.zh) for fact in paid.other.facts]
    assert (paid.other.old, paid.other.new) == (Interval(0, 0), Interval(3 * WAN, 3 * WAN))


def test_a_doubt_that_is_settled_says_as_which_reading() -> None:
    found = part(compared((DOUBT, ""), ("达到 10人", "达到 10人 且 高新技术企业"), text=DOUBTED), "租房补贴")
    assert [each.zh for each in found.settled] == ["疑义“支持谁”没有了：新版和读法“高新技术企业”给得一样（已证明）"]


def test_a_new_doubt_says_which_reading_is_as_before() -> None:
    found = part(compare(compiled(DRAFT), compiled(DOUBTED)), "租房补贴")
    assert [each.zh for each in found.settled] == ["新有疑义“支持谁”：原版和读法“所有企业”给得一样（已证明）"]


def test_a_reading_that_is_written_otherwise_is_compared_under_it() -> None:
    found = part(
        compared(("        条件：高新技术企业\n", "        条件：高新技术企业 且 级别 达到 市级\n"), text=DOUBTED),
        "租房补贴",
    )
    working, other = found.payments
    assert working.proof == "steps"
    assert other.reading is not None
    assert other.reading.zh == "“支持谁”读作“高新技术企业”时"
    assert other.loses is not None


def test_scope_that_narrows_shows_who_is_left_out_once() -> None:
    local = edited(("  高新技术企业：是否", "  高新技术企业：是否\n  在本市登记：是否"))
    found = compared(("对象 企业", "适用：在本市登记\n\n对象 企业"), text=local)
    head = found.sections[0]
    (paid,) = head.payments
    assert paid.loses is not None
    assert paid.loses.new == Interval(0, 0)
    assert ("在本市登记", "否") in [(fact.name, fact.value.zh) for fact in paid.loses.facts]
    assert paid.reading is not None
    assert paid.reading.zh == "适用范围改了（另有 2 项也看它）"
    assert section(found, "1").weight is Weight.SAME


def test_other_dates_are_told_as_days() -> None:
    found = compared(("有效期：至 2028年12月31日", "有效期：自 2026年1月1日 至 2029年6月30日"))
    assert [note.zh for note in found.sections[0].notes] == [
        "有效期：原版 未知 至 2028年12月31日；新版 2026年1月1日 至 2029年6月30日"
    ]


def official(old: str, new: str) -> Compared:
    sources = Source("old.txt", old), Source("new.txt", new)
    return compare(compiled(DRAFT), compiled(DRAFT), official=sources)


def test_official_words_that_changed_and_that_nothing_quotes_are_told() -> None:
    quoted = "按年度房租的20%给予补贴，最高不超过10万元。"
    found = official(quoted + "须在每年3月31日前申报。", quoted + "须在每年6月30日前申报。")
    (note,) = found.sections[0].notes
    assert note.zh == "原文改了，两版都没有引用：“须在每年3月31日前申报” → “须在每年6月30日前申报”"
    assert official(quoted, quoted).weight is Weight.SAME


def test_words_of_a_clause_that_changed_without_its_encoding_are_pointed_out() -> None:
    clause = ("条 3 高新奖励\n", "条 3 高新奖励\n  原文：“对高新技术企业奖励3万元”\n")
    quoted = edited(clause)
    found = compared(("企业奖励3万元", "企业奖励4万元"), text=quoted)
    assert [note.zh for note in section(found, "3").notes] == ["条里的原文改了，编码没有动"]
    assert section(compared(("3万元", "4万元"), text=quoted), "3").notes == []


def test_words_that_changed_without_their_encoding_and_the_reverse_are_pointed_out() -> None:
    quote = part(compared(("最高不超过10万元", "最高不超过9万元")), "租房补贴")
    assert [note.zh for note in telling.notes(quote)] == ["原文改了，编码没有动"]
    lines = part(compared(("每年 10万元", "每年 9万元")), "租房补贴")
    assert [note.zh for note in telling.notes(lines)] == ["编码改了，原文没有动"]
    both = part(compared(("最高不超过10万元", "最高不超过9万元"), ("每年 10万元", "每年 9万元")), "租房补贴")
    assert telling.notes(both) == []


def test_a_benefit_whose_own_lines_stand_says_that_what_it_is_built_on_changed() -> None:
    built = edited(
        ("条 1 租房补贴\n", "定义 折算房租：年度房租 × 50%\n\n条 1 租房补贴\n"),
        ("标准：年度房租 ×", "标准：折算房租 ×"),
    )
    found = part(compared(("年度房租 × 50%", "年度房租 × 60%"), text=built), "租房补贴")
    assert found.changes == []
    (paid,) = found.payments
    assert paid.follows
    assert paid.gains is not None
    assert found.weight is Weight.GAINS
    assert [note.zh for note in telling.notes(found)] == ["它自己的行没有动，是它用到的别处改了"]
