"""Who is paid otherwise: the least applicant who loses, the least who gains, or that there is none.

Guarantees: a case is one of an applicant who received nothing yet, and is shown as the interpreter computes it in both
versions; “nobody” and “the same” hold whatever was received before, for so many items as a question looks at.
"""

from __future__ import annotations

import math
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from fractions import Fraction
from typing import Any

from polc.checks.any_year import whatever_was_received
from polc.checks.asking import MANY, Impossible, Shown, Undecided, ask, somewhere
from polc.checks.regions import facts_by_input
from polc.core.amounts import Amount, differs
from polc.core.nodes import FALSE, Apply, Expression, Literal, Reference
from polc.core.rename import Renaming
from polc.core.types import Items, Level, Quantity, Truth
from polc.diagnostics import Words
from polc.model.policy import Fact
from polc.passes.lower.plan import History, Lowered, Plan
from polc.passes.sorts import core_type
from polc.readers.evaluate import Case as Interpreted
from polc.readers.evaluate import Interval, run
from polc.readers.prose import figures
from polc.readers.smt import Found, find
from polc.workspace.diff.found import Case, Payment, Told
from polc.workspace.diff.joined import NEW, OLD, Joined, UnlikeError, joined

MATERIAL = 100
"""What a case must differ by, in 分: 1 元."""
EFFORT = 10_000_000
"""z3's ``rlimit`` for a look at whether anybody is ever paid otherwise: what is hard is told as not decided."""
_UNBOUNDED = 10**13
"""A difference, in 分, that no measure means (1000亿元): it grows with the facts for as long as they do."""
_TRIES = 80
"""How often the greatest difference is halved: twice as often as needed to the 分."""
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

    def past(self) -> dict[str, Callable[[int], Told]]:
        """Return how each history input of either version reads, by its name."""
        before = {self.names(each.name): each for each in self.old.histories}
        every = {**before, **{each.name: each for each in self.new.histories}}
        return {name: _reads(each) for name, each in every.items() if each.measure in _PAST}


def _reads(history: History) -> Callable[[int], Told]:
    """Return how the value of a history input reads: ``以前得过“租房补贴” = 1次``."""
    name, unit = _PAST[history.measure]
    of = Words(f"“{history.of}”", f"“{history.of}”")

    def told(value: int) -> Told:
        shown = figures.amount(value) if unit is None else Words(f"{value}{unit.zh}", f"{value} {unit.en}")
        return Told(f"{of.zh}{name.zh}", shown, english=f"{of.en} {name.en}")

    return told


_TIMES, _YEARS = Words("次", "×"), Words("年", "y")
_PAST: dict[str, tuple[Words, Words | None]] = {
    "received": (Words("以前领过", "received before"), None),
    "awards": (Words("以前得过", "awarded before"), _TIMES),
    "tier_awards": (Words("这一档以前得过", "this tier awarded before"), _TIMES),
    "years": (Words("以前得过", "awarded before"), _YEARS),
    "carried": (Words("上年结转", "carried over"), None),
}
"""How what was received before is told: a name, and a unit where it is no money."""


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
    found = replace(asked.payment() if cases else asked.difference(), about=about)
    return replace(found, levels=tuple(_levels(sides, both, mine, theirs))) if cases else found


