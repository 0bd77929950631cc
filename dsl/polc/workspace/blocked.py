"""Which tables an error keeps from running: a line that could not be read would make their rows fail for no reason.

An error in a clause blocks the tables of that clause, and of every group with a member in it; one in a row blocks its
table; one outside all clauses (政策, 对象 at the top) blocks everything. What is not blocked still runs.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from polc.diagnostics import Severity
from polc.model.expectations import Table
from polc.model.policy import Part
from polc.passes.pipeline import Compiled
from polc.text import Span

_IN_TABLE = re.compile(r"[ \t　]*(?:[|｜]|假定|given)")
_Mark = tuple[str, int]
"""A path, and the offset of a head in it."""


class Blocked:
    """The tables of one policy that its errors block."""

    def __init__(self, compiled: Compiled) -> None:
        self._all = False
        self._clauses: set[_Mark] = set()
        self._tables: set[_Mark] = set()
        self._compiled = compiled
        policy = compiled.policy
        self._heads = _marks([clause.span for clause in policy.clauses] if policy else [])
        tables = [table.span for part in (policy.parts if policy else ()) for table in part.tables]
        self._table_heads = _marks([span for span in tables if span is not None])
        for finding in compiled.findings:
            if finding.severity is Severity.ERROR:
                self._block(finding.place.span)

    def __call__(self, part: Part, table: Table) -> bool:
        """Return whether a table of a part is not to be run."""
        own = table.span is not None and _mark(table.span) in self._tables
        return self._all or own or any(self._in_blocked_clause(each) for each in self._with_members(part))

    def _block(self, place: Span) -> None:
        table = _before(self._table_heads, place)
        if table is not None and _IN_TABLE.match(place.source.line_text(place.begin.line)):
            self._tables.add(table)
            return
        clause = _before(self._heads, place)
        if clause is None:
            self._all = True
        else:
            self._clauses.add(clause)

    def _in_blocked_clause(self, part: Part) -> bool:
        return _before(self._heads, part.span) in self._clauses

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


def _mark(span: Span) -> _Mark:
    return span.source.path, span.start


def _marks(spans: Sequence[Span]) -> list[_Mark]:
    return sorted(_mark(span) for span in spans)


def _before(marks: Sequence[_Mark], place: Span) -> _Mark | None:
    """Return the last head at or before a place in its file, or None."""
    here = [mark for mark in marks if mark[0] == place.source.path and mark[1] <= place.start]
    return here[-1] if here else None
