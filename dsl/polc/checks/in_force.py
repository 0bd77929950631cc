"""When a policy is in force: its first and last day under each reading, as far as they are known.

Only doubts of the policy as a whole are asked: those of a benefit speak of that benefit.
"""

from __future__ import annotations

from dataclasses import dataclass

from polc.checks.draft import Checked
from polc.diagnostics import Words
from polc.diagnostics.words import same
from polc.model.policy import Policy, Stated, Terms
from polc.model.values import Validity
from polc.passes.lower.force import corresponding_day, end_day, lasting, start_day
from polc.readers.prose import figures

_MONTH = 31
"""Days of a month, for a period in days that is certainly longer than so many months."""


@dataclass(frozen=True, slots=True)
class InForce:
    """The days of one reading, as proleptic ordinals (None: not known); ``reading`` names it, but for the working one."""

    terms: Terms
    first: int | None
    last: int | None
    reading: Words | None = None

    def has_ended(self, day: int) -> bool:
        """Return whether the last day is known and lies before ``day``."""
        return self.last is not None and self.last < day

    def has_begun(self, day: int) -> bool:
        """Return whether the first day is known and is not after ``day``."""
        return self.first is not None and self.first <= day

    def longer_than(self, months: int) -> bool:
        """Return whether it certainly lasts for more than so many months."""
        period = lasting(self.terms)
        if period is not None:
            return period.length > (months if period.unit == "个月" else months * _MONTH)
        if self.first is None or self.last is None:
            return False
        return self.last > corresponding_day(self.first, months)


def days_in_force(policy: Policy) -> tuple[InForce, ...]:
    """Return the days under the working readings, then under each other reading that moves one of them."""
    terms = policy.terms({})
    found = [InForce(terms, start_day(terms), end_day(terms))]
    for doubt in policy.doubts:
        for reading in doubt.readings:
            other = policy.terms({doubt.name: reading.name})
            days = start_day(other), end_day(other)
            if days != (found[0].first, found[0].last):
                said = Words(
                    f"“{doubt.name}”读作“{reading.name}”时", f"where “{doubt.name}” is read as “{reading.name}”"
                )
                found.append(InForce(other, *days, said))
    return tuple(found)


def status(policy: Policy) -> str:
    """Return the id of the 状态 of a policy: draft | trial | issued | repealed, or "" where it has none."""
    line = policy.terms({}).status
    return line.value.id if line is not None and line.value is not None else ""


def on_trial(policy: Policy) -> bool:
    """Return whether a policy says that it is on trial (试行, 暂行), in its 状态 or in its title."""
    return status(policy) == "trial" or any(word in policy.name for word in ("试行", "暂行"))


def written(line: Stated[Validity]) -> Words:
    """Return how long a 有效期 says it lasts: the length as written, or up to which day."""
    valid = line.value
    if valid is not None and valid.lasts is not None and valid.lasts.span is not None:
        return same(valid.lasts.span.text)
    if valid is not None and valid.until is not None:
        return Words("到 {last}", "until {last}").fill(last=figures.day(valid.until.ordinal))
    return same(line.span.text)


def is_law(draft: Checked) -> bool:
    """Return whether a policy stands as issued: it is no draft, and it was not repealed."""
    return status(draft.policy) not in ("draft", "repealed")


def last_days(periods: tuple[InForce, ...]) -> tuple[Words, ...]:
    """Return a note on each other reading that ends on another day."""
    said = Words("{reading}，最后一天是 {last}", "{reading}, the last day is {last}")
    return tuple(
        said.fill(reading=each.reading, last=figures.day(each.last))
        for each in periods[1:]
        if each.reading is not None and each.last is not None and each.last != periods[0].last
    )
