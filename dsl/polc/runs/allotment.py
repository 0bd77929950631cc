"""A year shared out among all applicants: first the places of quotas, then the cash of the year from the pools.

What each is due stands already in the ledgers; this takes off what falls out of a quota, cuts or puts off what a pool
cannot pay, and says what cannot be known. Who applied first comes first: earlier years before later ones, and within a
year the order in which the applicants were named.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from functools import cached_property
from itertools import accumulate

from polc.passes.lower.plan import Lowered, Plan
from polc.runs.entrants import Entrant, Missing
from polc.runs.entry import Entry, Money, Unsure
from polc.runs.funds import Fund, family, funds, paid_from
from polc.runs.placing import place_all
from polc.runs.pools import Claim, share


@dataclass
class Due:
    """What is to be paid to an applicant this year for one award (``entry``), or what is not known of it.

    ``parts`` are the benefit and the groups whose cash it is, ``pools`` all that it is drawn on. ``amount`` is what is
    left of it after the pools so far; None where that is not known.
    """

    who: Entrant
    entry: Entry | None
    parts: tuple[str, ...]
    pools: frozenset[str]
    full: Money | None
    missing: Missing = frozenset()
    amount: Money | None = None
    deferred: Money = 0

    def __post_init__(self) -> None:
        self.amount = self.full


@dataclass(frozen=True, slots=True)
class Line:
    """What one applicant claims from a pool, gets and is put off with; None where it is not known."""

    who: str
    part: str
    claimed: Money | None
    paid: Money | None
    deferred: Money


@dataclass(frozen=True)
class Sharing:
    """How a pool was shared in one year: what it held (None: not known) and what each claimed and got, in order."""

    fund: Fund
    year: int
    left: Money | None
    lines: tuple[Line, ...]
    missing: Missing

    @cached_property
    def total(self) -> Money:
        """What is claimed in all, as far as it is known."""
        return sum((line.claimed or 0 for line in self.lines), start=0)

    @property
    def short(self) -> bool:
        """Whether more is claimed than the pool holds."""
        return self.left is not None and self.total > self.left

    @cached_property
    def unknown(self) -> int:
        """How many claims are not known."""
        return sum(1 for line in self.lines if line.claimed is None)

    @cached_property
    def _places(self) -> dict[str, list[int]]:
        found: dict[str, list[int]] = {}
        for place, line in enumerate(self.lines):
            found.setdefault(line.who, []).append(place)
        return found

    @cached_property
    def _paid(self) -> list[Money]:
        """What was paid in all to those before each place."""
        return list(accumulate((line.paid or 0 for line in self.lines), initial=0))

    def of(self, who: str) -> list[Line]:
        """Return an applicant's claims."""
        return [self.lines[place] for place in self._places.get(who, ())]

    def before(self, who: str) -> Money:
        """Return what was paid to the others who stood before an applicant's last claim."""
        places = self._places[who]
        return self._paid[places[-1]] - sum((self.lines[place].paid or 0 for place in places[:-1]), start=0)


