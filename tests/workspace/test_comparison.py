"""Several policies asked about one applicant: what is known to one of them is told to it, and nothing is lost."""

import datetime as dt
from pathlib import Path

from several import OTHER, two

from polc.readers.prose.wrapping import cells
from polc.workspace import load
from polc.workspace.asking import Question, Replies, ask
from polc.workspace.comparison import Comparison, Outcome, compare
from polc.workspace.comparison_text import as_text
from polc.workspace.given import Given, Listed, Row, Told

DAY = dt.date(2026, 6, 1).toordinal()


def replied(folder: Path, *told: Told, other: str = OTHER) -> Replies:
    return ask(load([two(folder, other)]).drafts, Question(DAY), told)


def compared(folder: Path, *told: Told, other: str = OTHER) -> Comparison:
    replies = replied(folder, *told, other=other)
    assert not replies.slips
    return compare(replies)


def outcomes(found: Comparison) -> dict[str, Outcome]:
    return {entry.part.part.name: entry.outcome for policy in found.policies for entry in policy.entries}


def trade(**facts: object) -> Listed:
    return Listed("交易", (Row(facts),))


def test_each_benefit_is_as_sure_as_it_is(tmp_path: Path) -> None:
    found = compared(tmp_path, Given("在本市登记", "是"), Given("年度购买算力", "100万元"), Given("规模", "小型"),
                     trade(交易金额="1万元", 场所经批准="是"))  # fmt: skip
    assert outcomes(found) == {
        "算力补贴": Outcome.UP_TO,
        "规模奖": Outcome.NOTHING,
        "交易奖": Outcome.EXACT,
        "登门服务": Outcome.OPEN,
        "投资奖": Outcome.UNDECIDED,
        "微型奖": Outcome.NOTHING,
    }


def test_a_total_is_the_groups_own_and_never_a_sum_across_the_highest(tmp_path: Path) -> None:
    large = Given("规模", "大型", "企业")
    bought = Given("年度购买算力", "100万元")
    found = compared(tmp_path, Given("在本市登记", "否"), bought, large, trade(场所经批准="是"))
    jia = found.policies[0]
    assert [(total.part.part.name, total.mode, total.members) for total in jia.totals] == [
        ("算力和规模", "highest", ("规模奖",))
    ]
    assert jia.whole is not None
    assert jia.whole.value is not None
    assert getattr(jia.whole.value, "high", None) == (10 + 5) * 10_000 * 100  # 规模奖 10, with 交易奖 5 in no group
    text = as_text(found, "zh", colour=False)
    assert "全部 15万元 没有组的各项相加" in " ".join(text.split())


def test_nothing_is_totalled_while_something_is_undecided(tmp_path: Path) -> None:
    found = compared(tmp_path, Given("年度购买算力", "100万元"), Given("在本市登记", "是"))
    assert found.policies[0].whole is None
    (total,) = found.policies[0].totals
    assert (total.outcome, total.members, total.undecided) == (Outcome.UNDECIDED, ("算力补贴",), 1)


def test_what_decides_most_is_asked_for_first_and_two_policies_share_a_fact(tmp_path: Path) -> None:
    found = compared(tmp_path, Given("年度投资", "10万元"))
    first = found.wanted[0]
    assert first.name == "在本市登记"
    assert first.subjects == ["企业", "主体"]
    assert [(need.policy, need.part) for need in first.needs] == [
        ("jia", "算力补贴"), ("jia", "登门服务"), ("yi", "投资奖"),
    ]  # fmt: skip


def test_facts_that_take_other_values_are_asked_for_apart(tmp_path: Path) -> None:
    found = compared(tmp_path)
    assert [each.levels for each in found.wanted if each.name == "规模"] == [("小型", "中型", "大型"), ("微型", "小型")]


def test_a_missing_list_is_one_question_with_the_facts_of_its_things(tmp_path: Path) -> None:
    found = compared(tmp_path, Given("在本市登记", "是"))
    (trades,) = [each for each in found.wanted if each.items]
    assert (trades.name, trades.items) == ("", "交易")
    assert [each.name for each in found.fields["交易"]] == ["场所经批准"]


def test_a_thing_that_lacks_a_fact_is_named(tmp_path: Path) -> None:
    found = compared(tmp_path, trade(交易="合同甲", 交易金额="1万元"))
    (lacking,) = [each for each in found.wanted if each.items]
    assert (lacking.name, lacking.things) == ("场所经批准", ["合同甲"])


