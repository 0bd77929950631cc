"""The rows of a scenario, year by year, and within a year applicant by applicant."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace

from polc.model.expectations import Blank, ExpectedAmount, NoteText, Row, Table, YearCell
from polc.model.expressions import Kind, Name, Quantity
from polc.runs.entry import Money


@dataclass(frozen=True, slots=True)
class Year:
    """The rows that speak of one stretch of years, and of one applicant where the table has several.

    ``first`` is None for the row of totals; ``applicant`` is "" where nobody is named; ``begins`` says whether the
    stretch begins here, so that those of its other applicants follow.
    """

    first: int | None
    last: int | None
    rows: tuple[tuple[int, Row], ...]
    applicant: str = ""
    begins: bool = True


def years_of(table: Table) -> Iterator[Year]:
    """Yield the rows of a scenario year by year, and where it has a column 申请人 applicant by applicant."""
    who = applicants_column(table)
    before: tuple[int | None, int | None] | None = None
    for year in _stretches(table):
        if who is None:
            yield year
            continue
        rows: list[tuple[int, Row]] = []
        name = ""
        begins = year.first is None or (year.first, year.last) != before  # a year may be written in every row
        before = year.first, year.last
        for numbered in year.rows:
            cell = numbered[1].cells[who]
            named = cell.text if isinstance(cell, NoteText) else ""
            if rows and (named or year.first is None):
                yield replace(year, rows=tuple(rows), applicant=name, begins=begins)
                rows, begins = [], False
            if named or year.first is None:
                name = named
            rows.append(numbered)
        yield replace(year, rows=tuple(rows), applicant=name, begins=begins)


def applicants_column(table: Table) -> int | None:
    """Return the place of the column that names the applicants, or None where there is one payee."""
    return next((place for place, column in enumerate(table.columns) if column.role == "applicant"), None)


def _stretches(table: Table) -> Iterator[Year]:
    place = next((i for i, column in enumerate(table.columns) if column.role == "year"), None)
    rows: list[tuple[int, Row]] = []
    now: tuple[int | None, int | None] | None = None
    for number, row in enumerate(table.rows, 1):
        cell = row.cells[place] if place is not None else Blank()
        year = _year(cell)
        if year is not None:
            if now is not None:
                yield Year(now[0], now[1], tuple(rows))
            now, rows = year, []
        rows.append((number, row))
    if now is not None:
        yield Year(now[0], now[1], tuple(rows))


def _year(cell: object) -> tuple[int | None, int | None] | None:
    match cell:
        case YearCell(first=first, last=last):
            return first, last
        case Quantity(value=value, kind=Kind.YEAR | Kind.NUMBER):
            return int(value), int(value)
        case Name(text="累计" | "to_date"):
            return None, None
        case _:
            return None


def granted_of(table: Table, year: Year) -> Money | None:
    """Return the 核定 of a row, in 分, or None where it says none."""
    for column, cell in zip(table.columns, year.rows[0][1].cells, strict=False):
        if column.role == "granted":
            match cell:
                case Quantity(value=value, kind=Kind.MONEY):
                    return int(value * 100)
                case ExpectedAmount(high=high):
                    return int(high.value * 100)
                case _:
                    return None
    return None
