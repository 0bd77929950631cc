"""From an outcome to ledger entries: who is booked what.

A benefit by itself is booked its award, item by item. A 就高 group books its payment to the winner (to none of its
members but the 外部 where that is highest). A group that adds books each member its own; where a joint cap cuts, the
cut falls on its members as 分摊 says (on the last, where it says nothing), never on an 外部, which is paid elsewhere.
What another policy paid is booked too, under its own name, since it counts as received; what a group's rounding adds is
booked to none.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from fractions import Fraction

from polc.core.program import Stage
from polc.model.policy import Terms
from polc.model.values import How
from polc.passes.lower.force import end_day, last_full_year, of_part
from polc.passes.lower.over_time import gives_back, reaches_back, span_of
from polc.passes.lower.plan import Lowered, Plan
from polc.readers.evaluate import Interval, Outcome
from polc.runs.carrying import going_on, leftovers, old_first, own_level
from polc.runs.choosing import chosen_in
from polc.runs.entry import Carried, Entry, Money
from polc.runs.ledger import Ledger, instalments
from polc.runs.reached import results, tiers_reached, written
from polc.runs.sharing import LAST_BEARS, shared


def book(
    lowered: Lowered,
    plan: Plan,
    outcome: Outcome,
    ledger: Ledger,
    year: int,
    names: Mapping[str, list[str]],
    facts: Mapping[str, object],
    granted: Money | None = None,
) -> None:
    """Write what a part was granted; ``granted`` overrides the upper end (of the only item, or of all together)."""
    booking = _Booking(lowered, outcome, ledger, year, names, facts, short=_is_short(plan, outcome, granted))
    booking.award(plan, granted)


@dataclass(frozen=True, slots=True)
class _Booking:
    """One year's outcome on its way into the ledger."""

    lowered: Lowered
    outcome: Outcome
    ledger: Ledger
    year: int
    names: Mapping[str, list[str]]
    facts: Mapping[str, object]
    left: dict[str, Money] = field(default_factory=dict)  # what a part cut by caps of the payee may still be booked
    short: bool = False  # less was granted than could be: then nothing exceeded the caps

    def award(self, plan: Plan, total: Money | None, under: Entry | None = None, *, deferred: bool = False) -> None:
        """Book a part to the payee, or to each item what it is due; together they get no more than ``total``.

        ``deferred``: what they do not get now is carried over to the next year by the group they are in.
        """
        rest = leftovers(self.outcome, plan, "payee") if plan.items else []
        highs = dues = self._highs(plan.granted if plan.items else plan.result)
        if total is None and plan.items:
            total = self._highs(plan.result)[0]
        if total is not None:
            opened = any(self._opens(plan.granted if plan.items else plan.result))
            highs = [total] if len(highs) == 1 and opened else _within(highs, total)
        held = self._held(plan, len(highs))
        for place, (item, money) in enumerate(zip(held, highs, strict=False)):
            waits = dues[place] - money if deferred or rest else 0
            self._one(plan, item, money, place, under, waits=waits)
        if rest:
            more = (total or 0) - sum(highs, start=0)
            self._rest_of_the_payee(plan, min(more, self.left.get(plan.part.name, 0)), under, rest[0])

    def _rest_of_the_payee(self, plan: Plan, more: Money, under: Entry | None, rest: Money) -> None:
        """Book what was carried over to none of the items at hand, and carry on what exceeds the cap again."""
        if more > 0:
            self.left[plan.part.name] -= more
            self._write(plan, "", more, under).over = True
        self._carry(plan, "", rest)

    def _carry(self, plan: Plan, item: str, rest: Money) -> None:
        last = last_year(plan, self.lowered)
        self.ledger.carried[plan.part.name, item] = Carried(0 if self.short else rest, last=last)

    def _write(self, plan: Plan, item: str, money: Money, under: Entry | None) -> Entry:
        """Book an award to be paid out in the part's instalments."""
        payments = instalments(money, shares(self.lowered.terms(plan)), self.year) if money > 0 else []
        entry = Entry(plan.part.name, item, self.year, money, payments=payments, under=under)
        self.ledger.entries.append(entry)
        last, why = _paid_until(plan, self.lowered)
        if last is not None:
            entry.stop(last + 1, why)
        return entry

    def _opens(self, binds: str) -> list[bool]:
        """Return whether each of a step's amounts is open, so that what is granted has no bound."""
        found = results(self.outcome, binds)
        return [isinstance(result.value, Interval) and result.value.open for result in found]

    def _held(self, plan: Plan, count: int) -> list[str]:
        """Return the names of a part's items; one without a name where the payee is booked."""
        return self.names.get(plan.items, [str(place) for place in range(count)]) if plan.items else [""]

    def _one(self, plan: Plan, item: str, money: Money, place: int, under: Entry | None, *, waits: Money = 0) -> None:
        """Book one award; ``waits`` is what of it the caps around it carry over to the next year."""
        if plan.cut and not any(self._opens(plan.result)):
            money = min(money, self.left.setdefault(plan.part.name, self._highs(plan.result)[0]))
            self.left[plan.part.name] -= money
        terms = self.lowered.terms(plan)
        rest = leftovers(self.outcome, plan, own_level(plan))
        over = rest[place] if place < len(rest) and not self.short else 0
        waits = 0 if self.short else max(0, waits) + over
        if money + waits <= 0 or (_returns(terms) and money <= self._before(plan, item)):
            return
        if plan.kind == "group":
            entry = Entry(plan.part.name, item, self.year, money, under=under)
            self.ledger.entries.append(entry)
            self._inside(plan, terms, entry, place, rest=over if rest else None, deferred=waits > 0)
            odd = money - sum((inner.awarded for inner in entry.inner), start=0)
            entry.payments = [(self.year, odd)] if odd > 0 else []
        else:
            entry = self._write(plan, item, money, under)
            entry.tiers = tiers_reached(plan, self.lowered, self.outcome, place)
            if rest:
                self._carry(plan, item, over)
        entry.waiting = waits

    def _inside(
        self, group: Plan, terms: Terms, entry: Entry, place: int, *, rest: Money | None, deferred: bool
    ) -> None:
        """Book what a group was granted to its members; ``rest`` is what its own cap carries on to the next year."""
        how = terms.how.value if terms.how else None
        key = (group.part.name, entry.item)
        was = self.ledger.carried.get(key, Carried(0))
        was = was if was.left(self.year) else Carried(0)
        old = old_first(was, self.year, entry.awarded, sharing_of(terms)) if rest is not None else {}
        for name, money in old.items():
            member = self.lowered.plans.get(name)
            if member is not None and money > 0:
                self._write(member, entry.item if group.items else "", money, entry).over = True
        new = entry.awarded - sum(old.values(), start=0)
        if how is not None and how.mode in ("highest", "choose"):
            cuts = self._to_the_winner(group, how, entry, new, place, deferred=deferred, rest=rest or 0)
        else:
            standing = how is not None and how.mode == "replace"
            names = self._standing(group, place) if standing else group.members
            cuts = self._to_all(group, names, entry, new, place, deferred=deferred)
        if rest is not None:
            self.ledger.carried[key] = going_on(was, old, cuts, rest, last_year(group, self.lowered))

    def _to_the_winner(
        self, group: Plan, how: How, entry: Entry, money: Money, place: int, *, deferred: bool, rest: Money
    ) -> dict[str, Money]:
        """Book all of it to the member that was chosen, or else is highest; to none where that is an 外部.

        Return what that member lacks.
        """
        over_time = reaches_back(how) and how.lower_first in ("difference", "give_back")
        tops: list[Money] = []
        for name in group.members:
            received = self._received(group, name, entry.item) if over_time and not how.each_award else 0
            tops.append(received + max(self._shares(group, name, place, each=how.each_award), default=0))
        if not tops:
            return {}
        chosen = chosen_in(group, how, self.facts, place) if how.mode == "choose" else ""
        highest = group.members[max(range(len(tops)), key=lambda i: (tops[i], -i))]
        name = chosen or highest
        winner = self.lowered.plans.get(name)
        if gives_back(how):
            self._give_back(group, entry)
        if winner is None:
            self._external(name, entry, money)
            return {}
        if how.each_award and winner.items and not group.items:
            dues = self._highs(winner.granted)
            best = dues.index(max(dues))
            self._one(winner, self._held(winner, len(dues))[best], money, best, entry, waits=rest)
        else:
            self._member(group, winner, entry, money, place, deferred=deferred)
        return {name: rest}

    def _received(self, group: Plan, name: str, item: str) -> Money:
        """Return what a member received before: for the item, or of all items where the group is the payee's."""
        return sum((e.granted for e in self._of(name, group, item)), start=0)

    def _before(self, group: Plan, item: str) -> Money:
        """Return what all members of a group received before."""
        return sum((self._received(group, name, item) for name in group.members), start=0)

    def _of(self, name: str, group: Plan, item: str) -> list[Entry]:
        line = self.lowered.terms(group).how
        how = line.value if line is not None else None
        year = self.year if how is not None and span_of(how) == "this_year" else None
        return [
            e for e in self.ledger.entries
            if e.of == name and (not group.items or e.item == item) and year in (None, e.year)
        ]  # fmt: skip

    def _give_back(self, group: Plan, entry: Entry) -> None:
        """Take back what the group and its members were paid before: the higher award is now paid in full."""
        line = self.lowered.terms(group).how
        why = written(line) if line is not None else ""
        for name in (group.part.name, *group.members):
            for before in self._of(name, group, entry.item):
                if before is not entry:
                    before.take_back(self.year, why=why)

    def _external(self, name: str, entry: Entry, money: Money) -> None:
        """Book what another policy paid: it was not granted here, and counts as received."""
        fits = money + sum((inner.awarded for inner in entry.inner), start=0) <= entry.awarded
        if money > 0:
            payments: list[tuple[int, Money]] = [(self.year, money)]
            under = entry if fits else None
            self.ledger.entries.append(Entry(name, entry.item, self.year, money, payments=payments, under=under))

    def _standing(self, group: Plan, place: int) -> tuple[str, ...]:
        """Return the member of a 替代 that is paid: the first that stands, else the last."""
        for name in group.members[:-1]:
            met = results(self.outcome, f"{group.part.name}/{Stage.CONDITION.value}/{name}")
            if any(each.value is True for each in (met[place : place + 1] if group.items else met)):
                return (name,)
        return group.members[-1:]

    def _to_all(
        self, group: Plan, names: Sequence[str], entry: Entry, money: Money, place: int, *, deferred: bool
    ) -> dict[str, Money]:
        """Book every one of these members its share; return what each of them lacks."""
        parts = [(name, min(self._shares(group, name, place))) for name in names]
        cuts: dict[str, Money] = {}
        for name, mine in split(self.lowered, group, parts, money).items():
            cuts[name] = dict(parts)[name] - mine
            self._member(group, self.lowered.plans[name], entry, mine, place, deferred=deferred)
        for name, told in parts:
            if name not in self.lowered.plans:
                self._external(name, entry, told)
        return cuts

    def _member(self, group: Plan, member: Plan, entry: Entry, money: Money, place: int, *, deferred: bool) -> None:
        if group.items:
            due = self._shares(group, member.part.name, place)[0]
            self._one(member, entry.item, money, place, entry, waits=due - money if deferred else 0)
        else:
            self.award(member, money, entry, deferred=deferred)

    def _shares(self, group: Plan, name: str, place: int, *, each: bool = False) -> list[Money]:
        """Return what a member comes to (for the item at hand); with ``each`` what each of its items comes to."""
        member = self.lowered.plans.get(name)
        if member is None:
            records = self.facts.get(group.items) if group.items else None
            told = (records[place] if isinstance(records, list) else self.facts).get(f"外部.{name}", 0)
            return [told] if isinstance(told, int | Fraction) else [0]
        if group.items:
            highs = self._highs(member.granted)
            return [highs[place]] if place < len(highs) else [0]
        together = self._highs(member.result)
        if not (each and member.items):
            return together
        return [min(high, *together) for high in self._highs(member.granted)]

    def _highs(self, binds: str) -> list[Money]:
        found = results(self.outcome, binds)
        return [result.value.high if isinstance(result.value, Interval) else 0 for result in found]


