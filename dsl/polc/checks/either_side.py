"""What a table pays on either side of a threshold, all other facts being equal.

Guarantees: a case that breaks a 约束 of the facts, and one of which the award is open or not decidable, has no side.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any, assert_never

from polc.checks.ladder import Ladder
from polc.core.boxes import types_of
from polc.core.nodes import TRUE, Apply, Scalar
from polc.core.program import Program, Stage, Step
from polc.core.types import Level, Quantity, Truth
from polc.readers.evaluate import Case, Interval, Outcome, run
from polc.runs.answer import summed

SIZES = (10**8, 10**10, 10**12)
"""Of the other figures of a guess, in 分: from a million to ten billion 元."""
_LAWS = "约束"


@dataclass(frozen=True, slots=True)
class Side:
    """One side of a threshold: the case and what is paid in it."""

    facts: Mapping[str, Any]
    outcome: Outcome
    high: Any


def lawful(ladder: Ladder) -> Program:
    """Return the program of a table, with a step that says whether the facts keep their laws."""
    program = ladder.lowered.slice(ladder.plan)
    laws = Step(Stage.PROMISE, ladder.plan.part.name, _LAWS, Apply("and", (TRUE, *program.laws)), TRUE)
    return Program(program.inputs, (*program.steps, laws))


def side(ladder: Ladder, program: Program, facts: dict[str, Any]) -> Side | None:
    """Return what is paid in a case; None where it is no lawful one or what is paid is not one closed range."""
    outcome = run(program, Case(facts))
    value = summed(outcome, ladder.plan).value
    if outcome.result(_LAWS).value is not True or not isinstance(value, Interval) or value.open:
        return None
    return Side(facts, outcome, value.high)


def value_at(ladder: Ladder, name: str, at: int) -> Scalar:
    """Return the value of an input at a place of its axis: a figure itself, a level by its name, 否 and 是 for 0 and 1."""
    declared = types_of(ladder.lowered.slice(ladder.plan).inputs)[name]
    match declared:
        case Level(names=names):
            return names[at]
        case Truth():
            return bool(at)
        case Quantity():
            return at
        case _:
            assert_never(declared)


def with_fact(guess: dict[str, Any], name: str, value: Scalar) -> dict[str, Any]:
    """Return a guess with one fact set, of the payee or of the items."""
    changed: dict[str, Any] = {}
    for key, given in guess.items():
        if key == name:
            changed[key] = value
        elif isinstance(given, list):
            changed[key] = [{**record, name: value} if name in record else record for record in given]
        else:
            changed[key] = given
    return changed
