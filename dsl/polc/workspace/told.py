"""What was told, put where a policy expects it: names to inputs, values to grains.

A name that the policy does not know is no error here: another policy may know it. ``Placed`` says what was used, so
that whoever asks can tell what nobody knew.
"""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field, replace

from polc.core.types import Items, Truth
from polc.diagnostics import Words
from polc.model import expressions as surface
from polc.model.expectations import Cell
from polc.passes.lower.plan import Lowered, Plan
from polc.passes.names import nearest
from polc.runs.telling import ITEM_NAME, ITEM_ROLES, Misfit, Slot, find_slot, slot_of, value_of
from polc.syntax.grammar import read
from polc.syntax.lexis import tokens
from polc.text import Source
from polc.workspace.given import NOWHERE, Given, Listed, TellingError, Told

_VALUES = (surface.Quantity, surface.Name, surface.Date, surface.Truth)
_EARLIER = ("此前最高", "earlier_max")
_YES = ("是", "yes", "true", "True")
_NO = ("否", "no", "false", "False")
_TICKS = frozenset(("√", "✓", "✔", "☑", "Y", "y", "TRUE"))
_CROSSES = frozenset(("×", "✗", "✘", "☒", "N", "n", "FALSE"))


@dataclass
class Slots:
    """Where one policy takes what is told.

    ``plain`` are its names said by themselves; ``facts`` by subject and name; ``fields`` those of a thing in a list, by
    the list and the name: one fact of an owner may stand under several inputs.
    """

    plain: dict[str, Slot] = field(default_factory=dict)
    facts: dict[tuple[str, str], Slot] = field(default_factory=dict)
    fields: dict[tuple[str, str], list[Slot]] = field(default_factory=dict)
    owned: list[str] = field(default_factory=list)  # the subjects of which there may be several

    def of(self, subject: str, name: str) -> Slot | None:
        """Return where a fact goes, or None where the policy does not know it."""
        for word in _EARLIER:
            if name.startswith(word):
                inner = self.of(subject, name[len(word) :].strip())
                return _earlier(inner) if inner else None
        return self.facts.get((subject, name)) if subject else self.plain.get(name)

    def of_applicant(self, given: Given) -> Slot | None:
        """Return where a fact of the applicant goes, whatever this policy takes the applicant to be."""
        for slot in (self.of(given.subject, given.name), self.of("", given.name)):
            if slot is not None and not slot.items:
                return slot
        return None

    def in_list(self, subject: str, name: str) -> list[Slot]:
        """Return where a fact of a thing in a list goes: nowhere, to one input, or to several."""
        for word in _EARLIER:
            if name.startswith(word):
                return [_earlier(slot) for slot in self.in_list(subject, name[len(word) :].strip())]
        _, dot, fact = name.partition(".")
        if dot:
            return [slot for slot in self.fields.get((subject, fact), []) if slot.key == name]
        found = self.fields.get((subject, name), [])
        plain = self.plain.get(name)
        return found or ([plain] if plain is not None and plain.items == subject else [])

    def names(self, subject: str = "") -> list[str]:
        """Return the names that may be told: all, or those of a subject."""
        if not subject:
            return list(self.plain)
        return [name for owner, name in (*self.facts, *self.fields) if owner == subject]


def _earlier(slot: Slot) -> Slot:
    return replace(slot, key=f"此前最高.{slot.key}")


def slots(lowered: Lowered) -> Slots:
    """Return every name that can be told to a policy, with where it goes."""
    found = Slots()
    subjects = lowered.names.subjects.values()
    found.owned = [subject.name for subject in subjects if lowered.names.owned(subject)]
    own: dict[tuple[str, str], Slot] = {}
    seen: set[tuple[str, str, str, bool]] = set()
    for plan in lowered.plans.values():
        if plan.context is None:
            continue
        at = (plan.context.subject.name, plan.context.role, plan.context.items, plan.kind == "group")
        if at in seen:
            continue  # from the same side the same names go to the same places
        seen.add(at)
        for hit in lowered.names.facts_in(plan.context):
            slot = find_slot(lowered, plan, hit.fact.name)
            if slot is not None:
                found.plain.setdefault(hit.fact.name, slot)
            here = slot_of(hit.fact, hit.key, plan.context.items if hit.item else "")
            if here.items:
                into = found.fields.setdefault((here.items, hit.fact.name), [])
                into.extend([here] if here not in into else [])
            else:
                own[hit.fact.subject, hit.fact.name] = here
    for subject in subjects:
        for kind in lowered.names.kinds(subject):
            for fact in kind.facts:
                slot = own.get((kind.name, fact.name)) or next(
                    iter(found.fields.get((subject.name, fact.name), ())), None
                )
                if slot is not None:
                    found.facts.setdefault((subject.name, fact.name), slot)
    for external in lowered.policy.externals:
        told = (find_slot(lowered, plan, external.name) for plan in lowered.plans.values() if plan.kind == "group")
        every = [slot for slot in told if slot is not None]
        of_items = next((slot for slot in every if slot.items), None)
        found.plain.setdefault(external.name, of_items or Slot(f"外部.{external.name}", "money"))
    for name, slot in _general(lowered):
        found.plain.setdefault(name, slot)
    choices = {name: slot for name, plan in lowered.plans.items() if (slot := _choice(lowered, plan)) is not None}
    found.facts.update({(_CHOSEN, name): slot for name, slot in choices.items()})
    if len(choices) == 1:  # of several, 选定.组的名称 says which
        found.plain.setdefault(_CHOSEN, next(iter(choices.values())))
    return found


