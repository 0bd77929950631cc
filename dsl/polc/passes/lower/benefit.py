"""A benefit's steps, in the fixed order.

适用 → 条件 → 标准 → 不足不发 → 保底 → 取整 → 上限 (per award) → 一次/次数/年限 → 补差 = 单项; then Σ 单项 and
each cap per year or in total, net of 已领, finest key first = 应得.
"""

from __future__ import annotations

from dataclasses import dataclass

from polc.core.amounts import (
    Amount,
    add,
    capped,
    choose,
    differs,
    dropped_below,
    less,
    over_items,
    raised,
    rounded,
)
from polc.core.nodes import FALSE, TRUE, ZERO, Apply, Choose, Expression, Literal, Reference
from polc.core.program import Stage
from polc.diagnostics import Words
from polc.errors import key_unreachable, missing_line, type_mismatch, unknown_payee, unknown_subject
from polc.model.expressions import Kind, Quantity, UpTo
from polc.model.policy import Benefit, Part, Stated, Terms
from polc.model.values import Cap, Counted, KeyPart, NoneStated, Per, YearIndex
from polc.passes import compare
from polc.passes.elaborate import YEAR_INPUT, Elaborator
from polc.passes.lower import scope, tiers
from polc.passes.lower.plan import Building, Plan
from polc.passes.lower.promises import promises
from polc.passes.names import Context, Names, nearest
from polc.passes.sorts import COUNT, MONEY, YEAR, Typed
from polc.text import Span


def context_of(names: Names, part: Part, terms: Terms, problems: list) -> Context | None:  # type: ignore[type-arg]
    """Return from whose side a part reads names; None (reported) where 支持对象 or 领取人 cannot be found."""
    named = terms.subject.value if terms.subject else None
    if named is None:
        if "for" not in terms.unread:
            example = Words("支持对象：企业", "for: 企业")
            problems.append(missing_line.missing_line(part.span, part.name, Words("支持对象", "for"), example))
        return None
    subject = names.subjects.get(named.text)
    if subject is None:
        known = list(names.subjects)
        problems.append(
            unknown_subject.unknown_subject(named.span or part.span, named.text, known, nearest(named.text, known))
        )
        return None
    roles = [role for role, _ in names.owners(subject)]
    wanted = terms.payee.value if terms.payee else None
    if not names.owned(subject):
        return names.context(subject, subject.name)
    if wanted is None:
        problems.append(unknown_payee.unknown_payee(part.span, part.name, subject.name, roles))
        return None
    if wanted.text not in roles:
        problems.append(
            unknown_subject.unknown_subject(wanted.span or part.span, wanted.text, roles, nearest(wanted.text, roles))
        )
        return None
    return names.context(subject, wanted.text)


@dataclass
class Lowering:
    """One benefit on its way down: what it has so far, and the amount at the last step."""

    build: Building
    benefit: Benefit
    terms: Terms
    policy_terms: Terms
    per: Per | None
    now: Amount
    eligible: Expression = TRUE

    # ---- small words -------------------------------------------------------------------------
    @property
    def walk(self) -> Elaborator:
        """The expression walk of this benefit."""
        return self.build.walk

    @property
    def context(self) -> Context:
        """From whose side names are read."""
        return self.walk.context

    def holder(self, key: str) -> str:
        """Return whose past a key of kind item or payee speaks of."""
        return self.context.subject.name if key == "item" else self.context.role

    def key(self, parts: tuple[KeyPart, ...], span: Span) -> str | None:
        """Return ``item`` or ``payee`` for a key behind 每; None (reported) where it is out of reach."""
        return key_of(self.walk, self.benefit.name, parts, span)

    @property
    def own(self) -> str:
        """The key of the benefit itself: ``item`` where it has items and 享受 does not name the payee."""
        if not self.context.items:
            return "payee"
        if self.per is None or not self.per.keys:
            return "item"
        found = {self.walk.names.key_is(self.context, k) for k in map(self.walk.names.key, self.per.keys) if k}
        return "payee" if found == {"payee"} else "item"

    def past(self, measure: str, period: str, key: str, tier: int | None = None) -> Reference:
        """Return a history input of this benefit."""
        item = key == "item" and bool(self.context.items)
        return self.build.past(measure, self.benefit.name, self.holder(key), period, item=item, tier=tier)

    def then(self, stage: Stage, value: Amount, because: tuple[Span, ...] = (), *rest: str) -> None:
        """Add the next amount step."""
        applies = differs(self.now, value)
        self.now = self.build.amount(stage, value, applies, because, *rest)


