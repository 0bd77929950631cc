"""The last days of the periods that a condition speaks of, in a case: 受理日期 起 15个工作日 = 2026年3月9日."""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping

from polc.diagnostics import Words
from polc.model.expressions import Date, Deadline, Expression, Name
from polc.passes.elaborate import ISSUE_DAYS, ISSUED_INPUT
from polc.passes.lower.plan import Lowered, Plan
from polc.passes.periods import period_from
from polc.readers.prose import figures
from polc.readers.prose.formula import deadlines_in
from polc.runs.telling import find_slot


def last_days(
    lowered: Lowered, plan: Plan, facts: Mapping[str, object], expression: Expression, place: int
) -> list[Words]:
    """Return each period in an expression with its last day, as far as that is known of the item at ``place``."""
    found: list[Words] = []
    for deadline in deadlines_in(expression):
        start, items = _start(lowered, plan, deadline)
        name = period_from(start, deadline).name
        records = facts.get(items) if items else None
        told = records[place] if isinstance(records, list) and len(records) > place else {}
        last = told.get(name, facts.get(name))
        if isinstance(last, int) and deadline.span is not None:
            day, text = figures.day(last), deadline.span.text
            found.append(Words(f"{text} = {day.zh}", f"{text} = {day.en}"))
    return found


def _start(lowered: Lowered, plan: Plan, deadline: Deadline) -> tuple[str, str]:
    """Return what names the first day of a period, and the items it is a fact of."""
    issued = lowered.whole.issued
    match deadline.start, issued.value if issued else None:
        case Date(ordinal=day), _:
            return dt.date.fromordinal(day).isoformat(), ""
        case Name(text=text), Date(ordinal=day) if text in ISSUE_DAYS:
            return dt.date.fromordinal(day).isoformat(), ""
        case Name(text=text), _ if text in ISSUE_DAYS:
            return ISSUED_INPUT.name, ""
        case Name(text=text), _:
            slot = find_slot(lowered, plan, text)
            return (slot.key, slot.items) if slot else (text, "")
