"""A suite as JUnit XML, for whatever shows test reports: one testcase a row, findings as errors.

Guarantees: the text is valid XML 1.0 whatever the drafter wrote (a character that XML forbids becomes U+FFFD); the same
suite always gives the same text (it holds no times).
"""

from __future__ import annotations

from itertools import groupby
from xml.etree.ElementTree import Element, SubElement, indent, tostring

from polc.diagnostics import Diagnostic
from polc.diagnostics.words import Language
from polc.diagnostics.xml_text import xml_text
from polc.workspace.suite import Named, Suite, row_words
from polc.workspace.waiting_row import in_waiting


def as_junit(suite: Suite, language: Language) -> str:
    """Return the report as text in UTF-8: a testsuite a policy, and one for the findings where there are any."""
    root = Element("testsuites", name="polc")
    for _, group in groupby(suite.rows, key=lambda named: id(named.draft)):
        rows = list(group)
        _counted(_suite(root, rows, language), rows)
    if suite.findings:
        errors = SubElement(root, "testsuite", name="polc check", tests=str(len(suite.findings)), failures="0")
        errors.set("errors", str(len(suite.findings)))
        errors.set("skipped", "0")
        for finding in suite.findings:
            _finding(errors, finding, language)
    root.set("tests", str(suite.total + len(suite.findings)))
    root.set("failures", str(len(suite.failed)))
    root.set("errors", str(len(suite.findings)))
    indent(root)
    return '<?xml version="1.0" encoding="UTF-8"?>\n' + tostring(root, encoding="unicode") + "\n"


def _suite(root: Element, rows: list[Named], language: Language) -> Element:
    suite = SubElement(root, "testsuite", name=xml_text(rows[0].draft.name))
    for named in rows:
        row = named.row
        number = row_words(row.number).in_(language)
        case = SubElement(
            suite,
            "testcase",
            classname=xml_text(".".join(filter(None, (named.draft.name, row.part.clause, row.part.name)))),
            name=xml_text(" ".join(filter(None, (row.table.title, number, row.note)))),
            file=xml_text(row.span.source.path),
            line=str(row.span.begin.line),
        )
        if not named.ran:
            said = "没有运行：所在的条或表有错误" if language == "zh" else "not run: its clause or table has errors"
            SubElement(case, "skipped", message=said)
        elif named.waits:
            SubElement(case, "skipped", message=xml_text(in_waiting(named, language)))
        elif not named.passed:
            _failure(case, named, language)
    return suite


def _counted(suite: Element, rows: list[Named]) -> None:
    suite.set("tests", str(len(rows)))
    suite.set("failures", str(sum(named.ran and not named.holds for named in rows)))
    suite.set("errors", "0")
    suite.set("skipped", str(sum(not named.ran or named.waits for named in rows)))


def _failure(case: Element, named: Named, language: Language) -> None:
    from polc.workspace.failed_row import failure, in_brief  # noqa: PLC0415 - a green run must not pay for rich

    failed = [check for check in named.row.checks if not check.passed]
    message = "; ".join(in_brief(check, language) for check in failed)
    element = SubElement(case, "failure", message=xml_text(message), type="polc")
    element.text = xml_text("\n" + failure(named, language))


def _finding(suite: Element, finding: Diagnostic, language: Language) -> None:
    from polc.diagnostics.terminal import render_one  # noqa: PLC0415 - as above

    place = finding.place.span
    line = place.begin.line
    name = f"{finding.rule.name} {place.source.path}:{line}"
    path = xml_text(place.source.path)
    case = SubElement(suite, "testcase", classname=path, name=xml_text(name), file=path, line=str(line))
    error = SubElement(case, "error", message=xml_text(finding.message(language)), type=finding.rule.name)
    error.text = xml_text("\n" + render_one(finding, language))
