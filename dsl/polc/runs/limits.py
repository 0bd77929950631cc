"""限额 in tables and answers: how much, how long, how often at most, as a figure.

A column 限额 NAME asserts the figure to which a fact is limited; 额度, 期限 and 次数 are short for the one limit on
money, on a duration, on a count. A fact that is called so comes first: then the column tells it.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from fractions import Fraction

from polc.diagnostics import Diagnostic, Words
from polc.errors import unknown_column
from polc.model.expectations import Cell, Column, ExpectedAmount, Table
from polc.model.expressions import Name, Quantity
from polc.model.policy import Part
from polc.passes.lower.plan import Lowered, Plan
from polc.passes.lower.requirement import UNLIMITED, figure_bind, limited
from polc.passes.sorts import grains
from polc.readers.evaluate import Outcome, Result
from polc.readers.prose import figures
from polc.runs.reached import one
from polc.runs.telling import Misfit, Slot, find_slot, value_of
from polc.syntax.choices import chosen

_KINDS = {"amount_limit": "money", "term_limit": "duration", "times_limit": "count"}
_NONE = Words("无", "none")
_UNDECIDED = Words("不能判定", "cannot be decided")


def facts_limited(part: Part) -> list[str]:
    """Return the facts that a part limits, under any reading, in the order of the file."""
    said = [limited(line.value) for each in part.written for line in each.limits]
    return list(dict.fromkeys(found[0].text for found in said if found is not None))


def settled(lowered: Lowered, plan: Plan, table: Table, problems: list[Diagnostic]) -> Table:
    """Return the table with its columns 额度, 期限 and 次数 settled: a fact that is told, or a limit that is asserted.

    A column that is neither is added to ``problems``.
    """
    if not any(column.role in _KINDS or column.role == "limit" for column in table.columns):
        return table
    return replace(table, columns=tuple(_settled(lowered, plan, column, problems) for column in table.columns))


def _settled(lowered: Lowered, plan: Plan, column: Column, problems: list[Diagnostic]) -> Column:
    if column.role not in _KINDS and column.role != "limit":
        return column
    if column.role != "limit" and find_slot(lowered, plan, column.name) is not None:
        return replace(column, role="input")
    known = facts_limited(plan.part)
    fit = [name for name in known if name == column.name]
    if column.role != "limit":
        slots = {name: find_slot(lowered, plan, name) for name in known}
        fit = [name for name, slot in slots.items() if slot and slot.kind == _KINDS[column.role]]
    if len(fit) == 1:
        return replace(column, role="limit", name=fit[0])
    if column.span is not None:
        near = f"限额 {known[0]}" if known else None
        problems.append(unknown_column.unknown_column(column.span, column.span.text, plan.part.name, near))
    return replace(column, role="note")


def judged(
    column: Column, cell: Cell, lowered: Lowered, plan: Plan, outcome: Outcome, item: int
) -> tuple[bool, Words, Words] | None:
    """Return whether a limit is what the cell says, with both in words; None where the cell asserts nothing."""
    slot = find_slot(lowered, plan, column.name)
    if slot is None or cell.span is None:
        return None
    found = one(outcome, figure_bind(plan.part.name, column.name), item)
    figure = _figure(found, slot)
    got = _words(lowered, plan, column.name, slot, found)
    match cell:
        case Name(text=text) if chosen("verdict", text) == "undecided":
            return found is not None and bool(found.missing), _UNDECIDED, got
        case Name(text=text) if chosen("absence", text) == "none":
            return figure is None and not (found is not None and found.missing), _NONE, got
        case ExpectedAmount(low=Quantity(value=Fraction(numerator=0)), high=high):
            value = value_of(slot, high)
        case _:
            value = value_of(slot, cell)
    said = Words(cell.span.text, cell.span.text)
    if isinstance(value, Misfit):
        due = Words("{cell}（要{wanted}）", "{cell} ({wanted} is due)")
        return False, due.fill(cell=said, wanted=value.wanted), got
    return figure is not None and figure == value, said, got


def _figure(found: Result | None, slot: Slot) -> Fraction | None:
    """Return the figure of a limit in grains; None where there is none, or it is not known."""
    if found is None or found.missing or found.value == UNLIMITED.value or not isinstance(found.value, int | Fraction):
        return None
    return Fraction(found.value) * grains(slot.kind)


def _words(lowered: Lowered, plan: Plan, fact: str, slot: Slot, found: Result | None) -> Words:
    if found is not None and found.missing:
        return _UNDECIDED
    figure = _figure(found, slot)
    if figure is None:
        return _NONE
    whole = figure.numerator if figure.denominator == 1 else figure
    return figures.fact(whole, slot.kind, _unit(lowered, plan, fact))


def _unit(lowered: Lowered, plan: Plan, fact: str) -> str:
    """Return what a count is a count of: as its limit says, else as the fact does."""
    for line in lowered.terms(plan).limits:
        said = limited(line.value)
        if said is not None and said[0].text == fact and isinstance(said[1], Quantity) and said[1].unit:
            return said[1].unit
    hits = lowered.names.look_up(plan.context, fact) if plan.context else []
    return hits[0].fact.type.unit if hits else ""


def told(lowered: Lowered, plan: Plan, outcome: Outcome) -> Iterator[tuple[str, Words]]:
    """Yield the facts that a part limits in a case, each with its figure."""
    for fact in facts_limited(plan.part):
        slot = find_slot(lowered, plan, fact)
        found = one(outcome, figure_bind(plan.part.name, fact))
        if slot is not None and _figure(found, slot) is not None:
            yield fact, _words(lowered, plan, fact, slot, found)
