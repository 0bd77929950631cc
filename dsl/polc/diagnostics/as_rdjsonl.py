"""Findings in reviewdog's diagnostic format, one JSON object a line. Columns count bytes of UTF-8, from 1.

A suggestion there is one change of one place in the file that the finding stands in, so that a fix of several changes
is told in the message only.
"""

from __future__ import annotations

import json

from polc.diagnostics.finding import Diagnostic, Severity
from polc.diagnostics.places import column, relative, utf8
from polc.diagnostics.plain import in_full
from polc.diagnostics.report import Report
from polc.text import Source, Span

_SEVERITIES = {Severity.ERROR: "ERROR", Severity.WARNING: "WARNING", Severity.NOTE: "INFO"}


def as_rdjsonl(report: Report) -> str:
    """Return a line of JSON for each finding."""
    return "".join(json.dumps(_diagnostic(each, report), ensure_ascii=False) + "\n" for each in report.findings)


def _diagnostic(finding: Diagnostic, report: Report) -> dict[str, object]:
    source = finding.place.span.source
    alone = [fix.edits[0] for fix in finding.fixes if len(fix.edits) == 1 and fix.edits[0].span.source is source]
    return {
        "message": in_full(finding, report.language),
        "location": _location(finding.place.span, report),
        "severity": _SEVERITIES[finding.severity],
        "source": {"name": "polc"},
        "code": {"value": finding.rule.name},
        "suggestions": [{"range": _range(edit.span), "text": edit.text} for edit in alone],
        "relatedLocations": [
            {
                "message": label.words.in_(report.language) if label.words else "",
                "location": _location(label.span, report),
            }
            for label in finding.related
        ],
    }


def _location(span: Span, report: Report) -> dict[str, object]:
    path = relative(span.source.path, report.here)
    return {"path": path, "range": _range(span)} if span.source.text else {"path": path}


def _range(span: Span) -> dict[str, dict[str, int]]:
    return {"start": _position(span.source, span.start), "end": _position(span.source, span.end)}


def _position(source: Source, offset: int) -> dict[str, int]:
    return {"line": source.position(offset).line, "column": column(source, offset, utf8)}
