"""A piece of a source with its labels: line numbers, the lines as written, carets under the places, words beside them.

Guarantees: a caret stands under the character it means, whatever the width of those before it; an empty place gets
one caret; places on one line share it, places far apart are joined by ``...``; a place over several lines has a bar
along them.
"""

from __future__ import annotations

from dataclasses import dataclass

from polc.diagnostics.glyphs import Shown, lay_out, lay_out_around
from polc.diagnostics.paint import Ink, Paint
from polc.text import Source, Span

_HEAD, _TAIL = 2, 2
"""How many lines of a long place are shown at its beginning and at its end."""


@dataclass(frozen=True, slots=True)
class Mark:
    """A place in a snippet: what to write beside it, in which ink, and its sign (``^`` for the main place)."""

    span: Span
    words: str
    ink: Ink
    sign: str

    @property
    def first(self) -> int:
        """The line it begins on."""
        return self.span.begin.line

    @property
    def last(self) -> int:
        """The line of its last character."""
        return self.span.source.position(max(self.span.start, self.span.end - 1)).line


@dataclass(frozen=True, slots=True)
class Page:
    """What a snippet is drawn on: the paint, the width of a line and of the gutter's numbers, and the encoding."""

    paint: Paint
    width: int
    digits: int
    encoding: str

    def row(self, number: int | str, body: str) -> str:
        """Return a row of the snippet behind the gutter with ``number`` (or a sign) in it."""
        return f"{self.paint(Ink.GUTTER, f'{number:>{self.digits}} |')} {body}".rstrip()


def draw(source: Source, marks: list[Mark], page: Page) -> list[str]:
    """Return the rows of the snippet of ``source`` that shows all ``marks`` (which are in it)."""
    tall = sorted((mark for mark in marks if mark.last > mark.first), key=lambda mark: (mark.first, -mark.last))
    rows: list[str] = []
    before = 0
    for line in _lines_to_show(marks, tall):
        if before and line > before + 1:
            rows.append(page.paint(Ink.GUTTER, "..."))
        here = [mark for mark in marks if mark.first == mark.last == line]
        rows.extend(_draw_line(source, line, here, tall, page))
        before = line
    return rows


def _lines_to_show(marks: list[Mark], tall: list[Mark]) -> list[int]:
    wanted = {line for mark in marks for line in (mark.first, mark.last)}
    for mark in tall:
        inner = range(mark.first, mark.last + 1)
        wanted |= set(inner[:_HEAD]) | set(inner[-_TAIL:])
    # a single line between two shown ones costs no more than the dots in its place
    return sorted(wanted | {line + 1 for line in wanted if line + 2 in wanted})


def _draw_line(source: Source, line: int, here: list[Mark], tall: list[Mark], page: Page) -> list[str]:
    text, start = source.line_text(line), source.line_start(line)
    places = [_within(mark, start, len(text)) for mark in here]
    bars = "".join(_bar(mark, line, page.paint) for mark in tall)
    room = max(20, page.width - page.digits - 3 - 2 * len(tall))
    focus = (min(a for a, _ in places), max(b for _, b in places)) if places else (0, 0)
    if places and focus[1] - focus[0] > room:  # not all fit: the main place is the one to see
        focus = next((place for place, mark in zip(places, here, strict=True) if mark.sign == "^"), places[0])
    shown = lay_out_around(text, *focus, room, page.encoding)
    rows = [page.row(line, bars + shown.text)]
    if here:
        under = "".join(_bar(mark, line, page.paint, below=True) for mark in tall)
        rows += [page.row("", under + row) for row in _underline(shown, here, places, page)]
    for place, mark in enumerate(tall):
        if mark.last == line:
            rows.append(page.row("", _close(shown, mark, place, tall, source, page)))
    return rows


def _within(mark: Mark, start: int, length: int) -> tuple[int, int]:
    """Return the place of a mark within its line, in code points."""
    return min(mark.span.start - start, length), min(mark.span.end - start, length)


def _underline(shown: Shown, marks: list[Mark], places: list[tuple[int, int]], page: Page) -> list[str]:
    """Return the rows under a line: signs, the words of the rightmost mark beside its own, the others below."""
    cells = [(shown.columns[a], max(shown.columns[b], shown.columns[a] + 1)) for a, b in places]
    order = sorted(range(len(marks)), key=lambda each: (cells[each][0], marks[each].sign == "^"))
    signs: dict[int, tuple[str, Ink]] = {}
    for each in sorted(order, key=lambda each: marks[each].sign == "^"):  # the main place is drawn over the others
        signs.update(dict.fromkeys(range(*cells[each]), (marks[each].sign, marks[each].ink)))
    spoken = [each for each in order if marks[each].words]
    rows = [_paint_row(signs, page.paint)]
    beside = spoken[-1] if spoken and cells[spoken[-1]][1] >= max(b for _, b in cells) else None
    if beside is not None:
        rows[0] += " " + _say(marks[beside], page)
        spoken = spoken[:-1]
    for left in range(len(spoken), 0, -1):
        pending = {cells[each][0]: ("|", marks[each].ink) for each in spoken[:left]}
        own = spoken[left - 1]
        column = cells[own][0]
        if left == len(spoken):
            rows.append(_paint_row(pending, page.paint))
        others = {cell: sign for cell, sign in pending.items() if cell < column}
        rows.append(_paint_row(others, page.paint, column) + _say(marks[own], page))
    return rows


def _paint_row(signs: dict[int, tuple[str, Ink]], paint: Paint, width: int | None = None) -> str:
    """Return a row with a sign in each cell that has one, padded to ``width`` cells."""
    row, end = "", (max(signs, default=-1) + 1 if width is None else width)
    run, ink = "", Ink.PLAIN
    for cell in range(end):
        sign, its = signs.get(cell, (" ", Ink.PLAIN))
        if its is not ink:
            row, run, ink = row + paint(ink, run), "", its
        run += sign
    return row + paint(ink, run)


def _say(mark: Mark, page: Page) -> str:
    return page.paint(mark.ink, lay_out(mark.words, page.encoding).text)


def _bar(mark: Mark, line: int, paint: Paint, *, below: bool = False) -> str:
    """Return the two cells of a tall mark beside ``line`` (or ``below`` it)."""
    if mark.first == line:
        return paint(mark.ink, "|" if below else "/") + " "
    return paint(mark.ink, "|") + " " if mark.first < line <= mark.last else "  "


def _close(shown: Shown, mark: Mark, place: int, tall: list[Mark], source: Source, page: Page) -> str:
    """Return the row that ends a tall mark: its bar bent under the last character, and its words."""
    last = max(mark.span.start, mark.span.end - 1) - source.line_start(mark.last)
    column = shown.columns[min(last, len(shown.columns) - 1)]
    before = "".join(
        page.paint(other.ink, "|") + " " if other.first <= mark.last < other.last else "  " for other in tall[:place]
    )
    reach = 2 * (len(tall) - place) - 1 + column
    return before + page.paint(mark.ink, "|" + "_" * reach + mark.sign) + (" " + _say(mark, page) if mark.words else "")
