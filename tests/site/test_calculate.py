"""The calculator of the site answers what ``polc eval`` answers."""

import random
from collections.abc import Iterator
from itertools import combinations
from pathlib import Path
from typing import Any

import pytest
from driven import DRIVER, SCRIPTS, shown
from node import NODE, Driver, written

from polc.core.types import Input, Items, Level, Quantity, Truth
from polc.passes.lower.plan import Lowered
from polc.runs.answer import answer
from polc.site.bundle import bundle
from polc.site.bundle.tellable import facts as tellable
from polc.site.contents import Entry, gather
from polc.workspace import load
from polc.workspace.suite import Suite
from polc.workspace.told import slots

pytestmark = pytest.mark.skipif(NODE is None, reason="Node.js is not installed: the calculator is not run")
POLICIES = Path(__file__).parents[2] / "policies"
CASES = 48
"""For each policy."""
PAIRS = 10


@pytest.fixture(scope="module")
def node() -> Iterator[Driver]:
    driver = Driver(DRIVER, *SCRIPTS)
    yield driver
    driver.close()


ENTRIES = [entry for entry in gather(load([POLICIES]), [], Suite()) if entry.lowered.plans]


@pytest.mark.parametrize("entry", ENTRIES, ids=lambda entry: entry.draft.name)
def test_it_answers_as_eval_does(node: Driver, entry: Entry) -> None:
    dice = random.Random(entry.draft.name)  # noqa: S311  # cases, not secrets
    number = node.ask({"bundle": bundle(entry)})
    for _ in range(CASES):
        facts, day = case(entry.lowered, dice, dice.choice((0, 0, 0.5)))
        assert node.ask(question(number, facts, day)) == expected(entry, facts, day)


@pytest.mark.parametrize("entry", ENTRIES, ids=lambda entry: entry.draft.name)
def test_under_another_reading_it_answers_as_eval_does(node: Driver, entry: Entry) -> None:
    """And what the data does not say of a reading, the reading does not change."""
    dice = random.Random(entry.draft.name)  # noqa: S311  # cases, not secrets
    data = bundle(entry)
    number = node.ask({"bundle": data})
    told = {(each["doubt"], each["reading"]): {part["name"] for part in each["parts"]} for each in data["readings"]}
    for doubt in entry.draft.compiled.doubts.values():
        for reading in doubt.readings[1:]:
            facts, day = case(entry.draft.compiled.lowered({doubt.name: reading.name}), dice, dice.choice((0, 0.5)))
            there = expected(entry, facts, day, {doubt.name: reading.name})
            of_it = {"readings": {doubt.name: reading.name}}
            touched = told.get((doubt.name, reading.name), set())
            asked = question(number, facts, day) | (of_it if touched else {})
            found = node.ask(asked)
            assert found == there, of_it
            here = {one["name"]: one for one in node.ask(question(number, facts, day))}
            assert {one["name"] for one in there if one != here.get(one["name"])} <= touched, of_it


@pytest.mark.parametrize("entry", ENTRIES, ids=lambda entry: entry.draft.name)
def test_under_two_other_readings_it_answers_as_eval_does_or_says_that_it_cannot(node: Driver, entry: Entry) -> None:
    """Some pairs of doubts, drawn; `pairs.py` beside this asks about every one."""
    dice = random.Random(entry.draft.name)  # noqa: S311  # cases, not secrets
    data = bundle(entry)
    number = node.ask({"bundle": data})
    every = list(pairs(data))
    said = [
        each
        for chosen in dice.sample(every, min(PAIRS, len(every)))
        for each in compared(node, number, entry, chosen, dice)
    ]
    assert {each["name"] for each in said} >= {part["name"] for part in data["parts"]}
    assert sum("refused" in each for each in said) < len(said) / 10


@pytest.mark.parametrize("entry", ENTRIES, ids=lambda entry: entry.draft.name)
def test_under_many_other_readings_it_answers_as_eval_does_or_says_that_it_cannot(node: Driver, entry: Entry) -> None:
    dice = random.Random(entry.draft.name)  # noqa: S311  # cases, not secrets
    data = bundle(entry)
    number = node.ask({"bundle": data})
    readings = {each["doubt"]: each["reading"] for each in data["readings"]}
    for _ in range(4):
        doubts = dice.sample(sorted(readings), min(4, len(readings)))
        compared(node, number, entry, {doubt: readings[doubt] for doubt in doubts}, dice)


