"""Ask one or several policies about one applicant, or about many in turn: the same facts, ledger and day for all.

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
from polc.workspace.past import Holders, Id, read_awards, to_ledger
from polc.workspace.readings import selection
from polc.workspace.told import Placed, Slots, place, slots, unknown

T = TypeVar("T")
NOBODY: frozenset[str] = frozenset()


@dataclass(frozen=True, slots=True)
class Question:
    """What is asked: today as an ordinal, and the readings, parts and past that the user named.

    ``policies`` are those whose answer is wanted, all where there are none; the others only say which facts they know.
    """

    day: int
    readings: tuple[str, ...] = ()
    only: tuple[str, ...] = ()
    ledger: str = ""
    policies: tuple[str, ...] = ()


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


class Panel:
    """The policies that are asked, each under its readings, with the parts and the past that count for it.

    Raises TellingError where the question names a reading, a part or a past that will not do.
    """

    def __init__(self, drafts: Iterable[Draft], question: Question) -> None:
        self.question = question
        self.drafts = [draft for draft in drafts if draft.policy is not None and draft.compiled.lowered().plans]
        self.names = [draft.name for draft in self.drafts]
        self.broken = [any(f.severity is Severity.ERROR for f in draft.compiled.findings) for draft in self.drafts]
        self.readings = _readings(self.drafts, question.readings)
        pairs = zip(self.drafts, self.readings, strict=True)
        self.lowered = [draft.compiled.lowered(chosen) for draft, chosen in pairs]
        self.slots = [slots(each) for each in self.lowered]
        self.only = _only(self.lowered, question.only)
        self.awards = read_awards(question.ledger) if question.ledger else []
        self.ids: list[Id] = [(draft.name, draft.policy.name if draft.policy else "") for draft in self.drafts]
        self.holders: Holders = {}
        for mine, each in zip(self.ids, self.lowered, strict=True):
            for name in each.plans:
                self.holders.setdefault(name, []).append(mine)
        self.wanted = _wanted(self.ids, question.policies)

    def placed(self, told: Sequence[Told]) -> tuple[Replies, list[Placed]]:
        """Return what each policy takes of all that was told, with the slips and what did not fit."""
        replies = Replies(names=self.names, broken=self.broken, slots=self.slots)
        placed = [place(known, told) for known in self.slots]
        if self.drafts:
            replies.slips.extend(_two_owners(told, self.slots))
            _judge(replies, placed, told)
        return replies, placed

    def ask(
        self, told: Sequence[Told], ids: frozenset[str] = NOBODY, *, brief: bool = False, one_of_many: bool = False
    ) -> Replies:
        """Ask all policies about one applicant, known as ``ids`` in the ledger."""
        replies, placed = self.placed(told)
        try:
            pasts = [
                self._past(each, mine, ids, one_of_many=one_of_many)
                for each, mine in zip(self.lowered, self.ids, strict=True)
            ]
        except TellingError as slip:
            replies.slips.append(slip.words)
        if replies.slips:
            return replies
        self._keep(replies)
        each_of = zip(self.wanted, self.drafts, self.readings, self.only, placed, pasts, strict=True)
        for wanted, draft, chosen, parts, each, past in each_of:
            if not wanted:
                continue
            replies.answers.append(
                answer(
                    draft.compiled,
                    each.facts,
                    day=self.question.day,
                    selection=chosen,
                    only=parts,
                    past=past,
                    brief=brief,
                )
            )
        return replies

    def _keep(self, replies: Replies) -> None:
        """Leave in the replies what is of the policies whose answers are wanted."""
        kept = [n for n, wanted in enumerate(self.wanted) if wanted]
        replies.names = [self.names[n] for n in kept]
        replies.broken = [self.broken[n] for n in kept]
        replies.slots = [self.slots[n] for n in kept]
        replies.unfit = [each for each in replies.unfit if each.policy in replies.names]

    def _past(self, lowered: Lowered, mine: Id, ids: frozenset[str], *, one_of_many: bool) -> Ledger | None:
        if not self.question.ledger:
            return None
        holders = self.holders if len(self.drafts) > 1 else {}
        path = self.question.ledger
        return to_ledger(self.awards, path, lowered, mine, holders, ids=ids, one_of_many=one_of_many)


def ask(drafts: Iterable[Draft], question: Question, told: Sequence[Told]) -> Replies:
    """Ask every policy that has something to answer about one applicant."""
    try:
        return Panel(drafts, question).ask(told)
    except TellingError as slip:
        return Replies(slips=[slip.words])


def _wanted(ids: Sequence[Id], named: Sequence[str]) -> list[bool]:
    """Return for each policy whether its answer is wanted. Raises TellingError for a name that is no policy's."""
    known = [name for each in ids for name in each if name]
    for name in named:
        if name not in known:
            near = nearest(name, known)
            hint = Words(f"；是不是“{near}”？", f"; did you mean “{near}”?") if near else Words("", "")
            raise TellingError(Words(f"没有叫“{name}”的政策{hint.zh}", f"no policy is called “{name}”{hint.en}"))
    return [not named or any(name in named for name in each) for each in ids]


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
