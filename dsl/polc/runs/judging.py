"""The cells of a scenario, held against what a year, or all of them, came to."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from fractions import Fraction
from typing import TypeAlias

from polc.diagnostics import Diagnostic, Words
from polc.model.expectations import Blank, Column, NoteText, Row, Table
from polc.model.policy import Part
from polc.passes.pipeline import Compiled
from polc.readers.evaluate import Interval, Result
from polc.readers.prose import figures
from polc.runs.chain import one_line
from polc.runs.expected import against, judge
from polc.runs.fold import Fold
from polc.runs.setting import selected
from polc.runs.tables import Check, RowRun
from polc.runs.told import Told
from polc.runs.years import Year

Key: TypeAlias = "frozenset[tuple[str, str]]"
"""A choice of readings."""

_CASH = ("paid", "taken_back")
_OUTPUTS = ("item", "award", "total", "verdict", "step", "paid", "taken_back")


@dataclass(frozen=True, slots=True)
class Output:
    """A column that asserts something, its place in the table, and the readings under which it is computed."""

    place: int
    column: Column
    key: Key


def outputs_of(compiled: Compiled, table: Table, base: Mapping[str, str], problems: list[Diagnostic]) -> list[Output]:
    """Return the columns that assert something; a reading that is not there is added to ``problems``."""
    found: list[Output] = []
    for place, column in enumerate(table.columns):
        if column.role not in _OUTPUTS:
            continue
        chosen = selected(compiled, column, base)
        if isinstance(chosen, Diagnostic):
            problems.append(chosen)
        else:
            found.append(Output(place, column, frozenset(chosen.items())))
    return found


def judge_year(fold: Fold, year: int, output: Output, rows: Year, told: Told, result: RowRun) -> None:
    """Judge the cells of a column in the rows of one year, which has just been computed."""
    place, column = output.place, output.column
    assert fold.outcome is not None  # noqa: S101 - computed just before
    plan = fold.plan
    for index, (_, row) in enumerate(rows.rows):
        cell = row.cells[place]
        if isinstance(cell, Blank | NoteText) or cell.span is None:
            continue
        item = told.item_of_row[index].get(plan.items, 0) if plan.items else 0
        if column.role in _CASH:
            verdict = against(cell, _cash(fold, column.role, year))
        else:
            verdict = judge(column, cell, fold.lowered, plan, fold.outcome, item)
        if verdict is None:
            continue
        why = Words("", "")
        if not verdict.passed:
            alone = item if column.role == "item" else None
            why = stamped(year, one_line(fold.lowered, plan, fold.outcome, fold.facts, alone))
        result.checks.append(Check(column, cell.span, verdict.passed, verdict.expected, verdict.got, why))


def _cash(fold: Fold, role: str, year: int | None) -> Result:
    """Return what was paid out, or taken back, in a year or (None) in all of them; or on what that hangs."""
    mine = [entry for entry in fold.ledger.entries if entry.of == fold.plan.part.name]
    back = role == "taken_back"
    missing = frozenset[str]().union(*(entry.doubted(back=back, year=year) for entry in mine))
    if missing:
        return Result(None, applies=None, missing=missing)
    if back:
        sums = [entry.all_taken() if year is None else entry.taken_in(year) for entry in mine]
    else:
        sums = [entry.all_paid() if year is None else entry.paid(year) for entry in mine]
    cash = sum(sums, start=Fraction(0))
    return Result(Interval(cash, cash), applies=True)


def stamped(year: int, why: Words) -> Words:
    """Return a computation with its year before it."""
    return Words(f"{year}年：{why.zh}", f"{year}: {why.en}")


def judge_totals(
    folds: Mapping[Key, Fold],
    outputs: Sequence[Output],
    row: Row,
    part: Part,
    result: RowRun,
) -> None:
    """Judge a row of totals."""
    for output in outputs:
        column = output.column
        cell = row.cells[output.place]
        if isinstance(cell, Blank | NoteText) or cell.span is None:
            continue
        fold = folds[output.key]
        mine = [e for e in fold.ledger.entries if e.of == part.name]
        if column.role in _CASH:
            found = _cash(fold, column.role, None)
        else:
            total = sum((e.awarded for e in mine), start=Fraction(0))
            found = Result(Interval(total, total), applies=True)
        verdict = against(cell, found)
        if verdict is None:
            continue
        by_year = "，".join(f"{e.year}年 {figures.money(e.granted)}" for e in mine)
        result.checks.append(
            Check(column, cell.span, verdict.passed, verdict.expected, verdict.got, Words(by_year, by_year))
        )
