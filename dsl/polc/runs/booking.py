"""From an outcome to ledger entries: who is booked what.

A benefit by itself is booked its award. A 就高 group books its payment to the winner; a group that adds books each
member its own, in the order of the members, until the group's total is used up (a joint cap's cut falls on the last).
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping
from fractions import Fraction

from polc.model.policy import Group, Terms
from polc.model.values import How
from polc.passes.lower.plan import Lowered, Plan
from polc.passes.lower.scope import end_day
from polc.readers.evaluate import Interval, Outcome
from polc.runs.ledger import Entry, Ledger, Money, instalments
from polc.runs.reached import results, tiers_reached


def book(
    lowered: Lowered,
    plan: Plan,
    outcome: Outcome,
    ledger: Ledger,
    year: int,
    names: Mapping[str, list[str]],
    granted: Money | None = None,
) -> None:
    """Write what a part was granted; ``granted`` overrides the upper end (of the only item, or of all together)."""
    highs = _highs(outcome, plan.due if plan.items else plan.result)
    if granted is not None and len(highs) == 1:
        highs = [granted]
    elif granted is not None:
        highs = _within(highs, [granted])
    elif plan.items and plan.kind == "benefit":
        highs = _within(highs, _highs(outcome, plan.result))
    held = names.get(plan.items, [str(place) for place in range(len(highs))]) if plan.items else [""]
    for item, money in zip(held, highs, strict=False):
        _book_one(lowered, plan, outcome, ledger, year, item, money, _place(held, item) if plan.items else 0)


def _within(highs: list[Money], total: list[Money]) -> list[Money]:
    """Return the items' awards cut, from the last one, to what the payee gets in all."""
    left = total[0] if total else 0
    found: list[Money] = []
    for high in highs:
        found.append(min(high, left))
        left -= found[-1]
    return found


def _place(held: list[str], item: str) -> int:
    return held.index(item)


def _highs(outcome: Outcome, binds: str) -> list[Money]:
    return [result.value.high if isinstance(result.value, Interval) else 0 for result in results(outcome, binds)]


def _book_one(
    lowered: Lowered, plan: Plan, outcome: Outcome, ledger: Ledger, year: int, item: str, money: Money, place: int
) -> None:
    if money <= 0:
        return
    entry = Entry(plan.part.name, item, year, money, tiers_reached(plan, lowered, outcome, place),
                  instalments(money, shares(plan.part.terms(lowered.selection)), year))  # fmt: skip
    last = _last_year(plan, lowered)
    if last is not None:
        entry.stop(last + 1)
    ledger.entries.append(entry)
    if plan.kind != "group":
        return
    members = [lowered.plans[name] for name in plan.members if name in lowered.plans]
    mode = "add"
    if isinstance(plan.part, Group):
        terms = plan.part.terms(lowered.selection)
        how = terms.how.value if terms.how else None
        mode = how.mode if isinstance(how, How) else "add"
    amounts = [_member_high(outcome, member, plan, place) for member in members]
    if mode == "highest":
        received = [ledger.granted(member.part.name, item) for member in members]
        tops = [r + a for r, a in zip(received, amounts, strict=True)]
        if tops:
            winner = max(range(len(tops)), key=lambda i: (tops[i], -i))
            _book_one(lowered, members[winner], outcome, ledger, year, item, money, place)
        return
    left = money
    for member, amount in zip(members, amounts, strict=True):
        mine = min(left, amount)
        left -= mine
        _book_one(lowered, member, outcome, ledger, year, item, mine, place)


def _member_high(outcome: Outcome, member: Plan, group: Plan, place: int) -> Money:
    binds = member.due if group.items else member.result
    highs = _highs(outcome, binds)
    return highs[min(place, len(highs) - 1)] if highs else 0


def _last_year(plan: Plan, lowered: Lowered) -> int | None:
    """Return the last year (dated 31 December) in which instalments are paid, or None where they outlive the policy."""
    run_off = plan.part.terms(lowered.selection).run_off
    if run_off is None or run_off.value is None or run_off.value.continues:
        return None
    end = end_day(lowered.policy.terms(lowered.selection))
    if end is None:
        return None
    last = dt.date.fromordinal(end)
    return last.year if (last.month, last.day) == (12, 31) else last.year - 1


def shares(terms: Terms) -> list[Fraction]:
    """Return the shares by which an award is paid out, by year; one whole where nothing is said."""
    payout = terms.payout.value if terms.payout else None
    if payout is not None and payout.shares:
        return [quantity.value for quantity in payout.shares]
    return [Fraction(1)]
