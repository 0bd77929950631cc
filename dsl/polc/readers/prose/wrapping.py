"""Lines of Chinese and English no wider than a terminal.

A Han character is two cells; closing marks never begin a line.
"""

from __future__ import annotations

import unicodedata

_NOT_FIRST = "，。；：、！？）》】”’」』,.;:!?)]}%％"
_NOT_LAST = "（《【“‘「『([{"


def cells(text: str) -> int:
    """Return how many cells a text takes on a terminal."""
    return sum(
        0 if unicodedata.combining(c) else 2 if unicodedata.east_asian_width(c) in "WF" else 1 for c in text
    )  # fmt: skip


def wrap(text: str, width: int) -> list[str]:
    """Return the text in lines of at most ``width`` cells (a closing mark may stand out); at least one line."""
    lines: list[str] = []
    line = ""
    for piece in _pieces(text):
        if line and cells(line + piece.rstrip()) > width and piece[0] not in _NOT_FIRST:
            carried = ""
            while line and line[-1] in _NOT_LAST:
                carried = line[-1] + carried
                line = line[:-1]
            lines.append(line.rstrip())
            line = carried
        line += piece if line else piece.lstrip()
    if line.strip() or not lines:
        lines.append(line.rstrip())
    return lines


def _pieces(text: str) -> list[str]:
    """Return the places between which a line may break: every Han character by itself, other words whole."""
    found: list[str] = []
    word = ""
    for place, c in enumerate(text):
        inside = c in ".,:" and text[place - 1 : place].isdigit() and text[place + 1 : place + 2].isdigit()
        if inside:  # a figure is never broken: 4,000,000
            word += c
        elif c == " ":
            found.append(word + c)
            word = ""
        elif unicodedata.east_asian_width(c) in "WF" or c in _NOT_FIRST + _NOT_LAST:
            if word:
                found.append(word)
                word = ""
            found.append(c)
        else:
            word += c
    if word:
        found.append(word)
    return [piece for piece in found if piece]
