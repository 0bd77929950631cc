"""What became of doubts: one that the new version settles, one that it raises, one whose readings it writes otherwise.

Guarantee: that a version is the same as a reading of the other is said as proved only where it is.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace

from polc.diagnostics import Words
from polc.passes.lower.plan import Lowered, Plan
from polc.passes.pipeline import Compiled
from polc.syntax.tree import Block
from polc.workspace.diff.found import Payment
from polc.workspace.diff.lines import rewritten, same_line, wanted
from polc.workspace.diff.payments import Sides, paid


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
                yield _said(_GONE, name, _NEW, self._like(doubt, self.two, old=True))
        for name, doubt in theirs.items():
            if name not in mine:
                yield _said(_RAISED, name, _OLD, self._like(doubt, self.one, old=False))

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
                found = self._paid(sides)
                if found is not None and found.verdict != "same":
                    words = Words(f"“{name}”读作“{reading.name}”时", f"where “{name}” is read as “{reading.name}”")
                    yield replace(found, reading=words)

    def _like(self, doubt: Block, other: Block, *, old: bool) -> tuple[Words, str]:
        """Return which reading of a doubt the version without it is like, in words still to be filled."""
        for reading in doubt.children("reading"):
            chosen = {doubt.name: reading.name}
            sides = self._under(self.before, self.after, chosen if old else {}, {} if old else chosen)
            found = self._paid(sides, cases=False)
            if found is not None and found.verdict == "same":
                return _PROVED, reading.name
        for reading in doubt.children("reading"):
            lines = wanted(reading.lines)
            if lines and all(any(same_line(line, there) for there in other.lines) for line in lines):
                return _WRITTEN, reading.name
        return _NONE, ""

    def _under(
        self, before: Compiled, after: Compiled, chosen: dict[str, str], now: dict[str, str] | None = None
    ) -> Sides:
        return Sides(before.lowered(chosen), after.lowered(chosen if now is None else now), self.sides.names)

    def _paid(self, sides: Sides, *, cases: bool = True) -> Payment | None:
        mine, theirs = _plan(sides.old, self.one), _plan(sides.new, self.two)
        return paid(sides, mine, theirs, cases=cases) if mine and theirs else None


def _plan(lowered: Lowered, block: Block) -> list[Plan]:
    plan = lowered.plans.get(block.name)
    return [plan] if plan is not None and plan.kind in ("benefit", "group") else []


def _named(block: Block) -> dict[str, Block]:
    return {doubt.name: doubt for doubt in block.children("doubt")}


def _said(head: Words, name: str, side: Words, like: tuple[Words, str]) -> Words:
    told, tail = head.fill(doubt=name), like[0].fill(side=side, reading=like[1])
    return Words(f"{told.zh}：{tail.zh}", f"{told.en}: {tail.en}")


_OLD, _NEW = Words("原版", "the old version"), Words("新版", "the new version")
_GONE = Words("疑义“{doubt}”没有了", "the doubt “{doubt}” is gone")
_RAISED = Words("新有疑义“{doubt}”", "a new doubt “{doubt}”")
_PROVED = Words("{side}和读法“{reading}”给得一样（已证明）", "{side} pays as under the reading “{reading}” (proved)")
_WRITTEN = Words(
    "{side}照读法“{reading}”写，别的行也有改动", "{side} is written as under “{reading}”, and more changed"
)
_NONE = Words("哪一种读法都和{side}不同", "under no reading is it the same as {side}")
