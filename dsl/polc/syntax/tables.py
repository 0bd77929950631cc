"""The tables of 分档, 示例 and 情景: rows split at ``|``, each cell read in the shape its column asks for."""

from __future__ import annotations

import re
from collections.abc import Sequence

from polc.diagnostics import Diagnostic, Words
from polc.errors.beyond_limit import YEARS, beyond_limit
from polc.errors.cell_missing import cell_missing
from polc.errors.column_unclear import column_unclear
from polc.errors.duration_for_year import duration_for_year
from polc.errors.ragged_row import ragged_row
from polc.errors.unexpected_word import unexpected_word
from polc.errors.unit_unknown import unit_unknown
from polc.model import expectations
from polc.model.expectations import Blank, Cell, Column, NoteText, Row, YearCell
from polc.model.expressions import Kind
from polc.model.values import TierRow, Tiers, TierTest
from polc.syntax.build.atoms import name_of, quantity_of, stage_of
from polc.syntax.cell_wordings import cell_wording
from polc.syntax.choices import chosen
from polc.syntax.keywords import LINES, WORDS, columns
from polc.syntax.lexis import Token, normal
from polc.syntax.mistakes import QUANTITIES, explain
from polc.syntax.refused import RefusedError
from polc.syntax.shapes import read_words, text_of
from polc.syntax.units import units
from polc.text import Span

MOST_ROWS = 20_000
MOST_COLUMNS = 100
MOST_TIERS = 100
MOST_YEARS = 100
"""Limits, as the page Limits of the reference has them: of a table, of a 分档, of the years that one row holds for."""

Cells = list[Sequence[Token]]
FREE_ROLES = frozenset(("note", "case", "applicant"))
"""Columns of free text."""
MONEY_ROLES = frozenset(("item", "award", "total", "granted", "paid", "taken_back", "carried_on", "to_date", "verdict"))
"""Columns in which an award is expected."""
CONFIRMED_ROLES = MONEY_ROLES | frozenset(("step", "limit", "amount_limit", "term_limit", "times_limit"))
"""Columns in which what is expected may be left to be confirmed."""
_YEARS = re.compile(r"(?:FY)?([0-9０-９]{4})\s*年?度?\s*(?:(?:至|到|to|[-~～—–－])\s*(?:FY)?([0-9０-９]{4})\s*年?度?)?")
_TYPES = {Kind.MONEY: "MONEY", Kind.RATE: "PERCENT", Kind.COUNT: "COUNT", Kind.DURATION: "DURATION", Kind.DAYS: "DAYS"}


def cells_of(words: Sequence[Token]) -> Cells:
    """Return the cells of a row: what stands between its ``|``; the last ``|`` may be left out."""
    cells: Cells = []
    start = 1
    for n, word in enumerate(words):
        if word.type == "PIPE" and n:
            cells.append(words[start:n])
            start = n + 1
    if start < len(words):
        cells.append(words[start:])
    return cells


def gap(words: Sequence[Token], cell: int) -> Span:
    """Return the place of an empty cell: the ``|`` before it."""
    seen = -1
    for word in words:
        if word.type == "PIPE":
            seen += 1
            if seen == cell:
                return word.span
    return words[-1].span


# ── tiers ──


def tier_row(tiers: Tiers, words: Sequence[Token]) -> TierRow | Diagnostic:
    """Return a row of a 分档 table, or the finding."""
    cells = cells_of(words)
    place = Span(words[0].source, words[0].start, words[-1].end)
    due = len(tiers.by) + 1
    if len(cells) != due:
        return ragged_row(place, len(cells), due, tiers.span)
    tests: list[TierTest | None] = []
    for n, cell in enumerate(cells[:-1]):
        if not cell:
            if len(tiers.by) == 1:
                return cell_missing(gap(words, n), Words("写哪一档，其余的写“其他”", "say which tier, or otherwise"))
            tests.append(None)
            continue
        test = read_words("tier_test", cell)
        if isinstance(test, Diagnostic):
            return test
        tests.append(test)
    if not cells[-1]:
        return cell_missing(gap(words, due - 1), Words("写给多少，不给的写“不奖”", "say what is paid, or nothing"))
    award = read_words("amount", cells[-1])
    if isinstance(award, Diagnostic):
        return award
    return TierRow(tuple(tests), award, place)


# ── examples and scenarios ──


def header(words: Sequence[Token]) -> tuple[Column, ...] | Diagnostic:
    """Return the columns a header row declares, or the finding."""
    made: list[Column] = []
    for n, cell in enumerate(cells_of(words)):
        if not cell:
            return cell_missing(gap(words, n), Words("写列名", "name the column"))
        column = _column(cell)
        if isinstance(column, Diagnostic):
            return column
        made.append(column)
    return tuple(made)


_PREFIXES = {"EARLIER": "earlier_max", "FIRST": "first_time", "RECEIVED": "received", "SUM": "sum", "COUNTOF": "count"}


