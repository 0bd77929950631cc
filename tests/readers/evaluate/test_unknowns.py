"""What is still decided when something is unknown, case by case; the pass ``known`` says the same."""

from collections.abc import Mapping
from typing import Any

import pytest

from polc.core.amounts import add, exact, up_to
from polc.core.known import TOLD, known
from polc.core.nodes import FALSE, TRUE, ZERO, Apply, Choose, Each, Expression, Let, Literal, Match, Reference, Round
from polc.core.program import Program, Stage, Step, amount_of
from polc.core.types import Input, Items, Level, Quantity, Truth
from polc.readers.evaluate import Case, Interval, evaluate, run
from polc.readers.evaluate.unknowns import scope_of, weigh

LEVELS = ("无", "市级", "省级")
INPUTS = (
    Input("额", Quantity("分", 2, 12)),
    Input("另一额", Quantity("分", 20, 30)),
    Input("数", Quantity("分", 0, 9)),
    Input("真", Truth()),
    Input("级", Level(LEVELS)),
    Input("合同", Items((Input("金额", Quantity("分", 0, 9)), Input("有效", Truth())))),
)
AMOUNT, OTHER, NUMBER, YES, LEVEL = (Reference(name) for name in ("额", "另一额", "数", "真", "级"))
PRICE, VALID = Reference("金额"), Reference("有效")


def apply(operator: str, *operands: Expression | int) -> Expression:
    return Apply(operator, tuple(Literal(each) if isinstance(each, int) else each for each in operands))


def quotient(divisor: Expression) -> Expression:
    return apply("divide", Literal(6), divisor)


NOTHING_TOLD: dict[str, Any] = {}
HALF_TOLD = {"合同": [{"金额": 5, "有效": False}, {"有效": True}, {"金额": 7}]}

CASES: list[tuple[Expression, Mapping[str, Any], object]] = [
    (apply("and", FALSE, YES), NOTHING_TOLD, False),
    (apply("and", YES, FALSE), NOTHING_TOLD, False),
    (apply("and", TRUE, YES), NOTHING_TOLD, {"真"}),
    (apply("or", YES, TRUE), NOTHING_TOLD, True),
    (apply("or", YES, FALSE), NOTHING_TOLD, {"真"}),
    (apply("multiply", NUMBER, 0), NOTHING_TOLD, 0),
    (apply("multiply", Literal(0), NUMBER), NOTHING_TOLD, 0),
    (apply("multiply", NUMBER, AMOUNT), {"数": 0}, 0),
    (apply("multiply", AMOUNT, NUMBER), {"数": 0}, 0),
    (apply("multiply", NUMBER, 2), NOTHING_TOLD, {"数"}),
    (apply("subtract", NUMBER, NUMBER), NOTHING_TOLD, {"数"}),
    (apply("min", NUMBER, 0), NOTHING_TOLD, {"数"}),
    # a branch counts where it is taken, or where it is not known which is
    (Choose(YES, Literal(5), Literal(5)), NOTHING_TOLD, 5),
    (Choose(YES, Literal(5), Literal(6)), NOTHING_TOLD, {"真"}),
    (Choose(YES, Literal(5), NUMBER), {"真": True}, 5),
    (Choose(YES, Literal(5), NUMBER), {"数": 5}, 5),
    (Choose(YES, Literal(5), NUMBER), {"数": 6}, {"真"}),
    (Choose(YES, Literal(5), NUMBER), {"真": False}, {"数"}),
    (Choose(YES, NUMBER, NUMBER), NOTHING_TOLD, {"真", "数"}),
    (Match(LEVEL, (("市级", Literal(1)), ("省级", Literal(1))), Literal(1)), NOTHING_TOLD, 1),
    (Match(LEVEL, (("市级", Literal(1)), ("省级", Literal(2))), Literal(1)), NOTHING_TOLD, {"级"}),
    (Match(LEVEL, (("市级", NUMBER), ("省级", Literal(2))), Literal(1)), {"级": "省级"}, 2),
    (Match(LEVEL, (("市级", Literal(2)),), NUMBER), {"级": "省级"}, {"数"}),
    # the declared bounds decide a comparison of the fact itself, and of nothing computed from it
    (apply("less", AMOUNT, 2), NOTHING_TOLD, False),
    (apply("less", AMOUNT, 3), NOTHING_TOLD, {"额"}),
    (apply("less", AMOUNT, 12), NOTHING_TOLD, {"额"}),
    (apply("less", AMOUNT, 13), NOTHING_TOLD, True),
    (apply("less", Literal(1), AMOUNT), NOTHING_TOLD, True),
    (apply("less", Literal(12), AMOUNT), NOTHING_TOLD, False),
    (apply("at_most", AMOUNT, 1), NOTHING_TOLD, False),
    (apply("at_most", AMOUNT, 2), NOTHING_TOLD, {"额"}),
    (apply("at_most", AMOUNT, 12), NOTHING_TOLD, True),
    (apply("equal", AMOUNT, 1), NOTHING_TOLD, False),
    (apply("equal", AMOUNT, 12), NOTHING_TOLD, {"额"}),
    (apply("less", AMOUNT, OTHER), NOTHING_TOLD, True),
    (apply("equal", OTHER, AMOUNT), NOTHING_TOLD, False),
    (apply("less", AMOUNT, NUMBER), {"数": 2}, False),
    (apply("less", AMOUNT, NUMBER), {"额": 9}, False),
    (apply("less", AMOUNT, NUMBER), NOTHING_TOLD, {"额", "数"}),
    (apply("less", apply("add", NUMBER, 0), 0), NOTHING_TOLD, {"数"}),
    (Let("·", AMOUNT, apply("less", Reference("·"), 2)), NOTHING_TOLD, {"额"}),
    # levels
    (apply("same", LEVEL, Literal("省级")), NOTHING_TOLD, {"级"}),
    (apply("reaches", LEVEL, *(Literal(name) for name in ("市级", *LEVELS))), {"级": "省级"}, True),
    # a guard before a division guards it here too
    (Choose(apply("less", Literal(0), NUMBER), quotient(NUMBER), ZERO), NOTHING_TOLD, {"数"}),
    (Choose(apply("less", Literal(0), NUMBER), quotient(NUMBER), ZERO), {"数": 0}, 0),
    (apply("and", apply("less", Literal(0), NUMBER), apply("less", quotient(NUMBER), 3)), {"数": 0}, False),
    (
        Choose(apply("less", Literal(0), NUMBER), Let("·", quotient(NUMBER), Reference("·")), ZERO),
        NOTHING_TOLD,
        {"数"},
    ),
    (
        Choose(
            apply("less", Literal(0), NUMBER),
            Let("·", quotient(NUMBER), Choose(apply("less", Reference("·"), 3), AMOUNT, ZERO)),
            ZERO,
        ),
        NOTHING_TOLD,
        {"数", "额"},
    ),
    # items
    (Each("sum", "合同", PRICE), NOTHING_TOLD, {"合同"}),
    (Each("sum", "合同", PRICE), {"合同": []}, 0),
    (Each("max", "合同", PRICE), {"合同": []}, 0),
    (Each("sum", "合同", PRICE), HALF_TOLD, {"合同[2].金额"}),
    (Each("count", "合同", VALID), HALF_TOLD, {"合同[3].有效"}),
    (Each("any", "合同", VALID), HALF_TOLD, True),
    (Each("all", "合同", VALID), HALF_TOLD, False),
    (Each("any", "合同", apply("less", Literal(6), PRICE)), HALF_TOLD, True),
    (Each("all", "合同", apply("less", Literal(4), PRICE)), HALF_TOLD, {"合同[2].金额"}),
    (Each("sum", "合同", Choose(VALID, PRICE, ZERO)), HALF_TOLD, {"合同[2].金额", "合同[3].有效"}),
    (Round("up", 5, NUMBER), NOTHING_TOLD, {"数"}),
]