_CHOSEN = "选定"


def _choice(lowered: Lowered, plan: Plan) -> Slot | None:
    """Return where it goes which member of a 择一 is chosen."""
    line = lowered.terms(plan).how if plan.kind == "group" else None
    chooses = line is not None and line.value is not None and line.value.mode == "choose"
    return find_slot(lowered, plan, _CHOSEN) if chooses else None


def _general(lowered: Lowered) -> Iterator[tuple[str, Slot]]:
    """Yield what is of no subject: the days, the year, and whether an open list takes something in."""
    first = next(iter(lowered.plans.values()), None)
    if first is not None:
        anyone = Plan(first.part, "", None, "", "", "", opened=False, steps=())
        for name in ("日期", "印发日期", "申报日期", "年度"):
            slot = find_slot(lowered, anyone, name)
            if slot is not None:
                yield name, slot
    for given in lowered.program.inputs:
        for one in given.scalars:
            if one.name.startswith("属于“") and isinstance(one.type, Truth):
                yield one.name, Slot(one.name, "truth", given.name if isinstance(given.type, Items) else "")


@dataclass
class Placed:
    """What one policy takes of all that was told: its facts, which names it knew, and what did not fit."""

    facts: dict[str, object] = field(default_factory=dict)
    known: set[tuple[str, str]] = field(default_factory=set)  # (subject as said, name)
    misfits: list[tuple[tuple[str, str], Words]] = field(default_factory=list)


def place(known: Slots, told: Iterable[Told]) -> Placed:
    """Put all that was told where a policy takes it."""
    placed = Placed()
    for one in told:
        if isinstance(one, Listed):
            _list(placed, known, one)
        elif (slot := known.of_applicant(one) if one.loose else known.of(one.subject, one.name)) is not None:
            _fact(placed, slot, one)
    return placed


def _fact(placed: Placed, slot: Slot, given: Given) -> None:
    name = (given.subject, given.name)
    placed.known.add(name)
    value = _converted(placed, slot, name, given.value, given.place)
    if value is None:
        return
    if slot.items:
        records = placed.facts.setdefault(slot.items, [{}])
        assert isinstance(records, list)  # noqa: S101 - only this module makes them
        if not records:
            records.append({})
        records[0][slot.key] = value
    else:
        placed.facts[slot.key] = value


def _list(placed: Placed, known: Slots, listed: Listed) -> None:
    if listed.subject not in known.owned:
        return
    placed.known.add((listed.subject, ""))
    records: list[dict[str, object]] = []
    for row in listed.rows:
        record: dict[str, object] = {}
        for name, given in row.facts.items():
            if name == listed.subject:
                record[ITEM_NAME] = str(given)
                placed.known.add((listed.subject, name))
                continue
            into = known.in_list(listed.subject, name)
            if len(into) > 1:
                placed.known.add((listed.subject, name))
                placed.misfits.append(((listed.subject, name), _whose(name, into)))
                continue
            for slot in into:
                placed.known.add((listed.subject, name))
                value = _converted(placed, slot, (listed.subject, name), given, row.places.get(name, NOWHERE))
                if value is not None:
                    record[slot.key] = value
        for name, (given, where) in row.of_owners.items():
            role, _, fact = name.partition(".")
            inside = known.fields.get((listed.subject, fact), ())
            for slot in (slot for slot in inside if slot.key == name):
                value = _converted(placed, slot, (role, fact), given, where)
                if value is not None:
                    record.setdefault(slot.key, value)
        if row.roles:
            record[ITEM_ROLES] = row.roles
        records.append(record)
    placed.facts[listed.subject] = records


