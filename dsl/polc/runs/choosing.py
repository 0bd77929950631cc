"""择一: which member is chosen in a case, and why: paid before in the 期间, told, or the highest for want of both."""

from __future__ import annotations

from collections.abc import Mapping

from polc.diagnostics import Words
from polc.model.values import How
from polc.passes.lower.over_time import span_of
from polc.passes.lower.plan import Lowered, Plan


def told_of(group: Plan, facts: Mapping[str, object], place: int) -> Mapping[str, object]:
    """Return the facts at the level a group works at: those of the item at ``place``, or of the payee."""
    records = facts.get(group.items) if group.items else None
    found = records[place] if isinstance(records, list) and place < len(records) else facts
    return found if isinstance(found, Mapping) else {}


def bound_to(group: Plan, how: How | None, facts: Mapping[str, object], place: int = 0) -> str:
    """Return the member that was paid before in the 期间 of a 择一, so that it stays chosen; "" where there is none."""
    if how is None or how.mode != "choose" or not how.span_of:
        return ""
    told = told_of(group, facts, place)
    past = {h.of: h.name for h in group.histories if h.measure == "received" and h.period == span_of(how)}
    return next((name for name in group.members if name in past and told.get(past[name], 0)), "")


def chosen_in(group: Plan, how: How | None, facts: Mapping[str, object], place: int = 0) -> str:
    """Return the member that was chosen: the one it is bound to, else what 选定 says; "" where neither."""
    named = told_of(group, facts, place).get(f"选定.{group.part.name}")
    said = named if isinstance(named, str) and named in group.members else ""
    return bound_to(group, how, facts, place) or said


def how_chosen(group: Plan, how: How, facts: Mapping[str, object], place: int) -> Words:
    """Return how the choice reads behind the members: ``，选的是 甲``."""
    before, name = bound_to(group, how, facts, place), chosen_in(group, how, facts, place)
    if before:
        return Words(f"，以前给过 {before}，只算它", f", {before} was paid before and stays chosen")
    if name:
        return Words(f"，选定 {name}", f", {name} is chosen")
    return Words("，没有选定，取高", ", nobody has chosen, the highest")


def is_open(lowered: Lowered, plan: Plan, facts: Mapping[str, object]) -> bool:
    """Return whether in a part, or in a group inside it, there is a 择一 that nobody has decided."""
    line = lowered.terms(plan).how
    how = line.value if line is not None else None
    if plan.kind == "group" and how is not None and how.mode == "choose":
        records = facts.get(plan.items) if plan.items else None
        places = range(len(records)) if isinstance(records, list) else range(1)
        if any(not chosen_in(plan, how, facts, place) for place in places):
            return True
    inner = (lowered.plans[name] for name in plan.members if name in lowered.plans)
    return any(is_open(lowered, member, facts) for member in inner)
