"""What values are made of: the quantity, day, name, choice or relation one word stands for.

What the grammar lets through but the language does not have (an unknown choice, 30 February) is refused with its
finding.
"""

from __future__ import annotations

import datetime as dt
import difflib
from collections.abc import Sequence
from dataclasses import dataclass
from fractions import Fraction
from typing import Any, TypeAlias

from polc.core.program import Stage
from polc.diagnostics import Diagnostic, Words
from polc.errors.date_impossible import date_impossible
from polc.errors.name_too_long import name_too_long
from polc.errors.number_too_long import number_too_long
from polc.errors.rate_for_money import rate_for_money
from polc.errors.unexpected_word import unexpected_word
from polc.errors.unit_missing import unit_missing
from polc.errors.unknown_choice import unknown_choice
from polc.model import values
from polc.model.expressions import Date, Expression, Kind, Name, Quantity, Relation
from polc.syntax.choices import ChoiceWord, choices, chosen, meant_by
from polc.syntax.keywords import LINES
from polc.syntax.lexis import COMPARISONS, Token, word_of
from polc.syntax.refused import RefusedError
from polc.syntax.units import MOST_DIGITS, measure
from polc.text import Span

Children: TypeAlias = list[Any]
"""What a rule of the grammar matched, in order: words and finished values."""

MOST_LETTERS = 40
"""The longest name."""

_YEAR_INDEX = {LINES["year_index"].en: LINES["year_index"].zh}
"""The one name the language gives: which year this is, under 年序."""

HALF_WIDTH = {"［": "[", "］": "]", "（": "(", "）": ")", "＋": "+"}
HALF_WIDTH |= dict.fromkeys("−－﹣", "-") | dict.fromkeys("*＊✕✖", "×") | dict.fromkeys("/／∕", "÷")
"""Signs of a value in their one form."""


@dataclass(frozen=True, slots=True)
class Point:
    """A limit with its （含） or （不含）."""

    limit: Expression
    marked: bool | None
    span: Span


@dataclass(frozen=True, slots=True)
class Scope:
    """One of 每户企业, 每年, 每档, 一次, 累计 before an amount; ``keys`` only of the first."""

    type: str
    keys: tuple[values.KeyPart, ...]
    span: Span


@dataclass(frozen=True, slots=True)
class Part:
    """One part of a value with commas: its kind (the type of its first word) and what follows that word."""

    kind: str
    items: tuple[Any, ...]
    span: Span


def refuse(diagnostic: Diagnostic) -> RefusedError:
    """Return the error to raise for a finding."""
    return RefusedError(diagnostic)


def over(children: Sequence[Any]) -> Span:
    """Return the place from the first of these to the last."""
    first, last = children[0], children[-1]
    begin = first if isinstance(first, Token) else first.span
    end = last if isinstance(last, Token) else last.span
    return Span(begin.source, begin.start, end.end)


def name_of(token: Token) -> Name:
    """Return the name a token is. Refused where it is longer than a name may be."""
    if len(token.text) > MOST_LETTERS:
        raise refuse(name_too_long(token.span, len(token.text), MOST_LETTERS))
    return Name(_YEAR_INDEX.get(token.text, token.text), token.span)


def choice_of(group: str, token: Token) -> str:
    """Return the id of the choice a token is in this slot. Refused where the slot has no such choice."""
    found = chosen(group, token.text)
    if not found:
        raise refuse(no_choice(token, tuple(both(group))))
    return found


def both(group: str) -> tuple[tuple[str, str], ...]:
    """Return the choices of a slot, Chinese and English, in the table's order."""
    rows: dict[ChoiceWord, None] = dict.fromkeys(choices(group).values())
    return tuple((row.zh, row.en) for row in rows)


def no_choice(token: Token, allowed: tuple[tuple[str, str], ...]) -> Diagnostic:
    """Return the finding that a token is none of these, with the nearest."""
    for chinese_, english in allowed:
        if chinese_ in meant_by(token.text):
            return unknown_choice(token.span, token.text, allowed, english if token.text.isascii() else chinese_)
    words = [w for pair in allowed for w in pair]
    near = difflib.get_close_matches(token.text[:MOST_LETTERS], words, 1, 0.6)
    return unknown_choice(token.span, token.text, allowed, near[0] if near else "")


