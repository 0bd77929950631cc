"""What the solver says to a question, and the door through which questions are put.

A question is a core truth over the inputs and steps of a program (or of several renamed copies side by side). ``find``
looks for the least case in which it holds. Effort is counted in the solver's own steps, so that the verdict is the
same on every machine; nothing here looks at a clock.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any, TypeAlias

from polc.core.nodes import Expression
from polc.core.program import Program

MOST_ITEMS = 2
"""How many items of a list a question looks at where the caller says nothing; a verdict is for so many."""

EFFORT = 30_000_000
"""z3's ``rlimit`` for one look."""


@dataclass(frozen=True, slots=True)
class Found:
    """A case in which the question holds: a value (in grains) for every input, records for every list.

    It is the least: fewest items, then every fact in declared order as small as it can be, truths false and levels
    low where that is possible, and snapped to a round figure where that still shows it.
    """

    facts: Mapping[str, Any]


@dataclass(frozen=True, slots=True)
class Impossible:
    """There is no such case, for at most ``items`` items of each list."""

    items: int


@dataclass(frozen=True, slots=True)
class Undecided:
    """The solver gave up within its effort; ``why`` is its word."""

    why: str


Verdict: TypeAlias = Found | Impossible | Undecided


def find(
    program: Program,
    question: Expression,
    *,
    fixed: Mapping[str, Any] | None = None,
    items: int = MOST_ITEMS,
    effort: int = EFFORT,
    least: bool = True,
) -> Verdict:
    """Return the least case of the program, within its laws and bounds, in which ``question`` holds.

    Without ``least`` it is some case, for who only asks whether there is one: much sooner.
    ``fixed`` gives inputs their values beforehand (in grains). Raises KeyError where the question refers to a name
    that the program does not have.
    """
    from polc.readers.smt.search import search  # noqa: PLC0415 - z3 takes 40 ms to load; most checks never ask it

    return search(program, question, fixed or {}, items, effort, least=least)
