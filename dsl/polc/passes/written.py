"""What a drafter's expression shows as it is written: where it stands, and whether 最高 is in it."""

from __future__ import annotations

from polc.model import expressions as surface
from polc.model.expressions import Expression
from polc.text import Span


def place(expression: Expression) -> Span:
    """Return where an expression stands."""
    span = expression.span
    if span is None:
        msg = f"an expression without a place: {expression}"
        raise ValueError(msg)
    return span


def discretionary(expression: Expression) -> bool:
    """Return whether 最高 stands anywhere in the expression."""
    match expression:
        case surface.UpTo():
            return True
        case surface.Arithmetic(left=left, right=right):
            return discretionary(left) or discretionary(right)
        case _:
            return False


def settled(expression: Expression) -> Expression:
    """Return the expression with every 最高 taken off."""
    match expression:
        case surface.UpTo(operand=operand):
            return settled(operand)
        case surface.Arithmetic(operator=operator, left=left, right=right, span=span):
            return surface.Arithmetic(operator, settled(left), settled(right), span)
        case _:
            return expression
