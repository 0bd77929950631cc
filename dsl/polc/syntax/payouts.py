"""Instalments as in a sentence: ``分3年兑付``, ``第一年50%，第二年50%``, ``分 3年，每年 40%、30%、30%``, ``4：3：3``.

Asked only where the value of 兑付 cannot be read. Guarantee: shares are offered in the order in which they stand, and
only where nothing else is said of them.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from fractions import Fraction

from polc.diagnostics import Diagnostic
from polc.errors.written_otherwise import written_otherwise
from polc.syntax.keywords import WORDS
from polc.syntax.lexis import Token

_EVEN = re.compile(r"[二三四五]分之一|平均|等额|均等|等分")
_PAID = frozenset(("兑付", "拨付", "发放", "支付", "付清"))
_WHICH_YEAR = re.compile(
    r"第[一二三四五六七八九十]+年|首年|次年|当年|其余|余款|剩余"
    r"|(?:各年|逐年|每年|年度|每期|各期|按照?|以|兑付|拨付|发放|支付|给予|比例|分别|依次|为|是|的)+"
)
_PASSED = frozenset(("PERCENT", "COMMA", "LIST", "NTH", "SPREAD", "DURATION", "PERYEAR", "COLON", "BY"))


def payout_wording(words: Sequence[Token]) -> Diagnostic | None:
    """Return the finding for instalments that have another form, or None."""
    if len(words) > 1 and words[-1].text in _PAID and words[-2].type == "DURATION":
        return _over(words[-2], words[-1], words[-2].raw)
    shares = [word.raw for word in words if word.type == "PERCENT"]
    years = next((word for word in words if word.type == "DURATION"), None)
    if years is not None and not shares and any(_EVEN.search(word.text) for word in words):
        return _over(words[0], words[-1], f"{WORDS['spread'].zh} {years.raw}")
    others = [word for word in words if word.type not in _PASSED]
    if len(shares) > 1 and all(_WHICH_YEAR.fullmatch(word.text) for word in others):
        return _over(words[0], words[-1], "、".join(shares))
    return _ratio(words)


def _ratio(words: Sequence[Token]) -> Diagnostic | None:
    """Find ``4：3：3``."""
    parts, marks = words[::2], {word.type for word in words[1::2]}
    if len(words) < 3 or marks != {"COLON"} or any(word.type != "NUMBER" for word in parts):  # noqa: PLR2004 - 1：1
        return None
    figures = [int(word.text) if word.text.isdecimal() else 0 for word in parts]
    if not all(figures):
        return None
    shares = [Fraction(100 * figure, sum(figures)) for figure in figures]
    if any(share.denominator != 1 for share in shares):
        return None
    return _over(words[0], words[-1], "、".join(f"{share}%" for share in shares))


def _over(first: Token, last: Token, better: str) -> Diagnostic:
    place = first.span.to(last.span)
    return written_otherwise(place, place.text, better)
