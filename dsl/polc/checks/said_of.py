"""What the rows of examples say, so that two rows can be held against each other: the same told, the same or another result.

Only results that are settled by what is written are compared: an amount, 待定, 不能判定, 符合. A comparison, a step and 待核 are
compared with nothing, though a row that says them again says nothing new.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from polc.checks.draft import Checked
from polc.checks.put_to_test import cases
from polc.model import expectations as cells
from polc.model.expectations import Cell, ToConfirm
from polc.model.expressions import Kind, Quantity
from polc.model.policy import Part
from polc.runs.rehearsal import SILENT, Asserted, Rehearsed
from polc.text import Span


@dataclass(frozen=True, slots=True)
class Saying:
    """One result of a case: what is told and which result it is (``key``), the result, and where and how it is written."""

    key: object
    result: object
    row: Span
    column: str
    text: str


def sayings(draft: Checked, part: Part) -> Iterator[Saying]:
    """Yield every settled result of the examples of a part, in the order of the file."""
    for case in cases(draft, part):
        told = _told(case)
        for each in case.asserted:
            for number, cell in enumerate(each.cells):
                result, row = _result(cell), case.rows[number][1].span
                if result is not None and row is not None and cell.span is not None:
                    heading = each.column.span.text if each.column.span else each.column.name
                    yield Saying((told, number, _which(each)), result, row, heading, cell.span.text)


def repeated(draft: Checked, part: Part) -> list[tuple[Span, Span]]:
    """Return every row that is written as an earlier one is and says no more, with that one.

    What two tables contrast may well share a row, and so may two ways to write a figure: rows are compared as written,
    under the same headings. Cases of several rows are left alone.
    """
    known: dict[object, tuple[frozenset[object], Span]] = {}
    found: list[tuple[Span, Span]] = []
    for case in cases(draft, part):
        row = case.rows[0][1].span
        said = frozenset((_which(each), _result(each.cells[0]) or _text(each.cells[0])) for each in case.asserted)
        if len(case.rows) > 1 or row is None or any(isinstance(each.cells[0], ToConfirm) for each in case.asserted):
            continue
        before, first = known.setdefault((_told(case), _written(case)), (said, row))
        if first is not row and said <= before:
            found.append((row, first))
    return found


def expects_money(each: Asserted) -> bool:
    """Return whether a column of a case says an amount above nothing."""
    for cell in each.cells:
        match cell:
            case cells.ExpectedAmount(high=high, open=opened) if opened or high.value > 0:
                return True
            case Quantity(value=value, kind=Kind.MONEY | Kind.NUMBER) if value > 0:
                return True
            case _:
                continue
    return False


def _told(case: Rehearsed) -> object:
    """Return all that a case tells, to be compared."""
    told = case.told
    return (
        _bare(told.facts), _bare(told.items), _bare(told.awards), _bare(told.received), told.carried,
        tuple(tuple(sorted(places.items())) for places in told.item_of_row),
    )  # fmt: skip


def _bare(value: object) -> object:
    match value:
        case dict():
            return tuple(sorted(((repr(key), _bare(inner)) for key, inner in value.items()), key=lambda each: each[0]))
        case list():
            return tuple(map(_bare, value))
        case _:
            return repr(value)


def _written(case: Rehearsed) -> object:
    """Return what stands in the columns of facts of a row, under which headings."""
    row = case.rows[0][1]
    told = zip(case.table.columns, row.cells, strict=False)
    return frozenset((column.name, _text(cell)) for column, cell in told if column.role in ("input", "received"))


def _which(each: Asserted) -> object:
    return each.column.role, each.column.name.partition("（")[0], frozenset(each.selection.items())


def _result(cell: Cell) -> tuple[object, ...] | None:
    """Return what a cell settles; None where it settles nothing."""
    match cell:
        case cells.ExpectedAmount(low=low, high=high, open=opened):
            return (low.value, high.value, opened)
        case Quantity(value=value, kind=Kind.MONEY | Kind.NUMBER):
            return (value, value, False)
        case cells.ExpectedOpen():
            return ("open",)
        case cells.ExpectedUndecided():
            return ("undecided",)
        case cells.ExpectedVerdict(verdict=verdict):
            return (verdict,)
        case _:
            return None


def _text(cell: Cell) -> str | None:
    return None if isinstance(cell, SILENT) or cell.span is None else "".join(cell.span.text.split())
