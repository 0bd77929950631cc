"""The evaluator in JavaScript agrees with the interpreter, on random programs and on all that examples run."""

import random
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from node import NODE, SCRIPT, Evaluator, told

from polc.core.operators import OPERATORS
from polc.core.program import Program
from polc.core.strategies import facts, partial_facts, programs
from polc.core.types import Input, Items, Level, Quantity, Truth
from polc.readers import evaluate
from polc.readers.evaluate import Case, Outcome
from polc.workspace import load
from polc.workspace.suite import run_suite

pytestmark = pytest.mark.skipif(NODE is None, reason="Node.js is not installed: the evaluator in JavaScript is not run")
POLICIES = Path(__file__).parents[3] / "policies"
CASES = 10_000


@pytest.fixture(scope="module")
def node() -> Iterator[Evaluator]:
    evaluator = Evaluator()
    yield evaluator
    evaluator.close()


def test_it_has_a_row_for_each_operator() -> None:
    table = SCRIPT.read_text(encoding="utf-8").split("const OPERATIONS = {")[1].split("};")[0]
    assert {line.strip().split(":")[0] for line in table.strip().splitlines()} == set(OPERATORS)


@settings(max_examples=300)
@given(st.data(), programs())
def test_a_random_program_comes_to_the_same(node: Evaluator, data: st.DataObject, program: Program) -> None:
    whole = data.draw(facts(program.inputs))
    assert node.run(program, whole) == told(evaluate.run(program, Case(whole)))


@settings(max_examples=300)
@given(st.data(), programs())
def test_what_is_missing_is_the_same(node: Evaluator, data: st.DataObject, program: Program) -> None:
    some = data.draw(partial_facts(program.inputs))
    assert node.run(program, some) == told(evaluate.run(program, Case(some)))


def test_every_example_of_the_policies_comes_to_the_same(node: Evaluator, monkeypatch: pytest.MonkeyPatch) -> None:
    compared = 0

    def run(program: Program, case: Case) -> Outcome:
        nonlocal compared
        compared += 1
        outcome = evaluate.run(program, case)
        assert node.run(program, case.facts) == told(outcome)
        return outcome

    for name, module in list(sys.modules.items()):
        if name.startswith("polc.runs.") and vars(module).get("run") is evaluate.run:
            monkeypatch.setattr(module, "run", run)
    suite = run_suite(load([POLICIES]))
    assert not suite.failed
    assert compared >= len(suite.rows)


def test_it_agrees_on_ten_thousand_cases_of_the_policies(node: Evaluator) -> None:
    dice = random.Random(20_260_101)  # noqa: S311  # cases, not secrets
    space = load([POLICIES])
    slices = [
        (lowered, lowered.slice(plan))
        for draft in space.drafts
        if draft.policy is not None and (lowered := draft.compiled.lowered()).plans
        for plan in lowered.plans.values()
    ]
    for number in range(CASES):
        _, program = slices[number * len(slices) // CASES]
        some = drawn(program.inputs, dice)
        assert node.run(program, some) == told(evaluate.run(program, Case(some)))


def drawn(inputs: tuple[Input, ...], dice: random.Random) -> dict[str, Any]:
    """Return facts near the figures that texts speak of; one in eight is not told."""
    found: dict[str, Any] = {}
    for given_ in inputs:
        if dice.random() < 1 / 8:
            continue
        match given_.type:
            case Truth():
                found[given_.name] = dice.random() < 3 / 4
            case Level(names=names):
                found[given_.name] = dice.choice(names)
            case Quantity(least=least, most=most, unit=unit):
                grains = 100 if unit == "分" else 1
                around = dice.choice((0, 1, 2, 3, 5, 10, 50, 100, 2026, 500_000, 1_000_000, 20_000_000, 739_900))
                found[given_.name] = min(most, max(least, around * grains + dice.choice((-1, 0, 0, 1))))
            case Items(fields=fields):
                found[given_.name] = [drawn(fields, dice) for _ in range(dice.randrange(4))]
    return found
