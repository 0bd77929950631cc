"""From satisfiable to shown: the least case, found by halving, one fact after the other in declared order.

Guarantees: the same question gives the same case, whatever order z3 works in, unless z3 gives up half way.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import zip_longest
from typing import Any, assert_never

from polc.core.nodes import Expression
from polc.core.program import Program
from polc.core.slicing import touched
from polc.core.types import Input, Items, Level, Quantity, Truth, Type
from polc.readers.smt.encoding import Encoding, Records, Variable, encode
from polc.readers.smt.solver import Term, z3
from polc.readers.smt.verdict import Found, Impossible, Undecided, Verdict

_ROUND = (10**12, 10**11, 10**10, 10**9, 10**8, 10**7, 10**6, 10**5, 10**4, 10**3, 10**2, 10)
_NEAR = 10  # a figure may be rounded up by a tenth
_FIRST_TRY = 10
"""Of the effort, so little is first given to the one method that decides nearly everything; then all to all of them."""


def search(
    program: Program, question: Expression, fixed: Mapping[str, Any], items: int, effort: int, *, least: bool
) -> Verdict:
    """Return a case in which the question holds, the least one or any; see ``find``."""
    encoding = encode(touched(program, question), items)
    terms = (*encoding.laws, *_fixed(encoding, fixed), encoding.term(question, encoding.names))
    solver, found = _put(z3.SimpleSolver(), terms, effort // _FIRST_TRY)
    if found == z3.unknown:
        solver, found = _put(z3.Solver(), terms, effort)
    solver.set("rlimit", effort)
    if found == z3.unsat:
        return Impossible(items)
    if found == z3.unknown:
        return Undecided(str(solver.reason_unknown()))
    model = solver.model()
    case = _Least(encoding, solver, model).facts() if least else _any(encoding, model)
    return Found(_completed(program.inputs, case, fixed))


def _put(solver: Any, terms: Sequence[Term], effort: int) -> tuple[Any, Any]:  # noqa: ANN401 - z3's
    """Return a solver to which some terms are put, and what it says."""
    solver.set("rlimit", effort)
    solver.set("random_seed", 0)
    solver.add(*terms)
    return solver, solver.check()


def _completed(inputs: Iterable[Input], case: Mapping[str, Any], fixed: Mapping[str, Any]) -> dict[str, Any]:
    """Return a case with what is fixed, else the least value, for each input and field that it does not speak of."""
    found: dict[str, Any] = {}
    for given in inputs:
        name = given.name
        if isinstance(given.type, Items):
            known: Sequence[Mapping[str, Any]] = fixed.get(name, ())
            records: Iterable[tuple[Mapping[str, Any], Mapping[str, Any]]]
            records = zip_longest(case.get(name, known), known, fillvalue={})
            found[name] = [_completed(given.type.fields, record, also) for record, also in records]
        else:
            found[name] = case[name] if name in case else fixed.get(name, _least_of(given.type))
    return found


def _least_of(declared: Type) -> Any:  # noqa: ANN401 - a value of an input
    match declared:
        case Quantity(least=least, most=most):
            return _rounded_off(least, most, lambda _: True)
        case Truth():
            return False
        case Level(names=names):
            return names[0]
        case Items():
            return []
        case _:
            assert_never(declared)


def _any(encoding: Encoding, model: Term) -> dict[str, Any]:
    """Return the case that a model is."""

    def value(variable: Variable) -> Any:  # noqa: ANN401 - a scalar of the variable's type
        found = model.eval(variable.term, model_completion=True)
        match variable.type:
            case Quantity():
                return found.as_long()
            case Truth():
                return z3.is_true(found)
            case Level(names=names):
                return next(name for name in names if encoding.code(name) == found.as_long())
            case _:
                assert_never(variable.type)

    case: dict[str, Any] = {}
    for name, each in encoding.variables.items():
        if isinstance(each, Records):
            long = model.eval(each.count, model_completion=True).as_long()
            records = each.fields[:long]
            case[name] = [{field: value(variable) for field, variable in record.items()} for record in records]
        else:
            case[name] = value(each)
    return case


def _fixed(encoding: Encoding, fixed: Mapping[str, Any]) -> Iterator[Term]:
    for name, value in fixed.items():
        variable = encoding.variables.get(name)
        if isinstance(variable, Records):
            yield variable.count == len(value)
            for record, fields in zip(value, variable.fields, strict=False):
                yield from (_is(encoding, fields[key], each) for key, each in record.items() if key in fields)
        elif variable is not None:
            yield _is(encoding, variable, value)


def _is(encoding: Encoding, variable: Variable, value: Any) -> Term:  # noqa: ANN401 - a scalar of the variable's type
    return variable.term == (encoding.code(value) if isinstance(variable.type, Level) else value)


@dataclass
class _Least:
    """One satisfiable question on its way to its least case."""

    encoding: Encoding
    solver: Any
    model: Any

    def facts(self) -> dict[str, Any]:
        """Return the least case: lists as short as can be, then each fact in declared order."""
        for each in self.encoding.variables.values():
            if isinstance(each, Records):
                self._settle(each.count, self._down(each.count, 0))
        found: dict[str, Any] = {}
        for name, each in self.encoding.variables.items():
            if isinstance(each, Records):
                long = self._value(each.count)
                found[name] = [
                    {field: self._least(variable) for field, variable in each.fields[place].items()}
                    for place in range(long)
                ]
            else:
                found[name] = self._least(each)
        return found

    def _least(self, variable: Variable) -> Any:  # noqa: ANN401 - a scalar of the variable's type
        match variable.type:
            case Quantity(least=least, most=most):
                term = variable.term
                value = _rounded_off(self._down(term, least), most, lambda value: self._can(term == value))
                self._settle(term, value)
                return value
            case Truth():
                value = not self._can(z3.Not(variable.term))
                self.solver.add(variable.term if value else z3.Not(variable.term))
                return value
            case Level(names=names):
                for name in names[:-1]:
                    if self._can(variable.term == self.encoding.code(name)):
                        self.solver.add(variable.term == self.encoding.code(name))
                        return name
                self.solver.add(variable.term == self.encoding.code(names[-1]))
                return names[-1]
            case _:
                assert_never(variable.type)

    def _down(self, term: Term, least: int) -> int:
        """Return the least value a term can have."""
        if self._can(term == least):
            return least
        low, high = least, self._value(term)  # above low, and possible
        while high - low > 1:
            middle = (low + high) // 2
            if self._can(term <= middle, term > low):
                high = min(middle, self._value(term))
            else:
                low = middle
        return high

    def _can(self, *terms: Term) -> bool:
        """Return whether it is still possible with these; where it is, that is the model from now on."""
        if all(self._holds(term) for term in terms):
            return True
        self.solver.push()
        self.solver.add(*terms)
        possible = bool(self.solver.check() == z3.sat)
        if possible:
            self.model = self.solver.model()
        self.solver.pop()
        return possible

    def _holds(self, term: Term) -> bool:
        """Return whether the case at hand already is as ``term`` says: then nobody need be asked whether one can be."""
        return bool(z3.is_true(self.model.eval(term, model_completion=True)))

    def _settle(self, term: Term, value: int) -> None:
        settled = term == value
        self.solver.add(settled)
        if self._holds(settled):
            return
        check: Callable[[], Any] = self.solver.check
        if check() == z3.sat:
            self.model = self.solver.model()

    def _value(self, term: Term) -> int:
        return int(self.model.eval(term, model_completion=True).as_long())


def _rounded_off(value: int, most: int, will_do: Callable[[int], bool]) -> int:
    """Return the roundest value not more than a tenth above ``value`` that will do, else ``value``."""
    for unit in _ROUND:
        rounder = -(-value // unit) * unit
        if rounder == value:
            return value
        if rounder <= most and (rounder - value) * _NEAR <= value and will_do(rounder):
            return rounder
    return value
