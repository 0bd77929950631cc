"""A table read by parts (分段) as checks see it: its bands with where each begins and ends, and who is eligible at all.

Guarantees: exact, from the bounds that are computed with; a table whose bounds are no plain figures is left out.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from fractions import Fraction

from polc.checks.draft import Checked
from polc.checks.ladder import tables
from polc.core.nodes import Apply, Expression, Literal, Reference
from polc.core.program import Stage
from polc.model.policy import Benefit
from polc.model.values import Otherwise, TierRow, Tiers
from polc.passes.lower.plan import Lowered, Plan
from polc.text import Span


@dataclass(frozen=True, slots=True)
class Band:
    """One row: the part of the base above ``low`` and up to ``high`` (None: without end), in the unit of the core."""

    number: int  # from 1, as the file has them
    row: TierRow
    low: Fraction
    high: Fraction | None

    @property
    def span(self) -> Span | None:
        """Where the row stands."""
        return self.row.span


@dataclass(frozen=True, slots=True)
class Parts:
    """The bands of a benefit under some readings, from the lowest up; ``name`` is the input that they divide."""

    lowered: Lowered
    plan: Plan
    tiers: Tiers
    name: str
    bands: tuple[Band, ...]
    eligible: Expression


def parts(draft: Checked) -> Iterator[Parts]:
    """Yield every table that is read by parts, under the working readings, then under others that change it."""
    for benefit, lowered, table in tables(draft):
        if table.mode == "marginal":
            found = _parts(lowered, benefit, table)
            if found is not None:
                yield found


def _parts(lowered: Lowered, benefit: Benefit, table: Tiers) -> Parts | None:
    plan = lowered.plans[benefit.name]
    names: set[str] = set()
    bands: list[Band] = []
    for number, row in enumerate(table.rows, 1):
        bind = f"{benefit.name}/{Stage.TIER.value}/第{number}档"
        read = _read(lowered.step(bind).applies) if bind in plan.steps else None
        if read is None or any(isinstance(cell, Otherwise) for cell in row.tests):
            return None
        name, low, high = read
        names.add(name)
        bands.append(Band(number, row, low, high))
    if len(names) != 1:
        return None
    condition = f"{benefit.name}/{Stage.CONDITION.value}"
    eligible: Expression = Reference(condition) if condition in plan.steps else Literal(value=True)
    ordered = tuple(sorted(bands, key=lambda band: band.low))
    return Parts(lowered, plan, table, names.pop(), ordered, eligible)


def _read(applies: Expression) -> tuple[str, Fraction, Fraction | None] | None:
    """Return the input and the ends of a band from ``0 < max(0, min(x, high) − low)``."""
    match applies:
        case Apply(
            operator="less",
            operands=(_, Apply(operator="max", operands=(_, Apply(operator="subtract", operands=(upper, low))))),
        ):
            begin = _figure(low)
        case _:
            return None
    match upper:
        case Reference(name=name):
            return None if begin is None else (name, begin, None)
        case Apply(operator="min", operands=(Reference(name=name), high)):
            end = _figure(high)
            return None if begin is None or end is None else (name, begin, end)
        case _:
            return None


def _figure(bound: Expression) -> Fraction | None:
    """Return a plain figure; of 首次 the one that is written, whatever an earlier year reached."""
    match bound:
        case Literal(value=int() | Fraction() as value) if not isinstance(value, bool):
            return Fraction(value)
        case Apply(operator="max", operands=(Literal(value=int() | Fraction() as value), _)):
            return Fraction(value)
        case _:
            return None


def neighbours(these: Parts) -> Iterator[tuple[Band, Band]]:
    """Yield every two bands that follow each other, those without any extent left out."""
    kept = [band for band in these.bands if band.high is None or band.low < band.high]
    reached: Band | None = None
    for band in kept:
        if reached is not None:
            yield reached, band
        if reached is None or band.high is None or (reached.high is not None and reached.high < band.high):
            reached = band
