"""适用: is the policy in force on the day that counts, and is the payee within its scope?

What a host was not told it may presume through the ``推定.`` inputs; it then has to say so.
"""

from __future__ import annotations

import datetime as dt

from polc.core.nodes import TRUE, Apply, Expression, Literal, Reference
from polc.core.program import Stage
from polc.core.types import Input, Truth
from polc.model.expressions import Expression as Surface
from polc.model.policy import Stated, Terms
from polc.model.values import RunOff
from polc.passes.elaborate import ISSUED_INPUT, YEAR_INPUT
from polc.passes.lower.force import ISSUED_YEAR, end_day, last_full_year, lasting, start_day
from polc.passes.lower.plan import IN_SCOPE, STARTED, Building
from polc.passes.lower.tested import tested


def both(parts: list[Expression]) -> Expression:
    """Return the conjunction; true of none."""
    kept = [part for part in parts if part != TRUE]
    if not kept:
        return TRUE
    return kept[0] if len(kept) == 1 else Apply("and", tuple(kept))


def in_force(
    build: Building, terms: Terms, index: Expression | None, start_year: Expression | None
) -> Expression | None:
    """Return whether the day that counts lies in force for this benefit, run-off included; None where it is bad."""
    walk = build.walk
    start, end, period = start_day(terms), end_day(terms), lasting(terms)
    begins = start is not None or terms.in_force is not None or terms.issued is not None
    if not begins and end is None and period is None:
        return TRUE
    day = tested(build, terms)
    if day is None:
        return None
    parts: list[Expression] = []
    if start is not None:
        year = Literal(dt.date.fromordinal(start).year)
        parts.append(Apply("or", (day.presumed, day.not_before(Literal(start), year))))
    elif begins:
        for needed in (Input(STARTED, Truth()), ISSUED_YEAR if day.yearly else ISSUED_INPUT):
            walk.note(needed)
        issued = day.not_before(Reference(ISSUED_INPUT.name), Reference(ISSUED_YEAR.name))
        parts.append(Apply("or", (Reference(STARTED), issued)))
    last: Expression | None = None if end is None else Literal(end)
    last_year: Expression | None = None if end is None else Literal(last_full_year(end))
    if end is None and period is not None:
        walk.note(period.day)
        walk.note(period.year)
        last, last_year = Reference(period.day.name), Reference(period.year.name)
    if last is not None and last_year is not None:
        open_still: list[Expression] = [day.presumed, day.not_after(last, last_year)]
        run_off = terms.run_off.value if terms.run_off else None
        if isinstance(run_off, RunOff) and run_off.continues and index is not None and start_year is not None:
            open_still.append(_run_off(run_off, start, last_year, index, start_year))
        parts.append(Apply("or", tuple(open_still)))
    return both(parts)


def _run_off(
    run_off: RunOff, start: int | None, last_year: Expression, index: Expression, start_year: Expression
) -> Expression:
    """Return whether a later year is still paid: its first year (dated 31 December) lay in force."""
    parts: list[Expression] = [Apply("at_most", (start_year, last_year))]
    if start is not None:
        parts.append(Apply("at_most", (Literal(dt.date.fromordinal(start).year), start_year)))
    if run_off.until is not None:
        parts.append(Apply("at_most", (index, Literal(run_off.until))))
    return both(parts)


def _in_scope(build: Building, terms: Terms) -> Expression | None:
    """Return who is in scope: 适用, widened by 也适用, narrowed by 只适用. None (reported) where a line is bad."""

    def all_of(lines: tuple[Stated[Surface], ...]) -> list[Expression] | None:
        truths = [build.walk.truth(line.value) for line in lines if line.value is not None]
        kept = [truth for truth in truths if truth is not None]
        return kept if len(kept) == len(truths) else None

    base, also, only = all_of(terms.scope), all_of(terms.also), all_of(terms.only)
    if base is None or also is None or only is None:
        return None
    held = both(base)
    if also and base:
        held = Apply("or", (held, *also))
    return both([held, *only])


def scope(build: Building, terms: Terms, index: Expression | None, start_year: Expression | None) -> Expression | None:
    """Add the steps 适用/有效期 and 适用/范围 and 适用; return a reference to the last. None if a scope line is bad."""
    tested_on = terms.tested_on if terms.tested_on and terms.tested_on.value else None
    spans = tuple(line.span for line in (terms.in_force, terms.valid, tested_on, terms.run_off) if line)
    force = in_force(build, terms, index, start_year)
    if force is None:
        return None
    parts: list[Expression] = []
    if force != TRUE:
        parts.append(build.truth(Stage.SCOPE, force, spans, "有效期"))
    if terms.scope or terms.only:
        held = _in_scope(build, terms)
        if held is None:
            return None
        build.walk.note(Input(IN_SCOPE, Truth()))
        spans = tuple(line.span for line in (*terms.scope, *terms.also, *terms.only))
        parts.append(build.truth(Stage.SCOPE, Apply("or", (Reference(IN_SCOPE), held)), spans, "范围"))
    return build.truth(Stage.SCOPE, both(parts), ())


__all__ = ["ISSUED_INPUT", "YEAR_INPUT", "both", "scope"]
