"""An answer as data (schema ``polc.answer/1``): amounts in 元 as exact decimal text, both languages side by side."""

from __future__ import annotations

import datetime as dt
from fractions import Fraction
from typing import Any

from polc.diagnostics import Words
from polc.readers.evaluate import Interval, Result
from polc.readers.prose import figures
from polc.runs.answer import Answer, Otherwise, Part_
from polc.runs.computation import Line, result_words
from polc.workspace.answer_text import quotes

SCHEMA = "polc.answer/1"


def as_data(answer: Answer) -> dict[str, Any]:
    """Return the answer as JSON data (documented in docs/reference/answer-json.md)."""
    policy = answer.lowered.policy
    return {
        "schema": SCHEMA,
        "policy": {"id": policy.id, "name": policy.name},
        "as_of": dt.date.fromordinal(answer.day).isoformat(),
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
        "follows": [_otherwise(o) for o in part.follows],
        "readings": [_otherwise(o) for o in part.readings],
        "presumed": [_words(p.words) for p in part.presumed],
        "quotes": quotes(answer, part),
        "steps": [_line(line) for line in part.lines],
    }


def _result(result: Result) -> dict[str, Any]:
    words = _words(result_words(result))
    match result.value:
        case None:
            return {"decided": False, "words": words, "missing": sorted(result.missing)}
        case Interval(low=low, high=high, open=opened):
            high_or_none = None if opened else yuan(high)
            return {"decided": True, "words": words, "low": yuan(low), "high": high_or_none, "open": opened}
        case other:
            return {"decided": True, "words": words, "value": other if isinstance(other, bool | str) else str(other)}


def yuan(fen: int | Fraction) -> str:
    """Return an amount of 分 in 元: a decimal where it ends, else an exact fraction ``1/3``."""
    value = Fraction(fen) / 100
    text, exact = figures.decimal(value)
    return text if exact else f"{value.numerator}/{value.denominator}"


def _line(line: Line) -> dict[str, Any]:
    begin = line.place.begin if line.place else None
    return {
        "stage": {"zh": line.stage.value, "en": line.stage.en},
        "text": line.text,
        "formula": _words(line.formula) if line.formula else None,
        "outcome": _words(line.outcome),
        "applies": line.applies,
        "missing": list(line.missing),
        "item": line.item,
        "place": {"path": line.place.source.path, "line": begin.line} if line.place and begin else None,
    }


def _otherwise(otherwise: Otherwise) -> dict[str, Any]:
    return {"if": _words(otherwise.if_), "then": _words(otherwise.then)}


def _words(words: Words) -> dict[str, str]:
    return {"zh": words.zh, "en": words.en}
