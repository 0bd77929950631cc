"""How a result came about: each step with its formula, its numbers and the sentence it rests on.

The same lines serve a failed example row (on one line) and an explanation (a line each).
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from polc.core.program import Stage, Step
from polc.diagnostics import Words
from polc.model.expressions import And, Expression, Or, Quantity, UpTo
from polc.model.policy import Stated, Terms
from polc.model.values import Cap, NoneStated, TierRow
from polc.passes.lower.force import of_part
from polc.passes.lower.plan import Lowered, Plan
from polc.passes.lower.tested import FILED_INPUT
from polc.readers.evaluate import Interval, Outcome, Result
from polc.readers.prose import figures
from polc.readers.prose.formula import Shown, formula, names_in
from polc.runs.choosing import how_chosen
from polc.runs.earlier import after_members, carried, own_received
from polc.runs.last_days import last_days
from polc.runs.reached import one, results, tiers_reached
from polc.runs.telling import ITEM_NAME, Slot, find_slot
from polc.syntax.keywords import LINES
from polc.text import Span

_TRUTHS = (Stage.SCOPE, Stage.CONDITION, Stage.LIMIT, Stage.VERDICT, Stage.STOP, Stage.CLAW_BACK, Stage.TIER)


@dataclass(frozen=True, slots=True)
class Line:
    """One step as told to a person.

    ``text`` is what the drafter wrote to the right of the colon; ``formula`` the same with its numbers put in, or the
    facts it speaks of; ``outcome`` what it came to. ``applies`` is False for a step that changed nothing (for a truth:
    that does not hold), None where that depends on something unknown (``missing``).
    """

    stage: Stage
    subject: str
    text: str
    formula: Words | None
    outcome: Words
    applies: bool | None
    missing: tuple[str, ...]
    place: Span | None
    item: int | None = None  # which item, from 1
    truth: bool = False


def result_words(result: Result) -> Words:
    """Return what a result is, in words."""
    match result.value:
        case None:
            return Words("不能判定", "cannot be decided")
        case Interval(low=low, high=high, open=opened):
            return figures.award(low, high, opened=opened)
        case bool() as truth:
            return Words("符合", "holds") if truth else Words("不符合", "does not hold")
        case other:
            return Words(str(other), str(other))


def shown_facts(lowered: Lowered, plan: Plan, facts: Mapping[str, object], item: int = 0) -> Shown:
    """Return how the names of a part read in a case."""

    def show(name: str) -> Words | None:
        slot = find_slot(lowered, plan, name)
        value = _value(slot, facts, item) if slot else None
        if slot is None or value is None:
            return None
        return figures.fact(value, slot.kind, _unit(lowered, plan, name))

    return show


def _value(slot: Slot, facts: Mapping[str, object], item: int) -> object | None:
    if not slot.items:
        return facts.get(slot.key)
    records = facts.get(slot.items)
    if isinstance(records, list) and len(records) > item:
        found: object = records[item].get(slot.key)
        return found
    return None


def _unit(lowered: Lowered, plan: Plan, name: str) -> str:
    if plan.context is None:
        return ""
    hits = lowered.names.look_up(plan.context, name)
    return hits[0].fact.type.unit if hits else ""


@dataclass(frozen=True, slots=True)
class _Telling:
    """What the lines of one part are told from."""

    lowered: Lowered
    plan: Plan
    outcome: Outcome
    facts: Mapping[str, object]
    terms: Terms


def lines(
    lowered: Lowered, plan: Plan, outcome: Outcome, facts: Mapping[str, object], *, idle: bool = True
) -> list[Line]:
    """Return the steps of a part in order; ``idle`` keeps those that changed nothing."""
    telling = _Telling(lowered, plan, outcome, facts, lowered.terms(plan))
    found: list[Line] = []
    for binds in plan.steps:
        if binds not in outcome.results:
            continue
        step = lowered.step(binds)
        if step.stage in (Stage.ITEM, Stage.PROMISE, Stage.SUM) or (
            step.stage in (Stage.SCOPE, Stage.CONDITION) and not step.because
        ):
            continue
        if step.stage is Stage.LIMIT and "/第" not in binds:  # the figure; whether it is kept is a line of its own
            continue
        if step.stage is Stage.VERDICT and binds == plan.result:  # each 须 has been told
            continue
        every = results(outcome, binds)
        for place, result in enumerate(every):
            if step.stage is Stage.TIER and result.value is True and not _pays(telling, step, place):
                continue
            if not idle and result.applies is False and step.stage is not Stage.CONDITION:
                continue
            found.append(_line(telling, step, result, place, place + 1 if len(every) > 1 else None))
    return _by_item(found)


def _pays(telling: _Telling, step: Step, place: int) -> bool:
    """Return whether a tier that is reached is one of those that pay."""
    reached = tiers_reached(telling.plan, telling.lowered, telling.outcome, place)
    return any(step.binds.endswith(f"/第{tier + 1}档") for tier in reached)


def _by_item(found: list[Line]) -> list[Line]:
    """Return the lines item by item, where there are several, with what is of the payee around them."""
    items = sorted({line.item for line in found if line.item is not None})
    if not items:
        return found
    first = next(place for place, line in enumerate(found) if line.item is not None)
    before = [line for line in found[:first] if line.item is None]
    after = [line for line in found[first:] if line.item is None]
    return [*before, *(line for item in items for line in found if line.item == item), *after]


def _line(telling: _Telling, step: Step, result: Result, place: int, item: int | None) -> Line:
    missing = tuple(sorted(result.missing))
    span = step.because[0] if step.because else None
    text = own_words(step.because)
    worked = _worked(telling, step, place)
    if "/不予支持" in step.binds:
        text = f"没有“{text}”"
    if step.stage in (Stage.CARRY, Stage.GIVE_BACK):
        worked = carried(step, result, telling.plan, telling.facts, place)
    truth = step.stage in _TRUTHS and not isinstance(result.value, Interval)
    return Line(
        step.stage, step.subject, text, worked, result_words(result), result.applies, missing, span, item, truth
    )


_MEANING = (LINES["first_time"].zh, LINES["first_time"].en)
"""Keywords without which the words behind them would say something else."""


def own_words(because: Sequence[Span]) -> str:
    """Return the values of the lines a step rests on, as written, without their keywords."""
    found: list[str] = []
    heads: list[str] = []
    for span in because:
        first = span.text.split("\n", 1)[0].strip()
        if first.startswith("|"):
            found.append(" → ".join(cell.strip() for cell in first.strip("|").split("|")))
            continue
        for colon in ("：", ":"):
            head, colon_found, rest = first.partition(colon)
            if colon_found and "“" not in head:
                heads.append(head)
                told = len(because) > 1 or head.strip() in _MEANING
                first = f"{head.strip()} {rest.strip()}" if told else rest.strip()
                break
        found.append(first)
    english = bool(heads) and all(head.isascii() for head in heads)
    return (", " if english else "，").join(found)


def _worked(telling: _Telling, step: Step, place: int) -> Words | None:
    """Return the formula of a step with its numbers: 200万元 × 最高 30%."""
    show = shown_facts(telling.lowered, telling.plan, telling.facts, place)
    terms = telling.terms
    match step.stage:
        case Stage.STANDARD if terms.tiers and terms.tiers.value:
            return _told([name.text for name in terms.tiers.value.by], show, alone=True)
        case Stage.STANDARD if (
            terms.pay and terms.pay.value is not None and not isinstance(terms.pay.value, NoneStated)
        ):
            return _if_told(terms.pay.value, show)
        case Stage.TIER:
            return _tier(telling, step, show, place)
        case Stage.CAP | Stage.ALLOWANCE | Stage.GROUP_CAP:
            return _cap(telling, step, show, place)
        case Stage.TIMES:
            return _let_in(telling, step)
        case Stage.STEP_UP:
            return _received(telling, place)
        case Stage.COMBINE:
            return _members(telling, place)
        case Stage.CONDITION | Stage.SCOPE | Stage.LIMIT | Stage.VERDICT | Stage.STOP | Stage.CLAW_BACK:
            return _condition(telling, step, show, place)
        case _:
            return None


def _tier(telling: _Telling, step: Step, show: Shown, place: int) -> Words | None:
    """Return what a row pays with its numbers; for a band of 分段, the part of the base that falls into it."""
    row = _row(telling.terms, step)
    if row is None:
        return None
    rate = row.award.operand if isinstance(row.award, UpTo) else row.award
    found = one(telling.outcome, step.binds, place)
    if found is not None and isinstance(found.value, Interval) and isinstance(rate, Quantity) and rate.value:
        part = figures.amount(found.value.high / rate.value)
        return Words("本段 {part} × {rate}", "this band {part} × {rate}").fill(part=part, rate=formula(rate, show))
    return _if_told(row.award, show)


def _row(terms: Terms, step: Step) -> TierRow | None:
    table = terms.tiers.value if terms.tiers else None
    if table is None or not step.because:
        return None
    return next((row for row in table.rows if row.span == step.because[0]), None)


def _cap(telling: _Telling, step: Step, show: Shown, place: int) -> Words | None:
    """Return the figure of a cap, with what was received before taken off."""
    line: Stated[Cap | NoneStated]
    for line in telling.terms.caps:
        if not (step.because and line.span == step.because[0] and isinstance(line.value, Cap)):
            continue
        worked = _if_told(line.value.amount, show)
        if step.stage is Stage.CAP:
            return worked
        period = "this_year" if line.value.period == "yearly" else "ever"
        received = own_received(telling.plan, telling.facts, place, period)
        if not received:
            return worked
        figure = worked or formula(line.value.amount, show)
        return Words("{cap} − 已领 {paid}", "{cap} − {paid} received").fill(cap=figure, paid=figures.amount(received))
    return None


def _let_in(telling: _Telling, step: Step) -> Words | None:
    """Return which of the items at hand a 次数 of the payee was given to; None for any other 次数."""
    if step.over is None or step.binds != telling.plan.due:
        return None
    records = telling.facts.get(step.over)
    names: list[str] = []
    for place, result in enumerate(results(telling.outcome, step.binds)):
        if isinstance(result.value, Interval) and result.value.high > 0:
            record = records[place] if isinstance(records, list) else {}
            names.append(str(record.get(ITEM_NAME, "")) or str(place + 1))
    if not names:
        return None
    return Words(f"算在 {step.over} {'、'.join(names)} 上", f"counted for {step.over} {', '.join(names)}")


def _received(telling: _Telling, place: int) -> Words | None:
    received = own_received(telling.plan, telling.facts, place, "ever")
    if not received:
        return None
    return Words("减去已领 {paid}", "less {paid} received").fill(paid=figures.amount(received))


def _members(telling: _Telling, place: int) -> Words | None:
    """Return what a group combines: 甲 10万元 + 乙 5万元, or 甲 10万元、乙 5万元 取高."""
    how = telling.terms.how.value if telling.terms.how else None
    mode = how.mode if how is not None else "add"
    zh: list[str] = []
    en: list[str] = []
    for name in telling.plan.members:
        plan = telling.lowered.plans.get(name)
        if plan is None:
            records = telling.facts.get(telling.plan.items) if telling.plan.items else None
            told = (records[place] if isinstance(records, list) else telling.facts).get(f"外部.{name}")
            words = figures.amount(told) if isinstance(told, int) else None
        else:
            binds = plan.item if telling.plan.items else plan.result
            found = one(telling.outcome, binds, place)
            nothing = found is not None and isinstance(found.value, Interval) and found.value == Interval(0, 0)
            words = None if found is None or nothing else result_words(found)
        if words is not None and words.zh != "0元":
            zh.append(f"{name} {words.zh}")
            en.append(f"{name} {words.en}")
    if not zh:
        return None
    if mode != "add":
        tails = {"highest": Words("，取高", ", the highest")}
        if how is not None and mode == "choose":
            tails["choose"] = how_chosen(telling.plan, how, telling.facts, place)
        tail = tails.get(mode, Words("，前一项替代后面的", ", the first in place of the others"))
        tail = tail if len(zh) > 1 else Words("", "")
        before = after_members(telling.plan, how, telling.facts, place)
        return Words("、".join(zh) + tail.zh + before.zh, ", ".join(en) + tail.en + before.en)
    return Words(" + ".join(zh), " + ".join(en))


def _condition(telling: _Telling, step: Step, show: Shown, place: int) -> Words | None:
    """Return the facts that a condition speaks of, with their values, and the last days of its periods."""
    terms = telling.terms
    if step.binds.endswith("/有效期"):
        said = of_part(telling.lowered.whole, terms).tested_on
        by = said.value.by if said and said.value else None
        filed = said is not None and said.value is not None and said.value.when == "filing"
        return _told([by.text if by else FILED_INPUT.name], show) if by or filed else None
    where = step.because[0] if step.because else None
    for line in (*terms.when, *terms.excluded, *terms.must, *terms.limits, *terms.scope, *terms.stop):
        if where is not None and line.span == where and line.value is not None:
            return _facts(telling, line.value, show, place)
    for taking in terms.claw_back:
        if where is not None and taking.span == where and taking.value is not None:
            return _facts(telling, taking.value.condition, show, place)
    return None


def _facts(telling: _Telling, condition: Expression, show: Shown, place: int) -> Words | None:
    ends = last_days(telling.lowered, telling.plan, telling.facts, condition, place)
    alone = not ends and not isinstance(condition, And | Or)
    told = _told(_unfolded(telling, names_in(condition)), show, alone=alone)
    return (
        Words("，".join((told.zh, *(w.zh for w in ends))), ", ".join((told.en, *(w.en for w in ends))))
        if told
        else None
    )


def _unfolded(telling: _Telling, names: Sequence[str]) -> list[str]:
    """Return the names with each definition replaced by the facts behind it."""
    found: list[str] = []
    for name in names:
        definition = next((d for d in telling.lowered.policy.definitions if d.name == name), None)
        found.extend(_unfolded(telling, names_in(definition.expression)) if definition else [name])
    return list(dict.fromkeys(found))


def _told(names: Sequence[str], show: Shown, *, alone: bool = False) -> Words | None:
    """Return the facts with their values; ``alone``: the only one need not be named again."""
    known = [(name, value) for name in names if (value := show(name)) is not None]
    if not known:
        return None
    if alone and len(known) == 1 and len(names) == 1:
        return Words(f"为 {known[0][1].zh}", f"it is {known[0][1].en}")
    return Words(
        "，".join(f"{name} = {value.zh}" for name, value in known),
        ", ".join(f"{name} = {value.en}" for name, value in known),
    )


def _if_told(expression: Expression, show: Shown) -> Words | None:
    """Return the formula with its numbers, where there is a name to put a number in for."""
    return formula(expression, show) if any(show(name) for name in names_in(expression)) else None


def label_of(stage: Stage) -> Words:
    """Return what a step is called to a person: both kinds of cap are 上限."""
    if stage in (Stage.ALLOWANCE, Stage.GROUP_CAP):
        return Words(Stage.CAP.value, Stage.CAP.en)
    if stage is Stage.ONCE:
        return Words("享受", "entitlement")
    return Words(stage.value, stage.en)
