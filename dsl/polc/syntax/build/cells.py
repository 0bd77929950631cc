"""The cells of tables: one function for each rule of that part of values.lark, in its order."""

from __future__ import annotations

from dataclasses import replace
from fractions import Fraction

from polc.diagnostics import Words
from polc.errors.unexpected_word import unexpected_word
from polc.model import expectations, values
from polc.model.expressions import Bound, Name, Relation, Truth
from polc.syntax.build.atoms import (
    Children,
    name_of,
    over,
    quantity_like,
    refuse,
    same_unit,
    stage_of,
    year_of,
)
from polc.syntax.build.expressions import bound
from polc.syntax.choices import chosen
from polc.syntax.lexis import Token

_EXPECTED = (
    Words("金额（9万元、最高 9万元）", "an amount (9万元, up_to 9万元)"),
    Words("待定", "open"),
    Words("不能判定", "undecided"),
    Words("符合、不符合", "meets, fails"),
)


def tier_equals(children: Children) -> Name | Bound:
    """Return a level, or a value to be equal to."""
    if isinstance(children[0], Token):
        return name_of(children[0])
    return Bound(Relation.EQ, children[0], None, "", over(children))


def otherwise(children: Children) -> values.Otherwise:
    """其他."""
    return values.Otherwise(over(children))


def tier_years(children: Children) -> values.YearRange:
    """第1年至第3年."""
    return values.YearRange(year_of(children[0]), year_of(children[-1]), over(children))


def told(children: Children) -> expectations.Cell:
    """Return the value of a fact."""
    child = children[0]
    if not isinstance(child, Token):
        cell: expectations.Cell = child
        return cell
    truth = chosen("truth", child.text)
    return Truth(truth == "yes", child.span) if truth else name_of(child)


def expected_amount(children: Children) -> expectations.ExpectedAmount:
    """9万元, 最高 9万元, 5万元至10万元."""
    if not isinstance(children[0], Token):
        same_unit(children[0], children[-1])
    high = quantity_like(children[-1])
    low = replace(high, value=Fraction(0)) if isinstance(children[0], Token) else quantity_like(children[0])
    return expectations.ExpectedAmount(low, high, span=over(children))


def expected_and_open(children: Children) -> expectations.ExpectedAmount:
    """最高 100万元，另有待定."""
    amount: expectations.ExpectedAmount = children[0]
    return replace(amount, open=True, span=over(children))


def expected_open(children: Children) -> expectations.ExpectedOpen:
    """待定."""
    return expectations.ExpectedOpen(over(children))


def expected_bound(children: Children) -> expectations.ExpectedComparison:
    """不超过 50万元."""
    return expectations.ExpectedComparison(bound(children), over(children))


def expected_step(children: Children) -> expectations.ExpectedStep:
    """触及 上限."""
    return expectations.ExpectedStep(stage_of(children[1]), over(children))


def expected_verdict(children: Children) -> expectations.Cell:
    """符合, 不符合, 不能判定."""
    verdict = chosen("verdict", children[0].text)
    if not verdict:
        raise refuse(unexpected_word(children[0].span, children[0].text, _EXPECTED))
    if verdict == "undecided":
        return expectations.ExpectedUndecided(over(children))
    return expectations.ExpectedVerdict(verdict, over(children))
