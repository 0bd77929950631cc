r"""A source text and the places in it.

Guarantees: offsets are counted in code points of ``Source.text``; only ``\n``, ``\r\n`` and a lone
``\r`` end a line (U+2028 does not); the text is never normalised, so a place shown to the drafter is
exactly what the drafter wrote.
"""

from __future__ import annotations

import bisect
import re
from dataclasses import dataclass, field

_LINE_END = re.compile(r"\r\n|\n|\r")


@dataclass(frozen=True)
class Position:
    """A line and a column, both counted from 1; the column counts code points."""

    line: int
    column: int


@dataclass(eq=False)
class Source:
    """One file as read: ``path`` as the user named it, ``text`` as decoded, ``encoding`` as detected."""

    path: str
    text: str
    encoding: str = "utf-8"
    _starts: list[int] = field(init=False, repr=False)

    def __post_init__(self) -> None:
        self._starts = [0, *(m.end() for m in _LINE_END.finditer(self.text))]

    @property
    def line_count(self) -> int:
        """How many lines the text has; a text without a line end has one."""
        return len(self._starts)

    def position(self, offset: int) -> Position:
        """Return the line and column of a code point offset."""
        line = bisect.bisect_right(self._starts, offset)
        return Position(line, offset - self._starts[line - 1] + 1)

    def line_text(self, line: int) -> str:
        """Return line ``line`` (from 1) without its line end."""
        start = self._starts[line - 1]
        end = self._starts[line] if line < len(self._starts) else len(self.text)
        return self.text[start:end].rstrip("\r\n")

    def line_start(self, line: int) -> int:
        """Return the offset at which line ``line`` (from 1) begins."""
        return self._starts[line - 1]

    def span(self, start: int, end: int) -> Span:
        """Return the place from ``start`` up to but not including ``end``."""
        return Span(self, start, end)


@dataclass(frozen=True, slots=True)
class Span:
    """A half-open place ``[start, end)`` in a source, in code points."""

    source: Source
    start: int
    end: int

    @property
    def text(self) -> str:
        """The drafter's own characters at this place."""
        return self.source.text[self.start : self.end]

    @property
    def begin(self) -> Position:
        """Line and column of the first character."""
        return self.source.position(self.start)

    @property
    def finish(self) -> Position:
        """Line and column just behind the last character."""
        return self.source.position(self.end)

    def to(self, other: Span) -> Span:
        """Return the place from here to the end of ``other``."""
        return Span(self.source, min(self.start, other.start), max(self.end, other.end))
