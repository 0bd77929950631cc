"""The pools of a policy under one choice of readings: how large each is, which holds which, and who draws on them."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from polc.diagnostics import Words
from polc.model.policy import Pool, Terms
from polc.model.values import Choice
from polc.passes.lower.plan import Lowered, Plan
from polc.runs.assumed import Presumption, unwritten
from polc.runs.entry import Money


@dataclass(frozen=True, slots=True)
class Fund:
    """A pool: ``size`` in 分 (None: not known), of each year or for ever; ``rule`` as in ``pools.share``.

    ``within`` are the pools of which it is part, the nearest first.
    """

    part: Pool
    terms: Terms
    size: Money | None
    yearly: bool
    rule: str
    within: tuple[str, ...] = ()

    @property
    def name(self) -> str:
        """The pool's name."""
        return self.part.name

    @property
    def unsized(self) -> str:
        """What is missing where its size is not known."""
        return f"“{self.name}”的数额"

    @property
    def silent(self) -> str:
        """What is missing where it is exceeded and the text gives no rule."""
        return f"“{self.name}”超出时的分法"


def funds(lowered: Lowered) -> dict[str, Fund]:
    """Return every pool by name, those that are part of another before it."""
    if "funds" not in lowered.memo:
        found = {pool.name: _fund(lowered, pool) for pool in lowered.policy.pools}
        order = sorted(found.values(), key=lambda fund: -len(fund.within))
        lowered.memo["funds"] = {fund.name: fund for fund in order}
    made: dict[str, Fund] = lowered.memo["funds"]  # type: ignore[assignment]  # what was put there
    return made


def _fund(lowered: Lowered, pool: Pool) -> Fund:
    terms = pool.terms(lowered.selection)
    amount = pool.size.amount if pool.size is not None else None
    excess = terms.excess.value if terms.excess else None
    return Fund(
        pool,
        terms,
        None if amount is None else int(amount.value * 100),
        pool.size is not None and pool.size.period == "yearly",
        excess.id if isinstance(excess, Choice) else "",
        _within(lowered, pool),
    )


def _within(lowered: Lowered, pool: Pool) -> tuple[str, ...]:
    known = {each.name: each for each in lowered.policy.pools}
    found: list[str] = []
    here: Pool | None = pool
    while here is not None:
        named = here.terms(lowered.selection).from_pool
        name = named.value.text if named is not None and named.value is not None else ""
        here = known.get(name) if name != pool.name and name not in found else None
        if here is not None:
            found.append(name)
    return tuple(found)


def drawn(lowered: Lowered, plan: Plan) -> tuple[str, ...]:
    """Return the pools that a part itself says it is paid from, and those that hold them."""
    named = lowered.terms(plan).from_pool
    fund = funds(lowered).get(named.value.text) if named is not None and named.value is not None else None
    return (fund.name, *fund.within) if fund is not None else ()


def paid_from(lowered: Lowered, plan: Plan) -> tuple[str, ...]:
    """Return the pools that a part is paid from: its own, and those of the groups that hold it; worked out once."""
    name = f"paid_from/{plan.part.name}"
    if name not in lowered.memo:
        lowered.memo[name] = _paid_from(lowered, plan)
    made: tuple[str, ...] = lowered.memo[name]  # type: ignore[assignment]  # what was put there
    return made


def _paid_from(lowered: Lowered, plan: Plan) -> tuple[str, ...]:
    found = dict.fromkeys(drawn(lowered, plan))
    held = {plan.part.name}
    for group in lowered.plans.values():  # members come before their groups
        if held & set(group.members):
            held.add(group.part.name)
            found.update(dict.fromkeys(drawn(lowered, group)))
    return tuple(found)


def family(lowered: Lowered, plan: Plan) -> tuple[Plan, ...]:
    """Return a part and all that it is made of, members before their groups."""
    inner = [lowered.plans[name] for name in plan.members if name in lowered.plans]
    return (*(each for member in inner for each in family(lowered, member)), plan)


def said_of(lowered: Lowered, plan: Plan) -> list[Presumption]:
    """Return what is presumed of the pools a part draws on because the text is silent."""
    found: list[Presumption] = []
    for name in dict.fromkeys(name for each in family(lowered, plan) for name in paid_from(lowered, each)):
        fund = funds(lowered)[name]
        found.extend(unwritten(fund.terms))
        if fund.size is not None and fund.part.size is not None and not fund.part.size.period:
            total = Words(
                f"资金池“{name}”没有写每年，按总额算",
                f"pool “{name}” has no period; taken as a total",
            )
            found.append(Presumption("pool", total))
    return found


def others(lowered: Lowered, plans: Sequence[Plan]) -> list[Presumption]:
    """Return that nobody else draws on the pools of these parts, where other parts of the policy may."""
    mine = {each.part.name for plan in plans for each in family(lowered, plan)}
    pools = dict.fromkeys(name for plan in plans for each in family(lowered, plan) for name in paid_from(lowered, each))
    found: list[Presumption] = []
    for name in pools:
        if any(name in paid_from(lowered, plan) for plan in lowered.plans.values() if plan.part.name not in mine):
            alone = Words(f"别的项没有用资金池“{name}”", f"nothing else is paid from pool “{name}”")
            found.append(Presumption("pool", alone))
    return found


def shares(lowered: Lowered, plan: Plan) -> bool:
    """Return whether what a part pays hangs on other applicants, through a pool or a quota."""
    inside = family(lowered, plan)
    quotas = [lowered.terms(each).quota for each in inside]
    return any(paid_from(lowered, each) for each in inside) or any(each and each.value for each in quotas)
