"""Figures as a drafter writes them: found in a line, and written again."""

from __future__ import annotations

import re
from decimal import Decimal

MONEY = re.compile(r"(\d+(?:\.\d+)?)(亿元|万元|元)")
RATE = re.compile(r"(\d+(?:\.\d+)?)%")
UNITS = {"元": 1, "万元": 10_000, "亿元": 100_000_000}


def money_in(line: str) -> list[tuple[str, Decimal]]:
    """Return the sums of money of a line: as written, and in 元."""
    return [(found.group(), Decimal(found[1]) * UNITS[found[2]]) for found in MONEY.finditer(line)]


def sole(line: str) -> tuple[str, Decimal] | None:
    """Return the one sum of money that stands behind the colon, or None where there are others."""
    found = money_in(line.partition("：")[2] or line)
    return found[0] if len(found) == 1 else None


def written(value: Decimal) -> str:
    """Return a sum as a figure in 万元, or in 元 where it does not divide."""
    if value % 10_000 == 0:
        return f"{value / 10_000:.0f}万元"
    return f"{value.normalize():f}元"
