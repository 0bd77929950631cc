"""The payment calendar: what is paid, stopped, taken back or carried on in which year, and why.

It is read off the ledger, so it says what the books say. Of a benefit that is up to the authority both ends are told:
each is booked by itself. Of a group only the upper end is: what one member gets is not monotone in what another does.
Guarantee: what is paid less what is taken back is what the payee keeps under the part.
"""

from __future__ import annotations

import copy
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, replace

from polc.diagnostics import Words
from polc.passes.lower.plan import Lowered, Plan
from polc.readers.evaluate import Interval, Outcome, Result
from polc.readers.prose import figures
from polc.runs.booking import book
from polc.runs.entry import Entry, Money
from polc.runs.ledger import Ledger
from polc.runs.settling import settle

INSTALMENT, STOPPED, TAKEN_BACK, CARRIED = "instalment", "stopped", "taken_back", "carried_on"


@dataclass(frozen=True, slots=True)
class Cash:
    """One line of the calendar: in ``year``, between ``low`` and ``high`` 分 of ``part`` (for an ``item``).

    ``low`` is None where only what the upper end comes to is told.

    ``kind`` is instalment | stopped (would have been paid) | taken_back | carried_on (to the next year). ``number`` of
    ``count`` says which instalment; ``count`` is 1 where the award is paid at once. ``why`` is the line of the text
    that stops it or takes it back, as written; ``missing`` the facts on which it hangs.
    """

    year: int
    kind: str
    part: str
    item: str
    awarded: int  # the year of the award
    number: int
    count: int
    low: Money | None
    high: Money
    why: str = ""
    missing: frozenset[str] = frozenset()
    over: bool = False  # of what was carried over from an earlier year


@dataclass(frozen=True, slots=True)
class Calendar:
    """The lines of a part in order of the years, as seen from the year ``now``."""

    now: int
    lines: tuple[Cash, ...] = ()

    @property
    def plain(self) -> bool:
        """Whether it says no more than that all is paid at once, now or before."""
        return all(one.kind == INSTALMENT and one.year <= self.now and one.count == 1 for one in self.lines)

    def sum(self, *kinds: str) -> tuple[Money, Money]:
        """Return both ends of what the lines of these kinds come to."""
        mine = [one for one in self.lines if one.kind in kinds]
        low = sum((one.high if one.low is None else one.low for one in mine), start=0)
        return low, sum((one.high for one in mine), start=0)

    @property
    def in_full(self) -> bool:
        """Whether it tells only what comes of granting the upper end."""
        return any(one.low is None for one in self.lines)


def calendar(
    lowered: Lowered,
    plan: Plan,
    outcome: Outcome,
    past: Ledger,
    year: int,
    names: Mapping[str, list[str]],
    facts: Mapping[str, object],
) -> Calendar:
    """Return a part's calendar: of earlier awards as the ledger has them, and of what it awards in ``year``."""
    ends: list[list[Cash]] = []
    for seen in (_at_low(outcome), outcome):
        ledger = copy.deepcopy(past)
        book(lowered, plan, seen, ledger, year, names, facts)
        settle(lowered, seen, ledger, year, names)
        ends.append(in_order(booked(ledger, plan.part.name)))
    low, high = ends
    if plan.kind == "group":
        return Calendar(year, tuple(high if low == high else (replace(one, low=None) for one in high)))
    return Calendar(year, tuple(_joined(low, high)))


def booked(ledger: Ledger, part: str) -> Iterator[Cash]:
    """Yield every line that the ledger has of a part, and of what a group was booked as; both ends are the same."""
    inside = [each for entry in ledger.entries if entry.of == part for each in entry.inside]
    for each in inside:
        yield from _of_entry(each)
    for (of, item), carried in ledger.carried.items():
        last = max((each.year for each in inside if each.of == of), default=None)
        if last is not None and carried.money:
            yield Cash(last + 1, CARRIED, of, item, last, 1, 1, carried.money, carried.money)


