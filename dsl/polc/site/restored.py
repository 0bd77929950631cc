"""A case as the address of the calculator: a link that puts its facts there.

Guarantees: what the link restores is all that was told, by the inputs of the core, and nothing that is presumed anyway;
where the calculator could not take all of it, there is no link.
"""

from __future__ import annotations

import json
import re
from collections.abc import Mapping
from typing import Any

from polc.core.types import Input, Items
from polc.model.policy import Part
from polc.passes.lower.force import end_day, start_day
from polc.passes.lower.plan import IN_SCOPE, PLACE, STARTED, UNEXPIRED, WITHIN
from polc.runs.assumed import presumed
from polc.runs.tables import Computed
from polc.runs.telling import ITEM_NAME
from polc.site.contents import Entry
from polc.site.options import Options

_DAY = "日期"
_OURS = (UNEXPIRED, STARTED, IN_SCOPE, WITHIN, PLACE, "期满", "期限.")
"""How the inputs begin that a host fills in: nobody tells them."""
_NOT_IN_ADDRESSES = re.compile(r"[^\w一-鿿\-.~!$&*()+,;=:@/?，。、；：（）《》·—…]|[\"'<>`]")


def address(entry: Entry, case: Computed, options: Options) -> str | None:
    """Return the fragment of the calculator's address that restores a case; None where it cannot be restored."""
    readings = dict(case.lowered.selection)
    # what no step reads changes nothing and is left out; an award told instead of computed cannot be told here,
    # and who shows two readings in one column shows two that hang together
    if len(readings) > 1 or not _awards(case).isdisjoint(case.facts):
        return None
    told, items = _told(case.lowered.slice(case.plan).inputs, case.facts)
    state = {
        "of": entry.draft.name,
        "ask": [f"{entry.draft.name}/{case.plan.part.name}"],
        "told": told,
        **({"items": items} if items else {}),
        **({"read": {entry.draft.name: readings}} if readings else {}),
        "day": str(_day(entry, case, options)),
    }
    return "#polc=" + _written(json.dumps(state, ensure_ascii=False, separators=(",", ":")))


def _awards(case: Computed) -> set[str]:
    """Return under which names an award may be told that a step would compute."""
    return {name for step in case.lowered.program.steps for name in step.names}


def asking(entry: Entry, part: Part) -> str:
    """Return the fragment of the calculator's address that asks about a part, of which nothing is told yet."""
    return "#polc=" + _written(json.dumps({"ask": [f"{entry.draft.name}/{part.name}"]}, ensure_ascii=False))


def _day(entry: Entry, case: Computed, options: Options) -> int:
    """Return the day a case is computed for: its own, or the day nearest to today on which the policy is in force."""
    own = case.facts.get(_DAY)
    if isinstance(own, int):
        return own
    start, end = start_day(entry.lowered.whole), end_day(entry.lowered.whole)
    day = options.day if start is None else max(options.day, start)
    return day if end is None else min(day, end)


def _told(inputs: tuple[Input, ...], facts: Mapping[str, object]) -> tuple[dict[str, Any], dict[str, Any]]:
    told: dict[str, Any] = {}
    items: dict[str, Any] = {}
    for given in inputs:
        value = facts.get(given.name)
        if isinstance(given.type, Items):
            records = value if isinstance(value, list) else []
            items[given.name] = [_record(given.type.fields, record, facts) for record in records]
        elif value is not None and _is_told(given, value, facts):
            told[given.name] = _value(value)
    return told, items


def _record(fields: tuple[Input, ...], record: Mapping[str, object], facts: Mapping[str, object]) -> dict[str, Any]:
    return {
        field.name: _value(value)
        for field in fields
        if (value := record.get(field.name)) is not None and _is_told(field, value, facts)
    }


def _is_told(given: Input, value: object, facts: Mapping[str, object]) -> bool:
    """Return whether somebody told a value: no day of the host's, and not what is presumed anyway."""
    if given.name.startswith(_OURS) or given.name in (_DAY, ITEM_NAME):
        return False
    guess = presumed(given, facts)
    return guess is None or guess[0] != value


def _value(value: object) -> object:
    return value if isinstance(value, bool | str) else f"#{value}"


def _written(text: str) -> str:
    """Return text as it stands in an address: letters of any script, everything else that is special encoded."""
    return _NOT_IN_ADDRESSES.sub(lambda found: "".join(f"%{byte:02X}" for byte in found[0].encode()), text)
