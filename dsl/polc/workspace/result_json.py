"""Results and amounts as data for other programs. No amount ever passes through a float."""

from __future__ import annotations

from fractions import Fraction
from typing import Any

from polc.diagnostics import Words
from polc.readers.evaluate import Interval, Result
from polc.readers.prose import figures
from polc.runs.computation import result_words


def result(found: Result) -> dict[str, Any]:
    """Return a result: an award in 元, a truth, or that it is not decided and what is missing."""
    told = words(result_words(found))
    match found.value:
        case None:
            return {"decided": False, "words": told, "missing": sorted(found.missing)}
        case Interval(low=low, high=high, open=opened):
            high_or_none = None if opened else yuan(high)
            return {"decided": True, "words": told, "low": yuan(low), "high": high_or_none, "open": opened}
        case other:
            return {"decided": True, "words": told, "value": other if isinstance(other, bool | str) else str(other)}


def yuan(fen: int | Fraction) -> str:
    """Return an amount of 分 in 元: a decimal where it ends, else an exact fraction ``1/3``."""
    value = Fraction(fen) / 100
    text, exact = figures.decimal(value)
    return text if exact else f"{value.numerator}/{value.denominator}"


def words(told: Words) -> dict[str, str]:
    """Return words in both languages."""
    return {"zh": told.zh, "en": told.en}
