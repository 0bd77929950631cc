"""The eight expression nodes. Every reader has one ``match`` in this order, closed by ``assert_never``."""

from __future__ import annotations

from dataclasses import dataclass
from fractions import Fraction
from typing import Literal as OneOf
from typing import TypeAlias

Scalar: TypeAlias = int | Fraction | bool | str
"""A value: a number (grains of a fact, or an exact amount in 分), a truth, or the name of a level."""

Fold: TypeAlias = OneOf["sum", "max", "count", "any", "all"]
RoundMode: TypeAlias = OneOf["down", "up", "half_up"]


@dataclass(frozen=True, slots=True)
class Literal:
    """A constant."""

    value: Scalar


@dataclass(frozen=True, slots=True)
class Reference:
    """An input, a field of the item at hand, a bound name, or the value of an earlier step."""

    name: str


@dataclass(frozen=True, slots=True)
class Apply:
    """An operator of the table in ``operators.py`` on its operands."""

    operator: str
    operands: tuple[Expression, ...]


@dataclass(frozen=True, slots=True)
class Choose:
    """``then`` where ``condition`` holds, ``otherwise`` where it does not."""

    condition: Expression
    then: Expression
    otherwise: Expression


@dataclass(frozen=True, slots=True)
class Match:
    """The case whose level equals the subject's, else ``otherwise``."""

    subject: Expression
    cases: tuple[tuple[str, Expression], ...]
    otherwise: Expression


@dataclass(frozen=True, slots=True)
class Let:
    """``body`` with ``name`` standing for ``value``."""

    name: str
    value: Expression
    body: Expression


@dataclass(frozen=True, slots=True)
class Each:
    """Fold ``body`` over a list of items; inside it the item's fields (and item steps) are in scope by name.

    ``count`` counts the items where ``body`` is true; ``max`` of no items is 0.
    """

    fold: Fold
    items: str
    body: Expression


@dataclass(frozen=True, slots=True)
class Round:
    """The operand rounded to a multiple of ``unit`` (in 分)."""

    mode: RoundMode
    unit: int
    operand: Expression


Expression: TypeAlias = Literal | Reference | Apply | Choose | Match | Let | Each | Round

TRUE = Literal(value=True)
FALSE = Literal(value=False)
ZERO = Literal(0)
ONE = Literal(1)
