"""Scenarios of several applicants: each is computed by himself, then the year is shared out among all of them.

Each has a ledger of his own. What he is due (应得, 合计) is what the policy says of one; 兑付 is what is left of it
after the quotas and the pools. The order of the rows is the order of application.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from itertools import groupby

from polc.core.types import Items
from polc.diagnostics import Diagnostic
from polc.errors import applicant_missing, years_disordered
from polc.model.expectations import Blank, Table
from polc.model.policy import Part
from polc.model.values import Given
from polc.passes.lower.plan import Lowered, Plan
from polc.passes.pipeline import Compiled
from polc.readers.evaluate import Interval
from polc.runs import limits
from polc.runs.allotment import Allotment
from polc.runs.entrants import Entrant, Missing
from polc.runs.entry import Money, dated
from polc.runs.fold import Before, Fold, Watch, step
from polc.runs.funds import others, said_of
from polc.runs.judging import CASH, Key, Output, judge_totals, judge_year, outputs_of, stamped
from polc.runs.pooled import presumed, told_to
from polc.runs.reached import results
from polc.runs.setting import setting
from polc.runs.tables import RowRun, broken_promises, note_of
from polc.runs.telling import ITEM_NAME, Slot
from polc.runs.told import Told, assumed, find_slots, of_earlier, other_views, tell
from polc.runs.years import Year, applicants_column, granted_of, years_of


@dataclass
class _Field:
    """Everybody who applies, under one choice of readings."""

    allotment: Allotment
    plan: Plan
    before: Before
    watch: Watch | None = None
    folds: dict[str, Fold] = field(default_factory=dict)

    def fold(self, name: str) -> Fold:
        """Return an applicant's way through the years so far."""
        if name not in self.folds:
            self.folds[name] = Fold(self.allotment.lowered, self.plan, before=self.before, watch=self.watch)
            self.allotment.entrants[name] = Entrant(name, self.folds[name].ledger)
        return self.folds[name]

    def begin(self) -> None:
        """Begin a year."""
        self.allotment.begin()
        for fold in self.folds.values():
            fold.outcome, fold.facts, fold.shared = None, {}, ()
            fold.unsettled = fold.past_unknown = frozenset()

    def apply(self, year: int, name: str, told: Told, granted: Money | None, result: RowRun) -> None:
        """Compute one applicant's year and book what he is due."""
        fold, who = self.fold(name), self.allotment.entrants[name]
        step(fold, year, told, granted, result)
        who.facts = fold.facts
        fold.past_unknown = unknown_past(fold, who, year)
        fold.past_ever |= fold.past_unknown
        if fold.past_unknown:
            result.computed.pop()  # it was computed from a past that is not known
        missing = fold.past_unknown or _unknown(fold, name, granted)
        if missing:
            who.unknown[self.plan.part.name] = missing
        self.allotment.enter(who)

    def settle(self, year: int) -> None:
        """Share the year out, and tell each applicant what it did to him."""
        self.allotment.allot(year)
        for name, fold in self.folds.items():
            who = self.allotment.entrants[name]
            told = [told_to(sharing, name) for sharing in self.allotment.shared]
            fold.shared = (*(words for _, words in who.told), *(words for words in told if words is not None))
            fold.unsettled = who.unsettled.get(self.plan.part.name, frozenset())
            fold.ever_unsettled |= frozenset(dated(missing, year) for missing in fold.unsettled)


def _unknown(fold: Fold, name: str, granted: Money | None) -> Missing:
    """Return for want of what it is not known what somebody is due."""
    assert fold.outcome is not None  # noqa: S101 - computed just before
    found = results(fold.outcome, fold.plan.result)
    missing = frozenset(miss for result in found for miss in result.missing)
    if not missing and granted is None and any(isinstance(r.value, Interval) and r.value.open for r in found):
        return frozenset({f"{name} 的核定"})
    return missing


def unknown_past(fold: Fold, who: Entrant, year: int) -> Missing:
    """Return on what it hangs what somebody was granted before a year, where the part reads that."""
    inputs = fold.lowered.slice(fold.plan).inputs
    read = {given.name for given in inputs}.union(
        *({each.name for each in given.type.fields} for given in inputs if isinstance(given.type, Items))
    )
    found: Missing = frozenset()
    for history in fold.lowered.histories:
        if history.name in read and history.period == "ever":
            records = fold.facts.get(history.items)
            held = records if isinstance(records, list) else []
            names = {str(record.get(ITEM_NAME, place)) for place, record in enumerate(held)}
            found |= who.past_unknown(history.of, year, names if history.items else None)
    return found


def run_applicants(compiled: Compiled, part: Part, table: Table, watch: Watch | None = None) -> Iterator[RowRun]:
    """Run a scenario of several applicants; ``watch`` as of ``run_scenario``.

    Yields nothing where the part itself could not be compiled.
    """
    problems: list[Diagnostic] = []
    base = setting(compiled, table, problems)
    lowered = compiled.lowered(base.selection)
    plan = lowered.plans.get(part.name)
    if plan is None:
        return
    table = limits.settled(lowered, plan, table, problems)
    outputs = outputs_of(compiled, table, base.selection, problems)
    problems.extend(disorder(table))
    before = assumed(lowered, plan, [each for each in base.given if of_earlier(each)], problems)
    given = tuple(each for each in base.given if not of_earlier(each))
    fields: dict[Key, _Field] = {}
    for output in outputs:
        other = compiled.lowered(dict(output.key))
        mine = other.plans.get(part.name, plan)
        fields.setdefault(output.key, _Field(Allotment(other, [mine], base.sizes), mine, before, watch))
    slots = find_slots(lowered, plan, table, problems, other_views(compiled, part, base.selection))
    run = _Run(lowered, plan, table, given, slots, outputs, fields, problems)
    for _, stretch in groupby(_numbered(table), key=lambda pair: pair[0]):
        yield from run.stretch([year for _, year in stretch])