@pytest.mark.parametrize(("expression", "told", "expected"), CASES)
def test_a_value_is_decided_where_no_unknown_can_change_it(
    expression: Expression, told: Mapping[str, Any], expected: object
) -> None:
    weighed = weigh(expression, scope_of(INPUTS, Case(told)))
    assert (set(weighed.missing) or weighed.value) == expected
    for lowest in (True, False):
        truth = evaluate(known(expression, INPUTS), _with_companions(INPUTS, told, lowest=lowest))
        assert truth is (not weighed.missing)


def _with_companions(inputs: tuple[Input, ...], told: Mapping[str, Any], *, lowest: bool) -> dict[str, Any]:
    """Return the facts with their companions, the lowest or the highest value standing in for what was not told."""
    found: dict[str, Any] = {}
    for one in inputs:
        found[one.name + TOLD] = one.name in told
        match one.type:
            case Items(fields):
                found[one.name] = [_with_companions(fields, record, lowest=lowest) for record in told.get("合同", ())]
            case Quantity(_, least, most):
                found[one.name] = told.get(one.name, least if lowest else most)
            case Level(names):
                found[one.name] = told.get(one.name, names[0 if lowest else -1])
            case Truth():
                found[one.name] = told.get(one.name, not lowest)
    return found


def test_what_is_missing_flows_through_the_steps_and_stops_where_it_no_longer_matters() -> None:
    program = Program(
        INPUTS,
        (
            Step(Stage.CONDITION, "甲", "甲/条件", YES, TRUE),
            Step(Stage.STANDARD, "甲", "甲/标准", up_to(NUMBER), Reference("甲/条件")),
            Step(Stage.STANDARD, "乙", "乙/标准", exact(Literal(5)), TRUE),
            Step(Stage.TOTAL, "组", "合计", add(amount_of("甲/标准"), amount_of("乙/标准")), TRUE),
            Step(Stage.VERDICT, "组", "足额", apply("less", amount_of("甲/标准").low, 1), TRUE),
        ),
    )
    outcome = run(program, Case({"额": 3, "级": "无", "合同": []}))
    assert outcome.result("甲/条件").missing == {"真"}
    assert outcome.result("甲/标准").missing == {"数"}
    assert outcome.result("甲/标准").value is None
    assert outcome.result("甲/标准").applies is None
    assert outcome.result("乙/标准").value == Interval(5, 5)
    assert outcome.result("合计").missing == {"数"}
    assert outcome.result("足额").value is True


def test_a_step_over_an_unknown_list_has_no_results_and_its_sum_names_the_list() -> None:
    program = Program(
        INPUTS,
        (
            Step(Stage.STANDARD, "甲", "甲/标准", exact(PRICE), TRUE, over="合同"),
            Step(Stage.AWARD, "甲", "甲/应得", exact(Each("sum", "合同", Reference("甲/标准/高"))), TRUE),
        ),
    )
    outcome = run(program, Case({}))
    assert outcome.items("甲/标准") == ()
    assert outcome.result("甲/应得").missing == {"合同"}
    outcome = run(program, Case(HALF_TOLD))
    assert [each.value for each in outcome.items("甲/标准")] == [Interval(5, 5), None, Interval(7, 7)]
    assert outcome.result("甲/应得").missing == {"合同[2].金额"}
