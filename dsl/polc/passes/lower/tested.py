"""适用时点: which day must lie in force.

Unsaid, or 事件 with no fact named, it is the day the case is asked about (a year is dated 31 December). A fact that
is a year is dated 31 December too. 兑付 settles the award on that day and stops the instalments of later years.
"""

from __future__ import annotations

from dataclasses import dataclass

from polc.core.nodes import Apply, Expression, Reference
from polc.core.types import Input, Quantity, Truth
from polc.model.policy import Terms
from polc.passes.elaborate import DAY_INPUT
from polc.passes.lower.plan import UNEXPIRED, WITHIN, Building
from polc.passes.sorts import DATE, YEAR

FILED_INPUT = Input("申报日期", Quantity("日", 1, 4_000_000))
"""The day of the application, where no fact of the file tells it."""


@dataclass(frozen=True, slots=True)
class Tested:
    """The day that must lie in force (or the year, dated 31 December), and the input that presumes it to do so."""

    day: Expression
    yearly: bool
    presumed: Reference

    def not_before(self, first: Expression, first_year: Expression) -> Expression:
        """Return whether it is not before the first day in force, given with its year."""
        return Apply("at_most", (first_year if self.yearly else first, self.day))

    def not_after(self, last: Expression, last_year: Expression) -> Expression:
        """Return whether it is not after the last day, given with the last year whose 31 December is not after it."""
        return Apply("at_most", (self.day, last_year if self.yearly else last))


def tested(build: Building, terms: Terms) -> Tested | None:
    """Return the day that must lie in force; None (reported) where 适用时点 names no day."""
    walk = build.walk
    said = terms.tested_on.value if terms.tested_on else None
    by = said.by if said is not None else None
    if said is not None and by is None and said.when == "filing":
        hits = walk.names.look_up(walk.context, FILED_INPUT.name)
        if len(hits) == 1 and hits[0].fact.type.kind == "date":
            return _by_fact(build, walk.fact(hits[0]).core, yearly=False)
        walk.note(FILED_INPUT)
        return _by_fact(build, Reference(FILED_INPUT.name), yearly=False)
    if by is None:
        walk.note(DAY_INPUT)
        walk.note(Input(UNEXPIRED, Truth()))
        return Tested(Reference(DAY_INPUT.name), yearly=False, presumed=Reference(UNEXPIRED))
    known = [(p.rule.name, p.place) for p in walk.problems]
    typed = walk.typed(by)
    if typed is None:  # a line of the policy speaks to every benefit, and is reported once
        if walk.problems and (walk.problems[-1].rule.name, walk.problems[-1].place) in known:
            walk.problems.pop()
        return None
    if typed.sort not in (DATE, YEAR):
        walk.needed(by, DATE.called, typed.sort)
        return None
    return _by_fact(build, typed.core, yearly=typed.sort == YEAR)


def _by_fact(build: Building, day: Expression, *, yearly: bool) -> Tested:
    walk = build.walk
    if not isinstance(day, Reference):  # worked out, or written in the file: nothing is presumed of it
        walk.note(Input(UNEXPIRED, Truth()))
        return Tested(day, yearly, Reference(UNEXPIRED))
    items = walk.context.items
    name = WITHIN + day.name
    walk.note(Input(name, Truth()), items if day.name in walk.fields.get(items, {}) else "")
    return Tested(day, yearly, Reference(name))
