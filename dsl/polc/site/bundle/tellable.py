"""What may be told to the calculator, as the drafter calls it, once for each input.

What is presumed where nobody told it – that nothing was received before, that nothing else is claimed – may be told as
well; the calculator asks for it only where the answer depends on it, and says what it presumes.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any, Final, TypeAlias

from polc.core.types import Input, Items, Level, Quantity, Truth
from polc.diagnostics import Words
from polc.passes.lower.plan import History, Lowered
from polc.runs.telling import Slot
from polc.workspace.told import slots

Json: TypeAlias = dict[str, Any]

_HIGHEST: Final = "此前最高."
_BEFORE: Final = "此前."
_OTHER: Final = "外部."
_CHOSEN: Final = "选定."
_KINDS: Final = {"分": "money", "日": "date", "年": "year"}
_RECEIVED = {
    ("received", "this_year"): Words("“{of}”今年已经领了多少", "received of “{of}” this year"),
    ("received", "ever"): Words("“{of}”以前一共领了多少", "received of “{of}” so far"),
    ("carried", "this_year"): Words("“{of}”上年结转多少", "carried over of “{of}” from last year"),
    ("carried", "ever"): Words("“{of}”上年结转多少", "carried over of “{of}” from last year"),
    ("awards", "this_year"): Words("“{of}”今年领过几次", "how often “{of}” was received this year"),
    ("awards", "ever"): Words("“{of}”以前领过几次", "how often “{of}” was received so far"),
    ("tier_awards", "this_year"): Words("“{of}”第{tier}档今年领过几次", "how often tier {tier} of “{of}” this year"),
    ("tier_awards", "ever"): Words("“{of}”第{tier}档以前领过几次", "how often tier {tier} of “{of}” so far"),
    ("years", "this_year"): Words("“{of}”以前领过几年", "in how many earlier years “{of}” was received"),
    ("years", "ever"): Words("“{of}”以前领过几年", "in how many earlier years “{of}” was received"),
    ("first_year", "this_year"): Words("“{of}”第一次领是哪一年", "the first year in which “{of}” was received"),
    ("first_year", "ever"): Words("“{of}”第一次领是哪一年", "the first year in which “{of}” was received"),
}
_MEASURES = {
    "received": ("money", ""),
    "carried": ("money", ""),
    "awards": ("count", "次"),
    "tier_awards": ("count", "次"),
    "years": ("count", "年"),
    "first_year": ("year", ""),
}


def facts(lowered: Lowered) -> Iterator[Json]:
    """Yield what may be told, then what is presumed where nobody tells it."""
    known = slots(lowered)
    seen: set[tuple[str, str]] = set()
    told: list[tuple[str, str, Slot]] = [
        *((subject, name, slot) for (subject, name), slot in known.facts.items()),
        *((items, name, slot) for (items, name), every in known.fields.items() for slot in every),
        *(("", name, slot) for name, slot in known.plain.items()),
    ]
    kinds = {slot.key: slot for _, _, slot in told}
    for subject, name, slot in told:
        if (slot.items, slot.key) in seen or not slot.finest or slot.key.startswith((_OTHER, _CHOSEN)):
            continue
        seen.add((slot.items, slot.key))
        yield _fact(name, subject, slot)
    yield from _presumable(lowered, kinds)


def _presumable(lowered: Lowered, kinds: Mapping[str, Slot]) -> Iterator[Json]:
    histories = {history.name: history for history in lowered.histories}
    for given in lowered.program.inputs:
        items = given.name if isinstance(given.type, Items) else ""
        for one in given.type.fields if isinstance(given.type, Items) else (given,):
            found = _named(one, items, histories.get(one.name), kinds)
            if found is not None:
                words, slot = found
                yield {**_fact(words.zh, "", slot), "name": {"zh": words.zh, "en": words.en}, "presumed": True}


def _named(given: Input, items: str, history: History | None, kinds: Mapping[str, Slot]) -> tuple[Words, Slot] | None:
    """Return how a presumed input is asked for, and as what; None for any other input."""
    name = given.name
    if history is not None:
        kind, unit = _MEASURES[history.measure]
        words = _RECEIVED[history.measure, history.period]
        return words.fill(of=history.of, tier=str((history.tier or 0) + 1)), Slot(name, kind, items, (), unit)
    if name.startswith(_HIGHEST):
        own = kinds.get(name.removeprefix(_HIGHEST))
        called = _last(name)
        asked = Words(f"以前年度最高的{called}", f"the highest {called} of earlier years")
        return asked, _as(given, items, own)
    if name.startswith(_BEFORE):
        called = name.removeprefix(_BEFORE)
        return Words(f"以前年度已经：{called}", f"already so in an earlier year: {called}"), _as(given, items, None)
    if name.startswith(_OTHER):
        called = name.removeprefix(_OTHER)
        return Words(f"另外领的“{called}”", f"“{called}”, claimed as well"), _as(given, items, None)
    if name.startswith(_CHOSEN):
        called = name.removeprefix(_CHOSEN)
        return Words(f"“{called}”选哪一项", f"which of “{called}” is chosen"), _as(given, items, None)
    return None


def _as(given: Input, items: str, like: Slot | None) -> Slot:
    """Return as what an input is told: as the fact it speaks of, else by its type."""
    if like is not None:
        return Slot(given.name, like.kind, items, like.levels, like.unit)
    match given.type:
        case Truth():
            return Slot(given.name, "truth", items)
        case Level(names=names):
            return Slot(given.name, "level", items, names)
        case Quantity(unit=unit):
            return Slot(given.name, _KINDS.get(unit, "count"), items, (), unit if unit not in _KINDS else "")
        case Items():
            raise TypeError(f"a list is not presumed: {given.name}")


def _last(name: str) -> str:
    return name.rpartition(".")[2]


def _fact(name: str, subject: str, slot: Slot) -> Json:
    return {
        "name": name,
        "subject": subject,
        "key": slot.key,
        "kind": slot.kind,
        **({"items": slot.items} if slot.items else {}),
        **({"levels": list(slot.levels)} if slot.levels else {}),
        **({"unit": slot.unit} if slot.unit else {}),
    }
