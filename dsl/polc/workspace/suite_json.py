"""A suite as data for other programs (schema ``polc.test/1``), both languages side by side.

``docs/reference/test-json.md`` is its page, ``docs/reference/schemas/test.json`` its schema. A new field may appear
within a version; a field that goes or changes its meaning is a new version.
"""

from __future__ import annotations

from typing import Any, Final

from polc.diagnostics import Words, as_json
from polc.runs.tables import Check, Waiting
from polc.workspace import calendar_json
from polc.workspace.suite import Named, Suite

SCHEMA: Final = "polc.test/1"

Data = dict[str, Any]
"""A JSON object: what is in it the schema says, not Python's types."""


def as_data(suite: Suite) -> Data:
    """Return the outcome of every row, in the order of the files, and the findings that kept others from running."""
    return {
        "schema": SCHEMA,
        "passed": suite.passed,
        "filter": suite.filtered,
        "summary": {
            "rows": suite.total,
            "passed": sum(named.passed for named in suite.rows),
            "failed": len(suite.failed),
            "not_run": len(suite.unread),
            "to_confirm": len(suite.waiting),
            "tables": suite.tables,
            "assertions": suite.checks,
            "errors": len(suite.findings),
        },
        "rows": [_row(named) for named in suite.rows],
        "diagnostics": as_json.as_data(suite.findings)["diagnostics"],
    }


def _row(named: Named) -> Data:
    row = named.row
    return {
        "name": named.name,
        "policy": named.draft.name,
        "clause": row.part.clause,
        "part": row.part.name,
        "table": row.table.title,
        "kind": "scenario" if row.table.scenario else "example",
        "row": row.number,
        "note": row.note,
        "outcome": _outcome(named),
        "place": as_json.place(row.span),
        "checks": [_check(check, row.part.name) for check in row.checks],
        "to_confirm": [_waiting(each) for each in row.waiting],
        "presumed": [{"kind": each.kind, "words": _words(each.words)} for each in row.presumed],
    }


def _outcome(named: Named) -> str:
    if not named.ran:
        return "not_run"
    return "passed" if named.passed else "to_confirm" if named.waits else "failed"


def _waiting(cell: Waiting) -> Data:
    return {
        "column": cell.column.name,
        "role": cell.column.role,
        "readings": list(cell.column.readings),
        "offered": cell.offered,
        "got": _words(cell.got),
        "place": as_json.place(cell.span),
    }


def _check(check: Check, part: str) -> Data:
    return {
        "column": check.column.name,
        "role": check.column.role,
        "readings": list(check.column.readings),
        "passed": check.passed,
        "expected": _words(check.expected),
        "got": _words(check.got),
        "computation": None if check.passed or not check.why.zh else _words(check.why),
        "calendar": calendar_json.lines(check.calendar, part) if check.calendar and not check.passed else [],
        "place": as_json.place(check.span),
    }


def _words(words: Words) -> dict[str, str]:
    return {"zh": words.zh, "en": words.en}
