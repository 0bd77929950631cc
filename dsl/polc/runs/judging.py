"""The cells of a scenario, held against what a year, or all of them, came to."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from fractions import Fraction
from typing import TypeAlias

from polc.diagnostics import Diagnostic, Words
from polc.model.expectations import Blank, Column, NoteText, Row, Table, ToConfirm
from polc.passes.pipeline import Compiled
from polc.readers.evaluate import Interval, Result
from polc.readers.prose import figures
from polc.runs.calendar import Calendar, booked, in_order, in_words
from polc.runs.chain import one_line
from polc.runs.entry import Entry, Money
from polc.runs.expected import against, asked, judge
from polc.runs.fold import Fold
from polc.runs.setting import selected
from polc.runs.tables import Check, RowRun, Waiting
from polc.runs.told import Told
from polc.runs.years import Year

Key: TypeAlias = "frozenset[tuple[str, str]]"
"""A choice of readings."""

CASH = ("paid", "taken_back", "carried_on")
"""Columns of cash, and of what goes on to the next year."""
_OUTPUTS = ("item", "award", "total", "verdict", "limit", "step", *CASH)


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
    column = output.column
    for index, (_, row) in enumerate(rows.rows):
        written = row.cells[output.place]
        if isinstance(written, Blank | NoteText) or written.span is None:
            continue
        cell = asked(column, written)
        item = told.item_of_row[index].get(fold.plan.items, 0) if fold.plan.items else 0
        if column.role in CASH:
            verdict = against(cell, _cash([fold], column.role, year))
        elif fold.past_unknown:
            verdict = against(cell, Result(None, applies=None, missing=fold.past_unknown))
        elif fold.outcome is not None:
            verdict = judge(column, cell, fold.lowered, fold.plan, fold.outcome, item)
        else:
            verdict = against(cell, Result(Interval(0, 0), applies=False))
        if verdict is None:
            continue
        if isinstance(written, ToConfirm):
            result.waiting.append(Waiting(column, written.span, written.offered, verdict.got))
            continue
        why, paid, shared = Words("", ""), None, None
        if not verdict.passed:
            why = _why(fold, column, item if column.role == "item" else None)
            why = stamped(year, why) if why.zh else why
            if column.role in CASH:
                paid, shared = _paid([fold], year), _joined(fold.shared)
        passed, expected, got = verdict.passed, verdict.expected, verdict.got
        result.checks.append(Check(column, written.span, passed, expected, got, why, paid, shared))


def _cash(folds: Sequence[Fold], role: str, year: int | None, last: int | None = None) -> Result:
    """Return what was paid out, or taken back, in a year or (None) in all up to ``last``; or on what that hangs.

    What goes on to the next year is as the last year left it.
    """
    if role == "carried_on":
        rest = sum((fold.ledger.going_on(fold.plan.part.name) for fold in folds), start=0)
        return Result(Interval(rest, rest), applies=True)
    mine = [entry for fold in folds for entry in fold.booked]
    back = role == "taken_back"
    missing = frozenset[str]().union(*(entry.doubted(back=back, year=year) for entry in mine))
    if not back:
        missing = missing.union(*(fold.ever_unsettled if year is None else fold.unsettled for fold in folds))
    if missing:
        return Result(None, applies=None, missing=missing)
    if back:
        sums = [entry.all_taken() if year is None else entry.taken_in(year) for entry in mine]
    elif year is None:
        sums = [entry.all_paid(last) for entry in mine]
    else:
        sums = [entry.paid(year) for entry in mine]
    cash = sum(sums, start=Fraction(0))
    return Result(Interval(cash, cash), applies=True)


def _why(fold: Fold, column: Column, item: int | None) -> Words:
    """Return how a result came about; of what was paid, also what a quota and a pool did to it."""
    told = [one_line(fold.lowered, fold.plan, fold.outcome, fold.facts, item)] if fold.outcome is not None else []
    if column.role in CASH:
        paid = in_words(_paid([fold]).lines, fold.plan.part.name)
        told = [paid if paid.zh else told[0] if told else paid, *fold.shared]
    return _joined(each for each in told if each.zh)


def _joined(told: Iterable[Words]) -> Words:
    every = list(told)
    return Words("；".join(each.zh for each in every), "; ".join(each.en for each in every))


def stamped(year: int, why: Words) -> Words:
    """Return a computation with its year before it."""
    return Words(f"{year}年：{why.zh}", f"{year}: {why.en}")


def judge_totals(folds: Sequence[Fold], output: Output, row: Row, result: RowRun, last: int | None = None) -> None:
    """Judge a cell of a row of totals: of one payee, or of all these together; cash up to the year ``last``."""
    cell = row.cells[output.place]
    if isinstance(cell, Blank | NoteText) or cell.span is None:
        return
    column = output.column
    mine = [entry for fold in folds for entry in fold.booked]
    if column.role in CASH:
        found = _cash(folds, column.role, None, last)
    else:
        missing = frozenset(name for fold in folds for name in fold.past_ever)
        total = sum((e.awarded for e in mine), start=Fraction(0))
        found = Result(None, applies=None, missing=missing) if missing else Result(Interval(total, total), applies=True)
    verdict = against(asked(column, cell), found)
    if verdict is not None and isinstance(cell, ToConfirm):
        result.waiting.append(Waiting(column, cell.span, cell.offered, verdict.got))
    elif verdict is not None:
        paid = _paid(folds, last) if column.role in CASH else None
        why = _by_year(mine) if paid is None else in_words(paid.lines, folds[0].plan.part.name)
        result.checks.append(Check(column, cell.span, verdict.passed, verdict.expected, verdict.got, why, paid))


def _by_year(entries: Sequence[Entry]) -> Words:
    """Return what was granted in each year."""
    found: dict[int, Money] = {}
    for entry in entries:
        found[entry.year] = found.get(entry.year, 0) + entry.awarded
    told = [(year, figures.amount(money)) for year, money in sorted(found.items())]
    return Words(
        "，".join(f"{year}年 {money.zh}" for year, money in told),
        ", ".join(f"{year} {money.en}" for year, money in told),
    )


def _paid(folds: Sequence[Fold], year: int | None = None) -> Calendar:
    """Return the payment calendar as seen from a year, or after the last of them."""
    lines = in_order(line for fold in folds for line in booked(fold.ledger, fold.plan.part.name))
    now = year if year is not None else max((line.year for line in lines), default=0) + 1
    return Calendar(now, tuple(lines))
