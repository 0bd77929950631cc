"""A drafter's expression with the numbers put in: 200万元 × 30%."""

from __future__ import annotations

from collections.abc import Callable
from typing import assert_never

from polc.diagnostics import Words
from polc.model import expressions as surface
from polc.model.expressions import Expression, Kind
from polc.readers.prose import figures

Shown = Callable[[str], "Words | None"]
"""Name → what it is in the case at hand, or None where it was not told."""


def quantity(value: surface.Quantity) -> Words:
    """Return a quantity, in units a person reads."""
    match value.kind:
        case Kind.MONEY:
            return figures.amount(value.value * 100)
        case Kind.RATE:
            text = figures.decimal(value.value * 100)[0] + "%"
            return Words(text, text)
        case Kind.DATE:
            return figures.day(int(value.value))
        case Kind.YEAR:
            return figures.fact(int(value.value), "year")
        case Kind.DURATION:
            return figures.fact(int(value.value), "duration")
        case _:
            text = figures.decimal(value.value)[0]
            return Words(text + value.unit, (text + " " + value.unit).strip())


def formula(expression: Expression, shown: Shown) -> Words:  # noqa: C901 - one case a node
    """Return the expression with each name replaced by its value; a name that was not told stays a name."""
    match expression:
        case surface.Quantity():
            return quantity(expression)
        case surface.Name(text=text):
            return shown(text) or Words(text, text)
        case surface.Truth(value=value):
            return figures.fact(value, "truth")
        case surface.Date(ordinal=ordinal):
            return figures.day(ordinal)
        case surface.Deadline():
            return _period(expression, shown)
        case surface.UpTo(operand=operand):
            return Words("最高 {x}", "up to {x}").fill(x=formula(operand, shown))
        case surface.Open(what=what):
            return Words(f"待定（{what}）", "to be determined")
        case surface.Nothing():
            return Words("不奖", "nothing")
        case surface.Arithmetic(operator=operator, left=left, right=right):
            return Words("{a} " + operator + " {b}", "{a} " + operator + " {b}").fill(
                a=_held(left, operator, shown), b=_held(right, operator, shown)
            )
        case surface.Call():
            inner = "、".join(formula(o, shown).zh for o in expression.operands)
            inner_en = ", ".join(formula(o, shown).en for o in expression.operands)
            word = _CALLS.get(expression.function, Words(expression.function, expression.function))
            return Words(f"{word.zh} {inner}".strip(), f"{word.en} {inner_en}".strip())
        case surface.Compare():
            span = expression.span
            text = span.text if span else ""
            return Words(text, text)
        case surface.And(operands=operands):
            return _joined(" 且 ", " and ", operands, shown)
        case surface.Or(operands=operands):
            return _joined(" 或 ", " or ", operands, shown)
        case surface.Not(operand=operand):
            return Words("非 {x}", "not {x}").fill(x=formula(operand, shown))
        case _:
            assert_never(expression)


_CALLS = {
    "sum": Words("总和", "the sum of"),
    "count": Words("个数", "the number of"),
    "lesser": Words("较小", "the lesser of"),
    "greater": Words("较大", "the greater of"),
    "received": Words("已领", "received"),
    "earlier_max": Words("此前最高", "the earlier maximum of"),
    "first_time": Words("首次", "for the first time"),
}


def _period(period: surface.Deadline, shown: Shown) -> Words:
    length = period.length.span.text if period.length.span else ""
    return Words("{x} 起 {n}", "{n} from {x}").fill(x=formula(period.start, shown), n=Words(length, length))


def _held(operand: Expression, operator: str, shown: Shown) -> Words:
    inner = formula(operand, shown)
    loose = isinstance(operand, surface.Arithmetic) and operand.operator in "+-" and operator in "×÷"
    return Words("（{x}）", "({x})").fill(x=inner) if loose else inner


def _joined(zh: str, en: str, operands: tuple[Expression, ...], shown: Shown) -> Words:
    parts = [formula(operand, shown) for operand in operands]
    return Words(zh.join(p.zh for p in parts), en.join(p.en for p in parts))


def names_in(expression: Expression) -> list[str]:
    """Return the names an expression mentions, in order, once."""
    found: list[str] = []

    def walk(node: object) -> None:
        match node:
            case surface.Name(text=text):
                if text not in found:
                    found.append(text)
            case surface.UpTo(operand=operand) | surface.Not(operand=operand):
                walk(operand)
            case surface.Arithmetic(left=left, right=right):
                walk(left)
                walk(right)
            case surface.Call(operands=operands) | surface.And(operands=operands) | surface.Or(operands=operands):
                for operand in operands:
                    walk(operand)
            case surface.Compare(subject=subject, test=test):
                walk(subject)
                walk(test)
            case surface.Interval(low=low, high=high):
                walk(low)
                walk(high)
            case surface.Bound(limit=limit):
                walk(limit)
            case surface.Within(period=inner) | surface.Deadline(start=inner):
                walk(inner)
            case _:
                pass

    walk(expression)
    return found


def deadlines_in(expression: object) -> list[surface.Deadline]:
    """Return the periods that an expression mentions, in order."""
    match expression:
        case surface.Deadline():
            return [expression]
        case surface.Within(period=inner) | surface.Not(operand=inner) | surface.Bound(limit=inner):
            return deadlines_in(inner)
        case surface.And(operands=operands) | surface.Or(operands=operands) | surface.Call(operands=operands):
            return [found for operand in operands for found in deadlines_in(operand)]
        case surface.Compare(subject=subject, test=test):
            return [*deadlines_in(subject), *deadlines_in(test)]
        case _:
            return []
