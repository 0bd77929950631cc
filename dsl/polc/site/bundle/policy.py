"""One policy as data for the calculator: its program, what may be told, and how each part is read off and explained.

``calculate.js`` reads it. Guarantee: with the same facts and day it gives what ``polc eval`` gives; the tests
hold it to that. What is presumed where nothing was told stands here with its words, so that the page can say
so.
"""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any, Final, TypeAlias

from polc.core.as_json import to_json
from polc.core.types import Input
from polc.passes.lower.force import start_day
from polc.passes.periods import WORKING, Period
from polc.runs.assumed import of_scope
from polc.runs.holidays import NOTICES
from polc.site.bundle.parts import part_of
from polc.site.bundle.presumptions import presumptions
from polc.site.bundle.readings import readings
from polc.site.bundle.tellable import facts
from polc.site.contents import Entry

SCHEMA: Final = "polc/bundle/1"
Json: TypeAlias = dict[str, Any]


def bundle(entry: Entry) -> Json:
    """Return the data of one policy: under its working readings, and what each other reading changes."""
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
        "presumed": dict(presumptions(lowered)),
        "facts": list(facts(lowered)),
        "parts": [part_of(entry, lowered, plan, places) for plan in lowered.plans.values()],
        "holidays": _holidays(lowered.program.inputs),
        "readings": list(readings(entry, places)),
    }


def _holidays(inputs: Iterable[Input]) -> Json | None:
    """Return the days that are no working days as their weekday says, by year; None where no period asks for them."""
    periods = [period for given in inputs for one in given.scalars if (period := Period.named(one.name))]
    if not any(period.moved or period.unit == WORKING for period in periods):
        return None
    return {
        str(notice.year): {"off": sorted(notice.days_off()), "work": sorted(notice.days_to_work())}
        for notice in NOTICES
    }
