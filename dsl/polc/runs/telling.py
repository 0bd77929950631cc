"""What we are told, put where the program expects it: columns and assumptions → inputs, values → grains.

A ``Slot`` is where a named thing goes: an input of the case, or a field of the items of a list. Nothing is
guessed: a value that does not fit its slot is a finding.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from fractions import Fraction

from polc.core.nodes import Scalar
from polc.diagnostics import Words
from polc.model import expressions as surface
from polc.model.expectations import Cell, YearCell
from polc.model.expressions import Kind
from polc.model.policy import Fact
from polc.passes.lower.plan import Lowered, Plan
from polc.passes.lower.tested import FILED_INPUT
from polc.passes.names import Context, nearest
from polc.passes.sorts import MONEY_GRAIN, RATE_GRAIN
from polc.syntax.units import differ

_WANTED = {
    "money": Words("金额，例如 50万元", "money, e.g. 50万元"),
    "rate": Words("比例，例如 30%", "a rate, e.g. 30%"),
    "count": Words("个数，例如 20家", "a count, e.g. 20家"),
    "number": Words("数值，例如 1.3", "a plain number, e.g. 1.3"),
    "truth": Words("“是”或“否”", "是 or 否"),
    "date": Words("日期，例如 2028年12月31日", "a date, e.g. 2028年12月31日"),
    "year": Words("年度，例如 2026年", "a year, e.g. 2026年"),
    "duration": Words("时长，例如 3年", "a duration, e.g. 3年"),
    "days": Words("天数，例如 30日", "a number of days, e.g. 30日"),
}


ITEM_NAME = ""
"""The field of an item under which its name stands."""

ITEM_ROLES = "·归属"
"""The field of an item that holds the roles the applicant has in it; absent where that was not told."""


@dataclass(frozen=True, slots=True)
class Slot:
    """Where a named thing goes: input ``key``, of the case or (``items``) of every item; and what it takes."""

    key: str
    kind: str
    items: str = ""
    levels: tuple[str, ...] = ()
    unit: str = ""  # what a count counts, where the fact says so
    finest: bool = True  # False: a figure of several inputs at once (已领)


@dataclass(frozen=True, slots=True)
class Misfit:
    """A value that does not fit: what was wanted, and what may help."""

    wanted: Words
    help: tuple[Words, ...] = ()


def slot_of(fact: Fact, key: str, items: str) -> Slot:
    """Return the slot of a fact."""
    return Slot(key, fact.type.kind, items, tuple(name.text for name in fact.type.levels), fact.type.unit)


def find_slot(lowered: Lowered, plan: Plan, name: str) -> Slot | None:
    """Return where a column or assumption called ``name`` goes for a part, or None where it goes nowhere."""
    if name in ("日期", "date"):
        return Slot("日期", "date")
    if name in ("印发日期", "issued"):
        return Slot("印发日期", "date")
    if name in ("年度", "year"):
        return Slot("年度", "year")
    if name in ("选定", "chosen") and plan.kind == "group":
        return Slot(f"选定.{plan.part.name}", "level", plan.items, plan.members)
    for word in ("此前最高", "earlier_max"):
        if name.startswith(word):
            fact = name[len(word) :].strip()
            inner = find_slot(lowered, plan, fact)
            if inner is not None and inner.kind == "truth":
                return _so_before(lowered, plan, fact)
            return Slot(f"此前最高.{inner.key}", inner.kind, inner.items, inner.levels, inner.unit) if inner else None
    for context in contexts(lowered, plan):
        for hit in lowered.names.look_up(context, name):
            return slot_of(hit.fact, hit.key, context.items if hit.item else "")
    for context in contexts(lowered, plan):
        owned = lowered.names.items_fact(context, name)  # what 总和 and 个数 run over
        if owned is not None:
            return slot_of(owned.fact, owned.key, owned.fact.subject)
    if name in (FILED_INPUT.name, "filed") and FILED_INPUT in lowered.program.inputs:
        return Slot(FILED_INPUT.name, "date")
    if any(external.name == name for external in lowered.policy.externals):
        return Slot(f"外部.{name}", "money", _items_of_external(lowered, plan, name))
    return None


def _so_before(lowered: Lowered, plan: Plan, fact: str) -> Slot | None:
    """Return where it goes whether a truth held in an earlier year, for the 首次 of a part or of its members."""
    of = {plan.part.name, *plan.members}
    asked = re.compile(rf"此前\.{re.escape(fact)}(?:（自\d+年）)?")
    for part, input_, items in lowered.firsts:
        if part in of and asked.fullmatch(input_):
            return Slot(input_, "truth", items)
    return None


def _items_of_external(lowered: Lowered, plan: Plan, name: str) -> str:
    """Return the items of which an 外部 is told, one by one: those of the group that holds it."""
    if name in plan.members:
        return plan.items
    inner = (lowered.plans[member] for member in plan.members if member in lowered.plans)
    return next((items for member in inner if (items := _items_of_external(lowered, member, name))), "")


def name_slot(lowered: Lowered, name: str) -> Slot | None:
    """Return where a column called after a kind of item goes: it names each item, so that later years mean the same."""
    subject = lowered.names.subjects.get(name)
    return Slot(ITEM_NAME, "name", name) if subject is not None and lowered.names.owned(subject) else None


def contexts(lowered: Lowered, plan: Plan) -> list[Context]:
    """Return the contexts a part reads from: its own, and those of all its members."""
    found: list[Context] = [plan.context] if plan.context else []
    todo = list(plan.members)
    seen: set[str] = set()
    while todo:
        name = todo.pop(0)
        inner = lowered.plans.get(name)
        if inner is None or name in seen:
            continue
        seen.add(name)
        if inner.context and inner.context not in found:
            found.append(inner.context)
        todo.extend(inner.members)
    return found


def near_names(lowered: Lowered, plan: Plan, name: str) -> str | None:
    """Return the nearest name of a fact that the part can see."""
    known = [f.fact.name for c in contexts(lowered, plan) for f in lowered.names.facts_in(c)]
    return nearest(name, list(dict.fromkeys(known)))


def value_of(slot: Slot, cell: Cell | surface.Expression) -> Scalar | Misfit:  # noqa: PLR0911, PLR0912, C901
    """Return a cell's value in the grains of its slot, or what was wanted instead."""
    if slot.kind == "level":
        return _level(slot, cell)
    if slot.kind == "name":
        return cell.span.text if cell.span is not None else ""
    wanted = _WANTED.get(slot.kind, Words(slot.kind, slot.kind))
    match slot.kind, cell:
        case "truth", surface.Truth(value=value):
            return value
        case "truth", surface.Name(text="是" | "yes" | "true"):
            return True
        case "truth", surface.Name(text="否" | "no" | "false"):
            return False
        case "date", surface.Date(ordinal=ordinal):
            return ordinal
        case "year", YearCell(first=int() as first, last=last) if first == last:
            return first
        case "year", surface.Quantity(value=value, kind=Kind.YEAR | Kind.NUMBER):
            return _whole(value, wanted)
        case "money", surface.Quantity(value=value, kind=Kind.MONEY):
            return _grains(value * MONEY_GRAIN, wanted, Words("最小到分", "down to 0.01元"))
        case "money", surface.Quantity(value=value, kind=Kind.NUMBER):
            if value == 0:
                return 0
            bare = Words(
                "只写了数，没有单位：写 50万元，或在表头写单位",
                "the unit is missing: write 50万元, or put the unit in the header",
            )
            return Misfit(wanted, (bare,))
        case "rate", surface.Quantity(value=value, kind=Kind.RATE):
            return _grains(value * RATE_GRAIN, wanted, Words("最小到 0.01%", "down to 0.01%"))
        case "number" | "count", surface.Quantity(unit=unit, kind=Kind.COUNT) if differ(slot.unit, unit):
            return Misfit(Words(f"以{slot.unit}计的{wanted.zh}", f"{wanted.en} in {slot.unit}"))
        case "number", surface.Quantity(value=value, kind=Kind.NUMBER | Kind.COUNT):
            return _grains(value * RATE_GRAIN, wanted, Words("最多四位小数", "four decimals at most"))
        case "count", surface.Quantity(value=value, kind=Kind.COUNT | Kind.NUMBER):
            return _whole(value, wanted)
        case "duration", surface.Quantity(value=value, kind=Kind.DURATION):
            return _whole(value, wanted)
        case "days", surface.Quantity(value=value, kind=Kind.DAYS):
            return _whole(value, wanted)
        case _:
            return Misfit(wanted)


def _level(slot: Slot, cell: Cell | surface.Expression) -> Scalar | Misfit:
    listed = "、".join(slot.levels[:8])
    wanted = Words(f"{listed} 之一", f"one of {listed}")
    if isinstance(cell, surface.Name):
        if cell.text in slot.levels:
            return cell.text
        near = nearest(cell.text, slot.levels)
        if near:
            return Misfit(wanted, (Words(f"是不是“{near}”？", f"did you mean “{near}”?"),))
    return Misfit(wanted)


def _whole(value: Fraction, wanted: Words) -> int | Misfit:
    return value.numerator if value.denominator == 1 else Misfit(wanted)


def _grains(value: Fraction, wanted: Words, finest: Words) -> int | Misfit:
    return value.numerator if value.denominator == 1 else Misfit(wanted, (finest,))
