"""Who is paid otherwise: the least applicant who loses, the least who gains, or that there is none.

Guarantees: a case is one of an applicant who received nothing yet, and is shown as the interpreter computes it in both
versions; “nobody” and “the same” hold whatever was received before, for so many items as a question looks at.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Any

from polc.checks.any_year import whatever_was_received
from polc.checks.asking import MANY, Impossible, Shown, Undecided, ask
from polc.checks.regions import facts_by_input
from polc.core.amounts import Amount, differs
from polc.core.nodes import FALSE, Apply, Expression, Literal
from polc.core.rename import Renaming
from polc.diagnostics import Words
from polc.model.policy import Fact
from polc.passes.lower.plan import Lowered, Plan
from polc.readers.evaluate import Interval
from polc.readers.prose import figures
from polc.readers.smt import find
from polc.workspace.diff.found import Case, Payment, Told
from polc.workspace.diff.joined import NEW, OLD, Joined, UnlikeError, joined

MATERIAL = 100
"""What a case must differ by, in 分: 1 元."""
_MANY_FACTS = 6
"""How many facts a case shows before those that say no are left out."""


@dataclass(frozen=True, slots=True)
class Sides:
    """The two versions, each under some readings, and what the old one's names are called in the new one."""

    old: Lowered
    new: Lowered
    names: Renaming

    def known(self) -> dict[str, Fact]:
        """Return every fact of either version by the name of its input."""
        before = {self.names(name): fact for name, fact in facts_by_input(self.old).items()}
        return {**before, **facts_by_input(self.new)}


def paid(sides: Sides, mine: Sequence[Plan], theirs: Sequence[Plan], *, scope: bool = False) -> Payment:
    """Return who is paid otherwise for some parts of either version together."""
    about = tuple(dict.fromkeys(plan.part.name for plan in (*theirs, *mine)))
    try:
        both = joined(sides.old, mine, sides.new, theirs, sides.names, scope=scope)
    except UnlikeError as unlike:
        name = unlike.name.rpartition(".")[2]
        why = Words(
            f"“{name}”在两版里不是一种事实，没有可以同时问两版的情形",
            f"“{name}” is of another kind in either version, so that no case can be put to both",
        )
        return Payment("undecided", why=why, about=about)
    if both.same:
        return Payment("same", proof="steps", about=about)
    side, plans = (sides.new, theirs) if theirs else (sides.old, mine)
    return replace(_Asked(sides, both, side, plans[0]).payment(), about=about)


@dataclass(frozen=True, slots=True)
class _Asked:
    """Questions to two programs as one."""

    sides: Sides
    both: Joined
    lowered: Lowered
    plan: Plan

    def payment(self) -> Payment:
        old, new = self.both.amount(OLD), self.both.amount(NEW)
        less, more = self._ask(_falls(old, new)), self._ask(_falls(new, old))
        loses, gains = self._case(less), self._case(more)
        nobody: set[str] = set()
        if loses is not None or gains is not None:
            if isinstance(less, Impossible) and self._never(_falls(old, new)):
                nobody.add("loses")
            if isinstance(more, Impossible) and self._never(_falls(new, old)):
                nobody.add("gains")
            return Payment("differs", loses=loses, gains=gains, nobody=frozenset(nobody))
        if isinstance(less, Undecided) or isinstance(more, Undecided):
            return Payment("undecided", why=_TOO_HARD)
        question = differs(old, new)
        if self._never(question):
            return Payment("same", proof="solver")
        other = self._ask(question)
        if isinstance(other, Shown):
            return Payment("differs", other=self._case(other), nobody=frozenset(("loses", "gains")))
        if isinstance(other, Undecided):
            return Payment("undecided", why=_TOO_HARD)
        return Payment("differs", before=True)

    def _ask(self, question: Expression) -> Shown | Impossible | Undecided:
        if question == FALSE:
            return Impossible(MANY)
        return ask(self.lowered, self.plan, question, program=self.both.program)

    def _never(self, question: Expression) -> bool:
        asked = Apply("and", (question, *whatever_was_received(self.both.program)))
        return isinstance(find(self.both.program, asked, items=MANY), Impossible)

    def _case(self, found: object) -> Case | None:
        if not isinstance(found, Shown):
            return None
        old, new = found.outcome.result(OLD).value, found.outcome.result(NEW).value
        if not isinstance(old, Interval) or not isinstance(new, Interval):
            msg = f"{self.plan.part.name}: {dict(found.facts)}"
            raise TypeError(msg)
        told = list(self._told(found.facts))
        kept = [each for each, idle in told if not idle or len(told) <= _MANY_FACTS]
        return Case(tuple(kept), old, new, len(told) - len(kept))

    def _told(self, facts: Mapping[str, Any]) -> Iterator[tuple[Told, bool]]:
        """Yield every fact of a case, and whether it says no: 否, 0, the lowest level."""
        known = self.sides.known()
        for name, value in facts.items():
            if isinstance(value, list):
                for number, record in enumerate(value, 1):
                    item = f"{name} {number} " if len(value) > 1 else ""
                    for inner, told in record.items():
                        if inner in known:
                            yield self._fact(known[inner], inner, told, item)
            elif name in known:
                yield self._fact(known[name], name, value, "")
            elif name.startswith("外部.") and value:
                yield Told(name.removeprefix("外部."), figures.amount(value)), False

    def _fact(self, fact: Fact, name: str, value: object, item: str) -> tuple[Told, bool]:
        only = "old" if name in self.both.only_old else "new" if name in self.both.only_new else ""
        levels = fact.type.levels
        idle = value in (False, 0) or (bool(levels) and value == levels[0].text)
        return Told(item + fact.name, figures.fact(value, fact.type.kind, fact.type.unit), only), idle


_TOO_HARD = Words("求解器在限定的步数里没有定出来", "the solver did not settle it within its effort")


def _falls(one: Amount, other: Amount) -> Expression:
    """Return that the upper end falls by at least 1 元 from one amount to the other, and both have figures."""
    lower: Expression = Apply("at_most", (Apply("add", (other.high, Literal(MATERIAL))), one.high))
    settled = tuple(Apply("not", (end,)) for end in (one.open, other.open) if end != FALSE)
    return Apply("and", (lower, *settled)) if settled else lower
