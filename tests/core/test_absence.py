"""Lists whose items may be absent fold as the items alone would that are there; empty lists fold to nothing."""

from __future__ import annotations

import pytest

from polc.core.absence import where_there, without
from polc.core.nodes import TRUE, Apply, Each, Expression, Fold, Literal, Reference
from polc.core.program import Program, Stage, Step
from polc.core.types import Input, Items, Quantity, Truth
from polc.readers.evaluate import Case, run

ITEMS = Input("项目", Items((Input("在", Truth()), Input("投资", Quantity("分")))))
FOLDS: list[tuple[Fold, Expression]] = [
    ("sum", Reference("投资")),
    ("max", Reference("投资")),
    ("count", Apply("less", (Literal(1), Reference("投资")))),
    ("any", Apply("less", (Literal(1), Reference("投资")))),
    ("all", Apply("less", (Literal(1), Reference("投资")))),
]
SOME = [{"在": True, "投资": 5}, {"在": False, "投资": 9}, {"在": True, "投资": 1}, {"在": False, "投资": 0}]


def value(expression: Expression, items: list[dict[str, object]]) -> object:
    program = Program((ITEMS,), (Step(Stage.SUM, "", "问", expression, TRUE),))
    return run(program, Case({"项目": items})).result("问").value


@pytest.mark.parametrize(("fold", "body"), FOLDS)
@pytest.mark.parametrize("items", [SOME, SOME[:1], SOME[1:2], SOME[2:], []])
def test_what_is_absent_adds_nothing(fold: Fold, body: Expression, items: list[dict[str, object]]) -> None:
    each = Each(fold, "项目", body)
    assert value(where_there(each, {"项目": "在"}), items) == value(each, [item for item in items if item["在"]])


@pytest.mark.parametrize(("fold", "body"), FOLDS)
def test_a_list_left_out_folds_as_an_empty_one(fold: Fold, body: Expression) -> None:
    each = Each(fold, "项目", body)
    assert value(without(each, {"项目"}), SOME) == value(each, [])
    assert without(each, {"别的"}) == each
