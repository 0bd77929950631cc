"""Figures that are none: ``-5%``, ``5万元/家``, ``数百万元``, ``近百万元``, ``一定数额``, ``扣减 3万元``.

Some of them the grammar would read as names or as a division; each is told with what to write instead. Guarantee: a
name that the file declares is never taken for one.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from fractions import Fraction
from itertools import pairwise

from polc.diagnostics import Diagnostic, Words
from polc.errors.approximate_number import approximate_number
from polc.errors.negative_figure import negative_figure
from polc.errors.per_in_amount import per_in_amount
from polc.errors.written_otherwise import written_otherwise
from polc.model.expressions import Kind
from polc.syntax.keywords import WORDS
from polc.syntax.lexis import Token
from polc.syntax.numerals import LETTERS
from polc.syntax.phrases import declared
from polc.syntax.units import measure, units

_FIGURES = frozenset(("MONEY", "PERCENT", "COUNT", "NUMBER", "DURATION", "DAYS"))
_BEFORE_SIGNED = frozenset(("TIMES", "DIVIDE", "PLUS", "MINUS", "LPAREN", "CMP", "UPTO", "COMMA", "LBRACK"))
_ABOUT = r"(?:近|约|大约|将近|接近|上下|左右)"
_UNIT = r"(?:[万亿]?元|万|亿|[家户个人名项台套次年件款])"
_VAGUE = re.compile(
    rf"(?:[数几上][{LETTERS}]*|若干|[{LETTERS}]+[余多来几]){_UNIT}+{_ABOUT}?"  # 数百万元, 百余万元, 十几家, 若干万元
    rf"|{_ABOUT}[{LETTERS}]+{_UNIT}|[{LETTERS}]+{_UNIT}{_ABOUT}"  # 近百万元, 五十万元左右
)
_NO_FIGURE = re.compile(
    r"(?:一定|适当|相应|合理)(?:的)?(?:数额|金额|比例|额度)?(?:的)?(?:资金|奖励|补助|补贴|资助|支持|奖补)?|酌情(?:奖励|补助|支持)?"
)
_TAKEN_OFF = frozenset(("扣减", "扣除", "减", "减掉", "扣去", "扣掉", "抵扣", "核减"))
_SPANS = frozenset(("年", "月", "个月", "季度", "次", "年度", "企业", "单位", "人月"))


def negative(words: Sequence[Token]) -> Diagnostic | None:
    """Return the finding for a figure with a minus before it, where nothing is there to take it from."""
    for n, (sign, figure) in enumerate(pairwise(words)):
        before = words[n - 1].type if n else ""
        if figure.type not in _FIGURES | {"NAME"}:
            continue
        alone = sign.type in ("MINUS", "RANGE") and (not n or before in _BEFORE_SIGNED)
        if alone or (sign.text in ("负", "minus") and sign.type == "NAME" and figure.type != "NAME"):
            place = sign.span.to(figure.span)
            return negative_figure(place, place.text)
    return None


def ranged(words: Sequence[Token]) -> Diagnostic | None:
    """Return the finding for an amount or a rate that is a range: ``10万元-20万元``, which would be a subtraction."""
    for low, joint, high in zip(words, words[1:], words[2:], strict=False):
        if low.type != high.type or low.type not in ("MONEY", "PERCENT") or joint.type not in _JOINTS:
            continue
        if not measure(low.text)[0] < measure(high.text)[0]:
            continue
        place = low.span.to(high.span)
        found = written_otherwise(place, place.text, f"{WORDS['up_to'].zh} {high.raw}")
        floor = (_FLOOR.fill(low=low.raw),) if low.type == "MONEY" and len(words) == _ALONE else ()
        return found.with_(help=floor)
    return None


_JOINTS = frozenset(("MINUS", "RANGE", "TO"))
_ALONE = 3
_FLOOR = Words("至少给的数另写一行：保底：{low}", "what is paid at least is a line of its own: at_least: {low}")
_HALVES = {"一半": "50%", "半数": "50%", "两成": "20%", "三成": "30%", "五成": "50%"}


def taken_off(words: Sequence[Token]) -> Diagnostic | None:
    """Return the finding for 扣减 and its like between two terms of a sum."""
    for n, word in enumerate(words[1:-1], 1):
        if word.type in ("NAME", "LESS") and word.text in _TAKEN_OFF and words[n - 1].type != "COMMA":
            return written_otherwise(word.span, word.raw, "-")
    return None


def loose(words: Sequence[Token]) -> Diagnostic | None:
    """Return the finding for a figure that the grammar reads as something else, or None."""
    for n, word in enumerate(words):
        if word.type == "DIVIDE":
            found = _a_piece(words, n) or _fraction(words, n)
            if found is not None:
                return found
        elif word.type == "NAME" and word.text not in declared(word.source.text):
            if _VAGUE.fullmatch(word.text):
                return approximate_number(word.span, word.raw)
            if word.text in _HALVES:
                return written_otherwise(word.span, word.raw, _HALVES[word.text])
            if len(words) == 1 and _NO_FIGURE.fullmatch(word.text):
                return written_otherwise(word.span, word.raw, WORDS["open"].zh)
    return None


def _fraction(words: Sequence[Token], n: int) -> Diagnostic | None:
    """Return the finding for ``1/2`` behind a sign of multiplication: 50%."""
    if not 1 < n < len(words) - 1 or words[n - 2].type != "TIMES":
        return None
    over, under = words[n - 1], words[n + 1]
    if over.type != "NUMBER" or under.type != "NUMBER" or not (over.text.isdecimal() and under.text.isdecimal()):
        return None
    share = Fraction(int(over.text), int(under.text) or 1) * 100
    place = over.span.to(under.span)
    return written_otherwise(place, place.text, f"{share}%") if share.denominator == 1 else None


def _a_piece(words: Sequence[Token], n: int) -> Diagnostic | None:
    """Return the finding for ``/家`` behind an amount."""
    if not 0 < n < len(words) - 1:
        return None
    before, after = words[n - 1], words[n + 1]
    unit = units().get(after.text)
    counts = after.text in _SPANS or (unit is not None and unit.kind is not Kind.MONEY)
    if before.type not in ("MONEY", "PERCENT") or not counts or after.text in declared(after.source.text):
        return None
    return per_in_amount(words[n].span.to(after.span), words[n].raw + after.raw)
