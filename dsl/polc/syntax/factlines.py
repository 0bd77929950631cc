"""Lines of an 对象 that are no facts as written: a missing colon or kind, a name with blanks, another line's words."""

from __future__ import annotations

from collections.abc import Sequence

from polc.diagnostics import Diagnostic, Words
from polc.errors.bad_name import bad_name
from polc.errors.missing_colon import missing_colon
from polc.errors.missing_value import missing_value
from polc.errors.remark_as_line import remark_as_line
from polc.errors.unknown_keyword import unknown_keyword
from polc.syntax.keywords import facts
from polc.syntax.lexis import Token
from polc.syntax.lines import WordLine
from polc.syntax.naming import misnamed
from polc.syntax.synonyms import REMARKS, meant
from polc.syntax.wordings import listed_levels, yearly_fact
from polc.text import Span

_LONGEST = 8
"""A name with blanks or brackets in it ends within so many words."""
_DIGITS = Words("名称不以数字开头", "a name does not begin with a digit")


def no_kind(name: Token) -> Diagnostic:
    """Return the finding for a fact of which nothing says what it is."""
    zh = f"写明它是什么：{name.raw}：金额，每年；或者 是否、个数、日期，或者几种取值 无、省级、国家级"
    en = f"say what it is: {name.raw}: money, yearly; or truth, count, date, or its values 无 & 省级 & 国家级"
    return missing_value(name.span, name.raw, Words(zh, en))


def unreadable_fact(name: Token, value: Sequence[Token]) -> Diagnostic | None:
    """Return the finding for ``名字：…`` where no kind of fact follows, or None where only the kind is wrong."""
    if name.text in REMARKS:
        return remark_as_line(name.span, name.raw)
    slip = listed_levels(value) or yearly_fact(value, tuple(facts()))
    if slip is not None or any(word.text in facts() for word in value):
        return slip
    near = meant(name.text)
    if near is None or (len(value) == 1 and value[0].type == "NAME") or near.sure != (value[0].type == "QUOTE"):
        return None
    return unknown_keyword(name.span, name.raw, near.word)


def broken_fact(line: WordLine) -> tuple[Diagnostic, Sequence[Token]] | None:
    """Return the finding for a line in an 对象 whose second word is no colon, and the fact's kind, where it has one.

    None where the line seems to be no fact.
    """
    words = line.words
    first = words[0]
    end = next((n for n, word in enumerate(words[:_LONGEST]) if word.type == "COLON"), 0)
    if end:
        after = words[end + 1 :]
        if not after or (after[0].text not in facts() and not any(word.type == "LIST" for word in after)):
            return None
        place = first.span.to(words[end - 1].span)
        if first.raw[0].isdecimal():
            return bad_name(place, place.text, _DIGITS), after
        return misnamed(place), after
    if first.type != "NAME":
        return None
    if len(words) == 1:
        return (no_kind(first), ()) if meant(first.text) is None else None
    if words[1].text in facts():
        gap = Span(first.source, first.end, words[1].start)
        return missing_colon(first.span, first.raw, gap, "：" if not first.raw.isascii() else ": "), words[1:]
    return None
