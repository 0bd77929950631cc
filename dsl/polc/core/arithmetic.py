"""What each operator, fold and rounding does to values: one row each. The interpreter and ``fold`` both read it here.

Operands arrive as an iterator, so that ``and`` and ``or`` stop at the operand that decides them.
Numbers are exact: an int, or a Fraction whose denominator is not 1.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from fractions import Fraction
from typing import Any, TypeAlias, assert_never

from polc.core.nodes import Fold, RoundMode, Scalar

Number: TypeAlias = "int | Fraction"
Row: TypeAlias = Callable[[Iterator[Any]], "int | Fraction | bool | str"]


class UnguardedDivisionError(ArithmeticError):
    """A division by zero was reached. Whoever built the program left out its guard ``0 < divisor``."""


def whole(number: Number) -> Number:
    """Return the number as an int where it is whole."""
    return number.numerator if number.denominator == 1 else number


def _subtract(operands: Iterator[Number]) -> Number:
    left, right = operands
    return whole(left - right)


def _multiply(operands: Iterator[Number]) -> Number:
    left, right = operands
    return whole(left * right)


def _divide(operands: Iterator[Number]) -> Number:
    left, right = operands
    if right == 0:
        msg = "a division by zero was reached: its guard is missing"
        raise UnguardedDivisionError(msg)
    return whole(Fraction(left) / right)


def _less(operands: Iterator[Number]) -> bool:
    left, right = operands
    return left < right


def _at_most(operands: Iterator[Number]) -> bool:
    left, right = operands
    return left <= right


def _equal(operands: Iterator[Scalar]) -> bool:
    left, right = operands
    return left == right


def _reaches(operands: Iterator[str]) -> bool:
    subject, level, *names = operands
    return names.index(subject) >= names.index(level)


def _not(operands: Iterator[bool]) -> bool:
    (operand,) = operands
    return not operand


OPERATIONS: dict[str, Row] = {
    "add": lambda operands: whole(sum(operands)),
    "subtract": _subtract,
    "multiply": _multiply,
    "divide": _divide,
    "min": min,
    "max": max,
    "less": _less,
    "at_most": _at_most,
    "equal": _equal,
    "same": _equal,
    "reaches": _reaches,
    "and": all,
    "or": any,
    "not": _not,
}

FOLDS: dict[Fold, Row] = {
    "sum": lambda bodies: whole(sum(bodies)),
    "max": lambda bodies: max(bodies, default=0),
    "count": lambda bodies: sum(1 for body in bodies if body),
    "any": any,
    "all": all,
}


def round_to(mode: RoundMode, unit: int, number: Number) -> int:
    """Return the multiple of ``unit`` next to ``number``: at most it, at least it, or the nearest (halves upward)."""
    match mode:
        case "down":
            return number // unit * unit
        case "up":
            return -(-number // unit) * unit
        case "half_up":
            return (2 * number + unit) // (2 * unit) * unit
        case _:
            assert_never(mode)
