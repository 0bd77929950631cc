"""The calculator of the site answers what ``polc eval`` answers."""

import random
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from node import NODE, Driver, written

import polc.readers.javascript
import polc.site
from polc.core.types import Input, Items, Level, Quantity, Truth
from polc.readers.evaluate import Interval
from polc.runs.answer import answer
from polc.site.bundle import bundle
from polc.site.contents import Entry, gather
from polc.workspace import load
from polc.workspace.suite import Suite
from polc.workspace.told import slots

pytestmark = pytest.mark.skipif(NODE is None, reason="Node.js is not installed: the calculator is not run")
POLICIES = Path(__file__).parents[2] / "policies"
SCRIPTS = (
    Path(polc.readers.javascript.__file__).with_name("evaluate.js"),
    Path(polc.site.__file__).parent / "assets" / "calculate.js",
)
CASES = 60
"""For each policy."""


@pytest.fixture(scope="module")
def node() -> Iterator[Driver]:
    driver = Driver(Path(__file__).with_name("calculate.js"), *SCRIPTS)
    yield driver
    driver.close()


ENTRIES = [entry for entry in gather(load([POLICIES]), [], Suite()) if entry.lowered.plans]


@pytest.mark.parametrize("entry", ENTRIES, ids=lambda entry: entry.draft.name)
def test_it_answers_as_eval_does(node: Driver, entry: Entry) -> None:
    dice = random.Random(entry.draft.name)  # noqa: S311  # cases, not secrets
    known = slots(entry.lowered)
    keys = {(slot.items, slot.key) for slot in (*known.plain.values(), *known.facts.values())}
    keys |= {(slot.items, slot.key) for every in known.fields.values() for slot in every}
    number = node.ask({"bundle": bundle(entry)})
    for _ in range(CASES):
        share = dice.choice((0.1, 0.5, 0.95))
        facts = drawn(entry.lowered.program.inputs, "", keys, share, dice)
        day = dice.choice((738_000, 739_500, 739_942, 740_200, 741_500))
        found = node.ask({"of": number, "facts": {name: written(value) for name, value in facts.items()}, "day": day})
        expected = [
            {
                "name": each.part.name,
                "value": shown(each.result.value),
                "asked": each.asked,
                "missing": list(each.missing),
            }
            for each in answer(entry.draft.compiled, facts, day=day, brief=True).parts
        ]
        assert found == expected


def drawn(
    inputs: tuple[Input, ...], items: str, keys: set[tuple[str, str]], share: float, dice: random.Random
) -> dict[str, Any]:
    """Return facts for a share of what may be told, near the figures that texts speak of."""
    found: dict[str, Any] = {}
    for given in inputs:
        is_list = isinstance(given.type, Items)
        if (not is_list and (items, given.name) not in keys) or dice.random() > share:
            continue
        match given.type:
            case Truth():
                found[given.name] = dice.random() < 3 / 4
            case Level(names=names):
                found[given.name] = dice.choice(names)
            case Quantity(least=least, most=most, unit="日"):
                found[given.name] = min(most, max(least, dice.randrange(739_000, 740_500)))
            case Quantity(least=least, most=most, unit=unit):
                grains = 100 if unit == "分" else 1
                around = dice.choice((0, 1, 2, 3, 5, 10, 50, 100, 2025, 2026, 500_000, 1_000_000, 20_000_000))
                found[given.name] = min(most, max(least, around * grains + dice.choice((-1, 0, 0, 1))))
            case Items(fields=fields):
                found[given.name] = [drawn(fields, given.name, keys, share, dice) for _ in range(dice.randrange(3))]
    return found


def shown(value: object) -> object:
    if isinstance(value, Interval):
        ends = {"low": str(value.low)} | ({} if value.open else {"high": str(value.high)})
        return ends | {"open": value.open}
    return value if value is None or isinstance(value, bool) else str(value)
