"""A row as the drafter sees it in the file: under its header, in aligned columns, the wrong cells marked.

Guarantees: cells stand exactly as written; columns line up whatever the width of their characters; what does not fit
the width is shown one cell a line. A column that says nothing of the row may be left out, a wrong cell never.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from polc.diagnostics.glyphs import lay_out, lay_out_around
from polc.diagnostics.paint import Ink
from polc.diagnostics.snippet import Page
from polc.model.expectations import Blank, Cell, Row, Table
from polc.text import Span

_LEAST = 20
"""Cells that a picture takes at least, however narrow the terminal."""


@dataclass(frozen=True, slots=True)
class _Line:
    """A header or a row: its line in the file, its cells as shown, and which of them are wrong."""

    number: int
    cells: tuple[str, ...]
    wrong: frozenset[int] = frozenset()


def draw_row(table: Table, rows: Sequence[Row], wrong: frozenset[Span], page: Page) -> list[str]:
    """Return the lines of the picture of some rows of a table; ``wrong`` are the places of wrong cells."""
    head = _Line(_line_of(table.columns[0].span), tuple(_shown(c.span, page) for c in table.columns))
    lines = [head, *(_row(table, row, wrong, page) for row in rows)]
    room = max(_LEAST, page.width - page.digits - 3)
    for columns in _choices(table, rows, lines):
        if sum(_width(lines, column, page) + 3 for column in columns) + 1 <= room:
            return _across(lines, columns, page)
    return _downwards(table, lines, room, page)


def _row(table: Table, row: Row, wrong: frozenset[Span], page: Page) -> _Line:
    cells = row.cells[: len(table.columns)]
    shown = tuple("" if isinstance(cell, Blank) else _shown(cell.span, page) for cell in cells)
    marked = frozenset(place for place, cell in enumerate(cells) if _is_wrong(cell, wrong))
    return _Line(_line_of(row.span), shown, marked)


def _is_wrong(cell: Cell, wrong: frozenset[Span]) -> bool:
    return not isinstance(cell, Blank) and cell.span in wrong


def _choices(table: Table, rows: Sequence[Row], lines: list[_Line]) -> list[list[int]]:
    """Return the columns to show: all; without the remarks; without those that are blank here."""
    every = list(range(len(table.columns)))
    spoken = [place for place in every if table.columns[place].role != "note"]
    told = [place for place in spoken if any(not isinstance(row.cells[place], Blank) for row in rows)]
    marked = [place for place in every if any(place in line.wrong for line in lines)]
    return [every, sorted({*spoken, *marked}), sorted({*told, *marked})]


def _across(lines: list[_Line], columns: list[int], page: Page) -> list[str]:
    drawn: list[str] = []
    for line in lines:
        body, signs = "|", " "
        for place in columns:
            width = _width(lines, place, page)
            text = line.cells[place]
            pad = " " * (width - lay_out(text, page.encoding).width)
            bad = place in line.wrong
            body += f" {page.paint(Ink.ERROR if bad else Ink.PLAIN, text)}{pad} |"
            signs += f" {('^' if bad else ' ') * lay_out(text, page.encoding).width}{pad}  "
        drawn.append(page.row(line.number, body))
        if line.wrong:
            drawn.append(page.row("", page.paint(Ink.ERROR, signs.rstrip())))
    return drawn


def _downwards(table: Table, lines: list[_Line], room: int, page: Page) -> list[str]:
    """Return one line for each cell, its header before it."""
    head, *rows = lines
    label = max(lay_out(text, page.encoding).width for text in head.cells)
    drawn: list[str] = []
    for line in rows:
        number: int | str = line.number
        for place, text in enumerate(line.cells):
            if not text or (table.columns[place].role == "note" and place not in line.wrong):
                continue
            pad = " " * (label - lay_out(head.cells[place], page.encoding).width)
            cut = lay_out_around(text, 0, len(text), max(_LEAST, room - label - 2), page.encoding)
            bad = place in line.wrong
            cell = page.paint(Ink.ERROR if bad else Ink.PLAIN, cut.text)
            drawn.append(page.row(number, f"{head.cells[place]}{pad}  {cell}"))
            if bad:
                drawn.append(page.row("", " " * (label + 2) + page.paint(Ink.ERROR, "^" * cut.width)))
            number = ""
    return drawn


def _width(lines: list[_Line], place: int, page: Page) -> int:
    return max(lay_out(line.cells[place], page.encoding).width for line in lines)


def _shown(span: Span | None, page: Page) -> str:
    return lay_out(span.text, page.encoding).text if span is not None else ""


def _line_of(span: Span | None) -> int:
    return span.begin.line if span is not None else 0
