"""A second copy of some steps beside the first, in which some inputs are something else: “and what if it were not so”.

Guarantee: the copy has inputs, laws and history of its own only where ``given`` says so; everything else is shared.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import replace

from polc.core.amounts import Amount
from polc.core.nodes import Expression, Reference
from polc.core.program import Program, Step
from polc.core.rename import substitute


def with_copy(program: Program, steps: Iterable[Step], given: Mapping[str, Expression], end: str) -> Program:
    """Return the program with a copy of some of its steps behind it, every name of which has ``end`` behind the bind.

    In the copy each input of ``given`` is what stands there, and the laws hold with it too.
    """
    own = list(steps)
    other = dict(given)
    for step in own:
        other.update({name: Reference(step.binds + end + name.removeprefix(step.binds)) for name in step.names})
    copies = (
        replace(step, binds=step.binds + end, value=_value(step.value, other), applies=substitute(step.applies, other))
        for step in own
    )
    laws = dict.fromkeys((*program.laws, *(substitute(law, other) for law in program.laws)))
    return Program(program.inputs, (*program.steps, *copies), tuple(laws))


def _value(value: Amount | Expression, other: Mapping[str, Expression]) -> Amount | Expression:
    if isinstance(value, Amount):
        return Amount(substitute(value.low, other), substitute(value.high, other), substitute(value.open, other))
    return substitute(value, other)
