"""按比例给，没有上限，也不从哪个资金池出：投得越多给得越多，一共要付多少没有底。

错误的写法：

```pol
政策 示范措施
  简称：demo
对象 企业
  研发投入：金额，每年
条 1 支持
  奖补 研发补助
    支持对象：企业
    享受：每家企业 每年
    标准：研发投入 × 15%  # error
```

正确的写法：

```pol
政策 示范措施
  简称：demo
对象 企业
  研发投入：金额，每年
条 1 支持
  奖补 研发补助
    支持对象：企业
    享受：每家企业 每年
    标准：研发投入 × 15%
    上限：每家企业 每年 500万元
```

怎么改：在原文里给一个上限，或者写明从哪笔资金里出（出自）。原文明说不设上限的，写“上限：无”。

---
A rate with no cap and no pool: whoever spends more gets more, and nobody knows what it costs in all.

Bad:

```pol
policy 示范措施
  id: demo
subject 企业
  研发投入: money, yearly
clause 1 支持
  benefit 研发补助
    for: 企业
    per: every 企业 yearly
    pay: 研发投入 × 15%  # error
```

Good:

```pol
policy 示范措施
  id: demo
subject 企业
  研发投入: money, yearly
clause 1 支持
  benefit 研发补助
    for: 企业
    per: every 企业 yearly
    pay: 研发投入 × 15%
    cap: every 企业 yearly 500万元
```

How to fix: let the text name a cap, or the pool that pays (`from_pool`). Where the text says that there is no cap, write `cap: none`.
"""

from __future__ import annotations

from collections.abc import Iterator

from polc.checks.asking import possible, somewhere
from polc.checks.bounds import groups_over, pools_over
from polc.checks.draft import Checked
from polc.core.nodes import Apply, Literal, Reference
from polc.core.program import HIGH
from polc.diagnostics import Diagnostic, Label, Rule, Severity, Words
from polc.model.expressions import (
    Arithmetic,
    Bound,
    Call,
    Expression,
    Interval,
    Kind,
    Name,
    Quantity,
    Relation,
    UpTo,
)
from polc.model.policy import Terms
from polc.model.values import NoneStated, TierRow
from polc.passes.lower.plan import Lowered, Plan
from polc.text import Span

RULE = Rule(
    "uncapped",
    Severity.WARNING,
    title=Words("给多少没有底", "an award without a bound"),
    message=Words(
        "“{name}”按比例给，没有上限，也不从资金池出：一共要付多少没有底",
        "“{name}” pays a rate with no cap and no pool: what it may cost has no bound",
    ),
    page=__doc__ or "",
)
_MUCH = 10**10
"""In 分, 1亿元: what an award must be able to come to before it is called without a bound."""
_HELP = Words(
    "写一个上限，或者写明出自哪个资金池；原文明说不封顶的，写“上限：无”",
    "write a cap, or the pool that pays; where the text says there is none, “cap: none”",
)
_NOT_SAID = Words("这里写的是“未写”", "it is marked as unsaid here")


def check(draft: Checked) -> Iterator[Diagnostic]:
    """Yield every benefit that grows with a fact and that nothing bounds: no cap, no group's cap, no pool, no condition."""
    if not draft.whole:
        return
    for benefit in draft.policy.benefits:
        for lowered in draft.lowered_for(benefit)[:1]:
            plan = lowered.plans[benefit.name]
            place = _grows(lowered, lowered.terms(plan))
            if place is None or _bounded(lowered, plan):
                continue
            much = Apply("less", (Literal(_MUCH), Reference(plan.item + HIGH)))
            if possible(lowered, plan, somewhere(plan.items or None, much), items=1) is True:
                lines = [line for line in lowered.terms(plan).caps if line.value is None]
                related = tuple(Label(line.span, _NOT_SAID) for line in lines)
                yield RULE.at(place, related=related, help=(_HELP,), name=benefit.name)


def _bounded(lowered: Lowered, plan: Plan) -> bool:
    """Return whether a cap, or 上限：无, or a pool, is said of a part or of a group around it."""
    around = (plan, *groups_over(lowered, plan))
    capped = any(line.value is not None for each in around for line in lowered.terms(each).caps)
    return capped or bool(pools_over(lowered, plan))


def _grows(lowered: Lowered, terms: Terms) -> Span | None:
    """Return the line of a standard or tiers that pays more the greater some fact is."""
    if terms.pay is not None and terms.pay.value is not None and not isinstance(terms.pay.value, NoneStated):
        return terms.pay.span if _without_end(lowered, terms.pay.value) else None
    if terms.tiers is None or terms.tiers.value is None:
        return None
    table = terms.tiers.value
    return next((row.span for row in table.rows if _row_grows(lowered, row)), None)


def _row_grows(lowered: Lowered, row: TierRow) -> bool:
    award = row.award.operand if isinstance(row.award, UpTo) else row.award
    if isinstance(award, Quantity):  # a rate of what the table goes by
        return award.kind is Kind.RATE and award.value > 0 and not (row.tests and _ends(row.tests[0]))
    return _without_end(lowered, award)


def _ends(test: object) -> bool:
    """Return whether a test of a tier has an upper bound."""
    return isinstance(test, Interval) or (
        isinstance(test, Bound) and test.relation in (Relation.LE, Relation.LT, Relation.BELOW, Relation.EQ)
    )


def _without_end(lowered: Lowered, expression: Expression) -> bool:
    """Return whether an amount grows with a fact that is money or a count."""
    match expression:
        case UpTo(operand=operand):
            return _without_end(lowered, operand)
        case Arithmetic(operator="+" | "×", left=left, right=right):
            return _without_end(lowered, left) or _without_end(lowered, right)
        case Arithmetic(left=left):
            return _without_end(lowered, left)
        case Call(function="lesser", operands=operands):
            return all(_without_end(lowered, each) for each in operands)
        case Call(function="greater" | "sum", operands=operands):
            return any(_without_end(lowered, each) for each in operands)
        case Name(text=text):
            return _is_quantity(lowered, text)
        case _:
            return False


def _is_quantity(lowered: Lowered, name: str) -> bool:
    for definition in lowered.policy.definitions:
        if definition.name == name:
            return _without_end(lowered, definition.expression)
    return any(
        fact.type.kind in ("money", "count") for subject in lowered.policy.subjects for fact in subject.facts
        if fact.name == name
    )  # fmt: skip
