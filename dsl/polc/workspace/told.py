"""What a user tells: ``名称=值`` pairs and JSON or YAML files, put where the program expects it.

``TellingError`` is not a bug but the user's slip: its words say which name or value, and what would do.
"""

from __future__ import annotations

import datetime as dt
import json
from collections.abc import Mapping
from pathlib import Path
from typing import Any

from polc.diagnostics import Words
from polc.model import expressions as surface
from polc.model.expectations import Cell
from polc.passes.lower.plan import Lowered, Plan
from polc.passes.names import nearest
from polc.runs.telling import ITEM_NAME, Misfit, Slot, find_slot, value_of
from polc.syntax.grammar import read
from polc.syntax.lexis import tokens
from polc.text import Source

_VALUES = (surface.Quantity, surface.Name, surface.Date, surface.Truth)


class TellingError(Exception):
    """A name or value that cannot be taken; ``words`` says why and what to do."""

    def __init__(self, words: Words) -> None:
        super().__init__(words.en)
        self.words = words


def slots(lowered: Lowered) -> dict[str, Slot]:
    """Return every name that can be told, with where it goes."""
    found: dict[str, Slot] = {}
    anyone = (
        Plan(next(iter(lowered.plans.values())).part, "", None, "", "", "", opened=False, steps=())
        if lowered.plans
        else None
    )
    for plan in lowered.plans.values():
        if plan.context is None:
            continue
        for hit in lowered.names.facts_in(plan.context):
            slot = find_slot(lowered, plan, hit.fact.name)
            if slot is not None:
                found.setdefault(hit.fact.name, slot)
    for external in lowered.policy.externals:
        told = (find_slot(lowered, plan, external.name) for plan in lowered.plans.values() if plan.kind == "group")
        every = [slot for slot in told if slot is not None]
        of_items = next((slot for slot in every if slot.items), None)
        found.setdefault(external.name, of_items or Slot(f"外部.{external.name}", "money"))
    if anyone is not None:
        for name in ("日期", "印发日期", "年度"):
            slot = find_slot(lowered, anyone, name)
            if slot is not None:
                found.setdefault(name, slot)
    return found


def slot_for(known: Mapping[str, Slot], name: str) -> Slot:
    """Return where ``name`` goes. Raises TellingError with the nearest name where it goes nowhere."""
    for word in ("此前最高", "earlier_max"):
        if name.startswith(word):
            inner = slot_for(known, name[len(word) :].strip())
            return Slot(f"此前最高.{inner.key}", inner.kind, inner.items, inner.levels, inner.unit)
    slot = known.get(name)
    if slot is not None:
        return slot
    near = nearest(name, list(known))
    hint = Words(f"；是不是“{near}”？", f"; did you mean “{near}”?") if near else Words("", "")
    raise TellingError(Words(f"没有叫“{name}”的事实{hint.zh}", f"no fact is called “{name}”{hint.en}"))


def parse_value(text: str) -> Cell | surface.Expression | None:
    """Return the value that ``text`` writes (200万元, 是, 省级, 2026-06-01), or None."""
    if text in ("是", "yes", "true", "True"):
        return surface.Truth(value=True)
    if text in ("否", "no", "false", "False"):
        return surface.Truth(value=False)
    words = [word for word in tokens(Source("--set", text)) if word.type not in ("WS", "BLANK", "NL", "COMMENT")]
    if not words:
        return None
    value = read("input", words)
    return value if isinstance(value, _VALUES) else None


def put(facts: dict[str, object], known: Mapping[str, Slot], name: str, given: object) -> None:
    """Put one told value into ``facts``. Raises TellingError where the name or the value will not do."""
    slot = slot_for(known, name)
    value = convert(slot, name, given)
    if slot.items:
        records = facts.setdefault(slot.items, [{}])
        assert isinstance(records, list)  # noqa: S101 - only put() makes them
        records[0][slot.key] = value
    else:
        facts[slot.key] = value


