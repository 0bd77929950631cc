"""What an award comes to in each instalment: 500万元 paid in five years is “每年100万元” of the text.

Guarantees: exact; a share of which no two sums of the text are the parts is none.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from fractions import Fraction

from polc.checks.figures import Figure
from polc.model.policy import Part


def of_instalments(part: Part, used: Iterable[Figure]) -> Iterator[Figure]:
    """Yield what each of the sums that a part uses comes to in each of its instalments."""
    shares = set(_shares(part))
    for figure in used:
        if figure.kind == "money":
            for share in shares:
                yield Figure(figure.value * share, "money", figure.text, derived=True)


def is_instalment(share: Figure, part: Part, stated: Iterable[Figure]) -> bool:
    """Return whether a rate is the share of an instalment whose sum, and the whole, are both stated."""
    if share.kind != "rate" or share.value not in set(_shares(part)):
        return False
    sums = {figure.value for figure in stated if figure.kind == "money"}
    return any(whole * share.value in sums for whole in sums if whole)


def _shares(part: Part) -> Iterator[Fraction]:
    for terms in part.written:
        if terms.payout is not None and terms.payout.value is not None:
            yield from (share.value for share in terms.payout.value.shares)