EACH_IN_FORCE = "适用时点：兑付"
EXPIRED = "存续兑付：否"
"""Why instalments behind the end of the policy stop."""


def split(lowered: Lowered, group: Plan, parts: Sequence[tuple[str, Money]], total: Money) -> dict[str, Money]:
    """Return each member's share of a group's total, by 分摊; 外部 awards are paid elsewhere and cannot be cut."""
    own = [(name, money) for name, money in parts if name in lowered.plans]
    outside = sum((money for name, money in parts if name not in lowered.plans), start=0)
    found = shared([money for _, money in own], max(0, total - outside), sharing_of(lowered.terms(group)))
    return {name: money for (name, _), money in zip(own, found, strict=True)}


def sharing_of(terms: Terms) -> str:
    """Return how a group's members bear what its cap cuts."""
    return terms.share.value.id if terms.share is not None and terms.share.value is not None else LAST_BEARS


def _is_short(plan: Plan, outcome: Outcome, granted: Money | None) -> bool:
    """Return whether the authority granted less than it could have."""
    found = results(outcome, plan.result)
    highs = [result.value.high for result in found if isinstance(result.value, Interval)]
    return granted is not None and granted < sum(highs, start=0)


def _returns(terms: Terms) -> bool:
    return gives_back(terms.how.value if terms.how else None)


