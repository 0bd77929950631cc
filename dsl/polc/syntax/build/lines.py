"""The values of lines other than expressions: one function for each rule of that part of values.lark, in its order."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace
from fractions import Fraction

from polc.diagnostics import Diagnostic, Words
from polc.errors.mode_missing import how_missing, tier_mode_missing
from polc.errors.unexpected_word import unexpected_word
from polc.errors.unit_unknown import unit_unknown
from polc.errors.written_otherwise import written_otherwise
from polc.model import values
from polc.model.expressions import Date, Expression, Kind, Name, Quantity, Relation, UpTo
from polc.syntax.build.atoms import (
    Children,
    Part,
    Scope,
    both,
    chinese,
    choice_of,
    date_of,
    key_part,
    money,
    name_of,
    no_choice,
    over,
    quantity_of,
    refuse,
    relation_of,
)
from polc.syntax.choices import choices, chosen
from polc.syntax.keywords import WORDS, facts
from polc.syntax.lexis import Token
from polc.syntax.units import measure_of, units
from polc.text import Span

_STEP_UP = Words("分档：…，晋级补差，减 前档额", "tiers: …, step_up, less previous_tier")
_BY = Words("按哪个事实分档，例如 年度支出，取高档", "the fact that tells the tiers, e.g. revenue, highest")
_ONE_WAY = Words("一种读法（前面已经写了一种）", "one way to read the table (one stands before it)")
_ONE_HOW = Words("一种方式（前面已经写了一种）", "one way to combine (one stands before it)")
_YEARLY = (WORDS["yearly"].zh, WORDS["yearly"].en)
SMALL_MONEY = {"角": 10, "jiao": 10, "分": 1, "fen": 1}
"""What 取整 may name besides the units of amounts, in 分."""
_WORD = {"PERYEAR": "yearly", "PERTIME": "each_time", "TODATE": "to_date", "ONCE": "once", "PERTIER": "per_tier"}
_PERIODS = {"PERYEAR": "yearly", "PERTIME": "each_time", "TODATE": "to_date", "ONCE": "once", "PERTIER": "tier"}


def names(children: Children) -> values.Names:
    """甲、乙、丙."""
    return values.Names(tuple(name_of(c) for c in children[::2]), over(children))


def members(children: Children) -> values.Members:
    """Return the members of a 组."""
    every = [bool(chosen("members", c.text)) for c in children[::2]]
    names = tuple(name_of(c) for c, whole in zip(children[::2], every, strict=True) if not whole)
    return values.Members(names, any(every), over(children))


def owners(children: Children) -> tuple[values.Owner, ...]:
    """归属 主体（运营主体）、产品: one owner for each, to become a line of its own."""
    return tuple(children[::2])


def owner(children: Children) -> values.Owner:
    """主体（运营主体）."""
    role = name_of(children[2]) if len(children) > 1 else None
    return values.Owner(name_of(children[0]), role, over(children))


def kinds(children: Children) -> tuple[Name, ...]:
    """是 主体: one name for each, to become a line of its own."""
    return tuple(name_of(c) for c in children[::2])


def date(children: Children) -> Date:
    """Return a day."""
    return date_of(children[0])


def in_force(children: Children) -> values.InForce:
    """自印发之日, 自 2023年1月1日."""
    named: Token = children[1] if children[0].type == "FROM" else children[0]
    if named.type == "DATE":
        return values.InForce(date_of(named), over(children))
    if not named.text.removeprefix("自").startswith(("印发之日", "发布之日", "公布之日", "issue")):
        raise refuse(no_choice(named, (("自印发之日", "from issue"), ("自 2026年1月1日", "from 2026-01-01"))))
    return values.InForce(None, over(children))


def validity(children: Children) -> values.Validity:
    """至 2028年12月31日, 3年."""
    last: Token = children[-1]
    if last.type == "DATE":
        since = date_of(children[1]) if children[0].type == "FROM" else None
        return values.Validity(until=date_of(last), since=since, span=over(children))
    return values.Validity(lasts=quantity_of(last), span=over(children))


def tested_on(children: Children) -> values.TestedOn:
    """事件，按 认定日期."""
    when = choice_of("tested_on", children[0])
    by = name_of(children[-1]) if len(children) > 1 else None
    if by is not None and when == "payment":  # an instalment is dated by its year
        raise refuse(unexpected_word(children[2].span, children[2].text))
    return values.TestedOn(when, by, over(children))


def convention(children: Children) -> tuple[values.Convention, ...]:
    """Return one convention for each part, to become a line of its own."""
    return tuple(children[::2])


def said_inclusion(children: Children) -> values.Convention:
    """以上、以下含本数."""
    words = tuple(chinese(c) for c in children[:-1:2])
    return values.Convention(choice_of("inclusion", children[-1]), words, "", over(children))


def said_meaning(children: Children) -> values.Convention:
    """突破 即 超过."""
    return values.Convention("means", (chinese(children[0]),), chinese(children[2]), over(children))


def said_expiry(children: Children) -> values.Convention:
    """期满 前一日."""
    choice_of("expiry", children[0])
    return values.Convention("ends", (), choice_of("expiry_day", children[1]), over(children))


def fact(children: Children) -> values.FactType:
    """金额，每年."""
    kind = facts().get(children[0].text)
    if kind is None:
        raise refuse(no_choice(children[0], (*both("fact"), ("个数", "count"))))
    period, unit = _fact_parts(children[2::2], children[0].text if kind in ("count", "number") else "")
    return values.FactType(kind, (), period, unit, over(children))


def levels(children: Children) -> values.FactType:
    """无、市级、省级, ascending."""
    level = [c for c in children if isinstance(c, Token) and c.type == "NAME"]
    if {c.text for c in level} in ({"是", "否"}, {"yes", "no"}):
        place = level[0].span.to(level[-1].span)
        raise refuse(written_otherwise(place, place.text, "truth" if place.text.isascii() else "是否"))
    period, unit = _fact_parts([c for c in children if not isinstance(c, Token)], "")
    return values.FactType("level", tuple(name_of(c) for c in level), period, unit, over(children))


def fact_part(children: Children) -> Part:
    """Return the period or the unit of a fact."""
    return Part(children[0].type, tuple(children), over(children))


def _fact_parts(parts: Iterable[Part], counted: str) -> tuple[str, str]:
    """Return the period and the unit of a fact. Refused where a word is neither, or nothing is counted in it.

    ``counted`` is the word of its kind (个数, 数值), where something is.
    """
    period = unit = ""
    for part in parts:
        word = part.items[0]
        if part.kind == "PERYEAR":
            period = "yearly"
        elif not counted:
            raise refuse(no_choice(word, (_YEARLY,)))
        elif not measure_of(word.text):
            raise refuse(unit_unknown(word.span, counted, word.text, of_fact=True))
        else:
            unit = word.text
    return period, unit


def scope(children: Children) -> Scope:
    """每户企业, 每年 …."""
    keys = tuple(key_part(c) for c in children[1::2]) if children[0].type == "PER" else ()
    return Scope(children[0].type, keys, over(children))


def per(children: Children) -> values.Per:
    """享受."""
    keys, periods = _scopes(children, ("PERTIER", "ONCE", "PERYEAR", "PERTIME"))
    often = [_PERIODS[p] for p in periods if p != "PERTIER"]
    return values.Per(keys, "PERTIER" in periods, often[0] if often else "", over(children))


def capped(children: Children) -> values.Cap:
    """Return a 上限 without its 超出部分."""
    *scopes, amount = children
    keys, periods = _scopes(scopes, ("PERYEAR", "PERTIME", "TODATE"))
    while isinstance(amount, UpTo):  # “最高” adds nothing to a 上限
        amount = amount.operand
    if isinstance(amount, Quantity):
        money(amount)
    return values.Cap(keys, _PERIODS[periods[0]] if periods else "", amount, "", over(children))


def bare_limit(children: Children) -> Expression:
    """不超过 X in a 上限: the word adds nothing, but it must not contradict."""
    if relation_of(children[0]) not in (Relation.LE, Relation.EQ):
        raise refuse(unexpected_word(children[0].span, children[0].text))
    limit: Expression = children[1]
    return limit


def cap(children: Children) -> values.Cap:
    """Return a 上限, with its 超出部分."""
    cap: values.Cap = children[0]
    if len(children) == 1:
        return cap
    silent = chosen("absence", children[3].text) == "silent"
    return replace(cap, excess="" if silent else choice_of("surplus", children[3]), span=over(children))


def so_many(children: Children) -> values.Counted:
    """每企业 每年 2次."""
    scopes = [c for c in children if isinstance(c, Scope)]
    keys, periods = _scopes(scopes, ("PERYEAR", "TODATE", "PERTIME"))
    if not isinstance(children[-1], Quantity):  # a day
        place = children[-1].span or over(children)
        raise refuse(unexpected_word(place, place.text, (Words("个数，例如 2次", "a count, e.g. 2times"),)))
    return values.Counted(keys, _PERIODS[periods[0]] if periods else "", children[-1], over(children))


def counted(children: Children) -> values.Counted:
    """每企业 每年 2次，就高; 按 申报日期: which awards count first."""
    limit: values.Counted = children[0]
    if len(children) == 1:
        return limit
    if children[2].type == "BY":
        return replace(limit, order="by", by=name_of(children[3]), span=over(children))
    return replace(limit, order=choice_of("order", children[2]), span=over(children))


def quota(children: Children) -> values.Counted:
    """每年 20家，按 年度营业收入."""
    limit: values.Counted = children[0]
    if limit.limit.kind not in (Kind.COUNT, Kind.NUMBER) or limit.limit.value.denominator != 1:
        place = limit.limit.span or over(children)
        raise refuse(unexpected_word(place, place.text, (Words("个数，例如 20家", "a count, e.g. 20家"),)))
    return replace(limit, by=name_of(children[3]), span=over(children)) if len(children) > 1 else limit


def pool(children: Children) -> values.PoolSize:
    """每年 500万元."""
    *scopes, amount = children
    _, periods = _scopes(scopes, ("PERYEAR", "TODATE"))
    return values.PoolSize(_PERIODS[periods[0]] if periods else "", money(amount), over(children))


def _scopes(scopes: Iterable[Scope], allowed: tuple[str, ...]) -> tuple[tuple[values.KeyPart, ...], list[str]]:
    keys: tuple[values.KeyPart, ...] = ()
    periods: list[str] = []
    for scope in scopes:
        if scope.keys and not keys:
            keys = scope.keys
        elif not scope.keys and scope.type in allowed and scope.type not in periods:
            periods.append(scope.type)
        else:
            due = tuple(Words(WORDS[_WORD[kind]].zh, WORDS[_WORD[kind]].en) for kind in allowed if kind not in periods)
            raise refuse(unexpected_word(scope.span, scope.span.text, due))
    if len([p for p in periods if p != "PERTIER"]) > 1:
        raise refuse(_one_period(over([scope for scope in scopes if not scope.keys]), periods))
    return keys, periods


def _one_period(place: Span, periods: list[str]) -> Diagnostic:
    """Return the finding for two periods where one is due: 每年一次 is 每年, of the others it must be said which."""
    if {*periods} == {"PERYEAR", "ONCE"} and not place.text.isascii():
        return written_otherwise(place, place.text, _YEARLY[0])
    named = [WORDS[_WORD[period]] for period in periods]
    which = Words(
        f"一个：{'、'.join(word.zh for word in named)}", f"one of them: {', '.join(word.en for word in named)}"
    )
    return unexpected_word(place, place.text, (which,))


def tiers(children: Children) -> values.Tiers:
    """年度营业收入，晋级补差，首次; the rows come later."""
    by = tuple(name_of(c) for c in children if isinstance(c, Token) and c.type == "NAME")
    mode, first, less = "", False, "received"
    for part in (c for c in children if isinstance(c, Part)):
        if part.kind == "FIRST":
            first = True
        elif part.kind == "LESS":
            less = "received" if part.items[0].type == "RECEIVED" else choice_of("less", part.items[0])
        elif mode:
            raise refuse(unexpected_word(part.span, part.span.text, (_ONE_WAY,)))
        else:
            mode = choice_of("tiers", part.items[0])
    place = over(children)
    if not mode and place.text in choices("tiers"):
        raise refuse(unexpected_word(place, place.text, (_BY,)))
    if not mode:
        raise refuse(tier_mode_missing(place, place.text))
    for part in (c for c in children if isinstance(c, Part)):
        if part.kind == "LESS" and less == "previous_tier" and mode != "step_up":
            raise refuse(unexpected_word(part.span, part.span.text, (_STEP_UP,)))
    return values.Tiers(by, mode, first, less, (), place)


def tier_option(children: Children) -> Part:
    """取高档, 首次, 减 前档额."""
    rest = children if children[0].type == "NAME" else children[1:]
    return Part(children[0].type, tuple(rest), over(children))


def rounding(children: Children) -> values.Rounding:
    """去尾 到 元."""
    mode = choice_of("rounding", children[0])
    if len(children) == 1:
        return values.Rounding(mode, 100, over(children))
    token: Token = children[2]
    if token.type == "MONEY":
        value = quantity_of(token).value * 100
    elif token.text in SMALL_MONEY:
        value = Fraction(SMALL_MONEY[token.text])
    else:
        unit = units().get(token.text)
        if unit is None or unit.kind is not Kind.MONEY:
            raise refuse(no_choice(token, (("元", "yuan"), ("万元", "wan_yuan"), ("角", "jiao"), ("分", "fen"))))
        value = unit.factor * 100
    if value.denominator != 1 or value == 0:
        raise refuse(unexpected_word(token.span, token.text))
    return values.Rounding(mode, int(value), over(children))


def how(children: Children) -> values.How:
    """就高，按 集聚区，期间 终身，先领低额时 补差."""
    mode = span_of = lower = ""
    by: tuple[values.KeyPart, ...] = ()
    each = False
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
            raise refuse(unexpected_word(part.span, part.span.text, (_ONE_HOW,)))
        else:
            mode = choice_of("how", token)
    place = over(children)
    if not mode:
        raise refuse(how_missing(place, place.text))
    return values.How(mode, by, span_of, lower, each, place)


def how_part(children: Children) -> Part:
    """Return one part of a 方式."""
    rest = children if children[0].type == "NAME" else children[1:]
    return Part(children[0].type, tuple(rest), over(children))


def givens(children: Children) -> values.Givens:
    """甲 = 是，乙 = 2023年."""
    return values.Givens(tuple(children[::2]), over(children))


def given(children: Children) -> values.Given:
    """甲 = 是."""
    name, sign, value = children
    if relation_of(sign) is not Relation.EQ:
        raise refuse(unexpected_word(sign.span, sign.text, (Words("=", "="),)))
    return values.Given(name_of(name), value, over(children))


def given_earlier(children: Children) -> values.Given:
    """此前最高 甲 = 100万元."""
    word, name, sign, value = children
    if relation_of(sign) is not Relation.EQ:
        raise refuse(unexpected_word(sign.span, sign.text, (Words("=", "="),)))
    named = Name(f"{WORDS['earlier_max'].zh} {name.text}", over([word, name]))
    return values.Given(named, value, over(children))
