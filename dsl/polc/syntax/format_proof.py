"""Whether two texts say the same: the same tree but for its places, and the same findings in corresponding lines.

``polc fmt`` asks this before it writes; the laws of the formatter are tested with it.
"""

from __future__ import annotations

from collections.abc import Sequence

from polc.diagnostics import Diagnostic
from polc.syntax.format import Formatted
from polc.syntax.parse import parse
from polc.syntax.tree import Block, File, Line
from polc.text import Source


def proved(source: Source, result: Formatted) -> bool:
    """Whether the formatted text means what ``source`` means and has its findings."""
    old, before = parse(source)
    new, after = parse(Source(source.path, result.text, source.encoding))
    return same_tree(old, new) and _told(before) == _told(after, result.origins)


def _told(findings: Sequence[Diagnostic], origins: Sequence[int] = ()) -> list[tuple[int, str]]:
    """Return line and rule of each finding; ``origins`` are the lines of the old text that these come from."""
    lines = ((finding.place.span.begin.line, finding.rule.name) for finding in findings)
    return sorted((origins[line - 1] if origins else line, rule) for line, rule in lines)


def same_tree(a: File, b: File) -> bool:
    """Whether two trees are equal apart from places in the text."""
    return a.language == b.language and _lines(a.lines, b.lines) and _blocks(a.blocks, b.blocks)


def _blocks(a: Sequence[Block], b: Sequence[Block]) -> bool:
    return len(a) == len(b) and all(map(_block, a, b))


def _lines(a: Sequence[Line], b: Sequence[Line]) -> bool:
    return len(a) == len(b) and all(map(_line, a, b))


def _block(a: Block, b: Block) -> bool:
    return (
        (a.key, a.name, a.number, a.ordinal, a.words, a.silent, a.bad)
        == (b.key, b.name, b.number, b.ordinal, b.words, b.silent, b.bad)
        and a.value == b.value
        and a.columns == b.columns
        and a.rows == b.rows
        and _lines(a.lines, b.lines)
        and _blocks(a.blocks, b.blocks)
    )


def _line(a: Line, b: Line) -> bool:
    return (a.key, a.name, a.silent, a.bad) == (b.key, b.name, b.silent, b.bad) and a.value == b.value
