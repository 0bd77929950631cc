"""超出部分 结转: what exceeds the cap of a year is paid in a later one, as far as that year's cap has room.

Before the cap stands what last year carried over (a history input); beside it, what goes on to the next year. Both are
amounts, so what is up to the authority stays so.
"""

from __future__ import annotations

from collections.abc import Iterator

from polc.core.amounts import Amount, add, exact
from polc.core.nodes import FALSE, ZERO, Apply, Expression
from polc.core.program import Stage
from polc.diagnostics import Diagnostic
from polc.errors import carry_unclear
from polc.model.policy import Stated, Terms
from polc.model.values import Cap, NoneStated
from polc.passes.lower.plan import Building

MEASURE = "carried"
"""The measure of the history that says what last year carried over."""


def carries(line: Stated[Cap | NoneStated]) -> bool:
    """Return whether what exceeds a cap is carried over."""
    return isinstance(line.value, Cap) and line.value.excess == "carry"


def left_over(part: str, level: str) -> str:
    """Return the bind of what goes on to the next year; ``level`` is item or payee."""
    return f"{part}/{Stage.CARRY.value}/余/{level}"


def unclear(terms: Terms) -> Iterator[Diagnostic]:
    """Yield the findings of caps whose excess has no year to go to, or two places to come from."""
    seen: dict[tuple[str, ...], Stated[Cap | NoneStated]] = {}
    for line in terms.caps:
        cap = line.value
        if not isinstance(cap, Cap) or not carries(line):
            continue
        if cap.period != "yearly":
            yield carry_unclear.no_year(line.span)
        before = seen.setdefault(tuple(key.text for key in cap.keys), line)
        if before is not line:
            yield carry_unclear.twice(line.span, before.span)


def carried_in(build: Building, now: Amount, came: Expression, line: Stated[Cap | NoneStated], level: str) -> Amount:
    """Add what last year carried over to what is due this year."""
    held = Apply("less", (ZERO, came))
    return build.amount(Stage.CARRY, add(now, exact(came)), held, (line.span,), level)


def carried_on(build: Building, now: Amount, room: Expression, line: Stated[Cap | NoneStated], level: str) -> None:
    """Add the step of what exceeds the room of this year, and goes on to the next."""

    def over(end: Expression) -> Expression:
        return Apply("max", (ZERO, Apply("subtract", (end, room))))

    rest = Amount(over(now.low), over(now.high), now.open)
    held: Expression = Apply("less", (ZERO, rest.high))
    if now.open != FALSE:
        held = Apply("or", (now.open, held))
    build.amount(Stage.CARRY, rest, held, (line.span,), "余", level)
