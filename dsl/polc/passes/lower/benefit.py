"""A benefit's steps, in the fixed order.

适用 → 条件 → 标准 → 不足不发 → 保底 → 取整 → 上限 (per award) → 一次/次数/年限 → 补差 = 单项; then Σ 单项 and
each cap per year or in total, net of 已领, finest key first = 应得.
"""

from __future__ import annotations

from collections.abc import Collection

from polc.core.amounts import (
    Amount,
    add,
    capped,
    choose,
    dropped_below,
    less,
    raised,
    rounded,
)
from polc.core.nodes import FALSE, ZERO, Apply, Expression, Literal, Reference
from polc.core.program import Stage, Step
from polc.diagnostics import Words
from polc.errors import missing_line, pay_and_tiers, type_mismatch
from polc.model.policy import Benefit, Stated, Terms
from polc.model.values import Cap, Counted, NoneStated, YearIndex
from polc.passes.elaborate import YEAR_INPUT, Elaborator
from polc.passes.lower import scope, tiers
from polc.passes.lower.caps import allowances, cap_amount, of_one_award, of_several, one_for_the_payee
from polc.passes.lower.carrying import unclear
from polc.passes.lower.counted import gate
from polc.passes.lower.force import of_part
from polc.passes.lower.modifiers import of_rates, on_top_of
from polc.passes.lower.payments import payments
from polc.passes.lower.plan import Building, Plan
from polc.passes.lower.promises import promises
from polc.passes.lower.work import Lowering
from polc.passes.sorts import COUNT, MONEY, YEAR, Typed
from polc.text import Span


def lower_benefit(
    walk: Elaborator,
    benefit: Benefit,
    terms: Terms,
    policy_terms: Terms,
    done: Collection[str],
    failed: Collection[str],
) -> tuple[Building, Plan] | None:
    """Return the benefit's steps and where its results are; None where something (reported) is wrong.

    ``done`` and ``failed`` are the parts lowered before it, which it may speak of.
    """
    before = len([p for p in walk.problems if p.severity.value == "error"])
    build = Building(walk, benefit.name, walk.context.items)
    per = terms.per.value if terms.per else None
    work = Lowering(build, benefit, terms, policy_terms, per, add(), done=done, failed=failed)
    walk.hoist = build.hoisted
    walk.history = lambda name: _received(work, name)
    _check_per(work)
    walk.problems.extend(unclear(terms))
    index, start = year_index(walk, terms)
    if index is None:
        index, start = _years_paid(work)
    held = scope.scope(build, of_part(policy_terms, terms), index, start)
    met = _conditions(work, held)
    due = build.bind(Stage.ITEM)
    if met is not None:
        work.eligible = met
        _standard(work)
        _limits(work)
        _gates(work)
        payments(work)
        item = build.bind(Stage.ITEM)
        work.now = build.amount(Stage.ITEM, work.now, met)
        due, granted, result = allowances(work)
    promises(build, terms, build.bind(Stage.ITEM), build.bind(Stage.AWARD), due)
    build.firsts()
    if len([p for p in walk.problems if p.severity.value == "error"]) > before or met is None:
        return None
    steps = tuple(step.binds for step in build.steps)
    opened = work.now.open != FALSE
    cut = bool(build.items) and (one_for_the_payee(work) or any(_of_the_payee(step) for step in build.steps))
    plan = Plan(
        benefit, "benefit", walk.context, build.items, item, result, opened, steps, tuple(build.histories), due=due,
        cut=cut, granted=granted,
    )  # fmt: skip
    return build, plan


def _of_the_payee(step: Step) -> bool:
    return step.stage is Stage.ALLOWANCE and step.over is None


def _check_per(work: Lowering) -> None:
    if work.terms.per is not None and work.per is not None:
        work.key(work.per.keys, work.terms.per.span)


def _received(work: Lowering, name: str) -> Typed:
    own = work.own
    other = next((b for b in work.walk.names.policy.benefits if b.name == name), None)
    if name and not (other and _same_items(work, other)):
        own = "payee"
    reference = work.build.past("received", name or work.benefit.name, work.holder(own), "ever", item=own == "item")
    return Typed(reference, MONEY)


def _same_items(work: Lowering, other: Benefit) -> bool:
    """Return whether another benefit is for the same kind of items, so that each has a past of its own under it."""
    subject = other.base.subject.value if other.base.subject else None
    return subject is not None and subject.text == work.context.items


def year_index(walk: Elaborator, terms: Terms) -> tuple[Expression | None, Expression | None]:
    """Return (which year this is, counted from 1; the first year) and let expressions say 年序."""
    line = terms.year_index.value if terms.year_index else None
    if not isinstance(line, YearIndex):
        return None, None
    start = walk.typed(line.start)
    if start is None:
        return None, None
    if start.sort != YEAR:
        if line.start.span is not None:
            walk.problems.append(type_mismatch.needed(line.start.span, YEAR.called, start.sort.called))
        return None, None
    walk.note(YEAR_INPUT)
    counted = Apply("add", (Apply("subtract", (Reference(YEAR_INPUT.name), start.core)), Literal(1)))
    walk.specials["年序"] = Typed(counted, COUNT)
    return counted, start.core


def _years_paid(work: Lowering) -> tuple[Expression | None, Expression | None]:
    """Return the same two, counted by the years paid, where 存续兑付 counts years and there is no 年序."""
    line = work.terms.run_off.value if work.terms.run_off else None
    if line is None or line.until is None:
        return None, None
    number = Apply("add", (work.past("years", "ever", work.own), Literal(1)))
    return number, work.past("first_year", "ever", work.own)