def convert(slot: Slot, name: str, given: object) -> object:
    """Return a told value in grains. Raises TellingError where it does not fit."""
    cell: Cell | surface.Expression | None
    match given:
        case bool():
            cell = surface.Truth(given)
        case dt.date():
            cell = surface.Date(given.toordinal())
        case str():
            cell = parse_value(given.strip())
        case int() if slot.kind == "year":
            return given
        case int() | float():
            cell = parse_value(str(given))
        case _:
            cell = None
    value = value_of(slot, cell) if cell is not None else Misfit(Words("一个值", "a value"))
    if isinstance(value, Misfit):
        extra = Words("；".join(w.zh for w in value.help), "; ".join(w.en for w in value.help))
        tail = Words(f"（{extra.zh}）", f" ({extra.en})") if value.help else Words("", "")
        raise TellingError(
            Words(
                f"“{name}”要{value.wanted.zh}，给的是“{given}”{tail.zh}",
                f"“{name}” takes {value.wanted.en}, not “{given}”{tail.en}",
            )
        )
    return value


def read_data(path: str) -> object:
    """Return the data of a JSON or YAML file. Raises TellingError where it cannot be read."""
    file = Path(path)
    try:
        text = file.read_text(encoding="utf-8-sig")
    except (OSError, UnicodeDecodeError) as error:
        raise TellingError(Words(f"读不了 {path}：{error}", f"cannot read {path}: {error}")) from error
    try:
        if file.suffix.lower() == ".json":
            return json.loads(text, parse_float=str)
        import yaml  # noqa: PLC0415 - JSON alone must not pay for yaml

        return yaml.load(text, Loader=_exact_loader())  # noqa: S506 - derived from SafeLoader
    except Exception as error:
        first = str(error).splitlines()[0] if str(error) else type(error).__name__
        raise TellingError(Words(f"{path} 不是能读的数据：{first}", f"{path} is not readable data: {first}")) from error


def _exact_loader() -> Any:  # noqa: ANN401 - a class made here, since yaml is imported late
    """Return a safe YAML loader that keeps decimals as text, since a float would lose digits."""
    import yaml  # noqa: PLC0415 - as above

    class Loader(yaml.SafeLoader):
        pass

    def as_text(loader: Any, node: Any) -> str:  # noqa: ANN401 - yaml has no better types
        return str(loader.construct_scalar(node))

    Loader.add_constructor("tag:yaml.org,2002:float", as_text)
    return Loader


def put_file(facts: dict[str, object], known: Mapping[str, Slot], lowered: Lowered, path: str) -> None:
    """Put the facts of a file: names to values, a subject to its facts, or an owned subject to a list of records.

    Raises TellingError for the first thing that will not do.
    """
    data = read_data(path)
    if not isinstance(data, Mapping):
        raise TellingError(Words(f"{path} 里要写 名称: 值", f"{path} must hold NAME: VALUE pairs"))
    for name, value in data.items():
        if isinstance(value, Mapping):
            for inner, one in value.items():
                put(facts, known, str(inner), one)
        elif isinstance(value, list):
            facts[str(name)] = _records(known, lowered, str(name), value)
        elif value is not None:
            put(facts, known, str(name), value)


def _records(known: Mapping[str, Slot], lowered: Lowered, name: str, rows: list[object]) -> list[dict[str, object]]:
    subject = lowered.names.subjects.get(name)
    if subject is None or not lowered.names.owned(subject):
        near = nearest(name, [s.name for s in lowered.names.subjects.values() if lowered.names.owned(s)])
        hint = f"；是不是“{near}”？" if near else ""
        raise TellingError(
            Words(f"没有可以列多项的对象“{name}”{hint}", f"no subject “{name}” that one payee may have several of")
        )
    found: list[dict[str, object]] = []
    for row in rows:
        record: dict[str, object] = {}
        if isinstance(row, Mapping):
            for inner, one in row.items():
                if str(inner) == name:
                    record[ITEM_NAME] = str(one)
                    continue
                slot = slot_for(known, str(inner))
                record[slot.key] = convert(slot, str(inner), one)
        found.append(record)
    return found
