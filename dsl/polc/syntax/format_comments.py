"""Where a comment on lines of its own stands: with the line it touches.

It goes with the line below it; with the line above where only that one touches it, or where it is indented like that
one and deeper than the one below; with the next line of all where it touches none.
"""

from __future__ import annotations

from collections.abc import Iterator

from polc.syntax.format_reading import Physical, Reading
from polc.syntax.format_spacing import BLANKS
from polc.syntax.lines import column
from polc.syntax.tree import Block

_INSIDE = "  "


def comment_indents(reading: Reading, indents: dict[int, str]) -> None:
    """Add to ``indents`` those of the comments; it holds those of all lines with words."""
    text = reading.source.text
    for first, last in _runs(reading):
        if reading.indentation_kept:
            for line in reading.lines[first : last + 1]:
                end = text.index(line.comment.raw, line.start) if line.comment else line.start
                indents[line.number] = text[line.start : end]
            continue
        indent = _indent(reading, indents, first, last)
        indents.update({line.number: indent for line in reading.lines[first : last + 1]})


def _runs(reading: Reading) -> Iterator[tuple[int, int]]:
    """Yield the first and last place of each run of comment lines."""
    first: int | None = None
    for n, line in enumerate(reading.lines):
        if line.comment is not None and not line.words:
            first = n if first is None else first
        elif first is not None:
            yield first, n - 1
            first = None
    if first is not None:
        yield first, len(reading.lines) - 1


def _indent(reading: Reading, indents: dict[int, str], first: int, last: int) -> str:
    lines = reading.lines
    above = lines[first - 1] if first and lines[first - 1].words else None
    below = lines[last + 1] if last + 1 < len(lines) and lines[last + 1].words else None
    if above is None and below is None:
        below = next((line for line in lines[last + 1 :] if line.words), None)
    if above is not None:
        own = indents[above.number] + (_INSIDE if _is_head(reading, above) else "")
        if below is None or _with_above(reading, lines[first], above, below, own, indents[below.number]):
            return own
    return indents[below.number] if below else ""


def _is_head(reading: Reading, line: Physical) -> bool:
    place = reading.places.get(line.number)
    return place is not None and isinstance(place.node, Block)


def _with_above(reading: Reading, comment: Physical, above: Physical, below: Physical, own: str, other: str) -> bool:
    """Whether the drafter's own indentation puts a comment that touches two lines with the one above."""
    columns = [_column(reading, line) for line in (comment, above, below)]
    here, high, low = columns
    if here is None or high is None or low is None:
        return False
    return here >= high and here > low and len(own) > len(other)


def _column(reading: Reading, line: Physical) -> int | None:
    text = reading.source.text
    start = line.start
    while start < line.end and text[start] in BLANKS:
        start += 1
    return column(text, line.start, start)
