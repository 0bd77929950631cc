"""Which rows ``-k`` asks for: those whose name has all of its words, in any order, whatever their width and case."""

from __future__ import annotations

import re
import unicodedata

_IDLE = re.compile(r"[\W_]+")


class Chosen:
    """The words of a filter; without a word it takes everything."""

    def __init__(self, text: str) -> None:
        self._words = [word for word in plain(text).split() if not _IDLE.fullmatch(word)]

    def takes(self, *names: str) -> bool:
        """Return whether each word occurs in one of the names."""
        if not self._words:
            return True
        known = [plain(name) for name in names]
        return all(any(word in name for name in known) for word in self._words)


def plain(text: str) -> str:
    """Return the text with half and full width, capital and small letters alike."""
    return unicodedata.normalize("NFKC", text).casefold()
