"""The part of a program on which some of its steps depend."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from polc.core.program import Program, Step
from polc.core.references import references, references_of_step
from polc.core.types import Input, Items


def slice_to(program: Program, names: Iterable[str]) -> Program:
    """Return only the steps that bind ``names``, those they depend on, and the inputs these need.

    A law is kept where every input it speaks of is. Raises KeyError for a name that no step binds.
    """
    wanted = set(names)
    unbound = wanted - {step.binds for step in program.steps}
    if unbound:
        raise KeyError(*sorted(unbound))
    binder: Mapping[str, str] = {name: step.binds for step in program.steps for name in step.names}
    steps: list[Step] = []
    needed: set[str] = set()
    for step in reversed(program.steps):
        if step.binds in wanted:
            refers = references_of_step(step)
            needed |= refers
            wanted |= {binder[name] for name in refers if name in binder}
            steps.append(step)
    lists = {binding.over for binding in steps}
    inputs = tuple(_trimmed(given, needed) for given in program.inputs if given.name in needed | lists)
    told = {name for given in inputs for name in _names_of(given.name, given.type)}
    laws = tuple(law for law in program.laws if references(law) <= told)
    return Program(inputs, tuple(reversed(steps)), laws)


def _trimmed(given: Input, needed: set[str]) -> Input:
    """Return an input of items with only the fields that are needed; another input as it is."""
    if not isinstance(given.type, Items):
        return given
    return Input(given.name, Items(tuple(field for field in given.type.fields if field.name in needed)))


def _names_of(name: str, declared: object) -> set[str]:
    return {name} | ({field.name for field in declared.fields} if isinstance(declared, Items) else set())
