"""Lines that begin with no keyword, though one was meant.

Such are ``政策玉溪市…``, ``条件年度收入…``, ``（二）设立…`` and ``兌付：…``.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache

from polc.diagnostics import Diagnostic, Edit
from polc.errors.heading_without_keyword import heading_without_keyword
from polc.errors.line_unreadable import line_unreadable
from polc.errors.missing_blank import missing_blank
from polc.errors.missing_colon import missing_colon
from polc.errors.remark_as_line import remark_as_line
from polc.errors.unknown_keyword import unknown_keyword
from polc.errors.written_otherwise import written_otherwise
from polc.syntax.build.atoms import MOST_LETTERS
from polc.syntax.keywords import LINES, LineWord, line_words
from polc.syntax.lexis import SYMBOLS, Token
from polc.syntax.lines import WordLine
from polc.syntax.mistakes import unclosed
from polc.syntax.numerals import LETTERS
from polc.syntax.synonyms import REMARKS, Meant, meant
from polc.text import Span


@dataclass(frozen=True, slots=True)
class Stray:
    """What a line without a keyword seems to be: its finding, and the keyword and words to go on with, if any."""

    finding: Diagnostic
    row: LineWord | None = None
    keyword: Token | None = None
    rest: Sequence[Token] = ()


_CLAUSE = re.compile(rf"[（(]\s*[{LETTERS}0-9０-９]+\s*[)）]|第\s*[{LETTERS}0-9０-９]+\s*条")
_FIGURES = re.compile(r"[0-9０-９]+[.．、][ \t]*[^\W\d][^，。；]{1,40}")
_REMARK = re.compile(r"//+|/\*+|<!--|--+(?=\s)|※")
"""What begins a remark elsewhere."""
_CHAPTER = re.compile(rf"[{LETTERS}]+、|第\s*[{LETTERS}0-9０-９]+\s*[章节]")


def stray(line: WordLine, *, colon: bool, block: str) -> Stray:
    """Return what a line that begins with no keyword seems to be.

    ``colon``: its second word is a colon; ``block``: which block is open.
    """
    first = line.words[0]
    mark = _REMARK.match(line.span.text)
    if mark is not None:
        return Stray(remark_as_line(Span(first.source, first.start, first.start + mark.end()), mark[0]))
    decorated = _decorated(line)
    if decorated is not None:
        return decorated
    if first.type == "UNCLOSED":
        return Stray(unclosed(first, line.end))
    if not colon:
        several = _heading(line) or compound(line, block)
        if several is not None:
            return several
    alone = not colon and first.type == "NAME" and len(line.words) == 1
    if alone and block in ("doubt", "reading") and len(first.text) <= _SHORT:
        word = LINES["reading"].zh if not _english(first) else LINES["reading"].en
        keyword = Token("NAME", word, first.start, first.start, first.source)
        return Stray(
            written_otherwise(first.span, first.raw, f"{word} {first.raw}"), LINES["reading"], keyword, line.words
        )
    if first.text in REMARKS:
        return Stray(remark_as_line(first.span, first.raw))
    found = meant(first.text, colon=colon, block=block) if first.type not in _SIGNS else None
    if found is not None and found.sure:
        return _instead(found, first, line.words[1:])
    prefixed = _prefixed(line, first, colon=colon) if first.type == "NAME" else None
    if prefixed is not None:
        return prefixed
    if found is not None:
        return _instead(found, first, line.words[1:])
    if colon and first.type == "NAME":
        return Stray(unknown_keyword(first.span, first.raw))
    text = first.raw if first.type in ("NAME", "OTHER") else line.span.text[:MOST_LETTERS]
    pasted = any(word.type == "COMMA" or word.text == "。" for word in line.words)
    return Stray(line_unreadable(first.span, text, line.span if pasted and block not in ("file", "policy") else None))


def _english(word: Token) -> bool:
    """Whether the file has English keywords, by its first line."""
    return word.source.text.lstrip()[:1].isascii()


_SHORT = 8
"""A 读法 whose keyword is missing has a name of so many letters."""
_SIGNS = frozenset(("OTHER", "QUOTE", *SYMBOLS.values()))
_WITHIN = frozenset(("LPAREN", "RPAREN", "MINUS"))
_MOST_PARTS = 5
_MOST_MARKS = 8
_COUNTED = frozenset(LETTERS) | frozenset("①②③④⑤⑥⑦⑧⑨⑩")


def compound(line: WordLine, block: str) -> Stray | None:
    """Return what a line is whose keyword is written in several words: ``from pool: …``, ``条件 1：…``."""
    words = line.words
    end = next((n for n, word in enumerate(words[:_MOST_PARTS]) if word.type == "COLON"), 0)
    if end < 2 or any(word.type in _SIGNS - _WITHIN for word in words[:end]):  # noqa: PLR2004 - several words
        return None
    last = end - 1
    if words[last].type == "RPAREN":
        last = next((n - 1 for n in range(last, 0, -1) if words[n].type == "LPAREN"), last)
    while last and words[last].type == "NUMBER":
        last -= 1
    text = words[0].span.to(words[last].span).text
    joined = re.sub(r"[\s-]+", "_" if text.isascii() else "", text)
    whole = Token("NAME", joined, words[0].start, words[end - 1].end, words[0].source)
    found = meant(joined, colon=True, block=block)
    return _instead(found, whole, words[end:]) if found is not None and found.sure else None


def _decorated(line: WordLine) -> Stray | None:
    """Return what a line is whose keyword is numbered or marked: ``1. 标准：…``, ``- 标准：…``, ``“标准”：…``."""
    words = line.words
    end = next((n for n, word in enumerate(words[:_MOST_MARKS]) if word.type == "COLON"), 0)
    plain = [w for w in words[:end] if w.type == "QUOTE" or (w.type == "NAME" and set(w.text) - _COUNTED)]
    if len(plain) != 1 or (end == 1 and plain[0].type != "QUOTE"):
        return None
    row = line_words().get(plain[0].raw[1:-1] if plain[0].type == "QUOTE" else plain[0].text)
    if row is None or row.form == "head" or (plain[0] is words[0] and plain[0].type == "NAME"):
        return None
    keyword = row.en if plain[0].raw.isascii() else row.zh
    place = words[0].span.to(words[end - 1].span)
    return Stray(written_otherwise(place, place.text, keyword, sure=True), row, plain[0], words[end + 1 :])


def _instead(found: Meant, word: Token, rest: Sequence[Token]) -> Stray:
    """Return a line read as if it began with the keyword that was meant; the fix changes the colon too."""
    row, colon = found.row, bool(rest) and rest[0].type == "COLON"
    place, text = word.span, found.word
    if colon and row.form == "head":
        place, text = place.to(with_blanks(rest[0])), f"{text} "
    elif not colon and row.form == "line":
        place = Span(word.source, word.start, rest[0].start if rest else word.end)
        text += "：" if not text.isascii() else ": "
    if colon and row.form == "head" and not found.sure and len(found.word) != len(word.text):
        return Stray(unknown_keyword(word.span, word.raw))
    finding = unknown_keyword(word.span, word.raw, found.word, Edit(place, text))
    if row.id == "known":
        return Stray(finding)
    return Stray(finding, row, word, rest[1:] if colon else rest)


def with_blanks(colon: Token) -> Span:
    """Return the place of a colon and the blanks behind it."""
    text = colon.source.text
    end = colon.end
    while end < len(text) and text[end] in " \t":
        end += 1
    return Span(colon.source, colon.start, end)


def _heading(line: WordLine) -> Stray | None:
    first = line.words[0]
    text = line.span.text
    for pattern, key in ((_CLAUSE, "clause"), (_CHAPTER, "chapter"), (_FIGURES, "clause")):
        if pattern.fullmatch(text) if pattern is _FIGURES else pattern.match(text):
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
