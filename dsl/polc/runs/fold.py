"""One payee's way through the years: compute a year, book what was granted, keep what later years must know.

核定 defaults to the upper end of the award, and the report says so. The policy stays a pure function of one case; all
that lasts from one year to the next is in the ``Fold``.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from fractions import Fraction
from typing import TypeAlias

from polc.core.nodes import Scalar
from polc.core.program import Stage
from polc.core.types import Items, Level
from polc.diagnostics import Words
from polc.passes.lower.force import start_day
from polc.passes.lower.plan import Lowered, Plan
from polc.readers.evaluate import Case, Interval, Outcome, run
from polc.runs.assumed import Presumption, fill, no_items, scope_told, silences
from polc.runs.booking import book
from polc.runs.entry import Entry, Money
from polc.runs.hanging import told_by, withhold
from polc.runs.ledger import Ledger
from polc.runs.reached import one, results
from polc.runs.settling import settle
from polc.runs.tables import Computed, RowRun
from polc.runs.telling import ITEM_NAME
from polc.runs.told import Told

_HIGHEST = "此前最高."
GRANTED_IN_FULL = Presumption("granted", Words("核定按最高额", "granted at the upper end"))


Watch: TypeAlias = "Callable[[Mapping[str, object]], None]"
"""What is shown the facts of a year, as completed."""

Before: TypeAlias = "Mapping[tuple[str, str], Scalar]"
"""(list of items or "", input) → its value before the first year."""


@dataclass
class Fold:
    """One reading's way through the years."""

    lowered: Lowered
    plan: Plan
    ledger: Ledger = field(default_factory=Ledger)
    earlier: dict[tuple[str, str], Scalar] = field(default_factory=dict)  # (item, input) → what it is from now on
    before: Before = field(default_factory=dict)  # what 假定 says of the years before the first row
    outcome: Outcome | None = None
    facts: dict[str, object] = field(default_factory=dict)
    # where several apply: what keeps this year's cash, that of any year so far, and what was received from being known
    unsettled: frozenset[str] = frozenset()
    ever_unsettled: frozenset[str] = frozenset()
    past_unknown: frozenset[str] = frozenset()
    past_ever: frozenset[str] = frozenset()  # the same, of any year so far
    shared: tuple[Words, ...] = ()  # what quotas and pools did to this year's cash
    watch: Watch | None = None  # is shown every year once it is computed

    @property
    def booked(self) -> list[Entry]:
        """What the part itself was booked, so far."""
        return [entry for entry in self.ledger.entries if entry.of == self.plan.part.name]


def step(fold: Fold, year: int, told: Told, granted: Money | None, result: RowRun) -> None:
    """Take one year: compute, and book what was granted."""
    lowered, plan = fold.lowered, fold.plan
    program = lowered.slice(plan)
    facts: dict[str, object] = {"年度": year, "日期": dt.date(year, 12, 31).toordinal(), **told.facts}
    histories = lowered.histories
    facts.update(fold.ledger.told(histories, year))
    names: dict[str, list[str]] = {}
    for given in program.inputs:
        if not isinstance(given.type, Items):
            continue
        records = told.items.get(given.name)
        if records is None:
            facts[given.name] = []
            result.presumed.extend(p for p in [no_items(given.name)] if p not in result.presumed)
            continue
        names[given.name] = [_item_name(record, place) for place, record in enumerate(records)]
        facts[given.name] = [
            {
                **record,
                **fold.ledger.told_of_item(histories, given.name, year, name),
                **_earlier(fold, record, given.name, name),
            }
            for record, name in zip(records, names[given.name], strict=True)
        ]
    facts.update(_earlier(fold, told.facts, "", ""))
    known = start_day(lowered.whole) is not None
    filled, presumed = fill(program.inputs, facts, known_start=known, scope_told=scope_told(lowered, facts))
    presumed = [p for p in presumed if p.kind not in ("ledger", "earlier")]
    presumed.extend(silences(lowered, plan))
    result.presumed.extend(p for p in presumed if p not in result.presumed)
    hanging = withhold(filled, fold.ledger, histories, year, names)
    fold.facts = filled
    fold.outcome = told_by(run(program, Case(filled)), hanging)  # type: ignore[arg-type]
    result.computed.append(Computed(lowered, plan, fold.outcome, filled, year))
    if fold.watch is not None:
        fold.watch(filled)
    if granted is None and _discretion(fold) and GRANTED_IN_FULL not in result.presumed:
        result.presumed.append(GRANTED_IN_FULL)
    book(fold.lowered, fold.plan, fold.outcome, fold.ledger, year, names, fold.facts, granted)
    settle(fold.lowered, fold.outcome, fold.ledger, year, names)
    _remember(fold, told, names)


def _item_name(record: Mapping[str, object], place: int) -> str:
    return str(record.get(ITEM_NAME, place))


def _earlier(fold: Fold, record: Mapping[str, object], items: str, item: str) -> dict[str, Scalar]:
    """Return what earlier years leave to an item (or the payee): what 假定 says of them, and what the rows said."""
    found = {name: value for (of, name), value in fold.before.items() if of == items}
    found |= {name: value for (of, name), value in fold.earlier.items() if of == item}
    return {name: value for name, value in found.items() if name not in record}


def _levels(lowered: Lowered) -> dict[str, tuple[str, ...]]:
    """Return the levels of each fact that has any, by its name (of which maybe only the highest is read); once."""
    if "levels" not in lowered.memo:
        levels: dict[str, tuple[str, ...]] = {}
        for given in lowered.program.inputs:
            for one in given.scalars:
                if isinstance(one.type, Level):
                    levels[one.name.removeprefix(_HIGHEST)] = one.type.names
        lowered.memo["levels"] = levels
    return lowered.memo["levels"]  # type: ignore[return-value]  # what was put there


def _remember(fold: Fold, told: Told, names: Mapping[str, list[str]]) -> None:
    """Keep the highest value that each fact has had so far, and what has been so before (for 首次)."""
    levels = _levels(fold.lowered)

    def keep(items: str, item: str, fact: str, value: object) -> None:
        if fact == ITEM_NAME or fact.startswith("此前") or not isinstance(value, int | str) or isinstance(value, bool):
            return
        name = _HIGHEST + fact
        before = fold.earlier.get((item, name), fold.before.get((items, name)))
        if before is None or _rank(value, levels.get(fact, ())) > _rank(before, levels.get(fact, ())):
            fold.earlier[item, name] = value

    for fact, value in told.facts.items():
        keep("", "", fact, value)
    for items, records in told.items.items():
        for name, record in zip(names.get(items, []), records, strict=False):
            for fact, value in record.items():
                keep(items, name, fact, value)
    _remember_firsts(fold, names)


def _remember_firsts(fold: Fold, names: Mapping[str, list[str]]) -> None:
    assert fold.outcome is not None  # noqa: S101 - computed just before
    for part, input_, items in fold.lowered.firsts:
        found = results(fold.outcome, f"{part}/{Stage.CONDITION.value}/{input_}")
        for name, result in zip(names.get(items, []) if items else [""], found, strict=False):
            if result.value is True:
                fold.earlier[name, input_] = True


def _rank(value: object, levels: tuple[str, ...]) -> Fraction:
    if isinstance(value, str):
        return Fraction(levels.index(value) if value in levels else -1)
    return Fraction(value) if isinstance(value, int | Fraction) else Fraction(-1)


def _discretion(fold: Fold) -> bool:
    found = one(fold.outcome, fold.plan.result) if fold.outcome else None
    return found is not None and isinstance(found.value, Interval) and found.value.low != found.value.high
