"""What is wrong with a table before it runs: columns, assumptions and cells that cannot be read."""

from __future__ import annotations

from polc.diagnostics import Diagnostic, Severity
from polc.errors import nothing_asserted
from polc.model.expectations import Blank, NoteText, Table
from polc.model.policy import Part
from polc.passes.pipeline import Compiled
from polc.runs import limits
from polc.runs.applicants import disorder
from polc.runs.setting import selected, setting
from polc.runs.told import cases_of, find_slots, other_views, tell

_ASSERTING = ("item", "award", "total", "verdict", "limit", "step", "paid", "taken_back", "carried_on", "granted")


def table_problems(compiled: Compiled, part: Part, table: Table) -> list[Diagnostic]:
    """Return the findings of a table's columns, assumptions and cells; none where its part does not compile."""
    problems: list[Diagnostic] = []
    base = setting(compiled, table, problems)
    lowered = compiled.lowered(base.selection)
    plan = lowered.plans.get(part.name)
    if plan is None:
        return problems
    table = limits.settled(lowered, plan, table, problems)
    for column in table.columns:
        if column.role in _ASSERTING:
            chosen = selected(compiled, column, base.selection)
            if isinstance(chosen, Diagnostic):
                problems.append(chosen)
    problems.extend(disorder(table))
    slots = find_slots(lowered, plan, table, problems, other_views(compiled, part, base.selection))
    for rows in cases_of(table):
        tell(lowered, plan, table, rows, base.given, slots, problems)
    asserts = any(
        column.role in _ASSERTING and not isinstance(row.cells[place], Blank | NoteText)
        for row in table.rows for place, column in enumerate(table.columns) if place < len(row.cells)
    )  # fmt: skip
    broken = any(found.severity is Severity.ERROR for found in (*compiled.findings, *problems))
    if not asserts and not broken and table.span is not None:  # a row that could not be read may well assert something
        problems.append(nothing_asserted.nothing_asserted(table.span, table.title or part.name))
    return list(dict.fromkeys(problems))
