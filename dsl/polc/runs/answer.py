"""What would one applicant get, and why? The answer to ``polc eval``, as data.

Every part of the policy is answered: decided (with its steps), not decidable (with what is missing and what would
follow), or not asked about (nothing it needs was told). Nothing is guessed; what is presumed is listed.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping
from dataclasses import dataclass, field

from polc.core.nodes import Scalar
from polc.core.types import Items, Level, Truth
from polc.diagnostics import Words
from polc.model.policy import Part
from polc.passes.lower.force import start_day
from polc.passes.lower.plan import IN_SCOPE, STARTED, UNEXPIRED, WITHIN, Lowered, Plan
from polc.passes.lower.tested import FILED_INPUT
from polc.passes.pipeline import Compiled
from polc.readers.evaluate import Case, Interval, Outcome, Result, run
from polc.readers.prose import figures
from polc.runs import limits
from polc.runs.assumed import (
    BEGUN,
    SCOPE,
    UNCHOSEN,
    Presumption,
    idle,
    numbered_in,
    presumed,
    scope_told,
    silences,
    with_days,
)
from polc.runs.borne import Borne, borne
from polc.runs.calendar import Calendar, calendar
from polc.runs.choosing import is_open
from polc.runs.computation import Line, lines, result_words
from polc.runs.entry import Money
from polc.runs.expected import shorts
from polc.runs.ledger import Ledger
from polc.runs.reached import results
from polc.runs.reckoned import needed
from polc.runs.roles import in_its_roles
from polc.runs.standing import Standing, otherwise, standing
from polc.runs.telling import ITEM_NAME


@dataclass(frozen=True, slots=True)
class Otherwise:
    """What would follow if something missing were told, or if a doubt were read another way."""

    if_: Words
    then: Words


@dataclass
class Part_:  # noqa: N801 - Part is the model's
    """The answer for one benefit, group or requirement."""

    plan: Plan
    result: Result
    lines: list[Line]
    asked: bool  # whether anything this part needs was told
    missing: tuple[str, ...] = ()
    follows: list[Otherwise] = field(default_factory=list)
    readings: list[Otherwise] = field(default_factory=list)
    presumed: list[Presumption] = field(default_factory=list)
    items: list[Result] = field(default_factory=list)
    limits: list[tuple[str, Words]] = field(default_factory=list)  # a fact and the figure it is limited to
    calendar: Calendar | None = None  # where anything is paid, or was
    shares: list[Borne] = field(default_factory=list)  # who gets what of a total that a joint cap cuts
    facts: Mapping[str, object] = field(default_factory=dict)  # those told that count for it

    @property
    def part(self) -> Part:
        """The part of the policy that is answered."""
        return self.plan.part


@dataclass
class Answer:
    """The whole answer: under which readings, on which day, part by part."""

    lowered: Lowered
    day: int
    facts: Mapping[str, object]
    parts: list[Part_] = field(default_factory=list)
    standing: list[Standing] = field(default_factory=list)

    @property
    def asked(self) -> list[Part_]:
        """The parts about which something was told."""
        return [part for part in self.parts if part.asked]

    @property
    def silent(self) -> list[Part_]:
        """The parts about which nothing was told."""
        return [part for part in self.parts if not part.asked]


def answer(
    compiled: Compiled,
    facts: Mapping[str, object],
    *,
    day: int,
    selection: Mapping[str, str] | None = None,
    only: frozenset[str] | None = None,
    past: Ledger | None = None,
    brief: bool = False,
) -> Answer:
    """Return the answer for one case.

    ``facts`` are inputs by their core names (items: lists of records); ``day`` is today as a proleptic ordinal;
    ``only`` limits the parts by name; ``past`` is what was received before; ``brief`` leaves out what would follow from
    something else.
    """
    lowered = compiled.lowered(selection)
    found = Answer(lowered, day, facts, standing=standing(lowered, facts, day))
    for name, plan in lowered.plans.items():
        if only is not None and name not in only:
            continue
        mine = in_its_roles(lowered, plan, facts)
        found.parts.append(_part(compiled, lowered, plan, mine, day, past or Ledger(), brief=brief))
    return found


def _part(
    compiled: Compiled,
    lowered: Lowered,
    plan: Plan,
    facts: Mapping[str, object],
    day: int,
    past: Ledger,
    *,
    brief: bool,
) -> Part_:
    asked = is_asked(lowered, plan, facts)
    if plan.kind == "requirement" and plan.items and plan.items not in facts:  # a duty can be asked about beforehand
        facts = {**facts, plan.items: [{}]}
    outcome, told, guessed = compute(lowered, plan, facts, day, past)
    result = summed(outcome, plan)
    missing = tuple(needed(result.missing))
    guessed.extend(silences(lowered, plan))
    if UNCHOSEN in guessed and not is_open(lowered, plan, told):
        guessed.remove(UNCHOSEN)
    part = Part_(plan, result, lines(lowered, plan, outcome, told), asked, missing, presumed=guessed, facts=facts)
    part.limits = list(limits.told(lowered, plan, outcome)) if plan.kind == "requirement" else []
    if plan.items and plan.kind != "requirement":
        part.items = list(results(outcome, plan.item))
    if brief:
        return part
    part.shares = borne(lowered, plan, outcome, told)
    part.calendar = _calendar(lowered, plan, outcome, told, day, past)
    if asked and missing:
        part.follows = _follows(lowered, plan, facts, day, past, missing)
    if asked:
        part.readings = [
            *_readings(compiled, lowered, plan, facts, day, past, result),
            *_expiring(lowered, plan, facts, day, past, result),
        ]
    return part


def _calendar(
    lowered: Lowered, plan: Plan, outcome: Outcome, told: Mapping[str, object], day: int, past: Ledger
) -> Calendar | None:
    """Return what is paid when; None for a duty, and for an award that has no figure or cannot be decided."""
    value = summed(outcome, plan).value
    settled = isinstance(value, Interval) and not value.open
    if plan.kind == "requirement" or not (settled or any(entry.of == plan.part.name for entry in past.entries)):
        return None
    names: dict[str, list[str]] = {}
    for name, records in told.items():
        if isinstance(records, list):
            names[name] = [str(each.get(ITEM_NAME, f"{name} {n}")) for n, each in enumerate(records, 1)]
    year = dt.date.fromordinal(day).year
    return calendar(lowered, plan, outcome, past, year, names, told)


def summed(outcome: Outcome, plan: Plan) -> Result:
    """Return a part's one result: the award, the total, or whether every item meets a requirement."""
    found = results(outcome, plan.result)
    if len(found) == 1:
        return found[0]
    missing = frozenset(name for result in found for name in result.missing)
    if plan.kind == "requirement":
        if any(result.value is False for result in found):
            return Result(value=False, applies=True)
        return Result(None if missing else True, applies=True, missing=missing)
    return Result(None, applies=None, missing=missing or frozenset({plan.items}))


