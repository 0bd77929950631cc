"""Several policies asked about one applicant, side by side: who pays what, how sure that is, and what is still missing.

Nothing is added that a policy does not add: a total is a group's own, and what stands in no group is added up only
where all of it is decided.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from enum import Enum
from fractions import Fraction

from polc.core.program import Stage
from polc.core.types import Items
from polc.diagnostics import Words
from polc.model.values import Choice
from polc.passes.elaborate import BY_ZERO
from polc.passes.lower.counted import UNSAID
from polc.passes.lower.force import end_day, start_day
from polc.passes.lower.plan import Lowered
from polc.readers.evaluate import Interval, Result
from polc.runs.answer import Answer, Part_
from polc.runs.assumed import Presumption
from polc.runs.computation import Line
from polc.runs.expected import short
from polc.runs.telling import ITEM_NAME, Slot
from polc.workspace.asking import Replies, Unfit
from polc.workspace.told import Slots


class Outcome(Enum):
    """How sure a result is. The value is the word other programs read."""

    EXACT = "exact"
    UP_TO = "up_to"
    BETWEEN = "between"
    OPEN = "open"
    UNDECIDED = "undecided"
    NOTHING = "nothing"
    NOT_ASKED = "not_asked"

    @property
    def pays(self) -> bool:
        """Whether something is due, or may be."""
        return self in (Outcome.EXACT, Outcome.UP_TO, Outcome.BETWEEN, Outcome.OPEN)


@dataclass(frozen=True, slots=True)
class Entry:
    """One benefit of a policy."""

    part: Part_
    outcome: Outcome
    why: Words  # where nothing is due: what keeps it away


@dataclass(frozen=True, slots=True)
class Total:
    """What a group comes to, with the mode in which it combines, and the members that count for something."""

    part: Part_
    outcome: Outcome
    mode: str  # add | highest | choose | replace
    capped: bool
    members: tuple[str, ...]
    undecided: int  # how many benefits below it are not decided
    outermost: bool


@dataclass
class OfPolicy:
    """What one policy answers."""

    answer: Answer
    id: str
    status: str  # issued | draft | trial, "" where the file does not say
    force: str  # in_force | before | after | presumed
    first: int | None
    last: int | None
    broken: bool  # the policy has errors: what could be read is answered
    entries: list[Entry] = field(default_factory=list)
    totals: list[Total] = field(default_factory=list)
    duties: list[Part_] = field(default_factory=list)  # requirements that are decided
    whole: Result | None = None  # everything together, where all of it is decided

    @property
    def presumed(self) -> list[Presumption]:
        """What was presumed for what pays, or may: each thing once. That there are no items is no news."""
        paying = [entry.part for entry in self.entries if entry.outcome.pays]
        paying += [total.part for total in self.totals if total.outcome.pays]
        every = [each for part in paying for each in part.presumed]
        return [each for each in dict.fromkeys(every) if each.kind != "items"]

    def of(self, *wanted: Outcome) -> list[Entry]:
        """Return the benefits of these outcomes, in the order of the file."""
        return [entry for entry in self.entries if entry.outcome in wanted]


@dataclass(frozen=True, slots=True)
class Need:
    """A benefit that needs a fact."""

    policy: str
    clause: str
    part: str

    @property
    def called(self) -> str:
        """The benefit with its clause: ``（六）数据产品交易奖``, ``7 专精特新奖``."""
        return called(self.clause, self.part)


def called(clause: str, part: str) -> str:
    """Return a benefit with its clause; a plain number stands apart from the name."""
    return f"{clause} {part}" if clause[-1:].isalnum() else f"{clause}{part}"


@dataclass
class Wanted:
    """A fact that is missing, and who needs it.

    ``items`` is the list it is a fact of, "" for the applicant's own; ``name`` "" is that list itself.
    """

    name: str
    subjects: list[str]
    items: str
    kind: str
    levels: tuple[str, ...]
    needs: list[Need] = field(default_factory=list)
    things: list[str] = field(default_factory=list)  # of a list that was told: which of its things lack it
    weight: Fraction = Fraction(0)  # a benefit that lacks n facts gives each 1/n


@dataclass
class Comparison:
    """All policies' answers side by side."""

    day: int
    policies: list[OfPolicy]
    wanted: list[Wanted]  # most useful first
    fields: dict[str, list[Wanted]]  # what the things of a missing list have as facts
    unfit: list[Unfit]