def _numbered(table: Table) -> Iterator[tuple[int, Year]]:
    """Yield every applicant's rows with the number of the stretch of years they belong to."""
    number = 0
    for year in years_of(table):
        number += year.begins
        yield number, year


def disorder(table: Table) -> Iterator[Diagnostic]:
    """Yield a finding for each year of a table of applicants that does not say who applies, or comes too late."""
    place = applicants_column(table)
    last: int | None = None
    for year in years_of(table):
        if place is None or year.first is None:
            continue
        row = year.rows[0][1]
        span = row.cells[place].span or row.span
        assert span is not None  # noqa: S101 - the parser gives every row its place
        if not year.applicant:
            yield applicant_missing.applicant_missing(span)
        if year.begins and last is not None and year.first <= last and row.span is not None:
            yield years_disordered.years_disordered(row.span, str(year.first), str(last))
        last = year.last


@dataclass
class _Run:
    """A table on its way: what it asks about, and the year it has come to."""

    lowered: Lowered
    plan: Plan
    table: Table
    given: tuple[Given, ...]
    slots: list[Slot | str | None]
    outputs: Sequence[Output]
    fields: Mapping[Key, _Field]
    problems: list[Diagnostic]
    last: int | None = None

    def stretch(self, years: Sequence[Year]) -> Iterator[RowRun]:
        """Run the rows of one stretch of years, or of the totals."""
        found: list[tuple[Year, RowRun, Told | None]] = []
        problems = list(self.problems)
        for year in years:
            number, row = year.rows[0]
            assert row.span is not None  # noqa: S101 - the parser gives every row its place
            result = RowRun(self.plan.part, self.table, number, row.span, note_of(self.table, row))
            told = None
            if year.first is not None and self._applies(year):
                told = tell(self.lowered, self.plan, self.table, list(year.rows), self.given, self.slots, problems)
            found.append((year, result, told))
        for year, result, _ in found:
            result.problems.extend(problems)
            if year.first is None and not problems:
                self._totals(year, result)
        if found[0][0].first is not None and not problems:
            self._years(found)
        yield from (result for _, result, _ in found)

    def _applies(self, year: Year) -> bool:
        """Return whether somebody applies in a year, rather than waits for what he was granted before."""
        silent = (*CASH, "year", "applicant", "note")
        asked = [column.role not in silent for column in self.table.columns]
        told = any(
            wanted and not isinstance(cell, Blank)
            for _, row in year.rows for wanted, cell in zip(asked, row.cells, strict=False)
        )  # fmt: skip
        return told or not any(column.role == "input" for column in self.table.columns)

    def _years(self, found: Sequence[tuple[Year, RowRun, Told | None]]) -> None:
        """Take the years of a stretch; those that the table passes over are shared out too."""
        first, last = found[0][0].first, found[0][0].last
        assert first is not None  # noqa: S101 - the caller has looked
        assert last is not None  # noqa: S101
        for now in range((self.last or first - 1) + 1, last + 1):
            for key, field_ in self.fields.items():
                outputs = [output for output in self.outputs if output.key == key]
                field_.begin()
                for year, result, told in found if now >= first else ():
                    field_.fold(year.applicant)
                    if told is not None:
                        field_.apply(now, year.applicant, told, granted_of(self.table, year), result)
                        self._judge(field_, now, outputs, year, told, result, paid=False)
                field_.settle(now)
                for year, result, told in found if now >= first else ():
                    self._judge(field_, now, outputs, year, told or _nothing(year), result, paid=True)
                    lowered = field_.allotment.lowered
                    more = [*said_of(lowered, self.plan), *others(lowered, [self.plan])]
                    more.extend(presumed(field_.allotment.shared, lowered))
                    result.presumed.extend(each for each in more if each not in result.presumed)
        self.last = last

    def _judge(
        self, field_: _Field, now: int, outputs: Sequence[Output], year: Year, told: Told, result: RowRun, *, paid: bool
    ) -> None:
        fold = field_.fold(year.applicant)
        for output in outputs:
            if (output.column.role in CASH) == paid:
                judge_year(fold, now, output, year, told, result)
        if not paid and fold.outcome is not None and not fold.past_unknown:
            broken = broken_promises(fold.lowered, fold.plan, fold.outcome, fold.facts)
            result.checks.extend(replace(check, why=stamped(now, check.why)) for check in broken)

    def _totals(self, year: Year, result: RowRun) -> None:
        """Judge a row of totals: of one applicant, or where it names nobody of all together."""
        for output in self.outputs:
            field_ = self.fields[output.key]
            folds = [field_.fold(year.applicant)] if year.applicant else list(field_.folds.values())
            judge_totals(folds, output, year.rows[0][1], result, self.last)


def _nothing(year: Year) -> Told:
    """Return what is told of somebody who does not apply."""
    return Told(item_of_row=[{} for _ in year.rows])
