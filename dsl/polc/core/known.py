"""A pass core → core: whether a value is known although some inputs are not.

Every input ``x`` gets a companion ``x?``, true where we were told its value; where we were not, ``x`` itself may hold
any value of its type. ``known(e)`` is then an ordinary truth of the core, so that every reader gives three-valued
answers (after Kleene) without a third value. Guarantee: it is true exactly where the interpreter finds nothing missing.

A part of ``e`` is copied into ``known(e)`` only behind the truth that it is known (``and``, ``or`` and ``choose`` stop
early), so that what was guarded in ``e``, a division, is guarded in its copy.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace
from typing import assert_never

from polc.core.fold import apply, choose, fold
from polc.core.nodes import (
    FALSE,
    TRUE,
    ZERO,
    Apply,
    Choose,
    Each,
    Expression,
    Fold,
    Let,
    Literal,
    Match,
    Reference,
    Round,
)
from polc.core.program import Program, Step
from polc.core.scope import Scope, scope_of, sort_of
from polc.core.types import Input, Items, Quantity, Truth

TOLD = "?"
"""The ending of the companion that says whether a name's value is known: ``年度收入?``, ``算力补贴/应得/高?``."""


def known(expression: Expression, inputs: Iterable[Input]) -> Expression:
    """Return the truth, over inputs and their companions, that the expression depends on nothing unknown."""
    return fold(_known(expression, scope_of(inputs)))


def known_program(program: Program) -> Program:
    """Return the program with a companion for each input and field, and behind each step those of the names it binds.

    A step that binds an amount is also followed by one under its own name: ``算力补贴/应得?`` says that all is known.
    """
    scope = scope_of(program.inputs)
    steps: list[Step] = []
    for step in program.steps:
        inner = scope if step.over is None else scope.inside(step.over)
        truths = {name + TOLD: fold(_known(expression, inner)) for name, expression in step.bindings}
        if step.binds + TOLD not in truths:
            truths[step.binds + TOLD] = _both(*(Reference(name) for name in truths))
        steps.append(step)
        steps += [replace(step, binds=name, value=truth, applies=TRUE) for name, truth in truths.items()]
        scope = scope.after(step)
    return replace(program, inputs=with_companions(program.inputs), steps=tuple(steps))


def with_companions(inputs: Iterable[Input]) -> tuple[Input, ...]:
    """Return the inputs, each followed by the truth that says whether we were told it."""
    found: list[Input] = []
    for given in inputs:
        told = Items(with_companions(given.type.fields)) if isinstance(given.type, Items) else given.type
        found += [replace(given, type=told), Input(given.name + TOLD, Truth())]
    return tuple(found)


def _known(expression: Expression, scope: Scope) -> Expression:
    match expression:
        case Literal():
            return TRUE
        case Reference():
            return Reference(expression.name + TOLD)
        case Apply():
            return _known_apply(expression, scope)
        case Choose(condition, then, otherwise):
            told = _known(condition, scope)
            return _both(
                _either(_known(then, scope), _both(told, _not(condition))),
                _either(_known(otherwise, scope), _both(told, condition)),
                _either(told, _alike(then, otherwise, scope)),
            )
        case Match():
            return _known_match(expression, scope)
        case Let():
            return _known_let(expression, scope)
        case Each():
            body = _known(expression.body, scope.inside(expression.items))
            return _both(Reference(expression.items + TOLD), _known_fold(expression, body))
        case Round():
            return _known(expression.operand, scope)
        case _:
            assert_never(expression)


def _known_let(expression: Let, scope: Scope) -> Expression:
    """Bind the name and its companion; where the value is unknown it is not computed, for want of its guard."""
    sort = sort_of(expression.value, scope)
    told = expression.name + TOLD
    stand_in = {"number": ZERO, "truth": FALSE, "level": expression.value}[sort]
    value = Choose(Reference(told), expression.value, stand_in)
    body = _known(expression.body, scope.binding(expression.name, sort))
    return Let(told, _known(expression.value, scope), Let(expression.name, value, body))


