"""The core in the solver's terms: facts are bounded integers, amounts are exact reals, items are up to k records.

Guarantees: total on every well-formed program; a comparison with a quotient is put as one with products, which the
solver decides; levels are numbers within one encoding.
"""

from __future__ import annotations

from collections import ChainMap
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from fractions import Fraction
from typing import Any, TypeAlias, assert_never

from polc.core.nodes import (
    Apply,
    Choose,
    Each,
    Expression,
    Fold,
    Let,
    Literal,
    Match,
    Reference,
    Round,
    RoundMode,
    Scalar,
)
from polc.core.program import Program
from polc.core.types import Input, Items, Level, Quantity, Truth
from polc.readers.smt.solver import Term, z3

Environment: TypeAlias = "Mapping[str, Any]"


@dataclass(frozen=True, slots=True)
class Variable:
    """One scalar of a case as the solver sees it."""

    term: Term
    type: Quantity | Truth | Level


@dataclass(frozen=True, slots=True)
class Records:
    """A list of a case: how many items it has, and the scalars of each that there might be."""

    count: Term
    fields: tuple[Mapping[str, Variable], ...]
    names: tuple[dict[str, Term], ...]  # what is in scope inside each item: its fields, and item steps so far

    def there(self, place: int) -> Term:
        """Return whether there is an item at ``place``."""
        return self.count > place


@dataclass
class Encoding:
    """A program as terms: its variables in declared order, what holds of them, and every name a question may use."""

    most: int
    variables: dict[str, Variable | Records] = field(default_factory=dict)
    laws: list[Term] = field(default_factory=list)
    names: dict[str, Any] = field(default_factory=dict)
    codes: dict[str, int] = field(default_factory=dict)
    literals: dict[int | Fraction, Term] = field(default_factory=dict)
    levels: dict[str, Term] = field(default_factory=dict)

    def level(self, name: str) -> Term:
        """Return the number that stands for a level, as a term."""
        found = self.levels.get(name)
        if found is None:
            found = self.levels[name] = z3.IntVal(self.code(name))
        return found

    def code(self, level: str) -> int:
        """Return the number that stands for a level."""
        return self.codes.setdefault(level, len(self.codes))

    # ---- declaring ---------------------------------------------------------------------------
    def declare(self, given: Input) -> None:
        """Bring in an input."""
        if not isinstance(given.type, Items):
            variable = self._variable(given.name, given.type)
            self.variables[given.name] = variable
            self.names[given.name] = _number(variable)
            return
        count = z3.Int(f"{given.name}#")
        self.laws.append(z3.And(count >= 0, count <= self.most))
        fields = tuple(
            {
                each.name: self._variable(f"{given.name}[{place}].{each.name}", each.type)
                for each in given.type.fields
                if not isinstance(each.type, Items)
            }
            for place in range(self.most)
        )
        inside = tuple({name: _number(variable) for name, variable in each.items()} for each in fields)
        self.variables[given.name] = self.names[given.name] = Records(count, fields, inside)

    def _variable(self, name: str, declared: Quantity | Truth | Level) -> Variable:
        match declared:
            case Quantity(least=least, most=most):
                term = z3.Int(name)
                self.laws += [term >= least, term <= most]
            case Truth():
                term = z3.Bool(name)
            case Level(names=levels):
                term = z3.Int(name)
                self.laws.append(z3.Or([term == self.level(level) for level in levels]))
            case _:
                assert_never(declared)
        return Variable(term, declared)

    # ---- the walk ----------------------------------------------------------------------------
    def term(self, expression: Expression, names: Environment) -> Term:
        """Return an expression as a term: a real number, a truth, or the number of a level."""
        match expression:
            case Literal(value=value):
                return self._literal(value)
            case Reference(name=name):
                return names[name]
            case Apply(operator=operator, operands=operands):
                if operator in _COMPARISONS:
                    left, right = operands
                    return self._compare(operator, left, right, names)
                return _ROWS[operator]([self.term(operand, names) for operand in operands])
            case Choose(condition=condition, then=then, otherwise=otherwise):
                return z3.If(self.term(condition, names), self.term(then, names), self.term(otherwise, names))
            case Match(subject=subject, cases=cases, otherwise=otherwise):
                found, level = self.term(otherwise, names), self.term(subject, names)
                for name, body in reversed(cases):
                    found = z3.If(level == self.level(name), self.term(body, names), found)
                return found
            case Let(name=name, value=value, body=body):
                return self.term(body, ChainMap({name: self.term(value, names)}, names))  # type: ignore[arg-type]
            case Each(fold=fold, items=items, body=body):
                return self._fold(fold, names[items], body, names)
            case Round(mode=mode, unit=unit, operand=operand):
                return _rounded(mode, unit, self.term(operand, names))
            case _:
                assert_never(expression)

    def _literal(self, value: Scalar) -> Term:
        if isinstance(value, bool):
            return z3.BoolVal(value)
        if isinstance(value, str):
            return self.level(value)
        found = self.literals.get(value)
        if found is None:
            exact = Fraction(value)
            found = self.literals[exact] = z3.RealVal(f"{exact.numerator}/{exact.denominator}")
        return found

    def _compare(self, operator: str, left: Expression, right: Expression, names: Environment) -> Term:
        """Return a comparison; a/b against c is a against b × c, where the sign of b says which way round."""
        for one, other, mirrored in ((left, right, False), (right, left, True)):
            if isinstance(one, Choose) and _divides(one):
                branches = (
                    self._compare(operator, other, branch, names)
                    if mirrored
                    else self._compare(operator, branch, other, names)
                    for branch in (one.then, one.otherwise)
                )
                return z3.If(self.term(one.condition, names), *branches)
            if isinstance(one, Apply) and one.operator == "divide":
                over, under = (self.term(operand, names) for operand in one.operands)
                against = self.term(other, names) * under
                first, second = (against, over) if mirrored else (over, against)
                compare = _COMPARISONS[operator]
                return z3.If(under > 0, compare(first, second), compare(second, first))
        return _COMPARISONS[operator](self.term(left, names), self.term(right, names))

    def _fold(self, fold: Fold, records: Records, body: Expression, names: Environment) -> Term:
        bodies = [self.term(body, ChainMap(inside, names)) for inside in records.names]  # type: ignore[arg-type]
        there = [records.there(place) for place in range(self.most)]
        match fold:
            case "sum":
                return z3.Sum([z3.If(at, each, _ZERO) for at, each in zip(there, bodies, strict=True)])
            case "max":
                found = bodies[0]
                for at, each in zip(there[1:], bodies[1:], strict=True):
                    found = z3.If(z3.And(at, each > found), each, found)
                return z3.If(there[0], found, _ZERO)
            case "count":
                return z3.Sum([z3.If(z3.And(at, each), _ONE, _ZERO) for at, each in zip(there, bodies, strict=True)])
            case "any":
                return z3.Or([z3.And(at, each) for at, each in zip(there, bodies, strict=True)])
            case "all":
                return z3.And([z3.Implies(at, each) for at, each in zip(there, bodies, strict=True)])
            case _:
                assert_never(fold)

    # ---- programs ----------------------------------------------------------------------------
    def take(self, program: Program) -> None:
        """Bring in the inputs, laws and steps of a program."""
        for given in program.inputs:
            self.declare(given)
        self.laws.extend(self.term(law, self.names) for law in program.laws)
        for step in program.steps:
            if step.over is None:
                self.names.update({name: self.term(value, self.names) for name, value in step.bindings})
                continue
            for inside in self.names[step.over].names:
                scope = ChainMap(inside, self.names)
                inside.update({name: self.term(value, scope) for name, value in step.bindings})


