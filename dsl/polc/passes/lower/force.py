"""Validity in days: the first and the last day in force, and what a period of months or days comes to.

A period that hangs on an unknown issue date ends on a day that is an input: its name says how to reckon it, so that
whoever is told the issue date can (``expiries``).
"""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from polc.core.types import Input, Quantity
from polc.model.expressions import Date, Kind
from polc.model.policy import Terms
from polc.model.values import InForce, Validity
from polc.passes.elaborate import ISSUED_INPUT

ISSUED_YEAR = Input("印发年度", Quantity("年", 1, 9999))
EXPIRY = "期满"
"""How inputs begin that say when a period ends: its day ``期满.36个月.前一日``, its year ``期满年度.…``."""


@dataclass(frozen=True, slots=True)
class Lasting:
    """A period from the first day in force; it ends on the corresponding day (对应日) or on the day before."""

    length: int
    unit: str  # 个月 | 日
    same_day: bool

    @property
    def name(self) -> str:
        """How the names of the inputs that say when it ends go on."""
        return f"{self.length}{self.unit}.{'对应日' if self.same_day else '前一日'}"

    @property
    def day(self) -> Input:
        """The input that says on which day it ends."""
        return Input(f"{EXPIRY}.{self.name}", Quantity("日", 1, 4_000_000))

    @property
    def year(self) -> Input:
        """The input that says which is the last year whose 31 December it holds."""
        return Input(f"{EXPIRY}年度.{self.name}", Quantity("年", 1, 9999))

    def last_day(self, start: int) -> int:
        """Return its last day (Civil Code 202: month's end where there is no corresponding day)."""
        if self.unit == "日":
            return start + self.length - (0 if self.same_day else 1)
        target = corresponding_day(start, self.length)
        clamped = dt.date.fromordinal(target).day < dt.date.fromordinal(start).day
        return target if self.same_day or clamped else target - 1


def corresponding_day(start: int, months: int) -> int:
    """Return the day so many months on with the same number, or the month's last day where it has none (202)."""
    day = dt.date.fromordinal(start)
    year, month = divmod(day.year * 12 + day.month - 1 + months, 12)
    first_next = dt.date(year + (month + 1) // 12, (month + 1) % 12 + 1, 1)
    last = (first_next - dt.timedelta(days=1)).day
    return dt.date(year, month + 1, min(day.day, last)).toordinal()


_NAMED = re.compile(rf"{EXPIRY}(年度)?\.(\d+)(个月|日)\.(对应日|前一日)")


def expiries(inputs: Iterable[Input], told: Mapping[str, object]) -> dict[str, int]:
    """Return when the periods end that ``inputs`` ask about, where the issue date was told."""
    issued = told.get(ISSUED_INPUT.name)
    found: dict[str, int] = {}
    if isinstance(issued, int):
        found[ISSUED_YEAR.name] = dt.date.fromordinal(issued).year
    for given in inputs:
        named = _NAMED.fullmatch(given.name)
        if named is not None and isinstance(issued, int) and given.name not in told:
            last = Lasting(int(named[2]), named[3], named[4] == "对应日").last_day(issued)
            found[given.name] = last_full_year(last) if named[1] else last
    return found


def start_day(terms: Terms) -> int | None:
    """Return the ordinal of the first day in force, or None where it hangs on an unknown issue date."""
    if terms.in_force and isinstance(terms.in_force.value, InForce) and terms.in_force.value.date:
        return terms.in_force.value.date.ordinal
    valid = terms.valid.value if terms.valid else None
    if isinstance(valid, Validity) and valid.since is not None:
        return valid.since.ordinal
    if terms.issued and isinstance(terms.issued.value, Date):
        return terms.issued.value.ordinal
    return None


def lasting(terms: Terms) -> Lasting | None:
    """Return the period for which the policy is valid, or None where it is not stated as one."""
    valid = terms.valid.value if terms.valid else None
    if not isinstance(valid, Validity) or valid.lasts is None:
        return None
    same_day = any(
        line.value is not None and line.value.rule == "ends" and line.value.meaning == "same_day"
        for line in terms.conventions
    )
    return Lasting(int(valid.lasts.value), "日" if valid.lasts.kind is Kind.DAYS else "个月", same_day)


def says_expiry(terms: Terms) -> bool:
    """Return whether a 约定 says, or presumes, on which day a period ends."""
    return any(line.value is not None and line.value.rule == "ends" for line in terms.conventions)


def end_day(terms: Terms) -> int | None:
    """Return the ordinal of the last day in force, or None where there is none or it cannot be known."""
    valid = terms.valid.value if terms.valid else None
    if isinstance(valid, Validity) and valid.until is not None:
        return valid.until.ordinal
    start, period = start_day(terms), lasting(terms)
    return None if start is None or period is None else period.last_day(start)


def last_full_year(day: int) -> int:
    """Return the last year whose 31 December is not after ``day``."""
    date = dt.date.fromordinal(day)
    return date.year if (date.month, date.day) == (12, 31) else date.year - 1


def of_part(whole: Terms, terms: Terms) -> Terms:
    """Return the policy's terms with what a part says of its own window."""
    return whole.under(
        Terms(in_force=terms.in_force, valid=terms.valid, tested_on=terms.tested_on, run_off=terms.run_off)
    )
