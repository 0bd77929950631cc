"""A row of a table without its bars: ``市级：5万元``, ``市级  5万元``, ``市级 | 5万元``, ``达到 100万元 → 5万元``.

Guarantee: a line is taken for a row only where it splits into as many cells as the table has columns, and its first
word is not nearly a keyword.
"""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise

from polc.model.values import Tiers
from polc.syntax.lexis import Token
from polc.syntax.synonyms import meant
from polc.text import Span

_AWARDS = frozenset(("MONEY", "PERCENT", "NOTHING", "UPTO", "OPEN"))
_MARKS = (("PIPE",), ("COLON", "RANGE"), ("COMMA",))
_ARROWS = frozenset(("→", "—", "——", "->"))
_BULLETS = frozenset(("·", "•", "●", "*", "×"))
_STOPS = frozenset("。；;.")


def barless_cells(tiers: Tiers, words: Sequence[Token]) -> list[Sequence[Token]]:
    """Return the cells that a line without its bars has; none where it is no row of this table."""
    due = len(tiers.by) + 1
    words = _bare(words)
    if not words:
        return []
    if words[0].type == "NAME" and meant(words[0].text, colon=True) is not None:
        return []
    for marks in _MARKS:
        cells = _split(words, marks)
        if len(cells) == due and all(cells):
            return [cell[:-1] if len(cell) > 1 and cell[-1].text == "的" else cell for cell in cells]
    return _apart(words, due)


def _bare(words: Sequence[Token]) -> Sequence[Token]:
    """Return the words without a dash before them and a full stop or semicolon behind."""
    start = 1 if words[0].type == "MINUS" or words[0].text in _BULLETS else 0
    end = len(words) - 1 if words[-1].text in _STOPS else len(words)
    return words[start:end]


def _split(words: Sequence[Token], marks: Sequence[str]) -> list[Sequence[Token]]:
    cells: list[Sequence[Token]] = []
    start = 0
    for n, word in enumerate(words):
        if word.type in marks or (word.text in _ARROWS and "COLON" in marks):
            cells.append(words[start:n])
            start = n + 1
    return [*cells, words[start:]] if start < len(words) else cells


def _apart(words: Sequence[Token], due: int) -> list[Sequence[Token]]:
    """Return the cells where only blanks part them: two, the second an amount."""
    if due != 2:  # noqa: PLR2004 - a tier and its amount
        return []
    for n, (before, word) in enumerate(pairwise(words), 1):
        if word.type in _AWARDS and before.end < word.start and before.type != "CMP":
            return [words[:n], words[n:]]
    return []


def cells_apart(words: Sequence[Token], due: int) -> list[Sequence[Token]]:
    """Return the cells of a row of an example that blanks or commas set off; none where they are not as many."""
    keyword = meant(words[0].text, colon=False)
    if due < 2 or (keyword is not None and keyword.row.id != "is_a"):  # noqa: PLR2004 - one column is any line
        return []
    commas = _split(words, ("COMMA",))
    if len(commas) == due and all(commas):
        return commas
    for least in (2, 1):
        cells = cells_far_apart(words, least)
        if len(cells) == due:
            return cells
    return []


def cells_far_apart(words: Sequence[Token], least: int = 2) -> list[Sequence[Token]]:
    """Return what so many blanks, or a tab, set off."""
    cells: list[list[Token]] = [[words[0]]]
    for before, word in pairwise(words):
        if word.start - before.end >= least or "\t" in word.source.text[before.end : word.start]:
            cells.append([word])
        else:
            cells[-1].append(word)
    return [*cells]


def barred(cells: Sequence[Sequence[Token]]) -> list[Token]:
    """Return the words of a row with bars around its cells."""
    first, last = cells[0][0], cells[-1][-1]
    found = [Token("PIPE", "|", first.start, first.start, first.source)]
    for cell in cells:
        found += [*cell, Token("PIPE", "|", cell[-1].end, cell[-1].end, last.source)]
    return found


def written(cells: Sequence[Sequence[Token]]) -> str:
    """Return how the row is written."""
    return "".join(f"| {Span(cell[0].source, cell[0].start, cell[-1].end).text} " for cell in cells) + "|"
