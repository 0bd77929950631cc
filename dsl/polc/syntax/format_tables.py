"""Tables whose columns stand under one another on a terminal: a Han character takes two cells.

Guarantees: only blanks around cells change, and the spelling of what stands in a cell that is read as a value.
"""

from __future__ import annotations

import unicodedata
from collections.abc import Sequence
from functools import lru_cache

from polc.model.expectations import Row
from polc.model.values import TierRow
from polc.syntax.format_blocks import Place
from polc.syntax.format_values import cell_text
from polc.syntax.lexis import Token
from polc.syntax.tables import FREE_ROLES


def row_cells(place: Place, cells: Sequence[Sequence[Token]], *, english: bool) -> list[str]:
    """Return the cells of a row that was read, each spelled as its column asks."""
    node = place.node
    if isinstance(node, TierRow):
        shapes = ["tier_test"] * (len(cells) - 1) + ["amount"]
    elif isinstance(node, Row):
        shapes = ["free" if column.role in FREE_ROLES else "expected" for column in place.columns]
    else:
        shapes = ["header"] * len(cells)
    return [cell_text(shape, cell, english=english) for shape, cell in zip(shapes, cells, strict=True)]


def aligned(rows: Sequence[Sequence[str]]) -> list[str]:
    """Return the rows of one table with their cells padded to the widest of their column."""
    widths: list[int] = []
    for row in rows:
        widths.extend([0] * (len(row) - len(widths)))
        for n, cell in enumerate(row):
            widths[n] = max(widths[n], cells_wide(cell))
    return [f"| {' | '.join(map(_padded, row, widths))} |" for row in rows]


def _padded(cell: str, width: int) -> str:
    return cell + " " * (width - cells_wide(cell))


def cells_wide(text: str) -> int:
    """Return how many cells of a terminal a text takes."""
    return len(text) if text.isascii() else sum(map(_cells, text))


@lru_cache(maxsize=4096)
def _cells(character: str) -> int:
    if unicodedata.combining(character) or unicodedata.category(character) in ("Mn", "Me", "Cf"):
        return 0
    return 2 if unicodedata.east_asian_width(character) in "WF" else 1
