"""What was received, where it hangs on something nobody told in an earlier year: unknown, and on what it hangs."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import replace

from polc.passes.lower.plan import History
from polc.readers.evaluate import Outcome, Result
from polc.runs.ledger import Ledger

Hanging = Mapping[str, frozenset[str]]
"""An unknown input, as an outcome names it → the facts of earlier years on which it hangs."""


def withhold(
    facts: dict[str, object],
    ledger: Ledger,
    histories: Iterable[History],
    year: int,
    names: Mapping[str, list[str]],
) -> Hanging:
    """Take out of the facts what hangs on something nobody told; return on what."""
    found: dict[str, frozenset[str]] = {}
    for history in histories:
        records = facts.get(history.items) if history.items else None
        if isinstance(records, list):
            for place, (item, record) in enumerate(zip(names.get(history.items, []), records, strict=False), 1):
                missing = ledger.unsure(history, year, item)
                if missing and record.pop(history.name, None) is not None:
                    found[f"{history.items}[{place}].{history.name}"] = missing
        elif not history.items:
            missing = ledger.unsure(history, year)
            if missing and facts.pop(history.name, None) is not None:
                found[history.name] = missing
    return found


def told_by(outcome: Outcome, hanging: Hanging) -> Outcome:
    """Return the outcome with the facts behind what is unknown in its place."""
    if not hanging:
        return outcome

    def told(result: Result) -> Result:
        names = (hanging.get(name, frozenset({name})) for name in result.missing)
        return replace(result, missing=frozenset[str]().union(*names))

    return Outcome(
        {
            binds: tuple(told(each) for each in found) if isinstance(found, tuple) else told(found)
            for binds, found in outcome.results.items()
        }
    )
