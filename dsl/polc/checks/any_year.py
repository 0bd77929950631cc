"""What a question presumes that is to hold in any year, not only in a first one: a year begins with nothing received in it.

Guarantee: what is impossible under this is impossible whatever was received or reached in earlier years and whatever
other policies pay; what is possible under it may rest on a past that no run of years leads to.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Any

from polc.core.nodes import ZERO, Apply, Expression, Reference, Scalar
from polc.core.program import Program
from polc.core.types import Input, Items, Level, Quantity, Truth
from polc.passes.lower.counted import hangs_on_it
from polc.passes.lower.plan import IN_SCOPE, STARTED, UNEXPIRED, WITHIN
from polc.runs.assumed import presumed

HELD = (STARTED, UNEXPIRED, IN_SCOPE, WITHIN)
"""How the inputs begin that are true in whatever year a question is about."""
_THIS_YEAR = "·本年"


def whatever_was_received(program: Program) -> tuple[Expression, ...]:
    """Return what a question presumes that is to hold in any year: in force, in scope, nothing received this year yet."""
    names = [given.name for given in program.inputs]
    return (
        *(Apply("not", (Reference(step.binds),)) for step in program.steps if hangs_on_it(step)),
        *(Reference(name) for name in names if name.startswith(HELD)),
        *(Apply("equal", (Reference(name), ZERO)) for name in names if name.endswith(_THIS_YEAR)),
    )


def looks_back(inputs: Iterable[Input]) -> bool:
    """Return whether any input, or field of an item, is of earlier years or of other policies."""
    return any(_is_past(one) for given in inputs for one in given.scalars)


def with_a_past(inputs: Iterable[Input], guess: Mapping[str, Any]) -> dict[str, Any]:
    """Return a case with as much received, and as high reached, in earlier years and elsewhere as can be."""
    found = dict(guess)
    for given in inputs:
        if isinstance(given.type, Items):
            found[given.name] = [with_a_past(given.type.fields, record) for record in guess[given.name]]
        elif _is_past(given):
            found[given.name] = _much(given.type)
    return found


def _is_past(given: Input) -> bool:
    held = given.name.startswith(HELD) or given.name.endswith(_THIS_YEAR)
    return not held and presumed(given, {}) is not None


def _much(declared: Quantity | Truth | Level) -> Scalar:
    match declared:
        case Quantity(most=most):
            return most
        case Truth():
            return True
        case Level(names=names):
            return names[-1]
