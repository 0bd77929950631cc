"""The places of a 名额, taken by the applicants of a year: who falls out is granted nothing.

A place counts one 领取人 where the unit is 家 or 户 or there are no items, else one award. Whoever is ranked higher
comes first: by a fact, by the award, or by the order of application. Dates rank the earliest first.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from fractions import Fraction

from polc.diagnostics import Words
from polc.model.values import Counted
from polc.passes.lower.plan import Lowered, Plan
from polc.runs.entrants import Entrant, Missing
from polc.runs.entry import Entry, Unsure
from polc.runs.funds import family, funds, paid_from
from polc.runs.quotas import Candidate, taken
from polc.runs.telling import ITEM_NAME, Slot, find_slot

NO_ORDER = "名额的排法"
EQUALS = "并列时的排法"
_PAYEES = ("家", "户")
_EARLIEST = ("date", "year")
Rank = int | Fraction


@dataclass
class _Runner:
    """A candidate: who, and which of his awards he would lose; ``missing`` is why his rank or award is not known."""

    who: Entrant
    entries: list[Entry]
    rank: Rank | None = None
    missing: Missing = field(default_factory=frozenset)
    sure: bool = True


def place_all(
    lowered: Lowered, plans: Sequence[Plan], year: int, applied: Sequence[Entrant], everyone: Sequence[Entrant]
) -> None:
    """Take the places of every 名额 in a year; who falls out loses his award, what is not known is doubted.

    Benefits and groups come first, members before their groups, then the pools.
    """
    for plan in plans:
        stated = lowered.terms(plan).quota
        if stated is not None and stated.value is not None:
            by_item = bool(plan.items) and (stated.value.limit.unit not in _PAYEES or bool(stated.value.keys))
            _place(
                _Placing(lowered, {plan.part.name: plan}, year, stated.value, of_payees=not by_item), applied, everyone
            )
    for name, fund in funds(lowered).items():
        quota = fund.terms.quota.value if fund.terms.quota else None
        parts = {plan.part.name: plan for plan in plans if plan.kind == "benefit" and name in paid_from(lowered, plan)}
        if quota is not None and parts:
            placing = _Placing(lowered, parts, year, quota, of_payees=quota.limit.unit in _PAYEES)
            _place(placing, applied, everyone)


def _place(placing: _Placing, applied: Sequence[Entrant], everyone: Sequence[Entrant]) -> None:
    if not placing.quota.keys:
        placing.place(applied, everyone)
    elif placing.per_payee:
        for who in applied:
            placing.place([who], [who])
    else:
        placing.place_by_fact(applied)


@dataclass(frozen=True, slots=True)
class _Placing:
    """One quota in one year: of which parts, and whether a place is a 领取人 or an award."""

    lowered: Lowered
    parts: Mapping[str, Plan]
    year: int
    quota: Counted
    of_payees: bool

    @property
    def per_payee(self) -> bool:
        """Whether every 领取人 has places of his own."""
        key = self.lowered.names.key(self.quota.keys[0])
        contexts = [plan.context for plan in self.parts.values() if plan.context is not None]
        return bool(key) and any(self.lowered.names.key_is(context, key or "") == "payee" for context in contexts)

    def place(self, applied: Sequence[Entrant], everyone: Sequence[Entrant]) -> None:
        """Let the applicants take the places that are left."""
        places = int(self.quota.limit.value)
        runners = self.runners(applied)
        if self.quota.period != "yearly":
            doubts = frozenset(
                miss for who in everyone for name in self.parts for miss in who.past_unknown(name, self.year)
            )
            if doubts:
                for runner in runners:
                    self.doubt(runner, doubts)
                return
            before = [(who, entry) for who in everyone for entry in who.ledger.entries
                      if entry.of in self.parts and entry.year < self.year and entry.counts]  # fmt: skip
            if self.of_payees:
                settled = {who.name for who, _ in before}
                runners = [runner for runner in runners if runner.who.name not in settled]
                places -= len(settled)
            else:
                places -= len(before)
        self._among(runners, places, applied)

    def place_by_fact(self, applied: Sequence[Entrant]) -> None:
        """Let the applicants take the places that there are for each value of a fact: 每个园区 2家."""
        runners = self.runners(applied)
        by: dict[object, list[_Runner]] = {}
        missing: Missing = frozenset()
        name = self.lowered.names.plain_key(self.quota.keys[0])
        slots = {of: find_slot(self.lowered, plan, name) for of, plan in self.parts.items()}
        for runner in runners:
            slot = slots[runner.entries[0].of] if runner.entries else None
            told = self._told(slot, runner) if slot is not None else None
            by.setdefault(told, []).append(runner)
            if told is None:
                missing |= runner.missing or {slot.key if slot is not None else name}
        if self.quota.period != "yearly":
            missing |= {f"以前各年 {name} 的名额"}
        for group in by.values():
            if not missing:
                self._among(group, int(self.quota.limit.value), applied)
        for runner in runners if missing else ():
            self.doubt(runner, missing)

    def _among(self, runners: Sequence[_Runner], places: int, applied: Sequence[Entrant]) -> None:
        """Let these candidates take so many places."""
        self._rank(runners, applied)
        verdicts = taken(places, [Candidate(runner.rank, runner.sure) for runner in runners])
        equals = Counter(runner.rank for runner in runners)
        unknown = frozenset(miss for runner in runners for miss in runner.missing)
        for runner, got in zip(runners, verdicts, strict=True):
            if got is None:
                self.doubt(runner, self._why(runner, equals, unknown))
            elif not got:
                for each in (each for entry in runner.entries for each in entry.inside):
                    each.stop(self.year, self._line)
                for name in {entry.of for entry in runner.entries}:
                    runner.who.told.append((name, self._out(runner, len(runners))))

    def runners(self, applied: Sequence[Entrant]) -> list[_Runner]:
        """Return who may take a place."""
        found: list[_Runner] = []
        for who in applied:
            missing = frozenset(
                miss for part, missing in who.unknown.items() for miss in missing
                if any(each.part.name in self.parts for each in family(self.lowered, self.lowered.plans[part]))
            )  # fmt: skip
            mine = [e for e in who.ledger.entries if e.of in self.parts and e.year == self.year and e.granted > 0]
            if missing:
                found.append(_Runner(who, [], missing=missing, sure=False))
            elif mine and self.of_payees:
                found.append(_Runner(who, mine))
            else:
                found.extend(_Runner(who, [entry]) for entry in mine)
        return found

    def _rank(self, runners: Sequence[_Runner], applied: Sequence[Entrant]) -> None:
        by = self.quota.by
        if by is None:
            return
        slots = {name: find_slot(self.lowered, plan, by.text) for name, plan in self.parts.items()}
        places = {who.name: place for place, who in enumerate(applied)}
        for runner in runners:
            slot = slots[runner.entries[0].of] if runner.entries else next(iter(slots.values()))
            match by.text:
                case "申请先后" | "application_order":
                    runner.rank = -places[runner.who.name]
                case "应得" | "award" | "合计" | "total":
                    runner.rank = sum((e.granted for e in runner.entries), start=0) if runner.sure else None
                case _ if slot is not None:
                    runner.rank = self._value(slot, runner)
                    if runner.rank is None:
                        runner.missing |= {slot.key}
                case _:
                    pass

    def _told(self, slot: Slot, runner: _Runner) -> object:
        """Return what was told of a candidate's fact, or None."""
        told = runner.who.facts.get(slot.key)
        if slot.items:
            records = runner.who.facts.get(slot.items)
            item = runner.entries[0].item if runner.entries else None
            held = records if isinstance(records, list) else []
            told = next((r.get(slot.key) for n, r in enumerate(held) if str(r.get(ITEM_NAME, n)) == item), None)
        return told

    def _value(self, slot: Slot, runner: _Runner) -> Rank | None:
        told = self._told(slot, runner)
        if isinstance(told, str):
            return slot.levels.index(told) if told in slot.levels else None
        if not isinstance(told, int | Fraction):
            return None
        return -told if slot.kind in _EARLIEST else told

    def _why(self, runner: _Runner, equals: Mapping[Rank | None, int], unknown: Missing) -> Missing:
        """Return why it is not known whether somebody has a place."""
        if self.quota.by is None:
            return frozenset({NO_ORDER})
        return unknown or (frozenset({EQUALS}) if equals[runner.rank] > 1 else frozenset({NO_ORDER}))

    def doubt(self, runner: _Runner, missing: Missing) -> None:
        """Say that it is not known whether somebody is granted his award."""
        for entry in runner.entries:
            for each in entry.inside:
                each.unsure.append(Unsure(self.year, missing, shared=True))

    @property
    def _line(self) -> str:
        """The line as written."""
        return f"名额 {self.quota.span.text if self.quota.span else ''}"

    def _out(self, runner: _Runner, count: int) -> Words:
        unit = self.quota.limit.unit
        item = runner.entries[0].item if runner.entries and not self.of_payees else ""
        of = f"{item} " if item else ""
        return Words(
            f"{of}{self._line}，够条件的 {count}{unit}，没有排上",
            f"{of}{self._line}, {count} qualify, and it is not among the first",
        )
