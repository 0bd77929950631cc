"""Is what came out what the cell says? One verdict for each output cell that asserts something."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from polc.core.program import Stage
from polc.diagnostics import Words
from polc.model import expectations as cells
from polc.model.expectations import Cell, Column
from polc.model.expressions import Bound, Kind, Name, Quantity, Relation
from polc.passes.elaborate import BY_ZERO
from polc.passes.lower.carrying import left_over
from polc.passes.lower.plan import Lowered, Plan
from polc.readers.evaluate import Interval, Outcome, Result
from polc.readers.prose import figures
from polc.runs import limits
from polc.runs.computation import result_words
from polc.runs.reached import one, results
from polc.runs.reckoned import needed

OUTPUTS = ("item", "award", "total", "verdict", "limit", "step", "carried_on")
"""Column roles that assert something of a single case."""

_ALIASES = {"上限": (Stage.CAP, Stage.ALLOWANCE, Stage.GROUP_CAP), "条件": (Stage.CONDITION, Stage.SCOPE)}


def asked(column: Column, cell: Cell) -> Cell:
    """Return the cell to judge: for 待核, which asserts nothing, one that will do to learn what comes out."""
    if not isinstance(cell, cells.ToConfirm):
        return cell
    if column.role == "step":
        return cells.ExpectedStep("", cell.span)
    return Name("不能判定", cell.span) if column.role == "limit" else cells.ExpectedUndecided(cell.span)


@dataclass(frozen=True, slots=True)
class Verdict:
    """Whether a cell holds, with both sides in words."""

    passed: bool
    expected: Words
    got: Words


def judge(column: Column, cell: Cell, lowered: Lowered, plan: Plan, outcome: Outcome, item: int) -> Verdict | None:
    """Return whether a cell holds; None where it asserts nothing."""
    if isinstance(cell, cells.Blank | cells.NoteText | cells.ToConfirm):
        return None
    if isinstance(cell, cells.ExpectedStep):
        return _step(cell.stage, lowered, plan, outcome, item)
    if column.role == "limit":
        kept = limits.judged(column, cell, lowered, plan, outcome, item)
        return Verdict(*kept) if kept is not None else None
    if column.role == "verdict" or isinstance(cell, cells.ExpectedVerdict):
        found = one(outcome, plan.result, item)
        return _verdict(cell, found)
    if column.role == "carried_on":
        return against(cell, carried_on(plan, outcome, item))
    binds = plan.item if column.role == "item" else plan.result
    found = one(outcome, binds, item)
    if found is None:
        found = Result(Interval(0, 0), applies=False)
    return against(cell, found)


def carried_on(plan: Plan, outcome: Outcome, item: int) -> Result:
    """Return what goes on to the next year; of an item where its cap is one of each item."""
    levels = [level for level in ("payee", "item") if results(outcome, left_over(plan.part.name, level))]
    found = one(outcome, left_over(plan.part.name, levels[0]), item) if levels else None
    return found or Result(Interval(0, 0), applies=False)


def against(cell: Cell, found: Result) -> Verdict | None:
    """Return whether an amount is what the cell says."""
    got = result_words(found)
    if found.missing:
        names = "、".join(shorts(found.missing))
        got = Words(f"不能判定（缺 {names}）", f"cannot be decided (missing {names})")
    match cell:
        case cells.ExpectedUndecided() | cells.ExpectedVerdict(verdict="undecided"):
            return Verdict(bool(found.missing), Words("不能判定", "cannot be decided"), got)
        case cells.ExpectedOpen():
            value = found.value
            held = isinstance(value, Interval) and value.open and value.low == 0
            return Verdict(held, Words("待定", "to be determined"), got)
        case cells.ExpectedAmount(low=low, high=high, open=opened):
            return amounts(int_or_exact(low), int_or_exact(high), opened, found, got)
        case Quantity(kind=Kind.MONEY | Kind.NUMBER):
            fen = int_or_exact(cell)
            return amounts(fen, fen, False, found, got)  # noqa: FBT003 - low, high, open
        case cells.ExpectedComparison(bound=bound):
            return _comparison(bound, found, got)
        case _:
            return None


def amounts(low: object, high: object, opened: bool, found: Result, got: Words) -> Verdict:  # noqa: FBT001
    """Return whether an award is exactly [low, high] (and open or not)."""
    expected = figures.award(low, high, opened=opened)  # type: ignore[arg-type]
    value = found.value
    held = (
        isinstance(value, Interval)
        and value.low == low
        and value.open == opened
        and (value.high == high or (opened and high == 0))
    )
    return Verdict(held, expected, got)


def int_or_exact(quantity: Quantity) -> object:
    """Return an amount of 元 in 分, as an int where it is whole."""
    fen = quantity.value * 100
    return fen.numerator if fen.denominator == 1 else fen


def _comparison(bound: object, found: Result, got: Words) -> Verdict | None:
    if not isinstance(bound, Bound) or not isinstance(bound.limit, Quantity):
        return None
    limit = bound.limit.value * 100
    text = bound.span.text if bound.span else ""
    value = found.value
    if not isinstance(value, Interval):
        return Verdict(False, Words(text, text), got)  # noqa: FBT003 - nothing is undecided and asserted
    match bound.relation:
        case Relation.LE | Relation.BELOW:
            held = not value.open and value.high <= limit
        case Relation.LT:
            held = not value.open and value.high < limit
        case Relation.GE | Relation.ABOVE:
            held = value.low >= limit
        case Relation.GT:
            held = value.low > limit
        case Relation.EQ:
            held = not value.open and value.low == value.high == limit
        case Relation.NE:
            held = value.open or value.high < limit or value.low > limit
    return Verdict(held, Words(text, text), got)


def _verdict(cell: Cell, found: Result | None) -> Verdict | None:
    words = {"meets": Words("符合", "meets"), "fails": Words("不符合", "fails"),
             "undecided": Words("不能判定", "cannot be decided")}  # fmt: skip
    got = "undecided" if found is None or found.missing else "meets" if found.value else "fails"
    shown = words[got]
    if found is not None and found.missing:
        names = "、".join(shorts(found.missing))
        shown = Words(f"不能判定（缺 {names}）", f"cannot be decided (missing {names})")
    match cell:
        case cells.ExpectedVerdict(verdict=wanted):
            return Verdict(got == wanted, words[wanted], shown)
        case cells.ExpectedUndecided():
            return Verdict(got == "undecided", words["undecided"], shown)
        case _:
            return None


def _step(stage: str, lowered: Lowered, plan: Plan, outcome: Outcome, item: int) -> Verdict:
    wanted = _ALIASES.get(stage) or tuple(s for s in Stage if stage in (s.value, s.en))
    expected = Words(f"触及 {stage}", f"reaches {stage}")
    applied: list[str] = []
    held = False
    for binds in plan.steps:
        if not results(outcome, binds):
            continue
        step = lowered.step(binds)
        result = one(outcome, binds, item)
        if result is None or result.applies is None:
            continue
        truth = step.stage in (Stage.CONDITION, Stage.SCOPE)
        moved = result.value is False if truth else result.applies
        if moved and step.stage.value not in applied and step.stage not in (Stage.ITEM, Stage.AWARD, Stage.STANDARD):
            applied.append(step.stage.value)
        held = held or (moved and step.stage in wanted)
    shown = "、".join(applied) or "没有"
    return Verdict(held, expected, Words(f"触及的是 {shown}", f"reached: {shown}"))


def shorts(missing: Iterable[str]) -> list[str]:
    """Return what is missing as the drafter knows it; that a divisor is zero only where nothing else is."""
    names = list(dict.fromkeys(short(name) for name in needed(missing)))
    told = [name for name in names if not name.endswith(BY_ZERO)]
    return told or names


def short(name: str) -> str:
    """Return an input's name as the drafter knows it: ``企业.年度支出`` → 年度支出."""
    head, dot, tail = name.rpartition(".")
    return tail if dot else head or name
