"""Example tables are tests: every row is a case, every output cell an assertion.

``run_table`` gives one ``RowRun`` a case, with a ``Check`` for each cell that asserts something. It never reads the
clock. What cannot be read (an unknown column, a cell that does not fit) is a finding, and the row fails.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field

from polc.core.program import Program
from polc.diagnostics import Diagnostic, Words
from polc.errors import cell_mismatch, readings_clash, unknown_column, unknown_reading
from polc.model.expectations import Blank, Cell, Column, NoteText, Row, Table
from polc.model.expressions import Name
from polc.model.policy import Part
from polc.model.values import Given
from polc.passes.elaborate import YEAR_INPUT
from polc.passes.lower.force import start_day
from polc.passes.lower.plan import Lowered, Plan
from polc.passes.names import nearest
from polc.passes.pipeline import Compiled
from polc.readers.evaluate import Case, Outcome, run
from polc.runs import members
from polc.runs.assumed import Presumption, fill, no_items, scope_told, unwritten
from polc.runs.chain import one_line
from polc.runs.expected import OUTPUTS, Verdict, judge
from polc.runs.reached import results
from polc.runs.telling import Misfit, Slot, find_slot, name_slot, near_names, value_of
from polc.text import Span


@dataclass(frozen=True, slots=True)
class Check:
    """One asserted cell: what was expected and what came out; ``why`` shows the computation where they differ."""

    column: Column
    span: Span
    passed: bool
    expected: Words
    got: Words
    why: Words


@dataclass
class RowRun:
    """One case of a table: its checks, what was presumed, and what could not be read."""

    part: Part
    table: Table
    number: int  # of the row in its table, from 1
    span: Span
    note: str
    checks: list[Check] = field(default_factory=list)
    presumed: list[Presumption] = field(default_factory=list)
    problems: list[Diagnostic] = field(default_factory=list)

    @property
    def passed(self) -> bool:
        """Whether everything asserted holds and everything could be read."""
        return not self.problems and all(check.passed for check in self.checks)


@dataclass(frozen=True, slots=True)
class Setting:
    """What a table says once for all rows: readings chosen and facts assumed."""

    selection: Mapping[str, str]
    given: tuple[Given, ...]


def setting(compiled: Compiled, table: Table, problems: list[Diagnostic]) -> Setting:
    """Return the 假定 of a table, split into readings and facts."""
    doubts = compiled.policy.all_doubts if compiled.policy else {}
    selection: dict[str, str] = {}
    facts: list[Given] = []
    for given in table.givens:
        if not isinstance(given, Given):
            continue
        doubt = doubts.get(given.name.text)
        if doubt is None:
            facts.append(given)
        elif isinstance(given.value, Name):
            names = [reading.name for reading in doubt.readings]
            if given.value.text in names:
                selection[doubt.name] = given.value.text
            elif given.value.span:
                near = nearest(given.value.text, names)
                problems.append(unknown_reading.unknown_reading(given.value.span, given.value.text, near))
    return Setting(selection, tuple(facts))


def selected(compiled: Compiled, column: Column, base: Mapping[str, str]) -> dict[str, str] | Diagnostic:
    """Return the readings under which a column is computed: 应得（逐档）, 应得（疑义=读法）."""
    policy = compiled.policy
    doubts = policy.all_doubts if policy else {}
    chosen = dict(base)
    for word in column.readings:
        doubt_name, found, reading = word.partition("=") if "=" in word else ("", "", word)
        hits = [
            d for d in doubts.values()
            if (not found or d.name == doubt_name.strip()) and any(r.name == reading.strip() for r in d.readings)
        ]  # fmt: skip
        if not hits:
            known = [r.name for d in doubts.values() for r in d.readings]
            span = column.span
            assert span is not None  # noqa: S101 - the parser gives every column its place
            return unknown_reading.unknown_reading(span, reading.strip(), nearest(reading.strip(), known))
        chosen[hits[0].name] = reading.strip()
    clash = next((both for part in policy.parts if (both := part.clash(chosen))), None) if policy else None
    if clash is not None and column.span is not None:
        return readings_clash.readings_clash(column.span, *clash)
    return chosen


@dataclass
class Told:
    """The inputs of one case, put together from its rows and the table's 假定."""

    facts: dict[str, object] = field(default_factory=dict)
    awards: dict[str, tuple[int, int]] = field(default_factory=dict)  # a member's award, told instead of computed
    received: dict[tuple[str, str], int] = field(default_factory=dict)  # (whose, "" or 本年 or 累计) → 分
    items: dict[str, list[dict[str, object]]] = field(default_factory=dict)
    item_of_row: list[dict[str, int]] = field(default_factory=list)