def _levels(sides: Sides, both: Joined, mine: Sequence[Plan], theirs: Sequence[Plan]) -> Iterator[tuple[str, Case]]:
    """Yield the least case of each level that one version alone knows and pays for."""
    for given in both.levels:
        for side, names in (("old", given.old), ("new", given.new)):
            plans = (mine, []) if side == "old" else ([], theirs)
            if not names or not any(plans):
                continue
            alone = joined(sides.old, plans[0], sides.new, plans[1], sides.names)
            asked = _Asked(sides, alone, sides.old if side == "old" else sides.new, (plans[0] or plans[1])[0])
            for name in names:
                case = asked.at(given.name, given.items, name, gains=side == "new")
                if case is not None:
                    yield side, case


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
            loses, gains = self._greatest(cases["loses"], old, new), self._greatest(cases["gains"], new, old)
            return Payment(verdict, loses=loses, gains=gains, nobody=nobody, why=why)
        found_at_all = self.difference()
        if found_at_all.verdict != "differs":
            return found_at_all
        other = self._ask(differs(old, new))
        if isinstance(other, Shown):
            return Payment("differs", other=self._case(other))
        if isinstance(other, Undecided):
            return Payment("undecided", why=_TOO_HARD)
        return Payment(
            "differs", before=True, other=self._with_a_past(_material(old, new)) or self._with_a_past(differs(old, new))
        )

    def _with_a_past(self, question: Expression) -> Case | None:
        """Return the least case of who received something before, computed again; such a past may be far-fetched."""
        program = self.both.program
        asked = Apply("and", (question, *whatever_was_received(program)))
        found = find(program, asked, effort=EFFORT)
        if not isinstance(found, Found):
            return None
        return self._case(Shown(self.lowered, self.plan, found.facts, run(program, Interpreted(found.facts))))

    def _greatest(self, case: Case | None, one: Amount, other: Amount) -> Case | None:
        """Return a case with the greatest fall from one amount to the other, found by halving; as it is if too hard."""
        if case is None:
            return None
        least = found = abs(Fraction(case.old.high) - Fraction(case.new.high))
        tried, above = 0, _UNBOUNDED
        match self._some(_falls(one, other, above)):
            case Shown():
                return replace(case, unbounded=True)
            case Undecided():
                return case
            case Impossible():
                if any(isinstance(given.type, Items) for given in self.both.program.inputs):
                    return case  # with more items the difference is greater, and a question looks at a few
        while above - found > 1 and tried < _TRIES:
            tried += 1
            middle = math.ceil((found + above) / 2)
            match self._some(_falls(one, other, middle)):
                case Shown() as shown:
                    found = max(found, _fall(shown))
                case Impossible():
                    above = middle
                case Undecided():
                    return case
        return replace(case, most=found) if found > least and above - found <= 1 else case

    def _some(self, question: Expression) -> Shown | Impossible | Undecided:
        return ask(self.lowered, self.plan, question, program=self.both.program, least=False)

    def difference(self) -> Payment:
        """Return whether anybody is ever paid otherwise, whatever was received before."""
        match self._ever(differs(self.both.amount(OLD), self.both.amount(NEW))):
            case Impossible():
                return Payment("same", proof="solver")
            case Undecided():
                return Payment("undecided", why=_TOO_HARD)
            case _:
                return Payment("differs")

    def at(self, given: str, items: str, level: str, *, gains: bool) -> Case | None:
        """Return the least case of one level in which the one version that is there pays anything."""
        old, new = self.both.amount(OLD), self.both.amount(NEW)
        is_it = somewhere(items or None, Apply("same", (Reference(given), Literal(level))))
        return self._case(self._ask(Apply("and", (is_it, _falls(new, old) if gains else _falls(old, new)))))

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
        return Case(tuple(kept), old, new, len(told) - len(kept), grains=found.facts)

    def _told(self, facts: Mapping[str, Any]) -> Iterator[tuple[Told, bool]]:
        """Yield every fact of a case, and whether it says no: 否, 0, the lowest level."""
        known, past = self.sides.known(), self.sides.past()
        for name, value in facts.items():
            if isinstance(value, list):
                for number, record in enumerate(value, 1):
                    item = f"{name} {number}" if len(value) > 1 else ""
                    for inner, told in record.items():
                        if inner in known:
                            yield self._fact(known[inner], inner, told, item)
                        elif inner in past and told:
                            yield replace(past[inner](told), item=item), False
            elif name in known:
                yield self._fact(known[name], name, value, "")
            elif name in past and value:
                yield past[name](value), False
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


def _material(old: Amount, new: Amount) -> Expression:
    """Return that the upper ends are 1 元 or more apart."""
    return Apply("or", (_falls(old, new), _falls(new, old)))


def _fall(shown: Shown) -> Fraction:
    """Return by how much the upper ends of both versions differ in a case."""
    old, new = shown.outcome.result(OLD).value, shown.outcome.result(NEW).value
    if not isinstance(old, Interval) or not isinstance(new, Interval):
        return Fraction(0)
    return abs(Fraction(old.high) - Fraction(new.high))


def _falls(one: Amount, other: Amount, by: int = MATERIAL) -> Expression:
    """Return that the upper end falls by at least ``by`` 分 from one amount to the other, and both have figures."""
    lower: Expression = Apply("at_most", (Apply("add", (other.high, Literal(by))), one.high))
    settled = tuple(Apply("not", (end,)) for end in (one.open, other.open) if end != FALSE)
    return Apply("and", (lower, *settled)) if settled else lower
