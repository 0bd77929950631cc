"""Findings in a line each, ``path:line:column: severity[rule] message``, for editors, ``grep`` and short logs."""

from __future__ import annotations

import unicodedata

from polc.diagnostics.places import relative
from polc.diagnostics.plain import in_a_line
from polc.diagnostics.report import Report


def as_concise(report: Report) -> str:
    """Return a line for each finding; columns count characters. The empty text where there are none."""
    colon = "：" if report.language == "zh" else ": "
    lines: list[str] = []
    for each in report.findings:
        begin = each.place.span.begin
        path = relative(each.place.span.source.path, report.here)
        head = f"{each.severity.words.in_(report.language)}[{each.rule.name}]{colon}"
        said = f"{path}:{begin.line}:{begin.column}: {head}{in_a_line(each, report.language)}"
        lines.append("".join(map(_harmless, said)) + "\n")
    return "".join(lines)


def _harmless(character: str) -> str:
    """Return the character, or a mark for one that could act on a terminal or break the line."""
    return "\ufffd" if unicodedata.category(character) in {"Cc", "Cf", "Zl", "Zp"} else character
