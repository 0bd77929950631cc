"""The rows of a 示例 or 情景 that stand in a file of separated values: read as the rows of the .pol file are read.

A cell is read by the same words and grammar as between ``|``; its place is that in the file it came from. What a comma
or a quote means to the file is nothing to the grammar: separators are read as ``|`` and everything else stays.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field

from polc.diagnostics import Diagnostic, Words
from polc.errors.rows_not_read import QUOTES, rows_not_read
from polc.errors.table_too_long import table_too_long
from polc.model.expectations import Column, Row
from polc.syntax.lexis import INVISIBLE, Token, tokens
from polc.syntax.tables import MOST_COLUMNS, example_row, header
from polc.text import Source
from polc.text.separated import Cell, records, separator

MOST_ROWS = 100_000
"""How many rows a file may have; a table that stands in the policy itself has fewer."""

MOST_FINDINGS = 20
"""A file with more wrong rows than this is wrong in one way: the rest says nothing new."""

_UNREADABLE = "§"
_ROWS = Words("行", "rows")
_COLUMNS = Words("列", "columns")
_TEXTS = frozenset(("note", "case"))


@dataclass
class Rows:
    """What a file holds: its columns and rows, and what is wrong with them."""

    columns: tuple[Column, ...] = ()
    rows: list[Row] = field(default_factory=list)
    findings: list[Diagnostic] = field(default_factory=list)


def rows_of_file(source: Source) -> Rows:
    """Return the columns and rows of a file: a header first, blank lines left out."""
    found = Rows()
    between = separator(source.text)
    every = [cells for cells in records(source.text, between) if any(c.of(source.text).strip() for c in cells)]
    broken = next((cell for cells in every for cell in cells if cell.broken), None)
    if broken is not None:
        place = source.span(max(0, broken.start - 1), min(broken.end, broken.start + 20))
        found.findings.append(rows_not_read(place, source.path, QUOTES))
        return found
    if not every:
        return found
    head, *rest = every
    columns = header(_words(source, [head], frozenset())[0])
    if isinstance(columns, Diagnostic):
        found.findings.append(columns)
    elif len(columns) > MOST_COLUMNS:
        found.findings.append(table_too_long(source.span(head[0].start, head[-1].end), MOST_COLUMNS, _COLUMNS))
    else:
        found.columns = columns
        _rows(found, source, rest)
    return found


def _rows(found: Rows, source: Source, every: Sequence[list[Cell]]) -> None:
    if len(every) > MOST_ROWS:
        first = every[MOST_ROWS]
        found.findings.append(table_too_long(source.span(first[0].start, first[-1].end), MOST_ROWS, _ROWS))
        every = every[:MOST_ROWS]
    texts = frozenset(n for n, column in enumerate(found.columns) if column.role in _TEXTS)
    for words in _words(source, every, texts):
        row = example_row(found.columns, words)
        if not isinstance(row, Diagnostic):
            found.rows.append(row)
        elif len(found.findings) < MOST_FINDINGS:
            found.findings.append(row)


def _words(source: Source, every: Sequence[list[Cell]], texts: frozenset[int]) -> list[list[Token]]:
    """Return the words of each record, with a ``|`` before each cell and one behind the last."""
    letters = [" "] * len(source.text)
    for cells in every:
        for n, cell in enumerate(cells):
            letters[cell.start : cell.end] = _harmless(source.text[cell.start : cell.end], text=n in texts)
            if n:
                letters[cell.start - 1] = "|"
    masked = "".join(letters)
    made: list[list[Token]] = []
    lexed = iter(tokens(Source(source.path, masked)))
    word = next(lexed, None)
    for cells in every:
        end = cells[-1].end
        row = [Token("PIPE", "|", cells[0].start, cells[0].start, source)]
        while word is not None and word.start < end:
            row.append(Token(word.type, word.text, word.start, word.end, source))
            word = next(lexed, None)
        row.append(Token("PIPE", "|", end, end, source))
        made.append(row)
    return made


def _harmless(content: str, *, text: bool) -> str:
    """Return a cell's content, of the same length, without what would reach beyond it."""
    if text:
        return "".join(" " if c.isspace() else "x" for c in content)
    for mark in '|｜"＂“”#＃':
        content = content.replace(mark, _UNREADABLE)
    content = INVISIBLE.sub(_UNREADABLE, content)
    return content.replace("\r", " ").replace("\n", " ")
