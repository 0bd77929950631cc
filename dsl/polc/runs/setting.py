"""What a table says once for all its rows: the readings it chooses and the facts it assumes."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

from polc.diagnostics import Diagnostic
from polc.errors import readings_clash, unknown_reading
from polc.model.expectations import Column, Table
from polc.model.expressions import Kind, Name, Quantity
from polc.model.values import Given
from polc.passes.names import nearest
from polc.passes.pipeline import Compiled
from polc.runs.entry import Money
from polc.runs.years import applicants_column


@dataclass(frozen=True, slots=True)
class Setting:
    """What a table says once for all rows: readings chosen, facts and sizes of pools assumed."""

    selection: Mapping[str, str]
    given: tuple[Given, ...]
    sizes: Mapping[str, Money] = field(default_factory=dict)
    """The sizes of pools, in 分, where there are several applicants: what a pool holds is nobody's fact."""


def setting(compiled: Compiled, table: Table, problems: list[Diagnostic]) -> Setting:
    """Return the 假定 of a table, split into readings, facts and, for several applicants, sizes of pools."""
    shared = compiled.policy.pools if compiled.policy and applicants_column(table) is not None else ()
    pools = {pool.name for pool in shared}
    sizes: dict[str, Money] = {}
    doubts = compiled.doubts
    selection: dict[str, str] = {}
    facts: list[Given] = []
    for given in table.givens:
        if not isinstance(given, Given):
            continue
        doubt = doubts.get(given.name.text)
        if given.name.text in pools and isinstance(given.value, Quantity) and given.value.kind is Kind.MONEY:
            sizes[given.name.text] = int(given.value.value * 100)
        elif doubt is None:
            facts.append(given)
        elif isinstance(given.value, Name):
            names = [reading.name for reading in doubt.readings]
            if given.value.text in names:
                selection[doubt.name] = given.value.text
            elif given.value.span:
                near = nearest(given.value.text, names)
                problems.append(unknown_reading.unknown_reading(given.value.span, given.value.text, near))
    return Setting(selection, tuple(facts), sizes)


def selected(compiled: Compiled, column: Column, base: Mapping[str, str]) -> dict[str, str] | Diagnostic:
    """Return the readings under which a column is computed: 应得（逐档）, 应得（疑义=读法）."""
    policy = compiled.policy
    doubts = compiled.doubts
    chosen = dict(base)
    for word in column.readings:
        doubt_name, found, reading = word.partition("=") if "=" in word else ("", "", word)
        hits = [
            d for d in doubts.values()
            if (not found or d.name == doubt_name.strip()) and any(r.name == reading.strip() for r in d.readings)
        ]  # fmt: skip
        if not hits:
            known = [r.name for d in doubts.values() for r in d.readings]
            span = column.span
            assert span is not None  # noqa: S101 - the parser gives every column its place
            return unknown_reading.unknown_reading(span, reading.strip(), nearest(reading.strip(), known))
        chosen[hits[0].name] = reading.strip()
    clash = next((both for part in policy.parts if (both := part.clash(chosen))), None) if policy else None
    if clash is not None and column.span is not None:
        return readings_clash.readings_clash(column.span, *clash)
    return chosen
