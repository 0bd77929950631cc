"""What a step came to, item by item, and which tiers an award is for."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from polc.core.program import Stage
from polc.model.policy import Stated
from polc.passes.lower.plan import Lowered, Plan
from polc.passes.lower.tiers import ascending
from polc.readers.evaluate import Outcome, Result


def results(outcome: Outcome, binds: str) -> Sequence[Result]:
    """Return a step's results, one for each item or just one."""
    found = outcome.results.get(binds, ())
    return found if isinstance(found, tuple) else (found,)


def one(outcome: Outcome, binds: str, item: int = 0) -> Result | None:
    """Return a step's result (for an item, from 0, where it is over items)."""
    found = results(outcome, binds)
    return found[min(item, len(found) - 1)] if found else None


def written(line: Stated[Any]) -> str:
    """Return a line as written, on one line."""
    return " ".join(line.span.text.split())


def tiers_reached(plan: Plan, lowered: Lowered, outcome: Outcome, place: int) -> frozenset[int]:
    """Return the tiers an award is for: every one reached under 逐档, else the one that pays."""
    terms = lowered.terms(plan)
    table = terms.tiers.value if terms.tiers else None
    if table is None:
        return frozenset()
    held: list[int] = []
    for index in range(len(table.rows)):
        found = results(outcome, f"{plan.part.name}/{Stage.TIER.value}/第{index + 1}档")
        if found and found[min(place, len(found) - 1)].value is True:
            held.append(index)
    if table.mode in ("each", "marginal") or not held:
        return frozenset(held)
    if table.mode == "lookup":
        return frozenset(held[:1])
    places = {id(row): place for place, row in enumerate(table.rows)}  # two rows may say the same
    order = [places[id(row)] for row in ascending(table.rows, levels_of(lowered, plan))]
    return frozenset({max(held, key=order.index)})


def levels_of(lowered: Lowered, plan: Plan) -> tuple[str, ...]:
    """Return the levels of the fact that a part's tiers go by, ascending; none where it has none."""
    terms = lowered.terms(plan)
    table = terms.tiers.value if terms.tiers else None
    if table is None or plan.context is None:
        return ()
    hits = lowered.names.look_up(plan.context, table.by[0].text)
    return tuple(name.text for name in hits[0].fact.type.levels) if hits else ()