def date_of(token: Token) -> Date:
    """Return the day a token is. Refused where the calendar has no such day."""
    figures: list[int] = []
    digits = ""
    for letter in token.text + " ":
        if letter.isdecimal():
            digits += str(int(letter))
        elif digits:
            figures.append(int(digits))
            digits = ""
    year, month, day = figures
    try:
        return Date(dt.date(year, month, day).toordinal(), token.span)
    except ValueError:
        raise refuse(date_impossible(token.span, token.raw)) from None


def same_unit(low: Quantity | Date, high: Quantity | Date) -> None:
    """Refuse a range whose lower end lacks the unit of its upper end: ``500至1000万元``."""
    if isinstance(low, Quantity) and isinstance(high, Quantity) and low.kind is Kind.NUMBER and high.unit and low.span:
        text = low.span.text
        raise refuse(unit_missing(low.span, text, text + high.unit))


def quantity_of(token: Token) -> Quantity:
    """Return the quantity a token is. Refused where it has too many digits."""
    text = token.text
    if len(text) > MOST_DIGITS and sum(c.isdecimal() for c in text) > MOST_DIGITS:
        raise refuse(number_too_long(token.span, MOST_DIGITS))
    if token.type == "YEAR":
        return Quantity(Fraction(year_of(token)), Kind.YEAR, "年", token.span)
    value, kind, unit = measure(text)
    return Quantity(value, kind, unit, token.span)


def year_of(token: Token) -> int:
    """Return the number in a year or in ``第3年``."""
    return int("".join(str(int(c)) for c in token.text if c.isdecimal()))


def key_part(token: Token) -> values.KeyPart:
    """Return what stands behind 每."""
    return values.KeyPart(name_of(token).text, token.span)


def is_marked(token: Token) -> bool:
    """Whether a （含） or （不含） includes its number."""
    return not ("不" in token.text or "excl" in token.text)


def relation_of(token: Token) -> Relation:
    """Return the relation a comparison word or sign stands for."""
    sign = COMPARISONS.get(token.text)
    if sign is not None:
        return Relation(sign)
    word = word_of(token)
    return word.relation if word and word.relation else Relation.EQ


def chinese(token: Token) -> str:
    """Return a comparison word in Chinese, so that what is said of a word holds in both languages; a sign as it is."""
    word = word_of(token)
    return word.zh if word else token.text


def as_limit(child: Token | Expression) -> Expression:
    """Return a limit: a name where the grammar left a bare token."""
    return name_of(child) if isinstance(child, Token) else child


def normal_sign(token: Token) -> str:
    """Return a sign in its canonical form."""
    return HALF_WIDTH.get(token.text, token.text)


def money(amount: Quantity | Date) -> Quantity:
    """Return an amount of money. Refused where it is a rate, or anything else."""
    place = amount.span
    if isinstance(amount, Quantity) and (amount.kind is Kind.MONEY or place is None):
        return amount
    assert place is not None  # noqa: S101 - every value read from a text has its place
    if isinstance(amount, Quantity) and amount.kind is Kind.RATE:
        raise refuse(rate_for_money(place, place.text))
    raise refuse(unexpected_word(place, place.text, (Words("金额", "an amount of money"),)))


def quantity_like(child: Quantity | Date) -> Quantity:
    """Return a quantity; a day counts as one of kind DATE."""
    if isinstance(child, Date):
        return Quantity(Fraction(child.ordinal), Kind.DATE, "", child.span)
    return child


def stage_of(token: Token) -> str:
    """Return the Chinese word of the step a token names, in either language. Refused where there is no such step."""
    for stage in Stage:
        if token.text in (stage.value, stage.en, stage.en.replace(" ", "_").replace("-", "_")):
            return stage.value
    raise refuse(no_choice(token, tuple((stage.value, stage.en.replace(" ", "_")) for stage in Stage)))
