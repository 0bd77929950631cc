"""A program: inputs, laws, and named steps in order. A later step refers only to earlier ones."""

from __future__ import annotations

from dataclasses import dataclass, field
from enum import Enum
from typing import TypeAlias

from polc.core.amounts import Amount
from polc.core.nodes import FALSE, Expression, Reference
from polc.core.types import Input
from polc.text import Span


class Stage(Enum):
    """The fixed order of steps (see the reference, “steps”). The value is the Chinese word; ``en`` the English one."""

    SCOPE = "适用"
    CONDITION = "条件"
    SUM = "总和"
    TIER = "分档"
    STANDARD = "标准"
    MINIMUM = "不足不发"
    AT_LEAST = "保底"
    ROUND = "取整"
    CAP = "上限"
    ONCE = "一次"
    TIMES = "次数"
    YEARS = "年限"
    STEP_UP = "补差"
    ITEM = "单项"
    CARRY = "结转"
    ALLOWANCE = "额度"
    AWARD = "应得"
    COMBINE = "合并"
    GROUP_CAP = "合计上限"
    GIVE_BACK = "退回"
    TOTAL = "合计"
    LIMIT = "限额"
    VERDICT = "结论"
    STOP = "停付"
    CLAW_BACK = "追回"
    PROMISE = "应成立"

    @property
    def en(self) -> str:
        """The English word for the stage."""
        return _ENGLISH[self]


_ENGLISH = {
    Stage.SCOPE: "scope",
    Stage.CONDITION: "condition",
    Stage.SUM: "sum",
    Stage.TIER: "tier",
    Stage.STANDARD: "standard",
    Stage.MINIMUM: "minimum",
    Stage.AT_LEAST: "at least",
    Stage.ROUND: "rounding",
    Stage.CAP: "cap",
    Stage.ONCE: "once",
    Stage.TIMES: "times",
    Stage.YEARS: "years",
    Stage.STEP_UP: "step-up",
    Stage.ITEM: "item",
    Stage.CARRY: "carry-over",
    Stage.ALLOWANCE: "allowance",
    Stage.AWARD: "award",
    Stage.COMBINE: "combination",
    Stage.GROUP_CAP: "group cap",
    Stage.GIVE_BACK: "give-back",
    Stage.TOTAL: "total",
    Stage.LIMIT: "limit",
    Stage.VERDICT: "verdict",
    Stage.STOP: "stop",
    Stage.CLAW_BACK: "claw-back",
    Stage.PROMISE: "promise",
}

Value: TypeAlias = Amount | Expression


@dataclass(frozen=True, slots=True)
class Step:
    """One named step.

    ``binds`` is the name by which later steps refer to it (a truth or number under just that name; an
    amount under three, see ``amount_of``). With ``over`` the step is computed once for every item of that list, with
    the item's fields in scope, and its result joins the item as a field. ``applies`` says whether the step
    changed anything (False: evaluated but idle).
    """

    stage: Stage
    subject: str
    binds: str
    value: Value
    applies: Expression
    over: str | None = None
    because: tuple[Span, ...] = ()
    refers: frozenset[str] | None = field(default=None, init=False, compare=False, repr=False)
    """What ``references_of_step`` found, once somebody asked."""

    @property
    def names(self) -> tuple[str, ...]:
        """The names by which later steps refer to what it came to: its own, or the three of an amount."""
        return tuple(name for name, _ in self.bindings)

    @property
    def bindings(self) -> tuple[tuple[str, Expression], ...]:
        """Each of its names with the expression it stands for."""
        if isinstance(self.value, Amount):
            ends = self.value
            return (self.binds + LOW, ends.low), (self.binds + HIGH, ends.high), (self.binds + OPEN, ends.open)
        return ((self.binds, self.value),)


@dataclass(frozen=True, slots=True)
class Program:
    """A pure function of one case: its inputs, what they must satisfy, and its steps."""

    inputs: tuple[Input, ...]
    steps: tuple[Step, ...]
    laws: tuple[Expression, ...] = ()

    def step(self, binds: str) -> Step:
        """Return the step that binds ``binds``. Raises KeyError where there is none."""
        for step in self.steps:
            if step.binds == binds:
                return step
        raise KeyError(binds)


LOW, HIGH, OPEN = "/低", "/高", "/待定"
"""Suffixes under which an amount step's three ends are bound: ``甲/单项/低``, ``甲/单项/高``, ``甲/单项/待定``."""


def amount_of(binds: str, *, may_be_open: bool = False) -> Amount:
    """Return the amount that refers to an earlier amount step."""
    opened: Expression = Reference(binds + OPEN) if may_be_open else FALSE
    return Amount(Reference(binds + LOW), Reference(binds + HIGH), opened)
