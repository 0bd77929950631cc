"""The canonical layout of a text. It changes blanks, punctuation, the width of figures and letters, and nothing else.

Guarantees: the text means what it meant, with the same findings in the same lines; comments, quotations, free text and
lines with a finding keep their characters; formatting twice is formatting once; it never fails, whatever the text.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field

from polc.diagnostics.words import Language
from polc.syntax.format_blocks import Place
from polc.syntax.format_comments import comment_indents
from polc.syntax.format_reading import Physical, Reading, read
from polc.syntax.format_spacing import BLANKS
from polc.syntax.format_tables import aligned, cells_wide, row_cells
from polc.syntax.format_values import head_text, line_text
from polc.syntax.keywords import facts
from polc.syntax.lexis import Token
from polc.syntax.tables import cells_of
from polc.syntax.translate import Translator
from polc.syntax.tree import Block, Line
from polc.text import Source

STEP = "  "
"""The indentation of one block inside another."""


@dataclass(frozen=True, slots=True)
class Formatted:
    """A formatted text and how it came about.

    ``origins`` are the numbers of the old lines that its lines come from, ``kept`` those of the old lines whose
    characters were kept for a finding in them; ``indentation_kept`` says that all indentation was; ``keywords`` is the
    language that its words were put into.
    """

    text: str
    origins: tuple[int, ...]
    kept: tuple[int, ...]
    indentation_kept: bool
    language: str
    keywords: Language | None = None


def format_text(source: Source, keywords: Language | None = None) -> str:
    """Return the canonical text of a source, its keywords in the language wanted."""
    return formatted(source, keywords).text


def formatted(source: Source, keywords: Language | None = None) -> Formatted:
    """Return the canonical text of a source and what was left as it is; ``keywords`` puts all into one language."""
    reading = read(source)
    rows = list(_squeezed(_Layout(reading, keywords).lines()))
    nl = next((line.nl for line in reading.lines if line.nl), "\n")
    text = "".join(body + (line.nl or nl) for line, body in rows)
    origins = tuple(line.number for line, _ in rows)
    kept = tuple(line.number for line in reading.lines if line.words and line.number in reading.kept)
    return Formatted(text, origins, kept, reading.indentation_kept, keywords or reading.tree.language, keywords)


def _squeezed(lines: Iterator[tuple[Physical, str]]) -> Iterator[tuple[Physical, str]]:
    """Yield the lines with at most one empty line in a row, and none at either end."""
    pending: tuple[Physical, str] | None = None
    last: Physical | None = None
    for line, body in lines:
        if not body:
            pending = pending or (line, body)
            continue
        if pending and last and not (last.nl == "\r" and pending[0].nl == "\n"):  # the two would make one line end
            yield pending
        pending, last = None, line
        yield line, body


@dataclass(slots=True)
class _Table:
    """The good rows of one table, in order, with their lines."""

    lines: list[Physical] = field(default_factory=list)
    rows: list[list[str]] = field(default_factory=list)


def _is_english(line: Physical, place: Place | None, *, around: bool) -> bool:
    """Whether a line is in English: its keyword is; of a fact the word for its kind, else the 对象 ``around`` it."""
    if place is None or not isinstance(place.node, Line) or place.node.key != "fact":
        return line.words[0].text.isascii()
    kind = next((word.text for word in line.words[2:3]), "")
    return kind.isascii() if kind in facts() else around


class _Layout:
    """The new text of each line of a reading."""

    def __init__(self, reading: Reading, keywords: Language | None) -> None:
        self.reading = reading
        self.keywords = keywords
        self.translator = Translator(keywords) if keywords else None
        self.text = reading.source.text
        self.bodies: dict[int, str] = {}
        self.indents: dict[int, str] = {}

    def lines(self) -> Iterator[tuple[Physical, str]]:
        """Yield each line with its new text without line end."""
        self._words()
        comment_indents(self.reading, self.indents)
        for line in self.reading.lines:
            body = self.bodies.get(line.number)
            if body is None:
                body = self.text[line.start : line.end].strip(BLANKS)
            yield line, (self.indents.get(line.number, "") + body if body else "")

    def _words(self) -> None:
        """Note body and indentation of every line that holds words."""
        reading = self.reading
        table, rows, english, english_things = _Table(), None, False, False
        for line in reading.lines:
            if not line.words:
                continue
            place = reading.places.get(line.number)
            if not line.is_row:
                self._end(table)
                table, rows = _Table(), place.rows if place else None
                english = _is_english(line, place, around=english_things)
                if place and isinstance(place.node, Block) and place.node.key == "subject":
                    english_things = english
            depth = rows if line.is_row else place.depth if place else None
            self.indents[line.number] = self._indent(line, depth)
            if place is None or line.number in reading.kept:
                self.bodies[line.number] = self._raw(line)
            elif isinstance(place.node, Line | Block):
                self.bodies[line.number] = self._line(line, place, english=english)
            else:
                table.lines.append(line)
                table.rows.append(self._row(line, place, english=english))
        self._end(table)

    def _line(self, line: Physical, place: Place, *, english: bool) -> str:
        """Return a line or head with its comment, which stands as far off as it would without a translation."""
        body = _body(place.node, line.words, english=english)
        apart = self._apart(line, body)
        if self.translator:
            body = _body(place.node, self.translator.line(place, line.words), english=self.keywords == "en")
        return f"{body}{' ' * apart}{line.comment.raw.rstrip(BLANKS)}" if line.comment else body

    def _row(self, line: Physical, place: Place, *, english: bool) -> list[str]:
        if self.translator:
            return row_cells(place, self.translator.row(place, line.words), english=self.keywords == "en")
        return row_cells(place, cells_of(line.words), english=english)

    def _end(self, table: _Table) -> None:
        for line, body in zip(table.lines, aligned(table.rows), strict=True):
            comment = f"  {line.comment.raw.rstrip(BLANKS)}" if line.comment else ""
            self.bodies[line.number] = body + comment

    def _indent(self, line: Physical, depth: int | None) -> str:
        if depth is None or self.reading.indentation_kept:
            return self.text[line.start : line.words[0].start]
        return STEP * depth

    def _raw(self, line: Physical) -> str:
        return self.text[line.words[0].start : line.end].rstrip(BLANKS)

    def _apart(self, line: Physical, body: str) -> int:
        """Return how far off the comment behind a line stands: two blanks, or as far out as the drafter set it."""
        if line.comment is None:
            return 0
        first, last = line.words[0].start, line.words[-1].end
        due = cells_wide(self.text[first : line.comment.start]) - cells_wide(body)
        return max(2, due) if line.comment.start - last > 2 else 2  # noqa: PLR2004 - two blanks


def _body(node: object, words: Sequence[Token], *, english: bool) -> str:
    """Return a line or head without its comment."""
    if isinstance(node, Line):
        return line_text(node, words, english=english)
    assert isinstance(node, Block)  # noqa: S101 - rows are laid out as tables
    return head_text(node, words)
