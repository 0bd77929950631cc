"""Many applicants of one policy in one year: each computed by himself, then quotas and pools shared out among all.

Pure: applicants in the order of application go in; what each is due and is paid, and how every pool was shared, come
out. A group that cannot be decided for want of facts is looked at member by member, so that what is known is shared.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from fractions import Fraction

from polc.core.types import Items
from polc.diagnostics import Words
from polc.passes.lower.plan import Lowered, Plan
from polc.readers.evaluate import Interval, Outcome, Result
from polc.runs.allotment import Allotment, Sharing
from polc.runs.answer import compute, is_asked, summed
from polc.runs.assumed import Presumption, silences
from polc.runs.booking import book
from polc.runs.entrants import Entrant
from polc.runs.fold import GRANTED_IN_FULL
from polc.runs.funds import family, said_of
from polc.runs.ledger import Ledger
from polc.runs.pooled import presumed, told_to
from polc.runs.telling import ITEM_NAME

IN_PARTS = Presumption(
    "group",
    Words("有的组还不能判定，先按各项算", "some groups cannot be decided yet; their members are taken one by one"),
)


@dataclass(frozen=True, slots=True)
class Applicant:
    """Who applies: facts by their core names (items: lists of records), and what was received before."""

    name: str
    facts: Mapping[str, object]
    ledger: Ledger = field(default_factory=Ledger)


@dataclass(frozen=True, slots=True)
class Settled:
    """What one applicant is due under a part, what he is paid this year, and what quotas and pools did to that."""

    who: str
    plan: Plan
    due: Result
    paid: Result
    placed: tuple[Words, ...] = ()
    pooled: tuple[Words, ...] = ()


@dataclass(frozen=True, slots=True)
class Batch:
    """All that came out, in the order of the policy's parts and of application."""

    lowered: Lowered
    day: int
    applicants: tuple[str, ...]
    settled: tuple[Settled, ...]
    shared: tuple[Sharing, ...]
    presumed: tuple[Presumption, ...]

    @property
    def year(self) -> int:
        """The year whose money is shared."""
        return dt.date.fromordinal(self.day).year


def settle_batch(
    lowered: Lowered, applicants: Sequence[Applicant], day: int, only: frozenset[str] | None = None
) -> Batch:
    """Return what everybody is due and is paid in the year of ``day``; ``only`` limits the parts by name."""
    year = dt.date.fromordinal(day).year
    plans = [plan for plan in _tops(lowered, only) if plan.kind != "requirement"]
    allotment = Allotment(lowered, plans)
    notes: dict[Presumption, None] = {}
    dues: list[tuple[Plan, Entrant, Result]] = []
    for applicant in applicants:
        who = allotment.entrants[applicant.name] = Entrant(applicant.name, applicant.ledger)
        booked: list[tuple[Plan, Outcome, dict[str, object]]] = []
        for plan in plans:
            for part, outcome, told, guessed in _decided(lowered, plan, applicant, day):
                notes.update(dict.fromkeys(guessed))
                due = summed(outcome, part)
                if part is not plan and IN_PARTS not in notes:
                    notes[IN_PARTS] = None
                if due.missing:
                    who.unknown[part.part.name] = due.missing
                elif isinstance(due.value, Interval) and due.value.open:
                    who.unknown[part.part.name] = frozenset({f"{applicant.name} 的核定"})
                else:
                    booked.append((part, outcome, told))
                if isinstance(due.value, Interval) and due.value.low != due.value.high and not due.value.open:
                    notes[GRANTED_IN_FULL] = None
                who.facts = {**who.facts, **told}
                dues.append((part, who, due))
        for part, outcome, told in booked:  # none of this year's awards counts as received for another of them
            book(lowered, part, outcome, who.ledger, year, _names(lowered, part, told), told)
        allotment.enter(who)
    allotment.allot(year)
    for plan in plans:
        notes.update(dict.fromkeys(said_of(lowered, plan)))
    notes.update(dict.fromkeys(presumed(allotment.shared, lowered)))
    order = {name: place for place, name in enumerate(lowered.plans)}
    settled = sorted((_settled(allotment, *one, year) for one in dues), key=lambda one: order[one.plan.part.name])
    names = tuple(applicant.name for applicant in applicants)
    return Batch(lowered, day, names, tuple(settled), tuple(allotment.shared), tuple(notes))


def _tops(lowered: Lowered, only: frozenset[str] | None) -> list[Plan]:
    """Return the parts asked about that stand in no other part asked about."""
    wanted = [plan for name, plan in lowered.plans.items() if only is None or name in only]
    held = {name for plan in wanted for name in plan.members}
    return [plan for plan in wanted if plan.part.name not in held]


def _decided(
    lowered: Lowered, plan: Plan, applicant: Applicant, day: int
) -> Iterator[tuple[Plan, Outcome, dict[str, object], list[Presumption]]]:
    """Yield what was computed of a part about which something was told; of an undecided group, of its members."""
    if not is_asked(lowered, plan, applicant.facts):
        return
    outcome, told, guessed = compute(lowered, plan, applicant.facts, day, applicant.ledger)
    inner = [lowered.plans[name] for name in plan.members if name in lowered.plans]
    if plan.kind == "group" and inner and summed(outcome, plan).missing:
        for member in inner:
            yield from _decided(lowered, member, applicant, day)
    else:
        yield plan, outcome, told, [*guessed, *silences(lowered, plan)]


def _names(lowered: Lowered, plan: Plan, told: Mapping[str, object]) -> dict[str, list[str]]:
    """Return the names of the items at hand; one without a name goes by its place."""
    found: dict[str, list[str]] = {}
    for given in lowered.slice(plan).inputs:
        records = told.get(given.name)
        if isinstance(given.type, Items) and isinstance(records, list):
            found[given.name] = [str(record.get(ITEM_NAME, place)) for place, record in enumerate(records)]
    return found


def _settled(allotment: Allotment, plan: Plan, who: Entrant, due: Result, year: int) -> Settled:
    name = plan.part.name
    mine = [entry for entry in who.ledger.entries if entry.of == name]
    missing = who.unsettled.get(name, frozenset()).union(
        *(entry.doubted(back=False, year=year) for entry in mine), due.missing
    )
    cash = sum((entry.paid(year) for entry in mine), start=Fraction(0))
    paid = Result(None, applies=None, missing=missing) if missing else Result(Interval(cash, cash), applies=True)
    inside = {each.part.name for each in family(allotment.lowered, plan)}
    mine_of = [s for s in allotment.shared if any(line.part in inside for line in s.of(who.name))]
    placed = [words for part, words in who.told if part in inside]
    pooled = [words for sharing in mine_of if (words := told_to(sharing, who.name)) is not None]
    return Settled(who.name, plan, due, paid, tuple(placed), tuple(pooled))
