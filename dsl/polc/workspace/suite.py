"""All tables of some policies, run: what passed, what failed, and what kept tables from running."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass, field

from polc.diagnostics import Diagnostic, Severity
from polc.diagnostics.ordering import in_order
from polc.errors import nothing_asserted
from polc.model.expectations import Table
from polc.model.policy import Part
from polc.runs.scenario import run_scenario
from polc.runs.tables import RowRun, run_table
from polc.workspace.load import Draft, Workspace


@dataclass(frozen=True, slots=True)
class Named:
    """A row with the draft it belongs to and the name it is reported under."""

    draft: Draft
    row: RowRun

    @property
    def name(self) -> str:
        """``yuxi （二） 算力补贴 门槛与封顶 第3行``."""
        return " ".join(part for part in (self.draft.name, *where(self.row)) if part)


def where(row: RowRun) -> tuple[str, ...]:
    """Return clause, part, table and row number of a row."""
    return row.part.clause, row.part.name, row.table.title, f"第{row.number}行"


@dataclass
class Suite:
    """The rows that ran, and the findings that kept others from running."""

    rows: list[Named] = field(default_factory=list)
    findings: list[Diagnostic] = field(default_factory=list)
    filtered: str | None = None
    tables: int = 0

    @property
    def total(self) -> int:
        """How many rows ran."""
        return len(self.rows)

    @property
    def failed(self) -> list[Named]:
        """The rows that failed."""
        return [named for named in self.rows if not named.row.passed]

    @property
    def checks(self) -> int:
        """How many cells were asserted."""
        return sum(len(named.row.checks) for named in self.rows)

    @property
    def passed(self) -> bool:
        """Whether there was something to run, all of it passed, and no file has errors."""
        errors = any(finding.severity is Severity.ERROR for finding in self.findings)
        return bool(self.rows) and not self.failed and not errors


def tables_of(draft: Draft) -> Iterator[tuple[Part, Table]]:
    """Yield every table with the part it belongs to."""
    if draft.policy is not None:
        for part in draft.policy.parts:
            for table in part.tables:
                yield part, table


def run_suite(
    space: Workspace, *, only: str | None = None, progress: Callable[[Suite], None] | None = None
) -> Suite:
    """Run every table (whose name holds ``only``); ``progress`` is called after each row."""
    suite = Suite(filtered=only)
    suite.findings.extend(space.findings)
    for draft in space.drafts:
        suite.findings.extend(draft.compiled.findings)
        for part, table in tables_of(draft):
            label = " ".join((draft.name, part.clause, part.name, table.title))
            if only and only not in label:
                continue
            suite.tables += 1
            runner = run_scenario if table.scenario else run_table
            asserted = 0
            for row in runner(draft.compiled, part, table):
                suite.rows.append(Named(draft, row))
                asserted += len(row.checks) + len(row.problems)
                suite.findings.extend(row.problems)
                if progress is not None:
                    progress(suite)
            if not asserted and part.name in draft.compiled.lowered().plans and table.span is not None:
                suite.findings.append(nothing_asserted.nothing_asserted(table.span, table.title or part.name))
    suite.findings = [f for f in in_order(suite.findings) if f.severity is Severity.ERROR]
    return suite
