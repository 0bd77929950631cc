"""What became of doubts: one that the new version settles, one that it raises, one whose readings it writes otherwise.

Guarantee: that a version is the same as a reading of the other is said as proved only where it is.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace
from typing import TypeVar

from polc.diagnostics import Diagnostic, Severity, Words
from polc.model.policy import Benefit, Doubt, Group
from polc.passes.lower.plan import Lowered, Plan
from polc.passes.lower.policy import lower_policy
from polc.passes.names import Names
from polc.passes.pipeline import Compiled
from polc.syntax.tree import Block
from polc.workspace.diff.found import Payment
from polc.workspace.diff.lines import rewritten
from polc.workspace.diff.payments import Sides, paid

_Part = TypeVar("_Part", Benefit, Group)


@dataclass(frozen=True, slots=True)
class Doubts:
    """The doubts of a part that both versions have: ``one`` as it was, ``two`` as it is."""

    sides: Sides
    before: Compiled
    after: Compiled
    one: Block
    two: Block

    def settled(self) -> Iterator[Words]:
        """Yield what is to be said of every doubt that only one version has."""
        mine, theirs = _named(self.one), _named(self.two)
        for name, doubt in mine.items():
            if name not in theirs:
                yield _said(_GONE, name, _NEW, self._like(doubt, old=True))
        for name, doubt in theirs.items():
            if name not in mine:
                yield _said(_RAISED, name, _OLD, self._like(doubt, old=False))

    def payments(self) -> Iterator[Payment]:
        """Yield who is paid otherwise under each reading that both versions have and the new one writes otherwise."""
        mine, theirs = _named(self.one), _named(self.two)
        for name in mine.keys() & theirs.keys():
            readings = {reading.name: reading for reading in theirs[name].children("reading")}
            working = next(iter(readings), "")
            for reading in mine[name].children("reading"):
                other = readings.get(reading.name)
                if other is None or reading.name == working or not list(rewritten(reading, other)):
                    continue
                sides = self._under(self.before, self.after, {name: reading.name})
                found = self._paid(sides, cases=True)
                if found is not None and found.verdict != "same":
                    words = Words(f"“{name}”读作“{reading.name}”时", f"where “{name}” is read as “{reading.name}”")
                    yield replace(found, reading=words)

    def _like(self, doubt: Block, *, old: bool) -> tuple[Words, str]:
        """Return which reading of a doubt the version without it is like, in words still to be filled."""
        readings = [reading.name for reading in doubt.children("reading")]
        for reading in readings:
            chosen = {doubt.name: reading}
            sides = self._under(self.before, self.after, chosen if old else {}, {} if old else chosen)
            if _same(self._paid(sides)):
                return _PROVED, reading
        agreeing = [reading for reading in readings if self._agrees(doubt.name, reading, old=old)]
        saying = [reading for reading in agreeing if list(_reading(doubt, reading).lines)]
        for reading in (*saying, *agreeing):
            return _SETTLED, reading
        return _NONE, ""

    def _agrees(self, doubt: str, reading: str, *, old: bool) -> bool:
        """Return whether the version without a doubt pays the same where the lines of one of its readings join in."""
        source, target, block = (self.before, self.after, self.two) if old else (self.after, self.before, self.one)
        raised = next((d for part in _parts(source) for d in part.doubts if d.name == doubt), None)
        part = next((part for part in _parts(target) if part.name == block.name), None)
        if target.policy is None or target.names is None or raised is None or part is None:
            return False
        policy = replace(
            target.policy,
            benefits=tuple(_with(each, raised) if each is part else each for each in target.policy.benefits),
            groups=tuple(_with(each, raised) if each is part else each for each in target.policy.groups),
        )
        problems: list[Diagnostic] = []
        lowered = lower_policy(policy, Names(policy), {doubt: reading}, problems)
        if any(problem.severity is Severity.ERROR for problem in problems):
            return False  # its lines speak of what this version does not know
        sides = Sides(target.lowered(), lowered, lambda name: name)
        mine, theirs = _plan(sides.old, block), _plan(sides.new, block)
        return bool(mine and theirs) and _same(paid(sides, mine, theirs, cases=False))

    def _under(
        self, before: Compiled, after: Compiled, chosen: dict[str, str], now: dict[str, str] | None = None
    ) -> Sides:
        return Sides(before.lowered(chosen), after.lowered(chosen if now is None else now), self.sides.names)

    def _paid(self, sides: Sides, *, cases: bool = False) -> Payment | None:
        mine, theirs = _plan(sides.old, self.one), _plan(sides.new, self.two)
        return paid(sides, mine, theirs, cases=cases) if mine and theirs else None


def _plan(lowered: Lowered, block: Block) -> list[Plan]:
    plan = lowered.plans.get(block.name)
    return [plan] if plan is not None and plan.kind in ("benefit", "group") else []


def _with(part: _Part, doubt: Doubt) -> _Part:
    return replace(part, doubts=(*part.doubts, doubt))


def _same(found: Payment | None) -> bool:
    return found is not None and found.verdict == "same"


def _parts(compiled: Compiled) -> tuple[Benefit | Group, ...]:
    policy = compiled.policy
    return (*policy.benefits, *policy.groups) if policy is not None else ()


def _reading(doubt: Block, name: str) -> Block:
    return next(reading for reading in doubt.children("reading") if reading.name == name)


def _named(block: Block) -> dict[str, Block]:
    return {doubt.name: doubt for doubt in block.children("doubt")}


def _said(head: Words, name: str, side: Words, like: tuple[Words, str]) -> Words:
    told, tail = head.fill(doubt=name), like[0].fill(side=side, reading=like[1])
    return Words(f"{told.zh}：{tail.zh}", f"{told.en}: {tail.en}")


_OLD, _NEW = Words("原版", "the old version"), Words("新版", "the new version")
_GONE = Words("疑义“{doubt}”没有了", "the doubt “{doubt}” is gone")
_RAISED = Words("新有疑义“{doubt}”", "a new doubt “{doubt}”")
_PROVED = Words("{side}和读法“{reading}”给得一样（已证明）", "{side} pays as under the reading “{reading}” (proved)")
_SETTLED = Words(
    "{side}是按读法“{reading}”写的：加上它的行，给得还是一样（已证明）",
    "{side} is as under the reading “{reading}”: with its lines it pays the same still (proved)",
)
_NONE = Words("{side}和哪一种读法都不一样", "{side} pays otherwise under each of its readings")
