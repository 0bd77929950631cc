"""Values written as sentences: ``投入的15%``, ``给予5万元奖励``, ``500万元左右``, a period as a bare date.

Asked only where a value cannot be read. Offers the language's own way to say it where that is certain.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import lru_cache

from polc.diagnostics import Diagnostic
from polc.errors.approximate_number import approximate_number
from polc.errors.filler_words import filler_words
from polc.errors.per_in_amount import per_in_amount
from polc.errors.range_without_units import range_without_units
from polc.errors.share_in_words import share_in_words
from polc.errors.validity_wording import validity_wording
from polc.syntax.keywords import line_words
from polc.syntax.lexis import Token
from polc.text import Span

_AMOUNTS = frozenset(("amount", "cap", "pool"))
_SUMS = frozenset((*_AMOUNTS, "formula", "condition", "givens", "expected", "input", "tier_test"))
_NUMBERS = frozenset(("MONEY", "PERCENT", "COUNT", "NUMBER", "DURATION", "DAYS", "UNITLESS"))
_BEFORE = re.compile(r".*?(约|大约|大概|近|将近|接近|约为|about|roughly|approximately|around|nearly)")
_AFTER = re.compile(r"(左右|上下|许|来|多|余|几)(万|千|百|亿|元|家|户|个|项|人|名|台|套|年|天|\Z).*|or_so")
_ACT = r"(?:一次性|给予|予以|再给予|奖励|补助|补贴|资助|奖补|发放|支付|共|共计|合计|总计|按照|按|的|金额为|标准为|为)"
_FILLER = re.compile(rf"{_ACT}+(?:资金|金)?|grant|award|pay")
_WHOSE = re.compile(r"(?:按照|按|依照|依|以|对|给予|予以|其|该|不超过|最高)*(?P<what>.+?)(?:总额|金额|额)?的")


def phrase(shape: str, words: Sequence[Token], at: int) -> Diagnostic | None:
    """Return the finding for a value that is written as in a sentence, or None."""
    if shape == "validity":
        return _period(words)
    if shape not in _SUMS:
        return None
    found = _approximate(words) or _bare_range(words) or _share(words)
    if found is None and shape in _AMOUNTS:
        found = _filler(words) or (_per(words, at) if shape == "amount" else None)
    return found


def _approximate(words: Sequence[Token]) -> Diagnostic | None:
    for n, word in enumerate(words):
        if word.type not in _NUMBERS:
            continue
        before, after = words[n - 1] if n else None, words[n + 1] if n + 1 < len(words) else None
        if after is not None and after.type == "NAME" and _AFTER.fullmatch(after.text):
            place = word.span.to(after.span)
            return approximate_number(place, place.text)
        if before is not None and before.type == "NAME" and (found := _BEFORE.fullmatch(before.text)):
            place = Span(word.source, before.start + found.start(1), word.end)
            return approximate_number(place, place.text)
    return None


def _bare_range(words: Sequence[Token]) -> Diagnostic | None:
    for n, word in enumerate(words[:-2]):
        inner, close = words[n + 1], words[n + 2]
        ends = inner.raw.split(",")
        if (
            word.type in ("LBRACK", "LPAREN")
            and inner.type == "NUMBER"
            and len(ends) == 2  # noqa: PLR2004 - a lower and an upper end
            and close.type in ("RBRACK", "RPAREN")
        ):
            place = word.span.to(close.span)
            return range_without_units(place, place.text, *ends)
    return None


def _share(words: Sequence[Token]) -> Diagnostic | None:
    for n, word in enumerate(words):
        if word.type != "PERCENT":
            continue
        after = words[n + 1] if n + 1 < len(words) else None
        if after is not None and after.type == "NAME" and after.text[0] == "的" and len(after.text) > 1:
            place = word.span.to(after.span)
            return share_in_words(place, place.text, f"{_declared_as(after.text[1:], word)} × {word.raw}")
        if not n:
            continue
        start = n - 1
        most = "最高 " if words[start].type == "UPTO" else ""
        if most and start:
            start -= 1
        whose = _WHOSE.fullmatch(words[start].text) if words[start].type == "NAME" else None
        if whose is None:
            continue
        last = n
        while last + 1 < len(words) and _FILLER.fullmatch(words[last + 1].text):
            last += 1
        what = _declared_as(whose.group("what"), word)
        place = words[start].span.to(words[last].span)
        return share_in_words(place, place.text, f"{what} × {most}{word.raw}")
    return None


def _filler(words: Sequence[Token]) -> Diagnostic | None:
    fillers = [word for word in words if word.type == "NAME" and _FILLER.fullmatch(word.text)]
    left = [word for word in words if word not in fillers]
    if not fillers or not left or not any(word.type in ("MONEY", "PERCENT", "OPEN") for word in left):
        return None
    kept = " ".join(word.raw for word in left)
    return filler_words(words[0].span.to(words[-1].span), "”“".join(word.raw for word in fillers), kept)


def _per(words: Sequence[Token], at: int) -> Diagnostic | None:
    word = words[min(at, len(words) - 1)]
    if word.type not in ("PER", "PERYEAR", "PERTIME", "ONCE"):
        return None
    after = words[at + 1] if word.type == "PER" and at + 1 < len(words) else word
    place = word.span.to(after.span) if after.type == "NAME" else word.span
    return per_in_amount(place, place.text)


_LENGTH = frozenset(("DURATION", "DAYS"))


def _period(words: Sequence[Token]) -> Diagnostic | None:
    days = [word for word in words if word.type == "DATE"]
    lengths = [word for word in words if word.type in _LENGTH]
    from_, to = ("from", "to") if _english(words[0]) else ("自", "至")
    if len(days) == 1 and not lengths:
        better = f"{to} {_day(days[0])}"
    elif len(days) == 2 and not lengths:  # noqa: PLR2004 - a first and a last day
        better = f"{from_} {_day(days[0])} {to} {_day(days[1])}"
    elif len(lengths) == 1 and not days and len(words) > 1:
        better = lengths[0].raw
    else:
        return None
    place = words[0].span.to(words[-1].span)
    return None if better == place.text else validity_wording(place, place.text, better)


def _day(word: Token) -> str:
    year, month, day = (int(part) for part in re.findall(r"\d+", word.text))
    return f"{year}-{month:02}-{day:02}" if _english(word) else f"{year}年{month}月{day}日"


def _english(word: Token) -> bool:
    """Whether the line a word stands in begins with an English keyword."""
    text = word.source.text
    return text[text.rfind("\n", 0, word.start) + 1 : word.start].lstrip()[:1].isascii()


def _declared_as(what: str, word: Token) -> str:
    """Return the one declared name that ``what`` abbreviates, or ``what`` itself."""
    names = declared(word.source.text)
    if what in names:
        return what
    short = re.sub(r"^(?:实际|当年|年度|上年度)+", "", what) or what
    found = [name for name in names if short in name]
    return found[0] if len(found) == 1 else what


_FACT = re.compile(r"^[ \t\u3000]*(?:定义[ \t]+|define[ \t]+)?([^\s：:|#“”]{1,40})[ \t]*[：:]", re.MULTILINE)


@lru_cache(maxsize=2)
def declared(text: str) -> tuple[str, ...]:
    """Return the names that stand before a colon at the beginning of a line and are no keywords: the facts."""
    return tuple(dict.fromkeys(name for name in _FACT.findall(text) if name not in line_words()))
