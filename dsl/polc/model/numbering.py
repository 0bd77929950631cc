"""Clause numbers that begin again: 附则 counts from 1 although the body did, and its clauses are 附则/1, 附则/2.

Guarantee: a clause is told apart by its number as this module gives it, and by its run and ordinal.
"""

from __future__ import annotations

_SHORT = 6
"""A chapter's title of up to this many letters names its clauses; a longer one leaves that to the chapter's number."""


def label(chapter: str) -> str:
    """Return what a chapter (``五 附则``) calls its clauses where they count from 1 again."""
    number, _, title = chapter.partition(" ")
    return title if title and len(title) <= _SHORT else number


class Counting:
    """The runs in which clauses are counted: 0 for the first, and one more for every chapter that begins again at 1."""

    def __init__(self) -> None:
        self._runs: dict[str, int] = {}
        self._begun = False

    def run(self, chapter: str, ordinal: int | None, *, stated: bool = False) -> int:
        """Return the run of the next clause, which stands in ``chapter``; ``stated`` where its number names a run."""
        if ordinal is None:
            return 0
        if chapter not in self._runs:
            again = stated or (ordinal == 1 and self._begun)
            self._runs[chapter] = max(self._runs.values(), default=0) + 1 if again else 0
        found = self._runs[chapter]
        self._begun = self._begun or (found == 0 and ordinal == 1)
        return found
