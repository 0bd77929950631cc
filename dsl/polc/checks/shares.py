"""Of which costs a standard is a share, and how great a share: ``硬件投资额 × 25% + 软件投资额 × 20%``.

Guarantees: what is returned is at least what the expression comes to; None where it is not of this kind.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from fractions import Fraction

from polc.model.expressions import Arithmetic, Call, Expression, Kind, Name, Quantity, UpTo
from polc.model.values import NoneStated
from polc.passes.lower.plan import Lowered, Plan


@dataclass(frozen=True, slots=True)
class Shares:
    """The rate of every cost, by its key in the core, what is paid besides in 元, and the costs' names."""

    rates: Mapping[str, Fraction]
    fixed: Fraction
    names: tuple[str, ...]

    @property
    def within(self) -> bool:
        """Return whether it cannot come to more than the costs together."""
        return self.fixed <= 0 and all(rate <= 1 for rate in self.rates.values())


def shares_of(lowered: Lowered, plan: Plan) -> Shares | None:
    """Return the shares of a benefit's standard under the readings chosen; None without any, and for tiers."""
    pay = lowered.terms(plan).pay
    if pay is None or pay.value is None or isinstance(pay.value, NoneStated) or plan.context is None:
        return None
    found = _of(lowered, plan, pay.value)
    return found if found is not None and found.rates else None


def _of(lowered: Lowered, plan: Plan, expression: Expression) -> Shares | None:
    match expression:
        case UpTo(operand=operand):
            return _of(lowered, plan, operand)
        case Quantity(kind=Kind.MONEY, value=value):
            return Shares({}, value, ())
        case Name(text=text):
            return _fact(lowered, plan, text)
        case Arithmetic(operator="+", left=left, right=right):
            return _added(_of(lowered, plan, left), _of(lowered, plan, right))
        case Arithmetic(operator="-", left=left):  # what is taken off makes it no greater
            return _of(lowered, plan, left)
        case Arithmetic(operator="×", left=left, right=right):
            rate = _rate(right)
            scaled, by = (left, rate) if rate is not None else (right, _rate(left))
            return _scaled(_of(lowered, plan, scaled), by)
        case Call(function="lesser", operands=operands):
            every = [found for operand in operands if (found := _of(lowered, plan, operand)) is not None]
            return next((found for found in every if found.rates and found.within), None) or next(
                (found for found in every if found.rates), None
            )
        case _:
            return None


def _rate(expression: Expression) -> Fraction | None:
    inner = expression.operand if isinstance(expression, UpTo) else expression
    plain = isinstance(inner, Quantity) and inner.kind in (Kind.RATE, Kind.NUMBER)
    return inner.value if plain and isinstance(inner, Quantity) else None


def _fact(lowered: Lowered, plan: Plan, name: str) -> Shares | None:
    hits = lowered.names.look_up(plan.context, name) if plan.context is not None else []
    if len(hits) != 1 or hits[0].fact.type.kind != "money" or hits[0].item is not bool(plan.items):
        return None
    return Shares({hits[0].key: Fraction(1)}, Fraction(0), (name,))


def _added(one: Shares | None, other: Shares | None) -> Shares | None:
    if one is None or other is None:
        return None
    rates = dict(one.rates)
    for key, rate in other.rates.items():
        rates[key] = rates.get(key, Fraction(0)) + rate
    return Shares(rates, one.fixed + other.fixed, tuple(dict.fromkeys((*one.names, *other.names))))


def _scaled(shares: Shares | None, by: Fraction | None) -> Shares | None:
    if shares is None or by is None or by < 0:
        return None
    return Shares({key: rate * by for key, rate in shares.rates.items()}, shares.fixed * by, shares.names)
