"""The example tables of a policy as a workbook (.xlsx): a sheet for each part, what is given, expected and came out.

Guarantee: every cell holds text, marked as text: what begins with = + - or @ is never computed, neither when the file
is opened nor when someone edits the cell. To import this module takes openpyxl.
"""

from __future__ import annotations

import io
import re
from collections.abc import Iterable, Sequence

from openpyxl import Workbook
from openpyxl.styles import Alignment, Font, PatternFill
from openpyxl.utils import get_column_letter
from openpyxl.worksheet.worksheet import Worksheet

from polc.model.expectations import Row, Table
from polc.model.policy import Part
from polc.runs.expected import OUTPUTS
from polc.runs.tables import Check, Waiting
from polc.site import phrases
from polc.site.contents import Entry
from polc.site.markup import printable
from polc.site.options import Options
from polc.site.pages.examples import cells, columns, verdict
from polc.site.paper import wording
from polc.site.paper.package import packed
from polc.text import Span
from polc.workspace.suite import Named, presumptions

_NOT_IN_TITLES = re.compile(r"[\[\]:*?/\\]")
_LONGEST_TITLE = 31
_LONGEST_CELL = 32_767
_WIDEST = 48
_GOOD, _BAD, _HEAD = "E6F4EA", "FCE8E6", "EEEEEE"


def workbook(entry: Entry, options: Options) -> bytes:
    """Return the workbook of a policy."""
    book = Workbook()
    first = book.active
    parts = [part for part in entry.policy.parts if part.tables]
    names = _titles([wording.SHEET_OF_ALL.in_(options.language), *(part.name for part in parts)])
    first.title = names[0]
    _overview(first, entry, list(zip(parts, names[1:], strict=True)), options)
    for part, name in zip(parts, names[1:], strict=True):
        sheet = book.create_sheet(name)
        for table in part.tables:
            _table(sheet, table, entry.rows_of(part, table), options)
        _fit(sheet)
    _fit(first)
    made = io.BytesIO()
    book.properties.title, book.properties.creator = printable(entry.policy.name)[:255], "polc"
    book.save(made)
    return packed(made.getvalue(), options.day)


def _titles(wanted: Iterable[str]) -> list[str]:
    """Return names that a sheet may have, no two alike."""
    taken: set[str] = set()
    found: list[str] = []
    for name in wanted:
        clean = _NOT_IN_TITLES.sub("·", printable(name)).strip("' ") or "·"
        own, number = clean[:_LONGEST_TITLE], 1
        while own.lower() in taken:
            number += 1
            own = f"{clean[: _LONGEST_TITLE - len(str(number)) - 1]} {number}"
        taken.add(own.lower())
        found.append(own)
    return found


def _overview(sheet: Worksheet, entry: Entry, parts: Sequence[tuple[Part, str]], options: Options) -> None:
    language = options.language
    row = 1
    told = [entry.policy.name, wording.PREVAILS.in_(language)]
    if entry.is_draft:
        told.insert(1, phrases.DRAFT.in_(language))
    for text in told:
        _write(sheet, row, 1, text, bold=row == 1)
        row += 1
    row += 1
    heads = (wording.CLAUSE, wording.PART_OF, wording.SHEET, wording.TABLE, wording.RESULT)
    for column, words in enumerate(heads, 1):
        _write(sheet, row, column, words.in_(language), bold=True, fill=_HEAD)
    for part, name in parts:
        for table in part.tables:
            row += 1
            ran = entry.rows_of(part, table)
            passed = sum(named.passed for named in ran)
            result = phrases.ROWS.fill(passed=str(passed), all=str(len(ran))).in_(language)
            for column, text in enumerate((part.clause, part.name, name, table.title), 1):
                _write(sheet, row, column, text)
            _write(sheet, row, 5, result, fill=_GOOD if passed == len(ran) else _BAD)


