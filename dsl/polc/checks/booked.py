"""What the ledger would hold after a year, as steps behind a part's program: who is booked what, in core terms.

It follows ``runs.booking`` for what is granted in full at the upper end, a cut borne by the last. What it does not follow
(what is carried over, given back, stopped or taken back, a 替代, another 分摊) it says, and then nothing is asked over
the years. Whatever is found by it is replayed through the ledger itself before anyone sees it.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field

from polc.core.nodes import FALSE, ONE, TRUE, ZERO, Apply, Choose, Each, Expression, Literal, Reference
from polc.core.program import HIGH, Program, Stage, Step
from polc.model.policy import Terms
from polc.model.values import Cap, How
from polc.passes.lower.over_time import gives_back, reaches_back, span_of
from polc.passes.lower.plan import History, Lowered, Plan
from polc.passes.lower.tiers import ascending
from polc.runs.booking import sharing_of
from polc.runs.reached import levels_of
from polc.runs.sharing import LAST_BEARS

BOOKED, OF_ITEM = "账·", "·每项"


class NotFollowedError(Exception):
    """A part whose way into the ledger is not followed here; the message names the part."""


def with_books(lowered: Lowered, plan: Plan) -> Program:
    """Return the program of a part with a step for what every part in it is booked in the year.

    Raises NotFollowedError where that is not followed.
    """
    program = lowered.slice(plan)
    books = _Books(lowered, {given.name for given in program.inputs})
    books.award(plan, None, None)
    return Program(program.inputs, (*program.steps, *books.steps), program.laws)


def years_sum(history: History, plan: Plan | None, turns: list[Books], year: int) -> Expression:
    """Return what a history input is after some years, each told by the names that its steps have."""
    here = [turn for turn in turns if history.period != "this_year"]
    if plan is None:  # another policy's, or what is not asked about: presumed not to be claimed
        return Literal(year) if history.measure == "first_year" else ZERO
    match history.measure:
        case "received":
            return _sum([turn.amount(history) for turn in here])
        case "years":
            return _sum([Choose(turn.paid(history), ONE, ZERO) for turn in here])
        case "first_year":
            found: Expression = Literal(year)
            for turn in reversed(here):
                found = Choose(turn.paid(history), Literal(turn.year), found)
            return found
        case "awards" | "tier_awards":
            return _sum([turn.count(history, plan) for turn in here])
        case _:
            raise NotFollowedError(history.of)


@dataclass(frozen=True, slots=True)
class Books:
    """One year's books: the year, how an expression over the program is said of its copy for that year, and who is there.

    ``there`` gives for a list the field that says whether an item is there in that year.
    """

    year: int
    lowered: Lowered
    said: Callable[[Expression], Expression]
    there: Mapping[str, str]

    def amount(self, history: History) -> Expression:
        """Return what was booked."""
        booked = self.said(Reference(BOOKED + history.of + (OF_ITEM if history.items else "") + HIGH))
        return Choose(Reference(self.there[history.items]), booked, ZERO) if history.items else booked

    def paid(self, history: History) -> Expression:
        """Return whether anything was booked."""
        return Apply("less", (ZERO, self.amount(history)))

    def count(self, history: History, plan: Plan) -> Expression:
        """Return how many awards were booked (for a tier, where ``history`` is of one)."""
        over = plan.items if plan.items and not history.items else ""
        name = BOOKED + history.of + (OF_ITEM if history.items or over else "") + HIGH
        held: Expression = Apply("less", (ZERO, Reference(name)))
        if history.tier is not None:
            held = Apply("and", (held, _for_tier(self.lowered, plan, history.tier)))
        if over:
            return self.said(Each("count", over, held))
        held = self.said(held)
        if history.items:
            held = Apply("and", (Reference(self.there[history.items]), held))
        return Choose(held, ONE, ZERO)


def _for_tier(lowered: Lowered, plan: Plan, tier: int) -> Expression:
    """Return whether an award is for a tier: every one reached under 逐档, else the one that pays."""
    terms = lowered.terms(plan)
    table = terms.tiers.value if terms.tiers else None
    if table is None:
        return FALSE

    def held(index: int) -> Expression:
        return Reference(f"{plan.part.name}/{Stage.TIER.value}/第{index + 1}档")

    if table.mode in ("each", "marginal"):
        return held(tier)
    places = {id(row): place for place, row in enumerate(table.rows)}
    order = [places[id(row)] for row in ascending(table.rows, levels_of(lowered, plan))]
    before = range(tier) if table.mode == "lookup" else order[order.index(tier) + 1 :]
    return _all([held(tier), *(Apply("not", (held(index),)) for index in before)])


@dataclass
class _Books:
    lowered: Lowered
    inputs: set[str]
    steps: list[Step] = field(default_factory=list)

    def award(self, plan: Plan, total: Expression | None, each: Expression | None) -> None:
        """Book a part: ``total`` to the payee, ``each`` to an item, or what it comes to where they are None."""
        _follow(self.lowered, plan)
        own = Reference(plan.result + HIGH)
        if plan.items:
            due: Expression = Reference(plan.granted + HIGH)
            if each is None and total is not None:
                due = Choose(Apply("less", (ZERO, total)), due, ZERO)
            each = self._book(plan, OF_ITEM, due if each is None else each, plan.items)
            total = Apply("min", (own, Each("sum", plan.items, each))) if total is None else total
        money = self._book(plan, "", own if total is None else total, None)
        if plan.kind == "group":
            self._inside(plan, money, each)

    def _book(self, plan: Plan, level: str, money: Expression, over: str | None) -> Expression:
        name = BOOKED + plan.part.name + level + HIGH
        self.steps.append(Step(Stage.SUM, plan.part.name, name, money, TRUE, over))
        return Reference(name)

    def _inside(self, group: Plan, money: Expression, each: Expression | None) -> None:
        how = _how(self.lowered.terms(group))
        top = each if group.items and each is not None else money
        dues = [self._due(group, name) for name in group.members]
        if how.mode in ("highest", "choose"):
            shares = list(
                _to_the_winner([self._bid(group, how, *pair) for pair in zip(group.members, dues, strict=True)], top)
            )
        else:
            shares = list(self._to_all(group, dues, top))
        for name, share in zip(group.members, shares, strict=True):
            member = self.lowered.plans.get(name)
            if member is None:
                continue
            if group.items:
                self.award(member, Each("sum", group.items, share), share)
            else:
                self.award(member, share, None)

    def _due(self, group: Plan, name: str) -> Expression:
        member = self.lowered.plans.get(name)
        if member is None:
            return Reference(f"外部.{name}")
        return Reference((member.granted if group.items else member.result) + HIGH)

    def _bid(self, group: Plan, how: How, name: str, due: Expression) -> Expression:
        """Return by what the members of a 就高 or 择一 are compared."""
        past = next(
            (h.name for h in group.histories if h.measure == "received" and h.of == name and h.period == span_of(how)),
            "",
        )
        if how.mode == "choose":
            was = Apply("less", (ZERO, Reference(past)))
            return Choose(was, Apply("add", (due, Literal(_FIRST))), due) if how.span_of and past else due
        if how.each_award:
            member = self.lowered.plans.get(name)
            if member is not None and member.items and not group.items:
                best = Each("max", member.items, Reference(member.granted + HIGH))
                return Apply("min", (best, due))
            return due
        return Apply("add", (Reference(past), due)) if reaches_back(how) and past else due

    def _to_all(self, group: Plan, dues: list[Expression], top: Expression) -> Iterator[Expression]:
        """Yield what each member is booked; what a cap cuts falls on the last."""
        names = group.members
        outside = [due for name, due in zip(names, dues, strict=True) if name not in self.lowered.plans]
        left: Expression = top
        if outside:
            left = Apply("max", (ZERO, Apply("subtract", (top, _sum(outside)))))
        for name, due in zip(names, dues, strict=True):
            if name not in self.lowered.plans:
                yield due
                continue
            share = Apply("min", (due, left))
            left = Apply("subtract", (left, share))
            yield share


_FIRST = 10**17
"""More than any award: a member of a 择一 that was paid before stays chosen."""


def _to_the_winner(bids: list[Expression], money: Expression) -> Iterator[Expression]:
    """Yield what each member is booked: all of it the first of the highest."""
    for place, bid in enumerate(bids):
        above = [Apply("less", (other, bid)) for other in bids[:place]]
        level = [Apply("at_most", (other, bid)) for other in bids[place + 1 :]]
        yield Choose(_all([*above, *level]), money, ZERO)


def _follow(lowered: Lowered, plan: Plan) -> None:
    """Raise NotFollowedError where a part's way into the ledger is not followed here."""
    terms = lowered.terms(plan)
    how = _how(terms)
    carried = any(isinstance(line.value, Cap) and line.value.excess == "carry" for line in terms.caps)
    shared = plan.kind == "group" and bool(terms.caps) and sharing_of(terms) != LAST_BEARS
    if carried or shared or terms.stop or terms.claw_back or how.mode == "replace" or gives_back(how):
        raise NotFollowedError(plan.part.name)


def _how(terms: Terms) -> How:
    return terms.how.value if terms.how is not None and terms.how.value is not None else How("add")


def _sum(terms: list[Expression]) -> Expression:
    if not terms:
        return ZERO
    return terms[0] if len(terms) == 1 else Apply("add", tuple(terms))


def _all(truths: list[Expression]) -> Expression:
    if not truths:
        return TRUE
    return truths[0] if len(truths) == 1 else Apply("and", tuple(truths))
