"""Figures with their units, exactly: 分 → 万元, grains → what the drafter wrote."""

from __future__ import annotations

import datetime as dt
from fractions import Fraction

from polc.diagnostics import Words

_YI: int = 100 * 100_000_000
_WAN: int = 100 * 10_000
_YUAN: int = 100
_MANY: int = 10_000
_SHORT = 4  # decimals of 亿元 beyond which 万元 reads better


def decimal(value: int | Fraction, places: int = 6) -> tuple[str, bool]:
    """Return a number in decimals and whether that is exact; otherwise it is cut to ``places``."""
    value = Fraction(value)
    sign = "-" if value < 0 else ""
    value = abs(value)
    rest = value.denominator
    digits = 0
    while rest % 2 == 0 or rest % 5 == 0:
        rest //= 10 if rest % 10 == 0 else (2 if rest % 2 == 0 else 5)
        digits += 1
    exact = rest == 1
    scale = 10 ** (digits if exact else places)
    whole, part = divmod((value.numerator * scale) // value.denominator, scale)
    text = str(part).rjust(len(str(scale)) - 1, "0").rstrip("0") if part else ""
    return f"{sign}{whole}.{text}" if text else f"{sign}{whole}", exact


def money(fen: int | Fraction) -> str:
    """Return an amount in Chinese: 元 below 1万元, 亿元 from 1亿元 where that is short, otherwise 万元."""
    if abs(Fraction(fen)) >= _YI:
        text, exact = decimal(Fraction(fen) / _YI)
        if len(text.partition(".")[2]) <= _SHORT:
            return f"{text}亿元" if exact else f"约{text}亿元"
    if abs(Fraction(fen)) >= _WAN:
        text, exact = decimal(Fraction(fen) / _WAN)
        return f"{text}万元" if exact else f"约{text}万元"
    text, exact = decimal(Fraction(fen) / _YUAN)
    return f"{text}元" if exact else f"约{text}元"


def yuan(fen: int | Fraction) -> str:
    """Return an amount in English: CNY with thousands separated."""
    text, exact = decimal(Fraction(fen) / _YUAN)
    whole, dot, part = text.partition(".")
    return ("" if exact else "about ") + f"CNY {int(whole):,}{dot}{part}"


def amount(fen: int | Fraction) -> Words:
    """Return an amount of money in both languages."""
    return Words(money(fen), yuan(fen))


def award(low: int | Fraction, high: int | Fraction, *, opened: bool) -> Words:
    """Return an award: exact, up to, between, or open."""
    if opened:
        if low:
            return Words("至少 {low}，另有待定", "at least {low}, and more to be determined").fill(low=amount(low))
        if high:
            return Words("最高 {high}，另有待定", "up to {high}, and more to be determined").fill(high=amount(high))
        return Words("待定", "to be determined")
    if low == high:
        return amount(high)
    if low == 0:
        return Words("最高 {high}", "up to {high}").fill(high=amount(high))
    return Words("{low}至{high}之间", "between {low} and {high}").fill(low=amount(low), high=amount(high))


def _counted(value: int | Fraction, unit: str) -> Words:
    """Return a count as a person writes it: 3万架次, 20家; where nobody said what is counted, the figure alone."""
    plain = decimal(value)[0]
    if unit and value >= _MANY and value % 100 == 0:
        return Words(f"{decimal(Fraction(value) / _MANY)[0]}万{unit}", f"{plain} {unit}")
    return Words(f"{plain}{unit}", f"{plain} {unit}".strip())


def fact(value: object, kind: str, unit: str = "") -> Words:
    """Return a fact's value (in grains) as a person writes it."""
    if isinstance(value, bool):
        return Words("是", "yes") if value else Words("否", "no")
    if isinstance(value, str):
        return Words(value, value)
    if not isinstance(value, int | Fraction):
        return Words(str(value), str(value))
    match kind:
        case "money":
            return amount(value)
        case "rate":
            return _same(decimal(Fraction(value) / 100)[0] + "%")
        case "number":
            return _same(decimal(Fraction(value) / 10_000)[0])
        case "date":
            return day(int(value))
        case "year":
            return Words(f"{value}年", str(value))
        case "duration":
            years, months = divmod(int(value), 12)
            return Words(f"{years}年", f"{years} years") if not months else Words(f"{value}个月", f"{value} months")
        case "days":
            return Words(f"{value}日", f"{value} days")
        case _:
            return _counted(value, unit)


def day(ordinal: int) -> Words:
    """Return a calendar day."""
    when = dt.date.fromordinal(ordinal)
    return Words(f"{when.year}年{when.month}月{when.day}日", when.isoformat())


def _same(text: str) -> Words:
    return Words(text, text)
