"""What a ledger can hold of fixed awards that are paid once, in a 就高 that looks at all that was received before.

An award of 50万元 once is in the ledger or is not; where it is, the group has paid 50万元 in all, the lower ones before it
counted in. Without that a question meets pasts that no run of years leads to: one 分 received, and the award used up.
Guarantee: what ``of_a_lifetime`` presumes holds of every ledger that the measure itself can have filled, whatever the
years and in whatever order.
"""

from __future__ import annotations

from collections.abc import Collection, Iterator
from dataclasses import fields

from polc.checks.nesting import Nesting
from polc.checks.rivals import Rival, rivals
from polc.core.nodes import ZERO, Apply, Expression, Literal, Reference
from polc.core.program import HIGH
from polc.model.expressions import Kind, Quantity
from polc.model.policy import Group, Terms
from polc.passes.lower.plan import Lowered, Plan

_PLAIN = frozenset(("subject", "payee", "per", "when", "excluded", "pay", "use", "tested_on", "scope"))
"""The lines of a benefit that pays a fixed sum once and in full, and keeps it; ``how`` is a group's."""
_FEN = 100


def of_a_lifetime(lowered: Lowered, group: Group, name: str, idle: Collection[str]) -> Expression | None:
    """Return that a member is the one that a 就高 over a lifetime pays; None where that is not asked.

    ``idle`` are members that are not held against it. Asked of a group that pays the difference (补差) and of members that are fixed awards paid once; what else is received
    may be anything.
    """
    plan = lowered.plans[group.name]
    how = Nesting.of(lowered.policy, lowered.selection).how(group)
    every = rivals(lowered, plan)
    mine = next((rival for rival in every if rival.name == name), None)
    others = [rival for rival in every if rival is not mine and rival.name not in idle]
    if mine is None or not others or len(every) < len(plan.members):
        return None
    if how.span_of != "ever" or how.lower_first != "difference" or how.each_award or plan.items:
        return None
    if not _plain(group.terms(lowered.selection)):
        return None
    received = {past.of: Reference(past.name) for past in plan.histories if past.measure == "received"}
    if not all(rival.name in received for rival in every):
        return None
    total = Apply("add", tuple(received.values()))
    kept: list[Expression] = []
    for rival in every:
        award = _once(lowered, rival.plan)
        times = _times(rival.plan)
        if award is None or times is None:
            return None
        never = Apply("and", (Apply("equal", (times, ZERO)), Apply("equal", (received[rival.name], ZERO))))
        in_full = Apply("at_most", (Literal(award), total))
        within = Apply("at_most", (received[rival.name], Literal(award)))
        kept.append(Apply("or", (never, Apply("and", (Apply("less", (ZERO, times)), within, in_full)))))

    def comes_to(rival: Rival) -> Expression:
        return Apply("add", (received[rival.name], rival.high))

    above = (Apply("less", (comes_to(other), comes_to(mine))) for other in others)
    pays = Apply("less", (ZERO, Reference(plan.result + HIGH)))
    return Apply("and", (*above, pays, *kept))


def _plain(terms: Terms) -> bool:
    """Return whether a part has only lines under which a fixed award is paid in full or not at all."""
    return not any(getattr(terms, row.name) for row in fields(terms) if row.name not in {*_PLAIN, "how", "members"})


def _once(lowered: Lowered, plan: Plan | None) -> int | None:
    """Return the 分 that a benefit pays its payee once; None where it is another kind of award."""
    terms = lowered.terms(plan) if plan is not None else None
    if plan is None or terms is None or plan.kind != "benefit" or plan.items or not _plain(terms):
        return None
    per = terms.per.value if terms.per is not None else None
    pay = terms.pay.value if terms.pay is not None else None
    if per is None or per.frequency != "once" or per.per_tier:
        return None
    if not isinstance(pay, Quantity) or pay.kind is not Kind.MONEY:
        return None
    fen = pay.value * _FEN
    return int(fen) if fen.denominator == 1 else None


def _times(plan: Plan | None) -> Reference | None:
    """Return how often a benefit was paid in its life."""
    pasts: Iterator[str] = iter(())
    if plan is not None:
        pasts = (past.name for past in plan.histories if past.measure == "awards" and past.period == "ever")
    name = next(pasts, None)
    return Reference(name) if name is not None else None
