"""The table that is open while a file is read: rows are added to it until another line comes."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field, replace

from polc.diagnostics import Diagnostic, Words
from polc.errors.beyond_limit import TIERS, beyond_limit
from polc.errors.row_without_bars import row_without_bars
from polc.errors.row_without_table import row_without_table
from polc.errors.table_line_unneeded import table_line_unneeded
from polc.errors.table_missing import table_missing
from polc.errors.table_too_long import table_too_long
from polc.model.expectations import Row
from polc.model.values import TierRow, Tiers
from polc.syntax.barless import barless_cells, barred, cells_apart, cells_far_apart, written
from polc.syntax.keywords import LINES
from polc.syntax.lexis import Token
from polc.syntax.lines import WordLine
from polc.syntax.nest import Frame
from polc.syntax.tables import MOST_COLUMNS, MOST_ROWS, MOST_TIERS, example_row, header, tier_row

_DASHES = frozenset(("PIPE", "MINUS", "RANGE", "COLON", "PLUS"))
_BARS = Words("每一行都加上竖线", "put bars in every row")
_ROWS = Words("行", "rows")
_COLUMNS = Words("列", "columns")


@dataclass(slots=True)
class _OpenTiers:
    """A 分档 line, the last of its block, and the rows read so far."""

    frame: Frame
    keyword: Token
    tiers: Tiers
    rows: list[TierRow] = field(default_factory=list)
    seen: bool = False
    bad: bool = False


class Rows:
    """Puts rows where they belong. ``swallow`` passes over the rows of a table that could not be begun."""

    def __init__(self, findings: list[Diagnostic]) -> None:
        self.findings = findings
        self.swallow = False
        self._tiers: _OpenTiers | None = None
        self._barless: tuple[object, int] | None = None  # the table whose rows lack bars, and where that is told

    def begin_tiers(self, frame: Frame, keyword: Token, tiers: Tiers) -> None:
        """Take the rows that follow for the 分档 line last added to ``frame``."""
        self._tiers = _OpenTiers(frame, keyword, tiers)

    def end(self) -> None:
        """Another line comes: the table is complete."""
        self.swallow = False
        opened, self._tiers = self._tiers, None
        if opened is None:
            return
        line = opened.frame.lines[-1]
        if not opened.seen and not line.bad:
            self.findings.append(table_missing(opened.keyword.span, opened.keyword.raw, tiers=True))
            opened.bad = True
        opened.frame.lines[-1] = replace(
            line, value=replace(opened.tiers, rows=tuple(opened.rows)), bad=line.bad or opened.bad
        )

    def barless(self, line: WordLine, top: Frame) -> bool:
        """Take a line that is a row of the open table but for its bars, and report it; return whether it is one."""
        if self._tiers is None:
            return self._barless_example(line, top)
        cells = barless_cells(self._tiers.tiers, line.words)
        row = tier_row(self._tiers.tiers, barred(cells)) if cells else None
        if not isinstance(row, TierRow):
            return False
        self._without_bars(line, cells, self._tiers)
        self._tiers.seen = True
        self._tiers.rows.append(row)
        return True

    def _barless_example(self, line: WordLine, top: Frame) -> bool:
        if top.key == "file" or not LINES[top.key].table or top.table_refused:
            return False
        if not top.columns:
            return self._barless_header(line, top)
        cells = cells_apart(line.words, len(top.columns))
        row = example_row(top.columns, barred(cells)) if cells else None
        if not isinstance(row, Row):
            return False
        self._without_bars(line, cells, top)
        top.rows.append(row)
        return True

    def _barless_header(self, line: WordLine, top: Frame) -> bool:
        cells = cells_far_apart(line.words)
        columns = header(barred(cells)) if len(cells) > 1 else None
        if not isinstance(columns, tuple) or all(column.role == "input" for column in columns):
            return False
        self._without_bars(line, cells, top)
        top.columns = columns
        return True

    def _without_bars(self, line: WordLine, cells: Sequence[Sequence[Token]], table: object) -> None:
        """Report a row without bars: all those of a table in one finding."""
        found = row_without_bars(line.span, written(cells))
        before = self._barless
        if before is not None and before[0] is table:
            told = self.findings[before[1]]
            edits = (*told.fixes[0].edits, *found.fixes[0].edits)
            self.findings[before[1]] = told.with_(fixes=(replace(told.fixes[0], words=_BARS, edits=edits),))
            return
        self._barless = (table, len(self.findings))
        self.findings.append(found)

    def row(self, line: WordLine, top: Frame) -> None:
        """Read a row of the open table; ``top`` is the innermost open block."""
        if self.swallow:
            return
        if len(line.words) > 1 and {word.type for word in line.words} <= _DASHES:
            self.findings.append(table_line_unneeded(line.span, head=False))
            return
        if self._tiers is not None:
            self._tier(self._tiers, line)
        elif top.key == "file" or not LINES[top.key].table:
            self.findings.append(row_without_table(line.words[0].span))
            self.swallow = True
        elif top.table_refused:
            self.swallow = True
        elif top.columns:
            self._example(top, line)
        else:
            self._header(top, line)

    def _tier(self, opened: _OpenTiers, line: WordLine) -> None:
        if not opened.seen and [word.text for word in line.words[1:2]] == [opened.tiers.by[0].text]:
            self.findings.append(table_line_unneeded(line.span, head=True))
            return
        opened.seen = True
        row = tier_row(opened.tiers, line.words)
        if isinstance(row, Diagnostic):
            self.findings.append(row)
            opened.bad = True
        elif len(opened.rows) >= MOST_TIERS:
            self.findings.append(beyond_limit(line.span, TIERS, MOST_TIERS))
            self.swallow = True
        else:
            opened.rows.append(row)

    def _example(self, frame: Frame, line: WordLine) -> None:
        row = example_row(frame.columns, line.words)
        if isinstance(row, Diagnostic):
            self.findings.append(row)
        elif len(frame.rows) >= MOST_ROWS:
            self.findings.append(table_too_long(line.span, MOST_ROWS, _ROWS))
            self.swallow = True
        else:
            frame.rows.append(row)

    def _header(self, frame: Frame, line: WordLine) -> None:
        columns = header(line.words)
        if isinstance(columns, Diagnostic):
            self.findings.append(columns)
            frame.table_refused = True
        elif len(columns) > MOST_COLUMNS:
            self.findings.append(table_too_long(line.span, MOST_COLUMNS, _COLUMNS))
            frame.table_refused = True
        else:
            frame.columns = columns
