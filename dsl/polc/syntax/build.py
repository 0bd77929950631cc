"""From the grammar's rules to the model's values: one method for each rule of values.lark, in its order.

Every method takes what the rule matched, tokens and finished values, and returns the value with its span. What the grammar lets
through but the language does not have (an unknown choice, 30 February) is refused with its finding.
"""

from __future__ import annotations

import datetime
import difflib
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from fractions import Fraction
from typing import Any

from polc.core.program import Stage
from polc.diagnostics import Diagnostic, Words
from polc.errors.date_impossible import date_impossible
from polc.errors.name_too_long import name_too_long
from polc.errors.number_too_long import number_too_long
from polc.errors.rate_for_money import rate_for_money
from polc.errors.unexpected_word import unexpected_word
from polc.errors.unknown_choice import unknown_choice
from polc.model import expectations, values
from polc.model.expressions import (
    And,
    Arithmetic,
    Bound,
    Call,
    Compare,
    Date,
    Expression,
    Interval,
    Kind,
    Name,
    Not,
    Nothing,
    OneOf,
    Open,
    Or,
    Quantity,
    Relation,
    Truth,
    UpTo,
)
from polc.syntax.keywords import ChoiceWord, choices, chosen, facts
from polc.syntax.lexis import COMPARISONS, Token, word_of
from polc.syntax.refused import RefusedError
from polc.syntax.units import MOST_DIGITS, measure, units
from polc.text import Span

Children = list[Any]

MOST_LETTERS = 40
"""The longest name."""

_RELATIONS: dict[str, Relation] = {
    "reaches": Relation.GE,
    "exceeds": Relation.GT,
    "not_exceeding": Relation.LE,
    "not_below": Relation.GE,
    "not_less_than": Relation.GE,
    "not_smaller_than": Relation.GE,
    "not_above": Relation.LE,
    "not_more_than": Relation.LE,
    "not_greater_than": Relation.LE,
    "no_fewer_than": Relation.GE,
    "at_most": Relation.LE,
    "short_of": Relation.LT,
    "below": Relation.LT,
    "less_than": Relation.LT,
    "not_up_to": Relation.LT,
    "fewer_than": Relation.LT,
    "above": Relation.GT,
    "more_than": Relation.GT,
    "greater_than": Relation.GT,
    "smaller_than": Relation.LT,
    "completes": Relation.GE,
    "breaks": Relation.GT,  # what 突破 means is for the 约定 to say; the bound keeps the word
    "before": Relation.LT,
    "after": Relation.GT,
    "not_before": Relation.GE,
    "not_after": Relation.LE,
    "equals": Relation.EQ,
    "differs_from": Relation.NE,
    "and_above": Relation.GE,
    "and_below": Relation.LE,
    "or_more": Relation.ABOVE,
    "or_less": Relation.BELOW,
    "within": Relation.BELOW,
    "or_later": Relation.ABOVE,
    "or_earlier": Relation.BELOW,
}

_BRACKETS = {"[": Relation.GE, "(": Relation.GT, "]": Relation.LE, ")": Relation.LT}


@dataclass(frozen=True, slots=True)
class Point:
    """A limit with its （含） or （不含）."""

    limit: Expression
    marked: bool | None
    span: Span


@dataclass(frozen=True, slots=True)
class Scope:
    """One of 每户企业, 每年, 每档, 一次, 累计 before an amount; ``keys`` only of the first."""

    type: str
    keys: tuple[values.KeyPart, ...]
    span: Span


@dataclass(frozen=True, slots=True)
class Part:
    """One part of a value with commas: what kind it is (the type of its first word) and what follows that word."""

    kind: str
    items: tuple[Any, ...]
    span: Span


def refuse(diagnostic: Diagnostic) -> RefusedError:
    """Return the error to raise for a finding."""
    return RefusedError(diagnostic)


def over(children: Sequence[Any]) -> Span:
    """Return the place from the first of these to the last."""
    first, last = children[0], children[-1]
    one: Span = first.span
    if first is last:
        return one
    return Span(one.source, one.start, last.span.end)


def name_of(token: Token) -> Name:
    """Return the name a token is. Refused where it is longer than a name may be."""
    if len(token.text) > MOST_LETTERS:
        raise refuse(name_too_long(token.span, len(token.text), MOST_LETTERS))
    return Name(token.text, token.span)


