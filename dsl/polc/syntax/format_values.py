"""The text of one line that was read without a finding: its keyword, its colon, and its value in the shape it has.

Guarantees: free text and quotations are the drafter's own characters; everything else is ``format_spacing``'s.
"""

from __future__ import annotations

from collections.abc import Sequence

from polc.syntax.choices import chosen
from polc.syntax.format_spacing import BLANKS, joined
from polc.syntax.keywords import LINES
from polc.syntax.lexis import Token, normal
from polc.syntax.shapes import text_of
from polc.syntax.translate import TRANSLATED
from polc.syntax.tree import Block, Line
from polc.syntax.units import units

_FREE = frozenset(("free", "quote", "title", "numbered"))


def line_text(line: Line, words: Sequence[Token], *, english: bool) -> str:
    """Return ``关键词：值``; ``words`` are all the words of the line, ``english`` says which language it is in."""
    if line.key == "known":
        return _known(words)
    shape = "fact" if line.key == "fact" else LINES[line.key].shape
    return _named(words[:1], shape, words[2:], english=english)


def head_text(block: Block, words: Sequence[Token]) -> str:
    """Return ``关键词 名字`` with whatever else a head of this block holds."""
    keyword, rest = words[0], words[1:]
    shape, _, inner = LINES[block.key].shape.partition(":")
    english = keyword.text.isascii()
    if not rest:
        return keyword.text
    if shape == "numbered":
        return f"{keyword.text} {_numbered(block, rest)}"
    if shape in ("free", "title"):
        return f"{keyword.text} {raw(rest)}"
    colon = next((n for n, word in enumerate(words) if word.type == "COLON"), None)
    if inner and colon is not None:
        return _named(words[:colon], inner, words[colon + 1 :], english=english)
    return joined(words, shape, english=english)


def raw(words: Sequence[Token]) -> str:
    """Return these words and what stands between them, exactly as written."""
    if len(words) == 1 and words[0].type == TRANSLATED:
        return words[0].text
    return text_of(words).text if words else ""


def _named(before: Sequence[Token], shape: str, value: Sequence[Token], *, english: bool) -> str:
    """Return what stands before a colon, the colon, and the value."""
    colon = ": " if english else "："
    return joined(before, "name", english=english) + colon + value_text(shape, value, english=english)


def value_text(shape: str, words: Sequence[Token], *, english: bool) -> str:
    """Return a value in its shape."""
    if chosen("absence", words[0].text) == "silent" and words[0].type != "QUOTE":
        at = next((n for n, word in enumerate(words) if word.type == "PRESUME"), None)
        if at is None:
            return words[0].text
        comma = ", " if english else "，"
        return f"{words[0].text}{comma}{words[at].text} {value_text(shape, words[at + 1 :], english=english)}"
    if shape in _FREE:
        return raw(words)
    return joined(words, shape, english=english)


def _numbered(block: Block, rest: Sequence[Token]) -> str:
    """Return the number of a 条 or 章 and its title, a blank between them but after 、."""
    text, start = raw(rest), rest[0].start
    title = block.name_span.start - start if block.number and block.name_span else 0
    if title <= 0:
        return text
    number = text[:title].rstrip(BLANKS)
    return f"{number}{'' if number.endswith(('、', '．')) else ' '}{text[title:]}"


def _known(words: Sequence[Token]) -> str:
    """Return ``已知问题 RULE：理由``."""
    keyword, rest = words[0], words[1:]
    english = keyword.text.isascii()
    led = rest[0].type == "COLON"
    rest = rest[1:] if led else rest
    end = next(n for n, word in enumerate(rest) if word.type in ("COLON", "COMMA"))
    signs = {"COLON": ": " if english else "：", "COMMA": ", " if english else "，"}
    rule, reason = raw(rest[:end]), raw(rest[end + 1 :])
    return f"{keyword.text}{signs['COLON'] if led else ' '}{rule}{signs[rest[end].type]}{reason}"


def cell_text(shape: str, words: Sequence[Token], *, english: bool) -> str:
    """Return one cell of a table; the shape ``free`` keeps the drafter's own characters."""
    if shape == "free":
        return raw(words)
    if words and words[0].type == "TOCONFIRM":
        return raw(words) if words[0].text == words[0].raw else f"{words[0].text} {raw(words[1:])}".rstrip()
    if shape == "header":
        return _header(words, english=english)
    return joined(words, shape, english=english)


def _header(words: Sequence[Token], *, english: bool) -> str:
    """Return the name of a column, and in parentheses its unit or its readings as written."""
    end = next((n for n, word in enumerate(words) if word.type == "LPAREN"), len(words))
    text = joined(words[:end], "header", english=english)
    opened, start = False, 0
    for n, word in enumerate(words):
        if word.type == "LPAREN" and not opened:
            opened, start = True, n + 1
        elif word.type == "RPAREN" and opened:
            opened = False
            inner = words[start].text if n == start + 1 else raw(words[start:n])
            inner = inner if normal(inner) in units() else raw(words[start:n])
            inner = normal(inner) if normal(inner) in units() else inner
            text += f" ({inner})" if english else f"（{inner}）"
    return text
