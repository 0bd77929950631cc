"""The checks of policies shared out over processes, this one among them.

Whoever is free takes the heaviest policy that nobody is at; then one helps where most is left. This process takes one
check after the other from the front, the others take from the back, half of what is left at a time, so that all are
done at nearly the same time. Guarantees: nothing but time depends on it. Where processes cannot be had, or one of them
fails, the work is done here; interrupted, it leaves no process behind.
"""

from __future__ import annotations

import threading
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field

from polc.checks.draft import Checked
from polc.workspace.crew import WORTH_IT, Crew, FailedError, Member
from polc.workspace.means import Means
from polc.workspace.portions import Portion, run_checks, unpacked, weight

WORTH_JOINING = 15_000
"""Code points of texts, by the share of their checks that is left, for which one more process takes a policy up."""


def shared_out(
    subjects: Sequence[Checked], left: Mapping[int, Sequence[str]], means: Means
) -> Iterator[tuple[int, dict[str, Portion]]]:
    """Yield what the checks ``left`` find in each policy (by its place), in whatever order policies are done."""
    work = _Work({place: _Policy(subjects[place], list(names)) for place, names in left.items()})
    own = None if means.crew is not None else Crew(means.processes - 1)
    crew = means.crew or own
    assert crew is not None  # noqa: S101 - one of the two is
    try:
        for member in crew.call() if work.weight >= WORTH_IT else []:
            threading.Thread(target=_served, args=(work, member), daemon=True).start()
        yield from _done(work)
    finally:
        crew.dismiss()


def _done(work: _Work) -> Iterator[tuple[int, dict[str, Portion]]]:
    at: int | None = None
    while True:
        yield from work.finished()
        taken = work.take(at, share=0)
        if taken is None:
            if not work.wait():
                return
            continue
        at, names = taken
        work.put(at, run_checks(work.policies[at].subject, names))


def _served(work: _Work, member: Member) -> None:
    """Have one other process do what there is to do; where it cannot, leave that to us."""
    at: int | None = None
    while (taken := work.take(at, share=2)) is not None:
        at, names = taken
        subject = work.policies[at].subject
        try:
            found = unpacked(subject, member.run(subject, names))
        except (FailedError, ValueError):
            work.give_back(at, names)
            return
        work.put(at, found)


@dataclass
class _Policy:
    """A policy, the checks of it that nobody has taken, how many are under way, and what was found."""

    subject: Checked
    left: list[str]
    taken: int = 0
    found: dict[str, Portion] = field(default_factory=dict)
    told: bool = False

    def __post_init__(self) -> None:
        self.weight, self._checks = weight(self.subject), len(self.left)

    @property
    def still(self) -> float:
        """How much of its weight nobody has taken."""
        return self.weight * len(self.left) / self._checks

    @property
    def untouched(self) -> bool:
        """Whether nobody has been at it."""
        return not self.taken and not self.found


class _Work:
    """What is to do, shared by threads."""

    def __init__(self, policies: dict[int, _Policy]) -> None:
        self.policies = policies
        self.weight = sum(policy.weight for policy in policies.values())
        self._change = threading.Condition()

    def take(self, at: int | None, *, share: int) -> tuple[int, list[str]] | None:
        """Return what to do next, for who is at some policy: one check, or so great a share of those left.

        None where nothing is left that is worth taking up; for who takes one at a time, anything is.
        """
        with self._change:
            place = self._place(at, patient=share > 0)
            if place is None:
                return None
            policy = self.policies[place]
            if share:
                count = max(1, len(policy.left) // share)
                policy.left, names = policy.left[:-count], policy.left[-count:]
            else:
                names = [policy.left.pop(0)]
            policy.taken += len(names)
            return place, names

    def _place(self, at: int | None, *, patient: bool) -> int | None:
        if at is not None and self.policies[at].left:
            return at
        untouched = [place for place, policy in self.policies.items() if policy.left and policy.untouched]
        if untouched:
            return max(untouched, key=lambda place: self.policies[place].weight)
        started = [place for place, policy in self.policies.items() if policy.left]
        most = max(started, key=lambda place: self.policies[place].still, default=None)
        if most is None or (patient and self.policies[most].still < WORTH_JOINING):
            return None
        return most

    def put(self, place: int, found: Mapping[str, Portion]) -> None:
        """Take in what some checks found."""
        with self._change:
            policy = self.policies[place]
            policy.taken -= len(found)
            policy.found.update(found)
            self._change.notify()

    def give_back(self, place: int, names: Sequence[str]) -> None:
        """Take back what could not be done."""
        with self._change:
            policy = self.policies[place]
            policy.taken -= len(names)
            policy.left.extend(names)
            self._change.notify()

    def finished(self) -> Iterator[tuple[int, dict[str, Portion]]]:
        """Yield the policies that are done, each once."""
        for place, policy in self.policies.items():
            if not policy.told and not policy.left and not policy.taken:
                policy.told = True
                yield place, policy.found

    def wait(self) -> bool:
        """Wait for a moment where others are at work; return whether anything is yet to come."""
        with self._change:
            if any(policy.taken for policy in self.policies.values()):
                self._change.wait(timeout=0.2)  # not for ever, so that an interrupt is noticed on every system
            return any(not policy.told for policy in self.policies.values())


__all__ = ["WORTH_IT", "WORTH_JOINING", "shared_out"]
