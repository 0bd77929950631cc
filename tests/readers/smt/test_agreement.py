"""The solver agrees with the interpreter on what programs mean."""

from typing import Any

from hypothesis import given, settings
from hypothesis import strategies as st

from polc.core.amounts import Amount
from polc.core.nodes import Apply, Each, Expression, Literal, Reference, Scalar
from polc.core.operators import OPERATORS
from polc.core.program import HIGH, LOW, OPEN, Program, Step
from polc.core.scope import scope_of
from polc.core.strategies import Features, expressions, facts, programs
from polc.core.types import Input, Items, Level, Quantity, Truth
from polc.core.typing import check
from polc.readers.evaluate import Case, Interval, Result, evaluate, run
from polc.readers.smt import Found, Impossible, find
from polc.readers.smt.encoding import ROWS

LINEAR = Features(products=False, division=False)
ITEMS = 3


def test_the_solver_has_a_row_for_each_operator() -> None:
    assert set(OPERATORS) == ROWS


def is_value(name: str, value: Scalar) -> Expression:
    if isinstance(value, bool | str):
        return Apply("same", (Reference(name), Literal(value)))
    return Apply("equal", (Reference(name), Literal(value)))


def is_result(step: Step, result: Result) -> Expression:
    if isinstance(step.value, Amount):
        assert isinstance(result.value, Interval)
        ends = ((LOW, result.value.low), (HIGH, result.value.high), (OPEN, result.value.open))
        return Apply("and", tuple(is_value(step.binds + end, value) for end, value in ends))
    assert result.value is not None
    assert not isinstance(result.value, Interval)
    return is_value(step.binds, result.value)


@settings(max_examples=150)
@given(st.data(), programs(LINEAR))
def test_every_step_comes_to_what_the_interpreter_says(data: st.DataObject, program: Program) -> None:
    told: dict[str, Any] = data.draw(facts(program.inputs))
    outcome = run(program, Case(told))
    claims = [is_result(step, outcome.result(step.binds)) for step in program.steps if step.over is None] + [
        is_value_of_items(step, outcome.items(step.binds)) for step in program.steps if step.over is not None
    ]
    every = Apply("and", tuple(claims))
    assert isinstance(find(program, every, fixed=told, items=ITEMS), Found)
    assert isinstance(find(program, Apply("not", (every,)), fixed=told, items=ITEMS), Impossible)


def is_value_of_items(step: Step, results: tuple[Result, ...]) -> Expression:
    """Return that the sums and counts over the items come to what the interpreter says."""
    assert step.over is not None
    if isinstance(step.value, Amount):
        total = sum(result.value.high for result in results if isinstance(result.value, Interval))
        return Apply("equal", (Each("sum", step.over, Reference(step.binds + HIGH)), Literal(total)))
    if any(isinstance(result.value, bool) for result in results):
        count = sum(result.value is True for result in results)
        return Apply("equal", (Each("count", step.over, Reference(step.binds)), Literal(count)))
    if all(isinstance(result.value, str) for result in results):
        return Literal(value=True)
    total = sum(result.value for result in results)  # type: ignore[misc]
    return Apply("equal", (Each("sum", step.over, Reference(step.binds)), Literal(total)))


@settings(max_examples=150)
@given(st.data(), programs(LINEAR))
def test_a_case_that_is_found_shows_it(data: st.DataObject, program: Program) -> None:
    question = data.draw(expressions(scope_of(program.inputs), "truth", 3, LINEAR))
    verdict = find(program, question, items=ITEMS)
    if isinstance(verdict, Found):
        assert evaluate(question, verdict.facts) is True
        assert check(program) == []
    else:
        assert isinstance(verdict, Impossible)
        assert evaluate(question, data.draw(facts(program.inputs))) is False


@settings(max_examples=60)
@given(st.data(), programs(LINEAR))
def test_who_wants_any_case_is_told_the_same_as_who_wants_the_least(data: st.DataObject, program: Program) -> None:
    question = data.draw(expressions(scope_of(program.inputs), "truth", 3, LINEAR))
    any_case = find(program, question, items=ITEMS, least=False)
    assert isinstance(any_case, Found) == isinstance(find(program, question, items=ITEMS), Found)
    if isinstance(any_case, Found):
        assert evaluate(question, any_case.facts) is True
        assert set(any_case.facts) == {given.name for given in program.inputs}


def test_what_a_question_does_not_speak_of_is_least_in_its_case() -> None:
    inputs = (
        Input("收入", Quantity("分", 0, 1000)),
        Input("级别", Level(("无", "市级", "省级"))),
        Input("符合", Truth()),
        Input("年数", Quantity("年", 3, 10)),
        Input("项目", Items((Input("投资", Quantity("分", 0, 1000)),))),
    )
    found = find(Program(inputs, ()), Apply("less", (Literal(41), Reference("收入"))))
    assert found == Found({"收入": 42, "级别": "无", "符合": False, "年数": 3, "项目": []})
