"""Ask one or several policies about one applicant: the same facts, ledger and day for all.

A name that some policy knows is no slip of the user's, even where others do not know it; one that none knows is, with
the nearest name. A value that fits nowhere is a slip; where it fits some policies, the others are told of as unfit.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, field
from typing import TypeVar

from polc.diagnostics import Severity, Words
from polc.passes.lower.plan import Lowered
from polc.passes.names import nearest
from polc.runs.answer import Answer, answer
from polc.runs.ledger import Ledger
from polc.workspace.given import Given, TellingError, Told
from polc.workspace.load import Draft
from polc.workspace.past import Id, read_ledger
from polc.workspace.readings import selection
from polc.workspace.told import Placed, Slots, place, slots, unknown

T = TypeVar("T")


@dataclass(frozen=True, slots=True)
class Question:
    """What is asked: the facts told, today as an ordinal, and the readings, parts and past that the user named."""

    told: tuple[Told, ...]
    day: int
    readings: tuple[str, ...] = ()
    only: tuple[str, ...] = ()
    ledger: str = ""


@dataclass(frozen=True, slots=True)
class Unfit:
    """A fact that one policy knows under this name, but not with this value: it was not told there."""

    policy: str
    words: Words


@dataclass
class Replies:
    """An answer for each policy, or the user's slips; with slips there are no answers."""

    answers: list[Answer] = field(default_factory=list)
    names: list[str] = field(default_factory=list)  # what each policy that answers is called
    broken: list[bool] = field(default_factory=list)  # whether it has errors: only what could be read is answered
    slots: list[Slots] = field(default_factory=list)
    slips: list[Words] = field(default_factory=list)
    unfit: list[Unfit] = field(default_factory=list)


def ask(drafts: Iterable[Draft], question: Question) -> Replies:
    """Ask every policy that has something to answer."""
    asked = [draft for draft in drafts if draft.policy is not None and draft.compiled.lowered().plans]
    replies = Replies()
    if not asked:
        return replies
    replies.names = [draft.name for draft in asked]
    replies.broken = [any(f.severity is Severity.ERROR for f in draft.compiled.findings) for draft in asked]
    try:
        readings = _readings(asked, question.readings)
        lowered = [draft.compiled.lowered(chosen) for draft, chosen in zip(asked, readings, strict=True)]
        only = _only(lowered, question.only)
        replies.slots = [slots(each) for each in lowered]
        placed = [place(known, question.told) for known in replies.slots]
        replies.slips.extend(_two_owners(question.told, replies.slots))
        _judge(replies, placed, question.told)
        pasts = _pasts(question.ledger, asked, lowered)
    except TellingError as slip:
        replies.slips.append(slip.words)
    if replies.slips:
        return replies
    for draft, chosen, parts, each, past in zip(asked, readings, only, placed, pasts, strict=True):
        replies.answers.append(
            answer(draft.compiled, each.facts, day=question.day, selection=chosen, only=parts, past=past)
        )
    return replies


def _judge(replies: Replies, placed: Sequence[Placed], told: Sequence[Told]) -> None:
    """Note what nobody knows and what fits nowhere as slips, what fits only some policies as unfit."""
    taken = {name for each in placed for name in each.known}
    for one in told:
        replies.slips.extend(unknown(one, replies.slots, taken))
    for name, each in zip(replies.names, placed, strict=True):
        for what, words in each.misfits:
            fits = any(what in other.known and all(what != bad for bad, _ in other.misfits) for other in placed)
            if fits:
                replies.unfit.append(Unfit(name, words))
            elif words not in replies.slips:
                replies.slips.append(words)


def _pasts(path: str, drafts: Sequence[Draft], lowered: Sequence[Lowered]) -> list[Ledger | None]:
    """Return what was received before under each policy. Raises TellingError where the file will not do."""
    if not path:
        return [None for _ in lowered]
    ids: list[Id] = [(draft.name, draft.policy.name if draft.policy else "") for draft in drafts]
    holders: dict[str, list[Id]] = {}
    for mine, each in zip(ids, lowered, strict=True):
        for name in each.plans:
            holders.setdefault(name, []).append(mine)
    return [read_ledger(path, each, mine, holders) for mine, each in zip(ids, lowered, strict=True)]


def _two_owners(told: Iterable[Told], known: Sequence[Slots]) -> Iterable[Words]:
    """Yield a slip for each name said by itself that is a fact of different things in different policies."""
    for one in told:
        if not isinstance(one, Given) or one.subject:
            continue
        found = [slot for each in known if (slot := each.of("", one.name)) is not None]
        if len({slot.items for slot in found}) > 1:
            owners = list(dict.fromkeys(slot.items or slot.key.partition(".")[0] for slot in found))
            ways = [f"{owner}.{one.name}" for owner in owners]
            yield Words(
                f"“{one.name}”在几份政策里是不同对象的事实：写明是哪一个，{' 或 '.join(ways)}",
                f"“{one.name}” is a fact of different things in these policies: say which, {' or '.join(ways)}",
            )


def _readings(drafts: Sequence[Draft], pairs: Sequence[str]) -> list[dict[str, str]]:
    """Return each policy's choice of readings. Raises TellingError for one that none has, or two that clash."""
    kept = _kept(pairs, drafts, lambda pair, draft: selection([pair], draft.policy))
    return [selection(mine, draft.policy) for draft, mine in zip(drafts, kept, strict=True)]


def _only(lowered: Sequence[Lowered], names: Sequence[str]) -> list[frozenset[str] | None]:
    """Return which parts of each policy are asked for, None for all. Raises TellingError for one that none has."""
    if not names:
        return [None for _ in lowered]

    def one(name: str, each: Lowered) -> None:
        if name not in each.plans:
            near = nearest(name, list(each.plans))
            hint = Words(f"；是不是“{near}”？", f"; did you mean “{near}”?") if near else Words("", "")
            zh, en = f"没有叫“{name}”的奖补、组或要求", f"no benefit, group or requirement is called “{name}”"
            raise TellingError(Words(zh + hint.zh, en + hint.en))

    return [frozenset(mine) for mine in _kept(names, lowered, one)]


def _kept(wanted: Iterable[str], policies: Sequence[T], test: Callable[[str, T], object]) -> list[list[str]]:
    """Return what each policy takes of what is wanted. Raises the best TellingError where none takes one."""
    kept: list[list[str]] = [[] for _ in policies]
    for text in wanted:
        slips: list[TellingError] = []
        for mine, policy in zip(kept, policies, strict=True):
            try:
                test(text, policy)
                mine.append(text)
            except TellingError as slip:
                slips.append(slip)
        if len(slips) == len(policies):
            raise max(slips, key=lambda slip: "是不是" in slip.words.zh)
    return kept
