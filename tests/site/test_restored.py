"""A link from an example row puts its facts into the calculator, which then comes to what the row came to."""

import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any
from urllib.parse import unquote

import pytest
from driven import DRIVER, SCRIPTS, shown
from node import NODE, Driver

from polc.runs.answer import summed
from polc.runs.tables import Computed
from polc.site.bundle import bundle
from polc.site.bundle.tellable import facts as tellable
from polc.site.contents import Entry, gather
from polc.site.options import Options
from polc.site.restored import address
from polc.workspace import load
from polc.workspace.suite import run_suite

POLICIES = Path(__file__).parents[2] / "policies"
OPTIONS = Options(day=739_942)


@pytest.fixture(scope="module")
def entries() -> list[Entry]:
    space = load([POLICIES])
    return gather(space, [], run_suite(space))


def cases(entry: Entry) -> Iterator[Computed]:
    for rows in entry.rows.values():
        for named in rows:
            yield from named.row.computed


def read(link: str) -> dict[str, Any]:
    return json.loads(unquote(link.removeprefix("#polc=")))  # type: ignore[no-any-return]


def plain(value: object) -> object:
    """Return a value without the mark of a number."""
    if isinstance(value, list):
        return [{name: plain(each) for name, each in record.items()} for record in value]
    return value.removeprefix("#") if isinstance(value, str) else value


@pytest.mark.skipif(NODE is None, reason="Node.js is not installed: the calculator is not run")
def test_a_link_restores_what_its_row_comes_to(entries: list[Entry]) -> None:
    driver = Driver(DRIVER, *SCRIPTS)
    linked = 0
    for entry in entries:
        number = driver.ask({"bundle": bundle(entry)})
        for case in cases(entry):
            link = address(entry, case, OPTIONS)
            if link is None:
                continue
            state = read(link)
            found = driver.ask(
                {
                    "of": number,
                    "facts": plain_facts(state),
                    "day": state["day"],
                    "part": case.plan.part.name,
                    "readings": state.get("read", {}).get(entry.draft.name, {}),
                }
            )
            assert found["value"] == shown(summed(case.outcome, case.plan).value), (case.plan.part.name, state)
            linked += 1
    driver.close()
    assert linked > 3_000


def plain_facts(state: dict[str, Any]) -> dict[str, object]:
    return {name: plain(value) for name, value in {**state["told"], **state.get("items", {})}.items()}


def test_a_link_tells_only_what_the_calculator_may_be_told(entries: list[Entry]) -> None:
    for entry in entries:
        compiled = entry.draft.compiled
        others = [compiled.lowered({doubt.name: r.name}) for doubt in compiled.doubts.values() for r in doubt.readings]
        known = {one["key"] for lowered in (entry.lowered, *others) for one in tellable(lowered)}
        for case in cases(entry):
            link = address(entry, case, OPTIONS)
            state = read(link) if link else {"told": {}}
            records = [record for every in state.get("items", {}).values() for record in every]
            assert {name for told in (state["told"], *records) for name in told} <= known
