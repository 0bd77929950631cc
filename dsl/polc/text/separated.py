"""Text in separated values (CSV): its records and where every cell stands.

As RFC 4180 has it: a cell may stand in straight quotes, a quote inside it is doubled, and line ends inside quotes
belong to the cell. Guarantees: it never raises, whatever the text; a cell's place is that of its content, without the
quotes.
The standard library's reader gives no places, and a failed row must be found in its file.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

SEPARATORS = (",", "\t", ";")
"""What may stand between cells: the one that the first line holds, a comma where it holds none."""

_END = re.compile(r"\r\n|\n|\r")


@dataclass(frozen=True, slots=True)
class Cell:
    """A cell: the place ``[start, end)`` of its content; ``broken`` where its quotes do not pair."""

    start: int
    end: int
    quoted: bool = False
    broken: bool = False

    def of(self, text: str) -> str:
        """Return the cell's content in ``text``, doubled quotes made one."""
        content = text[self.start : self.end]
        return content.replace('""', '"') if self.quoted else content


def separator(text: str) -> str:
    """Return what separates the cells of a text: what its first line that is not blank has most of."""
    first = next((line for line in _END.split(text[:20_000]) if line.strip()), "")
    return max(SEPARATORS, key=first.count) if any(one in first for one in SEPARATORS) else ","


def records(text: str, between: str) -> Iterator[list[Cell]]:
    """Yield the records of a text, each a list of cells; a line with nothing in it is a record of one empty cell."""
    plain = re.compile(rf"[^{re.escape(between)}\r\n]*")
    at, cells = 0, list[Cell]()
    while True:
        blank = _blanks(text, at)
        if text.startswith('"', blank):
            cell, at = _quoted(text, blank, between)
        else:
            found = plain.match(text, at)
            assert found is not None  # noqa: S101 - the pattern matches the empty text
            cell, at = Cell(at, found.end()), found.end()
        cells.append(cell)
        if text.startswith(between, at):
            at += len(between)
            continue
        yield cells
        ended = _END.match(text, at)
        if ended is None or ended.end() == len(text):
            return
        at, cells = ended.end(), []


def _blanks(text: str, at: int) -> int:
    while text.startswith(" ", at):
        at += 1
    return at


def _quoted(text: str, at: int, between: str) -> tuple[Cell, int]:
    """Return the cell whose opening quote stands at ``at``, and where it ends."""
    start = at + 1
    end = text.find('"', start)
    while end >= 0 and text.startswith('""', end):
        end = text.find('"', end + 2)
    if end < 0:
        return Cell(start, len(text), quoted=True, broken=True), len(text)
    after = _blanks(text, end + 1)
    if after == len(text) or text.startswith((between, "\n", "\r"), after):
        return Cell(start, end, quoted=True), after
    rest = re.compile(rf"[^{re.escape(between)}\r\n]*").match(text, after)
    stop = rest.end() if rest else after
    return Cell(start, stop, quoted=True, broken=True), stop