def cases_of(table: Table) -> Iterator[list[tuple[int, Row]]]:
    """Yield the rows of each case: one row, or the rows that a 案例 column holds together."""
    place = next((i for i, column in enumerate(table.columns) if column.role == "case"), None)
    group: list[tuple[int, Row]] = []
    for number, row in enumerate(table.rows, 1):
        if place is None or not isinstance(row.cells[place], Blank):
            if group:
                yield group
            group = []
        group.append((number, row))
    if group:
        yield group


def run_table(compiled: Compiled, part: Part, table: Table) -> Iterator[RowRun]:
    """Run an example table. Yields nothing where the part itself could not be compiled."""
    problems: list[Diagnostic] = []
    base = setting(compiled, table, problems)
    lowered = compiled.lowered(base.selection)
    plan = lowered.plans.get(part.name)
    if plan is None:
        return
    outputs: list[tuple[int, Column, dict[str, str]]] = []
    for place, column in enumerate(table.columns):
        if column.role in OUTPUTS:
            chosen = selected(compiled, column, base.selection)
            if isinstance(chosen, Diagnostic):
                problems.append(chosen)
            else:
                outputs.append((place, column, chosen))
    slots = find_slots(lowered, plan, table, problems)
    for rows in cases_of(table):
        number, first = rows[0]
        assert first.span is not None  # noqa: S101 - the parser gives every row its place
        result = RowRun(part, table, number, first.span, note_of(table, first), problems=list(problems))
        told = tell(lowered, plan, table, rows, base.given, slots, result.problems)
        if not result.problems:
            check_case(compiled, part, rows, told, outputs, result)
        yield result


def note_of(table: Table, row: Row) -> str:
    """Return what the 说明 column says of a row."""
    for column, cell in zip(table.columns, row.cells, strict=False):
        if column.role == "note" and isinstance(cell, NoteText):
            return cell.text
    return ""


def find_slots(lowered: Lowered, plan: Plan, table: Table, problems: list[Diagnostic]) -> list[Slot | str | None]:
    """Return for each column its slot, a member's name, or None for outputs and remarks."""
    found: list[Slot | str | None] = []
    for column in table.columns:
        if column.role == "year" and not table.scenario:  # a scenario's years are its rows; a case has one
            found.append(find_slot(lowered, plan, YEAR_INPUT.name))
            continue
        if column.role == "received" and _whose(column) and _whose(column) not in lowered.plans:
            near = nearest(_whose(column), list(lowered.plans))
            if column.span is not None:
                problems.append(unknown_column.unknown_column(column.span, column.name, plan.part.name, near))
        if column.role != "input":
            found.append(None)
            continue
        slot: Slot | str | None = column.name if column.name in plan.members and column.name in lowered.plans else None
        slot = slot or find_slot(lowered, plan, column.name) or name_slot(lowered, column.name)
        if slot is None and column.name not in (*lowered.names.subjects, *lowered.policy.unread):
            near = near_names(lowered, plan, column.name)
            if column.span is not None:
                problems.append(unknown_column.unknown_column(column.span, column.name, plan.part.name, near))
        found.append(slot)
    return found


def _whose(column: Column) -> str:
    """Return the benefit that an 已领 column names, or "" for the part's own."""
    return column.name.partition(" ")[2]


