"""Values that may rest on something unknown: the same walk as ``evaluate``, three-valued after Kleene.

An unknown input stands in the scope with a placeholder of its type, and everything computed carries the names of
the unknown inputs on which it still depends. Guarantee: where no name is left, the value is the same however the
unknown inputs turn out (within their types). The converse holds nearly always, not always: ``x − x`` counts as
depending on x.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from typing import Any, NamedTuple, TypeAlias, assert_never

from polc.core.arithmetic import FOLDS, OPERATIONS, round_to
from polc.core.nodes import Apply, Choose, Each, Expression, Fold, Let, Literal, Match, Reference, Round, Scalar
from polc.core.types import Input, Items, Level, Quantity, Truth
from polc.readers.evaluate.names import Names
from polc.readers.evaluate.outcome import Case, Record

NONE: frozenset[str] = frozenset()


class Weighed(NamedTuple):
    """A value and what it depends on. Where ``missing`` is not empty the value is a placeholder.

    ``bounds`` are the declared bounds of an unknown quantity; they are read only where the input itself is compared.
    """

    value: Scalar
    missing: frozenset[str] = NONE
    bounds: tuple[int, int] | None = None


Scope: TypeAlias = "Mapping[str, Weighed | Sequence[Mapping[str, Weighed]] | None]"
"""Every name's value; for a list its records, or None where the list is unknown."""


def unknown(field: Input, name: str) -> Weighed | None:
    """Return what stands for an input we were not told, under the name by which we would ask for it."""
    match field.type:
        case Quantity():
            return Weighed(field.type.least, frozenset({name}), (field.type.least, field.type.most))
        case Truth():
            return Weighed(False, frozenset({name}))  # noqa: FBT003  # a placeholder, not a flag
        case Level():
            return Weighed(field.type.names[0], frozenset({name}))
        case Items():
            return None
        case _:
            assert_never(field.type)


def is_fully_told(inputs: Iterable[Input], case: Case) -> bool:
    """Return whether the case leaves nothing unknown."""
    for wanted in inputs:
        if wanted.name not in case.facts:
            return False
        if isinstance(wanted.type, Items):
            names = [field.name for field in wanted.type.fields]
            if not all(name in record for record in case.records(wanted.name) for name in names):
                return False
    return True


def scope_of(inputs: Iterable[Input], case: Case) -> dict[str, Any]:
    """Return the scope of a case: what we were told, and a placeholder for what we were not."""
    scope: dict[str, Any] = {}
    for wanted in inputs:
        if wanted.name not in case.facts:
            scope[wanted.name] = unknown(wanted, wanted.name)
        elif isinstance(wanted.type, Items):
            records = enumerate(case.records(wanted.name), start=1)
            scope[wanted.name] = [_weighed_record(wanted.type, rec, f"{wanted.name}[{i}]") for i, rec in records]
        else:
            scope[wanted.name] = Weighed(case.facts[wanted.name])  # type: ignore[arg-type]  # not a list
    return scope


def _weighed_record(items: Items, record: Record, name: str) -> dict[str, Any]:
    told: dict[str, Any] = {field: Weighed(value) for field, value in record.items()}
    untold = (field for field in items.fields if field.name not in record)
    return told | {field.name: unknown(field, f"{name}.{field.name}") for field in untold}