def choice_of(group: str, token: Token) -> str:
    """Return the id of the choice a token is in this slot. Refused where the slot has no such choice."""
    found = chosen(group, token.text)
    if not found:
        raise refuse(_no_choice(token, tuple(both(group))))
    return found


def both(group: str) -> tuple[tuple[str, str], ...]:
    """Return the choices of a slot, Chinese and English, in the table's order."""
    rows: dict[ChoiceWord, None] = dict.fromkeys(choices(group).values())
    return tuple((row.zh, row.en) for row in rows)


def _no_choice(token: Token, allowed: tuple[tuple[str, str], ...]) -> Diagnostic:
    words = [w for pair in allowed for w in pair]
    near = difflib.get_close_matches(token.text[:MOST_LETTERS], words, 1, 0.6)
    return unknown_choice(token.span, token.text, allowed, near[0] if near else "")


def date_of(token: Token) -> Date:
    """Return the day a token is. Refused where the calendar has no such day."""
    figures: list[int] = []
    digits = ""
    for letter in token.text + " ":
        if letter.isdecimal():
            digits += str(int(letter))
        elif digits:
            figures.append(int(digits))
            digits = ""
    year, month, day = figures
    try:
        return Date(datetime.date(year, month, day).toordinal(), token.span)
    except ValueError:
        raise refuse(date_impossible(token.span, token.raw)) from None


def quantity_of(token: Token) -> Quantity:
    """Return the quantity a token is. Refused where it has too many digits."""
    text = token.text
    if len(text) > MOST_DIGITS and sum(c.isdecimal() for c in text) > MOST_DIGITS:
        raise refuse(number_too_long(token.span, MOST_DIGITS))
    if token.type == "YEAR":
        return Quantity(Fraction(year_of(token)), Kind.YEAR, "年", token.span)
    value, kind, unit = measure(text)
    return Quantity(value, kind, unit, token.span)


def year_of(token: Token) -> int:
    """Return the number in a year or in ``第3年``."""
    return int("".join(str(int(c)) for c in token.text if c.isdecimal()))


def key_part(token: Token) -> values.KeyPart:
    """Return what stands behind 每."""
    return values.KeyPart(name_of(token).text, token.span)


def is_marked(token: Token) -> bool:
    """Whether a （含） or （不含） includes its number."""
    return not ("不" in token.text or "excl" in token.text)


def relation_of(token: Token) -> Relation:
    """Return the relation a comparison word or sign stands for."""
    sign = COMPARISONS.get(token.text)
    if sign is not None:
        return Relation(sign)
    word = word_of(token)
    return _RELATIONS[word.id] if word else Relation.EQ


def as_limit(child: Token | Expression) -> Expression:
    """Return a limit: a name where the grammar left a bare token."""
    return name_of(child) if isinstance(child, Token) else child


