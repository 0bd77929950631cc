"""Steps without what their lines say: what changed an amount hands it on, what made one may come to anything."""

from __future__ import annotations

from fractions import Fraction

from polc.core.amounts import capped, exact
from polc.core.freed import FREE, freed
from polc.core.nodes import TRUE, ZERO, Apply, Choose, Literal, Reference
from polc.core.program import HIGH, Program, Stage, Step, amount_of
from polc.core.types import Input, Quantity, Truth
from polc.readers.evaluate import Case, Interval, run

ELIGIBLE = Step(Stage.CONDITION, "甲", "条件", Reference("合格"), Reference("合格"))
PAID = Step(Stage.STANDARD, "甲", "标准", exact(Choose(Reference("条件"), Reference("投入"), ZERO)), TRUE)
CAPPED = Step(Stage.CAP, "甲", "上限", capped(amount_of("标准"), Literal(100)), TRUE)
PROGRAM = Program((Input("合格", Truth()), Input("投入", Quantity("分"))), (ELIGIBLE, PAID, CAPPED))


def high(program: Program, **facts: object) -> Fraction | int:
    value = run(program, Case(facts)).result("上限").value  # type: ignore[arg-type]
    assert isinstance(value, Interval)
    return value.high


def test_a_program_of_which_nothing_is_freed_stays() -> None:
    assert freed(PROGRAM, []) == PROGRAM


def test_a_cap_that_is_freed_hands_on_what_came_to_it() -> None:
    assert high(PROGRAM, 合格=True, 投入=250) == 100
    assert high(freed(PROGRAM, ["上限"]), 合格=True, 投入=250) == 250


def test_what_is_paid_may_come_to_anything_but_only_for_whoever_qualifies() -> None:
    program = freed(PROGRAM, ["标准", "上限"])
    anything = {f"{FREE}标准/低": 0, f"{FREE}标准/高": 1, f"{FREE}标准/待定": False, f"{FREE}标准/改变": True}
    assert high(program, 合格=True, 投入=0, **anything) == Fraction(1, 200)
    assert high(program, 合格=False, 投入=0, **anything) == 0
    assert program.laws == (Apply("at_most", (Reference(f"{FREE}标准/低"), Reference(f"{FREE}标准/高"))),)


def test_a_condition_that_is_freed_may_hold_or_not() -> None:
    program = freed(PROGRAM, ["条件"])
    assert high(program, 合格=False, 投入=50, **{f"{FREE}条件": True}) == 50


def test_names_of_the_steps_stay_what_they_were() -> None:
    assert [step.binds for step in freed(PROGRAM, ["标准"]).steps] == [step.binds for step in PROGRAM.steps]
    assert CAPPED.names[1] == "上限" + HIGH
