"""How a result came about: each step with its formula, its numbers and the sentence it rests on.

The same lines serve a failed example row (on one line) and an explanation (a line each).
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from polc.core.program import Stage, Step
from polc.diagnostics import Words
from polc.model.expressions import Expression
from polc.model.policy import Stated, Terms
from polc.model.values import Cap, NoneStated
from polc.passes.lower.plan import Lowered, Plan
from polc.readers.evaluate import Interval, Outcome, Result
from polc.readers.prose import figures
from polc.readers.prose.formula import Shown, formula, names_in
from polc.runs.telling import Slot, find_slot
from polc.text import Span


@dataclass(frozen=True, slots=True)
class Line:
    """One step as told to a person.

    ``formula`` is the line of the file with its numbers put in; ``outcome`` what it came to. ``applies`` is False for a
    step that changed nothing, None where that depends on something unknown (``missing``).
    """

    stage: Stage
    subject: str
    text: str  # the drafter's own words for this step, "" where there are none
    formula: Words | None
    outcome: Words
    applies: bool | None
    missing: tuple[str, ...]
    place: Span | None
    item: int | None = None  # which item, from 1


def result_words(result: Result) -> Words:
    """Return what a result is, in words."""
    match result.value:
        case None:
            return Words("不能判定", "cannot be decided")
        case Interval(low=low, high=high, open=opened):
            return figures.award(low, high, opened=opened)
        case bool() as truth:
            return Words("成立", "holds") if truth else Words("不成立", "does not hold")
        case other:
            return Words(str(other), str(other))


def results(outcome: Outcome, binds: str) -> Sequence[Result]:
    """Return a step's results, one for each item or just one."""
    found = outcome.results.get(binds, ())
    return found if isinstance(found, tuple) else (found,)


def one(outcome: Outcome, binds: str, item: int = 0) -> Result | None:
    """Return a step's result (for an item, from 0, where it is over items)."""
    found = results(outcome, binds)
    return found[min(item, len(found) - 1)] if found else None


def shown_facts(lowered: Lowered, plan: Plan, facts: Mapping[str, object], item: int = 0) -> Shown:
    """Return how the names of a part read in a case."""

    def show(name: str) -> Words | None:
        if name == "年序":
            return None
        slot = find_slot(lowered, plan, name)
        value = _value(slot, facts, item) if slot else None
        if slot is None or value is None:
            return None
        unit = _unit(lowered, plan, name)
        return figures.fact(value, slot.kind, unit)

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


def lines(
    lowered: Lowered,
    plan: Plan,
    outcome: Outcome,
    facts: Mapping[str, object],
    *,
    idle: bool = True,
    named: bool = False,
) -> list[Line]:
    """Return the steps of a part in order.

    ``idle`` keeps those that changed nothing; ``named`` puts the name of a fact before its number.
    """
    found: list[Line] = []
    for binds in plan.steps:
        if binds not in outcome.results:
            continue
        step = lowered.program.step(binds)
        if step.stage in (Stage.ITEM, Stage.PROMISE) or (step.stage is Stage.SCOPE and not step.because):
            continue
        every = results(outcome, binds)
        for place, result in enumerate(every):
            if not idle and result.applies is False and step.stage is not Stage.CONDITION:
                continue
            item = place + 1 if len(every) > 1 else None
            show = shown_facts(lowered, plan, facts, place)
            worked = _worked(plan.part.terms(lowered.selection), step, show, named=named)
            found.append(_line(step, result, worked, item))
    return found


def _line(step: Step, result: Result, worked: Words | None, item: int | None) -> Line:
    span = step.because[0] if step.because else None
    text = span.text if span else ""
    missing = tuple(sorted(result.missing))
    return Line(step.stage, step.subject, text, worked, result_words(result), result.applies, missing, span, item)


def _with_name(show: Shown) -> Shown:
    """Return how names read where a number alone would not say what it is: 年度支出 200万元."""

    def named(name: str) -> Words | None:
        value = show(name)
        return None if value is None else Words(f"{name} {value.zh}", f"{name} {value.en}")

    return named


