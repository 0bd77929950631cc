"""Laws of 次数: no more awards than a line allows, the right ones among several, and a choice that stays made."""

from fractions import Fraction
from itertools import combinations

from hypothesis import given, settings
from hypothesis import strategies as st

from polc.model.expectations import Table
from polc.passes.lower.plan import PLACE
from polc.passes.pipeline import Compiled, compile_policy
from polc.readers.evaluate import Case, Interval, Result, run
from polc.runs.fold import Fold, step
from polc.runs.reached import results
from polc.runs.tables import RowRun, Told
from polc.text import Source

BOUNDED = settings(max_examples=min(60, settings.default.max_examples))
MOST = 4

POLICY = """政策 示例措施
对象 企业
对象 展会 归属 企业
  费用：金额
  票款：金额
  开展日：日期
条 1 参展
  奖补 参展
    支持对象：展会
    领取人：企业
    享受：每个展会 每次
    标准：费用 + 最高 票款
    次数：每家企业 {how}
"""

exhibitions = st.lists(
    st.tuples(st.integers(0, 4), st.integers(0, 3), st.integers(739_000, 739_003)), min_size=1, max_size=MOST
)


def compiled(how: str) -> Compiled:
    found = compile_policy([Source("policy.pol", POLICY.format(how=how))])
    assert not found.findings
    return found


def outcome(how: str, items: list[tuple[int, int, int]], paid: int = 0) -> tuple[Result, list[Interval]]:
    """Return 应得 and what each item is granted at its upper end."""
    lowered = compiled(how).lowered()
    plan = lowered.plans["参展"]
    records = [
        {"展会.费用": low, "展会.票款": more, "展会.开展日": day, PLACE + "展会": place}
        for place, (low, more, day) in enumerate(items, 1)
    ]
    facts = {"展会": records, "次数·参展·企业·累计": paid, "次数·参展·企业·本年": paid}
    found = run(lowered.program, Case(facts))  # type: ignore[arg-type]
    granted = [one.value for one in results(found, plan.granted)]
    return results(found, plan.result)[0], granted  # type: ignore[return-value]


@BOUNDED
@given(exhibitions, st.integers(0, MOST), st.integers(0, 2))
def test_the_highest_count_first_whatever_their_order(items: list[tuple[int, int, int]], limit: int, paid: int) -> None:
    total, granted = outcome(f"{limit}次，就高", items, paid)
    room = max(0, limit - paid)
    lows = sorted((low for low, _, _ in items), reverse=True)[:room]
    highs = sorted((low + more for low, more, _ in items), reverse=True)[:room]
    assert total.value == Interval(sum(lows), sum(highs))
    assert sum(one.high for one in granted) == sum(highs)
    assert sum(one.high > 0 for one in granted) <= room
    assert outcome(f"{limit}次，就高", items[::-1], paid)[0] == total


@BOUNDED
@given(exhibitions, st.integers(0, MOST))
def test_without_an_order_a_result_is_what_every_choice_comes_to(items: list[tuple[int, int, int]], limit: int) -> None:
    settled = [(low, 0, day) for low, _, day in items]
    total, _ = outcome(f"每年 {limit}次", settled)
    paid = [low for low, _, _ in settled if low > 0]
    choices = {sum(chosen) for chosen in combinations(paid, min(limit, len(paid)))}
    if len(choices) == 1:
        assert total.value == Interval(*choices, *choices)
    else:
        assert any(name.startswith("先算哪一项") for name in total.missing)


@BOUNDED
@given(exhibitions, st.integers(1, MOST))
def test_by_a_fact_the_least_count_first_and_a_tie_of_unlike_awards_is_undecided(
    items: list[tuple[int, int, int]], limit: int
) -> None:
    settled = [(low, 0, day) for low, _, day in items]
    total, _ = outcome(f"{limit}次，按 开展日", settled)
    paid = sorted((day, low) for low, _, day in settled if low > 0)
    kept, left = paid[:limit], paid[limit:]
    tied = {low for day, low in paid if left and day == left[0][0]}
    if left and kept[-1][0] == left[0][0] and len(tied) > 1:
        assert total.missing
    else:
        assert total.value == Interval(sum(low for _, low in kept), sum(low for _, low in kept))


CHOICE = """政策 示例措施
对象 企业
  甲数：金额
  乙数：金额
条 1 成员
  外部 别处的奖：金额
  奖补 甲
    支持对象：企业
    标准：甲数
  奖补 乙
    支持对象：企业
    标准：乙数
  组 合：甲、乙、别处的奖
    方式：{how}
"""

years = st.lists(
    st.tuples(*(st.integers(0, 3),) * 3, st.sampled_from(("未选定", "甲", "乙", "别处的奖"))), min_size=1, max_size=5
)


def lived(how: str, told: list[tuple[int, int, int, str]]) -> Fold:
    lowered = compile_policy([Source("policy.pol", CHOICE.format(how=how))]).lowered()
    plan = lowered.plans["合"]
    fold = Fold(lowered, plan)
    for place, (one, other, outside, chosen) in enumerate(told):
        facts = {"企业.甲数": one, "企业.乙数": other, "外部.别处的奖": outside, "选定.合": chosen}
        row = RowRun(plan.part, Table("", (), ()), 1, plan.part.span, "")
        step(fold, 2026 + place, Told(facts=facts), None, row)  # type: ignore[arg-type]
    return fold


@BOUNDED
@given(years)
def test_a_choice_once_paid_stays_made(told: list[tuple[int, int, int, str]]) -> None:
    fold = lived("择一，期间 终身", told)
    assert len({entry.of for entry in fold.ledger.entries if entry.of != "合"}) <= 1


@BOUNDED
@given(years)
def test_the_highest_over_the_years_pays_what_the_best_member_comes_to(told: list[tuple[int, int, int, str]]) -> None:
    """However the years go, the sum is that of the member that came to most, other policies' awards included."""
    fold = lived("就高，期间 终身，先领低额时 补差", told)
    entries = fold.ledger.entries
    total = sum((entry.awarded for entry in entries if entry.of == "合"), start=Fraction(0))
    booked = sum((entry.awarded for entry in entries if entry.of != "合"), start=Fraction(0))
    assert total == booked
    assert total >= max(max(row[:3]) for row in told)
    assert total <= max(sum(row[place] for row in told) for place in range(3)) + sum(max(row[:3]) for row in told)
