"""What the rows of a table tell: columns to slots, cells to inputs; what does not fit is a finding."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from typing import TypeAlias

from polc.core.nodes import Scalar
from polc.diagnostics import Diagnostic, Words
from polc.errors import applicant_in_example, cell_mismatch, unknown_column
from polc.model.expectations import Blank, Cell, Column, Row, Table
from polc.model.policy import Part
from polc.model.values import Given
from polc.passes.elaborate import YEAR_INPUT
from polc.passes.lower.plan import Lowered, Plan
from polc.passes.names import nearest
from polc.passes.pipeline import Compiled
from polc.runs import members
from polc.runs.telling import Misfit, Slot, find_slot, name_slot, near_names, value_of


@dataclass
class Told:
    """The inputs of one case, put together from its rows and the table's 假定."""

    facts: dict[str, object] = field(default_factory=dict)
    awards: dict[str, tuple[int, int]] = field(default_factory=dict)  # a member's award, told instead of computed
    received: dict[tuple[str, str], int] = field(default_factory=dict)  # (whose, "" or 本年 or 累计) → 分
    carried: int | None = None  # 上年结转, in 分
    items: dict[str, list[dict[str, object]]] = field(default_factory=dict)
    item_of_row: list[dict[str, int]] = field(default_factory=list)


def cases_of(table: Table) -> Iterator[list[tuple[int, Row]]]:
    """Yield the rows of each case: one row, or the rows that a 案例 column holds together."""
    place = next((i for i, column in enumerate(table.columns) if column.role == "case"), None)
    group: list[tuple[int, Row]] = []
    for number, row in enumerate(table.rows, 1):
        if place is None or not isinstance(row.cells[place], Blank):
            if group:
                yield group
            group = []
        group.append((number, row))
    if group:
        yield group


View: TypeAlias = "tuple[Lowered, Plan]"
"""A part under a choice of readings."""


def other_views(compiled: Compiled, part: Part, base: Mapping[str, str]) -> tuple[View, ...]:
    """Return the part under each reading that makes it look at the facts of another 对象."""
    found: list[View] = []
    for doubt in part.doubts:
        for reading in doubt.readings:
            if reading.terms.subject is not None:
                lowered = compiled.lowered({**base, doubt.name: reading.name})
                if part.name in lowered.plans:
                    found.append((lowered, lowered.plans[part.name]))
    return tuple(found)


def find_slots(
    lowered: Lowered, plan: Plan, table: Table, problems: list[Diagnostic], others: Sequence[View] = ()
) -> list[Slot | str | None]:
    """Return for each column its slot, a member's name, or None for outputs and remarks.

    A name that the part does not see may be one that it sees under another reading (``others``).
    """
    found: list[Slot | str | None] = []
    for column in table.columns:
        if column.role == "applicant" and not table.scenario and column.span is not None:
            problems.append(applicant_in_example.applicant_in_example(column.span, column.name))
        if column.role == "year" and not table.scenario:  # a scenario's years are its rows; a case has one
            found.append(find_slot(lowered, plan, YEAR_INPUT.name))
            continue
        known = [*lowered.plans, *(external.name for external in lowered.policy.externals)]
        if column.role == "received" and _whose(column) and _whose(column) not in known:
            near = nearest(_whose(column), known)
            if column.span is not None:
                problems.append(unknown_column.unknown_column(column.span, column.name, plan.part.name, near))
        if column.role != "input":
            found.append(None)
            continue
        slot: Slot | str | None = column.name if column.name in plan.members and column.name in lowered.plans else None
        slot = slot or find_slot(lowered, plan, column.name) or name_slot(lowered, column.name)
        slot = slot or next((seen for view in others if (seen := find_slot(*view, column.name))), None)
        if slot is None and column.name not in lowered.names.subjects and not lowered.policy.excuses(column.name):
            near = near_names(lowered, plan, column.name)
            if column.span is not None:
                problems.append(unknown_column.unknown_column(column.span, column.name, plan.part.name, near))
        found.append(slot)
    return found


def _whose(column: Column) -> str:
    """Return the benefit that an 已领 column names, or "" for the part's own."""
    return column.name.partition(" ")[2]