def tell(
    lowered: Lowered,
    plan: Plan,
    table: Table,
    rows: list[tuple[int, Row]],
    given: tuple[Given, ...],
    slots: list[Slot | str | None],
    problems: list[Diagnostic],
) -> Told:
    """Return what a case's rows and the 假定 tell; what does not fit is added to ``problems``."""
    told = Told()
    shared: dict[str, dict[str, object]] = {}
    for assumption in given:
        _assume(lowered, plan, assumption, told, shared, problems)
    for _, row in rows:
        records: dict[str, dict[str, object]] = {}
        for column, slot, cell in zip(table.columns, slots, row.cells, strict=False):
            if not isinstance(cell, Blank):
                misfit = _tell_cell(told, records, column, slot, cell)
                if misfit is not None:
                    problems.append(_misfit(cell, column, misfit))
        if plan.items:
            records.setdefault(plan.items, {})
        places: dict[str, int] = {}
        for name in {*records, *shared}:
            if name not in records and name != plan.items:
                continue
            places[name] = len(told.items.setdefault(name, []))
            told.items[name].append({**shared.get(name, {}), **records.get(name, {})})
        told.item_of_row.append(places)
    for name, record in shared.items():
        if name not in told.items:
            told.items[name] = [record]
    return told


def _tell_cell(
    told: Told, records: dict[str, dict[str, object]], column: Column, slot: Slot | str | None, cell: Cell
) -> Misfit | None:
    """Put one cell where it goes: what was received, a member's award, or a fact. Return what does not fit."""
    if column.role == "received":
        money = value_of(Slot("", "money"), cell)
        if isinstance(money, Misfit):
            return money
        told.received[_whose(column), column.readings[0] if column.readings else ""] = int(money)
    elif isinstance(slot, str):
        award = members.award_of(cell)
        if award is None:
            return Misfit(Words("金额，例如 50万元", "money, e.g. 50万元"))
        told.awards[slot] = award
    elif isinstance(slot, Slot):
        value = value_of(slot, cell)
        if isinstance(value, Misfit):
            return value
        if slot.items:
            records.setdefault(slot.items, {})[slot.key] = value
        else:
            told.facts.setdefault(slot.key, value)
    return None


def _assume(
    lowered: Lowered,
    plan: Plan,
    given: Given,
    told: Told,
    shared: dict[str, dict[str, object]],
    problems: list[Diagnostic],
) -> None:
    span = given.name.span
    slot = find_slot(lowered, plan, given.name.text)
    if slot is None:
        if span is not None and given.name.text not in lowered.policy.unread:
            near = near_names(lowered, plan, given.name.text)
            problems.append(unknown_column.unknown_column(span, given.name.text, plan.part.name, near))
        return
    value = value_of(slot, given.value)
    if isinstance(value, Misfit):
        where = given.value.span or span
        if where is not None:
            problems.append(cell_mismatch.cell_mismatch(where, given.name.text, value.wanted, value.help))
    elif slot.items:
        shared.setdefault(slot.items, {})[slot.key] = value
    else:
        told.facts[slot.key] = value


def _misfit(cell: object, column: Column, misfit: Misfit) -> Diagnostic:
    span = getattr(cell, "span", None) or column.span
    assert span is not None  # noqa: S101 - the parser gives every cell its place
    return cell_mismatch.cell_mismatch(span, column.name, misfit.wanted, misfit.help)


def program_for(lowered: Lowered, plan: Plan, told: Told) -> Program:
    """Return the part of the program that a case needs."""
    if told.awards:
        return members.with_awards(lowered, plan)
    return lowered.slice(plan)


def complete(lowered: Lowered, plan: Plan, program: Program, told: Told) -> tuple[dict[str, object], list[Presumption]]:
    """Return the facts of a case with everything filled in that an example presumes, and what that was."""
    facts: dict[str, object] = {**told.facts}
    extra: list[Presumption] = []
    if told.awards:
        facts.update(members.told_awards(lowered, plan, told.awards))
    lists = [given.name for given in program.inputs if hasattr(given.type, "fields")]
    for name in lists:
        if name in told.items:
            facts[name] = [dict(record) for record in told.items[name]]
        else:
            facts[name] = []
            extra.append(no_items(name))
    _receive(plan, told, facts)
    known = start_day(lowered.policy.terms(lowered.selection)) is not None
    filled, found = fill(program.inputs, facts, known_start=known, scope_told=scope_told(lowered, facts))
    return filled, [*found, *extra]


