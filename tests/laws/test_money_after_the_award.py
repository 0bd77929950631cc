"""Laws of the money after the award: nothing is paid twice, nothing gets lost, and shares add up to what is shared."""

from fractions import Fraction

from hypothesis import given
from hypothesis import strategies as st

from polc.runs.entry import Entry, Money
from polc.runs.ledger import instalments
from polc.runs.sharing import shared

MODES = st.sampled_from(("last_bears", "first_bears", "pro_rata"))
MONEY = st.one_of(st.integers(0, 10_000), st.fractions(0, 10_000, max_denominator=300))
SHARES = st.lists(st.integers(1, 5), min_size=1, max_size=4).map(lambda n: [Fraction(one, sum(n)) for one in n])
EVENTS = st.lists(
    st.tuples(st.sampled_from(("stop", "take back")), st.integers(0, 6), st.fractions(0, 1, max_denominator=7)),
    max_size=5,
).map(lambda events: sorted(events, key=lambda event: event[1]))
"""What happens in which year after the award, and to how much of it."""


@given(st.lists(MONEY, max_size=5), MONEY, MODES)
def test_the_shares_of_a_joint_cap_add_up_to_what_there_is(parts: list[Money], total: Money, mode: str) -> None:
    found = shared(parts, total, mode)
    assert sum(found) == min(total, sum(parts))
    assert all(0 <= share <= part for share, part in zip(found, parts, strict=True))


@given(st.lists(st.integers(0, 10_000), max_size=5), st.integers(0, 30_000))
def test_pro_rata_pays_whole_fen_and_is_nowhere_off_by_one(parts: list[int], total: int) -> None:
    found = shared(parts, total, "pro_rata")
    whole = sum(parts)
    for part, share in zip(parts, found, strict=True):
        assert share == int(share)
        assert total >= whole or abs(share - Fraction(part * total, whole)) < 1


def lived(money: Money, shares: list[Fraction], events: list[tuple[str, int, Fraction]]) -> Entry:
    """Return an award of the year 2020 after all that happened to it."""
    entry = Entry("奖", "", 2020, money, payments=instalments(money, shares, 2020))
    for what, year, share in events:
        if what == "stop":
            entry.stop(2020 + year)
        elif share:
            entry.take_back(2020 + year, share)
    return entry


@given(MONEY, SHARES, EVENTS)
def test_what_was_granted_is_paid_or_stopped_or_taken_back(
    money: Money, shares: list[Fraction], events: list[tuple[str, int, Fraction]]
) -> None:
    entry = lived(money, shares, events)
    stopped = sum(one.money for one in entry.stopped)
    assert entry.awarded == entry.all_paid() + stopped
    assert entry.granted == entry.awarded - stopped - entry.all_taken()
    assert 0 <= entry.all_taken() <= entry.all_paid()


@given(MONEY, SHARES, EVENTS)
def test_nothing_is_taken_back_that_was_not_paid_before(
    money: Money, shares: list[Fraction], events: list[tuple[str, int, Fraction]]
) -> None:
    entry = lived(money, shares, events)
    for year in range(2020, 2030):
        before = sum(entry.paid(each) for each in range(2020, year))
        assert sum(entry.taken_in(each) for each in range(2020, year + 1)) <= before


@given(MONEY, SHARES, st.integers(0, 6), st.fractions(Fraction(1, 7), 1, max_denominator=7), st.integers(1, 3))
def test_a_condition_that_goes_on_holding_takes_nothing_twice(
    money: Money, shares: list[Fraction], year: int, share: Fraction, more: int
) -> None:
    once = lived(money, shares, [("take back", year, share)])
    again = lived(money, shares, [("take back", year + n, share) for n in range(more + 1)])
    assert (once.all_taken(), once.all_paid()) == (again.all_taken(), again.all_paid())


@given(MONEY, SHARES, EVENTS)
def test_a_group_loses_what_its_members_lose(
    money: Money, shares: list[Fraction], events: list[tuple[str, int, Fraction]]
) -> None:
    group = Entry("组", "", 2020, money)
    entry = Entry("奖", "", 2020, money, payments=instalments(money, shares, 2020), under=group)
    for what, year, share in events:
        if what == "stop":
            entry.stop(2020 + year)
        elif share:
            entry.take_back(2020 + year, share)
    assert group.granted == entry.granted
    assert [group.paid(year) for year in range(2020, 2030)] == [entry.paid(year) for year in range(2020, 2030)]
    assert group.all_taken() == entry.all_taken()
    assert group.counts == entry.counts
