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
from polc.core.types import Level, Quantity, Truth
from polc.diagnostics import Words
from polc.model.policy import Fact
from polc.passes.lower.plan import Lowered, Plan
from polc.passes.sorts import core_type
from polc.readers.evaluate import Interval
from polc.readers.prose import figures
from polc.readers.smt import Found, find
from polc.workspace.diff.found import Case, Payment, Told
from polc.workspace.diff.joined import NEW, OLD, Joined, UnlikeError, joined

MATERIAL = 100
"""What a case must differ by, in 分: 1 元."""
EFFORT = 10_000_000
"""z3's ``rlimit`` for a look at whether anybody is ever paid otherwise: what is hard is told as not decided."""
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


def paid(
    sides: Sides, mine: Sequence[Plan], theirs: Sequence[Plan], *, scope: bool = False, cases: bool = True
) -> Payment:
    """Return who is paid otherwise for some parts of either version together.

    ``scope`` asks about 适用 too; without ``cases`` only whether there is a difference.
    """
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
    asked = _Asked(sides, both, side, plans[0])
    return replace(asked.payment() if cases else asked.difference(), about=about)


@dataclass(frozen=True, slots=True)
class _Asked:
    """Questions to two programs as one."""

    sides: Sides
    both: Joined
    lowered: Lowered
    plan: Plan

    def payment(self) -> Payment:
        """Return who is paid otherwise, with the least cases."""
        old, new = self.both.amount(OLD), self.both.amount(NEW)
        questions = {"loses": _falls(old, new), "gains": _falls(new, old)}
        found = {name: self._ask(question) for name, question in questions.items()}
        cases = {name: self._case(answer) for name, answer in found.items()}
        left = [name for name, answer in found.items() if isinstance(answer, Undecided)]
        if left or any(cases.values()):
            never = {name: not cases[name] and name not in left and self._ever(questions[name]) for name in found}
            nobody = frozenset(name for name, verdict in never.items() if isinstance(verdict, Impossible))
            verdict = "differs" if any(cases.values()) else "undecided"
            why = _LEFT[left[0]] if len(left) == 1 and any(cases.values()) else _TOO_HARD if left else None
            return Payment(verdict, loses=cases["loses"], gains=cases["gains"], nobody=nobody, why=why)
        found_at_all = self.difference()
        if found_at_all.verdict != "differs":
            return found_at_all
        other = self._ask(differs(old, new))
        if isinstance(other, Shown):
            return Payment("differs", other=self._case(other))
        return Payment("differs", before=True) if isinstance(other, Impossible) else Payment("undecided", why=_TOO_HARD)

    def difference(self) -> Payment:
        """Return whether anybody is ever paid otherwise, whatever was received before."""
        match self._ever(differs(self.both.amount(OLD), self.both.amount(NEW))):
            case Impossible():
                return Payment("same", proof="solver")
            case Undecided():
                return Payment("undecided", why=_TOO_HARD)
            case _:
                return Payment("differs")

    def _ask(self, question: Expression) -> Shown | Impossible | Undecided:
        if question == FALSE:
            return Impossible(MANY)
        return ask(self.lowered, self.plan, question, program=self.both.program)

    def _ever(self, question: Expression) -> Found | Impossible | Undecided:
        asked = Apply("and", (question, *whatever_was_received(self.both.program)))
        return find(self.both.program, asked, items=MANY, effort=EFFORT, least=False)

    def _case(self, found: object) -> Case | None:
        if not isinstance(found, Shown):
            return None
        old, new = found.outcome.result(OLD).value, found.outcome.result(NEW).value
        if not isinstance(old, Interval) or not isinstance(new, Interval):
            msg = f"{self.plan.part.name}: {dict(found.facts)}"
            raise TypeError(msg)
        told = list(self._told(found.facts))
        kept = [each for each, idle in told if not idle or len(told) <= _MANY_FACTS]
        return Case(tuple(kept), old, new, len(told) - len(kept), found.facts)

    def _told(self, facts: Mapping[str, Any]) -> Iterator[tuple[Told, bool]]:
        """Yield every fact of a case, and whether it says no: 否, 0, the lowest level."""
        known = self.sides.known()
        for name, value in facts.items():
            if isinstance(value, list):
                for number, record in enumerate(value, 1):
                    item = f"{name} {number}" if len(value) > 1 else ""
                    for inner, told in record.items():
                        if inner in known:
                            yield self._fact(known[inner], inner, told, item)
            elif name in known:
                yield self._fact(known[name], name, value, "")
            elif name.startswith("外部.") and value:
                yield Told(name.removeprefix("外部."), figures.amount(value)), False

    def _fact(self, fact: Fact, name: str, value: object, item: str) -> tuple[Told, bool]:
        only = "old" if name in self.both.only_old else "new" if name in self.both.only_new else ""
        return Told(fact.name, figures.fact(value, fact.type.kind, fact.type.unit), only, item), _idle(fact, value)


def _idle(fact: Fact, value: object) -> bool:
    """Return whether a value is the least that its fact can have."""
    match core_type(fact.type):
        case Level(names=names):
            return value == names[0]
        case Quantity(least=least):
            return value == least
        case Truth():
            return value is False


_LEFT = {
    "loses": Words("有没有人少得，没有定", "whether anybody gets less was not decided"),
    "gains": Words("有没有人多得，没有定", "whether anybody gets more was not decided"),
}
_TOO_HARD = Words("求解器在限定的步数里没有定出来", "the solver did not settle it within its effort")


def _falls(one: Amount, other: Amount) -> Expression:
    """Return that the upper end falls by at least 1 元 from one amount to the other, and both have figures."""
    lower: Expression = Apply("at_most", (Apply("add", (other.high, Literal(MATERIAL))), one.high))
    settled = tuple(Apply("not", (end,)) for end in (one.open, other.open) if end != FALSE)
    return Apply("and", (lower, *settled)) if settled else lower