def test_a_fact_that_only_one_policy_knows_is_fine_and_one_that_none_knows_is_not(tmp_path: Path) -> None:
    assert not replied(tmp_path, Given("年度投资", "10万元")).slips
    replies = replied(tmp_path, Given("年度投姿", "10万元"), Given("在本市登", "是"))
    assert [words.zh for words in replies.slips] == [
        "没有叫“年度投姿”的事实；是不是“年度投资”？",
        "没有叫“在本市登”的事实；是不是“在本市登记”？",
    ]
    assert not replies.answers


def test_a_fact_is_known_by_its_subject_too(tmp_path: Path) -> None:
    found = compared(tmp_path, Given("在本市登记", "是", "主体"), Given("年度投资", "10万元", "主体"))
    assert outcomes(found)["投资奖"] is Outcome.EXACT
    assert outcomes(found)["登门服务"] is Outcome.NOT_ASKED
    assert [words.zh for words in replied(tmp_path, Given("年度投资", "1元", "企业")).slips] == [
        "没有叫“企业.年度投资”的事实"
    ]


def test_a_fact_of_a_list_that_nobody_knows_is_a_slip(tmp_path: Path) -> None:
    assert [w.zh for w in replied(tmp_path, trade(交易金颔="1元")).slips] == [
        "没有叫“交易金颔”的事实；是不是“交易金额”？"
    ]
    assert [w.zh for w in replied(tmp_path, Listed("各交易", ())).slips] == [
        "没有可以列多项的对象“各交易”；是不是“交易”？"
    ]


def test_a_value_that_fits_only_one_policy_is_told_there_and_said_of_the_other(tmp_path: Path) -> None:
    found = compared(tmp_path, Given("规模", "微型"))
    assert [each.policy for each in found.unfit] == ["jia"]
    assert outcomes(found)["微型奖"] is Outcome.EXACT
    assert "jia：“规模”要小型、中型、大型 之一" in as_text(found, "zh", colour=False)


def test_a_value_that_fits_nowhere_is_a_slip(tmp_path: Path) -> None:
    assert len(replied(tmp_path, Given("规模", "巨型")).slips) == 2


def test_a_name_of_different_things_must_say_which(tmp_path: Path) -> None:
    other = OTHER.replace("  年度投资：金额，每年\n", "  年度投资：金额，每年\n  交易金额：金额\n")
    replies = replied(tmp_path, Given("交易金额", "1元"), other=other)
    assert [words.zh for words in replies.slips] == [
        "“交易金额”在几份政策里是不同对象的事实：写明是哪一个，交易.交易金额 或 主体.交易金额"
    ]
    assert not replied(tmp_path, Given("交易金额", "1元", "主体"), other=other).slips


def test_drafts_and_expired_policies_are_marked(tmp_path: Path) -> None:
    drafts = load([two(tmp_path)]).drafts
    late = compare(ask(drafts, Question(dt.date(2030, 1, 1).toordinal()), ()))
    assert [(p.status, p.force) for p in late.policies] == [("issued", "after"), ("draft", "after")]
    text = as_text(late, "zh", colour=False)
    assert "征求意见稿，不是现行规定；已于 2028年12月31日 到期" in text


def test_no_line_is_wider_than_the_terminal(tmp_path: Path) -> None:
    found = compared(tmp_path, Given("年度购买算力", "100万元"), trade(交易金额="1元"))
    for language in ("zh", "en"):
        for everything in (False, True):
            text = as_text(found, language, colour=False, everything=everything)  # type: ignore[arg-type]
            shown = text.partition("：\n" if language == "zh" else "unknown):\n")[0]
            assert max(cells(line) for line in shown.splitlines()) <= 81, text


def test_why_nothing_is_paid_is_told(tmp_path: Path) -> None:
    found = compared(tmp_path, Given("规模", "小型"), Given("在本市登记", "否"), Listed("交易", ()))
    why = {e.part.part.name: e.why.zh for policy in found.policies for e in policy.of(Outcome.NOTHING)}
    assert why == {
        "算力补贴": "不符合 在本市登记",
        "规模奖": "不符合 规模 不低于 中型（规模 = 小型）",
        "交易奖": "没有交易",
        "登门服务": "不符合 在本市登记",
        "投资奖": "不符合 在本市登记",
        "微型奖": "不符合 规模 = 微型（规模 = 小型）",
    }