def _known_apply(expression: Apply, scope: Scope) -> Expression:
    operands = expression.operands
    told = [_known(operand, scope) for operand in operands]
    match expression.operator:
        case "and":
            deciding = [_both(is_told, _not(operand)) for is_told, operand in zip(told, operands, strict=True)]
            return _either(_both(*told), *deciding)
        case "or":
            deciding = [_both(is_told, operand) for is_told, operand in zip(told, operands, strict=True)]
            return _either(_both(*told), *deciding)
        case "multiply":
            zero = [apply("equal", [operand, ZERO]) for operand in operands]
            return _both(_either(told[0], _both(told[1], zero[1])), _either(told[1], _both(told[0], zero[0])))
        case "less" | "at_most" | "equal":
            return _either(_both(*told), _decided_by_bounds(expression, told, scope))
        case _:
            return _both(*told)


def _known_match(expression: Match, scope: Scope) -> Expression:
    told = _known(expression.subject, scope)
    subject = expression.subject
    is_level = {name: apply("same", [subject, Literal(name)]) for name, _ in expression.cases}
    is_listed = _either(*is_level.values())
    return _both(
        *(_either(_known(body, scope), _both(told, _not(is_level[name]))) for name, body in expression.cases),
        _either(_known(expression.otherwise, scope), _both(told, is_listed)),
        _either(told, _both(*(_alike(body, expression.otherwise, scope) for _, body in expression.cases))),
    )


def _known_fold(expression: Each, body: Expression) -> Expression:
    every = _each("all", expression.items, body)
    if expression.fold not in ("any", "all"):
        return every
    decisive = expression.body if expression.fold == "any" else _not(expression.body)
    return _either(every, _each("any", expression.items, _both(body, decisive)))


def _each(kind: Fold, items: str, body: Expression) -> Expression:
    """Return the fold, unless its body decides it whatever the items are."""
    constant = TRUE if kind == "all" else FALSE
    return constant if body == constant else Each(kind, items, body)


def _decided_by_bounds(expression: Apply, told: list[Expression], scope: Scope) -> Expression:
    """Return that a comparison with an unknown input comes out the same anywhere within its declared bounds."""
    left, right = expression.operands
    bounds, other = _bounds(left, scope), _bounds(right, scope)
    if bounds is not None and other is not None:  # either may be told, or neither
        return _judged(expression.operator, _ends(left, told[0], bounds), _ends(right, told[1], other))
    if bounds is not None:
        least, most = Literal(bounds.least), Literal(bounds.most)
        return _both(told[1], _judged(expression.operator, (least, most), (right, right)))
    if other is not None:
        least, most = Literal(other.least), Literal(other.most)
        return _both(told[0], _judged(expression.operator, (left, left), (least, most)))
    return FALSE


def _ends(reference: Expression, is_told: Expression, bounds: Quantity) -> tuple[Expression, Expression]:
    return choose(is_told, reference, Literal(bounds.least)), choose(is_told, reference, Literal(bounds.most))


def _judged(comparison: str, left: tuple[Expression, Expression], right: tuple[Expression, Expression]) -> Expression:
    """Return that the comparison holds throughout two ranges, or fails throughout."""
    (low, high), (other_low, other_high) = left, right
    holds = "at_most" if comparison == "at_most" else "less"
    fails = "at_most" if comparison == "less" else "less"
    return _either(apply(holds, [high, other_low]), apply(fails, [other_high, low]))


def _bounds(operand: Expression, scope: Scope) -> Quantity | None:
    declared = scope.types.get(operand.name) if isinstance(operand, Reference) else None
    return declared if isinstance(declared, Quantity) else None


def _alike(one: Expression, other: Expression, scope: Scope) -> Expression:
    """Return that two expressions have the same value (their values count only where both are known)."""
    if one == other:
        return TRUE
    return apply("equal" if sort_of(one, scope) == "number" else "same", [one, other])


def _not(truth: Expression) -> Expression:
    return apply("not", [truth])


def _both(*truths: Expression) -> Expression:
    return apply("and", truths)


def _either(*truths: Expression) -> Expression:
    return apply("or", truths)
