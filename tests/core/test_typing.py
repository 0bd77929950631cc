"""What is not well formed is found, each kind of it."""

import pytest

from polc.core.amounts import exact
from polc.core.nodes import TRUE, ZERO, Apply, Choose, Each, Expression, Let, Literal, Match, Reference, Round
from polc.core.program import Program, Stage, Step
from polc.core.scope import scope_of
from polc.core.strategies import inputs
from polc.core.types import Input, Items, Level, Quantity, Truth
from polc.core.typing import check, check_expression

X, C, LEVEL = Reference("甲"), Reference("新"), Reference("级")


@pytest.mark.parametrize(
    ("expression", "complaint"),
    [
        (Reference("没有"), "没有 is not known"),
        (Reference("额"), "额 is not known"),
        (Apply("power", (X, X)), "no operator power"),
        (Apply("subtract", (X,)), "subtract takes 2"),
        (Apply("add", ()), "add takes some"),
        (Apply("add", (X, C)), "a number is wanted"),
        (Apply("same", (C, LEVEL)), "of one sort"),
        (Apply("reaches", (LEVEL, Literal("村级"), Literal("市级"))), "among all names"),
        (Apply("reaches", (LEVEL, Literal("市级"), Literal("市级"), Literal("省级"))), "not those declared"),
        (Choose(X, X, X), "a truth is wanted"),
        (Choose(C, X, C), "of one sort"),
        (Match(X, (), X), "a level is wanted"),
        (Match(LEVEL, (("省级", X), ("省级", X)), X), "matched twice"),
        (Let("甲", ZERO, X), "let 甲 hides"),
        (Let("额", ZERO, X), "let 额 hides"),
        (Each("sum", "甲", X), "not a list"),
        (Each("sum", "合同", Reference("真")), "a number is wanted"),
        (Each("count", "合同", X), "a truth is wanted"),
        (Round("down", 0, X), "at least 1"),
        (Literal("省级"), "a number is wanted"),
    ],
)
def test_an_expression_that_is_not_well_typed_is_found(expression: Expression, complaint: str) -> None:
    (found,) = check_expression(expression, "number", scope_of(inputs()))
    assert complaint in found


def step(binds: str, value: Expression, over: str | None = None) -> Step:
    return Step(Stage.STANDARD, "甲", binds, value, TRUE, over)


ITEMS = Items((Input("金额", Quantity("分")),))
GIVEN = (Input("额", Quantity("分")), Input("合同", ITEMS))


@pytest.mark.parametrize(
    ("program", "complaint"),
    [
        (Program((*GIVEN, GIVEN[0]), ()), "额 is an input 2 times"),
        (Program((Input("甲", Items((Input("乙", ITEMS),))),), ()), "a list inside a list"),
        (Program((Input("甲", Quantity("分", 2, 1)),), ()), "nowhere"),
        (Program((Input("甲", Level(("省级", "省级"))),), ()), "twice"),
        (Program(GIVEN, (step("步", ZERO), step("步", ZERO))), "步 is bound 2 times"),
        (Program(GIVEN, (step("额", ZERO),)), "also an input or a field"),
        (Program(GIVEN, (step("金额", ZERO),)), "also an input or a field"),
        (Program(GIVEN, (step("步", Reference("后")), step("后", ZERO))), "step 步: 后 is not known"),
        (Program(GIVEN, (step("步", ZERO, over="额"),)), "额 is not a list"),
        (Program(GIVEN, (step("步", Each("sum", "合同", Reference("金额")), over="合同"),)), "folds over 合同"),
        (Program(GIVEN, (step("步", ZERO, over="合同"), step("后", Reference("步")))), "step 后: 步 is not known"),
        (Program(GIVEN, (), (Reference("额"),)), "law 1: a truth is wanted"),
        (Program(GIVEN, (Step(Stage.CAP, "甲", "步", exact(TRUE), TRUE),)), "a number is wanted"),
    ],
)
def test_a_program_that_is_not_well_formed_is_found(program: Program, complaint: str) -> None:
    assert any(complaint in found for found in check(program)), check(program)


def test_a_well_formed_program_has_nothing_to_find() -> None:
    summed = step("和", Each("sum", "合同", Reference("步")))
    assert check(Program((*GIVEN, Input("真", Truth())), (step("步", Reference("金额"), over="合同"), summed))) == []
