"""The laws that make two ends enough: every operation on amounts is monotone, and its interval holds every choice."""

from collections.abc import Callable
from fractions import Fraction
from typing import Any

from hypothesis import given
from hypothesis import strategies as st

from polc.core.amounts import (
    Amount,
    add,
    capped,
    choose,
    differs,
    dropped_below,
    exact,
    highest,
    less,
    literal,
    over_items,
    raised,
    rounded,
    scaled,
)
from polc.core.nodes import Literal, Reference
from polc.core.program import amount_of
from polc.readers.evaluate import Interval, evaluate

LIMIT = Reference("限")
OPERATIONS: dict[str, Callable[[Amount, Amount], Amount]] = {
    "add": add,
    "highest": highest,
    "choose": lambda one, other: choose(Reference("真"), one, other),
    "capped": lambda one, _: capped(one, LIMIT),
    "raised": lambda one, _: raised(one, LIMIT),
    "less": lambda one, _: less(one, LIMIT),
    "scaled": lambda one, _: scaled(one, Literal(Fraction(3, 10))),
    "rounded down": lambda one, _: rounded(one, "down", 4),
    "rounded up": lambda one, _: rounded(one, "up", 4),
    "rounded half up": lambda one, _: rounded(one, "half_up", 4),
    "dropped below": lambda one, _: dropped_below(one, LIMIT),
    "stacked under a cap": lambda one, other: capped(add(one, other), LIMIT),
    "highest, less what was received": lambda one, other: less(highest(one, other), LIMIT),
    "dropped, raised, capped": lambda one, other: capped(raised(dropped_below(one, LIMIT), Literal(2)), other.low),
}

operations = st.sampled_from(sorted(OPERATIONS))
numbers = st.integers(0, 12) | st.sampled_from([Fraction(1, 2), Fraction(19, 3)])
others = st.fixed_dictionaries({"限": numbers, "真": st.booleans()})


@st.composite
def intervals(draw: Callable[..., Any]) -> Interval:
    low, high = sorted((draw(numbers), draw(numbers)))
    return Interval(low, high, draw(st.sampled_from([False, False, True])))


def result(operation: str, one: Interval, other: Interval, facts: dict[str, Any]) -> Interval:
    """Return what the operation makes of two amounts."""
    environment = dict(facts)
    for name, interval in (("甲", one), ("乙", other)):
        environment |= {f"{name}/低": interval.low, f"{name}/高": interval.high, f"{name}/待定": interval.open}
    amount = OPERATIONS[operation](amount_of("甲", may_be_open=True), amount_of("乙", may_be_open=True))
    return ends(amount, environment)


def ends(amount: Amount, environment: dict[str, Any]) -> Interval:
    low, high, opened = (evaluate(end, environment) for end in (amount.low, amount.high, amount.open))
    assert not isinstance(low, str)
    assert not isinstance(high, str)
    return Interval(low, high, bool(opened))


def is_between(low: Any, interval: Interval) -> bool:  # noqa: ANN401  # a number
    return bool(interval.low <= low and (interval.open or low <= interval.high))


@given(operations, intervals(), intervals(), others)
def test_the_lower_end_is_never_above_the_upper(
    operation: str, one: Interval, other: Interval, facts: dict[str, Any]
) -> None:
    found = result(operation, one, other, facts)
    assert found.open or 0 <= found.low <= found.high


@given(st.data(), operations, intervals(), intervals(), others)
def test_whatever_is_granted_within_the_intervals_the_result_is_within_its_own(
    data: st.DataObject, operation: str, one: Interval, other: Interval, facts: dict[str, Any]
) -> None:
    found = result(operation, one, other, facts)
    if operation == "dropped, raised, capped":
        other = Interval(other.low, other.low)  # its cap is a number, not an amount
    granted = [
        one_of.low + data.draw(numbers) if one_of.open else data.draw(st.sampled_from(points(one_of)))
        for one_of in (one, other)
    ]
    exactly = result(operation, *(Interval(point, point) for point in granted), facts)
    assert exactly.low == exactly.high
    assert is_between(exactly.low, found)


def points(interval: Interval) -> list[Any]:
    middle = Fraction(interval.low + interval.high) / 2
    whole = range(int(interval.low) + 1, int(interval.high) + 1)
    return [interval.low, interval.high, middle, *(point for point in whole if point <= interval.high)]


@given(operations, intervals(), intervals(), intervals(), others)
def test_more_of_an_amount_never_gives_less(
    operation: str, one: Interval, more: Interval, other: Interval, facts: dict[str, Any]
) -> None:
    grown = Interval(one.low + more.low, one.high + more.high, one.open or more.open)
    before, after = result(operation, one, other, facts), result(operation, grown, other, facts)
    assert before.low <= after.low
    assert after.open or (not before.open and before.high <= after.high)


@given(st.lists(intervals(), max_size=3), st.sampled_from(["sum", "max"]))
def test_folding_over_items_is_adding_or_taking_the_highest(parts: list[Interval], fold: str) -> None:
    records = [{"单项/低": part.low, "单项/高": part.high, "单项/待定": part.open} for part in parts]
    folded = ends(over_items(fold, "合同", amount_of("单项", may_be_open=True)), {"合同": records})
    together = add if fold == "sum" else highest
    written_out = [Amount(Literal(part.low), Literal(part.high), Literal(part.open)) for part in parts]
    assert folded == ends(together(*written_out), {})


@given(intervals(), intervals())
def test_amounts_differ_where_their_ends_do(one: Interval, other: Interval) -> None:
    amounts = [Amount(Literal(each.low), Literal(each.high), Literal(each.open)) for each in (one, other)]
    assert evaluate(differs(*amounts), {}) is (one != other)


def test_a_floor_inside_the_interval_leaves_nothing_or_at_least_the_floor() -> None:
    amount = dropped_below(Amount(Literal(0), Literal(40)), Literal(35))
    assert ends(amount, {}) == Interval(0, 40)
    assert ends(dropped_below(literal(30), Literal(35)), {}) == Interval(0, 0)
    assert ends(dropped_below(exact(Literal(35)), Literal(35)), {}) == Interval(35, 35)
