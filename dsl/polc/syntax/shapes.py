"""The value of a line, by its keyword's shape: free text, a quotation, a choice, or what the grammar reads."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from itertools import pairwise
from typing import Any, TypeAlias

from polc.diagnostics import Diagnostic, Words
from polc.errors.missing_value import missing_value
from polc.errors.quote_marks import quote_marks
from polc.errors.quotes_missing import quotes_missing
from polc.errors.unexpected_word import unexpected_word
from polc.errors.value_too_deep import value_too_deep
from polc.errors.written_otherwise import written_otherwise
from polc.model import values
from polc.model.expressions import Expression
from polc.syntax import grammar
from polc.syntax.build.atoms import choice_of, name_of, quantity_of
from polc.syntax.choices import chosen
from polc.syntax.lalr import Unexpected
from polc.syntax.lexis import Token
from polc.syntax.loose_figures import loose, ranged
from polc.syntax.mistakes import explain, numeral, separators, unclosed
from polc.syntax.refused import RefusedError
from polc.text import Span

MOST_NESTED = 100
"""More signs and brackets than this in one value are a mistake, and later walks recurse."""

_NESTING = frozenset(
    ("LPAREN", "PLUS", "MINUS", "TIMES", "DIVIDE", "NOT", "UPTO", "EARLIER", "SUM", "COUNTOF", "FIRST")
)
_TESTS = frozenset(("first_line", "ensure"))
"""Conditions with more around them."""
_COUNTING = _TESTS | frozenset(
    ("amount", "formula", "condition", "cap", "pool", "counted", "quota", "tier_test", "expected", "givens")
)
KEEPS_NONE = frozenset(("free", "fact", "names", "owners", "members", "givens", "numbered"))
"""Shapes in which 无 is a word like any other."""

Read: TypeAlias = "values.Value | tuple[values.Value, ...] | Expression"


def text_of(words: Sequence[Token]) -> values.FreeText:
    """Return these words and what stands between them, exactly as written."""
    place = Span(words[0].source, words[0].start, words[-1].end)
    return values.FreeText(place.text, place)


def quoted(word: Token) -> str:
    """Return a quotation without its marks."""
    return word.raw[1:-1]


def read_value(key: str, keyword: str, shape: str, words: Sequence[Token]) -> Read | Diagnostic:
    """Return the value of a line (several, where it stands for several), or the finding.

    ``key`` is the keyword's id, ``keyword`` the keyword as written.
    """
    if shape == "free":
        return _free(words)
    if shape == "quote":
        return _quote(keyword, words)
    if shape.startswith("choice:"):
        return _choice(shape.removeprefix("choice:"), words)
    if shape in _BY_HAND:
        try:
            return _BY_HAND[shape](words)
        except RefusedError as refused:
            return refused.diagnostic
    read = read_words(shape, words)
    if isinstance(read, Diagnostic):
        return read
    if key == "ensure" and not isinstance(read, values.Ensure):
        return values.Ensure(read, span=text_of(words).span)
    if isinstance(read, values.Counted) and read.order and key != "times":
        return unexpected_word(words[-1].span, words[-1].raw)  # only a number of times has an order
    value: Read | Diagnostic = read
    return value


def read_words(shape: str, words: Sequence[Token]) -> Any:  # noqa: ANN401 - every shape has its own type
    """Return what the grammar reads in this shape, or the finding."""
    nested = 0
    for word in words:
        if word.type in _NESTING:
            nested += 1
    if nested > MOST_NESTED:
        return value_too_deep(text_of(words).span or words[0].span, nested, MOST_NESTED)
    read = grammar.read(shape, words)
    if isinstance(read, Diagnostic):
        return separators(words) or read
    if isinstance(read, Unexpected):
        return explain("condition" if shape in _TESTS else shape, words, read.at, read.accepted)
    slip = numeral(words) or loose(words) if shape in _COUNTING else None
    return slip or (ranged(words) if shape == "amount" else None) or read


def _on_top_of(words: Sequence[Token]) -> values.OnTopOf | Diagnostic:
    """Return what 叠加于 names: a benefit, the figure it is said to have, and whether its conditions must hold."""
    left = list(words)
    if left[0].type != "NAME":
        return unexpected_word(left[0].span, left[0].text)
    named = name_of(left.pop(0))
    figure = None
    bracketed = [word.type for word in left[:3]]
    if len(bracketed) == 3 and bracketed[0] == "LPAREN" and bracketed[2] == "RPAREN":  # noqa: PLR2004 - （15%）
        if bracketed[1] not in ("PERCENT", "MONEY"):
            return unexpected_word(left[1].span, left[1].text)
        figure = quantity_of(left[1])
        left = left[3:]
    must = len(left) == 2 and left[0].type == "COMMA" and left[1].text in ("须符合", "must_qualify")  # noqa: PLR2004
    if left and not must:
        return unexpected_word(left[0].span, left[0].text)
    return values.OnTopOf(named, figure, must, text_of(words).span)


def _claw_back(words: Sequence[Token]) -> values.ClawBack | Diagnostic:
    """Return what 追回 says: a condition, and behind it how long and how much (``，5年以内，已付的 50%``)."""
    ends = commas(words)
    if not ends[0]:
        return unexpected_word(words[0].span, words[0].raw)
    read = read_words("condition", words[: ends[0]])
    if isinstance(read, Diagnostic):
        return read
    within = share = None
    for start, end in pairwise(ends):
        part = words[start + 1 : end]
        kinds = [word.type for word in part]
        if kinds == ["DURATION", "EDGE"] and part[1].text in ("以内", "within") and within is None:
            within = quantity_of(part[0])
            if within.value <= 0 or within.value % 12:
                return unexpected_word(part[0].span, part[0].raw, (Words("整年数，例如 5年以内", "whole years"),))
        elif kinds == ["NAME", "PERCENT"] and share is None:
            choice_of("claw_back", part[0])
            share = quantity_of(part[1])
            if not 0 < share.value <= 1:
                return unexpected_word(part[1].span, part[1].raw, (Words("不超过 100%", "at most 100%"),))
        elif kinds == ["DURATION", "EDGE"] and part[1].text in ("内", "之内"):
            place = part[0].span.to(part[1].span)
            return written_otherwise(place, place.text, f"{part[0].raw}以内")
        elif kinds == ["NAME"] and part[0].text in _ALL_OF_IT:
            return written_otherwise(part[0].span, part[0].raw, "已付的 100%")
        else:
            word = part[0] if part else words[start]
            return unexpected_word(word.span, word.raw, _OF_CLAW_BACK)
    return values.ClawBack(read, within, share, text_of(words).span)


_ALL_OF_IT = frozenset(("全部", "全额", "已付的全部", "全部已付", "全部奖补资金", "已拨付的全部"))
_OF_CLAW_BACK = (Words("5年以内", "5年 within"), Words("已付的 50%", "of_paid 50%"))
_BY_HAND: dict[str, Callable[[Sequence[Token]], Read | Diagnostic]] = {
    "on_top_of": _on_top_of,
    "claw_back": _claw_back,
}
"""Shapes that the grammar does not read whole."""


def commas(words: Sequence[Token]) -> list[int]:
    """Return where the parts end that commas set off: not inside brackets, and not before 按, which is 首次's own."""
    depth = 0
    found: list[int] = []
    for n, word in enumerate(words):
        depth += {"LPAREN": 1, "RPAREN": -1}.get(word.type, 0)
        before_by = n + 1 < len(words) and words[n + 1].type == "BY"
        if word.type == "COMMA" and depth == 0 and not before_by:
            found.append(n)
    return [*found, len(words)]