def lower_benefit(
    walk: Elaborator, benefit: Benefit, terms: Terms, policy_terms: Terms
) -> tuple[Building, Plan] | None:
    """Return the benefit's steps and where its results are; None where something (reported) is wrong."""
    before = len([p for p in walk.problems if p.severity.value == "error"])
    build = Building(walk, benefit.name, walk.context.items)
    per = terms.per.value if terms.per else None
    work = Lowering(build, benefit, terms, policy_terms, per, add())
    walk.history = lambda name: _received(work, name)
    _check_per(work)
    index, start = year_index(walk, terms)
    held = scope.scope(build, _with_run_off(policy_terms, terms), index, start)
    met = _conditions(work, held)
    if met is not None:
        work.eligible = met
        _standard(work)
        _limits(work)
        _gates(work)
        _stops(work)
        item = build.bind(Stage.ITEM)
        work.now = build.amount(Stage.ITEM, work.now, met)
        result = _allowances(work)
    promises(build, terms, build.bind(Stage.ITEM), build.bind(Stage.AWARD), benefit.name)
    if len([p for p in walk.problems if p.severity.value == "error"]) > before or met is None:
        return None
    steps = tuple(step.binds for step in build.steps)
    opened = work.now.open != FALSE
    plan = Plan(benefit, "benefit", walk.context, build.items, item, result, opened, steps, tuple(build.histories))
    return build, plan


def _with_run_off(policy_terms: Terms, terms: Terms) -> Terms:
    return policy_terms.under(Terms(run_off=terms.run_off)) if terms.run_off else policy_terms


def _check_per(work: Lowering) -> None:
    if work.terms.per is not None and work.per is not None:
        work.key(work.per.keys, work.terms.per.span)


def _received(work: Lowering, name: str) -> Typed:
    of = name or work.benefit.name
    reference = work.build.past("received", of, work.holder(work.own), "ever", item=work.own == "item")
    return Typed(reference, MONEY)


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
    if bad or held is None:
        return None
    return work.build.truth(Stage.CONDITION, scope.both([held, *parts]), ())


def _standard(work: Lowering) -> None:
    terms, walk = work.terms, work.walk
    if terms.tiers and terms.tiers.value:
        table = terms.tiers.value
        gate = _tier_gates(work, len(table.rows)) if work.per and work.per.per_tier and table.mode in (
            "highest", "each", "lookup") else []  # fmt: skip
        paid = tiers.pays(work.build, table, gate)
        because = (terms.tiers.span,)
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
    work.now = work.build.amount(Stage.STANDARD, choose(work.eligible, paid), work.eligible, because)


def _stops(work: Lowering) -> None:
    """Add 停付: whether the instalments still to come stop, tested on the facts of the year of each."""
    found: list[Expression] = []
    for line in work.terms.stop:
        truth = work.walk.truth(line.value) if line.value is not None else None
        if truth is not None:
            found.append(truth)
    if found:
        value = found[0] if len(found) == 1 else Apply("or", tuple(found))
        work.build.truth(Stage.STOP, value, tuple(line.span for line in work.terms.stop))


