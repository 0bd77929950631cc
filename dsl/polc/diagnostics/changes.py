"""A fix as a small diff: the lines that it takes away and the lines that it puts in their place."""

from __future__ import annotations

import difflib
from collections.abc import Iterator

from polc.diagnostics.finding import Edit
from polc.diagnostics.glyphs import lay_out
from polc.diagnostics.paint import Ink
from polc.diagnostics.snippet import Page
from polc.text import Source


def draw_change(edits: tuple[Edit, ...], page: Page) -> list[str]:
    """Return the rows that show what ``edits`` change; edits in one source must not overlap."""
    rows: list[str] = []
    for source in dict.fromkeys(edit.span.source for edit in edits):
        own = sorted((edit for edit in edits if edit.span.source is source), key=lambda edit: edit.span.start)
        rows.extend(_draw_source(source, own, page))
    return rows


def _draw_source(source: Source, edits: list[Edit], page: Page) -> Iterator[str]:
    first = edits[0].span.begin.line
    last = max(edit.span.finish.line for edit in edits)
    start = source.line_start(first)
    end = source.line_start(last) + len(source.line_text(last))
    new, here = "", start
    for edit in edits:
        new += source.text[here : edit.span.start] + edit.text
        here = edit.span.end
    new += source.text[here:end]
    old_lines = [source.line_text(line) for line in range(first, last + 1)]
    new_lines = Source(source.path, new)
    renewed = [new_lines.line_text(line) for line in range(1, new_lines.line_count + 1)]
    for tag, a, b, c, d in difflib.SequenceMatcher(None, old_lines, renewed, autojunk=False).get_opcodes():
        if tag == "equal":
            continue
        for line in range(a, b):
            yield page.row(first + line, page.paint(Ink.OUT, "- " + _fit(old_lines[line], page)))
        for line in range(c, d):
            yield page.row(first + line, page.paint(Ink.IN, "+ " + _fit(renewed[line], page)))


def _fit(line: str, page: Page) -> str:
    """Return a line without its picture-less characters, in one row."""
    return lay_out(line[: 4 * page.width], page.encoding).text
