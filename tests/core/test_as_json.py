"""A program survives the way through JSON, to the last digit."""

import json
from fractions import Fraction

import pytest
from hypothesis import given

from polc.core.amounts import up_to
from polc.core.as_json import UnknownVersionError, expression_to_json, from_json, to_json
from polc.core.nodes import TRUE, Literal, Reference
from polc.core.program import Program, Stage, Step
from polc.core.strategies import programs
from polc.core.types import Input, Quantity
from polc.text import Source


@given(programs())
def test_what_is_written_is_read_back_as_it_was(program: Program) -> None:
    assert from_json(json.loads(json.dumps(to_json(program)))) == program


def test_numbers_are_written_exactly() -> None:
    assert expression_to_json(Literal(Fraction(3, 10))) == {"number": "3/10"}
    assert expression_to_json(Literal(10**15 + 1)) == {"number": "1000000000000001"}
    assert expression_to_json(TRUE) == {"truth": True}
    assert expression_to_json(Literal("省级")) == {"level": "省级"}


def test_places_in_the_text_are_kept_where_the_text_is_at_hand() -> None:
    source = Source("policy.pol", "标准：最高 9万元\n")
    step = Step(Stage.STANDARD, "甲", "甲/标准", up_to(Reference("额")), TRUE, because=(source.span(0, 2),))
    program = Program((Input("额", Quantity("分")),), (step,))
    written = to_json(program)
    assert from_json(written, {"policy.pol": source}) == program
    assert from_json(written).steps[0].because == ()


def test_another_version_is_refused() -> None:
    with pytest.raises(UnknownVersionError):
        from_json({"schema": "polc/core/2", "inputs": [], "laws": [], "steps": []})


def test_what_is_no_node_is_refused() -> None:
    step = {"binds": "甲", "stage": "scope", "subject": "甲", "value": {"while": {}}, "applies": {"truth": True}}
    with pytest.raises(ValueError, match="not a node"):
        from_json({"schema": "polc/core/1", "inputs": [], "laws": [], "steps": [step]})