class Builder:
    """The callbacks of the grammar. It holds no state, so that one parser serves every file and thread."""

    # ── expressions ──

    def amount(self, children: Children) -> Expression:
        """标准, 保底, 不足不发 and the last cell of a tier."""
        value: Expression = children[0]
        return value

    def formula(self, children: Children) -> Expression:
        """The right-hand side of a 定义."""
        value: Expression = children[0]
        return value

    def any_of(self, children: Children) -> Expression:
        """甲 或 乙."""
        return Or(tuple(children[::2]), over(children))

    def all_of(self, children: Children) -> Expression:
        """甲 且 乙; a comparison without a subject takes the one before it (``达到 5家 且 不满 10家``)."""
        operands: list[Expression] = []
        for child in children[::2]:
            if not isinstance(child, Bound):
                operands.append(child)
            elif operands and isinstance(operands[-1], Compare):
                operands.append(Compare(operands[-1].subject, child, child.span))
            else:
                place = child.span or over(children)
                raise refuse(unexpected_word(place, place.text))
        return And(tuple(operands), over(children))

    def negated(self, children: Children) -> Expression:
        """非 甲."""
        return Not(children[1], over(children))

    def first_time(self, children: Children) -> Expression:
        """首次 E，按 K."""
        by = name_of(children[4]).text if len(children) > 2 else ""
        return Call("first_time", (children[1],), by, over(children))

    def compared(self, children: Children) -> Expression:
        """A subject and its test."""
        subject, test = children
        return Compare(as_limit(subject) if isinstance(subject, Token) else subject, test, over(children))

    def bound(self, children: Children) -> Bound:
        """达到 30万元（含）以上."""
        word, limit = children[0], as_limit(children[1])
        marked = next((is_marked(c) for c in children[2:] if c.type == "MARK"), None)
        edges = [c.text for c in children[2:] if c.type == "EDGE"]
        return Bound(relation_of(word), limit, marked, "…".join([word.text, *edges]), over(children))

    def edge(self, children: Children) -> Bound:
        """30万元（含）以上, 省级 及以上."""
        marked = is_marked(children[1]) if len(children) == 3 else None
        return Bound(relation_of(children[-1]), as_limit(children[0]), marked, children[-1].text, over(children))

    def two_bounds(self, children: Children) -> Interval:
        """超过 3万元 不超过 5万元."""
        second = next(n for n, c in enumerate(children[1:], 1) if isinstance(c, Token) and c.type == "CMP")
        return self._interval(self.bound(children[:second]), self._from_point(children[second], children[second + 1]))

    def edge_then(self, children: Children) -> Interval:
        """500万元以上不满1000万元."""
        second = next(n for n, c in enumerate(children) if isinstance(c, Token) and c.type == "CMP")
        return self._interval(self.edge(children[:second]), self._from_point(children[second], children[second + 1]))

    def two_edges(self, children: Children) -> Interval:
        """500万元以上1000万元以下."""
        point: Point = children[-2]
        last: Token = children[-1]
        high = Bound(relation_of(last), point.limit, point.marked, last.text, over(children[-2:]))
        return self._interval(self.edge(children[:-2]), high)

    def between(self, children: Children) -> Interval:
        """10万元（含）至30万元（不含）."""
        low, joint, high = children
        return Interval(
            Bound(Relation.ABOVE, low.limit, low.marked, joint.text, low.span),
            Bound(Relation.BELOW, high.limit, high.marked, joint.text, high.span),
            over(children),
        )

    def bracketed(self, children: Children) -> Interval:
        """[500万元, 1000万元)."""
        opening, low, _, high, closing = children
        first, last = normal_sign(opening), normal_sign(closing)
        return Interval(
            Bound(_BRACKETS[first], low, None, first, low.span),
            Bound(_BRACKETS[last], high, None, last, high.span),
            over(children),
        )

    def point(self, children: Children) -> Point:
        """A limit with its mark."""
        marked = is_marked(children[1]) if len(children) == 2 else None
        return Point(children[0], marked, over(children))

    def inside(self, children: Children) -> Bound | Interval:
        """在 and an interval."""
        test: Bound | Interval = children[1]
        return replace(test, span=over(children))

    def one_of(self, children: Children) -> OneOf:
        """在 甲、乙、等."""
        names = tuple(name_of(c) for c in children[1:] if c.type == "NAME")
        return OneOf(names, any(c.type == "ETC" for c in children[1:]), over(children))

    def arithmetic(self, children: Children) -> Expression:
        """Left, sign, right."""
        left, sign, right = children
        return Arithmetic(normal_sign(sign), left, right, over(children))

    def up_to(self, children: Children) -> Expression:
        """最高 X, 最高不超过 X."""
        return UpTo(children[-1], over(children))

    def name(self, children: Children) -> Expression:
        """A name, or one of the truths 是 and 否."""
        token: Token = children[0]
        truth = chosen("truth", token.text)
        return Truth(truth == "yes", token.span) if truth else name_of(token)

    def parenthesis(self, children: Children) -> Expression:
        """What stands in parentheses; the tree needs no node for them."""
        value: Expression = children[1]
        return value

    def call(self, children: Children) -> Expression:
        """总和 X, 个数 X, 此前最高 X, 已领."""
        word = word_of(children[0])
        return Call(word.id if word else children[0].text, tuple(children[1:]), "", over(children))

    def received_of(self, children: Children) -> Expression:
        """已领 奖补名."""
        return Call("received", (name_of(children[1]),), "", over(children))

    def pick(self, children: Children) -> Expression:
        """较小(a, b)."""
        word = word_of(children[0])
        return Call(word.id if word else children[0].text, tuple(children[2:-1:2]), "", over(children))

    def opened(self, children: Children) -> Expression:
        """待定 资金."""
        return Open(choice_of("open", children[1]), over(children)) if len(children) == 2 else Open(span=over(children))

    def nothing(self, children: Children) -> Expression:
        """不奖."""
        return Nothing(over(children))

    def literal(self, children: Children) -> Quantity | Date:
        """A quantity or a day."""
        token: Token = children[0]
        return date_of(token) if token.type == "DATE" else quantity_of(token)

    # ── lines ──

    def choice(self, children: Children) -> Token:
        """A word to be looked up in its slot."""
        token: Token = children[0]
        return token

    def names(self, children: Children) -> values.Names:
        """甲、乙、丙."""
        return values.Names(tuple(name_of(c) for c in children[::2]), over(children))

    def members(self, children: Children) -> values.Members:
        """The members of a 组."""
        every = [bool(chosen("members", c.text)) for c in children[::2]]
        names = tuple(name_of(c) for c, whole in zip(children[::2], every, strict=True) if not whole)
        return values.Members(names, any(every), over(children))

    def owners(self, children: Children) -> tuple[values.Owner, ...]:
        """归属 主体（运营主体）、产品: one owner for each, to become a line of its own."""
        return tuple(children[::2])

    def owner(self, children: Children) -> values.Owner:
        """主体（运营主体）."""
        role = name_of(children[2]) if len(children) > 1 else None
        return values.Owner(name_of(children[0]), role, over(children))

    def kinds(self, children: Children) -> tuple[Name, ...]:
        """是 主体: one name for each, to become a line of its own."""
        return tuple(name_of(c) for c in children[::2])

    def date(self, children: Children) -> Date:
        """A day."""
        return date_of(children[0])

    def in_force(self, children: Children) -> values.InForce:
        """自印发之日, 自 2023年1月1日."""
        named: Token = children[1] if children[0].type == "FROM" else children[0]
        if named.type == "DATE":
            return values.InForce(date_of(named), over(children))
        if not named.text.removeprefix("自").startswith(("印发之日", "发布之日", "公布之日", "issue")):
            raise refuse(_no_choice(named, (("自印发之日", "from issue"), ("自 2026年1月1日", "from 2026-01-01"))))
        return values.InForce(None, over(children))

    def validity(self, children: Children) -> values.Validity:
        """至 2028年12月31日, 3年."""
        last: Token = children[-1]
        if last.type == "DATE":
            return values.Validity(until=date_of(last), span=over(children))
        return values.Validity(lasts=quantity_of(last), span=over(children))

    def convention(self, children: Children) -> tuple[values.Convention, ...]:
        """One convention for each part, to become a line of its own."""
        return tuple(children[::2])

    def said_inclusion(self, children: Children) -> values.Convention:
        """以上、以下含本数."""
        words = tuple(c.text for c in children[:-1:2])
        return values.Convention(choice_of("inclusion", children[-1]), words, "", over(children))

    def said_meaning(self, children: Children) -> values.Convention:
        """突破 即 超过."""
        return values.Convention("means", (children[0].text,), children[2].text, over(children))

    def said_expiry(self, children: Children) -> values.Convention:
        """期满 前一日."""
        choice_of("expiry", children[0])
        return values.Convention("ends", (), choice_of("expiry_day", children[1]), over(children))

    def fact(self, children: Children) -> values.FactType:
        """金额，每年."""
        kind = facts().get(children[0].text)
        if kind is None:
            raise refuse(_no_choice(children[0], (*both("fact"), ("个数", "count"))))
        period, unit = self._fact_parts(children[2::2])
        return values.FactType(kind, (), period, unit, over(children))

    def levels(self, children: Children) -> values.FactType:
        """无、市级、省级, ascending."""
        level = [c for c in children if isinstance(c, Token) and c.type == "NAME"]
        period, unit = self._fact_parts([c for c in children if not isinstance(c, Token)])
        return values.FactType("level", tuple(name_of(c) for c in level), period, unit, over(children))

    def fact_part(self, children: Children) -> Part:
        """The period or the unit of a fact."""
        return Part(children[0].type, tuple(children), over(children))

    def _fact_parts(self, parts: Iterable[Part]) -> tuple[str, str]:
        period = unit = ""
        for part in parts:
            if part.kind == "PERYEAR":
                period = "yearly"
            else:
                unit = part.items[0].raw
        return period, unit

    def scope(self, children: Children) -> Scope:
        """每户企业, 每年 …."""
        keys = tuple(key_part(c) for c in children[1::2]) if children[0].type == "PER" else ()
        return Scope(children[0].type, keys, over(children))

    def per(self, children: Children) -> values.Per:
        """享受."""
        keys, periods = self._scopes(children, ("PERTIER", "ONCE", "PERYEAR", "PERTIME"))
        often = [_PERIODS[p] for p in periods if p != "PERTIER"]
        return values.Per(keys, "PERTIER" in periods, often[0] if often else "", over(children))

    def capped(self, children: Children) -> values.Cap:
        """A 上限 without its 超出部分."""
        *scopes, amount = children
        keys, periods = self._scopes(scopes, ("PERYEAR", "PERTIME", "TODATE"))
        while isinstance(amount, UpTo):  # “最高” adds nothing to a 上限
            amount = amount.operand
        if isinstance(amount, Quantity):
            money(amount)
        return values.Cap(keys, _PERIODS[periods[0]] if periods else "", amount, "", over(children))

    def bare_limit(self, children: Children) -> Expression:
        """不超过 X in a 上限: the word adds nothing, but it must not contradict."""
        if relation_of(children[0]) not in (Relation.LE, Relation.EQ):
            raise refuse(unexpected_word(children[0].span, children[0].text))
        limit: Expression = children[1]
        return limit

    def cap(self, children: Children) -> values.Cap:
        """A 上限, with its 超出部分."""
        cap: values.Cap = children[0]
        if len(children) == 1:
            return cap
        silent = chosen("absence", children[3].text) == "silent"
        return replace(cap, excess="" if silent else choice_of("surplus", children[3]), span=over(children))

    def counted(self, children: Children) -> values.Counted:
        """每企业 每年 2次."""
        scopes = [c for c in children if isinstance(c, Scope)]
        keys, periods = self._scopes(scopes, ("PERYEAR", "TODATE", "PERTIME"))
        return values.Counted(keys, _PERIODS[periods[0]] if periods else "", children[-1], over(children))

    def pool(self, children: Children) -> values.PoolSize:
        """每年 500万元."""
        *scopes, amount = children
        _, periods = self._scopes(scopes, ("PERYEAR", "TODATE"))
        return values.PoolSize(_PERIODS[periods[0]] if periods else "", money(amount), over(children))

    def _scopes(self, scopes: Iterable[Scope], allowed: tuple[str, ...]) -> tuple[tuple[values.KeyPart, ...], list[str]]:
        keys: tuple[values.KeyPart, ...] = ()
        periods: list[str] = []
        for scope in scopes:
            if scope.keys and not keys:
                keys = scope.keys
            elif not scope.keys and scope.type in allowed and scope.type not in periods:
                periods.append(scope.type)
            else:
                raise refuse(unexpected_word(scope.span, scope.span.text))
        if len([p for p in periods if p != "PERTIER"]) > 1:
            raise refuse(unexpected_word(over(list(scopes)), over(list(scopes)).text))
        return keys, periods

    def tiers(self, children: Children) -> values.Tiers:
        """年度营业收入，晋级补差，首次; the rows come later."""
        by = tuple(name_of(c) for c in children if isinstance(c, Token) and c.type == "NAME")
        mode, first, less = "", False, "received"
        for part in (c for c in children if isinstance(c, Part)):
            if part.kind == "FIRST":
                first = True
            elif part.kind == "LESS":
                less = "received" if part.items[0].type == "RECEIVED" else choice_of("less", part.items[0])
            elif mode:
                raise refuse(unexpected_word(part.span, part.span.text))
            else:
                mode = choice_of("tiers", part.items[0])
        return values.Tiers(by, mode, first, less, (), over(children))

    def tier_option(self, children: Children) -> Part:
        """取高档, 首次, 减 前档额."""
        rest = children if children[0].type == "NAME" else children[1:]
        return Part(children[0].type, tuple(rest), over(children))

    def rounding(self, children: Children) -> values.Rounding:
        """去尾 到 元."""
        mode = choice_of("rounding", children[0])
        if len(children) == 1:
            return values.Rounding(mode, 100, over(children))
        token: Token = children[2]
        if token.type == "MONEY":
            value = quantity_of(token).value * 100
        elif token.text in ("分", "角"):
            value = Fraction(1 if token.text == "分" else 10)
        else:
            unit = units().get(token.text)
            if unit is None or unit.kind is not Kind.MONEY:
                raise refuse(_no_choice(token, (("元", "yuan"), ("万元", "wan_yuan"), ("角", "角"), ("分", "分"))))
            value = unit.factor * 100
        if value.denominator != 1 or value == 0:
            raise refuse(unexpected_word(token.span, token.text))
        return values.Rounding(mode, int(value), over(children))

    def year_index(self, children: Children) -> values.YearIndex:
        """自 引进年度 起."""
        return values.YearIndex(name_of(children[1]), over(children))

    def run_off(self, children: Children) -> values.RunOff:
        """否, 是, 第1年在有效期内的，至第10年."""
        if len(children) == 1:
            return values.RunOff(choice_of("truth", children[0]) == "yes", None, over(children))
        if year_of(children[0]) != 1:
            raise refuse(unexpected_word(children[0].span, children[0].text))
        return values.RunOff(True, year_of(children[4]) if len(children) > 2 else None, over(children))

    def payout(self, children: Children) -> values.Payout:
        """分 2年，每年 50%; 50%、30%、20%; 先用后补."""
        shares: tuple[Quantity, ...] = ()
        years = 0
        manners: list[str] = []
        for part in children[::2]:
            if part.kind == "spread":
                years = part.items[0]
            elif part.kind == "yearly":
                shares = part.items * max(years, 1)
            elif part.kind == "shares":
                shares = part.items
            else:
                manners.append(part.span.text)
        if years and not shares:
            even = Quantity(Fraction(1, years), Kind.RATE, "", over(children))
            shares = (even,) * years
        return values.Payout(shares, "、".join(manners), over(children))

    def spread(self, children: Children) -> Part:
        """分 2年."""
        months = quantity_of(children[1]).value
        if not 0 < months <= 1200 or months % 12:
            raise refuse(unexpected_word(children[1].span, children[1].text))
        return Part("spread", (int(months) // 12,), over(children))

    def yearly_share(self, children: Children) -> Part:
        """每年 50%."""
        return Part("yearly", (quantity_of(children[1]),), over(children))

    def shares(self, children: Children) -> Part:
        """50%、30%、20%."""
        return Part("shares", tuple(quantity_of(c) for c in children[::2]), over(children))

    def manner(self, children: Children) -> Part:
        """先用后补、年度清算."""
        return Part("manner", (), over(children))

    def how(self, children: Children) -> values.How:
        """就高，按 集聚区，期间 终身，先领低额时 补差."""
        mode, by, span_of, lower, each = "", (), "", "", False
        for part in children[::2]:
            token: Token = part.items[0]
            if part.kind == "BY":
                by = tuple(key_part(c) for c in part.items[::2])
            elif part.kind == "SPAN":
                span_of = choice_of("span", token)
            elif part.kind == "LOWER":
                lower = choice_of("lower_first", token)
            elif chosen("grain", token.text):
                each = chosen("grain", token.text) == "each_award"
            elif mode:
                raise refuse(unexpected_word(part.span, part.span.text))
            else:
                mode = choice_of("how", token)
        return values.How(mode, by, span_of, lower, each, over(children))

    def how_part(self, children: Children) -> Part:
        """One part of a 方式."""
        rest = children if children[0].type == "NAME" else children[1:]
        return Part(children[0].type, tuple(rest), over(children))

    def givens(self, children: Children) -> values.Givens:
        """甲 = 是，乙 = 2023年."""
        return values.Givens(tuple(children[::2]), over(children))

    def given(self, children: Children) -> values.Given:
        """甲 = 是."""
        name, sign, value = children
        if relation_of(sign) is not Relation.EQ:
            raise refuse(unexpected_word(sign.span, sign.text, (Words("=", "="),)))
        return values.Given(name_of(name), value, over(children))

    # ── cells ──

    def tier_equals(self, children: Children) -> Name | Bound:
        """A level, or a value to be equal to."""
        if isinstance(children[0], Token):
            return name_of(children[0])
        return Bound(Relation.EQ, children[0], None, "", over(children))

    def otherwise(self, children: Children) -> values.Otherwise:
        """其他."""
        return values.Otherwise(over(children))

    def tier_years(self, children: Children) -> values.YearRange:
        """第1年至第3年."""
        return values.YearRange(year_of(children[0]), year_of(children[-1]), over(children))

    def input(self, children: Children) -> expectations.Cell:
        """The value of a fact."""
        child = children[0]
        if not isinstance(child, Token):
            cell: expectations.Cell = child
            return cell
        truth = chosen("truth", child.text)
        return Truth(truth == "yes", child.span) if truth else name_of(child)

    def expected(self, children: Children) -> expectations.Cell:
        """What an output is to be."""
        cell: expectations.Cell = children[0]
        return cell

    def expected_amount(self, children: Children) -> expectations.ExpectedAmount:
        """9万元, 最高 9万元, 5万元至10万元."""
        high = quantity_like(children[-1])
        low = quantity_like(children[0]) if not isinstance(children[0], Token) else replace(high, value=Fraction(0))
        return expectations.ExpectedAmount(low, high, False, over(children))

    def expected_and_open(self, children: Children) -> expectations.ExpectedAmount:
        """最高 100万元，另有待定."""
        amount: expectations.ExpectedAmount = children[0]
        return replace(amount, open=True, span=over(children))

    def expected_open(self, children: Children) -> expectations.ExpectedOpen:
        """待定."""
        return expectations.ExpectedOpen(over(children))

    def expected_bound(self, children: Children) -> expectations.ExpectedComparison:
        """不超过 50万元."""
        return expectations.ExpectedComparison(self.bound(children), over(children))

    def expected_step(self, children: Children) -> expectations.ExpectedStep:
        """触及 上限."""
        return expectations.ExpectedStep(stage_of(children[1]), over(children))

    def expected_verdict(self, children: Children) -> expectations.Cell:
        """符合, 不符合, 不能判定."""
        verdict = choice_of("verdict", children[0])
        if verdict == "undecided":
            return expectations.ExpectedUndecided(over(children))
        return expectations.ExpectedVerdict(verdict, over(children))

    def _from_point(self, word: Token, point: Point) -> Bound:
        return Bound(relation_of(word), point.limit, point.marked, word.text, Span(word.source, word.start, point.span.end))

    def _interval(self, one: Bound, other: Bound) -> Interval:
        low, high = (one, other) if one.relation in _LOWER or other.relation not in _LOWER else (other, one)
        place = one.span.to(other.span) if one.span and other.span else None
        return Interval(low, high, place)


_LOWER = (Relation.GE, Relation.GT, Relation.ABOVE)
_PERIODS = {"PERYEAR": "yearly", "PERTIME": "each_time", "TODATE": "to_date", "ONCE": "once", "PERTIER": "tier"}


def normal_sign(token: Token) -> str:
    """Return a sign in its canonical form."""
    return _SIGNS.get(token.text, token.text)


_SIGNS = {
    **dict.fromkeys("［", "["), **dict.fromkeys("］", "]"), **dict.fromkeys("（", "("), **dict.fromkeys("）", ")"),
    **dict.fromkeys("＋", "+"), **dict.fromkeys("−－﹣", "-"), **dict.fromkeys("*＊✕✖", "×"), **dict.fromkeys("/／∕", "÷"),
}  # fmt: skip


def money(amount: Quantity | Date) -> Quantity:
    """Return an amount of money. Refused where it is a rate, or anything else."""
    place = amount.span
    if isinstance(amount, Quantity) and (amount.kind is Kind.MONEY or place is None):
        return amount
    assert place is not None  # noqa: S101 - every value read from a text has its place
    if isinstance(amount, Quantity) and amount.kind is Kind.RATE:
        raise refuse(rate_for_money(place, place.text))
    raise refuse(unexpected_word(place, place.text, (Words("金额", "an amount of money"),)))


def quantity_like(child: Quantity | Date) -> Quantity:
    """Return a quantity; a day counts as one of kind DATE."""
    if isinstance(child, Date):
        return Quantity(Fraction(child.ordinal), Kind.DATE, "", child.span)
    return child


def stage_of(token: Token) -> str:
    """Return the Chinese word of the step a token names, in either language. Refused where there is no such step."""
    for stage in Stage:
        if token.text in (stage.value, stage.en, stage.en.replace(" ", "_").replace("-", "_")):
            return stage.value
    raise refuse(_no_choice(token, tuple((stage.value, stage.en.replace(" ", "_")) for stage in Stage)))
