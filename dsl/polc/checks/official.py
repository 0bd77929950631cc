"""The official text, read as a check needs it: its clauses, and whether words are in it.

Words are compared without white space, with half and full width alike, and with the several forms of a quotation
mark taken as one.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache

from polc.text import Source, Span

_NUMBERED = re.compile(
    r"^[ \t　]*(?P<number>[（(][一二三四五六七八九十百]+[)）]|第[一二三四五六七八九十百0-9０-９]+条|[0-9０-９]{1,3}[.．、](?![0-9０-９]))",
    re.MULTILINE,
)
_MARKS = str.maketrans({"“": '"', "”": '"', "‘": "'", "’": "'", "「": '"', "」": '"', "—": "-", "－": "-", "～": "~"})


@dataclass(frozen=True, slots=True)
class Paragraph:
    """A numbered clause of the official text: its number as written, and where it stands."""

    number: str
    span: Span


def plain(text: str) -> str:
    """Return the words without white space, width and kind of quotation mark."""
    wide = unicodedata.normalize("NFKC", text).translate(_MARKS)
    return re.sub(r"\s+", "", wide)


@lru_cache(maxsize=32)
def plain_source(source: Source) -> str:
    """Return the whole text as ``plain`` sees it."""
    return plain(source.text)


def contains(source: Source, words: str) -> bool:
    """Return whether the text has these words, as ``plain`` sees both."""
    return plain(words) in plain_source(source)


def paragraphs(source: Source) -> Iterator[Paragraph]:
    """Yield the numbered clauses of the text, in order."""
    found = list(_NUMBERED.finditer(source.text))
    for place, match in enumerate(found):
        end = found[place + 1].start() if place + 1 < len(found) else len(source.text)
        text = source.text[match.start("number") : end].rstrip()
        yield Paragraph(match["number"].strip(), source.span(match.start("number"), match.start("number") + len(text)))


_DIGITS = {c: i for i, c in enumerate("零一二三四五六七八九")}


def ordinal(number: str) -> int | None:
    """Return the integer that ``（十二）``, ``第三条`` or ``4.`` stands for, or None."""
    inner = re.sub(r"[（()）第条.．、\s]", "", unicodedata.normalize("NFKC", number))
    if inner.isascii() and inner.isdigit():
        return int(inner)
    if not inner or any(c not in "零一二三四五六七八九十百" for c in inner):
        return None
    total, digit = 0, 0
    for c in inner:
        if c == "百":
            total, digit = total + (digit or 1) * 100, 0
        elif c == "十":
            total, digit = total + (digit or 1) * 10, 0
        else:
            digit = _DIGITS[c]
    return total + digit
