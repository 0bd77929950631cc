"""Who bears what a joint cap cuts (分摊): the total of a group, split over its members.

Guarantees: the shares add up to the total, none exceeds what its member came to, and none is negative. Amounts are
exact, in 分; 按比例 pays whole 分, and says to whom the odd ones go.
"""

from __future__ import annotations

from collections.abc import Sequence
from fractions import Fraction

from polc.runs.entry import Money

LAST_BEARS = "last_bears"
"""What is presumed where nothing is said: the last member bears the cut first."""


def shared(parts: Sequence[Money], total: Money, mode: str = LAST_BEARS) -> list[Money]:
    """Return each part's share of ``total``; where there is enough for all, each gets its own.

    ``mode`` is last_bears (the members are paid in order until nothing is left), first_bears (in the reverse order) or
    pro_rata.
    """
    left = min(total, sum(parts, start=0))
    match mode:
        case "pro_rata":
            return _pro_rata(parts, left)
        case "first_bears":
            return _in_order(parts[::-1], left)[::-1]
        case _:
            return _in_order(parts, left)


def _in_order(parts: Sequence[Money], total: Money) -> list[Money]:
    found: list[Money] = []
    for part in parts:
        found.append(min(part, total))
        total -= found[-1]
    return found


def _pro_rata(parts: Sequence[Money], total: Money) -> list[Money]:
    """Return shares in whole 分; the odd 分 go to those who lose most by the rounding, of equal ones to the first."""
    whole = sum(parts, start=0)
    if total >= whole:
        return list(parts)
    exact = [Fraction(part) * total / whole for part in parts]
    found: list[Money] = [share.__floor__() for share in exact]
    left = total - sum(found, start=0)
    for place in sorted(range(len(parts)), key=lambda place: found[place] - exact[place]):
        more = min(1, left, parts[place] - found[place])
        found[place] += more
        left -= more
    return found
