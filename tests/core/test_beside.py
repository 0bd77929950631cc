"""Two programs side by side: one set of inputs, each step once where both agree, twice where they do not."""

from __future__ import annotations

import pytest

from polc.core.amounts import exact, up_to
from polc.core.beside import OTHER, beside
from polc.core.nodes import TRUE, Apply, Literal, Reference
from polc.core.program import Program, Stage, Step, amount_of
from polc.core.types import Input, Items, Quantity
from polc.readers.evaluate import Case, run

X = Input("甲", Quantity("分"))
Y = Input("乙", Quantity("分"))
SAME = Step(Stage.SUM, "奖", "奖/总和", Apply("add", (Reference("甲"), Literal(1))), TRUE)
LATER = Step(Stage.AWARD, "奖", "奖/应得", amount_of("奖/标准"), TRUE)


def standard(*, most: bool) -> Step:
    value = Reference("奖/总和")
    return Step(Stage.STANDARD, "奖", "奖/标准", up_to(value) if most else exact(value), TRUE)


ONE = Program((X,), (SAME, standard(most=True), LATER))
OTHER_ONE = Program((X, Y), (SAME, standard(most=False), LATER))


def test_what_both_compute_alike_stands_there_once_and_the_rest_twice() -> None:
    both, called = beside(ONE, OTHER_ONE)
    assert [step.binds for step in both.steps] == [
        "奖/总和", "奖/标准", "奖/应得", "奖/标准" + OTHER, "奖/应得" + OTHER,
    ]  # fmt: skip
    assert called("奖/应得") == "奖/应得" + OTHER
    assert called("奖/总和") == "奖/总和"
    assert called("甲") == "甲"


def test_each_comes_to_what_it_came_to_alone() -> None:
    both, called = beside(ONE, OTHER_ONE)
    outcome = run(both, Case({"甲": 41, "乙": 0}))
    for program, name in ((ONE, "奖/应得"), (OTHER_ONE, called("奖/应得"))):
        assert outcome.result(name).value == run(program, Case({"甲": 41, "乙": 0})).result("奖/应得").value


def test_inputs_and_fields_are_joined_and_laws_kept_once() -> None:
    law = Apply("at_most", (Reference("甲"), Literal(9)))
    one = Program((X, Input("合同", Items((X,)))), (), (law,))
    other = Program((Y, Input("合同", Items((Y,)))), (), (law,))
    both, _ = beside(one, other)
    assert both == Program((X, Input("合同", Items((X, Y))), Y), (), (law,))


def test_an_input_of_two_types_is_refused() -> None:
    with pytest.raises(ValueError, match="甲"):
        beside(Program((X,), ()), Program((Input("甲", Quantity("次")),), ()))
