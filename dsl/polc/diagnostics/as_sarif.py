"""Findings as SARIF 2.1.0 (OASIS), the form that code hosts and editors take results in.

What a rule leaves to a person to judge is of kind ``review``, what was not decided of kind ``open``; such results have
no level, as the standard demands.

Guarantees: columns count UTF-16 units and the log says so; paths are relative to the working folder and
percent-encoded; the same findings always give the same text, on any machine below that folder.
"""

from __future__ import annotations

import json
import re
from typing import Any, Final

from polc.diagnostics.as_json import questions
from polc.diagnostics.finding import Diagnostic, Fix, Label, Rule, Severity
from polc.diagnostics.pages import page_of
from polc.diagnostics.places import column, uri, utf16
from polc.diagnostics.plain import in_full
from polc.diagnostics.report import Report
from polc.text import Source, Span

FINGERPRINT: Final = "polcFinding/v1"
"""The key of our fingerprint among ``partialFingerprints``."""

_SCHEMA: Final = "https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json"
_LINK = re.compile(r"\[(?=[^\]]*\]\()")
_KINDS = {Severity.ERROR: "error", Severity.WARNING: "warning", Severity.NOTE: "recommendation"}

Data = dict[str, Any]
"""A JSON object: what is in it the standard says, not Python's types."""


def as_sarif(report: Report) -> str:
    """Return the log with one run as JSON."""
    rules = sorted({each.rule.name: each.rule for each in report.findings}.items())
    index = {name: place for place, (name, _) in enumerate(rules)}
    driver: Data = {"name": "polc"} | ({"version": report.version} if report.version else {})
    driver["rules"] = [_rule(rule, report) for _, rule in rules]
    run: Data = {
        "tool": {"driver": driver},
        "columnKind": "utf16CodeUnits",
        "newlineSequences": ["\r\n", "\n", "\r"],
        "language": "zh-CN" if report.language == "zh" else "en-US",
        "defaultSourceLanguage": "polc",
        "invocations": [{"executionSuccessful": True, "exitCode": int(report.fails_at_all)}],
        "properties": {"questions": questions(report.tally), "held": report.held},
        "results": [_result(each, mark, index, report) for each, mark in report.each],
    }
    return json.dumps({"$schema": _SCHEMA, "version": "2.1.0", "runs": [run]}, ensure_ascii=False, indent=2) + "\n"


def _rule(rule: Rule, report: Report) -> Data:
    """Return a rule with its page in both languages, the report's own first."""
    pages = [page_of(rule, "zh"), page_of(rule, "en")]
    titles = [rule.title.zh, rule.title.en]
    if report.language == "en":
        pages.reverse()
        titles.reverse()
    first = pages[0].partition("\n\n")[0] or titles[0]
    found: Data = {
        "id": rule.name,
        "shortDescription": {"text": titles[0]},
        "fullDescription": {"text": " ".join(first.split())},
        "defaultConfiguration": {"level": rule.severity.value},
        "properties": {"problem.severity": _KINDS[rule.severity], "tags": ["policy"]},
    }
    if "-" in rule.name:  # a name must be another than the id
        found["name"] = "".join(part.capitalize() for part in rule.name.split("-"))
    if rule.page:
        markdown = "\n\n---\n\n".join(f"**{title}**\n\n{page}" for title, page in zip(titles, pages, strict=True))
        found["help"] = {"text": "\n\n".join(pages), "markdown": markdown}
    return found


def _result(finding: Diagnostic, fingerprint: str, index: dict[str, int], report: Report) -> Data:
    # what is grave enough to fail the run is a failure, whatever else it might have been
    kind = "fail" if finding.severity is Severity.ERROR else finding.rule.kind
    result: Data = {
        "ruleId": finding.rule.name,
        "ruleIndex": index[finding.rule.name],
        "kind": kind,
        "level": finding.severity.value if kind == "fail" else "none",
        "message": _message(in_full(finding, report.language)),
        "locations": [_location(finding.place, report)],
        "partialFingerprints": {FINGERPRINT: fingerprint},
    }
    if finding.related:
        labels = enumerate(finding.related, start=1)
        result["relatedLocations"] = [{"id": number} | _location(label, report) for number, label in labels]
    if finding.fixes:
        result["fixes"] = [_fix(fix, report) for fix in finding.fixes if fix.edits]
    return result


def _location(label: Label, report: Report) -> Data:
    """Return a place, what is said of it, and the text that stands there."""
    source = label.span.source
    region = _region(label.span) | ({"snippet": {"text": label.span.text}} if label.span.text else {})
    physical = {"artifactLocation": _artifact(source, report), "region": region}
    found: Data = {"physicalLocation": physical}
    if label.words:
        found["message"] = _message(label.words.in_(report.language))
    return found


def _message(text: str) -> Data:
    """Return a text as a message: what would read there as a link is escaped, and braces are doubled."""
    return {"text": _LINK.sub(r"\\[", text).replace("{", "{{").replace("}", "}}")}


def _artifact(source: Source, report: Report) -> Data:
    return {"uri": uri(source.path, report.here)}


def _region(span: Span) -> Data:
    """Return where a place starts and ends; the end is just behind its last character."""
    return {
        "startLine": span.begin.line,
        "startColumn": column(span.source, span.start, utf16),
        "endLine": span.finish.line,
        "endColumn": column(span.source, span.end, utf16),
    }


def _fix(fix: Fix, report: Report) -> Data:
    changes = []
    for source in dict.fromkeys(edit.span.source for edit in fix.edits):
        edits = [edit for edit in fix.edits if edit.span.source is source]
        changes.append(
            {
                "artifactLocation": _artifact(source, report),
                "replacements": [
                    {"deletedRegion": _region(edit.span), "insertedContent": {"text": edit.text}} for edit in edits
                ],
            }
        )
    return {
        "description": _message(fix.words.in_(report.language)),
        "artifactChanges": changes,
        "properties": {"safe": fix.safe},
    }
