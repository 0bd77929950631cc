"""Which names an expression refers to."""

from __future__ import annotations

from typing import assert_never

from polc.core.nodes import Apply, Choose, Each, Expression, Let, Literal, Match, Reference, Round
from polc.core.program import Step


def references(expression: Expression) -> frozenset[str]:
    """Return the names an expression refers to: of inputs, fields, lists and steps, but not what its lets bind."""
    match expression:
        case Literal():
            return frozenset()
        case Reference():
            return frozenset({expression.name})
        case Apply():
            return _union(*expression.operands)
        case Choose():
            return _union(expression.condition, expression.then, expression.otherwise)
        case Match():
            return _union(expression.subject, *(body for _, body in expression.cases), expression.otherwise)
        case Let():
            return references(expression.value) | (references(expression.body) - {expression.name})
        case Each():
            return references(expression.body) | {expression.items}
        case Round():
            return references(expression.operand)
        case _:
            assert_never(expression)


def references_of_step(step: Step) -> frozenset[str]:
    """Return the names a step refers to, with that of the list it is over; looked for once."""
    if step.refers is None:
        over = {step.over} if step.over is not None else set()
        refers = _union(*(expression for _, expression in step.bindings), step.applies) | over
        object.__setattr__(step, "refers", refers)
        return refers
    return step.refers


def _union(*expressions: Expression) -> frozenset[str]:
    return frozenset().union(*(references(expression) for expression in expressions))
