"""Sorts: what kind of value an expression has, and what it is called when two do not go together."""

from __future__ import annotations

from dataclasses import dataclass
from fractions import Fraction

from polc.core.nodes import Apply, Literal
from polc.core.nodes import Expression as Core
from polc.core.types import MOST, Input, Level, Quantity, Truth
from polc.diagnostics import Words
from polc.model.expressions import Kind
from polc.model.policy import Fact
from polc.model.values import FactType

RATE_GRAIN = 10_000
"""Rates and plain numbers are held in ten-thousandths: 30% is 3000, a PUE of 1.3 is 13000."""

MONEY_GRAIN = 100
"""Money is held in 分."""

_CALLED = {
    "money": Words("金额", "money"),
    "rate": Words("比例", "a rate"),
    "count": Words("个数", "a count"),
    "number": Words("数值", "a plain number"),
    "truth": Words("是否", "a truth"),
    "date": Words("日期", "a date"),
    "year": Words("年度", "a year"),
    "duration": Words("时长", "a duration"),
    "days": Words("天数", "a number of days"),
    "level": Words("级别", "a level"),
}


@dataclass(frozen=True, slots=True)
class Sort:
    """The sort of an expression; a level carries its names, ascending."""

    kind: str
    levels: tuple[str, ...] = ()

    @property
    def called(self) -> Words:
        """What a person calls it."""
        return _CALLED[self.kind]

    @property
    def numeric(self) -> bool:
        """Whether values of this sort can be compared by size."""
        return self.kind not in ("truth", "level")


MONEY, RATE, COUNT, NUMBER = Sort("money"), Sort("rate"), Sort("count"), Sort("number")
TRUTH, DATE, YEAR, DURATION, DAYS = Sort("truth"), Sort("date"), Sort("year"), Sort("duration"), Sort("days")

OF_KIND = {
    Kind.MONEY: MONEY, Kind.RATE: RATE, Kind.COUNT: COUNT, Kind.NUMBER: NUMBER, Kind.DURATION: DURATION,
    Kind.DAYS: DAYS, Kind.DATE: DATE, Kind.YEAR: YEAR,
}  # fmt: skip


@dataclass(frozen=True, slots=True)
class Typed:
    """A core expression with its sort. Numbers are in natural units: 分, fractions, counts, months, days, years."""

    core: Core
    sort: Sort
    unit: str = ""  # what a count counts (家, 架次), where that is said


def sort_of(type_: FactType) -> Sort:
    """Return the sort of a fact's values."""
    if type_.kind == "level":
        return Sort("level", tuple(name.text for name in type_.levels))
    return Sort(type_.kind)


def input_of(key: str, fact: Fact) -> Input:
    """Return the core input that holds a fact."""
    return Input(key, core_type(fact.type))


def core_type(type_: FactType) -> Quantity | Truth | Level:
    """Return the core type of a fact: bounded grains, a truth, or a level."""
    match type_.kind:
        case "truth":
            return Truth()
        case "level":
            return Level(tuple(name.text for name in type_.levels))
        case "money":
            return Quantity("分")
        case "rate" | "number":
            return Quantity("1/10000", 0, MOST)
        case "date":
            return Quantity("日", 1, 4_000_000)
        case "year":
            return Quantity("年", 1, 9999)
        case "duration":
            return Quantity("月", 0, 12_000)
        case _:
            return Quantity(type_.unit or "个")


def grains(kind: str) -> int:
    """Return how many grains of a fact make one natural unit of the core (money is in 分 on both sides)."""
    return RATE_GRAIN if kind in ("rate", "number") else 1


def natural(reference: Core, sort: Sort, unit: str = "") -> Typed:
    """Return a fact's value in natural units: rates and plain numbers are held in ten-thousandths."""
    grain = grains(sort.kind)
    if grain == 1:
        return Typed(reference, sort, unit)
    return Typed(Apply("multiply", (Literal(Fraction(1, grain)), reference)), sort, unit)
