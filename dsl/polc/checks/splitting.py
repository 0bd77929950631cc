"""Two awards applied for in two years, or both in one: which facts stand where."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from itertools import combinations
from typing import Any

from polc.checks.asking import each_once, guesses
from polc.checks.bounds import figures_paid
from polc.checks.regions import facts_by_input
from polc.checks.rivals import little
from polc.checks.unrolled import THERE, Unrolled
from polc.core.nodes import FALSE, ZERO, Apply, Each, Expression, Literal, Reference
from polc.core.program import HIGH
from polc.core.types import Input, Items, Level, Quantity, Truth
from polc.passes.lower.plan import PLACE, Lowered, Plan
from polc.readers.evaluate import Case, Interval, run
from polc.runs.entry import Money

FIRST, LAST, BOTH = "先", "后", "合"
"""The sets of facts: of the first year, of the second, and of both applications in one year."""


def two_that_compete(lowered: Lowered, plan: Plan) -> Iterator[tuple[Plan, Plan]]:
    """Yield pairs of members that each pay alone, and pay less together than one after the other; guesses only.

    Those of fixed sums come first, and of these the pair that loses most.
    """
    program = lowered.slice(plan)
    alone: list[tuple[Plan, Mapping[str, Any], Money]] = []
    members = [lowered.plans[name] for name in plan.members if name in lowered.plans]
    waiting = [member for member in members if _can_wait(lowered, member)]
    for member in waiting:
        mine = {given.name for given in lowered.slice(member).inputs}
        others = [each for each in members if each is not member]
        cases = (
            {given.name: guess[given.name] if given.name in mine else little(given) for given in program.inputs}
            for guess in guesses(program.inputs, 1, (10**10,))
        )
        for case in each_once(cases):
            outcome = run(program, Case(case))
            high = _high(outcome.results[plan.result])
            if high > 0 and not any(_high(outcome.results[each.result]) for each in others):
                alone.append((member, case, high))
                break
    pairs: list[tuple[bool, Money, Plan, Plan]] = []
    for (one, first_, high), (other, also, more) in combinations(alone, 2):
        its = {given.name for given in lowered.slice(other).inputs}
        both = {name: also[name] if name in its else value for name, value in first_.items()}
        if _high(run(program, Case(both)).results[plan.result]) < high + more:
            certain = bool(figures_paid(lowered, one) and figures_paid(lowered, other))
            pairs.append((not certain, -min(high, more), one, other))
    for _, _, one, other in sorted(pairs, key=lambda pair: pair[:2]):
        yield one, other


def _can_wait(lowered: Lowered, plan: Plan) -> bool:
    """Return whether an award can be applied for a year later: one for an item, or one that is had once."""
    if plan.kind == "group":
        return all(_can_wait(lowered, lowered.plans[name]) for name in plan.members if name in lowered.plans)
    per = lowered.terms(plan).per
    return bool(plan.items) or (per is not None and per.value is not None and per.value.frequency == "once")


def beside(lowered: Lowered, plan: Plan, one: Plan, other: Plan) -> set[str]:
    """Return the facts of a group that neither of two members speaks of."""
    own = {given.name for part in (one, other) for given in lowered.slice(part).inputs}
    every = {given.name for given in lowered.slice(plan).inputs}
    return (every - own) & (
        {*facts_by_input(lowered)} | {g.name for g in lowered.slice(plan).inputs if isinstance(g.type, Items)}
    )


def _high(result: Any) -> Money:  # noqa: ANN401 - a result, or one for each item
    if isinstance(result, tuple):
        return sum((_high(each) for each in result), start=0)
    return result.value.high if isinstance(result.value, Interval) else 0


def apart(made: Unrolled, one: Plan, other: Plan) -> Iterator[Expression]:
    """Yield what makes two years and one year the same two applications: one member's in each year, and both in one."""
    lowered = made.lowered
    first, second = made.runs[0]
    for turn, pays, not_yet in ((first, one, other), (second, other, one)):
        yield Apply("less", (ZERO, made.said(turn, Reference(pays.result + HIGH))))
        yield Apply("equal", (made.said(turn, Reference(not_yet.result + HIGH)), ZERO))
    mine = {given.name for given in lowered.slice(one).inputs}
    its = {given.name for given in lowered.slice(other).inputs}
    for given in made.program.inputs:
        if isinstance(given.type, Items):
            yield from _of_list(given, given.name in mine, given.name in its)
            continue
        name, _, facts = given.name.rpartition("·")
        if facts != BOTH:
            continue
        for year, own in ((FIRST, name in mine or name not in its), (LAST, name in its or name not in mine)):
            if own:
                yield _same(given, f"{name}·{year}")


def _of_list(given: Input, mine: bool, its: bool) -> Iterator[Expression]:  # noqa: FBT001 - whose list it is
    assert isinstance(given.type, Items)  # noqa: S101 - the caller has looked
    there = {facts: Reference(f"{THERE}{given.name}·{facts}") for facts in (FIRST, LAST, BOTH)}
    in_one = Apply("same", (there[BOTH], Apply("or", (there[FIRST], there[LAST]))))
    every: list[Expression] = [in_one, Apply("not", (Apply("and", (there[FIRST], there[LAST])),))]
    if mine != its:
        every.append(Apply("same", (there[LAST if mine else FIRST], FALSE)))
    for field in given.type.fields:
        name, _, facts = field.name.rpartition("·")
        if facts == BOTH and not field.name.startswith((THERE, PLACE)):
            every += [_same(field, f"{name}·{year}") for year in (FIRST, LAST)]
    yield Each("all", given.name, Apply("and", tuple(every)))


def _same(given: Input, name: str) -> Expression:
    match given.type:
        case Quantity():
            return Apply("equal", (Reference(given.name), Reference(name)))
        case Truth() | Level() | Items():
            return Apply("same", (Reference(given.name), Reference(name)))


__all__ = ["BOTH", "FIRST", "LAST", "Literal", "apart", "two_that_compete"]
