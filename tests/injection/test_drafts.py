"""The drafts have the mistakes that their tables name, each reported where the table says, and no other."""

from __future__ import annotations

import re

import pytest
from catalogue import wanted
from drafted import FOLDER, NAMES, expected, found, found_in, line_of, source, space
from inject import PAGE

from polc.workspace.suite import run_suite

FEWEST, MOST = 10, 16
ROW = re.compile(r"^\| `([a-z-]+)` \|.*\| ([^|]*) \| ([^|]*) \|$", re.MULTILINE)


@pytest.mark.parametrize("name", NAMES)
def test_a_draft_has_what_its_table_says_and_nothing_else(name: str) -> None:
    wanted_here = sorted((row.rule, line_of(name, row)) for row in expected(name))
    assert sorted((each.rule.name, each.place.span.begin.line) for each in found_in(name)) == wanted_here


def test_nothing_is_found_elsewhere() -> None:
    assert len(found()) == sum(len(found_in(name)) for name in NAMES)


@pytest.mark.parametrize("name", NAMES)
def test_the_sentence_behind_a_mistake_stands_in_the_text(name: str) -> None:
    text = source(name)
    assert [row.sentence for row in expected(name) if row.sentence not in text] == []
    assert all(row.why for row in expected(name))


@pytest.mark.parametrize("name", NAMES)
def test_a_draft_is_a_whole_measure(name: str) -> None:
    clauses = re.findall(r"^第[一二三四五六七八九十]+条 ", source(name), re.MULTILINE)
    assert FEWEST <= len(clauses) <= MOST
    assert (FOLDER / name / "policy.pol").read_text("utf-8").count("\n条 ") == len(clauses)


def test_the_rows_of_the_drafts_are_right() -> None:
    suite = run_suite(space())
    assert suite.findings == []
    assert [row.name for row in suite.rows if not row.passed] == []


def test_every_rule_has_spoken_of_a_realistic_text() -> None:
    rows = ROW.findall(PAGE.read_text("utf-8"))
    assert wanted() <= {rule for rule, _, _ in rows}
    assert [rule for rule, real, drafts in rows if not real.strip() and not drafts.strip()] == []


def test_the_page_says_which_drafts_a_rule_speaks_of() -> None:
    told = {rule: drafts.strip() for rule, _, drafts in ROW.findall(PAGE.read_text("utf-8"))}
    for rule in wanted():
        here = "、".join(name for name in NAMES if any(each.rule.name == rule for each in found_in(name)))
        assert told[rule] == here, "run python tests/injection/inject.py"