def compute(
    lowered: Lowered, plan: Plan, facts: Mapping[str, object], day: int, past: Ledger
) -> tuple[Outcome, dict[str, object], list[Presumption]]:
    """Run a part in a case: its outcome, the facts as completed, and what was presumed."""
    facts = in_its_roles(lowered, plan, facts)
    program = lowered.slice(plan)
    guessed: list[Presumption] = []
    told = with_days(program.inputs, {"日期": day, FILED_INPUT.name: day, **facts}, guessed)

    def note(what: Presumption) -> None:
        if what not in guessed:
            guessed.append(what)

    known_start = start_day(lowered.whole) is not None or "印发日期" in facts
    year = dt.date.fromordinal(day).year
    if past.entries:
        told = {**past.told(lowered.histories, year), **told}
    for given in program.inputs:
        name = given.name
        if isinstance(given.type, Items):
            records = told.get(name)
            if isinstance(records, list):
                told[name] = [
                    _completed(given.type, {**_past_of_item(lowered, past, name, year, record), **record}, told, note)
                    for record in numbered_in(given, records)
                ]
            continue
        if name in told:
            continue
        match name:
            case n if n == UNEXPIRED or n.startswith(WITHIN):
                told[name] = False
            case n if n == STARTED:
                told[name] = not known_start
                if not known_start:
                    note(BEGUN)
            case n if n == IN_SCOPE:
                told[name] = not scope_told(lowered, facts)
                if told[name]:
                    note(SCOPE)
            case _:
                guess = presumed(given, told)
                if guess is not None:
                    told[name] = guess[0]
                    note(guess[1])
    return run(program, Case(told)), told, guessed  # type: ignore[arg-type]


