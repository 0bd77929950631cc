"""One policy as data for the calculator: its program, what may be told, and how each part is read off and explained.

``calculate.js`` reads it. Guarantee: with the same facts and day it gives what ``polc eval`` gives; the tests
hold it to that. What is presumed where nothing was told stands here with its words, so that the page can say
so.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import Any, Final, TypeAlias

from polc.core.as_json import to_json
from polc.core.nodes import Scalar
from polc.core.program import Stage, Step
from polc.core.references import references_of_step
from polc.core.types import Input, Items
from polc.diagnostics import Words
from polc.passes.lower.force import start_day
from polc.passes.lower.plan import IN_SCOPE, PLACE, STARTED, UNEXPIRED, WITHIN, Lowered, Plan
from polc.passes.periods import WORKING, Period
from polc.runs.assumed import BEGUN, SCOPE, of_scope, presumed, silences
from polc.runs.computation import label_of, own_words
from polc.runs.holidays import NOTICES
from polc.runs.telling import Slot
from polc.site.contents import Entry
from polc.workspace.told import slots

SCHEMA: Final = "polc/bundle/1"
Json: TypeAlias = dict[str, Any]

_UNTOLD = {"日期": 1}
"""What a page always knows: some day."""
_TRUTHS = (Stage.SCOPE, Stage.CONDITION, Stage.LIMIT, Stage.VERDICT, Stage.STOP, Stage.CLAW_BACK, Stage.TIER)
_UNTOLD_STAGES = (Stage.ITEM, Stage.PROMISE, Stage.SUM)


def bundle(entry: Entry) -> Json:
    """Return the data of one policy under its working readings."""
    lowered = entry.lowered
    program = to_json(lowered.program)
    for step in program["steps"]:
        step.pop("because", None)
    program.pop("laws")
    places = {step.binds: place for place, step in enumerate(lowered.program.steps)}
    return {
        "schema": SCHEMA,
        "policy": {"id": entry.draft.name, "name": entry.policy.name, "page": entry.overview, "draft": entry.is_draft},
        "program": program,
        "known_start": start_day(lowered.whole) is not None,
        "scope": sorted(of_scope(lowered)),
        "presumed": dict(_presumptions(lowered)),
        "facts": list(_facts(lowered)),
        "parts": [_part(entry, plan, places) for plan in lowered.plans.values()],
        "holidays": _holidays(lowered.program.inputs),
    }


def _presumptions(lowered: Lowered) -> Iterator[tuple[str, Json]]:
    """Yield how every input, or field of items, is filled where it was not told."""
    for given in lowered.program.inputs:
        for one in given.scalars:
            found = _presumption(one)
            if found is not None:
                yield one.name, found


def _presumption(given: Input) -> Json | None:
    name = given.name
    if name == UNEXPIRED or name.startswith(WITHIN):
        return {"how": "value", "value": False}
    if name == STARTED:
        return {"how": "started", "why": _why(BEGUN.words)}
    if name == IN_SCOPE:
        return {"how": "scope", "why": _why(SCOPE.words)}
    if name.startswith(PLACE):
        return {"how": "place"}
    guess = presumed(given, _UNTOLD)
    if guess is None:
        return None
    value, why = guess
    if name.startswith("首年·"):
        return {"how": "year", "why": _why(why.words)}
    return {"how": "value", "value": _written(value), "why": _why(why.words)}


def _facts(lowered: Lowered) -> Iterator[Json]:
    """Yield what may be told, as the drafter calls it, once for each input."""
    known = slots(lowered)
    seen: set[tuple[str, str]] = set()
    told: list[tuple[str, str, Slot]] = [
        *((subject, name, slot) for (subject, name), slot in known.facts.items()),
        *((items, name, slot) for (items, name), every in known.fields.items() for slot in every),
        *(("", name, slot) for name, slot in known.plain.items()),
    ]
    for subject, name, slot in told:
        if (slot.items, slot.key) in seen or not slot.finest:
            continue
        seen.add((slot.items, slot.key))
        yield {
            "name": name,
            "subject": subject,
            "key": slot.key,
            "kind": slot.kind,
            **({"items": slot.items} if slot.items else {}),
            **({"levels": list(slot.levels)} if slot.levels else {}),
            **({"unit": slot.unit} if slot.unit else {}),
        }


def _part(entry: Entry, plan: Plan, places: dict[str, int]) -> Json:
    lowered = entry.lowered
    cut = lowered.slice(plan)
    return {
        "name": plan.part.name,
        "kind": plan.kind,
        "clause": plan.part.clause,
        "page": entry.address(plan.part.name),
        "items": plan.items,
        "result": plan.result,
        "item": plan.item,
        "steps": [places[step.binds] for step in cut.steps],
        "needs": [given.name for given in cut.inputs],
        "fields": sorted({one.name for given in cut.inputs if isinstance(given.type, Items) for one in given.scalars}),
        "members": list(plan.members),
        "quotes": [quote.value.text for quote in plan.part.quotes if quote.value is not None],
        "lines": list(_lines(lowered, plan)),
        "silent": [_why(each.words) for each in silences(lowered, plan)],
    }


def _lines(lowered: Lowered, plan: Plan) -> Iterator[Json]:
    """Yield the steps that are told to a person, with the drafter's own words and the inputs that they read."""
    inputs = {one.name for given in lowered.program.inputs for one in (given, *given.scalars)}
    for binds in plan.steps:
        step = lowered.step(binds)
        if _is_told(step, plan):
            yield {
                "step": binds,
                "stage": _why(label_of(step.stage)),
                "text": ("没有" if "/不予支持" in binds else "") + own_words(step.because),
                "reads": sorted(references_of_step(step) & inputs),
                **({"truth": True} if step.stage in _TRUTHS else {}),
            }


def _is_told(step: Step, plan: Plan) -> bool:
    if step.stage in _UNTOLD_STAGES or (step.stage in (Stage.SCOPE, Stage.CONDITION) and not step.because):
        return False
    if step.stage is Stage.LIMIT and "/第" not in step.binds:
        return False
    return not (step.stage is Stage.VERDICT and step.binds == plan.result)


def _holidays(inputs: Iterable[Input]) -> Json | None:
    """Return the days that are no working days as their weekday says, by year; None where no period asks for them."""
    periods = [period for given in inputs for one in given.scalars if (period := Period.named(one.name))]
    if not any(period.moved or period.unit == WORKING for period in periods):
        return None
    return {
        str(notice.year): {"off": sorted(notice.days_off()), "work": sorted(notice.days_to_work())}
        for notice in NOTICES
    }


def _why(words: Words) -> Json:
    return {"zh": words.zh, "en": words.en}


def _written(value: Scalar) -> object:
    return value if isinstance(value, bool | str) else str(value)
