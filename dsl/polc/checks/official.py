"""Whether words are in the official text.

Words are compared without white space and invisible characters, with half and full width alike, and with the several
forms of a quotation mark taken as one.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable
from dataclasses import dataclass
from functools import lru_cache

from polc.syntax.lexis import INVISIBLE
from polc.text import Source, Span

_MARKS = str.maketrans({"“": '"', "”": '"', "‘": "'", "’": "'", "「": '"', "」": '"', "—": "-", "－": "-", "～": "~"})


def plain(text: str) -> str:
    """Return the words without white space, invisible characters, width and kind of quotation mark."""
    wide = unicodedata.normalize("NFKC", INVISIBLE.sub("", text)).translate(_MARKS)
    return re.sub(r"\s+", "", wide)


@lru_cache(maxsize=32)
def plain_source(source: Source) -> str:
    """Return the whole text as ``plain`` sees it."""
    return plain(source.text)


def contains(source: Source, words: str) -> bool:
    """Return whether the text has these words, as ``plain`` sees both."""
    return plain(words) in plain_source(source)


@dataclass(frozen=True, slots=True)
class Covered:
    """Which characters of an official text some words quote, as ``plain`` sees both."""

    source: Source
    marks: tuple[bool, ...]  # one for each character of the source; blanks count as covered

    def all_of(self, span: Span) -> bool:
        """Return whether every character of a place is quoted by something."""
        return all(self.marks[span.start : span.end])


def covered(source: Source, quotes: Iterable[str]) -> Covered:
    """Return what of the text the quotes cover, wherever they occur in it."""
    places: list[int] = []  # for each character of the plain text, where it stands in the source
    letters: list[str] = []
    marks = [False] * len(source.text)
    for offset, character in enumerate(source.text):
        shown = plain(character)
        if not shown:
            marks[offset] = True
        places.extend([offset] * len(shown))
        letters.append(shown)
    whole = "".join(letters)
    for words in {plain(quote) for quote in quotes}:
        at = whole.find(words) if words else -1
        while at >= 0:
            for offset in places[at : at + len(words)]:
                marks[offset] = True
            at = whole.find(words, at + 1)
    return Covered(source, tuple(marks))