def _whose(name: str, into: Iterable[Slot]) -> Words:
    """Return what to do where a fact of a thing may be of several of its owners."""
    ways = [slot.key for slot in into]
    return Words(
        f"“{name}”可以是几个归属人的事实：写明是谁的，{' 或 '.join(ways)}",
        f"“{name}” may be a fact of several owners: say whose, {' or '.join(ways)}",
    )


def _converted(placed: Placed, slot: Slot, name: tuple[str, str], given: object, where: Words) -> object:
    """Return a value in grains, or None where it does not fit; then that is noted."""
    try:
        return convert(slot, name[1], given)
    except TellingError as slip:
        words = Words(f"{where.zh}：{slip.words.zh}", f"{where.en}: {slip.words.en}") if where.zh else slip.words
        if (name, words) not in placed.misfits:
            placed.misfits.append((name, words))
        return None


_SIGNED = re.compile(r"\s*[-−－负]\s*[0-9０-９]")
_ANY = Misfit(Words("一个值", "a value"))
_NEGATIVE = Misfit(
    Words("一个从 0 起的值", "a value from 0 on"),
    (Words("会降的，另设一个事实说降了多少", "for what may fall, declare a fact that says by how much"),),
)


def convert(slot: Slot, name: str, given: object) -> object:
    """Return a told value in grains. Raises TellingError where it does not fit."""
    cell: Cell | surface.Expression | None
    match given:
        case bool():
            cell = surface.Truth(given)
        case dt.date():
            cell = surface.Date(given.toordinal())
        case str() if slot.kind == "truth" and given.strip() in _TICKS | _CROSSES:
            cell = surface.Truth(given.strip() in _TICKS)
        case str():
            cell = parse_value(given.strip())
        case int() if slot.kind == "year":
            return given
        case int() | float():
            cell = parse_value(str(given))
        case _:
            cell = None
    value = value_of(slot, cell) if cell is not None else _NEGATIVE if _SIGNED.match(str(given)) else _ANY
    if isinstance(value, Misfit):
        extra = Words("；".join(w.zh for w in value.help), "; ".join(w.en for w in value.help))
        tail = Words(f"（{extra.zh}）", f" ({extra.en})") if value.help else NOWHERE
        raise TellingError(
            Words(
                f"“{name}”要{value.wanted.zh}，给的是“{given}”{tail.zh}",
                f"“{name}” takes {value.wanted.en}, not “{given}”{tail.en}",
            )
        )
    return value


def parse_value(text: str) -> Cell | surface.Expression | None:
    """Return the value that ``text`` writes (200万元, 是, 省级, 2026-06-01), or None."""
    if text in _YES:
        return surface.Truth(value=True)
    if text in _NO:
        return surface.Truth(value=False)
    words = [word for word in tokens(Source("--set", text)) if word.type not in ("WS", "BLANK", "NL", "COMMENT")]
    if not words:
        return None
    value = read("input", words)
    return value if isinstance(value, _VALUES) else None


def unknown(one: Told, known: Iterable[Slots], taken: set[tuple[str, str]]) -> Iterator[Words]:
    """Yield what no policy knows of one thing told, each with the nearest name that one does."""
    every = list(known)
    if isinstance(one, Given):
        if (one.subject, one.name) not in taken:
            names = [name for each in every for name in each.names(one.subject)]
            named = [name for each in every for name in each.names()]
            near = _hint(nearest(one.name, names or named))
            who = f"{one.subject}.{one.name}" if one.subject else one.name
            yield _at(one.place, f"没有叫“{who}”的事实{near.zh}", f"no fact is called “{who}”{near.en}")
        return
    if (one.subject, "") not in taken:
        near = _hint(nearest(one.subject, [name for each in every for name in each.owned]))
        zh = f"没有可以列多项的对象“{one.subject}”{near.zh}"
        yield _at(one.place, zh, f"no subject “{one.subject}” that one payee may have several of{near.en}")
        return
    for name in dict.fromkeys(name for row in one.rows for name in row.facts):
        if (one.subject, name) not in taken:
            near = _hint(nearest(name, [n for each in every for n in each.names(one.subject)]))
            where = next((row.places[name] for row in one.rows if name in row.places), one.place)
            yield _at(where, f"没有叫“{name}”的事实{near.zh}", f"no fact is called “{name}”{near.en}")


def _hint(near: str | None) -> Words:
    return Words(f"；是不是“{near}”？", f"; did you mean “{near}”?") if near else NOWHERE


def _at(place: Words, zh: str, en: str) -> Words:
    return Words(f"{place.zh}：{zh}", f"{place.en}: {en}") if place.zh else Words(zh, en)