_ZERO, _ONE = z3.RealVal(0), z3.RealVal(1)


def encode(program: Program, most: int) -> Encoding:
    """Return a program as terms, with at most ``most`` items (1 or more) in each list."""
    encoding = Encoding(most)
    encoding.take(program)
    return encoding


def _number(variable: Variable) -> Term:
    return z3.ToReal(variable.term) if isinstance(variable.type, Quantity) else variable.term


def _divides(expression: Expression) -> bool:
    match expression:
        case Apply(operator="divide"):
            return True
        case Choose(then=then, otherwise=otherwise):
            return _divides(then) or _divides(otherwise)
        case _:
            return False


def _rounded(mode: RoundMode, unit: int, number: Term) -> Term:
    match mode:
        case "down":
            return z3.ToReal(z3.ToInt(number / unit)) * unit
        case "up":
            return -z3.ToReal(z3.ToInt(-number / unit)) * unit
        case "half_up":
            return z3.ToReal(z3.ToInt((2 * number + unit) / (2 * unit))) * unit
        case _:
            assert_never(mode)


def _extreme(terms: Sequence[Term], better: Callable[[Term, Term], Term]) -> Term:
    found = terms[0]
    for term in terms[1:]:
        found = z3.If(better(term, found), term, found)
    return found


def _reaches(terms: Sequence[Term]) -> Term:
    """Return whether the first term stands at least where the second does in the list of the others."""
    subject, level, *names = terms
    if all(map(z3.is_int_value, terms[1:])):  # a level as it is written: so nearly always
        places = [at for at, name in enumerate(names) if name.as_long() == level.as_long()]
        return z3.Or([subject == name for name in names[places[0] :]] if places else [])
    return z3.Or(
        [
            z3.And(subject == names[at], z3.Or([level == names[below] for below in range(at + 1)]))
            for at in range(len(names))
        ]
    )


_COMPARISONS: dict[str, Callable[[Term, Term], Term]] = {
    "less": lambda left, right: left < right,
    "at_most": lambda left, right: left <= right,
    "equal": lambda left, right: left == right,
}

_ROWS: dict[str, Callable[[Sequence[Term]], Term]] = {
    "add": z3.Sum,
    "subtract": lambda terms: terms[0] - terms[1],
    "multiply": lambda terms: terms[0] * terms[1],
    "divide": lambda terms: terms[0] / terms[1],
    "min": lambda terms: _extreme(terms, lambda one, other: one < other),
    "max": lambda terms: _extreme(terms, lambda one, other: one > other),
    "same": lambda terms: terms[0] == terms[1],
    "reaches": _reaches,
    "and": z3.And,
    "or": z3.Or,
    "not": lambda terms: z3.Not(terms[0]),
}

ROWS = frozenset(_ROWS) | frozenset(_COMPARISONS)
"""The operators this reader has a row for."""
