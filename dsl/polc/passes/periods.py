"""Periods from a day: 受理日期 起 15个工作日, and whether another day lies within.

Civil Code 201 to 203: the day a period runs from is not counted; a period of months or years ends on the corresponding
day, or on the last day of a month that has none; a last day that is no working day gives way to the next working day.
Which days are working days no policy says: the last day is an input, whose name says how to reckon it, and whoever has
the calendar of the year tells it. Where that is not known, what does not depend on it is still decided.
"""

from __future__ import annotations

import datetime as dt
import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

from polc.core.nodes import Apply, Literal, Reference
from polc.core.nodes import Expression as Core
from polc.core.types import Input, Quantity
from polc.diagnostics import Words
from polc.errors import type_mismatch
from polc.model import expressions as surface
from polc.model.expressions import Kind
from polc.passes.sorts import DATE, Typed
from polc.passes.written import place

if TYPE_CHECKING:
    from polc.passes.elaborate import Elaborator

WORKING = "个工作日"
_PERIOD = "期限"
_UNMOVED = "（不顺延）"
_COMPARES = Words("比较", "compares")
LONGEST_HOLIDAY = 31
"""More days in a row than any holiday takes: what ends later than this is late, whatever the calendar says."""


@dataclass(frozen=True, slots=True)
class Period:
    """A period from the day ``start`` names (an input, or a day as 2026-03-01): ``length`` 日, 个月 or 个工作日.

    ``moved`` is False for its last day as it falls, before it gives way to a working day.
    """

    start: str
    length: int
    unit: str
    moved: bool = True

    @property
    def name(self) -> str:
        """The name of the input that is its last day."""
        return f"{_PERIOD}.{self.start}起{self.length}{self.unit}{'' if self.moved else _UNMOVED}"

    @classmethod
    def named(cls, name: str) -> Period | None:
        """Return the period that an input is the last day of, or None where it is no such input."""
        found = _NAME.fullmatch(name)
        return cls(found[1], int(found[2]), found[3], moved=not found[4]) if found else None


_NAME = re.compile(rf"{_PERIOD}\.(.+)起([0-9]+)(日|个月|{WORKING})({_UNMOVED})?")


def period_from(start: str, deadline: surface.Deadline) -> Period:
    """Return the period of a deadline that runs from what ``start`` names."""
    unit = "个月" if deadline.length.kind is Kind.DURATION else "日"
    if deadline.length.unit in (WORKING, "working_days"):
        unit = WORKING
    return Period(start, int(deadline.length.value), unit)


def period_of(walk: Elaborator, deadline: surface.Deadline) -> tuple[Core, Period, str] | None:
    """Return the first day of a period, the period, and the items it is a field of; None where it starts nowhere."""
    match deadline.start:
        case surface.Date(ordinal=ordinal):
            start: Core = Literal(ordinal)
        case name:
            typed = walk.typed(name)
            if typed is None:
                return None
            if typed.sort != DATE:
                walk.needed(name, DATE.called, typed.sort)
                return None
            start = typed.core
    match start:
        case Literal(value=int() as day):
            return start, period_from(dt.date.fromordinal(day).isoformat(), deadline), ""
        case Reference(name=key):
            items = walk.context.items
            return start, period_from(key, deadline), items if key in walk.fields.get(items, {}) else ""
        case _:  # a 定义 that is a day by some reckoning: a period runs from a fact
            what = Words("算出来的日期", "a day that is worked out")
            walk.problems.append(
                type_mismatch.needed(place(deadline.start), Words("一个日期的名称", "the name of a date"), what)
            )
            return None


def _last(walk: Elaborator, period: Period, items: str) -> Core:
    walk.note(Input(period.name, Quantity("日", 1, 4_000_000)), items)
    return Reference(period.name)


def last_day(walk: Elaborator, deadline: surface.Deadline) -> Typed | None:
    """Return the last day of a period; None (reported) where it starts nowhere."""
    found = period_of(walk, deadline)
    if found is None:
        return None
    start, period, items = found
    return Typed(Apply("max", (start, _last(walk, period, items))), DATE)  # never before it starts: what is missing is


def within(walk: Elaborator, subject: Typed, test: surface.Within, around: surface.Expression | None) -> Core | None:
    """Return whether a day lies within a period; as far as that can be, without knowing which days are holidays."""
    found = period_of(walk, test.period)
    if found is None:
        return None
    if subject.sort != DATE:
        shown = around if around is not None else test.period
        walk.problems.append(type_mismatch.mixed(place(shown), subject.sort.called, DATE.called, _COMPARES))
        return None
    start, period, items = found
    day = subject.core
    last = _last(walk, period, items)
    if period.unit == "个月":
        least = _last(walk, Period(period.start, period.length, period.unit, moved=False), items)
        most: Core = Apply("add", (least, Literal(LONGEST_HOLIDAY)))
    else:
        days = period.length if period.unit == "日" else 3 * period.length
        least = Apply("add", (start, Literal(period.length)))
        most = Apply("add", (start, Literal(days + LONGEST_HOLIDAY)))
    reached = Apply("or", (Apply("at_most", (day, least)), Apply("at_most", (day, last))))
    return Apply("and", (Apply("at_most", (start, day)), Apply("at_most", (day, most)), reached))