def _past_of_item(
    lowered: Lowered, past: Ledger, items: str, year: int, record: Mapping[str, object]
) -> dict[str, Money]:
    """Return what an item received before: a ledger knows it by its name, and one without a name is new."""
    name = record.get(ITEM_NAME)
    return past.told_of_item(lowered.histories, items, year, str(name)) if past.entries and name is not None else {}


def _completed(
    type_: Items, record: Mapping[str, object], told: Mapping[str, object], note: object
) -> dict[str, object]:
    counted: list[Presumption] = []
    days = with_days(type_.fields, {**told, **record}, counted)
    whole = {**record, **{given.name: days[given.name] for given in type_.fields if given.name in days}}
    for what in counted:
        note(what)  # type: ignore[operator]
    for given in type_.fields:
        if given.name in whole:
            continue
        guess = presumed(given, told)
        if guess is not None:
            whole[given.name] = guess[0]
            if not idle(given, guess[0]):
                note(guess[1])  # type: ignore[operator]
    return whole


def is_asked(lowered: Lowered, plan: Plan, facts: Mapping[str, object]) -> bool:
    """Return whether anything was told that this part (but no host's presumption) reads."""
    program = lowered.slice(plan)
    own = {"日期", "印发日期", "年度", FILED_INPUT.name}
    return any(given.name in facts and given.name not in own for given in program.inputs)


def _follows(
    lowered: Lowered, plan: Plan, facts: Mapping[str, object], day: int, past: Ledger,
    missing: tuple[str, ...],
) -> list[Otherwise]:  # fmt: skip
    """Return what would follow from each value of a single missing truth or level."""
    if len(missing) != 1:
        return []
    name = missing[0]
    given = next((g for g in lowered.program.inputs if g.name == name), None)
    if given is None:
        return []
    values: list[Scalar] = []
    match given.type:
        case Truth():
            values = [True, False]
        case Level(names=names):
            values = list(names)
        case _:
            return []
    found: list[Otherwise] = []
    for value in values:
        outcome, _, _ = compute(lowered, plan, {**facts, name: value}, day, past)
        shown = figures.fact(value, "truth")
        short = name.rpartition(".")[2]
        if_ = Words(f"{short} = {shown.zh}", f"{short} = {shown.en}")
        found.append(Otherwise(if_, result_words(summed(outcome, plan))))
    return found


def _readings(
    compiled: Compiled, lowered: Lowered, plan: Plan, facts: Mapping[str, object], day: int,
    past: Ledger, result: Result,
) -> list[Otherwise]:  # fmt: skip
    """Return how the result differs under each other reading, one doubt at a time."""
    if compiled.policy is None:
        return []
    found: list[Otherwise] = []
    for doubt in (*plan.part.doubts, *compiled.policy.doubts):
        now = doubt.chosen(lowered.selection)
        for reading in doubt.readings:
            if reading.name == now.name:
                continue
            other = compiled.lowered({**lowered.selection, doubt.name: reading.name})
            changed = other.plans.get(plan.part.name)
            if changed is None:
                continue
            outcome, _, _ = compute(other, changed, facts, day, past)
            then = summed(outcome, changed)
            if same(then, result):
                continue
            words = result_words(then)
            if then.missing:
                names = "、".join(shorts(needed(then.missing)))
                words = Words(f"还要看 {names}", f"depends on {names}")
            if_ = Words(f"“{doubt.name}”读作“{reading.name}”", f"“{doubt.name}” read as “{reading.name}”")
            found.append(Otherwise(if_, words))
    return found


def _expiring(
    lowered: Lowered, plan: Plan, facts: Mapping[str, object], day: int, past: Ledger, result: Result
) -> list[Otherwise]:  # fmt: skip
    """Return how the result differs if the policy ends on the corresponding day, where nothing is said of that."""
    other = otherwise(lowered, plan)
    changed = other.plans.get(plan.part.name) if other else None
    if other is None or changed is None:
        return []
    outcome, _, _ = compute(other, changed, facts, day, past)
    then = summed(outcome, changed)
    if same(then, result):
        return []
    return [Otherwise(Words("期满按对应日算", "if it expires on the corresponding day"), result_words(then))]


def same(one: Result, other: Result) -> bool:
    """Return whether two results say the same."""
    if isinstance(one.value, Interval) and isinstance(other.value, Interval):
        return one.value == other.value
    return one.value == other.value and bool(one.missing) == bool(other.missing)
