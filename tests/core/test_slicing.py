"""Cutting a program down changes nothing of what is left."""

from __future__ import annotations

from typing import Any

from hypothesis import given
from hypothesis import strategies as st

from polc.core.program import Program
from polc.core.references import references
from polc.core.scope import scope_of
from polc.core.slicing import only_for
from polc.core.strategies import Features, expressions, facts, programs
from polc.readers.evaluate import Case, run


@given(st.data(), programs(Features(division=False)))
def test_steps_that_are_left_come_to_the_same(data: st.DataObject, program: Program) -> None:
    scope = scope_of(program.inputs)
    for step in program.steps:
        scope = scope.after(step)
    question = data.draw(expressions(scope, "truth", 2, Features(division=False)))
    told: dict[str, Any] = data.draw(facts(program.inputs))
    narrow = only_for(program, question)
    whole, left = run(program, Case(told)).results, run(narrow, Case(told)).results
    assert left == {name: result for name, result in whole.items() if name in left}
    there = {name for step in narrow.steps for name in step.names}
    assert all(not set(step.names) & references(question) or set(step.names) <= there for step in program.steps)
    assert (narrow.inputs, narrow.laws) == (program.inputs, program.laws)
