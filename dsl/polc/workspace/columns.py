"""Tables for a terminal: columns as wide as they must be, cells wrapped by what they take on the screen.

A Han character takes two cells. Guarantees: no line is wider than asked for, as long as there are ten cells a column.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from polc.diagnostics.paint import Ink, Paint
from polc.readers.prose.wrapping import cells, wrap

GAP = "  "
_LEAST = 10

Cell = tuple[str, Ink]


def plain(text: str) -> Cell:
    """Return a cell without colour."""
    return text, Ink.PLAIN


def draw(
    rows: Sequence[Sequence[Cell]], width: int, paint: Paint, *, most: Sequence[int], indent: int = 2
) -> Iterator[str]:
    """Yield the lines of a table. ``most`` says how wide a column may get; the last takes what is left of ``width``."""
    if not rows:
        return
    room = width - indent - len(GAP) * (len(most) - 1)
    widths = [min(most[n], max(cells(row[n][0]) for row in rows)) for n in range(len(most) - 1)]
    last = room - sum(widths)
    least = min(_LEAST * 2, max(cells(row[-1][0]) for row in rows))
    while last < least and max(widths) > _LEAST:
        widths[widths.index(max(widths))] -= 1
        last += 1
    for n, size in enumerate(widths):  # a long word is not broken: what stands beside it moves, in every row
        widths[n] = max(size, *(cells(line) for row in rows for line in wrap(row[n][0], size)))
    widths.append(min(max(room - sum(widths), _LEAST), most[-1]))
    for row in rows:
        folded = [wrap(text, size) if text else [""] for (text, _), size in zip(row, widths, strict=True)]
        for line in range(max(len(cell) for cell in folded)):
            made = []
            for (_, ink), cell, size in zip(row, folded, widths, strict=True):
                text = cell[line] if line < len(cell) else ""
                made.append(paint(ink, text) + " " * max(0, size - cells(text)))
            yield (" " * indent + GAP.join(made)).rstrip()


def rule(width: int) -> str:
    """Return a line across."""
    return "─" * width
