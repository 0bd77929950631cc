"""Expressions, bounds and intervals: one function for each rule of that part of values.lark, in its order."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable
from dataclasses import dataclass, replace
from typing import Any

from polc.diagnostics import Words
from polc.errors.unexpected_word import unexpected_word
from polc.model.expressions import (
    And,
    Arithmetic,
    Bound,
    Call,
    Compare,
    Date,
    Deadline,
    Expression,
    Interval,
    Kind,
    Not,
    Nothing,
    OneOf,
    Open,
    Or,
    Quantity,
    Relation,
    Truth,
    UpTo,
    Within,
)
from polc.model.values import Ensure
from polc.syntax.build.atoms import (
    Children,
    Part,
    Point,
    as_limit,
    chinese,
    choice_of,
    date_of,
    is_marked,
    key_part,
    name_of,
    normal_sign,
    over,
    quantity_of,
    refuse,
    relation_of,
    same_unit,
)
from polc.syntax.choices import chosen
from polc.syntax.lexis import Token, word_of
from polc.text import Span

_BRACKETS = {"[": Relation.GE, "(": Relation.GT, "]": Relation.LE, ")": Relation.LT}
_WHOSE = Words("比较前面先写是哪个事实", "a fact before the comparison")
_LONGEST = 36_500
"""The longest period from a day, in days or months."""

_LOWER = (Relation.GE, Relation.GT, Relation.ABOVE)


def amount(children: Children) -> Expression:
    """标准, 保底, 不足不发 and the last cell of a tier."""
    value: Expression = children[0]
    return value


def formula(children: Children) -> Expression:
    """Return the right-hand side of a 定义."""
    value: Expression = children[0]
    return value


def any_of(children: Children) -> Expression:
    """甲 或 乙."""
    return Or(tuple(children[::2]), over(children))


def all_of(children: Children) -> Expression:
    """甲 且 乙; a comparison without a subject takes the one before it (``达到 5家 且 不满 10家``)."""
    operands: list[Expression] = []
    for child in children[::2]:
        if not isinstance(child, Bound):
            operands.append(child)
        elif operands and isinstance(operands[-1], Compare):
            operands.append(Compare(operands[-1].subject, child, child.span))
        else:
            place = child.span or over(children)
            raise refuse(unexpected_word(place, place.text, (_WHOSE,)))
    return And(tuple(operands), over(children))


def negated(children: Children) -> Expression:
    """非 甲."""
    return Not(children[1], over(children))


def first_time(children: Children) -> Expression:
    """首次 E，按 K，自 2025年 起."""
    return _first(children[1], children[2:], over(children))


def first_line(children: Children) -> Expression:
    """E，按 K，自 2025年 起, as a line of its own."""
    return _first(children[0], children[1:], over(children))


def since(children: Children) -> Part:
    """按 K, 自 2025年1月1日 起."""
    word: Token = children[1]
    if children[0].type == "BY":
        return Part("by", (name_of(word).text,), over(children))
    year = date_of(word).ordinal if word.type == "DATE" else 0
    value = dt.date.fromordinal(year).year if year else int(quantity_of(word).value)
    return Part("since", (value,), over(children))


def _first(event: Any, said: Children, span: Span) -> Expression:  # noqa: ANN401 - a word or an expression
    found: dict[str, Any] = {"by": "", "since": 0}
    for part in said[1::2]:
        if found[part.kind]:
            raise refuse(unexpected_word(part.span, part.span.text))
        found[part.kind] = part.items[0]
    return Call("first_time", (event,), found["by"], span, found["since"])


def ensured(children: Children) -> Expression:
    """Return what must hold."""
    condition: Expression = children[0]
    return condition


def ensured_each(children: Children) -> Ensure:
    """每个项目 累计 不超过 50万元."""
    return Ensure(children[2], key_part(children[1]), over(children))


def compared(children: Children) -> Expression:
    """Return a subject and its test."""
    subject, test = children
    if isinstance(test, Listed):  # 在 2024年、2025年、2026年: equal to one of them
        held = as_limit(subject) if isinstance(subject, Token) else subject
        place = over(children)
        same = (Bound(Relation.EQ, each, None, "", each.span) for each in test.values)
        return Or(tuple(Compare(held, bound, place) for bound in same), place)
    return Compare(as_limit(subject) if isinstance(subject, Token) else subject, test, over(children))


def bound(children: Children) -> Bound:
    """达到 30万元（含）以上."""
    word, limit = children[0], as_limit(children[1])
    marked = _marked(c for c in children[2:] if c.type == "MARK")
    edges = [chinese(c) for c in children[2:] if c.type == "EDGE"]
    return Bound(relation_of(word), limit, marked, "…".join([chinese(word), *edges]), over(children))


def edge(children: Children) -> Bound:
    """30万元（含）以上, 省级 及以上."""
    limit, *mark, word = children
    return Bound(relation_of(word), as_limit(limit), _marked(mark), chinese(word), over(children))


def two_bounds(children: Children) -> Interval:
    """超过 3万元 不超过 5万元."""
    second = next(n for n, c in enumerate(children[1:], 1) if isinstance(c, Token) and c.type == "CMP")
    return _interval(bound(children[:second]), _from_point(children[second], children[second + 1]))


def edge_then(children: Children) -> Interval:
    """500万元以上不满1000万元."""
    second = next(n for n, c in enumerate(children) if isinstance(c, Token) and c.type == "CMP")
    return _interval(edge(children[:second]), _from_point(children[second], children[second + 1]))


def two_edges(children: Children) -> Interval:
    """500万元以上1000万元以下."""
    point: Point = children[-2]
    last: Token = children[-1]
    high = Bound(relation_of(last), point.limit, point.marked, chinese(last), over(children[-2:]))
    return _interval(edge(children[:-2]), high)


def between(children: Children) -> Interval:
    """10万元（含）至30万元（不含）."""
    low, joint, high = children
    same_unit(low.limit, high.limit)
    above, below = Relation.ABOVE, Relation.BELOW
    if _calendar(low) and _calendar(high):  # 2025年1月1日至2026年12月31日 holds both days, whatever 以上 means
        above, below = Relation.GE, Relation.LE
    return Interval(
        Bound(above, low.limit, low.marked, chinese(joint), low.span),
        Bound(below, high.limit, high.marked, chinese(joint), high.span),
        over(children),
    )


def _calendar(point: Point) -> bool:
    limit = point.limit
    year = isinstance(limit, Quantity) and limit.kind is Kind.YEAR
    return point.marked is None and (year or isinstance(limit, Date))


def bracketed(children: Children) -> Interval:
    """[500万元, 1000万元)."""
    opening, low, _, high, closing = children
    same_unit(low, high)
    first, last = normal_sign(opening), normal_sign(closing)
    return Interval(
        Bound(_BRACKETS[first], low, None, first, low.span),
        Bound(_BRACKETS[last], high, None, last, high.span),
        over(children),
    )


def point(children: Children) -> Point:
    """Return a limit with its mark."""
    limit, *mark = children
    return Point(limit, _marked(mark), over(children))


def inside(children: Children) -> Bound | Interval:
    """在 and an interval."""
    test: Bound | Interval = children[1]
    return replace(test, span=over(children))


@dataclass(frozen=True, slots=True)
class Listed:
    """在 2024年、2025年、2026年, on its way to a comparison with each."""

    values: tuple[Quantity | Date, ...]
    span: Span


def listed(children: Children) -> Listed:
    """在 2024年、2025年、2026年."""
    values = tuple(children[1::2])
    same_unit(values[0], values[-1])
    return Listed(values, over(children))


def one_of(children: Children) -> OneOf:
    """在 甲、乙、等."""
    names = tuple(name_of(c) for c in children[1:] if c.type == "NAME")
    return OneOf(names, any(c.type == "ETC" for c in children[1:]), over(children))


def deadline(children: Children) -> Deadline:
    """受理日期 起 15个工作日, 自 2026年3月1日 起 3个月."""
    start: Token = children[0] if children[0].type != "FROM" else children[1]
    length = quantity_of(children[-1])
    if length.value.denominator != 1 or not 0 < length.value <= _LONGEST:
        raise refuse(unexpected_word(children[-1].span, children[-1].raw))
    return Deadline(date_of(start) if start.type == "DATE" else name_of(start), length, over(children))


def within(children: Children) -> Within:
    """在 受理日期 起 15个工作日内."""
    edge_: Token = children[2]
    word = word_of(edge_)
    if word is None or word.id not in ("inside", "within"):
        raise refuse(unexpected_word(edge_.span, edge_.raw, (Words("内", "inside"),)))
    return Within(children[1], over(children))


def arithmetic(children: Children) -> Expression:
    """Left, sign, right."""
    left, sign, right = children
    return Arithmetic(normal_sign(sign), left, right, over(children))


def up_to(children: Children) -> Expression:
    """最高 X, 最高不超过 X."""
    return UpTo(children[-1], over(children))


def name(children: Children) -> Expression:
    """Return a name, or one of the truths 是 and 否."""
    token: Token = children[0]
    truth = chosen("truth", token.text)
    return Truth(truth == "yes", token.span) if truth else name_of(token)


def parenthesis(children: Children) -> Expression:
    """Return what stands in parentheses; the tree needs no node for them, but its place takes them in.

    So the words of what is built around it have both of a pair or neither.
    """
    value: Expression = children[1]
    match value:
        case Arithmetic() | Compare() | And() | Or():
            return replace(value, span=over(children))
        case _:
            return value


def call(children: Children) -> Expression:
    """总和 X, 个数 X, 此前最高 X, 已领."""
    word = word_of(children[0])
    return Call(word.id if word else children[0].text, tuple(children[1:]), "", over(children))


def received_of(children: Children) -> Expression:
    """已领 奖补名."""
    return Call("received", (name_of(children[1]),), "", over(children))


def pick(children: Children) -> Expression:
    """较小(a, b)."""
    word = word_of(children[0])
    return Call(word.id if word else children[0].text, tuple(children[2:-1:2]), "", over(children))


def opened(children: Children) -> Expression:
    """待定 资金."""
    _, *what = children
    return Open(choice_of("open", what[0]), over(children)) if what else Open(span=over(children))


def nothing(children: Children) -> Expression:
    """不奖."""
    return Nothing(over(children))


def literal(children: Children) -> Quantity | Date:
    """Return a quantity or a day."""
    token: Token = children[0]
    return date_of(token) if token.type == "DATE" else quantity_of(token)


def _marked(marks: Iterable[Token]) -> bool | None:
    return next((is_marked(mark) for mark in marks), None)


def _from_point(word: Token, point: Point) -> Bound:
    return Bound(
        relation_of(word), point.limit, point.marked, chinese(word), Span(word.source, word.start, point.span.end)
    )


def _interval(one: Bound, other: Bound) -> Interval:
    low, high = (one, other) if one.relation in _LOWER or other.relation not in _LOWER else (other, one)
    place = one.span.to(other.span) if one.span and other.span else None
    return Interval(low, high, place)
