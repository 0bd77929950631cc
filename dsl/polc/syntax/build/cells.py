"""The cells of tables: one function for each rule of that part of values.lark, in its order."""

from __future__ import annotations

from dataclasses import replace
from fractions import Fraction

from polc.core.program import Stage
from polc.model import expectations, values
from polc.model.expressions import Bound, Date, Kind, Name, Quantity, Relation, Truth
from polc.syntax.build.atoms import Children, choice_of, name_of, no_choice, over, refuse, year_of
from polc.syntax.build.expressions import bound
from polc.syntax.keywords import chosen
from polc.syntax.lexis import Token


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


def expected(children: Children) -> expectations.Cell:
    """Return what an output is to be."""
    cell: expectations.Cell = children[0]
    return cell


def expected_amount(children: Children) -> expectations.ExpectedAmount:
    """9万元, 最高 9万元, 5万元至10万元."""
    high = quantity_like(children[-1])
    low = quantity_like(children[0]) if not isinstance(children[0], Token) else replace(high, value=Fraction(0))
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
    verdict = choice_of("verdict", children[0])
    if verdict == "undecided":
        return expectations.ExpectedUndecided(over(children))
    return expectations.ExpectedVerdict(verdict, over(children))


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
    raise refuse(no_choice(token, tuple((stage.value, stage.en.replace(" ", "_")) for stage in Stage)))
