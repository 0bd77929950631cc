"""The stretches of days or years that a benefit's conditions demand of a fact: 投产年度 在 2024年至2026年.

Only what must hold is looked at: a window behind 或 or 非 binds nobody by itself.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator
from dataclasses import dataclass

from polc.diagnostics import Words
from polc.model.expressions import And, Bound, Compare, Date, Expression, Interval, Kind, Name, Quantity, Relation
from polc.model.policy import Part
from polc.readers.prose import figures
from polc.text import Span


@dataclass(frozen=True, slots=True)
class Window:
    """The first and the last day (proleptic ordinals, None: open) that ``fact`` may have. ``yearly``: it is a year."""

    fact: str
    first: int | None
    last: int | None
    yearly: bool
    span: Span

    def said(self, day: int) -> Words:
        """Return a day of the window as a person writes it: the year alone, where it is one of years."""
        return figures.fact(dt.date.fromordinal(day).year, "year") if self.yearly else figures.day(day)


def windows(part: Part) -> Iterator[Window]:
    """Yield every window that the conditions of a part demand, under the working readings."""
    for line in part.terms({}).when:
        if line.value is not None:
            yield from _demanded(line.value, line.span)


def _demanded(condition: Expression, span: Span) -> Iterator[Window]:
    match condition:
        case And(operands=operands):
            for each in operands:
                yield from _demanded(each, span)
        case Compare(subject=Name(text=fact), test=Interval(low=low, high=high)):
            yield from _window(fact, (low, high), condition.span or span)
        case Compare(subject=Name(text=fact), test=Bound() as bound):
            yield from _window(fact, (bound,), condition.span or span)
        case _:
            return


def _window(fact: str, bounds: tuple[Bound, ...], span: Span) -> Iterator[Window]:
    first: int | None = None
    last: int | None = None
    for bound in bounds:
        days = _days(bound.limit)
        if days is None:
            return
        match bound.relation:
            case Relation.GE | Relation.ABOVE:
                first = days[0]
            case Relation.GT:
                first = days[1] + 1
            case Relation.LE | Relation.BELOW:
                last = days[1]
            case Relation.LT:
                last = days[0] - 1
            case Relation.EQ:
                first, last = days
            case Relation.NE:
                return
    yearly = not isinstance(bounds[0].limit, Date)
    yield Window(fact, first, last, yearly, span)


def _days(limit: Expression) -> tuple[int, int] | None:
    """Return the first and the last day of a written day or year; None for anything else."""
    if isinstance(limit, Date):
        return limit.ordinal, limit.ordinal
    if isinstance(limit, Quantity) and limit.kind is Kind.YEAR:
        year = int(limit.value)
        if dt.MINYEAR <= year <= dt.MAXYEAR:
            return dt.date(year, 1, 1).toordinal(), dt.date(year, 12, 31).toordinal()
    return None
