"""Which tables an error keeps from running: a line that could not be read would make their rows fail for no reason.

An error in a row blocks its table, also where the rows come from a file; one in a benefit (requirement, group, pool)
blocks its tables, and those of every group that it belongs to; one elsewhere in a clause blocks the clause; one outside
all clauses, or in a vocabulary, blocks everything. What is not blocked still runs.
"""

from __future__ import annotations

import bisect
import re
from collections.abc import Iterable, Sequence

from polc.diagnostics import Severity
from polc.model.expectations import Table
from polc.model.policy import Part, Policy
from polc.passes.pipeline import Compiled
from polc.text import Span

_IN_TABLE = re.compile(r"[ \t\u3000]*(?:[|｜]|假定|given|来自|rows_from)")
_Mark = tuple[str, int]
"""A path, and the offset of a head in it."""


class Blocked:
    """The tables of one policy that its errors block."""

    def __init__(self, compiled: Compiled) -> None:
        self._compiled = compiled
        self._everything = any(f.severity is Severity.ERROR for each in compiled.shared for f in each.findings)
        self._blocks: set[_Mark] = set()
        policy = compiled.policy
        self._clauses = _marks(clause.span for clause in policy.clauses) if policy else []
        self._parts = _marks(part.span for part in policy.parts) if policy else []
        tables = [table.span for part in (policy.parts if policy else ()) for table in part.tables]
        self._tables = _marks(span for span in tables if span is not None)
        self._own = {source.path for source in compiled.sources}
        self._fed = [
            (column.span.source.path, _mark(table.span))
            for part in (policy.parts if policy else ())
            for table in part.tables
            for column in table.columns[:1]
            if column.span is not None and table.span is not None
        ]
        self._heads = sorted({*self._clauses, *self._parts, *(_others(policy) if policy else ())})
        for finding in compiled.findings:
            if finding.severity is Severity.ERROR:
                self._block(finding.place.span)

    def __call__(self, part: Part, table: Table) -> bool:
        """Return whether a table of a part is not to be run."""
        if self._everything or (table.span is not None and _mark(table.span) in self._blocks):
            return True
        return any(
            _mark(each.span) in self._blocks or _before(self._clauses, each.span) in self._blocks
            for each in self._with_members(part)
        )

    def _block(self, place: Span) -> None:
        if place.source.path not in self._own:  # a file that rows come from
            self._blocks.update(mark for path, mark in self._fed if path == place.source.path)
            return
        table = _before(self._tables, place)
        if table is not None and _IN_TABLE.match(place.source.line_text(place.begin.line)):
            self._blocks.add(table)
            return
        head = _before(self._heads, place)
        if head not in self._parts:
            head = _before(self._clauses, place)
        if head is None:
            self._everything = True
        else:
            self._blocks.add(head)

    def _with_members(self, part: Part) -> list[Part]:
        """Return a part and, for a group, all that it is made of."""
        plans = self._compiled.lowered().plans
        found = {part.name: part}
        todo = [part.name]
        while todo:
            plan = plans.get(todo.pop())
            for name in plan.members if plan else ():
                if name not in found and name in plans:
                    found[name] = plans[name].part
                    todo.append(name)
        return list(found.values())


def _others(policy: Policy) -> list[_Mark]:
    """Return the heads of what several parts may share."""
    things = [each.span for each in policy.subjects] + [each.span for each in policy.definitions]
    lines = [each.span for each in policy.externals] + [each.span for each in policy.laws]
    return _marks([*things, *lines, *(each.span for each in policy.passages)])


def _mark(span: Span) -> _Mark:
    return span.source.path, span.start


def _marks(spans: Iterable[Span]) -> list[_Mark]:
    return sorted(_mark(span) for span in spans)


def _before(marks: Sequence[_Mark], place: Span) -> _Mark | None:
    """Return the last head at or before a place in its file, or None."""
    at = bisect.bisect_right(marks, _mark(place)) - 1
    return marks[at] if at >= 0 and marks[at][0] == place.source.path else None