def tell(
    lowered: Lowered,
    plan: Plan,
    table: Table,
    rows: list[tuple[int, Row]],
    given: tuple[Given, ...],
    slots: list[Slot | str | None],
    problems: list[Diagnostic],
) -> Told:
    """Return what a case's rows and the 假定 tell; what does not fit is added to ``problems``."""
    told = Told()
    shared: dict[str, dict[str, object]] = {}
    for assumption in given:
        _assume(lowered, plan, assumption, told, shared, problems)
    for _, row in rows:
        records: dict[str, dict[str, object]] = {}
        for column, slot, cell in zip(table.columns, slots, row.cells, strict=False):
            if not isinstance(cell, Blank):
                misfit = _tell_cell(told, records, column, slot, cell)
                if misfit is not None:
                    problems.append(_misfit(cell, column, misfit))
        if plan.items:
            records.setdefault(plan.items, {})
        places: dict[str, int] = {}
        for name in {*records, *shared}:
            if name not in records and name != plan.items:
                continue
            places[name] = len(told.items.setdefault(name, []))
            told.items[name].append({**shared.get(name, {}), **records.get(name, {})})
        told.item_of_row.append(places)
    for name, record in shared.items():
        if name not in told.items:
            told.items[name] = [record]
    return told


def _tell_cell(
    told: Told, records: dict[str, dict[str, object]], column: Column, slot: Slot | str | None, cell: Cell
) -> Misfit | None:
    """Put one cell where it goes: what was received, a member's award, or a fact. Return what does not fit."""
    if column.role == "carried_in":
        carried = value_of(Slot("", "money"), cell)
        if isinstance(carried, Misfit):
            return carried
        told.carried = int(carried)
    elif column.role == "received":
        money = value_of(Slot("", "money"), cell)
        if isinstance(money, Misfit):
            return money
        told.received[_whose(column), column.readings[0] if column.readings else ""] = int(money)
    elif isinstance(slot, str):
        award = members.award_of(cell)
        if award is None:
            return Misfit(Words("金额，例如 50万元", "money, e.g. 50万元"))
        told.awards[slot] = award
    elif isinstance(slot, Slot):
        value = value_of(slot, cell)
        if isinstance(value, Misfit):
            return value
        if slot.items:
            records.setdefault(slot.items, {})[slot.key] = value
        else:
            told.facts.setdefault(slot.key, value)
    return None


def of_earlier(given: Given) -> bool:
    """Return whether an assumption is about the years before: 此前最高 X = …."""
    return given.name.text.startswith("此前最高")


def assumed(
    lowered: Lowered, plan: Plan, given: Iterable[Given], problems: list[Diagnostic]
) -> dict[tuple[str, str], Scalar]:
    """Return what they tell: (list of items or "", input) → value; what does not fit is added to ``problems``."""
    told = Told()
    shared: dict[str, dict[str, object]] = {}
    for each in given:
        _assume(lowered, plan, each, told, shared, problems)
    found: dict[tuple[str, str], Scalar] = {("", key): value for key, value in told.facts.items()}  # type: ignore[misc]
    for items, record in shared.items():
        found |= {(items, key): value for key, value in record.items()}  # type: ignore[misc]
    return found


def _assume(
    lowered: Lowered,
    plan: Plan,
    given: Given,
    told: Told,
    shared: dict[str, dict[str, object]],
    problems: list[Diagnostic],
) -> None:
    span = given.name.span
    slot = find_slot(lowered, plan, given.name.text)
    if slot is None:
        if span is not None and not lowered.policy.excuses(given.name.text):
            near = near_names(lowered, plan, given.name.text)
            problems.append(unknown_column.unknown_column(span, given.name.text, plan.part.name, near))
        return
    value = value_of(slot, given.value)
    if isinstance(value, Misfit):
        where = given.value.span or span
        if where is not None:
            problems.append(cell_mismatch.cell_mismatch(where, given.name.text, value.wanted, value.help))
    elif slot.items:
        shared.setdefault(slot.items, {})[slot.key] = value
    else:
        told.facts[slot.key] = value


def _misfit(cell: object, column: Column, misfit: Misfit) -> Diagnostic:
    span = getattr(cell, "span", None) or column.span
    assert span is not None  # noqa: S101 - the parser gives every cell its place
    return cell_mismatch.cell_mismatch(span, column.name, misfit.wanted, misfit.help)