def compare(replies: Replies) -> Comparison:
    """Put the answers side by side."""
    policies = [
        _of_policy(answer, id_, broken=broken)
        for answer, id_, broken in zip(replies.answers, replies.names, replies.broken, strict=True)
    ]
    wanted = _wanted(policies, replies.slots)
    fields = {each.items: _fields(each.items, policies, replies.slots) for each in wanted if not each.name}
    day = replies.answers[0].day if replies.answers else 0
    return Comparison(day, policies, wanted, fields, replies.unfit)


def outcome_of(part: Part_) -> Outcome:
    """Return how sure the result of a benefit or group is."""
    value = part.result.value
    if not isinstance(value, Interval):
        return Outcome.UNDECIDED if part.asked else Outcome.NOT_ASKED
    if value.open:
        return Outcome.OPEN
    if value.low == value.high:
        return Outcome.NOTHING if not value.high else Outcome.EXACT
    return Outcome.UP_TO if not value.low else Outcome.BETWEEN


def _of_policy(answer: Answer, id_: str, *, broken: bool) -> OfPolicy:
    terms = answer.lowered.whole
    status = terms.status.value if terms.status else None
    first, last = start_day(terms), end_day(terms)
    force = "presumed" if first is None else "in_force"
    if first is not None and answer.day < first:
        force = "before"
    if last is not None and answer.day > last:
        force = "after"
    found = OfPolicy(
        answer,
        id_,
        status.id if isinstance(status, Choice) else "",
        force,
        first,
        last,
        broken,
    )
    parts = {part.part.name: part for part in answer.parts}
    for part in answer.parts:
        if part.plan.kind == "benefit":
            outcome = outcome_of(part)
            why = _why_nothing(answer, part) if outcome is Outcome.NOTHING else Words("", "")
            found.entries.append(Entry(part, outcome, why))
        elif part.plan.kind == "requirement" and part.result.value is not None and part.asked:
            found.duties.append(part)
    held = {member for part in answer.parts for member in part.plan.members}
    for part in answer.parts:
        if part.plan.kind == "group":
            found.totals.append(_total(answer.lowered, parts, part, outermost=part.part.name not in held))
    found.whole = _whole([part for part in answer.parts if part.part.name not in held and _paid(part)])
    return found


def _paid(part: Part_) -> bool:
    return part.plan.kind in ("benefit", "group")


def _whole(roots: Sequence[Part_]) -> Result | None:
    """Return everything together: what stands in no group is added up; None where some of it is not decided."""
    values = [part.result.value for part in roots]
    known = [value for value in values if isinstance(value, Interval)]
    if not known or len(known) < len(values):
        return None
    low, high = sum(value.low for value in known), sum(value.high for value in known)
    return Result(Interval(low, high, any(value.open for value in known)), applies=True)


def _total(lowered: Lowered, parts: dict[str, Part_], part: Part_, *, outermost: bool) -> Total:
    how = lowered.terms(part.plan).how
    mode = how.value.mode if how is not None and how.value is not None else "add"
    capped = any(line.stage is Stage.GROUP_CAP and line.applies for line in part.lines)
    inner = [parts[name] for name in part.plan.members if name in parts]
    counting = tuple(each.part.name for each in inner if outcome_of(each).pays)
    undecided = sum(outcome_of(leaf) in (Outcome.UNDECIDED, Outcome.NOT_ASKED) for leaf in _leaves(parts, part))
    return Total(part, outcome_of(part), mode, capped, counting, undecided, outermost)


def _leaves(parts: dict[str, Part_], part: Part_) -> Iterable[Part_]:
    for name in part.plan.members:
        inner = parts.get(name)
        if inner is not None and inner.plan.kind == "group":
            yield from _leaves(parts, inner)
        elif inner is not None:
            yield inner


_SPENT = {
    Stage.ONCE: Words("已经领过", "received already"),
    Stage.TIMES: Words("次数已经用完", "the times allowed are used up"),
    Stage.YEARS: Words("年限已经用完", "the years allowed are used up"),
    Stage.ALLOWANCE: Words("额度已经用完", "the allowance is used up"),
}


