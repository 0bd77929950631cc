"""The values of lines about years: 年序, 存续兑付 and 兑付, one function for each rule of that part of values.lark."""

from __future__ import annotations

from fractions import Fraction

from polc.diagnostics import Words
from polc.errors.unexpected_word import unexpected_word
from polc.model import values
from polc.model.expressions import Kind, Quantity
from polc.syntax.build.atoms import Children, Part, choice_of, name_of, over, quantity_of, refuse, year_of
from polc.syntax.lexis import Token

_MOST_MONTHS = 1200


def year_index(children: Children) -> values.YearIndex:
    """自 引进年度 起, 自 2024年 起."""
    start: Token = children[1]
    return values.YearIndex(quantity_of(start) if start.type == "YEAR" else name_of(start), over(children))


def run_off(children: Children) -> values.RunOff:
    """否, 是, 第1年在有效期内的，至第10年."""
    if len(children) == 1:
        return values.RunOff(choice_of("truth", children[0]) == "yes", span=over(children))
    if year_of(children[0]) != 1:
        raise refuse(unexpected_word(children[0].span, children[0].text))
    until = year_of(children[-1]) if children[-1].type == "NTH" else None
    return values.RunOff(continues=True, until=until, span=over(children))


def payout(children: Children) -> values.Payout:
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
            manners.extend(part.items)
    if years and not shares:
        even = Quantity(Fraction(1, years), Kind.RATE, "", over(children))
        shares = (even,) * years
    return values.Payout(shares, "、".join(manners), over(children))


def spread(children: Children) -> Part:
    """分 2年."""
    months = quantity_of(children[1]).value
    if not 0 < months <= _MOST_MONTHS or months % 12:
        whole = Words("整年数，例如 分 3年", "whole years, for example spread 3年")
        raise refuse(unexpected_word(children[1].span, children[1].text, (whole,)))
    return Part("spread", (int(months) // 12,), over(children))


def yearly_share(children: Children) -> Part:
    """每年 50%."""
    return Part("yearly", (quantity_of(children[1]),), over(children))


def shares(children: Children) -> Part:
    """50%、30%、20%."""
    return Part("shares", tuple(quantity_of(c) for c in children[::2]), over(children))


def manner(children: Children) -> Part:
    """先用后补、年度清算."""
    return Part("manner", tuple(word.text for word in children[::2]), over(children))