@dataclass
class Allotment:
    """Everybody who applies for ``plans``, from year to year, under one choice of readings.

    ``sizes`` are the sizes of pools (in 分) that were told instead of written.
    """

    lowered: Lowered
    plans: Sequence[Plan]
    sizes: Mapping[str, Money] = field(default_factory=dict)
    entrants: dict[str, Entrant] = field(default_factory=dict)
    shared: list[Sharing] = field(default_factory=list)  # in the year shared out last
    _applied: dict[str, int] = field(default_factory=dict)  # who applied this year, and in which order
    _queue: dict[int, tuple[int, int]] = field(default_factory=dict)  # by award: its year, and who came how early
    _spent: dict[str, Money] = field(default_factory=dict)
    _doubts: dict[str, Missing] = field(default_factory=dict)  # by pool: why it is not known what is left of it

    @cached_property
    def family(self) -> list[Plan]:
        """The parts asked about and all that they are made of, members before their groups."""
        found = [each for plan in self.plans for each in family(self.lowered, plan)]
        return list({plan.part.name: plan for plan in found}.values())

    def begin(self) -> None:
        """Begin a year, in which nobody has applied yet."""
        self.shared, self._applied = [], {}
        for who in self.entrants.values():
            who.begin()

    def enter(self, who: Entrant) -> None:
        """Take in an application, behind those taken in before; what it is granted stands in its ledger already."""
        place = self._applied.setdefault(who.name, len(self._applied))
        for entry in who.ledger.entries:
            self._queue.setdefault(id(entry), (entry.year, place))

    def allot(self, year: int) -> None:
        """Share a year out: take the places of quotas, share the pools, and write it into the ledgers."""
        applied = [self.entrants[name] for name in self._applied]
        place_all(self.lowered, self.family, year, applied, list(self.entrants.values()))
        dues = self._dues(year)
        for name, fund in funds(self.lowered).items():
            mine = [due for due in dues if name in due.pools]
            if mine:
                self._share(fund, year, mine)
        for due in dues:
            self._pay(due, year)

    def _dues(self, year: int) -> list[Due]:
        """Return what is to be paid this year, in the order of application."""
        found: list[tuple[tuple[int, int], Due]] = []
        plans = {plan.part.name: plan for plan in self.family}
        pools_of = {name: paid_from(self.lowered, plan) for name, plan in plans.items()}
        for who in self.entrants.values():
            for entry in who.ledger.entries:
                if entry.of not in plans or plans[entry.of].kind == "group":
                    continue  # an award of another policy is not paid from here, and a group's is its members'
                parts = tuple(each.of for each in (entry, *entry.above) if each.of in plans)
                pools = frozenset(name for part in parts for name in pools_of[part])
                missing = entry.doubted(back=False, year=year)
                if entry.year == year:  # what is not known of all that was applied for is not known of this
                    missing = missing.union(*who.unknown.values())
                money = sum((due for when, due in entry.payments if when == year), start=0)
                if money:
                    due = Due(who, entry, parts, pools, None if missing else money, missing)
                    found.append((self._queue[id(entry)], due))
        for name, place in self._applied.items():
            who = self.entrants[name]
            for part, missing in who.unknown.items():
                inside = family(self.lowered, plans[part])
                parts = tuple(plan.part.name for plan in inside)
                pools = frozenset(name for each in parts for name in pools_of[each])
                found.append(((year, place), Due(who, None, parts, pools, None, missing)))
        return [due for _, due in sorted(found, key=lambda pair: pair[0])]

    def _share(self, fund: Fund, year: int, mine: Sequence[Due]) -> None:
        """Share one pool among those that draw on it."""
        size = self.sizes.get(fund.name, fund.size)
        left = size if size is None or fund.yearly else max(0, size - self._spent.get(fund.name, 0))
        doubt = self._doubts.get(fund.name, frozenset())
        claims = [Claim(due.amount, due.missing) for due in mine]
        if doubt:
            claims.insert(0, Claim(None, doubt))
        shares = share(left, fund.rule, claims, fund.silent, fund.unsized)[bool(doubt) :]
        lines: list[Line] = []
        for due, got in zip(mine, shares, strict=True):
            lines.append(Line(due.who.name, due.parts[0], due.amount, got.paid, got.deferred))
            due.amount = got.paid
            due.deferred += got.deferred
            due.missing |= got.missing
        missing = frozenset(name for got in shares for name in got.missing)
        self.shared.append(Sharing(fund, year, left, tuple(lines), missing))
        if missing and (not fund.yearly or fund.rule == "defer"):
            self._doubts[fund.name] = doubt | missing

    def _pay(self, due: Due, year: int) -> None:
        """Write into the ledger what became of a claim."""
        entry = due.entry
        if due.amount is None and entry is not None:
            if not entry.doubted(back=False, year=year):
                entry.unsure.append(Unsure(year, due.missing, shared=True))
        elif due.amount is None:
            due.who.doubt(due.parts, due.missing, year)
        if entry is None or due.full is None or due.amount is None:
            return
        for name in due.pools:
            self._spent[name] = self._spent.get(name, 0) + due.amount
        cut = due.full - due.amount - due.deferred
        entry.defer(year, due.deferred)
        entry.cut(year, cut, f"资金池 {'、'.join(sorted(due.pools))}")
