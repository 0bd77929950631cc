"""The manual by examples: what each node means, and what a program of steps comes to."""

from fractions import Fraction

import pytest

from polc.core.amounts import UNDETERMINED, add, capped, choose, exact, over_items, up_to
from polc.core.arithmetic import OPERATIONS
from polc.core.nodes import TRUE, ZERO, Apply, Choose, Each, Expression, Let, Literal, Match, Reference, Round, Scalar
from polc.core.operators import OPERATORS
from polc.core.program import Program, Stage, Step, amount_of
from polc.core.types import Input, Items, Quantity
from polc.readers.evaluate import Case, Interval, UnguardedDivisionError, evaluate, run

LEVELS = ("无", "市级", "省级", "国家级")
ENVIRONMENT = {
    "额": 10,
    "级": "省级",
    "真": True,
    "合同": [{"额": 3, "真": True}, {"额": 4, "真": False}],
    "模型": [],
}
AMOUNT = Reference("额")


def apply(operator: str, *operands: Scalar | Expression) -> Expression:
    return Apply(operator, tuple(Literal(each) if isinstance(each, Scalar) else each for each in operands))


def reaches(level: str) -> Expression:
    return apply("reaches", Reference("级"), level, *LEVELS)


@pytest.mark.parametrize(
    ("expression", "expected"),
    [
        (Literal(7), 7),
        (AMOUNT, 10),
        (apply("add", AMOUNT, 1, 2), 13),
        (apply("subtract", AMOUNT, 12), -2),
        (apply("multiply", AMOUNT, Fraction(3, 10)), 3),
        (apply("multiply", AMOUNT, Fraction(1, 3)), Fraction(10, 3)),
        (apply("divide", AMOUNT, 4), Fraction(5, 2)),
        (apply("divide", AMOUNT, 5), 2),
        (apply("min", AMOUNT, 3, 5), 3),
        (apply("max", AMOUNT, 30, 5), 30),
        (apply("less", AMOUNT, 10), False),
        (apply("at_most", AMOUNT, 10), True),
        (apply("equal", AMOUNT, 10), True),
        (apply("same", Reference("级"), "省级"), True),
        (reaches("市级"), True),
        (reaches("省级"), True),
        (reaches("国家级"), False),
        (apply("and", TRUE, Reference("真")), True),
        (apply("or", False, False), False),  # noqa: FBT003  # two operands, not flags
        (apply("not", TRUE), False),
        (Choose(Reference("真"), Literal(1), Literal(2)), 1),
        (Match(Reference("级"), (("市级", Literal(1)), ("省级", Literal(2))), Literal(0)), 2),
        (Match(Reference("级"), (("市级", Literal(1)),), Literal(0)), 0),
        (Let("半", apply("divide", AMOUNT, 2), apply("add", Reference("半"), Reference("半"))), 10),
        (Each("sum", "合同", AMOUNT), 7),
        (Each("max", "合同", AMOUNT), 4),
        (Each("max", "模型", AMOUNT), 0),
        (Each("count", "合同", Reference("真")), 1),
        (Each("any", "合同", Reference("真")), True),
        (Each("all", "合同", Reference("真")), False),
        (Each("all", "模型", Reference("真")), True),
        (Round("down", 100, Literal(199)), 100),
        (Round("up", 100, Literal(101)), 200),
        (Round("half_up", 100, Literal(150)), 200),
        (Round("half_up", 1, Literal(Fraction(5, 2))), 3),
        (Round("half_up", 1, Literal(Fraction(7, 3))), 2),
    ],
)
def test_what_an_expression_means(expression: Expression, expected: Scalar) -> None:
    value = evaluate(expression, ENVIRONMENT)
    assert value == expected
    assert type(value) is type(expected)


def test_an_item_hides_what_has_the_same_name_around_it() -> None:
    assert evaluate(Each("sum", "合同", apply("add", AMOUNT, Reference("外"))), ENVIRONMENT | {"外": 100}) == 207


def test_a_guard_before_a_division_keeps_it_from_being_reached() -> None:
    guarded = Choose(apply("less", 0, AMOUNT), apply("divide", 1, AMOUNT), ZERO)
    assert evaluate(guarded, {"额": 0}) == 0
    assert (
        evaluate(apply("and", apply("less", 0, AMOUNT), apply("less", apply("divide", 1, AMOUNT), 1)), {"额": 0})
        is False
    )


def test_an_unguarded_division_by_zero_is_an_error_and_not_a_number() -> None:
    with pytest.raises(UnguardedDivisionError):
        evaluate(apply("divide", 1, AMOUNT), {"额": 0})


def test_every_operator_of_the_table_has_its_row() -> None:
    assert set(OPERATIONS) == set(OPERATORS)


CONTRACTS = Input("合同", Items((Input("额", Quantity("分")),)))


def test_steps_bind_what_later_steps_refer_to() -> None:
    standard = up_to(apply("multiply", AMOUNT, Fraction(3, 10)))
    cap = capped(amount_of("甲/标准"), Literal(100))
    program = Program(
        (Input("额", Quantity("分")),),
        (
            Step(Stage.STANDARD, "甲", "甲/标准", standard, TRUE),
            Step(Stage.CAP, "甲", "甲/上限", cap, apply("less", 100, amount_of("甲/标准").high)),
        ),
    )
    outcome = run(program, Case({"额": 200}))
    assert (outcome.result("甲/上限").value, outcome.result("甲/上限").applies) == (Interval(0, 60), False)
    outcome = run(program, Case({"额": 1000}))
    assert (outcome.result("甲/上限").value, outcome.result("甲/上限").applies) == (Interval(0, 100), True)


def test_a_step_over_items_joins_every_item_as_a_field() -> None:
    program = Program(
        (CONTRACTS,),
        (
            Step(Stage.STANDARD, "甲", "甲/标准", up_to(apply("multiply", AMOUNT, 2)), TRUE, over="合同"),
            Step(Stage.CAP, "甲", "甲/单项", capped(amount_of("甲/标准"), Literal(50)), TRUE, over="合同"),
            Step(Stage.AWARD, "甲", "甲/应得", over_items("sum", "合同", amount_of("甲/单项")), TRUE),
        ),
    )
    facts = {"合同": [{"额": 10}, {"额": 30}]}
    outcome = run(program, Case(facts))
    assert [each.value for each in outcome.items("甲/单项")] == [Interval(0, 20), Interval(0, 50)]
    assert outcome.result("甲/应得").value == Interval(0, 70)
    assert facts == {"合同": [{"额": 10}, {"额": 30}]}


def test_what_is_open_stays_beside_the_amount_and_rejoins_under_a_cap() -> None:
    tier = choose(apply("less", 10, AMOUNT), UNDETERMINED, exact(Literal(5)))
    program = Program(
        (Input("额", Quantity("分")),),
        (
            Step(Stage.STANDARD, "甲", "甲/标准", tier, TRUE),
            Step(Stage.COMBINE, "组", "组/合并", add(amount_of("甲/标准", may_be_open=True), exact(Literal(7))), TRUE),
            Step(Stage.GROUP_CAP, "组", "合计", capped(amount_of("组/合并", may_be_open=True), Literal(20)), TRUE),
        ),
    )
    outcome = run(program, Case({"额": 11}))
    assert outcome.result("组/合并").value == Interval(7, 7, open=True)
    assert outcome.result("合计").value == Interval(7, 20)
    assert run(program, Case({"额": 10})).result("合计").value == Interval(12, 12)
