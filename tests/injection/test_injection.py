"""A small sample of what ``inject.py`` does in full: every rule finds what is planted, and clean measures are clean."""

from __future__ import annotations

import re
from pathlib import Path
from random import Random

import pytest
from catalogue import wanted
from clean import measure
from inject import PAGE, text_of
from registry import PLANTERS, planted
from texts import Text, judged, of_measure

from polc.workspace.load import Draft, Workspace
from polc.workspace.suite import run_suite

SEEDS = 14
CLEAN = 12
NOT_YET = 0
"""Rules that may wait for their planter."""


def a_plant(rule: str) -> tuple[Text, Text]:
    """Return the first plant of a rule in the clean measures, and the text as it was."""
    first = sum(map(ord, rule))
    for number in range(SEEDS):
        text = text_of(str((first + number) % SEEDS))
        for plant in planted(rule, text, Random(rule), 1):
            return text, plant
    pytest.fail("nothing to plant it in")


@pytest.mark.parametrize("rule", sorted(PLANTERS))
def test_what_is_planted_is_found_where_it_was_planted(rule: str) -> None:
    text, plant = a_plant(rule)
    verdict = judged(text, rule, plant)
    assert verdict.found, f"{text.name} {plant.said}"
    assert verdict.placed, f"{text.name} {plant.said}"


@pytest.mark.parametrize("seed", range(CLEAN))
def test_a_clean_measure_has_no_finding(seed: int) -> None:
    assert [f"{each.rule.name}：{each.message('zh')}" for each in of_measure(measure(seed)).found] == []


@pytest.mark.parametrize("seed", range(CLEAN))
def test_the_rows_of_a_clean_measure_are_right(seed: int) -> None:
    text = of_measure(measure(seed))
    suite = run_suite(Workspace([Draft(Path(text.path).parent, text.compiled)]))
    assert suite.findings == []
    assert suite.rows
    assert [row.name for row in suite.rows if not row.passed] == []


def test_every_rule_of_the_catalogue_has_a_planter() -> None:
    missing = wanted() - PLANTERS.keys()
    assert len(missing) <= NOT_YET, (
        "write a planter in tests/injection/plants_*.py, or say in catalogue.py why there is none"
    )


def test_every_planter_plants_for_a_rule_that_there_is() -> None:
    assert PLANTERS.keys() <= wanted()


def test_the_page_tells_of_every_rule() -> None:
    told = set(re.findall(r"^\| `([a-z-]+)` \| ", PAGE.read_text("utf-8"), re.MULTILINE))
    assert wanted() <= told, "run python tests/injection/inject.py"
