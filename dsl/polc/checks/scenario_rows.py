"""Years as scenarios, to be pasted: a row a year, or a row an item of it, and what came out 待核 in the first of them.

Guarantee: a fact that is the same in every year of every run stands once, as 假定.
"""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from polc.checks import example_row
from polc.checks.regions import facts_by_input
from polc.model.policy import Fact
from polc.passes.lower.plan import Lowered
from polc.passes.lower.tested import FILED_INPUT
from polc.readers.prose import figures
from polc.runs.telling import ITEM_NAME


@dataclass(frozen=True, slots=True)
class Row:
    """One year: what it was told, and under which heading what came out."""

    year: int
    facts: Mapping[str, Any]
    outputs: Mapping[str, str]


def scenarios(lowered: Lowered, titles: Sequence[str], runs: Sequence[Sequence[Row]]) -> Iterator[str]:
    """Yield the lines of a scenario for each run, under its title."""
    every = [_cells(facts_by_input(lowered), row.facts) for run in runs for row in run]
    always = {name: cell for name, cell in every[0].items() if all(each.get(name) == cell for each in every)}
    for title, run in zip(titles, runs, strict=False):
        yield f"情景 {title}"
        if always:
            yield f"  假定：{'，'.join(f'{name} = {cell}' for name, cell in always.items())}"
        yield from (f"  {line}" for line in _rows(lowered, run, always))


def _rows(lowered: Lowered, run: Sequence[Row], always: Collection[str]) -> list[str]:
    """Return the rows of a scenario, without the facts that ``always`` are so."""
    known = facts_by_input(lowered)
    outputs = list(dict.fromkeys(name for row in run for name in row.outputs))
    rows: list[dict[str, str]] = []
    for row in run:
        lines = [
            {**({name: record[ITEM_NAME]} if _named(lowered, name) else {}), **_cells(known, record)}
            for name, records in row.facts.items()
            for record in (records if isinstance(records, list) else ())
        ] or [{}]
        changing = {name: cell for name, cell in _cells(known, row.facts).items() if name not in always}
        lines[0] = {"年度": str(row.year), **changing, **lines[0], **row.outputs}
        rows += lines
    columns = [*dict.fromkeys(name for row in rows for name in row if name not in outputs), *outputs]
    return example_row.lined_up([columns, *([row.get(column, "") for column in columns] for row in rows)])


def _cells(known: Mapping[str, Fact], told: Mapping[str, Any]) -> dict[str, str]:
    cells = {known[name].name: _cell(known[name], value) for name, value in told.items() if name in known}
    if FILED_INPUT.name in told:
        cells[FILED_INPUT.name] = figures.fact(told[FILED_INPUT.name], "date", "").zh
    return cells


def _named(lowered: Lowered, items: str) -> bool:
    subject = lowered.names.subjects.get(items)
    return subject is not None and lowered.names.owned(subject)


def _cell(fact: Fact, value: object) -> str:
    return figures.fact(value, fact.type.kind, fact.type.unit).zh