def weigh(expression: Expression, scope: Scope) -> Weighed:
    """Return the value of an expression and the unknown inputs on which it depends."""
    match expression:
        case Literal():
            return Weighed(expression.value)
        case Reference():
            return scope[expression.name]  # type: ignore[return-value]  # typing.check: only Each names a list
        case Apply():
            return _apply(expression, scope)
        case Choose():
            condition = weigh(expression.condition, scope)
            if not condition.missing:
                return weigh(expression.then if condition.value else expression.otherwise, scope)
            return _undecided(condition, [weigh(expression.then, scope), weigh(expression.otherwise, scope)])
        case Match():
            level = weigh(expression.subject, scope)
            if not level.missing:
                body = next((body for name, body in expression.cases if name == level.value), expression.otherwise)
                return weigh(body, scope)
            bodies = [*(body for _, body in expression.cases), expression.otherwise]
            return _undecided(level, [weigh(body, scope) for body in bodies])
        case Let():
            value = weigh(expression.value, scope)._replace(bounds=None)
            return weigh(expression.body, Names({expression.name: value}, scope))
        case Each():
            records: Sequence[Mapping[str, Weighed]] | None = scope[expression.items]  # type: ignore[assignment]  # as above
            if records is None:
                return Weighed(FOLDS[expression.fold](iter(())), frozenset({expression.items}))
            return _fold(expression.fold, (weigh(expression.body, Names(record, scope)) for record in records))
        case Round():
            operand = weigh(expression.operand, scope)
            return Weighed(round_to(expression.mode, expression.unit, operand.value), operand.missing)  # type: ignore[arg-type]
        case _:
            assert_never(expression)


def _apply(expression: Apply, scope: Scope) -> Weighed:
    weighed = (weigh(operand, scope) for operand in expression.operands)
    match expression.operator:
        case "and":
            return _fold("all", weighed)
        case "or":
            return _fold("any", weighed)
        case "multiply":
            factors = list(weighed)
            if any(factor.value == 0 and not factor.missing for factor in factors):
                return Weighed(0)
            return _computed(OPERATIONS["multiply"], factors)
        case "divide":
            dividend, divisor = weighed
            if divisor.missing and divisor.value == 0:
                return Weighed(0, dividend.missing | divisor.missing)
            return _computed(OPERATIONS["divide"], [dividend, divisor])
        case "less" | "at_most" | "equal" as comparison:
            left, right = weighed
            decided = _judged(comparison, _range(expression.operands[0], left), _range(expression.operands[1], right))
            return _computed(OPERATIONS[comparison], [left, right]) if decided is None else Weighed(decided)
        case operator:
            return _computed(OPERATIONS[operator], list(weighed))


def _computed(operation: Callable[[Any], Any], weighed: Sequence[Weighed]) -> Weighed:
    """Return what depends on every operand."""
    return Weighed(operation(iter([each.value for each in weighed])), _missing_of(weighed))


def _undecided(condition: Weighed, branches: Sequence[Weighed]) -> Weighed:
    """Return the branches' common value where they are known and agree, else what depends on all of them."""
    value = branches[0].value
    missing = _missing_of(branches)
    if not missing and all(branch.value == value for branch in branches):
        return Weighed(value)
    return Weighed(value, condition.missing | missing)


def _fold(fold: Fold, bodies: Iterable[Weighed]) -> Weighed:
    """Return the fold; ``any`` and ``all`` stop at the first known body that decides them."""
    if fold not in ("any", "all"):
        return _computed(FOLDS[fold], list(bodies))
    decisive = fold == "any"
    missing = NONE
    for body in bodies:
        if body.value is decisive and not body.missing:
            return Weighed(decisive)
        missing |= body.missing
    return Weighed(not decisive, missing)


Range: TypeAlias = "tuple[Any, Any] | None"


def _range(operand: Expression, weighed: Weighed) -> Range:
    """Return between what the operand lies: exactly its value, the bounds of an unknown input, or None."""
    if not weighed.missing:
        return weighed.value, weighed.value
    return weighed.bounds if isinstance(operand, Reference) else None


def _judged(comparison: str, left: Range, right: Range) -> bool | None:
    """Return what the comparison comes to whatever the values within the ranges, or None where that varies."""
    if left is None or right is None:
        return None
    if comparison == "equal":
        return False if left[1] < right[0] or right[1] < left[0] else None
    compare = OPERATIONS[comparison]
    if compare(iter((left[1], right[0]))):  # the largest against the least: holds here, holds everywhere
        return True
    return None if compare(iter((left[0], right[1]))) else False


def _missing_of(weighed: Iterable[Weighed]) -> frozenset[str]:
    return NONE.union(*(each.missing for each in weighed))
