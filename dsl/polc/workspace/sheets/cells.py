"""Cells of spreadsheets as the text a drafter would write: 2026/6/30 → 2026-06-30, 1,234.5 → 1234.5, 0.3 → 30%.

No number is computed with: what a spreadsheet keeps as a float is taken by its decimal text, to the 15 digits that
spreadsheets themselves keep.
"""

from __future__ import annotations

import datetime as dt
import re
from decimal import Decimal

from polc.diagnostics import Words
from polc.syntax.lexis import normal

DIGITS = 15
"""Digits that a number in a spreadsheet keeps; further ones have become zeros, or noise."""

_DATE = re.compile(
    r"(\d{4})\s*[-/.年]\s*(\d{1,2})\s*[-/.月]\s*(\d{1,2})\s*日?(?:[ T]+0{1,2}:0{1,2}(?::0{1,2}(?:\.0+)?)?)?"
)
_THOUSANDS = re.compile(r"[+-]?\d{1,3}(?:,\d{3})+(?:\.\d+)?")
_LITERALS = re.compile(r'"[^"]*"|\\.|_.|\*.|\[[^\]]*\]')
_QUOTED = re.compile(r'"([^"]*)"')

TOO_LONG = Words(
    "这个数超过 15 位，表格软件已经把后面的数字改掉了：把这一列的格式设成“文本”，再重新填",
    "this number has more than 15 digits, and the spreadsheet has destroyed the last ones: format the column as text, "
    "and fill it in again",
)
TIME = Words("日期后面带着钟点：只留日期", "the date has a time of day: leave only the date")
ERROR = Words("公式算出来的是错误：改好公式", "the formula comes to an error: mend it")
NO_RESULT = Words(
    "公式没有存下结果：在表格软件里打开，保存一次",
    "the formula has no stored result: open the file in a spreadsheet program and save it",
)
SCALED = Words(
    "显示的格式改变了数的大小或带着单位，看见的和存着的不是一个数：把格式改成“常规”，单位写在列名里",
    "its display format scales the number or adds a unit, so what is seen is not what is kept: format it as General, "
    "with the unit in the header",
)
NEITHER = Words("不是数、日期，也不是文字", "neither a number, a date nor text")


def of_text(text: str) -> str:
    """Return the text of a cell with dates and thousands as the language writes them; anything else as it stands."""
    clean = text.strip().strip("\u3000\u00a0")
    plain = normal(clean)
    date = _DATE.fullmatch(plain)
    if date:
        try:
            return dt.date(int(date[1]), int(date[2]), int(date[3])).isoformat()
        except ValueError:
            return clean
    return plain.replace(",", "") if _THOUSANDS.fullmatch(plain) else clean


def of_value(value: object, format_: str) -> str | Words:
    """Return what a cell of a workbook holds, as text; or what is wrong with it. ``format_`` is its number format."""
    match value:
        case None:
            return ""
        case bool():
            return "是" if value else "否"
        case str():
            return of_text(value)
        case dt.datetime():
            return value.date().isoformat() if value.time() == dt.time(0) else TIME
        case dt.date():
            return value.isoformat()
        case int() | float():
            return _number(value, format_)
        case _:
            return NEITHER


def _number(value: float, format_: str) -> str | Words:
    if value != value or value in (float("inf"), float("-inf")):  # noqa: PLR0124 - not a number
        return ERROR
    if abs(value) >= 10**DIGITS:
        return TOO_LONG
    shown = _LITERALS.sub("", format_.partition(";")[0])
    if "".join(_QUOTED.findall(format_)).strip("¥￥ 元") or re.search(r"[0#?],+(?:$|[^0#?])", shown) or "!" in shown:
        return SCALED
    number = Decimal(value) if isinstance(value, int) else Decimal(format(value, f".{DIGITS}g"))
    if "%" in shown:
        return f"{_plain(number.scaleb(2))}%"
    return _plain(number)


def _plain(number: Decimal) -> str:
    text = format(number, "f")
    return text.rstrip("0").rstrip(".") if "." in text else text
