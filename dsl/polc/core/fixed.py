"""A program of which everything is told but one figure: only what still hangs on the figure is left of it.

Guarantees: at every value of the figure it gives what the interpreter gives of the whole program; where that cannot be
seen at once (a list of several items, something untold, a name with two meanings) there is nothing, and the whole
program is to be run. For whoever computes the same program hundreds of times.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Any, TypeAlias, assert_never

from polc.core.amounts import Amount
from polc.core.fold import constant, fold
from polc.core.nodes import Apply, Choose, Each, Expression, Let, Literal, Match, Reference, Round
from polc.core.program import HIGH, LOW, OPEN, Program
from polc.core.references import references
from polc.core.types import Items

Facts: TypeAlias = Mapping[str, Any]
"""Inputs by name; a list as its records."""


@dataclass(frozen=True, slots=True)
class Fixed:
    """What is left: bindings in order, and the three ends of the amount that is asked for."""

    bindings: tuple[tuple[str, Expression], ...]
    low: Expression
    high: Expression
    open: Expression


def fixed(program: Program, binds: str, facts: Facts, but: str) -> Fixed | None:
    """Return what is left of a program for the amount of its step ``binds``, where all but one figure is told.

    ``but`` is the name of the figure: an input, or a field of a list. None where it cannot be told, or the step is no
    amount, or is computed for no item.
    """
    told = _told(program, facts, but)
    step = next((step for step in program.steps if step.binds == binds), None)
    if told is None or step is None or not isinstance(step.value, Amount) or step.over in told.empty:
        return None
    names = [*told.names, *(name for each in program.steps for name in each.names)]
    if len(set(names)) < len(names):
        return None
    known = dict(told.constants)
    left: list[tuple[str, Expression]] = []
    for each in program.steps:
        if each.over in told.empty:
            continue
        for name, expression in each.bindings:
            found = fold(_alone(expression, told), known)
            if isinstance(found, Literal):
                known[name] = found
            else:
                left.append((name, found))
    ends = (known.get(binds + end, Reference(binds + end)) for end in (LOW, HIGH, OPEN))
    low, high, opened = ends
    return Fixed(_needed(left, (low, high, opened)), low, high, opened)


@dataclass(frozen=True, slots=True)
class _Told:
    """What is known of the inputs: each name's value, every name, and the lists without items."""

    constants: Mapping[str, Literal]
    names: tuple[str, ...]
    empty: frozenset[str]


def _told(program: Program, facts: Facts, but: str) -> _Told | None:
    constants: dict[str, Literal] = {}
    names: list[str] = []
    empty: list[str] = []
    for given in program.inputs:
        if given.name not in facts:
            return None
        if not isinstance(given.type, Items):
            names.append(given.name)
            constants[given.name] = constant(facts[given.name])
            continue
        records: Sequence[Mapping[str, Any]] = facts[given.name]
        if len(records) > 1:
            return None
        if not records:
            empty.append(given.name)
            continue
        for one in given.type.fields:
            if one.name not in records[0]:
                return None
            names.append(one.name)
            constants[one.name] = constant(records[0][one.name])
    if constants.pop(but, None) is None:
        return None
    return _Told(constants, tuple(names), frozenset(empty))


def _alone(expression: Expression, told: _Told) -> Expression:
    """Return an expression with every fold over items as what it is of the one item there is, or of none."""
    match expression:
        case Literal() | Reference():
            return expression
        case Apply():
            return replace(expression, operands=tuple(_alone(each, told) for each in expression.operands))
        case Choose():
            parts = (expression.condition, expression.then, expression.otherwise)
            return Choose(*(_alone(each, told) for each in parts))
        case Match():
            cases = tuple((name, _alone(body, told)) for name, body in expression.cases)
            return Match(_alone(expression.subject, told), cases, _alone(expression.otherwise, told))
        case Let():
            return replace(expression, value=_alone(expression.value, told), body=_alone(expression.body, told))
        case Each():
            return _of_one(replace(expression, body=_alone(expression.body, told)), told)
        case Round():
            return replace(expression, operand=_alone(expression.operand, told))
        case _:
            assert_never(expression)


def _of_one(each: Each, told: _Told) -> Expression:
    if each.items in told.empty:
        return Literal(each.fold == "all") if each.fold in ("any", "all") else Literal(0)
    return Choose(each.body, Literal(1), Literal(0)) if each.fold == "count" else each.body


def _needed(left: Sequence[tuple[str, Expression]], ends: Sequence[Expression]) -> tuple[tuple[str, Expression], ...]:
    """Return the bindings on which the ends depend."""
    wanted = {name for end in ends for name in references(end)}
    kept: list[tuple[str, Expression]] = []
    for name, expression in reversed(left):
        if name in wanted:
            kept.append((name, expression))
            wanted |= references(expression)
    return tuple(reversed(kept))
