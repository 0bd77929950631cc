"""Putting expressions in the place of names."""

from polc.core.amounts import up_to
from polc.core.nodes import TRUE, Apply, Choose, Each, Let, Literal, Match, Reference, Round
from polc.core.program import HIGH, Program, Stage, Step, amount_of
from polc.core.rename import rename, renaming, substitute
from polc.core.types import Input, Quantity

X, Y, HALF = Reference("甲"), Reference("乙"), Reference("半")


def test_a_name_is_replaced_wherever_it_is_referred_to() -> None:
    def written(x: Reference | Literal) -> Choose:
        matched = Match(Reference("级"), (("省级", x),), Round("down", 10, x))
        summed = Each("sum", "合同", Apply("multiply", (Reference("额"), x)))
        return Choose(
            Apply("less", (x, Y)), matched, Let("半", Apply("divide", (x, Literal(2))), Apply("add", (HALF, summed)))
        )

    assert substitute(written(X), {"甲": Literal(5)}) == written(Literal(5))
    assert substitute(written(X), {"丙": Literal(5)}) == written(X)


def test_the_ends_of_an_amount_keep_their_names_behind_the_suffix() -> None:
    step = Step(Stage.STANDARD, "奖", "奖/标准", up_to(X), TRUE)
    later = Step(Stage.AWARD, "奖", "奖/应得", amount_of("奖/标准"), TRUE)
    program = Program((Input("甲", Quantity("分")),), (step, later))
    copy = rename(program, "′")
    assert copy.step("奖/应得′").value == amount_of("奖/标准′")
    assert renaming(program, "′")("奖/标准" + HIGH) == "奖/标准′" + HIGH
