"""Last days of periods, reckoned from what was told: the inputs that ``polc.passes.periods`` leaves to the calendar.

Guarantee: a last day is told only where every day it hangs on lies in a year whose holidays are known; otherwise it is
left out, and a ``Presumption`` of kind calendar says which year is missing.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Iterator, Mapping

from polc.core.nodes import Scalar
from polc.core.types import Input
from polc.diagnostics import Words
from polc.passes.lower.force import corresponding_day
from polc.passes.periods import WORKING, Period
from polc.runs.holidays import is_working, known_years


class UnknownYearError(Exception):
    """A day whose year's holidays are not known."""

    def __init__(self, year: int) -> None:
        super().__init__(year)
        self.year = year


def last_day(start: int, period: Period) -> int:
    """Return the last day of a period. Raises UnknownYearError where it hangs on holidays that are not known.

    Civil Code 201 (the first day is not counted), 202 (the corresponding day), 203 (a last day that is no working day
    gives way to the next working day).
    """
    if period.unit == WORKING:
        day, left = start, period.length
        while left:
            day += 1
            left -= _working(day)
        return day
    day = start + period.length if period.unit == "日" else corresponding_day(start, period.length)
    while period.moved and not _working(day):
        day += 1
    return day


def _working(day: int) -> bool:
    found = is_working(day)
    if found is None:
        raise UnknownYearError(dt.date.fromordinal(day).year)
    return found


def _start(period: Period, told: Mapping[str, object]) -> int | None:
    try:
        return dt.date.fromisoformat(period.start).toordinal()
    except ValueError:
        value = told.get(period.start)
        return value if isinstance(value, int) else None


def reckoned(inputs: Iterable[Input], told: Mapping[str, object]) -> tuple[dict[str, Scalar], list[Words]]:
    """Return the last days that ``inputs`` ask for and that can be told, and in words why others cannot."""
    found: dict[str, Scalar] = {}
    why: list[Words] = []
    for given in inputs:
        period = Period.named(given.name)
        start = _start(period, told) if period is not None and given.name not in told else None
        if period is None or start is None:
            continue
        try:
            found[given.name] = last_day(start, period)
        except UnknownYearError as unknown:
            words = _outside(period, unknown.year)
            if words not in why:
                why.append(words)
        except (OverflowError, ValueError):  # past the last day there is
            continue
    return found, why


def _outside(period: Period, year: int) -> Words:
    first, last = known_years()
    name = period.name.rpartition(".")[2]
    return Words(
        f"“{name}”数不出来：{year}年的放假安排不在日历里（有 {first}年至{last}年的）",
        f"“{name}” cannot be counted: the calendar has no holidays of {year} (it has {first} to {last})",
    )


def needed(missing: Iterable[str]) -> Iterator[str]:
    """Yield what is missing, without the last days that would follow from something else that is missing."""
    names = set(missing)
    for name in sorted(names):
        period = Period.named(name)
        if period is None or not (period.start in names or (not period.moved and _moved(period) in names)):
            yield name


def _moved(period: Period) -> str:
    return Period(period.start, period.length, period.unit).name
