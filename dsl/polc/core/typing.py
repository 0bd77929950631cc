"""Whether a program is well formed. An answer other than [] is a bug of whoever built the program.

Guarantees for a program that passes: every name is bound exactly once and before it is used, every operand has the
sort its operator takes, and a name bound by ``let`` is hidden by nothing and hides nothing.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from typing import assert_never

from polc.core.amounts import Amount
from polc.core.nodes import Apply, Choose, Each, Expression, Let, Literal, Match, Reference, Round
from polc.core.operators import OPERATORS
from polc.core.program import Program, Step
from polc.core.scope import Scope, Sort, scope_of, sort_of_value
from polc.core.types import Input, Items, Level, Quantity


class _IllTypedError(Exception):
    """An expression has no sort; the text says why."""


def check(program: Program) -> list[str]:
    """Return what is wrong with a program: nothing, if all is well."""
    found = [*_wrong_inputs(program.inputs), *_wrong_names(program)]
    if found:
        return found
    scope = scope_of(program.inputs)
    found += [
        f"law {n}: {wrong}" for n, law in enumerate(program.laws, start=1) for wrong in _wrong(law, "truth", scope)
    ]
    for step in program.steps:
        wrong = list(_wrong_in_step(step, scope))
        if wrong:  # what follows may refer to it: one cause, one message
            return found + [f"step {step.binds}: {text}" for text in wrong]
        scope = scope.after(step)
    return found


def check_expression(expression: Expression, wanted: Sort, scope: Scope) -> list[str]:
    """Return what is wrong with an expression that should be of a sort: nothing, if all is well."""
    return list(_wrong(expression, wanted, scope))


def _wrong_inputs(inputs: tuple[Input, ...], *, nested: bool = False) -> Iterator[str]:
    for name, times in Counter(given.name for given in inputs).items():
        if times > 1:
            yield f"{name} is an input {times} times"
    for given in inputs:
        match given.type:
            case Items(fields):
                if nested:
                    yield f"{given.name} is a list inside a list"
                yield from _wrong_inputs(fields, nested=True)
            case Quantity(_, least, most):
                if least > most:
                    yield f"{given.name} lies between {least} and {most}: nowhere"
            case Level(names):
                if not names or len(set(names)) < len(names):
                    yield f"{given.name} has no levels, or one of them twice"
            case _:
                pass


def _wrong_names(program: Program) -> Iterator[str]:
    fields = {field.name for given in program.inputs if isinstance(given.type, Items) for field in given.type.fields}
    inputs = {given.name for given in program.inputs}
    bound = Counter(name for step in program.steps for name in step.names)
    for name, times in bound.items():
        if times > 1:
            yield f"{name} is bound {times} times"
        if name in fields or name in inputs:
            yield f"{name} is bound, and is also an input or a field"


def _wrong_in_step(step: Step, scope: Scope) -> Iterator[str]:
    if step.over is not None:
        if step.over not in scope.lists:
            yield f"{step.over} is not a list of items"
            return
        scope = scope.inside(step.over)
    yield from _wrong(step.applies, "truth", scope, step.over)
    sorts: tuple[Sort | None, ...] = ("number", "number", "truth") if isinstance(step.value, Amount) else (None,)
    for (_, expression), sort in zip(step.bindings, sorts, strict=True):
        yield from _wrong(expression, sort, scope, step.over)


def _wrong(expression: Expression, wanted: Sort | None, scope: Scope, over: str | None = None) -> Iterator[str]:
    try:
        sort = _sort(expression, scope, over)
    except _IllTypedError as error:
        yield str(error)
    else:
        if wanted not in (None, sort):
            yield f"a {wanted} is wanted here, this is a {sort}: {expression}"


def _sort(expression: Expression, scope: Scope, over: str | None) -> Sort:
    """Return the sort, or raise _IllTypedError. ``over`` is the list at hand, which may not be folded."""
    match expression:
        case Literal():
            return sort_of_value(expression.value)
        case Reference(name):
            if name not in scope.sorts:
                raise _IllTypedError(f"{name} is not known here")
            return scope.sorts[name]
        case Apply():
            return _sort_of_apply(expression, scope, over)
        case Choose():
            _demand(expression.condition, "truth", scope, over)
            return _common([expression.then, expression.otherwise], scope, over)
        case Match():
            _demand(expression.subject, "level", scope, over)
            names = [name for name, _ in expression.cases]
            if len(set(names)) < len(names):
                raise _IllTypedError(f"a level is matched twice: {expression}")
            return _common([*(body for _, body in expression.cases), expression.otherwise], scope, over)
        case Let():
            return _sort_of_let(expression, scope, over)
        case Each():
            return _sort_of_each(expression, scope, over)
        case Round():
            if expression.unit < 1:
                raise _IllTypedError(f"a rounding unit is at least 1: {expression}")
            _demand(expression.operand, "number", scope, over)
            return "number"
        case _:
            assert_never(expression)


def _sort_of_let(expression: Let, scope: Scope, over: str | None) -> Sort:
    if expression.name in scope.sorts or any(expression.name in item.sorts for item in scope.lists.values()):
        raise _IllTypedError(f"let {expression.name} hides, or is hidden by, another name")
    value = _sort(expression.value, scope, over)
    return _sort(expression.body, scope.binding(expression.name, value), over)


def _sort_of_each(expression: Each, scope: Scope, over: str | None) -> Sort:
    if expression.items not in scope.lists:
        raise _IllTypedError(f"{expression.items} is not a list of items")
    if expression.items == over:
        raise _IllTypedError(f"a step over {over} folds over {over}")
    folds_numbers = expression.fold in ("sum", "max")
    _demand(expression.body, "number" if folds_numbers else "truth", scope.inside(expression.items), over)
    return "number" if folds_numbers or expression.fold == "count" else "truth"


def _sort_of_apply(expression: Apply, scope: Scope, over: str | None) -> Sort:
    operator = OPERATORS.get(expression.operator)
    if operator is None:
        raise _IllTypedError(f"there is no operator {expression.operator}")
    if len(expression.operands) != operator.arity and (operator.arity is not None or not expression.operands):
        raise _IllTypedError(
            f"{operator.name} takes {operator.arity or 'some'}, not {len(expression.operands)} operands"
        )
    if operator.takes == "any":
        _common(list(expression.operands), scope, over)
    else:
        for operand in expression.operands:
            _demand(operand, operator.takes, scope, over)
    if operator.name == "reaches":
        _check_levels(expression, scope)
    return operator.gives


def _check_levels(expression: Apply, scope: Scope) -> None:
    subject, *levels = expression.operands
    values = [level.value for level in levels if isinstance(level, Literal)]
    names = tuple(values[1:])
    if len(values) < len(levels) or values[0] not in names:
        raise _IllTypedError(f"a level is reached among all names of its kind: {expression}")
    declared = scope.types.get(subject.name) if isinstance(subject, Reference) else None
    if isinstance(declared, Level) and declared.names != names:
        raise _IllTypedError(f"the names of the levels are not those declared: {expression}")


def _demand(expression: Expression, wanted: Sort, scope: Scope, over: str | None) -> None:
    sort = _sort(expression, scope, over)
    if sort != wanted:
        raise _IllTypedError(f"a {wanted} is wanted here, this is a {sort}: {expression}")


def _common(expressions: list[Expression], scope: Scope, over: str | None) -> Sort:
    sorts = {_sort(expression, scope, over) for expression in expressions}
    if len(sorts) > 1:
        raise _IllTypedError(f"these should be of one sort: {expressions}")
    return sorts.pop()
