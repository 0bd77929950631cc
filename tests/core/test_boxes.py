"""Boxes hold exactly the points at which the interpreter says yes."""

from typing import Any

from hypothesis import given
from hypothesis import strategies as st

from polc.core.boxes import Boxes, Range, gaps, overlaps, types_of
from polc.core.nodes import Apply, Expression, Literal, Reference
from polc.core.strategies import LEVELS, Features, facts, inputs
from polc.core.types import Level
from polc.readers.evaluate import evaluate

PLAIN = tuple(each for each in inputs(Features(items=False)))
TYPES = types_of(PLAIN)


@st.composite
def truths(draw: Any, depth: int = 3) -> Expression:  # noqa: ANN401 - hypothesis' draw
    if depth == 0 or draw(st.integers(0, 3)) == 0:
        name = draw(st.sampled_from(sorted(TYPES)))
        if isinstance(TYPES[name], Level):
            level = Literal(draw(st.sampled_from(LEVELS)))
            reaches = Apply("reaches", (Reference(name), level, *(Literal(each) for each in LEVELS)))
            return draw(st.sampled_from([reaches, Apply("same", (Reference(name), level))]))
        if name in ("新", "旧"):
            return Reference(name)
        limit = Literal(draw(st.fractions(-1, 14, max_denominator=3)))
        sides: list[Expression] = [Apply("multiply", (Literal(draw(st.sampled_from([1, 2]))), Reference(name))), limit]
        return Apply(draw(st.sampled_from(["less", "at_most", "equal"])), tuple(draw(st.permutations(sides))))
    operator = draw(st.sampled_from(["and", "or", "not"]))
    count = 1 if operator == "not" else draw(st.integers(1, 3))
    return Apply(operator, tuple(draw(truths(depth - 1)) for _ in range(count)))


def inside(box: Any, case: dict[str, Any]) -> bool:  # noqa: ANN401 - a box
    return all(side.low <= place(name, case[name]) <= side.high for name, side in box.items())


def place(name: str, value: Any) -> int:  # noqa: ANN401 - a scalar
    declared = TYPES[name]
    return declared.names.index(value) if isinstance(declared, Level) else int(value)


@given(truths(), facts(PLAIN))
def test_a_point_is_in_a_box_exactly_where_the_truth_holds(truth: Expression, case: dict[str, Any]) -> None:
    found = Boxes(TYPES, {}).of(truth)
    assert found is not None
    assert any(inside(box, case) for box in found) is evaluate(truth, case)


@given(st.lists(truths(2), min_size=2, max_size=5), facts(PLAIN))
def test_rows_that_share_a_point_are_found(rows: list[Expression], case: dict[str, Any]) -> None:
    boxes = [Boxes(TYPES, {}).of(row) or [] for row in rows]
    found = {(one, other) for one, other, _ in overlaps(boxes)}
    here = [number for number, row in enumerate(rows) if evaluate(row, case)]
    assert {(one, other) for one in here for other in here if one < other} <= found
    for one, other, shared in overlaps(boxes):
        assert one < other
        assert all(side.low <= side.high for side in shared.values())


def test_what_lies_between_ranges_is_a_gap() -> None:
    assert gaps([Range(5, 9), Range(0, 3), Range(12, 20)]) == [Range(4, 4), Range(10, 11)]
    assert gaps([Range(0, 5), Range(3, 9)]) == []
    assert gaps([]) == []
