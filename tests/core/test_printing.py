"""A program of the core reads as text, in Chinese and in English."""

from fractions import Fraction

import pytest
from hypothesis import given

from polc.core.amounts import capped, up_to
from polc.core.nodes import TRUE, Apply, Choose, Each, Expression, Let, Literal, Match, Reference, Round
from polc.core.printing import text_of, text_of_expression
from polc.core.program import Program, Stage, Step, amount_of
from polc.core.strategies import programs
from polc.core.types import Input, Items, Level, Quantity, Truth

X, Y, C = Reference("甲"), Reference("乙"), Reference("真")


def apply(operator: str, *operands: Expression) -> Expression:
    return Apply(operator, operands)


@pytest.mark.parametrize(
    ("expression", "zh", "en"),
    [
        (apply("multiply", X, Literal(Fraction(3, 10))), "甲 × 3/10", "甲 × 3/10"),
        (apply("multiply", apply("add", X, Y), X), "（甲 + 乙） × 甲", "(甲 + 乙) × 甲"),
        (apply("subtract", X, apply("subtract", Y, X)), "甲 − （乙 − 甲）", "甲 − (乙 − 甲)"),
        (apply("add", apply("multiply", X, Y), X), "甲 × 乙 + 甲", "甲 × 乙 + 甲"),
        (apply("min", X, Y), "取小（甲，乙）", "the lesser of (甲, 乙)"),
        (apply("and", C, apply("or", C, apply("less", X, Y))), "真 且 （真 或 甲 < 乙）", "真 and (真 or 甲 < 乙)"),
        (apply("not", apply("and", C, C)), "非 （真 且 真）", "not (真 and 真)"),
        (
            apply("reaches", Reference("级"), *(Literal(name) for name in ("省级", "市级", "省级"))),
            "级 达到 “省级”",
            "级 reaches “省级”",
        ),
        (
            apply("add", Choose(C, X, Y), X),
            "（若 真 则 甲 否则 乙） + 甲",
            "(if 真 then 甲 else 乙) + 甲",
        ),
        (
            Match(Reference("级"), (("省级", X),), Y),
            "按 级（省级 → 甲，其他 → 乙）",
            "by 级 (省级 → 甲, otherwise → 乙)",
        ),
        (Let("半", X, apply("add", Reference("半"), Y)), "令 半 = 甲，半 + 乙", "let 半 = 甲 in 半 + 乙"),
        (Each("sum", "合同", X), "总和 合同（甲）", "sum of 合同 (甲)"),
        (Round("down", 100, X), "去尾（甲，到 100）", "rounded down (甲, to 100)"),
        (Literal(value=False), "否", "no"),
    ],
)
def test_an_expression_reads_in_both_languages(expression: Expression, zh: str, en: str) -> None:
    assert text_of_expression(expression, "zh") == zh
    assert text_of_expression(expression, "en") == en


PROGRAM = Program(
    (
        Input("支出", Quantity("分", 0, 1000)),
        Input("人工智能企业", Truth()),
        Input("级别", Level(("无", "市级", "省级"))),
        Input("合同", Items((Input("金额", Quantity("分", 0, 10)),))),
    ),
    (
        Step(Stage.STANDARD, "补贴", "补贴/标准", up_to(Reference("支出")), Reference("人工智能企业")),
        Step(Stage.CAP, "补贴", "补贴/上限", capped(amount_of("补贴/标准"), Literal(50)), TRUE),
        Step(Stage.CONDITION, "补贴", "大额", apply("less", Literal(5), Reference("金额")), TRUE, over="合同"),
    ),
    (apply("at_most", Reference("支出"), Literal(900)),),
)


def test_a_program_reads_as_its_inputs_laws_and_steps() -> None:
    assert (
        text_of(PROGRAM)
        == """\
输入
  支出：分，0 至 1000
  人工智能企业：是否
  级别：无 < 市级 < 省级
  合同：每项有
    金额：分，0 至 10
约束
  支出 ≤ 900
步骤
  补贴/标准（标准，补贴）
      低 = 0
      高 = 支出
      起作用 = 人工智能企业
  补贴/上限（上限，补贴）
      低 = 取小（补贴/标准/低，50）
      高 = 取小（补贴/标准/高，50）
  大额（条件，补贴），逐项 合同
      = 5 < 金额
"""
    )
    assert "补贴/上限 (cap, 补贴)\n      low = the lesser of (补贴/标准/低, 50)" in text_of(PROGRAM, "en")


@given(programs(most=3))
def test_any_program_can_be_printed(program: Program) -> None:
    assert text_of(program) == text_of(program)
    assert all(step.binds in text_of(program, "en") for step in program.steps)
