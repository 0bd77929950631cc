"""From a text to its tree and everything that is wrong with its writing. This is the door to the syntax floor.

Guarantees: it never raises, whatever the text; there is at most one finding a line; a line that cannot be read does not
disturb the next; indentation changes nothing but ``indent-disagrees``. lark stays behind ``grammar``.
"""

from __future__ import annotations

import re
from collections.abc import Iterable

from polc.diagnostics import Diagnostic, Edit, Fix, Words
from polc.errors.indent_disagrees import RULE as INDENT_DISAGREES
from polc.errors.invisible_character import invisible_character
from polc.errors.wrong_block import RULE as WRONG_BLOCK
from polc.syntax.keywords import line_words
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
    found = [_hidden_head(source, each) for each in reader.findings]
    return tree, _one_a_line(source, (*_invisible(source), *found))


_HIDDEN = re.compile(r"[ \t\u3000]*([#＃]+[ \t]*)(\S+)[ \t]")
_IS_REMARK = Words(
    "上一行以 # 开头，是说明，不读；是“{word}”的，去掉 #",
    "the line above begins with #, a remark that is not read; if it is a {word}, take the # away",
)
_PLAIN = Words("去掉上一行的 #", "take the # of the line above away")


def _hidden_head(source: Source, finding: Diagnostic) -> Diagnostic:
    """Return a finding that a line stands in the wrong block, with what hides the right one: ``## 条 1 …`` above it."""
    if finding.rule not in (INDENT_DISAGREES, WRONG_BLOCK):
        return finding
    above = finding.place.span.begin.line - 1
    while above > 1 and not source.line_text(above).strip():
        above -= 1
    hidden = _HIDDEN.match(source.line_text(above)) if above > 0 else None
    row = line_words().get(hidden[2]) if hidden is not None else None
    if hidden is None or row is None or not row.opens:
        return finding
    start = source.line_start(above) + hidden.start(1)
    edit = Edit(source.span(start, start + len(hidden[1])), "")
    return finding.with_(help=(_IS_REMARK.fill(word=hidden[2]),), fixes=(Fix(_PLAIN, (edit,)),))


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