@pytest.mark.parametrize("entry", ENTRIES, ids=lambda entry: entry.draft.name)
def test_what_an_answer_does_not_hang_on_does_not_change_it(node: Driver, entry: Entry) -> None:
    """Whatever was received before: where the page asks for none of it, the answer is the same."""
    dice = random.Random(entry.draft.name)  # noqa: S311  # cases, not secrets
    number = node.ask({"bundle": bundle(entry)})
    hung = 0
    for _ in range(CASES // 8):
        facts, day = case(entry.lowered, dice, 0)
        past = {name: value for name, value in history(entry.lowered, dice).items() if name not in facts}
        hangs = node.ask({**question(number, facts, day), "hangs": True})
        before, after = expected(entry, facts, day), expected(entry, {**facts, **past}, day)
        for one, other in zip(before, after, strict=True):
            hung += bool(hangs[one["name"]])
            if one["value"] is not None and not set(hangs[one["name"]]) & past.keys():
                assert one["value"] == other["value"], one["name"]
    assert hung


def pairs(data: dict[str, Any]) -> Iterator[dict[str, str]]:
    """Yield every choice of two doubts, each read otherwise than by default."""
    for one, other in combinations(data["readings"], 2):
        if one["doubt"] != other["doubt"]:
            yield {one["doubt"]: one["reading"], other["doubt"]: other["reading"]}


def compared(
    node: Driver, number: int, entry: Entry, chosen: dict[str, str], dice: random.Random
) -> list[dict[str, Any]]:
    """Return what the calculator answers under some readings, held to ``polc eval`` where it does not refuse to."""
    facts, day = case(entry.draft.compiled.lowered(chosen), dice, dice.choice((0, 0.5)))
    there = {each["name"]: each for each in expected(entry, facts, day, chosen)}
    found: list[dict[str, Any]] = node.ask(question(number, facts, day) | {"readings": chosen})
    for each in found:
        assert "refused" in each or each == there[each["name"]], chosen
    assert {each["name"] for each in found} >= there.keys()
    return found


def question(number: int, facts: dict[str, Any], day: int) -> dict[str, Any]:
    return {"of": number, "facts": {name: written(value) for name, value in facts.items()}, "day": day}


def expected(entry: Entry, facts: dict[str, Any], day: int, selection: dict[str, str] | None = None) -> list[Any]:
    """Return what ``polc eval`` answers."""
    answered = answer(entry.draft.compiled, facts, day=day, selection=selection, brief=True)
    return [
        {
            "name": each.part.name,
            "value": shown(each.result.value),
            "asked": each.asked,
            "missing": list(each.missing),
        }
        for each in answered.parts
    ]


def case(lowered: Lowered, dice: random.Random, past: float) -> tuple[dict[str, Any], int]:
    """Return some facts, among them a share of the past, and a day."""
    known = slots(lowered)
    keys = {(slot.items, slot.key) for slot in (*known.plain.values(), *known.facts.values())}
    keys |= {(slot.items, slot.key) for every in known.fields.values() for slot in every}
    earlier = {(fact.get("items", ""), fact["key"]) for fact in tellable(lowered) if fact.get("presumed")}
    share = dice.choice((0.1, 0.5, 0.95))
    facts = drawn(lowered.program.inputs, "", keys - earlier, share, dice)
    facts |= drawn(lowered.program.inputs, "", earlier, past, dice) if past else {}
    if past:
        for name, records in facts.items():
            fields = next((given.scalars for given in lowered.program.inputs if given.name == name), ())
            for record in records if isinstance(records, list) else ():
                record.update(drawn(fields, name, earlier, past, dice))
    return facts, dice.choice((738_000, 739_500, 739_942, 740_200, 741_500))


def history(lowered: Lowered, dice: random.Random) -> dict[str, Any]:
    """Return what the payee received before."""
    names = {fact["key"] for fact in tellable(lowered) if fact.get("presumed") and not fact.get("items")}
    return drawn(lowered.program.inputs, "", {("", name) for name in names}, 0.7, dice)


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
