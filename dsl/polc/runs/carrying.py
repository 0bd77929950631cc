"""What exceeded the cap of a year, on its way to the next: how much it is, and to which members of a group it belongs.

What was carried over is paid first, before what is new. Amounts are exact, in 分.
"""

from __future__ import annotations

from collections.abc import Mapping

from polc.passes.lower.carrying import left_over
from polc.passes.lower.plan import Plan
from polc.readers.evaluate import Interval, Outcome
from polc.runs.entry import Carried, Money
from polc.runs.reached import results
from polc.runs.sharing import shared


def leftovers(outcome: Outcome, plan: Plan, level: str) -> list[Money]:
    """Return what goes on to the next year, for each item or for the payee; none where no cap of the part carries over.

    It is the upper end; what is still to be determined has no figure, and goes nowhere.
    """
    found = results(outcome, left_over(plan.part.name, level))
    return [r.value.high if isinstance(r.value, Interval) and not r.value.open else 0 for r in found]


def own_level(plan: Plan) -> str:
    """Return at which level a part's awards are booked one by one."""
    return "item" if plan.items else "payee"


def old_first(was: Carried, year: int, money: Money, mode: str) -> dict[str, Money]:
    """Return what is paid to each member of what was carried over, out of a group's money."""
    names = list(was.by)
    paid = shared([was.by[name] for name in names], min(money, was.left(year)), mode)
    return dict(zip(names, paid, strict=True))


def going_on(
    was: Carried, paid: Mapping[str, Money], cuts: Mapping[str, Money], rest: Money, last: int | None
) -> Carried:
    """Return what a group carries on: what is left of the old, and of the new as far as it was cut."""
    old = {name: money - paid.get(name, 0) for name, money in was.by.items()}
    new = shared(list(cuts.values()), max(0, rest - sum(old.values(), start=0)), "pro_rata")
    for name, money in zip(cuts, new, strict=True):
        old[name] = old.get(name, 0) + money
    return Carried(rest, {name: money for name, money in old.items() if money > 0}, last)
