"""What a comparison of two versions found, as data: sections, parts, lines, and the cases that are paid otherwise."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import IntEnum
from fractions import Fraction
from typing import Any

from polc.diagnostics import Words
from polc.readers.evaluate import Interval
from polc.text import Span


class Weight(IntEnum):
    """How much a change weighs, the gravest first."""

    LOSES = 0
    UNDECIDED = 1
    GAINS = 2
    OTHERWISE = 3  # paid otherwise, and nobody more or less in figures
    WRITTEN = 4  # lines changed, and no award with them as far as was asked
    MOVED = 5
    SAME = 6


@dataclass(frozen=True, slots=True)
class Change:
    """One line that is not what it was. ``old`` or ``new`` is None where it was added or removed.

    ``keyword`` is the id of its keyword; ``within`` the doubt and reading, or table, that it stands in.
    """

    keyword: str
    old: Span | None
    new: Span | None
    within: str = ""


@dataclass(frozen=True, slots=True)
class Told:
    """One fact of a case. ``only`` is the version that asks for it: old | new, or "" for both.

    ``item`` is which of several items it is of: ``研发项目 2``, or ""; ``english`` is its name in English, where it is
    not one of the policy's own.
    """

    name: str
    value: Words
    only: str = ""
    item: str = ""
    english: str = ""


@dataclass(frozen=True, slots=True)
class Case:
    """A case that the versions pay otherwise, as both come out of the interpreter; amounts in 分.

    ``hidden`` counts facts left out because they are 否, 0 or the lowest level. ``most`` is the greatest difference
    that anybody sees (in 分, not exact below 1 分), where that is more than this case's; ``unbounded``: there is none,
    it grows with the facts. ``grains`` has every input, by the name
    that the new version gives it.
    """

    facts: tuple[Told, ...]
    old: Interval
    new: Interval
    hidden: int = 0
    most: Fraction | None = None
    unbounded: bool = False
    grains: Mapping[str, Any] = field(default_factory=dict, repr=False)


@dataclass(frozen=True, slots=True)
class Payment:
    """Who is paid otherwise for one part, or for several together.

    ``verdict`` is same | differs | undecided. ``proof`` says how “same” is known: steps (the arithmetic is the same) or
    solver. ``loses`` and ``gains`` are the least such cases; that there is none is proved where ``nobody`` has the
    word. ``other`` is a case whose upper end moves neither way: another lower end, something left open, less than
    1 元. ``before`` is set where only what was received in earlier years makes a difference. ``about`` names what is
    added up. ``follows``: its own lines stand as they were, and what it is built on changed; of a group, no case is
    looked for then. ``reading`` says under which reading, or what else is asked about. ``why`` is what was not decided.
    ``levels`` has a case for each level that one version alone (old | new) knows and pays for.
    """

    verdict: str
    proof: str = ""
    loses: Case | None = None
    gains: Case | None = None
    other: Case | None = None
    nobody: frozenset[str] = frozenset()
    before: bool = False
    why: Words | None = None
    about: tuple[str, ...] = ()
    reading: Words | None = None
    follows: bool = False
    levels: tuple[tuple[str, Case], ...] = ()

    @property
    def weight(self) -> Weight:
        """How much it weighs."""
        if self.follows and not self.before and self.why is None and not (self.loses or self.gains or self.other):
            return Weight.SAME  # a group whose members are told of
        alone = {side for side, _ in self.levels}
        if "old" in alone:
            return Weight.LOSES
        if self.verdict == "same" and alone:
            return Weight.GAINS
        if self.verdict == "same":
            return Weight.WRITTEN if self.proof == "solver" else Weight.SAME
        if self.loses is not None:
            return Weight.LOSES
        if self.verdict == "undecided":
            return Weight.UNDECIDED
        return Weight.GAINS if self.gains is not None else Weight.OTHERWISE


@dataclass
class PartChange:
    """A benefit, group, pool … of either version. ``kind`` is the keyword's id; a name is "" where it is not there.

    ``settled`` says of a doubt that only one version has, to which of its readings the other is the same.
    """

    kind: str
    old_name: str
    new_name: str
    old: Span | None
    new: Span | None
    changes: list[Change] = field(default_factory=list)
    payments: list[Payment] = field(default_factory=list)
    settled: list[Words] = field(default_factory=list)
    moved: tuple[str, str] | None = None  # numbers of the clauses, where it went to another
    hint: Words | None = None

    @property
    def name(self) -> str:
        """What it is called now, or was."""
        return self.new_name or self.old_name

    @property
    def weight(self) -> Weight:
        """The gravest of what changed."""
        found = [payment.weight for payment in self.payments]
        if self.old is None or self.new is None:
            gone = Weight.LOSES if self.new is None and self.kind == "benefit" else Weight.WRITTEN
            found.append(gone if not self.payments else Weight.WRITTEN)
        if self.changes or self.old_name != self.new_name or self.settled:
            found.append(Weight.WRITTEN)
        if self.moved:
            found.append(Weight.MOVED)
        return min(found, default=Weight.SAME)


@dataclass
class Section:
    """A clause of either version, or (without numbers) the head of the policy and what stands in no clause."""

    old_number: str
    new_number: str
    old_title: str
    new_title: str
    old: Span | None
    new: Span | None
    changes: list[Change] = field(default_factory=list)
    parts: list[PartChange] = field(default_factory=list)
    payments: list[Payment] = field(default_factory=list)
    notes: list[Words] = field(default_factory=list)

    @property
    def head(self) -> bool:
        """Whether it is no clause."""
        return not self.old_number and not self.new_number

    @property
    def weight(self) -> Weight:
        """The gravest of what changed."""
        found = [*(part.weight for part in self.parts), *(payment.weight for payment in self.payments)]
        there = self.old is not None and self.new is not None
        if self.changes or self.notes or (not there and not self.head) or self.old_title != self.new_title:
            found.append(Weight.WRITTEN)
        if self.old_number != self.new_number:
            found.append(Weight.MOVED)
        return min(found, default=Weight.SAME)


@dataclass
class Compared:
    """Two versions of one policy, or one that only one side has (then the other path is "")."""

    name: str
    old_title: str
    new_title: str
    old_path: str
    new_path: str
    sections: list[Section] = field(default_factory=list)
    renamed: list[tuple[str, str, str]] = field(default_factory=list)  # subject, old fact, new fact
    payments: list[Payment] = field(default_factory=list)  # of several parts together
    broken: bool = False

    @property
    def weight(self) -> Weight:
        """The gravest of what changed."""
        if not self.new_path:
            return Weight.LOSES
        if not self.old_path:
            return Weight.GAINS
        found = [*(section.weight for section in self.sections), *(payment.weight for payment in self.payments)]
        return min(found, default=Weight.SAME)
