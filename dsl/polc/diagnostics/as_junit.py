"""Findings as JUnit XML: one testsuite, a testcase a finding; what makes the run fail is a failure.

Guarantees: the text is valid XML 1.0 whatever the drafter wrote; it holds no times, so that the same findings always
give the same text. Where nothing was found there is one testcase, which passed: many readers take an empty suite for a
job that broke.
"""

from __future__ import annotations

from xml.etree.ElementTree import Element, SubElement, indent, tostring

from polc.diagnostics.as_json import questions
from polc.diagnostics.finding import Diagnostic
from polc.diagnostics.places import relative
from polc.diagnostics.plain import in_full
from polc.diagnostics.report import Report
from polc.diagnostics.xml_text import xml_text


def as_junit(report: Report) -> str:
    """Return the report as text in UTF-8."""
    root = Element("testsuites", name="polc")
    suite = SubElement(root, "testsuite", name="polc check")
    failures = sum(map(report.failing, report.findings))
    for element in (root, suite):
        element.set("tests", str(len(report.findings) or 1))
        element.set("failures", str(failures))
        element.set("errors", "0")
    suite.set("skipped", "0")
    if report.tally.put:
        properties = SubElement(suite, "properties")
        for name, count in questions(report.tally).items():
            SubElement(properties, "property", name=f"questions.{name}", value=str(count))
    for each in report.findings:
        _case(suite, each, report)
    if not report.findings:
        SubElement(suite, "testcase", classname="polc", name="check")
    indent(root)
    return '<?xml version="1.0" encoding="UTF-8"?>\n' + tostring(root, encoding="unicode") + "\n"


def _case(suite: Element, finding: Diagnostic, report: Report) -> None:
    begin = finding.place.span.begin
    path = xml_text(relative(finding.place.span.source.path, report.here))
    name = f"{finding.rule.name} {path}:{begin.line}:{begin.column}"
    case = SubElement(suite, "testcase", classname=path, name=name, file=path, line=str(begin.line))
    text = xml_text(f"{path}:{begin.line}:{begin.column}\n{in_full(finding, report.language)}")
    if report.failing(finding):
        message = xml_text(finding.message(report.language))
        SubElement(case, "failure", message=message, type=finding.rule.name).text = text
    else:
        SubElement(case, "system-out").text = text
