"""What folding makes simpler, and what it must leave alone."""

from fractions import Fraction

import pytest

from polc.core.amounts import exact, up_to
from polc.core.fold import fold, fold_program
from polc.core.nodes import FALSE, TRUE, ZERO, Apply, Choose, Each, Expression, Let, Literal, Match, Reference, Round
from polc.core.program import Program, Stage, Step, amount_of
from polc.core.types import Input, Quantity

X, Y, C = Reference("甲"), Reference("乙"), Reference("真")


def apply(operator: str, *operands: Expression | int) -> Expression:
    return Apply(operator, tuple(Literal(each) if isinstance(each, int) else each for each in operands))


@pytest.mark.parametrize(
    ("expression", "folded"),
    [
        (apply("add", 1, 2, 3), Literal(6)),
        (apply("add", X, 0), X),
        (apply("add", 1, X, 2), apply("add", 3, X)),
        (apply("add", apply("add", X, Y), 0), apply("add", X, Y)),
        (apply("subtract", X, 0), X),
        (apply("multiply", X, 0), ZERO),
        (apply("multiply", 0, X), ZERO),
        (apply("multiply", X, 1), X),
        (apply("divide", X, 1), X),
        (apply("divide", 6, 4), Literal(Fraction(3, 2))),
        (apply("divide", 6, 2), Literal(3)),
        (apply("min", X, X), X),
        (apply("max", 3, X, 5), apply("max", 5, X)),
        (Apply("and", (C, TRUE)), C),
        (Apply("and", (C, FALSE)), FALSE),
        (Apply("or", (C, TRUE)), TRUE),
        (Apply("not", (Apply("not", (C,)),)), C),
        (Choose(TRUE, X, Y), X),
        (Choose(C, X, X), X),
        (Choose(C, TRUE, FALSE), C),
        (Choose(C, FALSE, TRUE), Apply("not", (C,))),
        (Match(Literal("省级"), (("省级", X),), Y), X),
        (Match(Reference("级"), (("省级", X), ("市级", X)), X), X),
        (Let("·", Literal(2), apply("add", Reference("·"), 1)), Literal(3)),
        (Let("·", X, Y), Y),
        (Let("·", apply("add", X, Y), Reference("·")), apply("add", X, Y)),
        (Round("down", 10, Literal(19)), Literal(10)),
    ],
)
def test_what_changes_nothing_is_dropped(expression: Expression, folded: Expression) -> None:
    assert fold(expression) == folded


@pytest.mark.parametrize(
    "expression",
    [
        apply("subtract", X, X),  # depends on x, as far as anyone can tell
        apply("equal", X, X),
        apply("divide", 1, 0),  # reached or not, it is no number
        apply("divide", 0, X),
        Choose(C, Literal(1), Literal(0)),  # numbers, which Python takes for truths
        Each("sum", "合同", ZERO),  # depends on whether we were given the list
        Each("any", "合同", FALSE),
        Let("·", apply("add", X, Y), apply("add", Reference("·"), Reference("·"))),
    ],
)
def test_what_might_matter_is_left_alone(expression: Expression) -> None:
    assert fold(expression) == expression


def test_what_a_step_always_comes_to_stands_where_it_was_referred_to() -> None:
    program = Program(
        (Input("甲", Quantity("分")),),
        (
            Step(Stage.STANDARD, "甲奖", "甲奖/标准", up_to(X), TRUE),
            Step(
                Stage.AWARD, "甲奖", "甲奖/应得", amount_of("甲奖/标准", may_be_open=True), Reference("甲奖/标准/待定")
            ),
            Step(Stage.TOTAL, "甲奖", "合计", exact(apply("add", Reference("甲奖/应得/低"), X)), TRUE),
        ),
    )
    _, award, total = fold_program(program).steps
    assert (award.value, award.applies) == (up_to(Reference("甲奖/标准/高")), FALSE)
    assert total.value == exact(X)
