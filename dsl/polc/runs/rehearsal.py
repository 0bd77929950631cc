"""What the rows of an example put to the test: every case of which a result is said, not yet computed.

A row all of whose results are blank is left out; so is one that cannot be read. One that is 待核 counts: it waits for a
person, who is told of that (``example-unconfirmed``), not for another row.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from polc.diagnostics import Diagnostic
from polc.model.expectations import Blank, Cell, Column, NoteText, Row, Table
from polc.model.policy import Part
from polc.passes.lower.plan import Lowered, Plan
from polc.passes.pipeline import Compiled
from polc.runs import limits
from polc.runs.expected import OUTPUTS
from polc.runs.setting import Setting, selected, setting
from polc.runs.tables import complete, program_for
from polc.runs.told import Told, cases_of, find_slots, other_views, tell

SILENT = (Blank, NoteText)
"""Cells that say nothing of a result."""


@dataclass(frozen=True, slots=True)
class Asserted:
    """A column of a case that asserts something, what it says in each row, and under which readings."""

    column: Column
    cells: tuple[Cell, ...]
    selection: Mapping[str, str]


@dataclass(frozen=True, slots=True)
class Rehearsed:
    """A case of an example: its rows, what they tell, what the table assumes, and what is asserted."""

    compiled: Compiled
    part: Part
    table: Table
    rows: Sequence[tuple[int, Row]]
    told: Told
    base: Setting
    asserted: tuple[Asserted, ...]

    def views(self) -> Iterator[tuple[Lowered, Plan, dict[str, object]]]:
        """Yield the part under each choice of readings that is asserted, with the facts as the case completes them."""
        seen: list[Mapping[str, str]] = []
        for each in self.asserted:
            if each.selection in seen:
                continue
            seen.append(each.selection)
            lowered = self.compiled.lowered(each.selection)
            plan = lowered.plans.get(self.part.name)
            if plan is not None:
                facts, _ = complete(lowered, plan, program_for(lowered, plan, self.told), self.told)
                yield lowered, plan, facts


def rehearsed(compiled: Compiled, part: Part, table: Table) -> Iterator[Rehearsed]:
    """Yield every case of an example table that asserts something; none where its part does not compile."""
    problems: list[Diagnostic] = []
    base = setting(compiled, table, problems)
    lowered = compiled.lowered(base.selection)
    plan = lowered.plans.get(part.name)
    if plan is None or table.scenario:
        return
    read = limits.settled(lowered, plan, table, problems)
    outputs: list[tuple[int, Column, Mapping[str, str]]] = []
    for place, column in enumerate(read.columns):
        chosen = selected(compiled, column, base.selection) if column.role in OUTPUTS else None
        if isinstance(chosen, dict):
            outputs.append((place, column, chosen))
    slots = find_slots(lowered, plan, read, problems, other_views(compiled, part, base.selection))
    for rows in cases_of(table):
        every = (
            Asserted(column, tuple(row.cells[place] for _, row in rows), chosen) for place, column, chosen in outputs
        )
        asserted = tuple(each for each in every if not all(isinstance(cell, SILENT) for cell in each.cells))
        if asserted and not problems:
            wrong: list[Diagnostic] = []
            told = tell(lowered, plan, read, rows, base.given, slots, wrong)
            if not wrong:
                yield Rehearsed(compiled, part, table, rows, told, base, asserted)