def _conditions(work: Lowering, held: Expression | None) -> Expression | None:
    parts: list[Expression] = []
    bad = held is None
    number = 0
    for stated, excluded in (*((s, False) for s in work.terms.when), *((s, True) for s in work.terms.excluded)):
        if stated.value is None:
            continue
        truth = work.walk.truth(stated.value)
        if truth is None:
            bad = True
            continue
        number += 1
        value = Apply("not", (truth,)) if excluded else truth
        name = f"{'不予支持' if excluded else '第'}{number}"
        parts.append(work.build.truth(Stage.CONDITION, value, (stated.span,), name))
    for line in work.terms.on_top_of:
        if line.value is not None and not on_top_of(work, line.value, parts):
            bad = True
    if bad or held is None:
        return None
    return work.build.truth(Stage.CONDITION, scope.both([held, *parts]), ())


def _standard(work: Lowering) -> None:
    terms, walk = work.terms, work.walk
    if terms.tiers and terms.pay:
        walk.problems.append(pay_and_tiers.pay_and_tiers(terms.pay.span, terms.tiers.span))
        return
    if terms.tiers and terms.tiers.value:
        table = terms.tiers.value
        gate = _tier_gates(work, len(table.rows)) if table.mode in ("highest", "each", "lookup") else []
        paid = tiers.pays(work.build, table, gate)
        because: tuple[Span, ...] = (terms.tiers.span,)
    elif terms.pay and terms.pay.value is not None and not isinstance(terms.pay.value, NoneStated):
        paid = walk.award(terms.pay.value)
        because = (terms.pay.span,)
    else:
        if not {"pay", "tiers"}.intersection(terms.unread):
            example = Words("标准：年度支出 × 30%", "pay: 年度支出 × 30%")
            line = Words("标准（或 分档）", "pay (or tiers)")
            walk.problems.append(missing_line.missing_line(work.benefit.span, work.benefit.name, line, example))
        return
    if paid is None:
        return
    mood = work.policy_terms.mood
    if mood is not None and mood.value is not None and of_rates(terms):
        paid = Amount(ZERO, paid.high, paid.open)
        because += (mood.span,)
    work.now = work.build.amount(Stage.STANDARD, choose(work.eligible, paid), work.eligible, because)


def _tier_gates(work: Lowering, count: int) -> list[Expression]:
    """Return whether each tier is still to be had under 每档 一次 or 每档 每年; nothing where 享受 says neither."""
    if work.per is None or not work.per.per_tier or work.per.frequency == "each_time":
        return []
    period = "this_year" if work.per.frequency == "yearly" else "ever"
    return [
        Apply("equal", (work.past("tier_awards", period, work.own, tier), ZERO)) for tier in range(count)
    ]  # fmt: skip


def _limits(work: Lowering) -> None:
    terms, walk = work.terms, work.walk
    if terms.minimum and terms.minimum.value is not None:
        floor = walk.money(terms.minimum.value)
        if floor is not None:
            work.then(Stage.MINIMUM, dropped_below(work.now, floor), (terms.minimum.span,))
    if terms.at_least and terms.at_least.value is not None:
        floor = walk.money(terms.at_least.value)
        if floor is not None:
            raised_ = raised(work.now, floor)
            work.then(Stage.AT_LEAST, choose(work.eligible, raised_), (terms.at_least.span,))
    if terms.rounding and terms.rounding.value is not None:
        how = terms.rounding.value
        work.then(Stage.ROUND, rounded(work.now, how.mode, how.unit), (terms.rounding.span,))  # type: ignore[arg-type]
    number = 0
    for line in terms.caps:
        if isinstance(line.value, Cap) and of_one_award(work, line.value):
            limit = cap_amount(walk, line.value)
            if limit is not None:
                number += 1
                work.then(Stage.CAP, capped(work.now, limit), (line.span,), *([str(number)] if number > 1 else []))


def _gates(work: Lowering) -> None:
    terms, per = work.terms, work.per
    mode = terms.tiers.value.mode if terms.tiers and terms.tiers.value else ""
    if per is not None and per.frequency == "once" and not per.per_tier and mode != "step_up":
        _once(work, "ever")
    if per is not None and per.frequency == "yearly" and not per.per_tier:
        _once(work, "this_year")
    for stage, lines, measure in ((Stage.TIMES, terms.times, "awards"), (Stage.YEARS, terms.years, "years")):
        for number, line in enumerate(lines):
            _count_gate(work, stage, line, measure, number)
    if mode == "step_up" and terms.tiers and terms.tiers.value:
        table = terms.tiers.value
        if table.less == "previous_tier":
            before = tiers.previous_tier(work.walk, table)
            received: Expression = before.high if before else ZERO
        else:
            received = work.past("received", "ever", work.own)
        work.then(Stage.STEP_UP, less(work.now, received), (terms.tiers.span,))


def _once(work: Lowering, period: str) -> None:
    """Add the gate of 享受: what was paid for this key (ever, or this year) is not paid again."""
    never = Apply("equal", (work.past("awards", period, work.own), ZERO))
    work.then(Stage.ONCE, choose(never, work.now), (work.terms.per.span,) if work.terms.per else ())


def _count_gate(work: Lowering, stage: Stage, line: Stated[Counted], measure: str, number: int) -> None:
    if line.value is None:
        return
    key = work.key(line.value.keys, line.span) if line.value.keys else work.own
    if key is None or (stage is Stage.TIMES and of_several(work, key)):
        return  # the second is counted over the items, once each has its own caps behind it
    period = "this_year" if line.value.period == "yearly" else "ever"
    if key == "payee" and work.context.items and measure == "awards":
        measure = "years"  # one award a year, however many items it is booked to
    work.now = gate(work.build, stage, work.now, line, work.past(measure, period, key), number)
