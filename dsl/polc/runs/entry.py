"""One award in the ledger: what was granted, what is paid of it when, what stopped, what was taken back.

Guarantees: what was granted = what is paid or still to come + what stopped; what is taken back was paid before, and is
taken once. Amounts are exact, in 分. An award of a group knows the awards of its members that it was booked as.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from fractions import Fraction
from typing import TypeAlias

Money: TypeAlias = int | Fraction


@dataclass(frozen=True, slots=True)
class Stopped:
    """An instalment that was due in ``year`` and is not paid: since when, and by which line (as written)."""

    year: int
    money: Money
    since: int
    why: str = ""


@dataclass(frozen=True, slots=True)
class Taken:
    """Money that was taken back in ``year``, and by which line (as written)."""

    year: int
    money: Money
    why: str = ""


@dataclass(frozen=True, slots=True)
class Unsure:
    """A year in which nobody told whether payments stop, or (``back``) whether ``money`` is taken back.

    ``shared``: it hangs on the other applicants, through a quota or a pool, whether anything is granted at all.
    """

    year: int
    missing: frozenset[str]
    back: bool = False
    shared: bool = False
    money: Money = 0
    why: str = ""


@dataclass
class Entry:
    """One award as granted: of which part, for which item, in which year, how much, and its instalments by year.

    ``granted`` is net of what stopped and of what was taken back; ``awarded`` is as first granted.
    """

    of: str
    item: str
    year: int
    granted: Money
    tiers: frozenset[int] = frozenset()  # which tiers it was for, from 0
    payments: list[tuple[int, Money]] = field(default_factory=list)
    under: Entry | None = None  # the group's award that this one is booked under
    awarded: Money = field(init=False)
    planned: int = field(init=False)  # how many instalments there were to be
    stopped: list[Stopped] = field(default_factory=list)
    taken: list[Taken] = field(default_factory=list)
    unsure: list[Unsure] = field(default_factory=list)
    inner: list[Entry] = field(default_factory=list)
    returned: Money = 0  # what was taken back of it, or of the awards booked under it
    over: bool = False  # whether it pays what was carried over from an earlier year
    waiting: Money = 0  # what of it exceeds the caps of its year and goes on to the next

    def __post_init__(self) -> None:
        self.awarded = self.granted
        self.planned = max(1, len(self.payments))
        if self.under is not None:
            self.under.inner.append(self)

    @property
    def counts(self) -> bool:
        """Whether it was ever granted: what was taken back, or waits for next year, has used up its 一次."""
        return self.granted + self.returned + self.waiting > 0

    def stop(self, year: int, why: str = "") -> None:
        """Cancel the instalments due in ``year`` and later."""
        lost = [(when, money) for when, money in self.payments if when >= year]
        self.payments = [(when, money) for when, money in self.payments if when < year]
        self.stopped.extend(Stopped(when, money, year, why) for when, money in lost)
        self._lose(sum((money for _, money in lost), start=0), back=False)

    def cut(self, year: int, money: Money, why: str) -> None:
        """Cancel ``money`` of what is due in ``year``: nobody will pay it."""
        for place, (when, due) in enumerate(self.payments):
            lost = min(due, money) if when == year else 0
            if lost:
                self.payments[place] = (when, due - lost)
                self.stopped.append(Stopped(when, lost, year, why))
                self._lose(lost, back=False)
                money -= lost

    def defer(self, year: int, money: Money) -> None:
        """Put ``money`` of what is due in ``year`` off to the next year; as much is granted as before."""
        for place, (when, due) in enumerate(self.payments):
            moved = min(due, money) if when == year else 0
            if moved:
                self.payments[place] = (when, due - moved)
                self.payments.append((year + 1, moved))
                money -= moved

    @property
    def above(self) -> tuple[Entry, ...]:
        """The awards of the groups it is booked under, the nearest first."""
        return () if self.under is None else (self.under, *self.under.above)

    @property
    def inside(self) -> tuple[Entry, ...]:
        """Itself and every award booked under it."""
        return (self, *(each for inner in self.inner for each in inner.inside))

    def take_back(self, year: int, share: Fraction = Fraction(1), why: str = "") -> None:
        """Stop what is unpaid, and take back a share of what was paid before ``year``, in whole 分; so of all inside.

        What was taken back before counts: all in all it is never more than the share, so a condition that goes on
        holding takes nothing twice.
        """
        for inner in self.inner:
            inner.take_back(year, share, why)
        self.stop(year, why)
        self.came_back(year, self.due_back(year, share), why)

    def came_back(self, year: int, money: Money, why: str = "") -> None:
        """Book ``money`` as taken back in ``year``."""
        if money > 0:
            self.taken.append(Taken(year, money, why))
            self._lose(money, back=True)

    def join(self, under: Entry) -> None:
        """Put it under a group's award, which so is paid as this one is."""
        self.under = under
        under.inner.append(self)

    def due_back(self, year: int, share: Fraction = Fraction(1)) -> Money:
        """Return what is still to be taken back of what was paid before ``year``, by itself, of a share of it."""
        paid: Money = sum((money for when, money in self.payments if when < year), start=0)
        most = paid if share == 1 else (paid * share).__floor__()
        return max(0, most - sum((one.money for one in self.taken), start=0))

    def _lose(self, money: Money, *, back: bool) -> None:
        here: Entry | None = self
        while here is not None:
            here.granted -= money
            here.returned += money if back else 0
            here = here.under

    def paid(self, year: int) -> Money:
        """Return what is paid out of it in ``year``, by itself and by the awards booked under it."""
        own = sum((money for when, money in self.payments if when == year), start=0)
        return own + sum((one.paid(year) for one in self.inner), start=0)

    def taken_in(self, year: int) -> Money:
        """Return what is taken back of it in ``year``."""
        own = sum((one.money for one in self.taken if one.year == year), start=0)
        return own + sum((one.taken_in(year) for one in self.inner), start=0)

    def all_paid(self, last: int | None = None) -> Money:
        """Return what is paid out of it in all years, up to ``last`` where that is not None."""
        own = sum((money for when, money in self.payments if last is None or when <= last), start=0)
        return own + sum((one.all_paid(last) for one in self.inner), start=0)

    def all_taken(self) -> Money:
        """Return what was taken back of it in all years."""
        return sum((one.money for one in self.taken), start=0) + sum((one.all_taken() for one in self.inner), start=0)

    def open_since(self, year: int) -> frozenset[str]:
        """Return the facts of years before ``year`` on which it hangs whether it, or a part of it, was granted."""
        own = (dated(name, one.year) for one in self.unsure if one.shared and one.year < year for name in one.missing)
        return frozenset(own).union(*(inner.open_since(year) for inner in self.inner))

    def doubted(self, *, back: bool, year: int | None = None) -> frozenset[str]:
        """Return the facts on which it hangs what is paid (``back``: taken back) in a year, or in all years.

        None where it is known. A fact that nobody told in an earlier year goes by that year.
        """
        return frozenset[str]().union(*(one.own_doubts(back=back, year=year) for one in self.inside))

    def own_doubts(self, *, back: bool, year: int | None = None) -> frozenset[str]:
        """Return the same of this award alone, without those booked under it."""
        found: set[str] = set()
        for one in self.unsure:
            if back:
                hangs = (one.back and year in (None, one.year)) or any(
                    one.year <= each.year and year in (None, each.year) for each in self.taken
                )
            else:
                hangs = any(one.year <= when and year in (None, when) and money for when, money in self.payments)
            if hangs:
                found |= one.missing if one.year == year else {dated(name, one.year) for name in one.missing}
        return frozenset(found)


@dataclass(frozen=True, slots=True)
class Carried:
    """What exceeded the caps of a year and goes on to the next: whose it is (of a group), and the last year for it."""

    money: Money
    by: Mapping[str, Money] = field(default_factory=dict)
    last: int | None = None

    def left(self, year: int) -> Money:
        """Return what can still be paid of it in ``year``."""
        return self.money if self.last is None or year <= self.last else 0


def dated(name: str, year: int) -> str:
    """Return an input's name with the year in which nobody told it: ``企业.迁出`` → ``企业.2026年的迁出``."""
    head, dot, tail = name.rpartition(".")
    return f"{head}{dot}{year}年的{tail}"
