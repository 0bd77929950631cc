"""Example tables are tests: every row is a case, every output cell an assertion.

``run_table`` gives one ``RowRun`` a case, with a ``Check`` for each cell that asserts something. It never reads the
clock. What cannot be read (an unknown column, a cell that does not fit) is a finding, and the row fails.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field

from polc.core.program import Program
from polc.diagnostics import Diagnostic, Words
from polc.model.expectations import Column, NoteText, Row, Table, ToConfirm
from polc.model.policy import Part
from polc.passes.lower.force import start_day
from polc.passes.lower.plan import Lowered, Plan
from polc.passes.pipeline import Compiled
from polc.readers.evaluate import Case, Outcome, run
from polc.runs import limits, members
from polc.runs.assumed import Presumption, fill, no_items, scope_told, silences
from polc.runs.calendar import Calendar
from polc.runs.chain import one_line
from polc.runs.expected import OUTPUTS, Verdict, asked, judge
from polc.runs.reached import results
from polc.runs.setting import selected, setting
from polc.runs.told import Told, cases_of, find_slots, other_views, tell
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
    calendar: Calendar | None = None  # of a cell of cash: what was paid, stopped and taken back
    shared: Words | None = None  # the same: what quotas and pools did to it


@dataclass(frozen=True, slots=True)
class Waiting:
    """A cell 待核: what it offers, as written, and what came out. It asserts nothing until a person confirms it."""

    column: Column
    span: Span
    offered: str
    got: Words


@dataclass(frozen=True, slots=True)
class Computed:
    """What a case came to under one choice of readings, with its facts as completed; in a scenario, in one year."""

    lowered: Lowered
    plan: Plan
    outcome: Outcome
    facts: Mapping[str, object]
    year: int | None = None


@dataclass
class RowRun:
    """One case of a table: its checks, the cells still to be confirmed, what was presumed, what could not be read.

    ``computed`` is what it came to under each reading that a column asks for, so that it can be explained.
    """

    part: Part
    table: Table
    number: int  # of the row in its table, from 1
    span: Span
    note: str
    checks: list[Check] = field(default_factory=list)
    waiting: list[Waiting] = field(default_factory=list)
    presumed: list[Presumption] = field(default_factory=list)
    problems: list[Diagnostic] = field(default_factory=list)
    computed: list[Computed] = field(default_factory=list)

    @property
    def passed(self) -> bool:
        """Whether everything asserted holds and everything could be read."""
        return not self.problems and all(check.passed for check in self.checks)


def run_table(compiled: Compiled, part: Part, table: Table) -> Iterator[RowRun]:
    """Run an example table. Yields nothing where the part itself could not be compiled."""
    problems: list[Diagnostic] = []
    base = setting(compiled, table, problems)
    lowered = compiled.lowered(base.selection)
    plan = lowered.plans.get(part.name)
    if plan is None:
        return
    outputs: list[tuple[int, Column, dict[str, str]]] = []
    read = limits.settled(lowered, plan, table, problems)
    for place, column in enumerate(read.columns):
        if column.role in OUTPUTS:
            chosen = selected(compiled, column, base.selection)
            if isinstance(chosen, Diagnostic):
                problems.append(chosen)
            else:
                outputs.append((place, column, chosen))
    slots = find_slots(lowered, plan, read, problems, other_views(compiled, part, base.selection))
    for rows in cases_of(table):
        number, first = rows[0]
        assert first.span is not None  # noqa: S101 - the parser gives every row its place
        result = RowRun(part, table, number, first.span, note_of(table, first), problems=list(problems))
        told = tell(lowered, plan, read, rows, base.given, slots, result.problems)
        if not result.problems:
            check_case(compiled, part, rows, told, outputs, result)
        yield result


def note_of(table: Table, row: Row) -> str:
    """Return what the 说明 column says of a row."""
    for column, cell in zip(table.columns, row.cells, strict=False):
        if column.role == "note" and isinstance(cell, NoteText):
            return cell.text
    return ""


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
    known = start_day(lowered.whole) is not None
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
    for history in plan.histories:
        if history.of == plan.part.name and history.measure == "carried" and told.carried is not None:
            records = facts.get(history.items) if history.items else [facts]
            for record in records if isinstance(records, list) else ():
                record[history.name] = told.carried
    for (whose, word), fen in told.received.items():
        for history in [history for history in plan.histories if history.of == whose] if whose else own:
            if word in ("本年", "当年", "this_year") and history.period != "this_year":
                continue
            if word in ("累计", "to_date") and history.period != "ever":
                continue
            value = {"received": fen, "awards": int(fen > 0), "years": int(fen > 0)}.get(history.measure)
            if value is None:
                continue
            records = facts.get(history.items) if history.items and not told.awards else None
            if isinstance(records, list):
                for record in records:
                    record[history.name] = value
            elif told.awards or not history.items:  # told awards are the payee's, and so is what was received
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
            presumed.extend(silences(lowered, plan))
            result.presumed.extend(p for p in presumed if p not in result.presumed)
            done[key] = (lowered, plan, run(program, Case(facts)), facts)  # type: ignore[arg-type]
            result.computed.append(Computed(*done[key]))
        lowered, plan, outcome, facts = done[key]
        for index, (_, row) in enumerate(rows):
            cell = row.cells[place]
            item = told.item_of_row[index].get(plan.items, 0) if plan.items else 0
            verdict = judge(column, asked(column, cell), lowered, plan, outcome, item)
            if verdict is None or cell.span is None:
                continue
            if isinstance(cell, ToConfirm):
                result.waiting.append(Waiting(column, cell.span, cell.offered, verdict.got))
            else:
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
