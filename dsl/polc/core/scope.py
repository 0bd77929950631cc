"""What the names at one place of a program stand for, and so what sort of value an expression has."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field, replace
from typing import Literal as OneOf
from typing import TypeAlias, assert_never

from polc.core.nodes import Apply, Choose, Each, Expression, Let, Literal, Match, Reference, Round, Scalar
from polc.core.operators import OPERATORS
from polc.core.program import Program, Step
from polc.core.types import Input, Items, Level, Quantity, Truth

Sort: TypeAlias = OneOf["number", "truth", "level"]


@dataclass(frozen=True, slots=True)
class Scope:
    """The names in scope.

    ``sorts`` has every name but those of lists; ``types`` has the declared types of those that are inputs or fields;
    ``lists`` has what every item of a list brings along.
    """

    sorts: Mapping[str, Sort] = field(default_factory=dict)
    types: Mapping[str, Quantity | Truth | Level] = field(default_factory=dict)
    lists: Mapping[str, Scope] = field(default_factory=dict)

    def inside(self, items: str) -> Scope:
        """Return the scope of an item of a list: its own names first, then those around it."""
        item = self.lists[items]
        hidden = {name: declared for name, declared in self.types.items() if name not in item.sorts}
        return replace(self, sorts={**self.sorts, **item.sorts}, types={**hidden, **item.types})

    def binding(self, name: str, sort: Sort) -> Scope:
        """Return the scope in which ``name`` stands for a computed value."""
        hidden = {other: declared for other, declared in self.types.items() if other != name}
        return replace(self, sorts={**self.sorts, name: sort}, types=hidden)

    def after(self, step: Step) -> Scope:
        """Return the scope of the steps that follow ``step``."""
        if step.over is None:
            return replace(self, sorts={**self.sorts, **bound_by(step, self)})
        item = self.lists[step.over]
        item = replace(item, sorts={**item.sorts, **bound_by(step, self.inside(step.over))})
        return replace(self, lists={**self.lists, step.over: item})


def scope_of(inputs: Iterable[Input]) -> Scope:
    """Return the scope before the first step."""
    types: dict[str, Quantity | Truth | Level] = {}
    lists: dict[str, Scope] = {}
    for given in inputs:
        if isinstance(given.type, Items):
            lists[given.name] = scope_of(given.type.fields)
        else:
            types[given.name] = given.type
    return Scope({name: sort_of_type(declared) for name, declared in types.items()}, types, lists)


def scope_at_end(program: Program) -> Scope:
    """Return the scope behind the last step, in which questions about the program are put."""
    scope = scope_of(program.inputs)
    for step in program.steps:
        scope = scope.after(step)
    return scope


def bound_by(step: Step, scope: Scope) -> dict[str, Sort]:
    """Return the names that a step binds, ``scope`` being the one in which it is computed."""
    return {name: sort_of(expression, scope) for name, expression in step.bindings}


def sort_of_type(declared: Quantity | Truth | Level) -> Sort:
    """Return the sort of an input's values."""
    match declared:
        case Quantity():
            return "number"
        case Truth():
            return "truth"
        case Level():
            return "level"
        case _:
            assert_never(declared)


def sort_of_value(value: Scalar) -> Sort:
    """Return the sort of a value."""
    if isinstance(value, bool):
        return "truth"
    return "level" if isinstance(value, str) else "number"


def sort_of(expression: Expression, scope: Scope) -> Sort:
    """Return the sort of a well-typed expression (``typing.check`` tells whether it is)."""
    match expression:
        case Literal():
            return sort_of_value(expression.value)
        case Reference():
            return scope.sorts[expression.name]
        case Apply():
            return OPERATORS[expression.operator].gives
        case Choose():
            return sort_of(expression.then, scope)
        case Match():
            return sort_of(expression.otherwise, scope)
        case Let():
            return sort_of(expression.body, scope.binding(expression.name, sort_of(expression.value, scope)))
        case Each():
            return "truth" if expression.fold in ("any", "all") else "number"
        case Round():
            return "number"
        case _:
            assert_never(expression)
