"""The words of a text: one pass over the whole file that cannot fail, since whatever is left over is a token too.

Guarantees: the tokens with the blanks between them are the text, character by character; comments and line ends are
tokens; a quantity is typed by its unit, a reserved word by the keyword table; the time is linear in the text. Names
are normalised (NFC, half width) in ``Token.text``; places stay those of the source.

A name holds no Arabic digit unless it begins with a Latin letter (``DCMM3``), does not begin with 以上 and its
like, never holds 每, and ends before a comparison word that a number follows (``年度营业收入达到500万元``).
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable
from functools import cache, lru_cache
from typing import NamedTuple, TypeAlias

from polc.model.expressions import Kind
from polc.syntax.keywords import WORDS, Word, reserved_words
from polc.syntax.units import SCALED, SCALES, SCALES_EN, UNITS, scaled, units
from polc.text import Source, Span

_DIGIT = "[0-9０-９]"
_COMBINING = (
    "\u0300-\u036f\u1ab0-\u1aff\u1dc0-\u1dff\u20d0-\u20ff\u302a-\u302f\u3099\u309a"
    "\ufe00-\ufe0f\ufe20-\ufe2f\U000e0100-\U000e01ef"
)

INVISIBLE = re.compile(
    "[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\xad\u034f\u061c\u115f\u1160\u17b4\u17b5\u180e\u200b-\u200f\u2028-\u202e"
    "\u2060-\u206f\ufeff\ufff9-\ufffd\U000e0000-\U000e007f]"
)
"""Characters that cannot be seen, or stand for a broken one: each is reported with its code."""


class Token(NamedTuple):
    """A word of the text: its type, its normalised text, and the place ``[start, end)`` in ``source``."""

    type: str
    text: str
    start: int
    end: int
    source: Source

    @property
    def span(self) -> Span:
        """The place of the word."""
        return Span(self.source, self.start, self.end)

    @property
    def raw(self) -> str:
        """The word exactly as written."""
        return self.source.text[self.start : self.end]


_KIND_TYPES = {
    Kind.MONEY: "MONEY",
    Kind.RATE: "PERCENT",
    Kind.COUNT: "COUNT",
    Kind.DURATION: "DURATION",
    Kind.DAYS: "DAYS",
}

SYMBOLS: dict[str, str] = {
    "：": "COLON",
    "，": "COMMA",
    "、": "LIST",
    "（": "LPAREN",
    "）": "RPAREN",
    "[": "LBRACK",
    "]": "RBRACK",
    "|": "PIPE",
    "+": "PLUS",
    "-": "MINUS",
    "×": "TIMES",
    "÷": "DIVIDE",
    "~": "RANGE",
}
"""Punctuation in its canonical form and its token type."""

_SPELLINGS = {
    "：": ":",
    "，": ",",
    "、": "&＆",
    "（": "(",
    "）": ")",
    "[": "［",
    "]": "］",
    "|": "｜",
    "+": "＋",
    "-": "−－﹣",
    "×": "*＊✕✖",
    "÷": "/／∕",
    "~": "～〜—–―",
}
_TYPE_OF = {s: SYMBOLS[canonical] for canonical, more in _SPELLINGS.items() for s in canonical + more}

COMPARISONS: dict[str, str] = {
    ">=": "≥", "=>": "≥", "≥": "≥", "≧": "≥", "⩾": "≥", "<=": "≤", "=<": "≤", "≤": "≤", "≦": "≤", "⩽": "≤",
    ">": ">", "<": "<", "=": "=", "==": "=", "≠": "≠", "!=": "≠", "<>": "≠",
}  # fmt: skip
"""Comparison signs and the relation each stands for."""


def _han(word: str) -> bool:
    return not word.isascii()


_Branches: TypeAlias = "dict[str, _Branches]"


def _any(words: Iterable[str]) -> str:
    """Return a pattern for the longest of these words; it looks at each letter once, however many words there are."""
    root: _Branches = {}
    for word in words:
        at = root
        for letter in word:
            at = at.setdefault(letter, {})
        at[""] = {}

    def pattern(branches: _Branches) -> str:
        parts = [re.escape(letter) + pattern(rest) for letter, rest in branches.items() if letter]
        if not parts:
            return ""
        return f"(?:{'|'.join(parts)})" + ("?" if "" in branches else "")

    return pattern(root)


def _unit_pattern() -> str:
    # ten scales times every measure would be a long pattern to build: the scale stands before the measure instead
    once = [u for u in UNITS if u.zh not in scaled()]
    measures, scales = _any(SCALED), _any(SCALES)
    han = f"{_any([u.zh for u in once if _han(u.zh)] + ['%', '％', '‰'])}|{scales}?{measures}|{scales}"
    plain = _any([u.en for u in once if u.en != "%" and u.en.isascii()])
    latin = f"(?:{_any(SCALES_EN)}?{_any(SCALED.values())}|{plain})"
    money = _any([u.zh for u in UNITS if u.kind in (Kind.MONEY, Kind.RATE)] + ["％"])
    return (
        rf"(?:[ \t]?{latin}(?![A-Za-z0-9_])|{han}"
        rf"|[ \t\u3000]{{1,3}}{money}(?=以上|以下|以内|及以|不|至|[^\u4e00-\u9fff]|\Z))"
    )


_CUTTING = [
    *(t for t, word in reserved_words().items() if word.type in ("CMP", "UPTO") and len(t) > 1 and _han(t)),
    WORDS["onward"].zh,  # 受理之日起15个工作日内
]
"""Words that end a name where a number follows."""


def _cut_pattern() -> str:
    return rf"{_any(_CUTTING)}(?={_any(_CUTTING)}?[ \t\u3000]?{_DIGIT})"


def _name_pattern() -> str:
    firsts = "".join(sorted({w[0] for w in _CUTTING} | {"第"}))
    cut = rf"(?!{_any(_CUTTING)}{{1,2}}[ \t\u3000]?{_DIGIT}|第[ \t]?{_DIGIT})"
    plain = rf"[^\W\d每{firsts}]"
    first = rf"(?:[A-Za-zＡ-Ｚａ-ｚ_][0-9A-Za-z_０-９Ａ-Ｚａ-ｚ]*+|{plain}|{cut}[{firsts}])"
    return rf"{first}(?:{plain}+|[{_COMBINING}]|{cut}[{firsts}])*"


@cache
def _pattern() -> re.Pattern[str]:
    number = rf"{_DIGIT}(?:{_DIGIT}{{0,2}}(?:,{_DIGIT}{{3}})+(?!{_DIGIT})|{_DIGIT}*)(?:[.．]{_DIGIT}+)?"
    year = rf"(?:(?:[1１][9９]|[2２][01０１]){_DIGIT}{{2}})"
    blank, two = r"[ \t]?", rf"{_DIGIT}{{1,2}}"
    month = rf"{year}{blank}年{blank}{two}{blank}月"
    glue = _any([w.zh for w in WORDS.values() if w.glue])
    flat = r"[^“”\r\n]*"
    inner = rf"“{flat}”"
    for _ in range(2):  # three deep; unrolled, so that an unclosed quotation is found out in one look
        inner = rf"“{flat}(?:{inner}{flat})*”"
    parts = (
        ("NL", r"\r\n|\n|\r"),
        ("WS", r"[ \t\u3000\u00a0\u2000-\u200a\u202f\u205f]+"),
        ("GLUE", rf"每年度|{glue}|{_cut_pattern()}"),
        ("NTH", rf"第[ \t]?{_DIGIT}{{1,4}}[ \t]?年度?|year[ \t]{_DIGIT}{{1,3}}(?![A-Za-z0-9_])"),
        ("FISCAL", rf"FY{year}(?![A-Za-z0-9_])"),
        ("NAME", _name_pattern()),
        ("MARK", r"[(（][ \t]*(?:(?:不)?含(?:本数)?|incl|excl)[ \t]*[)）]"),
        ("QUOTE", rf"{inner}|\"[^\"\r\n]*\"|＂[^＂\r\n]*＂"),
        ("UNCLOSED", r"[“\"＂](?:[^\r\n \t]|[ \t](?![#＃]))*"),
        ("COMMENT", r"[#＃][^\r\n]*"),
        ("CMP", r">=|=>|≥|≧|⩾|<=|=<|≤|≦|⩽|!=|<>|==|[＞＜]＝|[><=＞＜＝≠]"),
        ("DATE", rf"{month}{blank}{two}{blank}日|{year}[-/.．－]{two}[-/.．－]{two}(?!{_DIGIT})"),
        ("PARTDATE", rf"{month}(?:{two}(?!{_DIGIT}))?"),
        ("YEAR", rf"{year}{blank}年度?"),
        ("QTY", rf"{number}(?:{_unit_pattern()})?"),
        ("SIGN", f"[{re.escape(''.join(_TYPE_OF))}]"),
        ("OTHER", r"."),
    )
    return re.compile("|".join(f"(?P<{name}>{pattern})" for name, pattern in parts), re.DOTALL)


_FULL_WIDTH = {0xFF01 + n: 0x21 + n for n in range(94)}


@lru_cache(maxsize=8192)
def normal(text: str) -> str:
    """Return a name as it is compared: NFC, with full width Latin letters and digits made half width."""
    return unicodedata.normalize("NFC", text).translate(_FULL_WIDTH)


def _quantity_type(text: str) -> str:
    unit = text.lstrip("0123456789０１２３４５６７８９.．,").strip()
    if not unit:
        return "NUMBER"
    found = units().get(unit)
    return _KIND_TYPES[found.kind] if found else "UNITLESS"


def tokens(source: Source) -> list[Token]:
    """Return the words of a text in order, comments and line ends among them, blanks left out."""
    made: list[Token] = []
    add, new = made.append, tuple.__new__  # the constructor a NamedTuple has would take a quarter of the time here
    reserved: dict[str, Word] = reserved_words()
    quantities: dict[str, str] = {}
    for match in _pattern().finditer(source.text):
        kind = match.lastgroup or "OTHER"
        if kind == "WS":
            continue
        start, end = match.span()
        text = match.group()
        if kind == "NAME":
            text = normal(text)
            word = reserved.get(text)
            if word is not None:
                kind = word.type
        elif kind == "QTY":
            known = quantities.get(text)
            kind = known or quantities.setdefault(text, _quantity_type(text))
        elif kind == "SIGN":
            kind = _TYPE_OF[text]
        elif kind == "GLUE":
            kind = reserved[text].type
        elif kind == "FISCAL":
            kind = "YEAR"
        elif kind == "CMP":
            text = text.translate(_FULL_WIDTH)
        add(new(Token, (kind, text, start, end, source)))
    return made


def word_of(token: Token) -> Word | None:
    """Return the reserved word a token is, if it is one."""
    return reserved_words().get(token.text)
