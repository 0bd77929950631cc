"""What a computation says of earlier years: what was received, given back, carried over."""

from __future__ import annotations

from collections.abc import Mapping
from fractions import Fraction

from polc.core.program import Stage, Step
from polc.diagnostics import Words
from polc.model.values import How
from polc.passes.lower.over_time import reaches_back
from polc.passes.lower.plan import History, Plan
from polc.readers.evaluate import Interval, Result
from polc.readers.prose import figures
from polc.runs.entry import Money


def history_value(history: History, facts: Mapping[str, object], place: int) -> Money:
    """Return what a history input is in a case (for the item at ``place``), nothing where it was not told."""
    source: object = facts
    if history.items:
        records = facts.get(history.items)
        source = records[place] if isinstance(records, list) and len(records) > place else {}
    found = source.get(history.name, 0) if isinstance(source, Mapping) else 0
    return found if isinstance(found, int | Fraction) else 0


def own_received(plan: Plan, facts: Mapping[str, object], place: int, period: str) -> Money:
    """Return what the part itself received, this_year or ever."""
    fit = [h for h in plan.histories if h.of == plan.part.name and h.measure == "received" and h.period == period]
    return history_value(fit[0], facts, place) if fit else 0


def of_members(plan: Plan, facts: Mapping[str, object], place: int) -> Money:
    """Return what the members of a group received in all years."""
    fit = [h for h in plan.histories if h.of in plan.members and h.measure == "received" and h.period == "ever"]
    return sum((history_value(history, facts, place) for history in fit), start=0)


def after_members(plan: Plan, how: How | None, facts: Mapping[str, object], place: int) -> Words:
    """Return what follows the members of a 就高 over the years: what was received before them."""
    received = of_members(plan, facts, place) if how is not None and reaches_back(how) else 0
    if how is None or not received:
        return Words("", "")
    paid = figures.amount(received)
    match how.lower_first:
        case "difference":
            return Words("，减去已领 {paid}", ", less {paid} received").fill(paid=paid)
        case "nothing":
            return Words("，已领过 {paid}，不再补", ", {paid} received, nothing more is paid").fill(paid=paid)
        case _:
            return Words("", "")


def carried(step: Step, result: Result, plan: Plan, facts: Mapping[str, object], place: int) -> Words | None:
    """Return what a step of 结转 or 退回 did; None where it did nothing."""
    if not isinstance(result.value, Interval) or result.applies is False:
        return None
    outcome = figures.award(result.value.low, result.value.high, opened=result.value.open)
    if step.stage is Stage.GIVE_BACK:
        paid = figures.amount(of_members(plan, facts, place))
        if not result.value.high and not result.value.open:
            told = Words(
                "已领 {paid}，今年的不更高：不退，也不再给", "{paid} received, and no more is due: nothing moves"
            )
        else:
            told = Words(
                "已领 {paid}：先退回，再全额给 {outcome}", "{paid} received: given back, then {outcome} in full"
            )
        return told.fill(paid=paid, outcome=outcome)
    if "/余/" in step.binds:
        return Words("超过的 {outcome} 转到下一年", "{outcome} above it goes on to the next year").fill(outcome=outcome)
    came = next((h for h in plan.histories if h.measure == "carried" and h.of == plan.part.name), None)
    paid = figures.amount(history_value(came, facts, place) if came else 0)
    return Words("上年转来 {paid}，合起来 {outcome}", "{paid} from last year, together {outcome}").fill(
        paid=paid, outcome=outcome
    )