def _table(sheet: Worksheet, table: Table, ran: Sequence[Named], options: Options) -> None:
    """Write a table below what the sheet holds: a column for each fact, two for each result."""
    language = options.language
    row = sheet.max_row + 2 if sheet.max_row > 1 else 1
    kind = phrases.SCENARIO if table.scenario else phrases.EXAMPLES
    _write(sheet, row, 1, " ".join(word for word in (kind.in_(language), table.title) if word), bold=True)
    for given in table.givens:
        span = getattr(given, "span", None)
        if isinstance(span, Span):
            row += 1
            _write(sheet, row, 1, wording.ASSUMED.in_(language))
            _write(sheet, row, 2, span.text.strip())
    checks: dict[Span, Check] = {check.span: check for named in ran for check in named.row.checks}
    waiting: dict[Span, Waiting] = {each.span: each for named in ran for each in named.row.waiting}
    verdicts = {named.row.span: named for named in ran}
    outputs = [
        column.role in OUTPUTS or any(_span(line, n) in checks or _span(line, n) in waiting for line in table.rows)
        for n, column in enumerate(table.columns)
    ]
    row += 1
    _heads(sheet, row, columns(table), outputs, options)
    row += 1
    for number, line in enumerate(table.rows, 1):
        row += 1
        named = verdicts.get(line.span) if line.span else None
        _write(sheet, row, 1, str(number))
        if named is not None:
            sign = verdict(named)
            said = wording.WAITING if named.waits else sign[0]
            _write(sheet, row, 2, f"{sign[1]} {said.in_(language)}", fill=_GOOD if named.passed else _BAD)
        column = 3
        for cell, text, output in zip(line.cells, cells(line), outputs, strict=False):
            _write(sheet, row, column, text)
            column += 1
            if not output:
                continue
            check = checks.get(cell.span) if cell.span else None
            came = check or (waiting.get(cell.span) if cell.span else None)
            bad = check is not None and not check.passed
            _write(sheet, row, column, came.got.in_(language) if came else "", fill=_BAD if bad else "")
            column += 1
        if named is not None and named.row.presumed:
            _write(sheet, row, column, presumptions(named.row, language))


def _span(row: Row, column: int) -> Span | None:
    return row.cells[column].span if column < len(row.cells) else None


def _heads(sheet: Worksheet, row: int, names: Sequence[str], outputs: Sequence[bool], options: Options) -> None:
    language = options.language
    told: list[tuple[str, str]] = [("", wording.ROW.in_(language)), ("", wording.RESULT.in_(language))]
    for name, output in zip(names, outputs, strict=True):
        told.append(((wording.EXPECTED if output else wording.GIVEN).in_(language), name))
        if output:
            told.append((wording.GOT.in_(language), name))
    told.append(("", wording.PRESUMED.in_(language)))
    for column, (kind, name) in enumerate(told, 1):
        _write(sheet, row, column, kind, fill=_HEAD)
        _write(sheet, row + 1, column, name, bold=True, fill=_HEAD)


def _write(sheet: Worksheet, row: int, column: int, text: str, *, bold: bool = False, fill: str = "") -> None:
    """Write text that stays text: as a string, and with the mark that a person sets by typing ' before it."""
    cell = sheet.cell(row, column)
    cell.value = printable(text)[:_LONGEST_CELL] or None
    if not text:
        return
    cell.data_type = "s"
    cell.number_format = "@"
    cell.quotePrefix = True
    cell.alignment = Alignment(vertical="top", wrap_text=True)
    if bold:
        cell.font = Font(bold=True)
    if fill:
        cell.fill = PatternFill("solid", fgColor=fill)


def _fit(sheet: Worksheet) -> None:
    """Make columns wide enough, and set the sheet for A4."""
    for n, column in enumerate(sheet.iter_cols(values_only=True), 1):
        longest = max((2 * len(str(text)) for text in column if text), default=8)
        sheet.column_dimensions[get_column_letter(n)].width = min(_WIDEST, max(8, longest + 2))
    sheet.page_setup.paperSize = sheet.PAPERSIZE_A4
    sheet.page_setup.orientation = "landscape"
    sheet.page_setup.fitToHeight = 0
    sheet.sheet_properties.pageSetUpPr.fitToPage = True
