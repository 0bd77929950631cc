"""Passes core → core: lists that are empty, and lists whose items may be absent, as those of another year are.

Guarantee: a fold over such a list comes to what it would over the items alone that are there, for amounts and counts.
"""

from __future__ import annotations

from collections.abc import Callable, Collection, Mapping
from dataclasses import replace
from typing import assert_never

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
)


def without(expression: Expression, lists: Collection[str]) -> Expression:
    """Return the expression with every fold over one of ``lists`` as it is where the list is empty."""

    def inside(each: Expression) -> Expression:
        return without(each, lists)

    if isinstance(expression, Each) and expression.items in lists:
        return {"any": FALSE, "all": TRUE}.get(expression.fold, ZERO)
    return over_parts(expression, inside)


def where_there(expression: Expression, there: Mapping[str, str]) -> Expression:
    """Return the expression with every fold over a list of ``there`` told by the field that says whether an item is."""

    def inside(each: Expression) -> Expression:
        return where_there(each, there)

    if isinstance(expression, Each) and expression.items in there:
        return replace(
            expression, body=_guarded(expression.fold, Reference(there[expression.items]), inside(expression.body))
        )
    return over_parts(expression, inside)


def over_parts(expression: Expression, inside: Callable[[Expression], Expression]) -> Expression:
    """Return the expression with ``inside`` applied to each of its immediate parts."""
    match expression:
        case Literal() | Reference():
            return expression
        case Apply():
            return Apply(expression.operator, tuple([inside(operand) for operand in expression.operands]))
        case Choose():
            return Choose(inside(expression.condition), inside(expression.then), inside(expression.otherwise))
        case Match():
            cases = tuple((name, inside(body)) for name, body in expression.cases)
            return Match(inside(expression.subject), cases, inside(expression.otherwise))
        case Let():
            return Let(expression.name, inside(expression.value), inside(expression.body))
        case Each():
            return replace(expression, body=inside(expression.body))
        case Round():
            return replace(expression, operand=inside(expression.operand))
        case _:
            assert_never(expression)


def _guarded(fold: str, there: Reference, body: Expression) -> Expression:
    """Return what an item adds to a fold: nothing where it is not there (no amount is below nothing)."""
    if fold in ("any", "count"):
        return Apply("and", (there, body))
    if fold == "all":
        return Apply("or", (Apply("not", (there,)), body))
    return Choose(there, body, ZERO)
