"""Findings as data for other programs, in both languages. ``docs/reference/diagnostics-json.md`` is its schema.

Lines and columns count from 1, offsets from 0, all in code points. A new field may appear within a version; a field
that goes or changes its meaning is a new version.
"""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Iterable
from typing import Any, Final

from polc.diagnostics.finding import Diagnostic, Fix, Label, Severity, Witness
from polc.diagnostics.ordering import in_order
from polc.diagnostics.report import Report
from polc.diagnostics.tally import Tally
from polc.diagnostics.words import Words
from polc.text import Span

SCHEMA: Final = "polc/diagnostics/1"

Data = dict[str, Any]
"""A JSON object: what is in it the schema says, not Python's types."""


def as_data(diagnostics: Iterable[Diagnostic]) -> Data:
    """Return the findings, in order and each once, as JSON-ready data."""
    found = in_order(diagnostics)
    count = Counter(each.severity for each in found)
    summary = {f"{severity.value}s": count[severity] for severity in Severity}
    return {"schema": SCHEMA, "summary": summary, "diagnostics": [_diagnostic(each) for each in found]}


def report_as_data(report: Report) -> Data:
    """Return a report as JSON-ready data: the findings with their fingerprints, and what came of the questions."""
    data = as_data(report.findings)
    data["summary"]["questions"] = questions(report.tally)
    if report.held:
        data["summary"]["held"] = report.held
    for each, fingerprint in zip(data["diagnostics"], report.fingerprints, strict=True):
        each["fingerprint"] = fingerprint
    return data


def questions(tally: Tally) -> Data:
    """Return what came of the questions put."""
    return {"put": tally.put, "never": tally.never, "shown": tally.shown, "undecided": tally.undecided}


def as_json(report: Report) -> str:
    """Return ``report_as_data`` as text: UTF-8, Han characters as they are, a line end at the end."""
    return json.dumps(report_as_data(report), ensure_ascii=False, indent=2) + "\n"


def _diagnostic(diagnostic: Diagnostic) -> Data:
    return {
        "rule": diagnostic.rule.name,
        "severity": diagnostic.severity.value,
        "kind": diagnostic.rule.kind,
        "title": _words(diagnostic.rule.title),
        "message": {"zh": diagnostic.message("zh"), "en": diagnostic.message("en")},
        **_label(diagnostic.place),
        "related": [_label(label) for label in diagnostic.related],
        "help": [_words(words) for words in diagnostic.advice],
        "notes": [_words(words) for words in diagnostic.notes],
        "fixes": [_fix(fix) for fix in diagnostic.fixes],
        "witness": _witness(diagnostic.witness) if diagnostic.witness else None,
    }


def _witness(witness: Witness) -> Data:
    return {
        "facts": [{"name": name, "value": _words(value)} for name, value in witness.facts],
        "outcome": [{"of": _words(side), "value": _words(value)} for side, value in witness.outcome],
        "table": witness.table,
        "part": witness.part,
    }


def _label(label: Label) -> Data:
    return {"place": place(label.span), "label": _words(label.words) if label.words else None}


def place(span: Span) -> Data:
    """Return a place as data: its path, and where it starts and ends."""
    return {"path": span.source.path, "start": _position(span, span.start), "end": _position(span, span.end)}


def _position(span: Span, offset: int) -> dict[str, int]:
    position = span.source.position(offset)
    return {"line": position.line, "column": position.column, "offset": offset}


def _fix(fix: Fix) -> Data:
    edits = [{"place": place(edit.span), "text": edit.text} for edit in fix.edits]
    return {"words": _words(fix.words), "safe": fix.safe, "edits": edits}


def _words(words: Words) -> dict[str, str]:
    return {"zh": words.zh, "en": words.en}
