"""Scenarios: the pure function folded over the years, with a ledger between them.

Each reading that a column asks for is folded by itself. 核定 defaults to the upper end of the award, and the report
says so. A row without a 年度 belongs to the year above it (another item); a range of years holds for each; a last row
累计 asserts totals.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field, replace
from fractions import Fraction

from polc.core.nodes import Scalar
from polc.core.program import Stage
from polc.core.types import Items, Level
from polc.diagnostics import Diagnostic, Words
from polc.model.expectations import Blank, Column, ExpectedAmount, NoteText, Row, Table, YearCell
from polc.model.expressions import Kind, Name, Quantity
from polc.model.policy import Part
from polc.passes.lower.force import start_day
from polc.passes.lower.plan import Lowered, Plan
from polc.passes.pipeline import Compiled
from polc.readers.evaluate import Case, Interval, Outcome, Result, run
from polc.readers.prose import figures
from polc.runs.assumed import Presumption, fill, no_items, scope_told, silences
from polc.runs.booking import book
from polc.runs.chain import one_line
from polc.runs.expected import against, judge
from polc.runs.ledger import Ledger, Money
from polc.runs.reached import one, results
from polc.runs.setting import selected, setting
from polc.runs.tables import Check, RowRun, broken_promises, note_of
from polc.runs.telling import ITEM_NAME
from polc.runs.told import Told, find_slots, tell

GRANTED_IN_FULL = Presumption("granted", Words("核定按最高额", "granted at the upper end"))
_OUTPUTS = ("item", "award", "total", "verdict", "step", "paid")


@dataclass(frozen=True, slots=True)
class Year:
    """The rows that speak of one stretch of years; ``first`` is None for the row of totals."""

    first: int | None
    last: int | None
    rows: tuple[tuple[int, Row], ...]


@dataclass
class Fold:
    """One reading's way through the years."""

    lowered: Lowered
    plan: Plan
    ledger: Ledger = field(default_factory=Ledger)
    earlier: dict[tuple[str, str], Scalar] = field(default_factory=dict)  # (item, input) → what it is from now on
    outcome: Outcome | None = None
    facts: dict[str, object] = field(default_factory=dict)
    stop_unknown: frozenset[str] = frozenset()


def years_of(table: Table) -> Iterator[Year]:
    """Yield the rows of a scenario year by year."""
    place = next((i for i, column in enumerate(table.columns) if column.role == "year"), None)
    rows: list[tuple[int, Row]] = []
    now: tuple[int | None, int | None] | None = None
    for number, row in enumerate(table.rows, 1):
        cell = row.cells[place] if place is not None else Blank()
        year = _year(cell)
        if year is not None:
            if now is not None:
                yield Year(now[0], now[1], tuple(rows))
            now, rows = year, []
        rows.append((number, row))
    if now is not None:
        yield Year(now[0], now[1], tuple(rows))


def _year(cell: object) -> tuple[int | None, int | None] | None:
    match cell:
        case YearCell(first=first, last=last):
            return first, last
        case Quantity(value=value, kind=Kind.YEAR | Kind.NUMBER):
            return int(value), int(value)
        case Name(text="累计" | "to_date"):
            return None, None
        case _:
            return None


def run_scenario(compiled: Compiled, part: Part, table: Table) -> Iterator[RowRun]:
    """Run a scenario. Yields nothing where the part itself could not be compiled."""
    problems: list[Diagnostic] = []
    base = setting(compiled, table, problems)
    lowered = compiled.lowered(base.selection)
    plan = lowered.plans.get(part.name)
    if plan is None:
        return
    slots = find_slots(lowered, plan, table, problems)
    outputs: list[tuple[int, Column, frozenset[tuple[str, str]]]] = []
    folds: dict[frozenset[tuple[str, str]], Fold] = {}
    for place, column in enumerate(table.columns):
        if column.role not in _OUTPUTS:
            continue
        chosen = selected(compiled, column, base.selection)
        if isinstance(chosen, Diagnostic):
            problems.append(chosen)
            continue
        key = frozenset(chosen.items())
        if key not in folds:
            other = compiled.lowered(chosen)
            folds[key] = Fold(other, other.plans.get(part.name, plan))
        outputs.append((place, column, key))
    for year in years_of(table):
        number, row = year.rows[0]
        span = row.span
        assert span is not None  # noqa: S101 - the parser gives every row its place
        result = RowRun(part, table, number, span, note_of(table, row), problems=list(problems))
        if year.first is None or year.last is None:
            _totals(folds, outputs, row, part, result)
        else:
            told = tell(lowered, plan, table, list(year.rows), base.given, slots, result.problems)
            if not result.problems:
                _in_years(folds, outputs, table, year, told, result)
        yield result