def _receive(plan: Plan, told: Told, facts: dict[str, object]) -> None:
    """Put what was received (an 已领 column) into the histories that read it.

    Where a cap adds up over the payee, it is the payee's other items that were paid, and this item was not.
    """
    own = [history for history in plan.histories if history.of == plan.part.name]
    of_payee = [history for history in own if not history.items]
    if plan.items and any(history.measure == "received" for history in of_payee):
        own = of_payee
    for (whose, word), fen in told.received.items():
        for history in [history for history in plan.histories if history.of == whose] if whose else own:
            if word in ("本年", "当年", "this_year") and history.period != "this_year":
                continue
            if word in ("累计", "to_date") and history.period != "ever":
                continue
            value = {"received": fen, "awards": int(fen > 0), "years": int(fen > 0)}.get(history.measure)
            if value is None:
                continue
            records = facts.get(history.items) if history.items else None
            if isinstance(records, list):
                for record in records:
                    record[history.name] = value
            elif not history.items:
                facts[history.name] = value


def check_case(
    compiled: Compiled,
    part: Part,
    rows: list[tuple[int, Row]],
    told: Told,
    outputs: list[tuple[int, Column, dict[str, str]]],
    result: RowRun,
) -> None:
    """Compute a case under each reading its columns ask for, and judge every output cell."""
    done: dict[frozenset[tuple[str, str]], tuple[Lowered, Plan, Outcome, dict[str, object]]] = {}
    for place, column, selection in outputs:
        key = frozenset(selection.items())
        if key not in done:
            lowered = compiled.lowered(selection)
            plan = lowered.plans[part.name]
            program = program_for(lowered, plan, told)
            facts, presumed = complete(lowered, plan, program, told)
            presumed.extend(unwritten(part.terms(selection)))
            result.presumed.extend(p for p in presumed if p not in result.presumed)
            done[key] = (lowered, plan, run(program, Case(facts)), facts)  # type: ignore[arg-type]
        lowered, plan, outcome, facts = done[key]
        for index, (_, row) in enumerate(rows):
            cell = row.cells[place]
            item = told.item_of_row[index].get(plan.items, 0) if plan.items else 0
            verdict = judge(column, cell, lowered, plan, outcome, item)
            if verdict is not None and cell.span is not None:
                result.checks.append(_check(column, cell.span, verdict, lowered, plan, outcome, facts, item))
    for lowered, plan, outcome, facts in done.values():
        result.checks.extend(broken_promises(lowered, plan, outcome, facts))


def _check(
    column: Column, span: Span, verdict: Verdict, lowered: Lowered, plan: Plan, outcome: Outcome,
    facts: Mapping[str, object], item: int,
) -> Check:  # fmt: skip
    why = Words("", "")
    if not verdict.passed:
        why = one_line(lowered, plan, outcome, facts, item if column.role == "item" else None)
    return Check(column, span, verdict.passed, verdict.expected, verdict.got, why)


def broken_promises(lowered: Lowered, plan: Plan, outcome: Outcome, facts: Mapping[str, object]) -> Iterator[Check]:
    """Yield a failed check for every 应成立 that does not hold in a case, for the payee or for any item."""
    for binds in plan.steps:
        if "/应成立/" not in binds or all(found.value is not False for found in results(outcome, binds)):
            continue
        place = lowered.step(binds).because[0]
        column = Column("promise", place.text)
        expected, got = Words(place.text, place.text), Words("这一行不成立", "does not hold in this row")
        why = one_line(lowered, plan, outcome, facts)
        yield Check(column, place, passed=False, expected=expected, got=got, why=why)
