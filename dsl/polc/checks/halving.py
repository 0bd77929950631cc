"""One application, and the same money brought in two halves: what each pays, of what one applicant may bring several.

Every sum of money of the item is halved, and nothing else. An item with a figure of each year (每年) goes on from year
to year, and cannot be brought in halves. Guarantees: what is shown was worked out as one item and as
two, with every cap of the payee on both; where a cap of the item is what cuts the whole, it is not shown (a cap for
each item always pays two halves more).
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from itertools import pairwise
from typing import Any

from polc.checks.asking import Shown, ask
from polc.checks.bounds import OF_ITEM, key_of
from polc.checks.copies import with_copy
from polc.checks.regions import facts_by_input
from polc.checks.unused_fact import names_of
from polc.core.amounts import Amount
from polc.core.nodes import TRUE, ZERO, Apply, Each, Expression, Literal, Reference
from polc.core.program import HIGH, Program, Stage, Step
from polc.core.types import Items
from polc.diagnostics import Witness, Words
from polc.model.expressions import Arithmetic, Call, Kind, Quantity, UpTo
from polc.model.expressions import Expression as Written
from polc.model.policy import Fact, Terms
from polc.passes.lower.plan import PLACE, Lowered, Plan
from polc.readers.evaluate import Case, Interval, Outcome, run
from polc.readers.prose import figures
from polc.runs.answer import summed

WHOLE = "·合成一份"
"""How the steps of the item with twice the money end."""
_MATERIAL = 100
"""In 分: a difference of less than 1 元 is nothing."""
_ONE = Words("一份报", "as one")
_TWO = Words("拆成两份报，钱各一半", "as two, each with half the money")


@dataclass(frozen=True, slots=True)
class Halved:
    """A case of one item, what it pays, and what two items with half the money of it each pay; in 分."""

    shown: Shown
    whole: Any
    halves: Any

    def witness(self) -> Witness:
        """Return the case, with both sides."""
        return self.shown.witness((_ONE, figures.amount(self.whole)), (_TWO, figures.amount(self.halves)))


def halved(lowered: Lowered, plan: Plan, *, splitting: bool) -> Halved | None:
    """Return the least case in which two halves pay more than the whole (``splitting``), or the whole more than they do.

    None where there is none, where it is not decided, and where an applicant cannot bring two.
    """
    terms = lowered.terms(plan)
    per = terms.per.value if terms.per is not None else None
    if not plan.items or (per is not None and per.keys and key_of(lowered, plan, per.keys) != OF_ITEM):
        return None
    program = lowered.slice(plan)
    money = _money(lowered, program, plan)
    if not money or not _bends(lowered, terms):
        return None
    found = ask(
        lowered, plan, _question(program, plan, splitting=splitting), program=_doubled(program, plan, money), items=1
    )
    if not isinstance(found, Shown):
        return None
    [half] = found.facts[plan.items]
    one = {**half, **{key: 2 * half[key] for key in money}}
    whole, two = _run(found, program, [one]), _run(found, program, [half, half])
    if whole is None or two is None:
        return None
    paid, parts = whole[1], two[1]
    if (parts - paid if splitting else paid - parts) < _MATERIAL:
        return None
    return Halved(replace(found, facts={**found.facts, plan.items: [one]}, outcome=whole[0]), paid, parts)


def _money(lowered: Lowered, program: Program, plan: Plan) -> list[str]:
    """Return the sums of money of an item that a part reads, as fields; none where one of them is of each year."""
    known = facts_by_input(lowered)
    fields = next(
        (each.type.fields for each in program.inputs if each.name == plan.items and isinstance(each.type, Items)), ()
    )
    found = [known[field.name] for field in fields if field.name in known and known[field.name].type.kind == "money"]
    return [f"{fact.subject}.{fact.name}" for fact in found] if all(map(_once, found)) else []


def _once(fact: Fact) -> bool:
    return fact.type.kind == "money" and not fact.type.period


def _bends(lowered: Lowered, terms: Terms) -> bool:
    """Return whether what is paid can be other than in proportion to money: a threshold, a floor, a table, a fixed part."""
    money = {fact.name for subject in lowered.policy.subjects for fact in subject.facts if _once(fact)}
    if terms.minimum is not None or terms.at_least is not None:
        return bool(money & set(names_of(terms)))
    if money & set(names_of(Terms(when=terms.when, excluded=terms.excluded))):
        return True
    table = terms.tiers.value if terms.tiers is not None else None
    if table is not None:
        return bool(money & {name.text for name in table.by})
    pay = terms.pay.value if terms.pay is not None else None
    return isinstance(pay, Arithmetic | Call | UpTo) and _fixed(pay)


def _fixed(pay: Written) -> bool:
    """Return whether an amount has a part that is the same however much money there is."""
    match pay:
        case UpTo(operand=operand):
            return _fixed(operand)
        case Arithmetic(left=left, right=right):
            return _fixed(left) or _fixed(right)
        case Call(function=function, operands=operands):  # 较小（…，1000万元）is a cap
            return any(
                _fixed(operand) for operand in operands if function != "lesser" or not isinstance(operand, Quantity)
            )
        case Quantity(kind=kind):
            return kind is Kind.MONEY
        case _:
            return False


def _question(program: Program, plan: Plan, *, splitting: bool) -> Expression:
    half = Reference(plan.item + HIGH)
    whole, two = Reference(plan.item + WHOLE + HIGH), Apply("multiply", (Literal(2), half))
    own = [step for step in program.steps if step.over == plan.items and step.subject == plan.part.name]
    less, more = (whole, two) if splitting else (two, whole)
    asked: list[Expression] = [Apply("at_most", (Apply("add", (less, Literal(_MATERIAL))), more))]
    if splitting:  # not because of a cap for each item
        asked += [
            Apply("at_most", (Reference(before + WHOLE + HIGH), Reference(step.binds + WHOLE + HIGH)))
            for step, before in _caps(own)
        ]
    else:  # a half that is nothing by itself is a threshold, and not of interest
        asked += [Apply("less", (ZERO, Reference(step.binds + HIGH))) for step in own if step.stage is Stage.STANDARD]
    return Each("any", plan.items, Apply("and", tuple(asked)))


def _caps(own: list[Step]) -> list[tuple[Step, str]]:
    """Return the steps that cap one item, each with the bind of the amount before it."""
    amounts = [step for step in own if isinstance(step.value, Amount)]
    return [(after, before.binds) for before, after in pairwise(amounts) if after.stage is Stage.CAP]


def _doubled(program: Program, plan: Plan, money: list[str]) -> Program:
    """Return the program with a second copy of every step of an item, in which its money is twice as much."""
    twice: dict[str, Expression] = {key: Apply("multiply", (Literal(2), Reference(key))) for key in money}
    return with_copy(program, (step for step in program.steps if step.over == plan.items), twice, WHOLE)


def _run(found: Shown, program: Program, items: list[dict[str, Any]]) -> tuple[Outcome, Any] | None:
    """Return what a case comes to with these items in place of its own; None where that is no settled figure."""
    name = found.plan.items
    placed = [{**item, **({PLACE + name: n} if PLACE + name in item else {})} for n, item in enumerate(items, 1)]
    lawful = Step(Stage.PROMISE, found.plan.part.name, "约束", Apply("and", (TRUE, *program.laws)), TRUE)
    outcome = run(Program(program.inputs, (*program.steps, lawful)), Case({**found.facts, name: placed}))
    value = summed(outcome, found.plan).value
    if outcome.result("约束").value is not True or not isinstance(value, Interval) or value.open:
        return None
    return outcome, value.high
