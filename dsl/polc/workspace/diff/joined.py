"""Two programs of two versions as one, over one set of facts, so that one question can be put to both.

Guarantees: what was renamed has its new name on both sides; a policy is in force on both sides, and an applicant within
its scope unless scope itself is asked about; steps that compute the same stand there once.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace

from polc.core.amounts import NOTHING, Amount, add
from polc.core.beside import beside
from polc.core.fold import fold, fold_program
from polc.core.nodes import FALSE, TRUE, Expression, Literal
from polc.core.program import Program, Stage, Step, amount_of
from polc.core.rename import Renaming, renamed_program
from polc.core.slicing import slice_to
from polc.core.types import Input, Items, Level, Quantity, Truth, Type
from polc.passes.lower.plan import IN_SCOPE, STARTED, UNEXPIRED, WITHIN, Lowered, Plan
from polc.workspace.diff.matching import Matched

OLD, NEW = "比较·原", "比较·新"
"""The steps that add up what is compared, of either version."""


@dataclass(frozen=True, slots=True)
class Unshared:
    """An input (of an item of ``items``, where that is not "") with the levels that one version alone knows."""

    name: str
    items: str
    old: tuple[str, ...]
    new: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Joined:
    """Both programs as one; ``same`` where both compute the same by the same steps.

    ``only_old`` and ``only_new`` are the inputs that one version alone knows, ``levels`` those of which one version
    knows levels that the other does not: these take no part.
    """

    program: Program
    same: bool
    only_old: frozenset[str]
    only_new: frozenset[str]
    levels: tuple[Unshared, ...] = ()

    def amount(self, name: str) -> Amount:
        """Return what one version comes to: ``OLD`` or ``NEW``."""
        step = next(step for step in self.program.steps if step.binds == name)
        opened = isinstance(step.value, Amount) and step.value.open != FALSE
        return amount_of(name, may_be_open=opened)


class UnlikeError(Exception):
    """A fact is of one kind here and of another there, so that no case can be put to both; ``name`` is its input."""

    def __init__(self, name: str) -> None:
        super().__init__(name)
        self.name = name


def joined(
    old: Lowered, mine: Sequence[Plan], new: Lowered, theirs: Sequence[Plan], names: Renaming, *, scope: bool = False
) -> Joined:
    """Return both programs as one, with what the plans of either side come to together.

    ``scope`` asks about 适用 too, which is otherwise presumed. Raises UnlikeError.
    """
    one = _ready(renamed_program(_slice(old, mine), names), scope=scope)
    two = _ready(_slice(new, theirs), scope=scope)
    one = renamed_program(one, _respelt(one, two))
    levels = tuple(_unshared(one, two))
    one, two = _agreeing(one, two)
    program, called = beside(two, one)
    before = [(called(names(plan.result)), plan.opened) for plan in mine]
    after = [(plan.result, plan.opened) for plan in theirs]
    steps = (*program.steps, _sum(OLD, before), _sum(NEW, after))
    program = Program(program.inputs, steps, program.laws)
    told_old, told_new = _names(one.inputs), _names(two.inputs)
    same = sorted(before) == sorted(after)
    return Joined(program, same, frozenset(told_old - told_new), frozenset(told_new - told_old), levels)


def names_between(matched: Matched) -> Renaming:
    """Return the function from names in the old version's programs to those in the new one's."""
    new: dict[str, str] = {**matched.subjects, **matched.parts}
    for (subject, fact), (subject_now, fact_now) in matched.facts.items():
        new[f"{subject}.{fact}"] = f"{subject_now}.{fact_now}"
    if not new:
        return lambda name: name
    longest = sorted(new, key=lambda name: (-len(name), name))
    # a name stands between the marks that the programs put names together with
    mark = re.compile(rf"(?<![^/·.])(?:{'|'.join(map(re.escape, longest))})(?![^/·.])")
    return lambda name: mark.sub(lambda found: new[found.group()], name)


_SPELT = ("此前.", "属于“", "先算哪一项")
"""How inputs begin that are called by a line as written."""


def _respelt(one: Program, other: Program) -> Renaming:
    """Return the function from inputs called by a line to what they are called where that line is written otherwise.

    Only where there is no doubt which is which: one such input on either side.
    """
    mine, theirs = _typed(one.inputs), _typed(other.inputs)
    new: dict[str, str] = {}
    for start in _SPELT:
        gone = [name for name in mine if name.startswith(start) and name not in theirs]
        come = [name for name in theirs if name.startswith(start) and name not in mine]
        if len(gone) == len(come) == 1 and mine[gone[0]] == theirs[come[0]]:
            new[gone[0]] = come[0]
    # a step is called by what it is about
    return lambda name: next((name.replace(gone, come) for gone, come in new.items() if gone in name), name)


def _typed(inputs: Sequence[Input]) -> dict[str, Type]:
    return {name: type_ for name, _, type_ in _each(inputs)}


def _slice(lowered: Lowered, plans: Sequence[Plan]) -> Program:
    if len(plans) == 1:
        return lowered.slice(plans[0])
    return slice_to(lowered.program, [step for plan in plans for step in _steps(lowered, plan)])


def _steps(lowered: Lowered, plan: Plan) -> list[str]:
    inner = [lowered.plans[name] for name in plan.members if name in lowered.plans]
    return [*plan.steps, *(step for member in inner for step in _steps(lowered, member))]


def _ready(program: Program, *, scope: bool) -> Program:
    """Return the program without the places it comes from, in force, and within its scope or asked about it."""
    told: dict[str, Literal] = {}
    for given in (*program.inputs, *(f for g in program.inputs if isinstance(g.type, Items) for f in g.type.fields)):
        if given.name in (STARTED, UNEXPIRED) or given.name.startswith(WITHIN):
            told[given.name] = Literal(True)  # noqa: FBT003 - a literal of the core
        elif given.name == IN_SCOPE:
            told[given.name] = Literal(not scope)
    steps = tuple(
        replace(step, value=_told(step.value, told), applies=fold(step.applies, told), because=())
        for step in program.steps
    )
    return _used(fold_program(Program(program.inputs, steps, program.laws)))


def _told(value: Amount | Expression, told: Mapping[str, Literal]) -> Amount | Expression:
    if isinstance(value, Amount):
        return Amount(fold(value.low, told), fold(value.high, told), fold(value.open, told))
    return fold(value, told)


def _used(program: Program) -> Program:
    """Return the program without inputs that nothing reads any more."""
    return slice_to(program, [step.binds for step in program.steps])


def _sum(name: str, ends: Sequence[tuple[str, bool]]) -> Step:
    amounts = [amount_of(result, may_be_open=opened) for result, opened in ends]
    value = amounts[0] if len(amounts) == 1 else add(*amounts) if amounts else NOTHING
    return Step(Stage.TOTAL, name, name, value, TRUE)


def _names(inputs: Sequence[Input]) -> set[str]:
    found: set[str] = set()
    for given in inputs:
        found.add(given.name)
        if isinstance(given.type, Items):
            found.update(field.name for field in given.type.fields)
    return found


def _unshared(one: Program, other: Program) -> Iterator[Unshared]:
    """Yield the inputs of which one program knows levels that the other does not."""
    mine = {name: given for name, _, given in _each(one.inputs)}
    for name, items, theirs in _each(other.inputs):
        known = mine.get(name)
        if isinstance(known, Level) and isinstance(theirs, Level) and set(known.names) != set(theirs.names):
            gone = tuple(level for level in known.names if level not in theirs.names)
            yield Unshared(name, items, gone, tuple(level for level in theirs.names if level not in known.names))


def _each(inputs: Sequence[Input]) -> Iterator[tuple[str, str, Type]]:
    for given in inputs:
        if isinstance(given.type, Items):
            yield from ((field.name, given.name, field.type) for field in given.type.fields)
        else:
            yield given.name, "", given.type


def _agreeing(one: Program, other: Program) -> tuple[Program, Program]:
    """Return both programs with each common input of one type: the values that both know."""
    mine = {given.name: given for given in one.inputs}
    both: dict[str, Type] = {}
    fields: dict[str, Type] = {}
    for given in other.inputs:
        twin = mine.get(given.name)
        if twin is None:
            continue
        if isinstance(given.type, Items) and isinstance(twin.type, Items):
            inner = {field.name: field.type for field in twin.type.fields}
            for field in given.type.fields:
                if field.name in inner:
                    fields[field.name] = _common(field.name, inner[field.name], field.type)
        else:
            both[given.name] = _common(given.name, twin.type, given.type)

    def settled(given: Input) -> Input:
        if isinstance(given.type, Items):
            inner = tuple(replace(field, type=fields.get(field.name, field.type)) for field in given.type.fields)
            return replace(given, type=Items(inner))
        return replace(given, type=both.get(given.name, given.type))

    return replace(one, inputs=tuple(map(settled, one.inputs))), replace(
        other, inputs=tuple(map(settled, other.inputs))
    )


def _common(name: str, one: Type, other: Type) -> Type:
    """Return the values that an input can have in both versions. Raises UnlikeError where there are none."""
    match one, other:
        case _ if one == other:
            return one
        case Level(names=mine), Level(names=theirs):
            known = tuple(level for level in theirs if level in mine)
            if known:
                return Level(known)
        case Quantity(), Quantity():
            special = {"分", "1/10000", "日", "年", "月"}
            if one.unit == other.unit or not {one.unit, other.unit} & special:
                return Quantity(other.unit, max(one.least, other.least), min(one.most, other.most))
        case Truth(), Truth():
            return one
        case _:
            pass
    raise UnlikeError(name)
