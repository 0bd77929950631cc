"""The colours of ``.pol`` for Pygments: fences of pages, ``pygmentize``, whatever else asks Pygments for ``pol``.

Made from the keyword table by way of polc's own lexer, so that what is coloured as a keyword is one. Guarantees: any
text is coloured, character by character; no word of the table is left plain; only what cannot be seen is marked wrong.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import ClassVar

from pygments.lexer import Lexer
from pygments.token import (
    Comment,
    Error,
    Keyword,
    Literal,
    Name,
    Number,
    Operator,
    Punctuation,
    String,
    Text,
    Whitespace,
    _TokenType,
)

from polc.syntax.keywords import line_words, reserved_words
from polc.syntax.lexis import INVISIBLE, SYMBOLS, Token, tokens
from polc.text import Source

_PLAIN = {
    "NL": Whitespace,
    "NAME": Name,
    "COMMENT": Comment.Single,
    "QUOTE": String,
    "UNCLOSED": String,
    "MONEY": Number,
    "PERCENT": Number,
    "COUNT": Number,
    "DURATION": Number,
    "DAYS": Number,
    "NUMBER": Number,
    "UNITLESS": Number,
    "NTH": Literal.Date,
    "FISCAL": Literal.Date,
    "DATE": Literal.Date,
    "PARTDATE": Literal.Date,
    "YEAR": Literal.Date,
    "MARK": Operator.Word,
}
_SIGNS = dict.fromkeys(("PLUS", "MINUS", "TIMES", "DIVIDE", "RANGE", "CMP"), Operator)
_PUNCTUATION = dict.fromkeys((kind for kind in SYMBOLS.values() if kind not in _SIGNS), Punctuation)
_KINDS = {**_PUNCTUATION, **_SIGNS, **_PLAIN}


class PolLexer(Lexer):  # type: ignore[misc]  # Pygments is published without types
    """Colours policies, vocabularies and pieces of them, with Chinese and English keywords."""

    name = "polc"
    aliases: ClassVar[Sequence[str]] = ["pol", "polc"]
    filenames: ClassVar[Sequence[str]] = ["*.pol"]
    url = ""

    def get_tokens_unprocessed(self, text: str) -> Iterator[tuple[int, _TokenType, str]]:
        """Yield the pieces of a text: place, kind, and the characters themselves."""
        at = 0
        for start, end, kind in _pieces(tokens(Source("", text))):
            if start > at:
                yield at, Whitespace, text[at:start]
            yield start, kind, text[start:end]
            at = end
        if at < len(text):
            yield at, Text, text[at:]


def _pieces(words: Sequence[Token]) -> Iterator[tuple[int, int, _TokenType]]:
    first, title = True, False
    for place, token in enumerate(words):
        after = words[place + 1] if place + 1 < len(words) else None
        kind = _kind(token)
        if first and _begins_line(token, after):
            title = after is not None and after.type != "COLON"
            kind = Keyword.Declaration if title else Keyword
        elif title and token.type in ("NAME", *_PUNCTUATION):
            kind = Name.Class if token.type == "NAME" else kind
        yield token.start, token.end, kind
        first = token.type == "NL"
        title = title and not first


def _begins_line(token: Token, after: Token | None) -> bool:
    """Return whether the first word of a line is a keyword there: it opens a block, or a colon follows."""
    row = line_words().get(token.text)
    return row is not None and (row.opens or (after is not None and after.type == "COLON"))


def _kind(token: Token) -> _TokenType:
    if token.text in reserved_words():
        return Keyword.Reserved
    if token.type == "OTHER":  # any character may stand in what is said freely
        return Error if INVISIBLE.match(token.raw) else Text
    return _KINDS.get(token.type, Keyword.Reserved)
