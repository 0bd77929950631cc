"""How a line of the drafter's looks in a terminal: which cell each character stands in, what stands for the unseen.

Guarantees: every character of the line keeps its place; a character that has no picture (a control character, a
zero-width or direction mark) is shown by its code, as in ``<U+200B>``, so that a caret can point at it and none can
act on the terminal; a tab is four blanks; what the terminal's encoding lacks is ``?``.
"""

from __future__ import annotations

import unicodedata
from dataclasses import dataclass

from rich.cells import cell_len, get_character_cell_size

TAB = 4
"""Cells of a tab."""

_JOINER = "\u200d"
_VARIATION = "\ufe0f"
_WIDE_PUNCTUATION = frozenset({"gbk", "gb2312", "gb18030", "cp936", "hz", "big5", "cp950"})
"""Encodings whose consoles draw “ ” … × and their like two cells wide."""

_UNSEEN = frozenset({"Cc", "Cf", "Cs", "Zl", "Zp", "Cn"})


@dataclass(frozen=True, slots=True)
class Shown:
    """A line as shown: ``text``, and for each of the line's code points (and its end) the cell where it begins."""

    text: str
    columns: tuple[int, ...]

    @property
    def width(self) -> int:
        """Cells the whole text takes."""
        return self.columns[-1]


def lay_out(line: str, encoding: str = "utf-8") -> Shown:
    """Return how ``line`` is shown and where its characters stand."""
    wide = encoding.lower().replace("_", "-") in _WIDE_PUNCTUATION
    pieces: list[str] = []
    columns = [0]
    for here, character in enumerate(line):
        before = line[here - 1] if here else ""
        piece, cells = _glyph(character, before, encoding, wide=wide)
        pieces.append(piece)
        columns.append(columns[-1] + cells)
    return Shown("".join(pieces), tuple(columns))


def lay_out_around(line: str, start: int, end: int, room: int, encoding: str = "utf-8") -> Shown:
    """Return ``line`` in at most ``room`` cells, cut with … where it must be, with ``[start, end)`` in sight."""
    first, last = max(0, start - room), min(len(line), start + 2 * room)  # no need to measure a line of a megabyte
    piece = lay_out(line[first:last], encoding)
    if piece.width <= room and first == 0 and last == len(line):
        return piece
    dots = lay_out("…" if _can_write("…", encoding) else "...", encoding)
    columns = piece.columns
    begin, finish = columns[start - first], columns[min(end, last) - first]
    inner = max(1, room - 2 * dots.width)
    left = max(0, min(begin - max(0, inner - (finish - begin)) // 2, columns[-1] - inner))
    low = next(here for here, cell in enumerate(columns) if cell >= left) if left > 0 else 0
    high = max(here for here, cell in enumerate(columns) if cell <= columns[low] + inner)
    head = dots if first + low > 0 else lay_out("")
    tail = dots if first + high < len(line) else lay_out("")
    shown = lay_out(line[first + low : first + high], encoding)
    inside = [head.width + cell for cell in shown.columns]
    places = (*[head.width] * (first + low), *inside, *[inside[-1]] * (len(line) - first - high))
    return Shown(head.text + shown.text + tail.text, places)


def writable(text: str, encoding: str) -> str:
    """Return ``text`` with ``?`` for each character that ``encoding`` lacks; a stray surrogate is always ``?``."""
    return text.encode(encoding, "replace").decode(encoding)


def _glyph(character: str, before: str, encoding: str, *, wide: bool) -> tuple[str, int]:
    """Return what is shown for a character and how many cells that adds."""
    if character == "\t":
        return " " * TAB, TAB
    if character in (_JOINER, _VARIATION) and before and ord(before) > 0x2000:  # noqa: PLR2004 - where emoji begin
        grown = cell_len(before + character) - cell_len(before) if _can_write(character, encoding) else 0
        return (character, grown) if _can_write(character, encoding) else ("", 0)
    if unicodedata.category(character) in _UNSEEN:
        code = f"<U+{ord(character):04X}>"
        return code, len(code)
    if not _can_write(character, encoding):
        return "?", 1
    if before == _JOINER:
        return character, 0
    if wide and unicodedata.east_asian_width(character) == "A":
        return character, 2
    return character, get_character_cell_size(character)


def _can_write(character: str, encoding: str) -> bool:
    try:
        character.encode(encoding)
    except UnicodeEncodeError:
        return False
    return True
