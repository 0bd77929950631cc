"""A value of a line as text, for people who look under the lid: what the machine understood, not what was written.

Guarantees: the same value gives the same text, on one line; places are left out, and so is what a line did not say.
"""

from __future__ import annotations

import datetime as dt
from dataclasses import MISSING, Field, fields, is_dataclass
from enum import Enum
from fractions import Fraction

from polc.model.expectations import Blank, ExpectedAmount, ExpectedOpen, NoteText, YearCell
from polc.model.expressions import Date, Kind, Name, Quantity, Truth
from polc.model.values import Choice, FreeText, KeyPart, NoneStated, Quote, Unknown

_UNITS = {Kind.MONEY: "元", Kind.DURATION: "个月", Kind.YEAR: "年", Kind.NUMBER: ""}


def text_of_value(value: object) -> str:
    """Return ``UpTo(Arithmetic(×, 年度支出, 30%))`` and the like."""
    cell = _cell(value)
    if cell is not None:
        return cell
    match value:
        case None:
            return "—"
        case Quantity():
            return _quantity(value)
        case Name(text=text) | FreeText(text=text) | KeyPart(text=text):
            return text
        case Quote(text=text):
            return f"“{text}”"
        case Choice(id=name):
            return name
        case Truth(value=truth):
            return "是" if truth else "否"
        case Date(ordinal=ordinal):
            return _day(ordinal)
        case Unknown():
            return "未知"
        case NoneStated():
            return "无"
        case Enum():
            return str(value.value)
        case tuple():
            return "[" + ", ".join(text_of_value(each) for each in value) + "]"
        case _ if is_dataclass(value) and not isinstance(value, type):
            told = [_field(value, field) for field in fields(value) if _says(value, field)]
            return f"{type(value).__name__}({', '.join(told)})"
        case _:
            return str(value)


def _cell(value: object) -> str | None:
    """Return the text of a cell of an example, or None for anything else."""
    match value:
        case Blank():
            return ""
        case NoteText(text=text):
            return text
        case YearCell(first=first, last=last):
            return "累计" if first is None else str(first) if first == last else f"{first}至{last}"
        case ExpectedAmount(low=low, high=high, open=opened):
            ends = _quantity(low) if low == high else f"{_quantity(low)}..{_quantity(high)}"
            return f"{ends} + 待定" if opened else ends
        case ExpectedOpen():
            return "待定"
        case _:
            return None


def _field(value: object, field: Field[object]) -> str:
    shown = text_of_value(getattr(value, field.name))
    return shown if _default(field) is MISSING else f"{field.name}={shown}"


def _says(value: object, field: Field[object]) -> bool:
    """Return whether a field is worth telling: it is no place, and differs from what is usual."""
    return field.name != "span" and getattr(value, field.name) != _default(field)


def _default(field: Field[object]) -> object:
    return field.default_factory() if field.default_factory is not MISSING else field.default


def _quantity(value: Quantity) -> str:
    if value.kind is Kind.RATE:
        return f"{_number(value.value * 100)}%"
    if value.kind is Kind.DATE:
        return _day(int(value.value))
    return f"{_number(value.value)}{_UNITS.get(value.kind, value.unit)}"


def _number(value: Fraction) -> str:
    """Return a number exactly: in decimals where they end."""
    for places in range(13):
        if (value * 10**places).denominator == 1:
            digits = f"{abs(value) * 10**places}".rjust(places + 1, "0")
            whole, part = (digits[:-places], "." + digits[-places:]) if places else (digits, "")
            return f"{'-' if value < 0 else ''}{whole}{part}"
    return str(value)


def _day(ordinal: int) -> str:
    try:
        return dt.date.fromordinal(ordinal).isoformat()
    except (ValueError, OverflowError):
        return f"day {ordinal}"
