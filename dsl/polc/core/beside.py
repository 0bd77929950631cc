"""A pass core → core: two programs over the same inputs become one, so that one question can be put to both."""

from __future__ import annotations

from dataclasses import replace

from polc.core.amounts import Amount
from polc.core.program import HIGH, LOW, OPEN, Program, Step
from polc.core.references import references_of_step
from polc.core.rename import Renaming, renamed
from polc.core.types import Input, Items

OTHER = "′"
"""How the name of a step of the second program ends where it is not the same as in the first."""


def beside(one: Program, other: Program) -> tuple[Program, Renaming]:
    """Return both programs as one, and the function from names of ``other`` to names in it; those of ``one`` stay.

    Inputs, fields and laws that both have stand there once, and so does every step that both compute alike from the
    same things. Raises ValueError where an input has one type here and another there.
    """
    mine = {step.binds: step for step in one.steps}
    new: dict[str, str] = {}
    copied: list[Step] = []
    for step in other.steps:
        if mine.get(step.binds) == step and not references_of_step(step) & new.keys():
            continue
        name = step.binds + OTHER
        ends = (LOW, HIGH, OPEN) if isinstance(step.value, Amount) else ("",)
        new.update({step.binds: name, **{step.binds + end: name + end for end in ends}})
        copied.append(step)
    known = dict(new)

    def called(name: str) -> str:
        return known.get(name, name)

    steps = (*one.steps, *(_copy(step, called) for step in copied))
    laws = (*one.laws, *(law for law in other.laws if law not in one.laws))
    return Program(_joined(one.inputs, other.inputs), steps, laws), called


def _copy(step: Step, new: Renaming) -> Step:
    value = step.value
    if isinstance(value, Amount):
        value = Amount(renamed(value.low, new), renamed(value.high, new), renamed(value.open, new))
    else:
        value = renamed(value, new)
    return replace(step, binds=new(step.binds), value=value, applies=renamed(step.applies, new))


def _joined(one: tuple[Input, ...], other: tuple[Input, ...]) -> tuple[Input, ...]:
    found = {given.name: given for given in one}
    for given in other:
        known = found.setdefault(given.name, given)
        if isinstance(known.type, Items) and isinstance(given.type, Items):
            found[given.name] = Input(given.name, Items(_joined(known.type.fields, given.type.fields)))
        elif known != given:
            msg = f"{given.name}: {known.type} and {given.type}"
            raise ValueError(msg)
    return tuple(found.values())
