"""What each member of a group gets of a total that a joint cap cuts, where 分摊 says who bears the cut."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from polc.passes.lower.plan import Lowered, Plan
from polc.readers.evaluate import Interval, Outcome
from polc.runs.booking import split
from polc.runs.entry import Money
from polc.runs.reached import results


@dataclass(frozen=True, slots=True)
class Borne:
    """A member's share of the total and its own award, in 分, each granted at the upper end."""

    member: str
    share: Money
    own: Money


def borne(lowered: Lowered, plan: Plan, outcome: Outcome, facts: Mapping[str, object]) -> list[Borne]:
    """Return the shares of a group's members, over all items; none where 分摊 says nothing, or nothing is cut.

    They are those of the upper end: a share falls where another member's award rises, so it has no ends of its own.
    """
    terms = lowered.terms(plan)
    if plan.kind != "group" or terms.share is None or terms.share.value is None:
        return []
    shares: dict[str, Money] = {}
    owns: dict[str, Money] = {}
    for place, whole in enumerate(results(outcome, plan.item if plan.items else plan.result)):
        parts = [(name, _own(lowered, plan, outcome, facts, name, place)) for name in plan.members]
        if not isinstance(whole.value, Interval) or whole.value.open or any(money is None for _, money in parts):
            return []
        known = [(name, money) for name, money in parts if money is not None]
        for name, mine in split(lowered, plan, known, whole.value.high).items():
            shares[name] = shares.get(name, 0) + mine
            owns[name] = owns.get(name, 0) + dict(known)[name]
    return [] if shares == owns else [Borne(name, share, owns[name]) for name, share in shares.items()]


def _own(
    lowered: Lowered, plan: Plan, outcome: Outcome, facts: Mapping[str, object], name: str, place: int
) -> Money | None:
    """Return what a member comes to by itself (for the item at ``place``); None where it is not known."""
    member = lowered.plans.get(name)
    if member is None:
        records = facts.get(plan.items) if plan.items else None
        told = (records[place] if isinstance(records, list) else facts).get(f"外部.{name}", 0)
        return told if isinstance(told, int) else 0
    own = results(outcome, member.due if plan.items else member.result)
    value = own[place].value if place < len(own) else None
    return value.high if isinstance(value, Interval) and not value.open else None
