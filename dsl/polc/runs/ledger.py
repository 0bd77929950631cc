"""The ledger: what was granted and paid, and what the pure function is told of it.

Only what was granted is written: an award that lost a 就高 has not used up its 一次. Amounts are exact, in 分.
已领 counts what was granted, unpaid instalments included, less what was stopped, cut by a pool or taken back.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field
from fractions import Fraction

from polc.passes.lower.plan import History
from polc.runs.entry import Carried, Entry, Money, dated


@dataclass
class Ledger:
    """The entries of one payee, in order; and what is carried over to the next year, by part and item."""

    entries: list[Entry] = field(default_factory=list)
    carried: dict[tuple[str, str], Carried] = field(default_factory=dict)

    def past(self, history: History, year: int, item: str = "") -> Money:
        """Return what a history input is in ``year`` (for an item, where it is a field of items).

        年数 counts the years before: a second award in one year opens no second year.
        """
        if history.measure == "carried":
            return self.carried.get((history.of, item if history.items else ""), Carried(0)).left(year)
        found = [
            e for e in self.entries
            if e.of == history.of and e.year <= year
            and (not history.items or e.item == item)
            and (history.period != "this_year" or e.year == year)
            and e.counts
        ]  # fmt: skip
        match history.measure:
            case "received":
                waiting = self.waiting(history.of, item if history.items else "") if history.period == "ever" else 0
                return sum((e.granted for e in found), start=waiting)
            case "years":
                return len({e.year for e in found if e.year != year})
            case "first_year":
                return min((e.year for e in found), default=year)
            case "tier_awards":
                return sum(1 for e in found if history.tier in e.tiers)
            case _:
                return len(found)

    def going_on(self, of: str) -> Money:
        """Return what of a part goes on to the next year, over all items."""
        return sum((carried.money for (name, _), carried in self.carried.items() if name == of), start=0)

    def waiting(self, of: str, item: str) -> Money:
        """Return what a group carries on that is this member's: due to it, and not to be had a second time."""
        own = (carried.by.get(of, 0) for (_, key), carried in self.carried.items() if key == item)
        return sum(own, start=0)

    def told(self, histories: Iterable[History], year: int) -> dict[str, Money]:
        """Return the history inputs of the case."""
        return {h.name: self.past(h, year) for h in histories if not h.items}

    def told_of_item(self, histories: Iterable[History], items: str, year: int, item: str) -> dict[str, Money]:
        """Return the history fields of one item."""
        return {h.name: self.past(h, year, item) for h in histories if h.items == items}

    def granted(self, of: str, item: str) -> Money:
        """Return what a part was granted for an item in all, less what was stopped."""
        return sum((e.granted for e in self.entries if e.of == of and e.item == item), start=0)

    def paid(self, of: str, year: int) -> Money:
        """Return the cash paid out in ``year`` under a part."""
        return sum((e.paid(year) for e in self.entries if e.of == of), start=0)

    def taken_back(self, of: str, year: int) -> Money:
        """Return what is taken back in ``year`` under a part."""
        return sum((e.taken_in(year) for e in self.entries if e.of == of), start=0)

    def unsure(self, history: History, year: int, item: str = "") -> frozenset[str]:
        """Return the facts of earlier years on which a history input hangs; none where it is known."""
        found: set[str] = set()
        for entry in self.entries:
            if entry.of == history.of and (not history.items or entry.item == item):
                found |= _unsure(entry, year)
        return frozenset(found) if history.measure == "received" and history.period == "ever" else frozenset()


def _unsure(entry: Entry, year: int) -> set[str]:
    """Return the facts of earlier years on which it hangs what is left of an award."""
    found = {dated(name, one.year) for one in entry.unsure if one.year < year for name in one.missing}
    for inner in entry.inner:
        found |= _unsure(inner, year)
    return found


def instalments(granted: Money, shares: Iterable[Fraction], year: int) -> list[tuple[int, Money]]:
    """Return (year, amount) of each instalment, rounded down to a 分; the last takes the remainder."""
    parts = list(shares) or [Fraction(1)]
    found: list[tuple[int, Money]] = []
    left = granted
    for place, share in enumerate(parts[:-1]):
        due = (granted * share).__floor__()
        found.append((year + place, due))
        left -= due
    found.append((year + len(parts) - 1, left))
    return found
