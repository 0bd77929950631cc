"""Whether words are in the official text.

Words are compared without white space and invisible characters, with half and full width alike, and with the several
forms of a quotation mark taken as one.
"""

from __future__ import annotations

import re
import unicodedata
from functools import lru_cache

from polc.syntax.lexis import INVISIBLE
from polc.text import Source

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
