"""适用: is the policy in force on the day that counts, and is the payee within its scope?

What a host was not told it may presume through the ``推定.`` inputs; it then has to say so.
"""

from __future__ import annotations

import datetime as dt

from polc.core.nodes import TRUE, Apply, Expression, Literal, Reference
from polc.core.program import Stage
from polc.core.types import Input, Quantity, Truth
from polc.model.expressions import Date
from polc.model.policy import Terms
from polc.model.values import InForce, RunOff, Validity
from polc.passes.elaborate import DAY_INPUT, YEAR_INPUT
from polc.passes.lower.plan import IN_SCOPE, STARTED, UNEXPIRED, Building

ISSUED_INPUT = Input("印发日期", Quantity("日", 1, 4_000_000))


def both(parts: list[Expression]) -> Expression:
    """Return the conjunction; true of none."""
    kept = [part for part in parts if part != TRUE]
    if not kept:
        return TRUE
    return kept[0] if len(kept) == 1 else Apply("and", tuple(kept))


def start_day(terms: Terms) -> int | None:
    """Return the ordinal of the first day in force, or None where it hangs on an unknown issue date."""
    if terms.in_force and isinstance(terms.in_force.value, InForce) and terms.in_force.value.date:
        return terms.in_force.value.date.ordinal
    if terms.issued and isinstance(terms.issued.value, Date):
        return terms.issued.value.ordinal
    return None


def same_day(terms: Terms) -> bool:
    """Return whether 期满 falls on the corresponding day (对应日) instead of the day before."""
    return any(
        line.value is not None and line.value.rule == "ends" and line.value.meaning == "same_day"
        for line in terms.conventions
    )


def end_day(terms: Terms) -> int | None:
    """Return the ordinal of the last day in force, or None where there is none or it cannot be known."""
    valid = terms.valid.value if terms.valid else None
    if not isinstance(valid, Validity):
        return None
    if valid.until is not None:
        return valid.until.ordinal
    start = start_day(terms)
    if valid.lasts is None or start is None:
        return None
    return after(start, int(valid.lasts.value), inclusive=same_day(terms))


def after(start: int, months: int, *, inclusive: bool) -> int:
    """Return the last day of a period of months from ``start`` (Civil Code 202: month's end where no such day)."""
    day = dt.date.fromordinal(start)
    index = day.year * 12 + day.month - 1 + months
    year, month = divmod(index, 12)
    first_next = dt.date(year + (month + 1) // 12, (month + 1) % 12 + 1, 1)
    last = (first_next - dt.timedelta(days=1)).day
    target = dt.date(year, month + 1, min(day.day, last)).toordinal()
    return target if inclusive or day.day > last else target - 1


def in_force(build: Building, terms: Terms, index: Expression | None, start_year: Expression | None) -> Expression:
    """Return whether the policy is in force on 日期 for this benefit, run-off included."""
    walk = build.walk
    day = Reference(DAY_INPUT.name)
    start, end = start_day(terms), end_day(terms)
    parts: list[Expression] = []
    if terms.in_force or terms.issued:
        walk.note(DAY_INPUT)
        walk.note(Input(STARTED, Truth()))
        if start is None:
            walk.note(ISSUED_INPUT)
        begins: Expression = Reference(ISSUED_INPUT.name) if start is None else Literal(start)
        parts.append(Apply("or", (Reference(STARTED), Apply("at_most", (begins, day)))))
    if end is not None:
        walk.note(DAY_INPUT)
        walk.note(Input(UNEXPIRED, Truth()))
        open_still: list[Expression] = [Reference(UNEXPIRED), Apply("at_most", (day, Literal(end)))]
        run_off = terms.run_off.value if terms.run_off else None
        if isinstance(run_off, RunOff) and run_off.continues and index is not None and start_year is not None:
            open_still.append(_run_off(run_off, start, end, index, start_year))
        parts.append(Apply("or", tuple(open_still)))
    return both(parts)


def _run_off(run_off: RunOff, start: int | None, end: int, index: Expression, start_year: Expression) -> Expression:
    """Return whether a later year is still paid: its first year (dated 31 December) lay in force."""
    last = dt.date.fromordinal(end)
    last_year = last.year if (last.month, last.day) == (12, 31) else last.year - 1
    parts: list[Expression] = [Apply("at_most", (start_year, Literal(last_year)))]
    if start is not None:
        parts.append(Apply("at_most", (Literal(dt.date.fromordinal(start).year), start_year)))
    if run_off.until is not None:
        parts.append(Apply("at_most", (index, Literal(run_off.until))))
    return both(parts)


def scope(build: Building, terms: Terms, index: Expression | None, start_year: Expression | None) -> Expression | None:
    """Add the steps 适用/有效期 and 适用/范围 and 适用; return a reference to the last. None if a scope line is bad."""
    spans = tuple(line.span for line in (terms.in_force, terms.valid, terms.run_off) if line)
    force = in_force(build, terms, index, start_year)
    parts: list[Expression] = []
    if force != TRUE:
        parts.append(build.truth(Stage.SCOPE, force, spans, "有效期"))
    if terms.scope:
        inner = [build.walk.truth(line.value) for line in terms.scope if line.value is not None]
        kept = [part for part in inner if part is not None]
        if len(kept) < len(inner):
            return None
        build.walk.note(Input(IN_SCOPE, Truth()))
        held = Apply("or", (Reference(IN_SCOPE), both(kept)))
        parts.append(build.truth(Stage.SCOPE, held, tuple(line.span for line in terms.scope), "范围"))
    return build.truth(Stage.SCOPE, both(parts), ())


__all__ = ["ISSUED_INPUT", "YEAR_INPUT", "both", "end_day", "scope", "start_day"]
