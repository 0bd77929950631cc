"""From a text to its tree and everything that is wrong with its writing. This is the door to the syntax floor.

Guarantees: it never raises, whatever the text; there is at most one finding a line; a line that cannot be read does not
disturb the next; indentation changes nothing but ``indent-disagrees``. lark stays behind ``grammar``.
"""

from __future__ import annotations

from collections.abc import Iterable

from polc.diagnostics import Diagnostic, Edit
from polc.errors.indent_disagrees import RULE as INDENT_DISAGREES
from polc.errors.invisible_character import invisible_character
from polc.syntax.lexis import INVISIBLE
from polc.syntax.lines import split
from polc.syntax.reading import Reader
from polc.syntax.tree import File
from polc.text import Source


def parse(source: Source) -> tuple[File, list[Diagnostic]]:
    """Return the tree of a text and its findings, in the order of their lines."""
    reader = Reader(source)
    for line in split(source):
        reader.read(line)
    tree = reader.finish()
    return tree, _one_a_line(source, (*_invisible(source), *reader.findings))


def _invisible(source: Source) -> list[Diagnostic]:
    """Return one finding for each line that holds invisible characters."""
    lines: dict[int, list[int]] = {}
    for found in INVISIBLE.finditer(source.text):
        lines.setdefault(source.position(found.start()).line, []).append(found.start())
    findings = []
    for places in lines.values():
        spans = [source.span(place, place + 1) for place in places]
        edits = tuple(Edit(span, "") for span in spans)
        findings.append(invisible_character(spans[0], f"U+{ord(spans[0].text):04X}", edits))
    return findings


def _one_a_line(source: Source, findings: Iterable[Diagnostic]) -> list[Diagnostic]:
    """Return the first finding of each line, in order; indentation is only spoken of where nothing else is wrong."""
    kept: dict[int, Diagnostic] = {}
    for finding in findings:
        line = source.position(finding.place.span.start).line
        if line not in kept or kept[line].rule is INDENT_DISAGREES:
            kept[line] = finding
    return [kept[line] for line in sorted(kept)]
