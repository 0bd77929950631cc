"""The operator table: name, arity, what goes in and what comes out. A reader has one row for each.

``less`` and its like compare numbers; ``same`` compares levels or truths; ``reaches`` compares levels by
their position: its operands are the subject, the level to reach, then all the level's names, ascending.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal


@dataclass(frozen=True, slots=True)
class Operator:
    """One operator: ``arity`` None means one or more operands."""

    name: str
    arity: int | None
    takes: Literal["number", "truth", "level", "any"]
    gives: Literal["number", "truth"]
    zh: str
    en: str


OPERATORS: dict[str, Operator] = {
    row.name: row
    for row in (
        Operator("add", None, "number", "number", "加", "plus"),
        Operator("subtract", 2, "number", "number", "减", "minus"),
        Operator("multiply", 2, "number", "number", "乘", "times"),
        Operator("divide", 2, "number", "number", "除以", "divided by"),
        Operator("min", None, "number", "number", "取小", "the lesser of"),
        Operator("max", None, "number", "number", "取大", "the greater of"),
        Operator("less", 2, "number", "truth", "小于", "less than"),
        Operator("at_most", 2, "number", "truth", "不大于", "at most"),
        Operator("equal", 2, "number", "truth", "等于", "equals"),
        Operator("same", 2, "any", "truth", "是", "is"),
        Operator("reaches", None, "level", "truth", "达到", "reaches"),
        Operator("and", None, "truth", "truth", "且", "and"),
        Operator("or", None, "truth", "truth", "或", "or"),
        Operator("not", 1, "truth", "truth", "非", "not"),
    )
}
