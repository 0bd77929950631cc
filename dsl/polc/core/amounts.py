"""An amount: what an award can be. Three expressions, so that discretion never hides in a number.

``low`` and ``high`` are exact amounts in 分; ``open`` holds where the text leaves the figure to a later act
(待定), and there ``high`` is dead. All operations act end by end and are monotone in amounts, which is what
makes evaluating two ends exact.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from polc.core.nodes import FALSE, TRUE, ZERO, Apply, Choose, Each, Expression, Literal, Round, RoundMode


@dataclass(frozen=True, slots=True)
class Amount:
    """Between ``low`` and ``high``; with something undetermined beside it where ``open`` holds."""

    low: Expression
    high: Expression
    open: Expression = FALSE


NOTHING = Amount(ZERO, ZERO)
UNDETERMINED = Amount(ZERO, ZERO, TRUE)


def exact(value: Expression) -> Amount:
    """Return the amount that is exactly ``value``."""
    return Amount(value, value)


def up_to(value: Expression) -> Amount:
    """Return the amount that the authority sets between 0 and ``value``."""
    return Amount(ZERO, value)


def at_least_nothing(value: Expression) -> Expression:
    """Return ``value``, or 0 where a subtraction takes it below: nobody is awarded a debt."""
    return Apply("max", (ZERO, value)) if _subtracts(value) else value


def _subtracts(value: Expression) -> bool:
    return isinstance(value, Apply) and (value.operator == "subtract" or any(map(_subtracts, value.operands)))


def both_ends(operator: str, *amounts: Amount) -> Amount:
    """Return a monotone operator (add, max) applied end by end; open where any operand is open."""
    return Amount(
        Apply(operator, tuple(a.low for a in amounts)),
        Apply(operator, tuple(a.high for a in amounts)),
        either(a.open for a in amounts),
    )


def either(truths: Iterable[Expression]) -> Expression:
    """Return the disjunction of ``truths``, with literal falses folded away."""
    kept = tuple(t for t in truths if t != FALSE)
    if not kept:
        return FALSE
    return kept[0] if len(kept) == 1 else Apply("or", kept)


def add(*amounts: Amount) -> Amount:
    """Return the sum, end by end."""
    return both_ends("add", *amounts) if amounts else NOTHING


def highest(*amounts: Amount) -> Amount:
    """Return the greatest, end by end (就高)."""
    return both_ends("max", *amounts) if amounts else NOTHING


def choose(condition: Expression, then: Amount, otherwise: Amount = NOTHING) -> Amount:
    """Return ``then`` where ``condition`` holds, ``otherwise`` where it does not."""
    opened = then.open if then.open == otherwise.open else Choose(condition, then.open, otherwise.open)
    return Amount(Choose(condition, then.low, otherwise.low), Choose(condition, then.high, otherwise.high), opened)


def capped(amount: Amount, cap: Expression) -> Amount:
    """Return the amount, at most ``cap``; an open amount rejoins under the cap: [low, cap]."""
    low = Apply("min", (amount.low, cap))
    high: Expression = Apply("min", (amount.high, cap))
    if amount.open != FALSE:
        high = Choose(amount.open, Apply("max", (ZERO, cap)), high)
    return Amount(low, high)


def raised(amount: Amount, floor: Expression) -> Amount:
    """Return the amount, at least ``floor`` (保底)."""
    return Amount(Apply("max", (amount.low, floor)), Apply("max", (amount.high, floor)), amount.open)


def less(amount: Amount, received: Expression) -> Amount:
    """Return what is left of the amount after ``received``, not below 0 (补差)."""

    def left(end: Expression) -> Expression:
        return Apply("max", (ZERO, Apply("subtract", (end, received))))

    return Amount(left(amount.low), left(amount.high), amount.open)


def scaled(amount: Amount, factor: Expression) -> Amount:
    """Return the amount times a factor that is not negative."""
    return Amount(Apply("multiply", (amount.low, factor)), Apply("multiply", (amount.high, factor)), amount.open)


def rounded(amount: Amount, mode: RoundMode, unit: int) -> Amount:
    """Return the amount with both ends rounded to a multiple of ``unit`` 分."""
    return Amount(Round(mode, unit, amount.low), Round(mode, unit, amount.high), amount.open)


def dropped_below(amount: Amount, floor: Expression) -> Amount:
    """Return the amount, or nothing where it cannot reach ``floor`` (不足不发).

    Where the floor lies inside the interval the true values are 0 or at least the floor: the hull [0, high].
    """
    low = Choose(Apply("less", (amount.low, floor)), ZERO, amount.low)
    reaches = Apply("at_most", (floor, amount.high))
    if amount.open != FALSE:
        reaches = Apply("or", (amount.open, reaches))
    return Amount(low, Choose(reaches, amount.high, ZERO), amount.open)


def over_items(fold: str, items: str, amount: Amount) -> Amount:
    """Return the sum or the greatest of an item step's amounts over a list of items."""
    if fold not in ("sum", "max"):
        msg = f"an amount folds by sum or max, not {fold}"
        raise ValueError(msg)
    kind: object = fold
    opened = FALSE if amount.open == FALSE else Each("any", items, amount.open)
    return Amount(
        Each(kind, items, amount.low),  # type: ignore[arg-type]
        Each(kind, items, amount.high),  # type: ignore[arg-type]
        opened,
    )


def differs(one: Amount, other: Amount) -> Expression:
    """Return whether the two amounts differ at either end or in being open."""
    parts: list[Expression] = [
        Apply("not", (Apply("equal", (one.low, other.low)),)),
        Apply("not", (Apply("equal", (one.high, other.high)),)),
    ]
    if one.open != other.open:
        parts.append(Apply("not", (Apply("same", (one.open, other.open)),)))
    return Apply("or", tuple(parts))


def literal(value: int) -> Amount:
    """Return an exact amount of ``value`` 分."""
    return exact(Literal(value))
