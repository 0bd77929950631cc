"""All tables of some policies, run: what passed, what failed, and what kept tables from running."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass, field

from polc.diagnostics import Diagnostic, Severity, Words
from polc.diagnostics.ordering import in_order
from polc.diagnostics.words import Language
from polc.errors import nothing_asserted
from polc.model.expectations import Row, Table
from polc.model.policy import Part
from polc.runs.scenario import run_scenario
from polc.runs.tables import RowRun, note_of, run_table
from polc.runs.told import cases_of
from polc.runs.years import years_of
from polc.workspace.blocked import Blocked
from polc.workspace.chosen import Chosen
from polc.workspace.load import Draft, Workspace


@dataclass(frozen=True, slots=True)
class Named:
    """A row with the draft it belongs to and the name it is reported under.

    ``blocked``: it was not run, since an error stands where its result comes from.
    """

    draft: Draft
    row: RowRun
    blocked: bool = False

    @property
    def name(self) -> str:
        """``yuxi （二） 算力补贴 门槛与封顶 第3行``."""
        return " ".join((label(self.draft, self.row.part, self.row.table), f"第{self.row.number}行"))

    @property
    def ran(self) -> bool:
        """Whether everything in the row, and all that it rests on, could be read, so that it was computed."""
        return not self.blocked and not self.row.problems

    @property
    def holds(self) -> bool:
        """Whether it ran and everything asserted holds, be that nothing yet."""
        return self.ran and self.row.passed

    @property
    def waits(self) -> bool:
        """Whether some cell of it is 待核 and everything else holds: it has neither passed nor failed."""
        return self.holds and bool(self.row.waiting)

    @property
    def passed(self) -> bool:
        """Whether it ran, everything asserted holds, and nothing waits to be confirmed."""
        return self.holds and not self.row.waiting


def label(draft: Draft, part: Part, table: Table) -> str:
    """Return the name of a table: ``yuxi （二） 算力补贴 门槛与封顶``."""
    return " ".join(word for word in (draft.name, part.clause, part.name, table.title) if word)


def row_words(number: int) -> Words:
    """Return how a row of a table is called; rows count from 1."""
    return Words(f"第{number}行", f"row {number}")


def presumptions(row: RowRun, language: Language) -> str:
    """Return everything presumed for a row, on one line."""
    return ("；" if language == "zh" else "; ").join(each.words.in_(language) for each in row.presumed)


@dataclass
class Suite:
    """The rows that ran, and the findings that kept others from running."""

    rows: list[Named] = field(default_factory=list)
    findings: list[Diagnostic] = field(default_factory=list)
    filtered: str | None = None
    tables: int = 0
    due: int = 0
    """How many rows there are to run, for whoever shows progress."""

    @property
    def total(self) -> int:
        """How many rows were taken up."""
        return len(self.rows)

    @property
    def failed(self) -> list[Named]:
        """The rows in which something asserted does not hold."""
        return [named for named in self.rows if named.ran and not named.holds]

    @property
    def waiting(self) -> list[Named]:
        """The rows that hold as far as they assert anything, and wait for a person to confirm the rest."""
        return [named for named in self.rows if named.waits]

    @property
    def unread(self) -> list[Named]:
        """The rows that could not be run, because of findings in their table."""
        return [named for named in self.rows if not named.ran]

    @property
    def checks(self) -> int:
        """How many cells were asserted."""
        return sum(len(named.row.checks) for named in self.rows)

    @property
    def passed(self) -> bool:
        """Whether something was asserted, nothing failed, and no file has errors; rows 待核 stand in nobody's way."""
        return (
            any(named.passed for named in self.rows) and not self.findings and all(named.holds for named in self.rows)
        )


def tables_of(draft: Draft) -> Iterator[tuple[Part, Table]]:
    """Yield every table with the part it belongs to."""
    if draft.policy is not None:
        for part in draft.policy.parts:
            for table in part.tables:
                yield part, table


def cases(table: Table) -> Iterator[list[tuple[int, Row]]]:
    """Yield the rows that are run and reported together, each with its number from 1."""
    if table.scenario:
        yield from (list(year.rows) for year in years_of(table))
    else:
        yield from cases_of(table)


def runs(draft: Draft, part: Part, table: Table, blocked: Blocked) -> Iterator[Named]:
    """Run a table, or say of each row that it is blocked. Yields nothing where its part could not be compiled."""
    if blocked(part, table):
        for rows in cases(table):
            number, row = rows[0]
            if row.span is not None:
                yield Named(draft, RowRun(part, table, number, row.span, note_of(table, row)), blocked=True)
        return
    run = run_scenario if table.scenario else run_table
    yield from (Named(draft, row) for row in run(draft.compiled, part, table))


def run_suite(space: Workspace, *, only: str | None = None, progress: Callable[[Suite], None] | None = None) -> Suite:
    """Run every row whose name has all words of ``only``; ``progress`` is called after each row."""
    suite = Suite(filtered=only)
    suite.findings.extend(space.findings)
    chosen = Chosen(only or "")
    picked: list[tuple[Draft, Part, Table, Blocked, set[int]]] = []
    for draft in space.drafts:
        suite.findings.extend(draft.compiled.findings)
        blocked = Blocked(draft.compiled)
        for part, table in tables_of(draft):
            numbers = _picked(chosen, draft, part, table)
            if numbers or not only:
                picked.append((draft, part, table, blocked, numbers))
                suite.due += len(numbers)
    for draft, part, table, blocked, numbers in picked:
        asserted = _run(suite, runs(draft, part, table, blocked), numbers, progress)
        compiled = part.name in draft.compiled.lowered().plans
        broken = any(found.severity is Severity.ERROR for found in draft.compiled.findings)
        if not asserted and compiled and not broken and table.span is not None:  # an unread row may assert something
            suite.findings.append(nothing_asserted.nothing_asserted(table.span, table.title or part.name))
    suite.findings = [f for f in in_order(suite.findings) if f.severity is Severity.ERROR]
    return suite


def _picked(chosen: Chosen, draft: Draft, part: Part, table: Table) -> set[int]:
    """Return the numbers of the rows of a table whose names are asked for."""
    name = label(draft, part, table)
    found = set()
    for rows in cases(table):
        number, row = rows[0]
        if chosen.takes(name, f"第{number}行", note_of(table, row)):
            found.add(number)
    return found


def _run(suite: Suite, rows: Iterator[Named], numbers: set[int], progress: Callable[[Suite], None] | None) -> bool:
    """Run a table, and keep the rows of these numbers. Return whether it asserts something, as far as can be told."""
    suite.tables += 1
    asserted = False
    for named in rows:
        asserted = asserted or bool(named.row.checks) or bool(named.row.waiting) or not named.ran
        if named.row.number not in numbers:  # a scenario needs the years before
            continue
        suite.rows.append(named)
        suite.findings.extend(named.row.problems)
        if progress is not None:
            progress(suite)
    return asserted
