"""Truths as boxes: which values of each input make a truth hold, exactly, where it compares inputs with constants.

A sweep over such boxes answers in microseconds what a solver would take milliseconds for. Guarantees: ``boxes`` is
exact or None, never an approximation.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from fractions import Fraction
from itertools import pairwise
from typing import TypeAlias

from polc.core.nodes import Apply, Choose, Expression, Literal, Reference
from polc.core.types import Input, Items, Level, Quantity, Truth

MOST = 512
"""A truth of more boxes is not one for this module."""


@dataclass(frozen=True, slots=True)
class Range:
    """Whole numbers from ``low`` to ``high``, both included."""

    low: int
    high: int

    def meet(self, other: Range) -> Range | None:
        """Return what both contain, or None."""
        low, high = max(self.low, other.low), min(self.high, other.high)
        return Range(low, high) if low <= high else None


Side: TypeAlias = Range
Box: TypeAlias = Mapping[str, Range]
"""The range of each input that is not free. Truths are 0 and 1; a level is its place among its names."""


def types_of(inputs: Sequence[Input]) -> dict[str, Quantity | Truth | Level]:
    """Return the types of all inputs and of the fields of items, by name."""
    found: dict[str, Quantity | Truth | Level] = {}
    for given in inputs:
        if isinstance(given.type, Items):
            found.update(types_of(given.type.fields))
        else:
            found[given.name] = given.type
    return found


def whole(declared: Quantity | Truth | Level) -> Range:
    """Return all that an input can be."""
    match declared:
        case Quantity(least=least, most=most):
            return Range(least, most)
        case Truth():
            return Range(0, 1)
        case Level(names=names):
            return Range(0, len(names) - 1)


@dataclass(frozen=True, slots=True)
class Boxes:
    """Reads truths as boxes; ``steps`` are the truths that a truth may refer to by name."""

    types: Mapping[str, Quantity | Truth | Level]
    steps: Mapping[str, Expression]

    def of(self, truth: Expression) -> list[Box] | None:
        """Return boxes whose union is where the truth holds, or None where it is not of that kind."""
        return self._of(truth, holds=True)

    def _of(self, truth: Expression, *, holds: bool) -> list[Box] | None:
        match truth:
            case Literal(value=bool() as value):
                return [{}] if value is holds else []
            case Reference(name=name) if isinstance(self.types.get(name), Truth):
                return [{name: Range(int(holds), int(holds))}]
            case Reference(name=name) if name in self.steps:
                return self._of(self.steps[name], holds=holds)
            case Apply(operator="not", operands=(operand,)):
                return self._of(operand, holds=not holds)
            case Apply(operator="and" | "or" as operator, operands=operands):
                parts = [self._of(operand, holds=holds) for operand in operands]
                kept = [part for part in parts if part is not None]
                if len(kept) < len(parts):
                    return None
                return _all(kept) if (operator == "and") is holds else _any(kept)
            case Choose(condition=condition, then=then, otherwise=otherwise):
                one = Apply("and", (condition, then))
                other = Apply("and", (Apply("not", (condition,)), otherwise))
                return self._of(Apply("or", (one, other)), holds=holds)
            case Apply(operator="same", operands=(Reference(name=name), Literal(value=value))):
                return self._same(name, value, holds=holds)
            case Apply(operator="reaches", operands=(Reference(name=name), Literal(value=level), *_)):
                declared = self.types.get(name)
                if not isinstance(declared, Level) or level not in declared.names:
                    return None
                place = declared.names.index(str(level))
                return _side(name, Range(place, len(declared.names) - 1), whole(declared), holds=holds)
            case Apply(operator="less" | "at_most" | "equal" as operator, operands=(left, right)):
                return self._compared(operator, left, right, holds=holds)
            case _:
                return None

    def _same(self, name: str, value: object, *, holds: bool) -> list[Box] | None:
        declared = self.types.get(name)
        if isinstance(declared, Truth) and isinstance(value, bool):
            return [{name: Range(int(value is holds), int(value is holds))}]
        if isinstance(declared, Level) and value in declared.names:
            place = declared.names.index(str(value))
            return _side(name, Range(place, place), whole(declared), holds=holds)
        return None

    def _compared(self, operator: str, left: Expression, right: Expression, *, holds: bool) -> list[Box] | None:
        for one, other, mirrored in ((left, right, False), (right, left, True)):
            scaled = _scaled(one)
            if scaled is None or not isinstance(other, Literal) or isinstance(other.value, bool | str):
                continue
            name, factor = scaled
            declared = self.types.get(name)
            if not isinstance(declared, Quantity):
                return None
            limit = Fraction(other.value) / factor
            return _side(
                name, _range(operator, limit, whole(declared), mirrored=mirrored), whole(declared), holds=holds
            )
        return None


def _scaled(expression: Expression) -> tuple[str, Fraction] | None:
    """Return the input that an expression is, and what it is multiplied by (more than 0)."""
    match expression:
        case Reference(name=name):
            return name, Fraction(1)
        case Apply(operator="multiply", operands=(Literal(value=int() | Fraction() as factor), Reference(name=name))):
            return (name, Fraction(factor)) if factor > 0 else None
        case Apply(operator="multiply", operands=(Reference(name=name), Literal(value=int() | Fraction() as factor))):
            return (name, Fraction(factor)) if factor > 0 else None
        case _:
            return None


def _range(operator: str, limit: Fraction, every: Range, *, mirrored: bool) -> Range | None:
    """Return where ``x operator limit`` holds (mirrored: ``limit operator x``)."""
    down, up = limit.__floor__(), limit.__ceil__()
    match operator, mirrored:
        case "less", False:
            return every.meet(Range(every.low, up - 1)) if up - 1 >= every.low else None
        case "less", True:
            return every.meet(Range(down + 1, every.high)) if down + 1 <= every.high else None
        case "at_most", False:
            return every.meet(Range(every.low, down)) if down >= every.low else None
        case "at_most", True:
            return every.meet(Range(up, every.high)) if up <= every.high else None
        case _:
            return every.meet(Range(down, down)) if down == up else None


def _side(name: str, inside: Range | None, every: Range, *, holds: bool) -> list[Box]:
    if holds:
        return [] if inside is None else [{}] if inside == every else [{name: inside}]
    return [{name: part} for part in outside([inside] if inside else [], every)]


def outside(ranges: Sequence[Range], every: Range) -> Iterator[Range]:
    """Yield the parts of ``every`` that none of some ranges contains, from the lowest up."""
    at = every.low
    for each in sorted(ranges, key=lambda each: each.low):
        if each.low > at:
            yield Range(at, min(each.low - 1, every.high))
        at = max(at, each.high + 1)
        if at > every.high:
            return
    yield Range(at, every.high)


def meet(one: Box, other: Box) -> Box | None:
    """Return the box that two boxes have in common, or None."""
    found = dict(one)
    for name, side in other.items():
        both = side.meet(found[name]) if name in found else side
        if both is None:
            return None
        found[name] = both
    return found


def _all(parts: list[list[Box]]) -> list[Box] | None:
    found: list[Box] = [{}]
    for part in parts:
        found = [both for one in found for other in part if (both := meet(one, other)) is not None]
        if len(found) > MOST:
            return None
    return found


def _any(parts: list[list[Box]]) -> list[Box] | None:
    found = [box for part in parts for box in part]
    return None if len(found) > MOST else found


def overlaps(rows: Sequence[Sequence[Box]]) -> Iterator[tuple[int, int, Box]]:
    """Yield every pair of rows (each a union of boxes) that share a point, with a box they share.

    A sweep over one side: the input that most boxes bound.
    """
    flat = [(place, box) for place, row in enumerate(rows) for box in row]
    counted: dict[str, int] = {}
    for _, box in flat:
        for name in box:
            counted[name] = counted.get(name, 0) + 1
    side = max(counted, key=lambda name: counted[name], default="")
    free = Range(-(10**30), 10**30)
    flat.sort(key=lambda each: each[1].get(side, free).low)
    active: list[tuple[int, Box]] = []
    seen: set[tuple[int, int]] = set()
    for place, box in flat:
        low = box.get(side, free).low
        active = [each for each in active if each[1].get(side, free).high >= low]
        for other, before in active:
            pair = (min(place, other), max(place, other))
            if other != place and pair not in seen:
                shared = meet(before, box)
                if shared is not None:
                    seen.add(pair)
                    yield *pair, shared
        active.append((place, box))


def gaps(ranges: Sequence[Range]) -> list[Range]:
    """Return what lies between ranges and in none of them."""
    if not ranges:
        return []
    every = Range(min(each.low for each in ranges), max(each.high for each in ranges))
    return list(outside(ranges, every))


def falls(values: Sequence[Fraction]) -> list[int]:
    """Return the places at which a sequence goes down."""
    return [place for place, (one, other) in enumerate(pairwise(values), 1) if other < one]
