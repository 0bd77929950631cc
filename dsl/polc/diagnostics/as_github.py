"""Findings as GitHub workflow commands, which a job prints to mark lines of a pull request.

Guarantees: one command a line whatever the text holds: ``%``, line ends, and in properties ``:`` and ``,`` are escaped
as the runner unescapes them. GitHub shows columns only where a mark stands in one line, so that others give none.
"""

from __future__ import annotations

from polc.diagnostics.finding import Diagnostic, Severity
from polc.diagnostics.places import column, relative, utf16
from polc.diagnostics.plain import in_full
from polc.diagnostics.report import Report

_COMMANDS = {Severity.ERROR: "error", Severity.WARNING: "warning", Severity.NOTE: "notice"}


def as_github(report: Report) -> str:
    """Return a workflow command for each finding."""
    return "".join(_command(each, report) for each in report.findings)


def _command(finding: Diagnostic, report: Report) -> str:
    span = finding.place.span
    first, last = span.begin.line, span.finish.line
    properties = {"file": relative(span.source.path, report.here), "line": str(first), "endLine": str(last)}
    if first == last:
        properties["col"] = str(column(span.source, span.start, utf16))
        properties["endColumn"] = str(column(span.source, span.end, utf16))
    properties["title"] = f"{finding.rule.name} {finding.rule.title.in_(report.language)}"
    said = ",".join(f"{name}={_property(value)}" for name, value in properties.items())
    return f"::{_COMMANDS[finding.severity]} {said}::{_data(in_full(finding, report.language))}\n"


def _data(text: str) -> str:
    return text.replace("%", "%25").replace("\r", "%0D").replace("\n", "%0A")


def _property(text: str) -> str:
    return _data(text).replace(":", "%3A").replace(",", "%2C")