def _why_nothing(answer: Answer, part: Part_) -> Words:
    """Return what keeps a benefit from paying: the first condition that fails, else the step that left nothing."""
    if part.plan.items and part.facts.get(part.plan.items) == []:
        return Words("没有{what}", "there is no {what}").fill(what=Words(part.plan.items, part.plan.items))
    for line in part.lines:
        if line.truth and line.applies is False and line.stage in (Stage.SCOPE, Stage.CONDITION):
            return _failed(line)
    for line in part.lines:
        if line.stage in _SPENT and line.applies:
            return _SPENT[line.stage]
    if answer.lowered.terms(part.plan).tiers:
        return Words("没有达到任何一档", "no tier is reached")
    return Words("算下来是 0", "it comes to nothing")


def _failed(line: Line) -> Words:
    told = line.formula
    if told is None or told.zh == "为 否":
        return Words(f"不符合 {line.text}", f"not so: {line.text}")
    return Words(f"不符合 {line.text}（{told.zh}）", f"not so: {line.text} ({told.en})")


# ── what is missing ──

_OF_ITEM = re.compile(r"(.+?)\[(\d+)\]\.(.+)")


def _wanted(policies: Sequence[OfPolicy], known: Sequence[Slots]) -> list[Wanted]:
    """Return every missing fact with the benefits that need it: what decides most comes first."""
    found: dict[tuple[str, str, str, tuple[str, ...]], Wanted] = {}
    for policy, slots in zip(policies, known, strict=True):
        every = {(slot.items, slot.key): slot for slot in (*slots.plain.values(), *slots.facts.values())}
        every |= {(slot.items, slot.key): slot for group in slots.fields.values() for slot in group}
        for entry in policy.entries:
            part = entry.part
            asked = [key for key in part.missing if not key.startswith(UNSAID) and not key.endswith(BY_ZERO)]
            facts = {_missing(policy.answer, part, every, key) for key in asked}
            for name, subject, items, thing, slot in sorted(facts, key=lambda fact: (fact[2], fact[0], fact[3])):
                identity = (name, items, slot.kind, slot.levels)
                each = found.setdefault(identity, Wanted(name, [], items, slot.kind, slot.levels))
                need = Need(policy.id, part.part.clause, part.part.name)
                if subject and subject not in each.subjects:
                    each.subjects.append(subject)
                if thing and thing not in each.things:
                    each.things.append(thing)
                if need not in each.needs:
                    each.needs.append(need)
                    each.weight += Fraction(1, len(facts))
    return sorted(found.values(), key=lambda each: -each.weight)


def _missing(
    answer: Answer, part: Part_, every: dict[tuple[str, str], Slot], key: str
) -> tuple[str, str, str, str, Slot]:
    """Return a missing input as name, subject, list, the thing of the list, and what it takes."""
    of_item = _OF_ITEM.fullmatch(key)
    items, inner, thing = "", key, ""
    if of_item:
        items, inner = of_item[1], of_item[3]
        records = part.facts.get(items)
        number = int(of_item[2])
        thing = str(records[number - 1].get(ITEM_NAME, number)) if isinstance(records, list) else str(number)
    slot = every.get((items, inner))
    if slot is None and not items and key in answer.lowered.names.subjects:
        return "", key, key, "", Slot(key, "items", key)
    subject, dot, _ = inner.rpartition(".")
    of_role = bool(items and dot) and subject not in answer.lowered.names.subjects
    name = inner if of_role else short(inner)
    return name, subject if dot else "", items, thing, slot or Slot(inner, "", items)


def _fields(items: str, policies: Sequence[OfPolicy], known: Sequence[Slots]) -> list[Wanted]:
    """Return the facts that some policy reads of the things of a list, each once."""
    found: dict[str, Wanted] = {}
    for policy, slots in zip(policies, known, strict=True):
        lists = [given.type for given in policy.answer.lowered.program.inputs if given.name == items]
        read = {one.name for type_ in lists if isinstance(type_, Items) for one in type_.fields}
        for (owner, name), group in slots.fields.items():
            used = [slot for slot in group if slot.key in read]
            if owner == items and used:
                found.setdefault(name, Wanted(name, [items], items, used[0].kind, used[0].levels))
    return list(found.values())
