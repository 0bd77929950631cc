"""A table of tiers as checks see it: its rows with the values at which each holds, and who is eligible at all."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, fields, is_dataclass

from polc.checks.draft import Checked
from polc.core.boxes import Box, Boxes, types_of
from polc.core.nodes import TRUE, Expression, Reference
from polc.core.program import Stage
from polc.model.expressions import Quantity
from polc.model.policy import Benefit
from polc.model.values import Otherwise, TierRow, Tiers
from polc.passes.lower.plan import Lowered, Plan

LADDERS = ("highest", "each", "step_up")
"""Ways to read a table in which a row without an upper end goes on below the next one by design."""


@dataclass(frozen=True, slots=True)
class Rung:
    """One row: what it says, the truth that it is reached, and the boxes of that (None: not of that kind)."""

    number: int  # from 1, as the file has them
    row: TierRow
    reached: Expression
    boxes: list[Box] | None

    @property
    def other(self) -> bool:
        """Whether it is the row 其他."""
        return any(isinstance(cell, Otherwise) for cell in self.row.tests)

    @property
    def award(self) -> str:
        """What it pays, as written."""
        return self.row.award.span.text if self.row.award.span else ""


@dataclass(frozen=True, slots=True)
class Ladder:
    """The tiers of a benefit under some readings; ``eligible`` is the truth that its conditions hold."""

    lowered: Lowered
    plan: Plan
    tiers: Tiers
    rungs: tuple[Rung, ...]
    eligible: Expression
    eligible_boxes: list[Box] | None


def tables(draft: Checked) -> Iterator[tuple[Benefit, Lowered, Tiers]]:
    """Yield every table of tiers, under the working readings, then under others that change it; looked for once."""
    if not draft.whole:
        return
    memo = draft.compiled.lowered().memo
    if _TABLES not in memo:
        memo[_TABLES] = list(_tables(draft))
    found: list[tuple[Benefit, Lowered, Tiers]] = memo[_TABLES]  # type: ignore[assignment]  # what was put there
    yield from found


_TABLES = "tables of tiers"


def _tables(draft: Checked) -> Iterator[tuple[Benefit, Lowered, Tiers]]:
    for benefit in draft.policy.benefits:
        seen: list[Tiers] = []
        for lowered in draft.lowered_for(benefit):
            terms = lowered.terms(lowered.plans[benefit.name])
            table = terms.tiers.value if terms.tiers else None
            if table is not None and table not in seen:
                seen.append(table)
                yield benefit, lowered, table


def ladders(draft: Checked) -> Iterator[Ladder]:
    """Yield every table of tiers that pays rows; one read by parts (分段) is ``bands.parts``."""
    for benefit, lowered, table in tables(draft):
        if table.mode != "marginal":
            key = f"ladder/{benefit.name}"
            known = lowered.memo.get(key)
            if not isinstance(known, Ladder):
                known = lowered.memo[key] = _ladder(lowered, benefit, table)
            yield known


def _ladder(lowered: Lowered, benefit: Benefit, table: Tiers) -> Ladder:
    """Return a benefit's table under some readings; several checks look at it, and it is put together once."""
    key = f"ladder/{benefit.name}"
    known = lowered.memo.get(key)
    if not isinstance(known, Ladder):
        known = lowered.memo[key] = _made(lowered, benefit, table)
    return known


def _made(lowered: Lowered, benefit: Benefit, table: Tiers) -> Ladder:
    plan = lowered.plans[benefit.name]
    steps = {binds: lowered.step(binds) for binds in plan.steps}
    truths = {name: step.value for name, step in steps.items() if not hasattr(step.value, "low")}
    program = lowered.slice(plan)
    boxes = Boxes(types_of(program.inputs), truths)
    rungs = []
    for number, row in enumerate(table.rows, 1):
        name = f"{benefit.name}/{Stage.TIER.value}/第{number}档"
        if name in truths:
            rungs.append(Rung(number, row, Reference(name), boxes.of(Reference(name))))
    condition = f"{benefit.name}/{Stage.CONDITION.value}"
    eligible: Expression = Reference(condition) if condition in truths else TRUE
    return Ladder(lowered, plan, table, tuple(rungs), eligible, boxes.of(eligible))


def pays_alike(one: TierRow, other: TierRow) -> bool:
    """Return whether two rows say the same award, wherever it is written."""
    return _alike(one.award, other.award)


def _alike(one: object, other: object) -> bool:
    if type(one) is not type(other):
        return False
    if isinstance(one, Quantity) and isinstance(other, Quantity):  # 1亿元 is 10000万元
        return (one.kind, one.value) == (other.kind, other.value)
    if is_dataclass(one) and not isinstance(one, type):
        names = [row.name for row in fields(one) if row.compare]
        return all(_alike(getattr(one, name), getattr(other, name)) for name in names)
    if isinstance(one, tuple) and isinstance(other, tuple):
        return len(one) == len(other) and all(map(_alike, one, other))
    return one == other