def _column(cell: Sequence[Token]) -> Column | Diagnostic:
    place = text_of(cell).span or cell[0].span
    end = next((n for n, word in enumerate(cell) if word.type in ("LPAREN", "MARK")), len(cell))
    named, rest = cell[:end], cell[end:]
    role = columns().get(named[0].text, "input") if len(named) == 1 else "input"
    if [word.type for word in named] == ["NAME", "NAME"] and named[0].text in (
        LINES["limited"].zh,
        LINES["limited"].en,
    ):
        role, name = "limit", named[1].text
    elif [word.type for word in named[1:]] == ["NAME"] and named[0].type in _PREFIXES:
        name = f"{WORDS[_PREFIXES[named[0].type]].zh} {named[1].text}"
        role = "received" if named[0].type == "RECEIVED" else "input"
    elif len(named) == 1 and (role != "input" or named[0].type == "NAME"):
        name = named[0].text
    else:
        return column_unclear(
            place, place.text, (Words("写一个名称，括号里写单位", "write one name, with its unit in parentheses"),)
        )
    unit, readings = "", []
    groups = _parentheses(rest)
    if groups is None:
        return column_unclear(place, place.text)
    for inner in groups:
        if inner in units():
            unit = inner
        elif role == "input" or not inner:
            return unit_unknown(place, place.text, inner)
        else:
            readings += [part.strip() for part in re.split(r"[、&]", inner)]
    return Column(role, name, unit, tuple(readings), place)


def _parentheses(rest: Sequence[Token]) -> list[str] | None:
    """Return what stands in parentheses behind a column's name, or None where something else does too."""
    groups: list[str] = []
    start = None
    for n, word in enumerate(rest):
        if word.type == "MARK" and start is None:  # a reading called 含
            groups.append(normal(word.raw[1:-1]).strip())
        elif word.type == "LPAREN" and start is None:
            start = n + 1
        elif word.type == "RPAREN" and start is not None:
            groups.append(normal(text_of(rest[start:n]).text).strip() if start < n else "")
            start = None
        elif start is None:
            return None
    return groups if start is None else None


def example_row(named: Sequence[Column], words: Sequence[Token]) -> Row | Diagnostic:
    """Return a row of an example, each cell as its column asks, or the finding."""
    cells = cells_of(words)
    place = Span(words[0].source, words[0].start, words[-1].end)
    if len(cells) != len(named):
        start, end = named[0].span, named[-1].span
        return ragged_row(place, len(cells), len(named), start.to(end) if start and end else None)
    made: list[Cell] = []
    for column, cell in zip(named, cells, strict=True):
        read = _cell(column, cell) if cell else Blank(gap(words, len(made)))
        if isinstance(read, Diagnostic):
            return read
        made.append(read)
    return Row(tuple(made), place)


def _cell(column: Column, cell: Sequence[Token]) -> Cell | Diagnostic:
    role = column.role
    if role in FREE_ROLES:
        text = text_of(cell)
        return NoteText(text.text, text.span)
    if cell[0].type == "TOCONFIRM" and role in CONFIRMED_ROLES:
        return expectations.ToConfirm(text_of(cell[1:]).text if cell[1:] else "", text_of(cell).span)
    if role == "year":
        return _year(cell)
    if role == "step":
        return _step(cell)
    if column.unit:
        cell = _with_unit(column.unit, cell)
    if role in MONEY_ROLES:
        expected: Cell | Diagnostic = read_words("expected", cell)
        return _or_wording(expected, cell, award=role != "verdict")
    if len(cell) == 1:
        try:
            quick = _single(cell[0])
        except RefusedError as refused:
            return refused.diagnostic
        if quick is not None:
            return quick
    told: Cell | Diagnostic = read_words("input", cell)
    return _or_wording(told, cell, award=False)


def _or_wording(read: Cell | Diagnostic, cell: Sequence[Token], *, award: bool) -> Cell | Diagnostic:
    """Return a cell as read; where it cannot be, the finding with the form that it has."""
    return (cell_wording(cell, award=award) or read) if isinstance(read, Diagnostic) else read


def _single(word: Token) -> Cell | None:
    """Return a cell of one word without asking the grammar: most cells are."""
    if word.type in QUANTITIES:
        return quantity_of(word)
    if word.type == "NAME" and not chosen("truth", word.text):
        return name_of(word)
    return None


def _with_unit(unit: str, cell: Sequence[Token]) -> Sequence[Token]:
    kind = _TYPES.get(units()[unit].kind, "NUMBER")
    return [
        Token(kind, word.text + unit, word.start, word.end, word.source) if word.type == "NUMBER" else word
        for word in cell
    ]


def _year(cell: Sequence[Token]) -> YearCell | Diagnostic:
    text = text_of(cell)
    place = text.span or cell[0].span
    if len(cell) == 1 and cell[0].type == "TODATE":
        return YearCell(None, None, place)
    found = _YEARS.fullmatch(text.text)
    if found is None:
        if cell[0].type == "DURATION":
            return duration_for_year(cell[0].span, cell[0].raw)
        return unexpected_word(
            place,
            text.text,
            (Words("年份（2026、2026至2028）", "a year (2026, 2026 to 2028)"), Words("累计", "to_date")),
        )
    first = int(found.group(1))
    last = int(found.group(2) or first)
    if last < first:
        return unexpected_word(place, text.text, (Words("由小到大的年份", "years in ascending order"),))
    if last - first >= MOST_YEARS:
        return beyond_limit(place, YEARS, MOST_YEARS)
    return YearCell(first, last, place)


def _step(cell: Sequence[Token]) -> Cell | Diagnostic:
    names = cell[1:] if cell[0].type == "TOUCHES" else cell
    if len(names) != 1:
        return explain("expected", cell, min(len(cell) - 1, 1), frozenset(("NAME",)))
    try:
        return expectations.ExpectedStep(stage_of(names[0]), names[0].span)
    except RefusedError as refused:
        return refused.diagnostic
