"""Lines that begin with no keyword, though one was meant.

Such are ``政策玉溪市…``, ``条件年度收入…``, ``（二）设立…`` and ``兌付：…``.
"""

from __future__ import annotations

import difflib
import re
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache

from polc.diagnostics import Diagnostic
from polc.errors.heading_without_keyword import heading_without_keyword
from polc.errors.line_unreadable import line_unreadable
from polc.errors.missing_blank import missing_blank
from polc.errors.missing_colon import missing_colon
from polc.errors.unknown_keyword import unknown_keyword
from polc.syntax.build.atoms import MOST_LETTERS
from polc.syntax.keywords import LINES, LineWord, line_words
from polc.syntax.lexis import Token
from polc.syntax.lines import WordLine
from polc.syntax.mistakes import unclosed
from polc.syntax.numerals import LETTERS
from polc.text import Span


@dataclass(frozen=True, slots=True)
class Stray:
    """What a line without a keyword seems to be: its finding, and the keyword and words to go on with, if any."""

    finding: Diagnostic
    row: LineWord | None = None
    keyword: Token | None = None
    rest: Sequence[Token] = ()


_CLAUSE = re.compile(rf"[（(]\s*[{LETTERS}0-9０-９]+\s*[)）]|第\s*[{LETTERS}0-9０-９]+\s*条")
_CHAPTER = re.compile(rf"[{LETTERS}]+、|第\s*[{LETTERS}0-9０-９]+\s*[章节]")


def stray(line: WordLine, *, colon: bool) -> Stray:
    """Return what a line that begins with no keyword seems to be; ``colon``: its second word is a colon."""
    first = line.words[0]
    if first.type == "UNCLOSED":
        return Stray(unclosed(first, line.end))
    if not colon:
        heading = _heading(line)
        if heading is not None:
            return heading
    if first.type == "NAME":
        prefixed = _prefixed(line, first, colon=colon)
        if prefixed is not None:
            return prefixed
    near = _near(first.text)
    if colon and first.type == "NAME":
        row = line_words().get(near)
        return Stray(unknown_keyword(first.span, first.raw, near), row if row and row.table else None)
    text = first.raw if first.type in ("NAME", "OTHER") else line.span.text[:MOST_LETTERS]
    return Stray(line_unreadable(first.span, text, near))


def _heading(line: WordLine) -> Stray | None:
    first = line.words[0]
    text = line.span.text
    for pattern, key in ((_CLAUSE, "clause"), (_CHAPTER, "chapter")):
        if pattern.match(text):
            row = LINES[key]
            before = Span(first.source, first.start, first.start)
            keyword = Token("NAME", row.zh, first.start, first.start, first.source)
            return Stray(heading_without_keyword(first.span, row.zh, before), row, keyword, line.words)
    return None


@cache
def _prefixes() -> tuple[tuple[str, LineWord], ...]:
    rows = [row for row in LINES.values() if len(row.zh) > 1 or row.id in ("clause", "chapter", "group")]
    return tuple(sorted(((row.zh, row) for row in rows), key=lambda pair: -len(pair[0])))


def _prefixed(line: WordLine, first: Token, *, colon: bool) -> Stray | None:
    """Return what a line is whose keyword runs into what follows, or None."""
    for zh, row in _prefixes():
        if not first.text.startswith(zh) or (colon and not row.shape.startswith("name:")):
            continue
        if len(zh) == 1 and not colon:
            continue
        cut = first.start + len(zh)
        after = Span(first.source, cut, cut)
        keyword = Token("NAME", zh, first.start, cut, first.source)
        tail = Token("NAME", first.text[len(zh) :], cut, first.end, first.source)
        word = Span(first.source, first.start, cut)
        if row.opens:
            return Stray(missing_blank(word, zh, after), row, keyword, (tail, *line.words[1:]))
        return Stray(missing_colon(word, zh, after, "："), row, keyword, (tail, *line.words[1:]))
    return None


def _near(text: str) -> str:
    found = difflib.get_close_matches(text[:MOST_LETTERS], line_words(), 1, 0.5 if not text.isascii() else 0.7)
    return found[0] if found else ""
