"""What a pool holds and what is asked of it at the least and at the most, in figures that the file writes."""

from __future__ import annotations

from dataclasses import dataclass
from fractions import Fraction

from polc.checks.bounds import PERIODS, Bound, bounds_over, figures_paid, key_of, written
from polc.model.expressions import Kind, Quantity
from polc.model.policy import Pool, Terms
from polc.passes.lower.plan import Lowered, Plan
from polc.text import Span

_TOTAL = PERIODS["to_date"]


@dataclass(frozen=True, slots=True)
class Size:
    """A pool's 元 for a year or in total; ``may_wait``: what it cannot pay in one year is paid in a later one."""

    figure: Fraction
    text: str
    span: Span
    period: int
    may_wait: bool


@dataclass(frozen=True, slots=True)
class Need:
    """So many 元, and the line that asks for them; ``text`` as it is written there."""

    figure: Fraction
    text: str
    span: Span


def size_of(lowered: Lowered, pool: Pool) -> Size | None:
    """Return what a pool holds, or None where it is not said."""
    if pool.size is None or pool.size.amount is None or pool.size.amount.kind is not Kind.MONEY:
        return None
    amount = pool.size.amount
    period = PERIODS["yearly"] if pool.size.period == "yearly" else _TOTAL
    excess = pool.terms(lowered.selection).excess
    waits = excess is not None and getattr(excess.value, "id", "") == "defer" and period != _TOTAL
    return Size(amount.value, written(amount), pool.span, period, waits)


def full_award(lowered: Lowered, plan: Plan, size: Size) -> Need | None:
    """Return the most that one payee can be due from a pool in its period by one figure; None where no figure says.

    A cap that collects over years says nothing of one year, but where it is of the very thing that is paid once.
    """
    caps = [
        cap for cap in bounds_over(lowered, plan) if cap.period <= size.period or _of_what_is_paid_once(lowered, cap)
    ]
    paid = figures_paid(lowered, plan)
    lowest = min(caps, key=lambda cap: cap.figure, default=None)
    if paid and len(paid) == len(_awards(lowered.terms(plan))):
        _, most, line = max(paid, key=lambda each: each[1].value)
        if lowest is None or most.value <= lowest.figure:
            return Need(most.value, written(most), line)
    return None if lowest is None else Need(lowest.figure, lowest.text, lowest.span)


def _of_what_is_paid_once(lowered: Lowered, cap: Bound) -> bool:
    """Return whether a cap is, under another name, that of one award: paid once, at once, to what the cap is of."""
    terms = lowered.terms(cap.plan)
    per = terms.per.value if terms.per is not None else None
    if per is None or per.per_tier or per.frequency != "once" or terms.payout is not None:
        return False
    return key_of(lowered, cap.plan, per.keys) == cap.key


def places(lowered: Lowered, plan: Plan, size: Size) -> Need | None:
    """Return what all places of a quota take at the least, where every award is an exact figure."""
    terms = lowered.terms(plan)
    quota = terms.quota
    if quota is None or quota.value is None or quota.value.keys:
        return None
    if (PERIODS["yearly"] if quota.value.period == "yearly" else _TOTAL) != size.period:
        return None
    awards = _awards(terms)
    exact = [award for award in awards if isinstance(award, Quantity) and award.kind is Kind.MONEY]
    if not exact or len(exact) < len(awards):
        return None
    least = min(award.value for award in exact)
    caps = [cap.figure for cap in bounds_over(lowered, plan)]
    limit = quota.value.limit
    return Need(limit.value * min([least, *caps]), written(limit), quota.span)


def _awards(terms: Terms) -> list[object]:
    """Return all that a benefit may pay, as written: its standard, or the awards of its tiers."""
    if terms.pay is not None:
        return [terms.pay.value]
    return [row.award for row in terms.tiers.value.rows] if terms.tiers is not None and terms.tiers.value else []
