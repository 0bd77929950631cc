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
from polc.passes.elaborate import DAY_INPUT, ISSUED_INPUT, YEAR_INPUT
from polc.passes.lower.force import end_day, last_full_year, lasting, start_day
from polc.passes.lower.plan import IN_SCOPE, STARTED, UNEXPIRED, Building


def both(parts: list[Expression]) -> Expression:
    """Return the conjunction; true of none."""
    kept = [part for part in parts if part != TRUE]
    if not kept:
        return TRUE
    return kept[0] if len(kept) == 1 else Apply("and", tuple(kept))


def in_force(build: Building, terms: Terms, index: Expression | None, start_year: Expression | None) -> Expression:
    """Return whether the policy is in force on 日期 for this benefit, run-off included."""
    walk = build.walk
    day = Reference(DAY_INPUT.name)
    start, end, period = start_day(terms), end_day(terms), lasting(terms)
    parts: list[Expression] = []
    if start is not None:
        walk.note(DAY_INPUT)
        walk.note(Input(UNEXPIRED, Truth()))
        parts.append(Apply("or", (Reference(UNEXPIRED), Apply("at_most", (Literal(start), day)))))
    elif terms.in_force or terms.issued:
        for needed in (DAY_INPUT, Input(STARTED, Truth()), ISSUED_INPUT):
            walk.note(needed)
        parts.append(Apply("or", (Reference(STARTED), Apply("at_most", (Reference(ISSUED_INPUT.name), day)))))
    last: Expression | None = None if end is None else Literal(end)
    last_year: Expression | None = None if end is None else Literal(last_full_year(end))
    if end is None and period is not None:
        walk.note(period.day)
        walk.note(period.year)
        last, last_year = Reference(period.day.name), Reference(period.year.name)
    if last is not None and last_year is not None:
        walk.note(DAY_INPUT)
        walk.note(Input(UNEXPIRED, Truth()))
        open_still: list[Expression] = [Reference(UNEXPIRED), Apply("at_most", (day, last))]
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
    spans = tuple(line.span for line in (terms.in_force, terms.valid, terms.run_off) if line)
    force = in_force(build, terms, index, start_year)
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
