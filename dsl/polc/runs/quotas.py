"""Who takes the places of a quota: a pure function of their number and of what candidates are ranked by.

Guarantees: never more than the places are taken; where there is a place for everybody, everybody takes one; where it
cannot be known who falls out, that is said of everyone it could be, and of nobody else.
"""

from __future__ import annotations

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
    return [_takes(places, one, [*candidates[:n], *candidates[n + 1 :]]) for n, one in enumerate(candidates)]


def _takes(places: int, one: Candidate, others: Sequence[Candidate]) -> bool | None:
    if places <= 0:
        return False
    if one.rank is None:
        surely = 0
        maybe = len(others)
    else:
        surely = sum(1 for other in others if other.sure and other.rank is not None and other.rank > one.rank)
        maybe = sum(1 for other in others if other.rank is None or other.rank >= one.rank)
    if maybe < places:
        return True
    return False if surely >= places else None
