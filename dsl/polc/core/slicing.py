"""The part of a program on which some of its steps depend."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from polc.core.nodes import Expression
from polc.core.program import HIGH, LOW, OPEN, Program
from polc.core.references import references, references_of_step
from polc.core.types import Input, Items


class Slicer:
    """A program made ready to be cut into parts: what every cut looks up is worked out once."""

    def __init__(self, program: Program) -> None:
        self._program = program
        self._places = {step.binds: place for place, step in enumerate(program.steps)}
        self._before: dict[str, list[int]] = {}  # of a name that several steps bind, all but the last
        if len(self._places) < len(program.steps):
            for place, step in enumerate(program.steps):
                if self._places[step.binds] != place:
                    self._before.setdefault(step.binds, []).append(place)
        self._laws = [(law, references(law)) for law in program.laws]

    def to(self, names: Iterable[str]) -> Program:
        """Return only the steps that bind ``names``, those they depend on, and the inputs these need.

        A law is kept where every input it speaks of is. Raises KeyError for a name that no step binds.
        """
        asked = set(names)
        unbound = asked - self._places.keys()
        if unbound:
            raise KeyError(*sorted(unbound))
        wanted = {place for name in asked for place in self._binders(name)}
        left = list(wanted)
        needed: set[str] = set()
        while left:
            refers = references_of_step(self._program.steps[left.pop()])
            for name in refers - needed:
                more = [place for place in self._binders(name) if place not in wanted]
                wanted.update(more)
                left.extend(more)
            needed |= refers
        steps = tuple(self._program.steps[place] for place in sorted(wanted))
        kept = needed | {step.over for step in steps}
        inputs = tuple(_trimmed(given, needed) for given in self._program.inputs if given.name in kept)
        told = {name for given in inputs for name in _names_of(given.name, given.type)}
        return Program(inputs, steps, tuple(law for law, speaks_of in self._laws if speaks_of <= told))

    def _binders(self, name: str) -> Sequence[int]:
        """Return the places of what a reference means: by the step's own name or that of one end of its amount."""
        if name not in self._places:
            end = next((end for end in (LOW, HIGH, OPEN) if name.endswith(end)), "")
            name = name.removesuffix(end)
            if not end or name not in self._places:
                return ()
        return *self._before.get(name, ()), self._places[name]


def only_for(program: Program, *expressions: Expression) -> Program:
    """Return a program without the steps on which none of ``expressions`` depends; inputs and laws stay.

    What an expression comes to in a case of the program is the same in it. A name that no step binds is an input's.
    """
    places: dict[str, list[int]] = {}
    for place, step in enumerate(program.steps):
        for name in step.names:
            places.setdefault(name, []).append(place)
    left = [name for each in expressions for name in references(each)]
    wanted: set[int] = set()
    while left:
        for place in places.get(left.pop(), ()):
            if place not in wanted:
                wanted.add(place)
                left.extend(references_of_step(program.steps[place]))
    if len(wanted) == len(program.steps):
        return program
    return Program(program.inputs, tuple(program.steps[place] for place in sorted(wanted)), program.laws)


def touched(program: Program, *expressions: Expression) -> Program:
    """Return a program with only what ``expressions`` and the laws speak of: nothing else has a say in what they are.

    An input of items keeps the fields that are spoken of.
    """
    narrow = only_for(program, *expressions)
    names = frozenset[str]().union(
        *(references(each) for each in (*expressions, *narrow.laws)),
        *(references_of_step(step) for step in narrow.steps),
    )
    inputs: list[Input] = []
    for given in narrow.inputs:
        if isinstance(given.type, Items):
            fields = tuple(inner for inner in given.type.fields if inner.name in names)
            if fields or given.name in names:
                inputs.append(Input(given.name, Items(fields)))
        elif given.name in names:
            inputs.append(given)
    return Program(tuple(inputs), narrow.steps, narrow.laws)


def slice_to(program: Program, names: Iterable[str]) -> Program:
    """Return the part of a program that ``Slicer.to`` gives, where it is cut but once."""
    return Slicer(program).to(names)


def _trimmed(given: Input, needed: set[str]) -> Input:
    """Return an input of items with only the fields that are needed; another input as it is."""
    if not isinstance(given.type, Items):
        return given
    return Input(given.name, Items(tuple(field for field in given.type.fields if field.name in needed)))


def _names_of(name: str, declared: object) -> set[str]:
    return {name} | ({field.name for field in declared.fields} if isinstance(declared, Items) else set())