def _worked(terms: Terms, step: Step, show: Shown, *, named: bool) -> Words | None:
    """Return the formula of a step with its numbers: 200万元 × 最高 30%; a formula without names only where ``named``."""
    inner = _with_name(show) if named else show
    match step.stage:
        case Stage.STANDARD if terms.pay and terms.pay.value is not None and not terms.tiers:
            return _numbers(terms.pay.value, inner, always=named)  # type: ignore[arg-type]
        case Stage.STANDARD if terms.tiers and terms.tiers.value:
            named = [
                Words("{n} {v}", "{n} {v}").fill(n=name.text, v=value)
                for name in terms.tiers.value.by
                if (value := show(name.text)) is not None
            ]
            tier = _tier(terms)
            words = Words("、".join(n.zh for n in named), ", ".join(n.en for n in named))
            return Words(f"{words.zh}：{tier.zh}", f"{words.en}: {tier.en}") if tier else words
        case Stage.CAP | Stage.ALLOWANCE | Stage.GROUP_CAP:
            return _cap(terms.caps, step, inner, always=named)
        case Stage.CONDITION | Stage.SCOPE | Stage.VERDICT | Stage.STOP:
            return _condition(terms, step, show)
        case _:
            return None


def _tier(terms: Terms) -> Words | None:
    """Return how the table of tiers is read."""
    table = terms.tiers.value if terms.tiers else None
    if table is None:
        return None
    return {
        "highest": Words("取达到的最高一档", "the highest tier reached"),
        "each": Words("达到的每一档都给", "every tier reached"),
        "marginal": Words("分段计算", "each band on its own part"),
        "step_up": Words("取达到的最高一档", "the highest tier reached"),
        "lookup": Words("查表", "as the table says"),
    }[table.mode]


def _cap(
    caps: tuple[Stated[Cap | NoneStated], ...], step: Step, show: Shown, *, always: bool
) -> Words | None:
    for line in caps:
        if step.because and line.span == step.because[0] and isinstance(line.value, Cap):
            return _numbers(line.value.amount, show, always=always)
    return None


def _numbers(expression: Expression, show: Shown, *, always: bool) -> Words | None:
    """Return the formula with its numbers, where there is a name to put a number in for (or ``always``)."""
    told = always or any(show(name) for name in names_in(expression))
    return formula(expression, show) if told else None


def _condition(terms: Terms, step: Step, show: Shown) -> Words | None:
    """Return the facts that a condition speaks of, with their values."""
    where = step.because[0] if step.because else None
    for line in (*terms.when, *terms.excluded, *terms.must, *terms.scope, *terms.stop):
        if where is not None and line.span == where and line.value is not None:
            told = [(name, show(name)) for name in names_in(line.value)]
            known = [(name, value) for name, value in told if value is not None]
            if not known:
                return None
            return Words(
                "，".join(f"{name} = {value.zh}" for name, value in known),
                ", ".join(f"{name} = {value.en}" for name, value in known),
            )
    return None


_CAPS = (Stage.CAP, Stage.ALLOWANCE, Stage.GROUP_CAP)
_SUMS = (Stage.AWARD, Stage.TOTAL)


def chain(found: Sequence[Line]) -> Words:
    """Return the steps on one line: 年度支出 200万元 × 最高 30% = 最高 60万元 → 上限 50万元 → 最高 50万元."""
    told: list[Words] = []
    last: Words | None = None
    for line in found:
        if line.stage in (Stage.SCOPE, Stage.CONDITION):
            if line.applies is False and line.text:
                told.append(_failed(line))
        elif line.applies is not False and not (line.stage in _SUMS and line.outcome == last):
            told.append(_told(line))
            last = line.outcome
    return Words(" → ".join(words.zh for words in told), " → ".join(words.en for words in told))


def _failed(line: Line) -> Words:
    """Return a condition that does not hold, with the facts it speaks of."""
    if line.formula is None:
        return Words(f"{line.text}（不成立）", f"{line.text} (does not hold)")
    return Words(f"{line.text}（{line.formula.zh}，不成立）", f"{line.text} ({line.formula.en}: does not hold)")


def _told(line: Line) -> Words:
    """Return a step that changed something: how it is computed, and what it came to."""
    worked, outcome = line.formula, line.outcome
    stage = Words("上限", "cap") if line.stage in _CAPS else Words(line.stage.value, line.stage.en)
    if worked is None or worked == outcome:
        return Words(f"{stage.zh} {outcome.zh}", f"{stage.en} {outcome.en}")
    if line.stage in _CAPS:
        return Words(f"{stage.zh} {worked.zh} → {outcome.zh}", f"{stage.en} {worked.en} → {outcome.en}")
    if line.stage is Stage.STANDARD:
        return Words(f"{worked.zh} = {outcome.zh}", f"{worked.en} = {outcome.en}")
    return Words(f"{stage.zh} {worked.zh} = {outcome.zh}", f"{stage.en} {worked.en} = {outcome.en}")


__all__ = ["Line", "chain", "lines", "one", "result_words", "results"]
