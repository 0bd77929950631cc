"""A group's table may tell a member's award instead of the facts behind it: | 甲补贴 | 外部奖补 | 合计 |."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace

from polc.core.program import HIGH, LOW, OPEN, Program
from polc.core.references import references_of_step
from polc.core.types import Input, Quantity, Truth
from polc.model.expectations import ExpectedAmount
from polc.model.expressions import Kind, UpTo
from polc.model.expressions import Quantity as Written
from polc.passes.lower.plan import Lowered, Plan


def award_of(cell: object) -> tuple[int, int] | None:
    """Return the award a cell states as (low, high) in 分, or None where it states none."""
    match cell:
        case ExpectedAmount(low=low, high=high):
            return int(low.value * 100), int(high.value * 100)
        case Written(value=value, kind=Kind.MONEY):
            return int(value * 100), int(value * 100)
        case UpTo(operand=Written(value=value, kind=Kind.MONEY)):
            return 0, int(value * 100)
        case _:
            return None


def with_awards(lowered: Lowered, plan: Plan) -> Program:
    """Return the group's own steps, with its members' awards as inputs."""
    steps = tuple(step for step in lowered.program.steps if step.binds in plan.steps)
    if plan.items:  # told awards are the payee's; the group is computed there
        steps = tuple(replace(step, over=None) for step in steps)
    own = {name for step in steps for name in step.names}
    read = {name for step in steps for name in references_of_step(step)} - own
    known = {given.name: given for given in lowered.program.inputs}
    inputs: list[Input] = []
    for name in sorted(read):
        if name in known:
            inputs.append(known[name])
        elif name.endswith(OPEN):
            inputs.append(Input(name, Truth()))
        else:
            inputs.append(Input(name, Quantity("分" if "次数" not in name else "次")))
    return Program(tuple(inputs), steps)


def told_awards(lowered: Lowered, plan: Plan, awards: Mapping[str, tuple[int, int]]) -> dict[str, object]:
    """Return the inputs that hold the members' awards; a member that was not told gets nothing."""
    told: dict[str, object] = {}
    for member in plan.members:
        low, high = awards.get(member, (0, 0))
        inner = lowered.plans.get(member)
        if inner is None:  # an 外部 is told as a fact, in a column of its own
            continue
        for bind in (inner.result, inner.item, *inner.steps):
            told[bind + LOW], told[bind + HIGH], told[bind + OPEN] = low, high, False
    return told
