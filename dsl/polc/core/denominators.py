"""The static denominator of an expression: a number that times its value is always whole.

Facts are whole numbers of grains and rates are literals, so a reader can compute with integers alone, and can tell
beforehand whether 63 bits suffice.
"""

from __future__ import annotations

from collections.abc import Mapping
from fractions import Fraction
from math import lcm
from types import MappingProxyType
from typing import assert_never

from polc.core.nodes import Apply, Choose, Each, Expression, Let, Literal, Match, Reference, Round
from polc.core.program import Program

WHOLE: Mapping[str, int | None] = MappingProxyType({})


def denominator(expression: Expression, names: Mapping[str, int | None] = WHOLE) -> int | None:
    """Return the denominator of an expression, or None where it divides by something that is not a literal.

    ``names`` has the denominators of steps and lets; any other name is an input, and whole. Truths and levels have 1.
    """
    match expression:
        case Literal():
            return expression.value.denominator if isinstance(expression.value, Fraction) else 1
        case Reference():
            return names.get(expression.name, 1)
        case Apply():
            return _of_apply(expression, names)
        case Choose():
            return _common(denominator(expression.then, names), denominator(expression.otherwise, names))
        case Match():
            bodies = [body for _, body in expression.cases]
            return _common(*(denominator(body, names) for body in [*bodies, expression.otherwise]))
        case Let():
            return denominator(expression.body, {**names, expression.name: denominator(expression.value, names)})
        case Each():
            return denominator(expression.body, names) if expression.fold in ("sum", "max") else 1
        case Round():
            return 1
        case _:
            assert_never(expression)


def denominators(program: Program) -> dict[str, int | None]:
    """Return the denominators of all names that the steps of a program bind."""
    names: dict[str, int | None] = {}
    for step in program.steps:
        names |= {name: denominator(expression, names) for name, expression in step.bindings}
    return names


def _of_apply(expression: Apply, names: Mapping[str, int | None]) -> int | None:
    match expression.operator, expression.operands:
        case "add" | "subtract" | "min" | "max", operands:
            return _common(*(denominator(operand, names) for operand in operands))
        case "multiply", (left, right):
            return _product(denominator(left, names), denominator(right, names))
        case "divide", (left, Literal(int() | Fraction() as divisor)) if divisor:
            return _product(denominator(left, names), abs(divisor.numerator))
        case "divide", _:
            return None
        case _:
            return 1


def _common(*denominators: int | None) -> int | None:
    return None if None in denominators else lcm(*(each for each in denominators if each))


def _product(left: int | None, right: int | None) -> int | None:
    return None if left is None or right is None else left * right
