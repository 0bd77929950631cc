"""Who takes the places of a quota: a pure function of their number and of what candidates are ranked by.

Guarantees: never more than the places are taken; where there is a place for everybody, everybody takes one; where it
cannot be known who falls out, that is said of everyone it could be, and of nobody else.
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Sequence
from dataclasses import dataclass
from fractions import Fraction


@dataclass(frozen=True, slots=True)
class Candidate:
    """Somebody who may take a place: ``rank`` is what he is ranked by, highest first; None where it is not known.

    ``sure`` is False where it is not known whether he is due anything at all.
    """

    rank: int | Fraction | None
    sure: bool = True


def taken(places: int, candidates: Sequence[Candidate]) -> list[bool | None]:
    """Return for each candidate whether he takes one of the places; None where that cannot be known.

    Candidates of the same rank are equals: where there is no place for all of them, nobody knows whose it is.
    """
    if len(candidates) <= places:
        return [True] * len(candidates)
    if places <= 0:
        return [False] * len(candidates)
    every = sorted(one.rank for one in candidates if one.rank is not None)
    sure = sorted(one.rank for one in candidates if one.rank is not None and one.sure)
    unranked = len(candidates) - len(every)
    found: list[bool | None] = []
    for one in candidates:
        if one.rank is None:
            found.append(None)  # there are more candidates than places, and all others may come first
        elif unranked + len(every) - bisect_left(every, one.rank) - 1 < places:
            found.append(True)  # so few may come before him, or be his equals
        else:
            found.append(False if len(sure) - bisect_right(sure, one.rank) >= places else None)
    return found