def _in_years(
    folds: Mapping[frozenset[tuple[str, str]], Fold],
    outputs: list[tuple[int, Column, frozenset[tuple[str, str]]]],
    table: Table,
    year: Year,
    told: Told,
    result: RowRun,
) -> None:
    assert year.first is not None  # noqa: S101 - the caller has looked
    assert year.last is not None  # noqa: S101
    granted = _granted(table, year)
    for now in range(year.first, year.last + 1):
        for key, fold in folds.items():
            step(fold, now, told, granted, result)
            for place, column, wanted in outputs:
                if wanted == key:
                    _judge(fold, now, column, place, year, told, result)
            if fold.outcome is not None:
                broken = broken_promises(fold.lowered, fold.plan, fold.outcome, fold.facts)
                result.checks.extend(replace(check, why=_stamped(now, check.why)) for check in broken)


def step(fold: Fold, year: int, told: Told, granted: Money | None, result: RowRun) -> None:
    """Take one year: compute, and book what was granted."""
    lowered, plan = fold.lowered, fold.plan
    program = lowered.slice(plan)
    facts: dict[str, object] = {"年度": year, "日期": dt.date(year, 12, 31).toordinal(), **told.facts}
    histories = lowered.histories
    facts.update(fold.ledger.told(histories, year))
    names: dict[str, list[str]] = {}
    for given in program.inputs:
        if not isinstance(given.type, Items):
            continue
        records = told.items.get(given.name)
        if records is None:
            facts[given.name] = []
            result.presumed.extend(p for p in [no_items(given.name)] if p not in result.presumed)
            continue
        names[given.name] = [_item_name(record, place) for place, record in enumerate(records)]
        facts[given.name] = [
            {**record, **fold.ledger.told_of_item(histories, given.name, year, name), **_earlier(fold, record, name)}
            for record, name in zip(records, names[given.name], strict=True)
        ]
    facts.update(_earlier(fold, told.facts, ""))
    known = start_day(lowered.whole) is not None
    filled, presumed = fill(program.inputs, facts, known_start=known, scope_told=scope_told(lowered, facts))
    presumed = [p for p in presumed if p.kind not in ("ledger", "earlier")]
    presumed.extend(silences(lowered, plan))
    result.presumed.extend(p for p in presumed if p not in result.presumed)
    fold.facts = filled
    fold.outcome = run(program, Case(filled))  # type: ignore[arg-type]
    if granted is None and _discretion(fold) and GRANTED_IN_FULL not in result.presumed:
        result.presumed.append(GRANTED_IN_FULL)
    book(fold.lowered, fold.plan, fold.outcome, fold.ledger, year, names, fold.facts, granted)
    _stop(fold, year, names)
    _remember(fold, told, names)


def _item_name(record: Mapping[str, object], place: int) -> str:
    return str(record.get(ITEM_NAME, place))


def _earlier(fold: Fold, record: Mapping[str, object], item: str) -> dict[str, Scalar]:
    return {name: value for (of, name), value in fold.earlier.items() if of == item and name not in record}


def _remember(fold: Fold, told: Told, names: Mapping[str, list[str]]) -> None:
    """Keep the highest value that each fact has had so far, and what has been so before (for 首次)."""
    levels: dict[str, tuple[str, ...]] = {}
    for given in fold.lowered.program.inputs:
        fields = given.type.fields if isinstance(given.type, Items) else (given,)
        levels.update({f.name: f.type.names for f in fields if isinstance(f.type, Level)})

    def keep(item: str, fact: str, value: object) -> None:
        if fact == ITEM_NAME or fact.startswith("此前") or not isinstance(value, int | str) or isinstance(value, bool):
            return
        name = f"此前最高.{fact}"
        before = fold.earlier.get((item, name))
        if before is None or _rank(value, levels.get(fact, ())) > _rank(before, levels.get(fact, ())):
            fold.earlier[item, name] = value

    for fact, value in told.facts.items():
        keep("", fact, value)
    for items, records in told.items.items():
        for name, record in zip(names.get(items, []), records, strict=False):
            for fact, value in record.items():
                keep(name, fact, value)
    _remember_firsts(fold, names)


