"""The solver and the interpreter read whole policies alike: generated ones, and those of ``policies/``.

What every step comes to is the same for both; a case that is found is replayed; what is proved impossible is tried on
random cases, where the interpreter must never see it.
"""

from functools import cache
from pathlib import Path
from typing import Any

import pytest
from hypothesis import assume, given, settings
from hypothesis import strategies as st

from polc.checks.asking import guesses
from polc.core.amounts import Amount
from polc.core.nodes import TRUE, Apply, Each, Expression, Literal, Reference, Scalar
from polc.core.program import HIGH, LOW, OPEN, Program, Stage, Step, amount_of
from polc.core.strategies import facts
from polc.core.types import Input, Items
from polc.passes.lower.plan import Lowered, Plan
from polc.passes.pipeline import compile_policy
from polc.readers.evaluate import Case, Interval, Result, run
from polc.readers.smt import Found, Impossible, Undecided, find
from polc.runs.strategies import FIGURES, Written, cases, policies
from polc.text import Source
from polc.workspace import load

ROOT = Path(__file__).parents[2]
SOME = settings(max_examples=min(30, settings.default.max_examples))
ITEMS = 3
QUESTION = "问"
EFFORT = 3_000_000
"""A tenth of what a check may spend: a run of the tests asks much, and what is not decided says nothing here."""


def lowered(written: Written) -> Lowered:
    return compile_policy([Source("policy.pol", written.text)]).lowered()


def holds(program: Program, question: Expression, told: dict[str, Any]) -> bool:
    """Whether a case that the laws allow shows a question, as the interpreter sees it."""
    asked = Step(Stage.PROMISE, QUESTION, QUESTION, Apply("and", (question, *program.laws)), TRUE)
    return run(Program(program.inputs, (*program.steps, asked)), Case(told)).result(QUESTION).value is True


def comes_to(step: Step, result: Result) -> Expression:
    """Return the truth that a step comes to what the interpreter said."""
    assert not result.missing
    if isinstance(step.value, Amount):
        assert isinstance(result.value, Interval)
        ends = ((LOW, result.value.low), (HIGH, result.value.high), (OPEN, result.value.open))
        return Apply("and", tuple(_is(step.binds + end, value) for end, value in ends))
    assert result.value is not None
    assert not isinstance(result.value, Interval)
    return _is(step.binds, result.value)


def _is(name: str, value: Scalar) -> Expression:
    return Apply("same" if isinstance(value, bool | str) else "equal", (Reference(name), Literal(value)))


def within(inputs: tuple[Input, ...], told: dict[str, Any], items: int) -> bool:
    """Whether a case has no more items of a list than a question looked at."""
    return all(len(told[each.name]) <= items for each in inputs if isinstance(each.type, Items))


@SOME
@given(st.data(), policies())
def test_every_step_of_a_policy_comes_to_the_same(data: st.DataObject, written: Written) -> None:
    found = lowered(written)
    program = found.slice(found.plans[data.draw(st.sampled_from(sorted(found.plans)))])
    told = data.draw(cases(program.inputs))
    outcome = run(program, Case(told))
    claims = [comes_to(step, outcome.result(step.binds)) for step in program.steps if step.over is None]
    for step in program.steps:
        if step.over is not None and isinstance(step.value, Amount):
            total = sum(each.value.high for each in outcome.items(step.binds) if isinstance(each.value, Interval))
            claims.append(Apply("equal", (Each("sum", step.over, Reference(step.binds + HIGH)), Literal(total))))
    every = Apply("and", tuple(claims))
    assert isinstance(find(program, every, fixed=told, items=ITEMS), Found)
    assert isinstance(find(program, Apply("not", (every,)), fixed=told, items=ITEMS), Impossible)


@st.composite
def questions(draw: Any, plan: Plan) -> Expression:  # noqa: ANN401 - what Hypothesis draws with
    """Return whether a part can come to more than a figure, to just it, or to something below it."""
    figure = Literal(100 * draw(st.sampled_from((*FIGURES, 5_000, 100_000))))
    high = amount_of(plan.result).high
    less = Apply("less", (figure, high))
    return draw(  # type: ignore[no-any-return]
        st.sampled_from(
            (
                less,
                Apply("equal", (figure, high)),
                Apply("and", (Apply("not", (less,)), Apply("less", (Literal(0), high)))),
            )
        )
    )


@SOME
@given(st.data(), policies(opened=False))
def test_what_is_found_is_replayed_and_what_is_impossible_is_never_seen(data: st.DataObject, written: Written) -> None:
    found = lowered(written)
    paying = [plan for plan in found.plans.values() if plan.kind != "requirement"]
    plan = data.draw(st.sampled_from(paying))
    program, question = found.slice(plan), data.draw(questions(plan))
    verdict = find(program, question, effort=EFFORT, least=False)
    assume(not isinstance(verdict, Undecided))
    if isinstance(verdict, Found):
        assert holds(program, question, dict(verdict.facts))
        return
    assert isinstance(verdict, Impossible)
    for _ in range(10):
        told = data.draw(cases(program.inputs))
        assert not within(program.inputs, told, verdict.items) or not holds(program, question, told)


@cache
def real() -> dict[str, tuple[Program, Plan]]:
    """The benefits and groups of the real documents, each with its slice of the program, by name."""
    found: dict[str, tuple[Program, Plan]] = {}
    for draft in load([ROOT / "policies"]).drafts:
        if draft.policy is not None:
            whole = draft.compiled.lowered()
            for name, plan in whole.plans.items():
                if plan.kind != "requirement" and len(whole.slice(plan).steps) < 60:
                    found[f"{draft.name} {name}"] = whole.slice(plan), plan
    return found


@SOME
@given(st.data())
def test_the_real_documents_are_read_alike(data: st.DataObject) -> None:
    program, plan = real()[data.draw(st.sampled_from(sorted(real())))]
    question = data.draw(questions(plan))
    verdict = find(program, question, effort=EFFORT, least=False)
    assume(not isinstance(verdict, Undecided))
    if isinstance(verdict, Found):
        assert holds(program, question, dict(verdict.facts))
        return
    assert isinstance(verdict, Impossible)
    drawn = [data.draw(facts(program.inputs)) for _ in range(5)]
    for told in (*guesses(program.inputs, verdict.items), *drawn):
        if within(program.inputs, told, verdict.items):
            assert not holds(program, question, told)


def test_there_are_enough_real_programs() -> None:
    assert len(real()) >= 60


@pytest.mark.parametrize("figure", [99, 100, 101])
def test_a_proof_stops_where_the_figure_begins(figure: int) -> None:
    head = "政策 甲\n对象 企业\n  支出：金额\n条 1 乙\n  奖补 丙\n"
    text = head + "    支持对象：企业\n    标准：支出 × 50%\n    上限：每次 1元\n"
    found = compile_policy([Source("policy.pol", text)]).lowered()
    plan = found.plans["丙"]
    verdict = find(found.slice(plan), Apply("less", (Literal(figure), amount_of(plan.result).high)))
    assert isinstance(verdict, Found) == (figure < 100)
