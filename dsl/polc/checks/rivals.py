"""The members of a group as rivals for one payment: what each comes to, and whether something can ever be so of them.

Guarantee: “never” holds whatever was received in earlier years and whatever other policies pay, for so many items as a
question looks at. A year begins with nothing received in it.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from polc.checks.any_year import HELD, looks_back, whatever_was_received, with_a_past
from polc.checks.asked import put, shown
from polc.checks.asking import MANY, QUESTION, deepest, each_once, guesses
from polc.core.nodes import TRUE, ZERO, Apply, Expression, Reference
from polc.core.program import Program, Stage, Step, amount_of
from polc.core.slicing import touched
from polc.core.types import Input, Items, Level, Quantity, Truth
from polc.passes.lower.plan import Lowered, Plan
from polc.readers.evaluate import Case, run
from polc.readers.smt import Found, Undecided


@dataclass(frozen=True, slots=True)
class Rival:
    """One member of a group: what it comes to at most, where the group compares; ``plan`` is None for an 外部."""

    name: str
    plan: Plan | None
    high: Expression

    @property
    def pays(self) -> Expression:
        """The truth that it pays something."""
        return Apply("less", (ZERO, self.high))


def rivals(lowered: Lowered, plan: Plan) -> list[Rival]:
    """Return the members of a group, in the order written; none that may be open (待定), which is no number to compare."""
    found: list[Rival] = []
    for name in plan.members:
        member = lowered.plans.get(name)
        if member is None:
            found.append(Rival(name, None, Reference(f"外部.{name}")))
        elif not member.opened:
            found.append(Rival(name, member, amount_of(member.due if plan.items else member.result).high))
    return found


def grows(lowered: Lowered, plan: Plan) -> bool:
    """Return whether what a part comes to may grow with the number of items."""
    return any(isinstance(given.type, Items) for given in lowered.slice(plan).inputs)


def ever(
    lowered: Lowered,
    plan: Plan,
    question: Expression,
    generous: Plan | None = None,
    *,
    items: int = MANY,
    sizes: tuple[int, ...] = (),
) -> bool | Undecided:
    """Return whether ``question`` holds in some case of a part, whatever is in the ledger: guesses first.

    True may rest on a past that no run of years leads to. ``sizes`` are figures to guess with; ``generous`` is the part that should come to much, where the others should come to little.
    """
    program = lowered.slice(plan)
    asked = Step(Stage.PROMISE, plan.part.name, QUESTION, Apply("and", (question, *program.laws)), TRUE)
    needed = touched(program, question, *program.laws)
    whole = Program(needed.inputs, (*needed.steps, asked))
    favoured = {given.name for given in lowered.slice(generous).inputs} if generous else None
    for guess in each_once(_cases(needed.inputs, favoured, items, sizes, deepest(program.inputs))):
        if run(whole, Case(guess)).result(QUESTION).value is True:
            shown(plan.part.name)
            return True
    asked_of_any_year = Apply("and", (question, *whatever_was_received(program)))
    verdict = put(plan.part.name, program, asked_of_any_year, items=items, least=False)
    return verdict if isinstance(verdict, Undecided) else isinstance(verdict, Found)


def _cases(
    inputs: tuple[Input, ...], favoured: set[str] | None, items: int, sizes: tuple[int, ...], turns: int
) -> Iterator[Mapping[str, Any]]:
    past = looks_back(inputs)
    for guess in guesses(inputs, items, sizes, turns):
        yield guess
        if past:
            yield with_a_past(inputs, guess)
        if favoured is not None:
            yield {given.name: guess[given.name] if given.name in favoured else little(given) for given in inputs}


def little(given: Input) -> Any:  # noqa: ANN401 - a value of a case
    """Return what an input is in a case that comes to little."""
    if given.name.startswith(HELD):
        return True
    match given.type:
        case Items():
            return []
        case Quantity(least=least):
            return least
        case Truth():
            return False
        case Level(names=names):
            return names[0]
