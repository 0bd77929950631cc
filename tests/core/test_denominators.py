"""A static denominator makes every value whole."""

from fractions import Fraction

from hypothesis import given
from hypothesis import strategies as st

from polc.core.denominators import denominator, denominators
from polc.core.nodes import Apply, Literal, Reference
from polc.core.program import Program
from polc.core.strategies import Features, facts, programs
from polc.readers.evaluate import Case, Interval, run

X = Reference("甲")


def test_a_rate_brings_its_denominator_and_rates_multiply() -> None:
    thirty_percent = Apply("multiply", (X, Literal(Fraction(3, 10))))
    assert denominator(thirty_percent) == 10
    assert denominator(Apply("multiply", (thirty_percent, Literal(Fraction(1, 3))))) == 30
    assert denominator(Apply("add", (thirty_percent, Literal(Fraction(1, 4))))) == 20
    assert denominator(Apply("divide", (thirty_percent, Literal(7)))) == 70
    assert denominator(Apply("divide", (X, Literal(Fraction(2, 3))))) == 2


def test_a_quotient_of_two_facts_has_none() -> None:
    assert denominator(Apply("add", (X, Apply("divide", (X, Reference("乙")))))) is None


@given(st.data(), programs(Features(division=False)))
def test_every_step_times_its_denominator_is_whole(data: st.DataObject, program: Program) -> None:
    bounds = denominators(program)
    outcome = run(program, Case(data.draw(facts(program.inputs))))
    for step in program.steps:
        found = outcome.results[step.binds]
        for result in found if isinstance(found, tuple) else (found,):
            value = result.value
            numbers = [value.low, value.high] if isinstance(value, Interval) else [value]
            for name, number in zip(step.names, numbers, strict=False):
                bound = bounds[name]
                assert bound is not None
                assert not isinstance(number, Fraction) or (number * bound).denominator == 1
