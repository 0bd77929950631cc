"""Passes core → core that change names: a second copy of a program, and expressions put in the place of names."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import replace
from typing import TypeAlias, assert_never

from polc.core.amounts import Amount
from polc.core.nodes import Apply, Choose, Each, Expression, Let, Literal, Match, Reference, Round
from polc.core.program import HIGH, LOW, OPEN, Program
from polc.core.types import Input, Items

Renaming: TypeAlias = Callable[[str], str]


def rename(program: Program, suffix: str) -> Program:
    """Return a copy of the program in which every name of an input, field, list, step or let ends in ``suffix``.

    The three names of an amount keep their endings behind it, so that ``amount_of(binds + suffix)`` refers to the copy.
    """
    return renamed_program(program, renaming(program, suffix))


def renamed_program(program: Program, new: Renaming) -> Program:
    """Return a copy of the program in which every name is ``new`` of it.

    ``new`` must leave the three endings of an amount behind its name, and give no two names the same one.
    """
    steps = tuple(
        replace(
            step,
            binds=new(step.binds),
            value=_renamed_value(step.value, new),
            applies=renamed(step.applies, new),
            over=None if step.over is None else new(step.over),
        )
        for step in program.steps
    )
    laws = tuple(renamed(law, new) for law in program.laws)
    return Program(tuple(_renamed_input(given, new) for given in program.inputs), steps, laws)


def renaming(program: Program, suffix: str) -> Renaming:
    """Return the function from names of the program to those of its copy, for questions put to it."""
    ends = {
        step.binds + end: step.binds + suffix + end
        for step in program.steps
        if isinstance(step.value, Amount)
        for end in (LOW, HIGH, OPEN)
    }
    return lambda name: ends.get(name, name + suffix)


def renamed(expression: Expression, new: Renaming) -> Expression:
    """Return the expression with every name replaced by ``new`` of it, those of its lets too."""
    match expression:
        case Literal():
            return expression
        case Reference():
            return Reference(new(expression.name))
        case Apply():
            return Apply(expression.operator, tuple([renamed(operand, new) for operand in expression.operands]))
        case Choose():
            then, otherwise = renamed(expression.then, new), renamed(expression.otherwise, new)
            return Choose(renamed(expression.condition, new), then, otherwise)
        case Match():
            cases = tuple((name, renamed(body, new)) for name, body in expression.cases)
            return Match(renamed(expression.subject, new), cases, renamed(expression.otherwise, new))
        case Let():
            return Let(new(expression.name), renamed(expression.value, new), renamed(expression.body, new))
        case Each():
            return Each(expression.fold, new(expression.items), renamed(expression.body, new))
        case Round():
            return replace(expression, operand=renamed(expression.operand, new))
        case _:
            assert_never(expression)


def substitute(expression: Expression, replacements: Mapping[str, Expression]) -> Expression:
    """Return the expression with references to some names replaced by expressions.

    A name is replaced wherever it is referred to, inside ``each`` too: none of ``replacements``, nor what they refer
    to, may share a name with a field of an item or with a let of the expression.
    """
    match expression:
        case Literal():
            return expression
        case Reference():
            return replacements.get(expression.name, expression)
        case Apply():
            return Apply(expression.operator, tuple([substitute(each, replacements) for each in expression.operands]))
        case Choose():
            then, otherwise = substitute(expression.then, replacements), substitute(expression.otherwise, replacements)
            return Choose(substitute(expression.condition, replacements), then, otherwise)
        case Match():
            cases = tuple((name, substitute(body, replacements)) for name, body in expression.cases)
            subject = substitute(expression.subject, replacements)
            return Match(subject, cases, substitute(expression.otherwise, replacements))
        case Let():
            value, body = substitute(expression.value, replacements), substitute(expression.body, replacements)
            return Let(expression.name, value, body)
        case Each():
            return replace(expression, body=substitute(expression.body, replacements))
        case Round():
            return replace(expression, operand=substitute(expression.operand, replacements))
        case _:
            assert_never(expression)


def _renamed_value(value: Amount | Expression, new: Renaming) -> Amount | Expression:
    if isinstance(value, Amount):
        return Amount(renamed(value.low, new), renamed(value.high, new), renamed(value.open, new))
    return renamed(value, new)


def _renamed_input(given: Input, new: Renaming) -> Input:
    if isinstance(given.type, Items):
        return Input(new(given.name), Items(tuple(_renamed_input(field, new) for field in given.type.fields)))
    return replace(given, name=new(given.name))
