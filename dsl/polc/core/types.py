"""The types of inputs. Facts are bounded integers in grains, so that solver, int64 and JSON all have room."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TypeAlias

MOST = 10**15
"""The largest number of grains a fact may have (as 分: ten trillion 元)."""


@dataclass(frozen=True, slots=True)
class Quantity:
    """An integer number of grains: money in 分, rates and plain numbers in 1/10000, counts, days, months, years."""

    unit: str
    least: int = 0
    most: int = MOST


@dataclass(frozen=True, slots=True)
class Truth:
    """是 or 否."""


@dataclass(frozen=True, slots=True)
class Level:
    """One of some names, ascending: ``省级`` or above is a comparison of positions."""

    names: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Items:
    """A list of records: the contracts, models, projects … of one payee. Fields are scalars."""

    fields: tuple[Input, ...]


Type: TypeAlias = Quantity | Truth | Level | Items


@dataclass(frozen=True, slots=True)
class Input:
    """A named input of a program, or a field of an item."""

    name: str
    type: Type

    @property
    def scalars(self) -> tuple[Input, ...]:
        """What is told one value at a time: the fields of its items, or the input itself."""
        return self.type.fields if isinstance(self.type, Items) else (self,)
