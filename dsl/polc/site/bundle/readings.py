"""What each reading but the working one changes: the steps, inputs and parts that differ, to be laid over the policy.

Guarantee: laid over, the parts answer what ``polc eval`` answers under that reading; a part that is not among them is
not touched by it. Several are laid over together where ``together.py`` found that they compose.
"""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping, Sequence
from typing import Any, TypeAlias

from polc.core.as_json import to_json
from polc.core.program import Program, Step
from polc.core.references import references_of_step
from polc.model.policy import Doubt
from polc.passes.lower.force import start_day
from polc.passes.lower.plan import Lowered, Plan
from polc.runs.assumed import of_scope, silences
from polc.site.bundle.parts import part_of
from polc.site.bundle.presumptions import presumptions
from polc.site.bundle.tellable import facts
from polc.site.bundle.together import Laid, Together
from polc.site.contents import Entry

Json: TypeAlias = dict[str, Any]


def readings(entry: Entry, places: Mapping[str, int]) -> Iterator[Json]:
    """Yield what every other reading of every doubt changes; ``places`` says where each step of the policy stands."""
    told = {(one["key"], one.get("items", "")) for one in facts(entry.lowered)}
    together = Together(entry.draft.compiled)
    before: list[Laid] = []
    for doubt in entry.draft.compiled.doubts.values():
        working = doubt.readings[0].name
        for reading in doubt.readings[1:]:
            other = entry.draft.compiled.lowered({doubt.name: reading.name})
            found = _changed(entry, other, places, told)
            if found["parts"]:
                laid = together.laid((doubt.name, reading.name))
                yield {
                    **_of(doubt),
                    "working": working,
                    "reading": reading.name,
                    **found,
                    **_with(together, laid, before),
                }
                before.append(laid)


def _with(together: Together, laid: Laid, before: Sequence[Laid]) -> Json:
    """Return into which parts a reading reaches, and in which it clashes with those before it, by their places."""
    others = ((place, each) for place, each in enumerate(before) if each.choice[0] != laid.choice[0])
    clashes = {str(place): names for place, each in others if (names := together.clashes(each, laid))}
    reached: Json = {"everywhere": True} if laid.everywhere else {"reached": sorted(laid.reached)}
    return reached | ({"clashes": clashes} if clashes else {})


def _of(doubt: Doubt) -> Json:
    return {"doubt": doubt.name, **({"words": doubt.words} if doubt.words else {})}


def _changed(entry: Entry, other: Lowered, places: Mapping[str, int], told: Collection[tuple[str, str]]) -> Json:
    base = entry.lowered
    steps = [step for step in other.program.steps if not _same(step, base, places)]
    where = dict(places) | {step.binds: len(base.program.steps) + place for place, step in enumerate(steps)}
    known = set(base.program.inputs)
    inputs = tuple(given for given in other.program.inputs if given not in known)
    touched = _touched(base, other)
    written = to_json(Program(inputs, tuple(steps)))
    for step in written["steps"]:
        step.pop("because", None)
    found: Json = {
        "inputs": written["inputs"],
        "steps": written["steps"],
        "parts": [
            _part(entry, other, plan, (places, where))
            for plan in other.plans.values()
            if _differs(base, other, plan, touched)
        ],
    }
    if inputs:
        found["facts"] = [one for one in facts(other) if (one["key"], one.get("items", "")) not in told]
        had_presumed = dict(presumptions(base))
        found["presumed"] = {name: how for name, how in presumptions(other) if name not in had_presumed}
    if sorted(of_scope(other)) != sorted(of_scope(base)):
        found["scope"] = sorted(of_scope(other))
    if (start_day(other.whole) is None) != (start_day(base.whole) is None):
        found["known_start"] = start_day(other.whole) is not None
    return found


def _part(entry: Entry, other: Lowered, plan: Plan, places: tuple[Mapping[str, int], Mapping[str, int]]) -> Json:
    """Return what differs of a part; a line that does not is told by its place."""
    before, after = places
    new = part_of(entry, other, plan, after)
    own = entry.lowered.plans.get(plan.part.name)
    if own is None:
        return new
    old = part_of(entry, entry.lowered, own, before)
    lines = [old["lines"].index(line) if line in old["lines"] else line for line in new["lines"]]
    found = {name: value for name, value in new.items() if value != old[name]}
    return {"name": new["name"], **found, **({"lines": lines} if "lines" in found else {})}


def _same(step: Step, base: Lowered, places: Mapping[str, int]) -> bool:
    """Return whether the policy has a step that computes the same."""
    place = places.get(step.binds)
    own = base.program.steps[place] if place is not None else None
    return own is step or (
        own is not None and own.value == step.value and own.applies == step.applies and own.over == step.over
    )


def _touched(base: Lowered, other: Lowered) -> frozenset[str]:
    """Return the names of steps and inputs that are not the same in both, or are in one alone."""
    ours, theirs = ({step.binds: step for step in each.program.steps} for each in (base, other))
    steps = (
        step
        for mine, yours in ((ours, theirs), (theirs, ours))
        for binds, step in mine.items()
        if (own := yours.get(binds)) is not step and own != step
    )
    told, asked = ({one for given in each.program.inputs for one in given.scalars} for each in (base, other))
    return frozenset(name for step in steps for name in step.names) | {one.name for one in told ^ asked}


def _differs(base: Lowered, other: Lowered, plan: Plan, touched: frozenset[str]) -> bool:
    """Return whether a part computes, or is told, otherwise than under the working readings.

    ``touched`` are the names of what is not the same in both.
    """
    own = base.plans.get(plan.part.name)
    if own is None or not _alike(own, plan):
        return True
    mine = base.slice(own)
    if not (_same_steps(base, own, other, plan) and touched.isdisjoint(_names(mine))):
        theirs = other.slice(plan)
        if mine.steps != theirs.steps or mine.inputs != theirs.inputs or own.steps != plan.steps:
            return True
    if base.terms(own) == other.terms(plan) and base.whole == other.whole:
        return False
    return silences(base, own) != silences(other, plan)


def _alike(own: Plan, plan: Plan) -> bool:
    mine, theirs = ((each.result, each.item, each.items, each.members) for each in (own, plan))
    return mine == theirs


def _same_steps(base: Lowered, own: Plan, other: Lowered, plan: Plan) -> bool:
    """Return whether a part and its members are put together from steps of the same names."""
    inner = (
        (base.plans[name], other.plans[name])
        for name in plan.members
        if name in base.plans and name in other.plans and name in own.members
    )
    return (
        own.steps == plan.steps
        and own.members == plan.members
        and all(_same_steps(base, mine, other, theirs) for mine, theirs in inner)
    )


def _names(program: Program) -> frozenset[str]:
    """Return every name that a program binds, refers to or is told."""
    steps = frozenset[str]().union(*(references_of_step(step) for step in program.steps))
    return steps | {name for step in program.steps for name in step.names}