def _remember_firsts(fold: Fold, names: Mapping[str, list[str]]) -> None:
    assert fold.outcome is not None  # noqa: S101 - computed just before
    for part, input_, items in fold.lowered.firsts:
        found = results(fold.outcome, f"{part}/{Stage.CONDITION.value}/{input_}")
        for name, result in zip(names.get(items, []) if items else [""], found, strict=False):
            if result.value is True:
                fold.earlier[name, input_] = True


def _rank(value: object, levels: tuple[str, ...]) -> Fraction:
    if isinstance(value, str):
        return Fraction(levels.index(value) if value in levels else -1)
    return Fraction(value) if isinstance(value, int | Fraction) else Fraction(-1)


def _stop(fold: Fold, year: int, names: Mapping[str, list[str]]) -> None:
    """Cancel what is still to be paid where 停付 holds in this year, for the payee or for an item."""
    assert fold.outcome is not None  # noqa: S101 - computed just before
    fold.stop_unknown = frozenset()
    for entry in fold.ledger.entries:
        plan = fold.lowered.plans.get(entry.of)
        found = results(fold.outcome, f"{entry.of}/{Stage.STOP.value}")
        if plan is None or not found or all(when < year for when, _ in entry.payments):
            continue
        held = names.get(plan.items, []) if plan.items else [entry.item]
        if entry.item not in held:
            continue
        result = found[held.index(entry.item)]
        if result.missing:
            fold.stop_unknown |= result.missing
        elif result.value:
            entry.stop(year)


def _discretion(fold: Fold) -> bool:
    found = one(fold.outcome, fold.plan.result) if fold.outcome else None
    return found is not None and isinstance(found.value, Interval) and found.value.low != found.value.high


def _granted(table: Table, year: Year) -> Money | None:
    """Return the 核定 of a row, in 分, or None where it says none."""
    for column, cell in zip(table.columns, year.rows[0][1].cells, strict=False):
        if column.role == "granted":
            match cell:
                case Quantity(value=value, kind=Kind.MONEY):
                    return int(value * 100)
                case ExpectedAmount(high=high):
                    return int(high.value * 100)
                case _:
                    return None
    return None


def _judge(fold: Fold, year: int, column: Column, place: int, rows: Year, told: Told, result: RowRun) -> None:
    assert fold.outcome is not None  # noqa: S101 - computed just before
    plan = fold.plan
    for index, (_, row) in enumerate(rows.rows):
        cell = row.cells[place]
        if isinstance(cell, Blank | NoteText) or cell.span is None:
            continue
        item = told.item_of_row[index].get(plan.items, 0) if plan.items else 0
        if column.role == "paid":
            cash = fold.ledger.paid(plan.part.name, year)
            found = Result(Interval(cash, cash), applies=True)
            if fold.stop_unknown:
                found = Result(None, applies=None, missing=fold.stop_unknown)
            verdict = against(cell, found)
        else:
            verdict = judge(column, cell, fold.lowered, plan, fold.outcome, item)
        if verdict is None:
            continue
        why = Words("", "")
        if not verdict.passed:
            alone = item if column.role == "item" else None
            why = _stamped(year, one_line(fold.lowered, plan, fold.outcome, fold.facts, alone))
        result.checks.append(Check(column, cell.span, verdict.passed, verdict.expected, verdict.got, why))


def _stamped(year: int, why: Words) -> Words:
    return Words(f"{year}年：{why.zh}", f"{year}: {why.en}")


def _totals(
    folds: Mapping[frozenset[tuple[str, str]], Fold],
    outputs: list[tuple[int, Column, frozenset[tuple[str, str]]]],
    row: Row,
    part: Part,
    result: RowRun,
) -> None:
    for place, column, key in outputs:
        cell = row.cells[place]
        if isinstance(cell, Blank | NoteText) or cell.span is None:
            continue
        fold = folds[key]
        mine = [e for e in fold.ledger.entries if e.of == part.name]
        if column.role == "paid":
            total = sum((money for e in mine for _, money in e.payments), start=Fraction(0))
        else:
            total = sum((e.awarded for e in mine), start=Fraction(0))
        found = Result(Interval(total, total), applies=True)
        verdict = against(cell, found)
        if verdict is None:
            continue
        by_year = "，".join(f"{e.year}年 {figures.money(e.granted)}" for e in mine)
        result.checks.append(
            Check(column, cell.span, verdict.passed, verdict.expected, verdict.got, Words(by_year, by_year))
        )