def _within(highs: list[Money], total: Money) -> list[Money]:
    """Return the items' awards cut, from the last one, to ``total``."""
    left = total
    found: list[Money] = []
    for high in highs:
        found.append(min(high, left))
        left -= found[-1]
    return found


def last_year(plan: Plan, lowered: Lowered) -> int | None:
    """Return the last year (dated 31 December) in which instalments are paid, or None where they outlive the policy."""
    terms = of_part(lowered.whole, lowered.terms(plan))
    run_off = terms.run_off.value if terms.run_off else None
    if run_off is None or run_off.continues:
        return None
    end = end_day(terms)
    return None if end is None else last_full_year(end)


def _paid_until(plan: Plan, lowered: Lowered) -> tuple[int | None, str]:
    """Return the last year in which instalments are paid (None: all are), and the line that stops those after it."""
    terms = of_part(lowered.whole, lowered.terms(plan))
    said = terms.tested_on.value if terms.tested_on else None
    end = end_day(terms)
    outlives = terms.run_off is not None and terms.run_off.value is not None and terms.run_off.value.continues
    if said is not None and said.when == "payment" and not outlives and end is not None:
        return last_full_year(end), EACH_IN_FORCE
    return last_year(plan, lowered), EXPIRED


def shares(terms: Terms) -> list[Fraction]:
    """Return the shares by which an award is paid out, by year; one whole where nothing is said."""
    payout = terms.payout.value if terms.payout else None
    if payout is not None and payout.shares:
        return [quantity.value for quantity in payout.shares]
    return [Fraction(1)]
