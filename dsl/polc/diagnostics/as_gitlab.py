"""Findings as a GitLab code quality report: what a merge request shows beside the lines it changes.

Guarantees: fingerprints are unique in a report and hold no line, so that GitLab sees what is new and what is resolved.
"""

from __future__ import annotations

import json

from polc.diagnostics.finding import Severity
from polc.diagnostics.places import relative
from polc.diagnostics.plain import in_a_line, in_full
from polc.diagnostics.report import Report

_SEVERITIES = {Severity.ERROR: "critical", Severity.WARNING: "minor", Severity.NOTE: "info"}


def as_gitlab(report: Report) -> str:
    """Return the report as a JSON list; the empty list where nothing was found."""
    issues = [
        {
            "type": "issue",
            "description": in_a_line(each, report.language),
            "content": {"body": in_full(each, report.language)},
            "check_name": each.rule.name,
            "fingerprint": fingerprint,
            "severity": _SEVERITIES[each.severity],
            "location": {
                "path": relative(each.place.span.source.path, report.here),
                "lines": {"begin": each.place.span.begin.line, "end": each.place.span.finish.line},
            },
        }
        for each, fingerprint in report.each
    ]
    return json.dumps(issues, ensure_ascii=False, indent=2) + "\n"