def in_order(lines: Iterable[Cash]) -> list[Cash]:
    """Return lines by year; what is paid before what stops, what comes back after both."""
    kinds = (INSTALMENT, STOPPED, TAKEN_BACK, CARRIED)
    return sorted(lines, key=lambda one: (one.year, kinds.index(one.kind)))


def _of_entry(entry: Entry) -> Iterator[Cash]:
    def line(year: int, kind: str, money: Money, why: str, missing: frozenset[str]) -> Cash:
        number = year - entry.year + 1
        return Cash(
            year, kind, entry.of, entry.item, entry.year, number, entry.planned, money, money, why, missing, entry.over
        )  # fmt: skip

    for when, money in entry.payments:
        if money:
            yield line(when, INSTALMENT, money, "", entry.own_doubts(back=False, year=when))
    for stop in entry.stopped:
        if stop.money:
            yield line(stop.year, STOPPED, stop.money, stop.why, frozenset())
    for taken in entry.taken:
        yield line(taken.year, TAKEN_BACK, taken.money, taken.why, entry.own_doubts(back=True, year=taken.year))
    for one in entry.unsure:
        if one.back and one.money:
            yield replace(line(one.year, TAKEN_BACK, one.money, one.why, one.missing), low=0)


def _at_low(outcome: Outcome) -> Outcome:
    """Return the outcome in which the authority gives as little as it may."""

    def least(result: Result) -> Result:
        value = result.value
        return replace(result, value=Interval(value.low, value.low)) if isinstance(value, Interval) else result

    return Outcome(
        {
            binds: tuple(least(each) for each in found) if isinstance(found, tuple) else least(found)
            for binds, found in outcome.results.items()
        }
    )


def _joined(low: list[Cash], high: list[Cash]) -> Iterator[Cash]:
    """Yield the lines of both ends as one."""

    def key(one: Cash) -> tuple[object, ...]:
        return one.year, one.kind, one.part, one.item, one.awarded, one.why, one.over

    least = {key(one): one for one in low}
    for one in high:
        other = least.pop(key(one), None)
        yield replace(one, low=other.low if other else 0)
    yield from (replace(one, low=0) for one in least.values())


def in_words(lines: Iterable[Cash], part: str) -> Words:
    """Return lines on one line, for a failed row: 2026年 第1期 10万元；2028年 收回 20万元（追回：迁出）."""
    told = [_told(one, part) for one in lines]
    return Words("；".join(each.zh for each in told), "; ".join(each.en for each in told))


def _told(one: Cash, part: str) -> Words:
    what, money = what_of(one, part), figures.award(one.high if one.low is None else one.low, one.high, opened=False)
    why = f"（{one.why}）" if one.why else ""
    no = Words("不付 ", "not paid: ") if one.kind == STOPPED else Words("", "")
    return Words(
        f"{one.year}年 {what.zh} {no.zh}{money.zh}{why}",
        f"{one.year} {what.en} {no.en}{money.en}{f' ({one.why})' if one.why else ''}",
    )


def what_of(one: Cash, part: str) -> Words:
    """Return what a line is: 第1期, 收回 …, with the benefit before it in a group, and the item where there is one."""
    match one.kind:
        case "taken_back":
            what = Words("收回", "taken back")
        case "carried_on":
            what = Words("上年转来", "carried over")
        case _ if one.count > 1 and one.number <= one.count:
            what = Words(f"第{one.number}期", f"instalment {one.number}")
        case "stopped" if one.count == 1:
            what = Words("应付", "due")
        case _ if one.number > one.count:
            what = Words("顺延", "put off")
        case _:
            what = Words("付清", "in full")
    whose = " ".join(word for word in (one.part if one.part != part else "", one.item) if word)
    over = Words("结转的 ", "carried over, ") if one.over and one.kind != CARRIED else Words("", "")
    return Words(f"{whose} {over.zh}{what.zh}".strip(), f"{whose} {over.en}{what.en}".strip())
