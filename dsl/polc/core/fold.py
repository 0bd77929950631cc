"""A pass core → core: compute what is constant, drop what changes nothing.

Guarantees: no value changes, nor whether it depends on an unknown input (so ``x − x`` stays); folding twice
changes nothing more. It relies on ``typing.check``: a name bound by ``let`` is hidden by nothing.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace
from fractions import Fraction
from typing import TypeAlias, assert_never

from polc.core.amounts import Amount
from polc.core.arithmetic import OPERATIONS, round_to
from polc.core.nodes import (
    FALSE,
    TRUE,
    ZERO,
    Apply,
    Choose,
    Each,
    Expression,
    Let,
    Literal,
    Match,
    Reference,
    Round,
    Scalar,
)
from polc.core.program import Program, Step
from polc.core.references import references

Constants: TypeAlias = Mapping[str, Literal]

NEUTRAL = {"add": ZERO, "and": TRUE, "or": FALSE}
DECISIVE = {"and": FALSE, "or": TRUE}
IDEMPOTENT = ("and", "or", "min", "max")


def fold(expression: Expression, constants: Constants | None = None) -> Expression:
    """Return an expression of the same value, folded; a reference to one of ``constants`` becomes it."""
    known = constants or {}
    match expression:
        case Literal():
            return constant(expression.value)
        case Reference():
            return known.get(expression.name, expression)
        case Apply():
            return apply(expression.operator, [fold(operand, known) for operand in expression.operands])
        case Choose():
            then, otherwise = fold(expression.then, known), fold(expression.otherwise, known)
            return choose(fold(expression.condition, known), then, otherwise)
        case Match():
            cases = tuple((name, fold(body, known)) for name, body in expression.cases)
            return _match(Match(fold(expression.subject, known), cases, fold(expression.otherwise, known)))
        case Let():
            return _let(expression, known)
        case Each():
            return replace(expression, body=fold(expression.body, known))
        case Round():
            return _round(replace(expression, operand=fold(expression.operand, known)))
        case _:
            assert_never(expression)


def fold_program(program: Program) -> Program:
    """Return the program with all expressions folded, and what a step always comes to put where it is referred to."""
    constants: dict[str, Literal] = {}
    steps: list[Step] = []
    for step in program.steps:
        ends = {name: fold(expression, constants) for name, expression in step.bindings}
        constants |= {name: end for name, end in ends.items() if isinstance(end, Literal)}
        value = Amount(*ends.values()) if isinstance(step.value, Amount) else ends[step.binds]
        steps.append(replace(step, value=value, applies=fold(step.applies, constants)))
    return replace(program, steps=tuple(steps), laws=tuple(fold(law) for law in program.laws))


def constant(value: Scalar) -> Literal:
    """Return the literal, a whole number as an int."""
    return Literal(value.numerator if isinstance(value, Fraction) and value.denominator == 1 else value)


def apply(operator: str, operands: Sequence[Expression]) -> Expression:
    """Return the operator on folded operands, folded."""
    literals = [operand.value for operand in operands if isinstance(operand, Literal)]
    if len(literals) == len(operands) and not (operator == "divide" and literals[1] == 0):
        return constant(OPERATIONS[operator](iter(literals)))
    if operator in ("add", *IDEMPOTENT):
        return _apply_many(operator, operands)
    match operator, operands:
        case "not", [Apply("not", (inner,))]:
            return inner
        case "subtract", [left, Literal(0)]:
            return left
        case "multiply", [_, Literal(0)] | [Literal(0), _]:
            return ZERO
        case ("multiply", [other, Literal(1)] | [Literal(1), other]) | ("divide", [other, Literal(1)]):
            return other
        case _:
            return Apply(operator, tuple(operands))


def choose(condition: Expression, then: Expression, otherwise: Expression) -> Expression:
    """Return the choice between folded expressions, folded."""
    if isinstance(condition, Literal):
        return then if condition.value else otherwise
    if then == otherwise:
        return then
    if _is(then, truth=True) and _is(otherwise, truth=False):
        return condition
    if _is(then, truth=False) and _is(otherwise, truth=True):
        return apply("not", [condition])
    return Choose(condition, then, otherwise)


def _is(expression: Expression, *, truth: bool) -> bool:
    """Return whether the expression is that truth: Python holds 1 and True to be equal, we do not."""
    return isinstance(expression, Literal) and expression.value is truth


def _apply_many(operator: str, operands: Sequence[Expression]) -> Expression:
    """Fold an operator whose operands may be grouped at will: their order is kept, literals are gathered in front."""
    flat: list[Expression] = []
    for operand in operands:
        flat += operand.operands if isinstance(operand, Apply) and operand.operator == operator else (operand,)
    literals = [operand.value for operand in flat if isinstance(operand, Literal)]
    others: list[Expression] = [operand for operand in flat if not isinstance(operand, Literal)]
    if operator in IDEMPOTENT:
        others = list(dict.fromkeys(others))
    if literals:
        gathered = constant(OPERATIONS[operator](iter(literals)))
        if gathered == DECISIVE.get(operator):
            return gathered
        if gathered != NEUTRAL.get(operator):
            others.insert(0, gathered)
    return others[0] if len(others) == 1 else Apply(operator, tuple(others))


def _match(expression: Match) -> Expression:
    bodies = dict(expression.cases)
    if isinstance(expression.subject, Literal):
        return bodies.get(str(expression.subject.value), expression.otherwise)
    if all(body == expression.otherwise for body in bodies.values()):
        return expression.otherwise
    return expression


def _let(expression: Let, constants: Constants) -> Expression:
    value = fold(expression.value, constants)
    if isinstance(value, Literal):
        return fold(expression.body, {**constants, expression.name: value})
    body = fold(expression.body, constants)
    if body == Reference(expression.name):
        return value
    return Let(expression.name, value, body) if expression.name in references(body) else body


def _round(expression: Round) -> Expression:
    if isinstance(expression.operand, Literal):
        return Literal(round_to(expression.mode, expression.unit, expression.operand.value))  # type: ignore[arg-type]
    return expression
