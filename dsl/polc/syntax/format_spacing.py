"""How the words of a value are spelled and spaced: the only place that decides either.

Guarantees: the words themselves stay (which of two synonyms, a scale, a thousands separator, a sign for a comparison
or a range is the drafter's); read again, the result gives the same words. ``gap`` alone says what stands between two.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import pairwise
from typing import NamedTuple

from polc.syntax.keywords import WORDS
from polc.syntax.lexis import SYMBOLS, Token
from polc.syntax.units import split

BLANKS = " \t\u3000\u00a0\u2000\u2001\u2002\u2003\u2004\u2005\u2006\u2007\u2008\u2009\u200a\u202f\u205f"
"""Every character that is a blank to the lexer."""


class Piece(NamedTuple):
    """A word as it will be written.

    ``type`` is that of its token, or CROSS (× in 每甲×乙), RANGE (- in 5家-10家), THEN (不满 in 5家以上不满10家).
    """

    type: str
    text: str


_LITERALS = frozenset(("MONEY", "PERCENT", "COUNT", "NUMBER", "DURATION", "DAYS", "YEAR"))
_QUANTITIES = _LITERALS - {"YEAR"}
_DRAFTERS_OWN = _LITERALS | {"NAME", "DATE"}
_CONDITIONAL = frozenset(("AND", "OR", "NOT", "CMP", "IN", "EDGE", "FIRST"))
_RANGES = frozenset(("tier_test", "expected", "input"))
"""Shapes in which a minus sign between two numbers joins a range."""

_HALF = {0xFF10 + n: 0x30 + n for n in range(10)} | {ord("．"): ".", ord("％"): "%"}
_WRITTEN = {type_: sign for sign, type_ in SYMBOLS.items()}
IN_ENGLISH = {"COLON": ":", "COMMA": ",", "LIST": "&", "LPAREN": "(", "RPAREN": ")"}
_WORDS_ALONE = re.compile(f"[{BLANKS}]+")

_FUSED = frozenset(
    (
        *((literal, word) for literal in (*_LITERALS, "DATE") for word in ("EDGE", "MARK")),
        *((literal, "TO") for literal in _LITERALS),
        *((word, literal) for literal in _LITERALS for word in ("EDGE", "TO", "THEN")),
        ("EDGE", "THEN"), ("EDGE", "NAME"), ("NAME", "MARK"), ("MARK", "EDGE"), ("MARK", "TO"),
        ("NTH", "TO"), ("TO", "NTH"), ("NTH", "BEGUN"), ("PER", "NAME"),
    )
)  # fmt: skip
"""Pairs of words that Chinese writes without a blank and that are read the same so."""

_STARTS_ANOTHER_WORD = tuple(sorted({word.zh[1:] for word in WORDS.values() if word.zh.startswith("每")} - {""}))
"""Names that 每 must not touch: 每 with 年会 would be 每年."""

_OPENING, _CLOSING = frozenset("（([，、："), frozenset("）)]，、：,:")
_BESIDE_ROLES = frozenset(("NAME", "QUOTE"))


def gap(a: Piece, b: Piece) -> str:
    """Return what stands between two words that follow one another: a blank or nothing."""
    if b.text in _CLOSING or a.text in _OPENING:
        return ""
    if a.type in ("CROSS", "RANGE") or b.type in ("CROSS", "RANGE"):
        return ""
    if b.text == "（" or (b.text == "(" and a.type == "PICK"):
        return ""
    if a.text == "）":
        return " " if b.type in _BESIDE_ROLES else ""
    return "" if (a.type, b.type) in _FUSED and _fuse(a, b) else " "


def _fuse(a: Piece, b: Piece) -> bool:
    """Whether two words that Chinese fuses are Chinese, and would stay two words."""
    if any(piece.type not in _DRAFTERS_OWN and piece.text.isascii() for piece in (a, b)):
        return False
    return a.type != "PER" or not b.text.startswith(_STARTS_ANOTHER_WORD)


def joined(words: Sequence[Token], shape: str, *, english: bool) -> str:
    """Return the words of a value of this shape, spelled and spaced; ``english`` after an English keyword."""
    return spaced(pieces(words, shape, english=english))


def spaced(written: Sequence[Piece]) -> str:
    """Return these words with what stands between them."""
    text = written[0].text if written else ""
    for before, piece in pairwise(written):
        text += gap(before, piece) + piece.text
    return text


def pieces(words: Sequence[Token], shape: str, *, english: bool) -> list[Piece]:
    """Return the words of a value as they will be written."""
    made: list[Piece] = []
    signs = _grouping(words, english=english)
    for n, word in enumerate(words):
        type_, text = word.type, signs.get(n) or spelled(word, english=english)
        before = made[-1].type if made else ""
        if type_ == "TIMES" and before == "NAME" and len(made) > 1 and made[-2].type in ("PER", "BY", "CROSS"):
            type_ = "CROSS"
        elif type_ == "RANGE" or (type_ == "MINUS" and (shape in _RANGES or _after_in(made))):
            type_, text = "RANGE", word.raw
        elif type_ == "CMP" and before == "EDGE" and not text.isascii() and _has(words, n + 1):
            type_ = "THEN"
        made.append(Piece(type_, text))
    return made


def _has(words: Sequence[Token], n: int) -> bool:
    return n < len(words) and words[n].type in _LITERALS


def _after_in(made: Sequence[Piece]) -> bool:
    """Whether these words end in 在 and one limit: what follows is the middle of a range."""
    end = len(made) - (1 if made and made[-1].type == "MARK" else 0)
    return end > 1 and made[end - 2].type == "IN"


def _grouping(words: Sequence[Token], *, english: bool) -> dict[int, str]:
    """Return the parentheses of a value and their commas, by place: half width around sums, else full width."""
    found: dict[int, str] = {}
    opened: list[tuple[int, list[int]]] = []
    for n, word in enumerate(words):
        if word.type in ("LPAREN", "LBRACK"):
            opened.append((n, []))
        elif word.type == "COMMA" and opened:
            opened[-1][1].append(n)
        elif word.type in ("RPAREN", "RBRACK") and opened:
            start, commas = opened.pop()
            if _in_prose(words, start, n) and not english:
                found[start], found[n] = "（", "）"
            else:
                found[start] = "[" if words[start].type == "LBRACK" else "("
                found[n] = "]" if word.type == "RBRACK" else ")"
                found.update(dict.fromkeys(commas, ","))
    return found


def _in_prose(words: Sequence[Token], start: int, end: int) -> bool:
    """Whether the parentheses at these places belong to a name or to 较小, or hold a condition, rather than a sum."""
    if words[start].type == "LBRACK" or words[end].type == "RBRACK":
        return False
    behind_a_word = start > 0 and words[start - 1].type in ("NAME", "PICK")
    return behind_a_word or any(word.type in _CONDITIONAL for word in words[start:end])


def spelled(word: Token, *, english: bool) -> str:
    """Return how one word is written by itself."""
    type_ = word.type
    if type_ in _QUANTITIES:
        return _quantity(word.text)
    if type_ in ("YEAR", "DATE"):
        text = _WORDS_ALONE.sub("", word.text).translate(_HALF)
        return text if "年" in text or type_ == "YEAR" else re.sub("[/.－]", "-", text)
    if type_ == "NTH":
        text = word.text.translate(_HALF)
        return _WORDS_ALONE.sub(" " if text.startswith("year") else "", text)
    if type_ == "MARK":
        inner = word.text[1:-1].strip(BLANKS)
        return f"({inner})" if inner.isascii() else f"（{inner}）"
    if type_ == "QUOTE":
        return word.raw
    if type_ in _WRITTEN:
        return IN_ENGLISH.get(type_, _WRITTEN[type_]) if english else _WRITTEN[type_]
    return word.text


def _quantity(text: str) -> str:
    """Return a number and its unit: together, but where the drafter set an English unit apart."""
    half = text.translate(_HALF)
    number, unit = split(half)
    apart = unit[:1].isascii() and unit[:1].isalpha() and half[len(number)] in BLANKS
    return f"{number} {unit}" if apart else number + unit
