"""Answers as data for other programs (schema ``polc.answer/1``), both languages side by side.

Amounts are text: 元 in decimals where these end, else an exact fraction. ``docs/reference/answer-json.md`` is its page,
``docs/reference/schemas/answer.json`` its schema. A new field may appear within a version; a field that goes or changes
its meaning is a new version.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable
from typing import Any, Final

from polc.diagnostics import Diagnostic, as_json
from polc.model.policy import Terms
from polc.readers.evaluate import Interval
from polc.runs.answer import Answer, Otherwise, Part_
from polc.runs.booking import shares
from polc.runs.computation import Line
from polc.runs.ledger import instalments
from polc.workspace import calendar_json, comparison_json
from polc.workspace.answer_steps import quotes
from polc.workspace.comparison import Comparison
from polc.workspace.result_json import result as _result
from polc.workspace.result_json import words as _words
from polc.workspace.result_json import yuan

SCHEMA: Final = "polc.answer/1"


def as_data(
    answers: Iterable[Answer], findings: Iterable[Diagnostic] = (), comparison: Comparison | None = None
) -> dict[str, Any]:
    """Return the answers, one a policy, the findings that kept others from being given, and how several compare."""
    return {
        "schema": SCHEMA,
        "answers": [_answer(answer) for answer in answers],
        **({"comparison": comparison_json.as_data(comparison)} if comparison is not None else {}),
        "diagnostics": as_json.as_data(findings)["diagnostics"],
    }


def _answer(answer: Answer) -> dict[str, Any]:
    policy = answer.lowered.policy
    return {
        "policy": {"id": policy.id, "name": policy.name},
        "as_of": dt.date.fromordinal(answer.day).isoformat(),
        "standing": [{"kind": s.kind, "words": _words(s.words)} for s in answer.standing],
        "readings": {d.name: d.chosen(answer.lowered.selection).name for d in policy.all_doubts.values()},
        "parts": [_part(answer, part) for part in answer.parts],
    }


def _part(answer: Answer, part: Part_) -> dict[str, Any]:
    return {
        "name": part.part.name,
        "kind": part.plan.kind,
        "clause": part.part.clause,
        "asked": part.asked,
        "result": _result(part.result),
        "items": [_result(item) for item in part.items],
        "missing": list(part.missing),
        "limits": [{"fact": fact, "words": _words(most)} for fact, most in part.limits],
        "follows": [_otherwise(o) for o in part.follows],
        "other_readings": [_otherwise(o) for o in part.readings],
        "presumed": [{"kind": p.kind, "words": _words(p.words)} for p in part.presumed],
        "quotes": quotes(answer.lowered, part.part),
        "steps": [_line(line) for line in part.lines],
        "instalments": _instalments(part, part.part.terms(answer.lowered.selection)),
        "shares": calendar_json.shares(part),
        "calendar": calendar_json.calendar(part),
    }


def _instalments(part: Part_, terms: Terms) -> list[dict[str, Any]]:
    """Return what is paid in each year, from 1, where the award is paid in instalments."""
    value = part.result.value
    if not terms.payout or not terms.payout.value or not isinstance(value, Interval) or value.open:
        return []
    ends = (instalments(end, shares(terms), 1) for end in (value.low, value.high))
    return [{"year": year, "low": yuan(low), "high": yuan(high)} for (year, low), (_, high) in zip(*ends, strict=True)]


def _line(line: Line) -> dict[str, Any]:
    return {
        "stage": {"zh": line.stage.value, "en": line.stage.en},
        "text": line.text,
        "formula": _words(line.formula) if line.formula else None,
        "outcome": _words(line.outcome),
        "applies": line.applies,
        "missing": list(line.missing),
        "item": line.item,
        "place": as_json.place(line.place) if line.place else None,
    }


def _otherwise(otherwise: Otherwise) -> dict[str, Any]:
    return {"if": _words(otherwise.if_), "then": _words(otherwise.then)}
