"""What is left of a program where all but one figure is told gives what the whole program gives."""

from __future__ import annotations

from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from polc.core.amounts import Amount, exact
from polc.core.fixed import Fixed, fixed
from polc.core.nodes import TRUE, Apply, Each, Expression, Fold, Literal, Reference
from polc.core.program import Program, Stage, Step
from polc.core.strategies import Features, facts, programs, values
from polc.core.types import Input, Items, Quantity, Truth
from polc.readers.evaluate import Case, Interval, evaluate, run

MONEY = Quantity("分", 0, 1000)
ITEMS = Input("合同", Items((Input("额", MONEY), Input("真", Truth()))))


def amount(left: Fixed, name: str, at: int) -> Interval:
    scope: dict[str, Any] = {name: at}
    for binds, expression in left.bindings:
        scope[binds] = evaluate(expression, scope)
    low, high, opened = (evaluate(end, scope) for end in (left.low, left.high, left.open))
    return Interval(low, high, bool(opened))  # type: ignore[arg-type]  # the ends are numbers


@given(st.data(), programs(Features(items=False, division=False)))
def test_every_amount_comes_to_the_same_at_every_figure(data: st.DataObject, program: Program) -> None:
    told: dict[str, Any] = data.draw(facts(program.inputs))
    figures = {one.name: one.type for one in program.inputs if isinstance(one.type, Quantity)}
    name = data.draw(st.sampled_from(sorted(figures)))
    at = data.draw(values(figures[name]))
    for step in program.steps:
        left = fixed(program, step.binds, told, name)
        assert (left is not None) == isinstance(step.value, Amount)
        if left is not None:
            assert amount(left, name, at) == run(program, Case({**told, name: at})).result(step.binds).value  # type: ignore[arg-type, dict-item]


def over_items(fold: Fold, body: Expression) -> Program:
    each = Step(Stage.ITEM, "甲", "单项", exact(Apply("multiply", (Reference("额"), Literal(2)))), TRUE, "合同")
    whole = Step(Stage.AWARD, "甲", "应得", exact(Each(fold, "合同", body)), TRUE)
    return Program((ITEMS,), (each, whole))


@pytest.mark.parametrize("at", [0, 7])
@pytest.mark.parametrize(
    ("fold", "body"),
    [
        ("sum", Reference("单项/低")),
        ("max", Reference("额")),
        ("count", Reference("真")),
        ("count", Apply("less", (Literal(3), Reference("额")))),
    ],
)
def test_a_list_of_one_item_is_that_item(fold: Fold, body: Expression, at: int) -> None:
    program = over_items(fold, body)
    told = {"合同": [{"额": 5, "真": True}]}
    there = {"合同": [{"额": at, "真": True}]}
    for binds in ("单项", "应得"):
        left = fixed(program, binds, told, "额")
        assert left is not None
        (found,) = got if isinstance(got := run(program, Case(there)).results[binds], tuple) else (got,)
        assert amount(left, "额", at) == found.value


def test_what_is_done_for_no_item_is_the_fold_of_nothing() -> None:
    program = over_items("sum", Reference("单项/低"))
    wider = Program((*program.inputs, Input("乙", MONEY)), program.steps)
    left = fixed(wider, "应得", {"合同": [], "乙": 3}, "乙")
    assert left is not None
    assert amount(left, "乙", 9) == Interval(0, 0)
    assert fixed(wider, "单项", {"合同": [], "乙": 3}, "乙") is None


@pytest.mark.parametrize(
    "told",
    [
        {"合同": [{"额": 5, "真": True}, {"额": 6, "真": True}]},  # several items
        {"合同": [{"额": 5}]},  # something untold
        {},
    ],
)
def test_what_cannot_be_seen_at_once_is_left_to_the_interpreter(told: dict[str, Any]) -> None:
    assert fixed(over_items("sum", Reference("额")), "应得", told, "额") is None


def test_only_what_hangs_on_the_figure_is_left() -> None:
    given_ = (Input("甲", MONEY), Input("乙", MONEY))
    first = Step(Stage.STANDARD, "甲", "一", exact(Apply("add", (Reference("乙"), Literal(1)))), TRUE)
    second = Step(Stage.CAP, "甲", "二", exact(Apply("min", (Reference("甲"), Reference("一/低")))), TRUE)
    left = fixed(Program(given_, (first, second)), "二", {"甲": 1, "乙": 4}, "甲")
    assert left is not None
    assert dict(left.bindings)["二/低"] == Apply("min", (Literal(5), Reference("甲")))
    assert "一/低" not in dict(left.bindings)
