"""Numbers in Chinese characters, exactly: the numbers of 条 and 章, and figures to suggest where they are due."""

from __future__ import annotations

import re

_DIGITS = {c: n for n, c in enumerate("零一二三四五六七八九")} | {
    "〇": 0,
    "两": 2,
    "壹": 1,
    "贰": 2,
    "叁": 3,
    "肆": 4,
    "伍": 5,
}
_DIGITS |= {"陆": 6, "柒": 7, "捌": 8, "玖": 9}
_SMALL = {"十": 10, "拾": 10, "百": 100, "佰": 100, "千": 1000, "仟": 1000}
_LARGE = {"万": 10**4, "亿": 10**8}
LETTERS = "".join((*_DIGITS, *_SMALL, *_LARGE))
_MOST = 20
"""More letters than this are no number anyone wrote."""

_UNITS = "元|家|户|个|项|件|次|人|场|台|套|名|年|个月|日|天|个工作日"
_AMOUNT = re.compile(rf"([{LETTERS}]+?)(万|亿)?({_UNITS})")
_UNITLESS = re.compile(rf"[{LETTERS}]+[万亿]")
_PERCENT = re.compile(rf"百分之([{LETTERS}]+)")


def number_of(text: str) -> int | None:
    """Return the whole number written in ``text`` (二十二, 三百零五, １２, 12), or None where it is none."""
    if not text or len(text) > _MOST:
        return None
    if all(c.isdecimal() for c in text):
        return int("".join(str(int(c)) for c in text))
    total = section = digit = 0
    for c in text:
        if c in _DIGITS:
            digit = _DIGITS[c]
        elif c in _SMALL:
            section += (digit or 1) * _SMALL[c]
            digit = 0
        elif c in _LARGE:
            total = (total + section + digit) * _LARGE[c]
            section = digit = 0
        else:
            return None
    return total + section + digit


def in_figures(text: str) -> str:
    """Return a quantity written in Chinese characters with figures (五十万元 → 50万元), or "" where it is none.

    一等奖 and 四级 are names, not quantities; 五十万 is taken for money.
    """
    percent = _PERCENT.fullmatch(text)
    if percent:
        rate = number_of(percent.group(1))
        return "" if rate is None else f"{rate}%"
    if _UNITLESS.fullmatch(text):
        text += "元"
    amount = _AMOUNT.fullmatch(text)
    if amount is None:
        return ""
    digits, scale, unit = amount.group(1), amount.group(2) or "", amount.group(3)
    figure = number_of(digits)
    return "" if figure is None else f"{figure}{scale}{unit}"
