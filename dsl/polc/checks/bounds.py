"""What bounds the awards of a benefit, in figures: its own caps, those of the groups it is in, its pools.

Guarantees: only figures that the file writes as such; a cap that is computed, or whose excess is carried over to the next year, is
not among them.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from fractions import Fraction

from polc.model.expressions import Expression, Kind, Name, Quantity, UpTo
from polc.model.policy import Part, Pool, Stated
from polc.model.values import Cap, KeyPart, NoneStated
from polc.passes.lower.plan import Lowered, Plan
from polc.text import Span

PERIODS = {"each_time": 0, "": 0, "yearly": 1, "to_date": 2}
"""From the shortest: one award, one year, all years together."""
OF_ITEM, OF_PAYEE = 0, 1
"""Who shares a cap: what is paid for one item, or all that one payee gets."""


@dataclass(frozen=True, slots=True)
class Bound:
    """A cap of so many 元 on a part: who shares it (0 one item, 1 one payee), and over how long (see PERIODS)."""

    figure: Fraction
    text: str
    span: Span
    plan: Plan
    key: int
    period: int

    def within(self, other: Bound) -> bool:
        """Return whether all that this one bounds, and not the same, is bounded by the other too."""
        at_most = self.key <= other.key and self.period <= other.period
        return at_most and (self.key, self.period, self.plan.part) != (other.key, other.period, other.plan.part)


def figure(award: Expression | NoneStated | None) -> Quantity | None:
    """Return the money that an expression writes as one figure, with 最高 in front of it or without."""
    inner = award.operand if isinstance(award, UpTo) else award
    return inner if isinstance(inner, Quantity) and inner.kind is Kind.MONEY else None


def written(quantity: Quantity) -> str:
    """Return a figure as the file has it."""
    return quantity.span.text if quantity.span else str(quantity.value)


def figures_paid(lowered: Lowered, plan: Plan) -> list[tuple[int, Quantity, Span]]:
    """Return (number of the tier, or 0; figure; its line) of every award that is one figure."""
    terms = lowered.terms(plan)
    found: list[tuple[int, Quantity, Span]] = []
    if terms.pay is not None:
        amount = figure(terms.pay.value)
        if amount is not None:
            found.append((0, amount, terms.pay.span))
    if terms.tiers is not None and terms.tiers.value is not None and terms.tiers.value.mode != "marginal":
        for number, row in enumerate(terms.tiers.value.rows, 1):
            amount = figure(row.award)
            if amount is not None and row.span is not None:
                found.append((number, amount, row.span))
    return found


def bounds_of(lowered: Lowered, plan: Plan) -> Iterator[Bound]:
    """Yield the caps that a part itself has."""
    for line in lowered.terms(plan).caps:
        cap = line.value
        amount = figure(cap.amount) if isinstance(cap, Cap) else None
        if not isinstance(cap, Cap) or amount is None or cap.excess == "carry":
            continue
        key = key_of(lowered, plan, cap.keys)
        if key is not None:
            yield Bound(amount.value, written(amount), line.span, plan, key, PERIODS[cap.period])


def bounds_over(lowered: Lowered, plan: Plan) -> Iterator[Bound]:
    """Yield the caps of a part and of every group it is in."""
    yield from bounds_of(lowered, plan)
    for group in groups_over(lowered, plan):
        yield from bounds_of(lowered, group)


def groups_over(lowered: Lowered, plan: Plan) -> list[Plan]:
    """Return the groups that a part is in, each once, nearest first."""
    found: list[Plan] = []
    todo = [plan]
    while todo:
        inner = todo.pop(0)
        outer = [each for each in lowered.plans.values() if inner.part.name in each.members and each not in found]
        found.extend(outer)
        todo.extend(outer)
    return found


def pools_over(lowered: Lowered, plan: Plan) -> list[Pool]:
    """Return the pools that pay a part, directly or through a group or another pool."""
    known = {pool.name: pool for pool in lowered.policy.pools}
    names = [_pool_of(lowered.terms(each).from_pool) for each in (plan, *groups_over(lowered, plan))]
    found: list[Pool] = []
    while names:
        pool = known.get(names.pop(0))
        if pool is not None and pool not in found:
            found.append(pool)
            names.append(_pool_of(pool.terms(lowered.selection).from_pool))
    return found


def _pool_of(line: Stated[Name] | None) -> str:
    return line.value.text if line is not None and line.value is not None else ""


def key_of(lowered: Lowered, plan: Plan, parts: tuple[KeyPart, ...]) -> int | None:
    """Return whether a cap is of one item or of the payee; None where it is of neither."""
    if plan.context is None:
        return None
    own = OF_ITEM if plan.items else OF_PAYEE
    if not parts:
        per = lowered.terms(plan).per
        parts = per.value.keys if per is not None and per.value is not None else ()
        if not parts:
            return own
    if len(parts) > 1:
        return None
    name = lowered.names.key(parts[0])
    kind = lowered.names.key_is(plan.context, name) if name else None
    return {"item": OF_ITEM, "payee": OF_PAYEE}.get(kind or "")


def own_steps(lowered: Lowered, plan: Plan, place: Span) -> list[str]:
    """Return the binds of the steps of a part that a line stands behind."""
    return [binds for binds in plan.steps if place in lowered.step(binds).because]


def drawn(lowered: Lowered, pool: Part) -> list[Plan]:
    """Return the benefits and groups that a pool pays by their own words."""
    return [
        plan for plan in lowered.plans.values()
        if plan.kind != "requirement" and _pool_of(lowered.terms(plan).from_pool) == pool.name
    ]  # fmt: skip