def absent(shape: str, words: Sequence[Token]) -> values.Unknown | values.NoneStated | None:
    """Return 未知 or 无 where that is all a value says; in a list of names 无 is a name."""
    if len(words) != 1 or shape in KEEPS_NONE:
        return None
    word = chosen("absence", words[0].text)
    if word == "unknown":
        return values.Unknown(words[0].span)
    return values.NoneStated(words[0].span) if word == "none" else None


def presumed(words: Sequence[Token]) -> Sequence[Token] | Diagnostic | None:
    """Return the words presumed (none, where nothing is) of ``未写，暂按 …``, or None where the text is not silent.

    A 未写 that goes on with anything else is a finding.
    """
    if chosen("absence", words[0].text) != "silent" or words[0].type == "QUOTE":
        return None
    rest = words[1:]
    if not rest:
        return rest
    if rest[0].type == "COMMA":
        rest = rest[1:]
    if rest and rest[0].type == "PRESUME":
        return rest[1:] or missing_value(rest[0].span, rest[0].raw)
    word = rest[0] if rest else words[-1]
    return unexpected_word(word.span, word.raw, (Words("，暂按 …", ", presume …"),))


def _free(words: Sequence[Token]) -> values.FreeText | Diagnostic:
    for word in words:
        if word.type == "UNCLOSED":
            return unclosed(word, words[-1].end)
    return text_of(words)


_MARKED = re.compile(r"([“”\"＂「『‘’'])([^“”\"＂]+)([“”\"＂」』’‘'])")


def _quote(keyword: str, words: Sequence[Token]) -> values.Quote | Diagnostic:
    for word in words:
        if word.type == "UNCLOSED":
            marked = _MARKED.fullmatch(text_of(words).text)
            if marked is not None:
                return quote_marks(text_of(words).span or word.span, f"{marked[1]}{marked[3]}", marked[2])
            return unclosed(word, words[-1].end)
    first = words[0]
    if first.type != "QUOTE":
        text = text_of(words)
        marked = _MARKED.fullmatch(text.text)
        if marked is not None:
            return quote_marks(text.span or first.span, f"{marked[1]}{marked[3]}", marked[2])
        return quotes_missing(text.span or first.span, keyword, text.text)
    if len(words) > 1:
        return unexpected_word(words[1].span, words[1].raw)
    inner = quoted(first)
    return values.Quote(inner, first.span) if inner.strip() else missing_value(first.span, keyword)


def _choice(group: str, words: Sequence[Token]) -> values.Choice | Diagnostic:
    if len(words) > 1:
        return explain("choice", words, 1, frozenset(("$END",)))
    try:
        return values.Choice(choice_of(group, words[0]), words[0].span)
    except RefusedError as refused:
        return refused.diagnostic