def _tier_gates(work: Lowering, count: int) -> list[Expression]:
    return [
        Apply("equal", (work.past("tier_awards", "ever", work.own, tier), ZERO)) for tier in range(count)
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


def per_award(cap: Cap) -> bool:
    """Return whether a cap bounds one award by its own words: 每次, or no period said."""
    return cap.period in ("each_time", "")


def of_one_award(work: Lowering, cap: Cap) -> bool:
    """Return whether a cap bounds one award: by its words, or because key and period are those of 享受 itself.

    Where 享受 is unsaid, it follows from the first cap that names a period. A key out of reach bounds no award: it is
    reported where the caps that collect are added.
    """
    key = _key_quietly(work, cap.keys)
    if key is None:
        return False
    if per_award(cap):
        return True
    if work.per is not None and work.per.per_tier:
        return False
    periods = {"once": "to_date", "yearly": "yearly"}
    if work.per is not None and work.per.frequency:
        own: tuple[str | None, str] = (work.own, periods.get(work.per.frequency, ""))
    else:
        first = next((c.value for c in work.terms.caps if isinstance(c.value, Cap) and not per_award(c.value)), cap)
        own = (_key_quietly(work, first.keys), first.period)
    return (key, cap.period) == own


def _key_quietly(work: Lowering, parts: tuple[KeyPart, ...]) -> str | None:
    names = work.walk.names
    kinds = {names.key_is(work.context, key) if (key := names.key(part)) else None for part in parts}
    if not parts:
        return work.own
    if None in kinds:
        return None
    return "item" if "item" in kinds else "payee"


def cap_amount(walk: Elaborator, cap: Cap) -> Expression | None:
    """Return the figure of a cap; 最高 in front of it says no more than the cap itself."""
    amount = cap.amount.operand if isinstance(cap.amount, UpTo) else cap.amount
    return walk.money(amount)


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


def _limit(limit: Quantity) -> int:
    """Return how many times or years a limit allows; a duration is held in months."""
    return int(limit.value / 12) if limit.kind is Kind.DURATION else int(limit.value)


def _once(work: Lowering, period: str) -> None:
    """Add the gate of 享受: what was paid for this key (ever, or this year) is not paid again."""
    never = Apply("equal", (work.past("awards", period, work.own), ZERO))
    work.then(Stage.ONCE, choose(never, work.now), (work.terms.per.span,) if work.terms.per else ())


def _count_gate(work: Lowering, stage: Stage, line: Stated[Counted], measure: str, number: int) -> None:
    if line.value is None:
        return
    key = work.key(line.value.keys, line.span) if line.value.keys else work.own
    if key is None:
        return
    period = "this_year" if line.value.period == "yearly" else "ever"
    room = Apply("less", (work.past(measure, period, key), Literal(_limit(line.value.limit))))
    rest = [str(number + 1)] if number else []
    work.then(stage, choose(room, work.now), (line.span,), *rest)


def _allowances(work: Lowering) -> str:
    """Add the caps per year and in total, finest key first, and 应得; return the bind of 应得."""
    build = work.build
    coming: list[tuple[str, Stated[Cap | NoneStated], Expression]] = []
    for line in work.terms.caps:
        if not isinstance(line.value, Cap) or of_one_award(work, line.value):
            continue
        key = work.key(line.value.keys, line.span) if line.value.keys else work.own
        limit = cap_amount(work.walk, line.value)
        if key is not None and limit is not None:
            coming.append((key if work.context.items else "payee", line, limit))
    number = 0
    for key, line, limit in coming:
        if key == "item":
            number += 1
            _allowance(work, line, limit, "item", number)
    if build.items:
        # one award for the payee, however many items: the highest of them; otherwise every item is its own award
        one = work.own == "payee" and work.per is not None and work.per.frequency in ("once", "yearly")
        work.now = over_items("max" if one else "sum", build.items, work.now)
        build.items = ""
    for key, line, limit in coming:
        if key == "payee":
            number += 1
            _allowance(work, line, limit, "payee", number)
    build.amount(Stage.AWARD, work.now, work.eligible if not work.context.items else TRUE)
    build.items = work.context.items
    return build.bind(Stage.AWARD)


def _allowance(work: Lowering, line: Stated[Cap | NoneStated], limit: Expression, key: str, number: int) -> None:
    cap = line.value
    if not isinstance(cap, Cap):
        return
    received = work.past("received", "this_year" if cap.period == "yearly" else "ever", key)
    room = Apply("max", (ZERO, Apply("subtract", (limit, received))))
    rest = [str(number)] if number > 1 else []
    if not work.build.items and work.now.low != ZERO and work.context.items:
        # the sum over the items gets a name of its own, so that the cap's explanation can show it
        work.now = work.build.amount(Stage.ALLOWANCE, work.now, TRUE, (), "合计前")
    work.then(Stage.ALLOWANCE, capped(work.now, room), (line.span,), *rest)


def key_of(walk: Elaborator, part: str, parts: tuple[KeyPart, ...], span: Span) -> str | None:
    """Return ``item`` or ``payee`` for a key behind 每; None (reported) where it means nothing or is out of reach."""
    if not parts:
        return "item" if walk.context.items else "payee"
    kinds: set[str] = set()
    known = [*walk.names.subjects, *walk.names.roles]
    for one in parts:
        name = walk.names.key(one)
        where = one.span or span
        if name is None:
            walk.problems.append(unknown_subject.unknown_subject(where, one.text, known, nearest(one.text, known)))
            return None
        kind = walk.names.key_is(walk.context, name)
        if kind is None:
            allowed = list(dict.fromkeys([walk.context.subject.name, walk.context.role]))
            walk.problems.append(key_unreachable.key_unreachable(where, name, part, allowed))
            return None
        kinds.add(kind)
    return "item" if "item" in kinds else "payee"


__all__ = ["Choose", "compare", "context_of", "key_of", "lower_benefit"]
