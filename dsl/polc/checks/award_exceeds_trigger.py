"""奖的比引出它的那笔钱还多：够条件的交易只有3万元，一给就是5万元。做一笔交易只为拿奖，就划得来。

看的是条件、分档里要达到多少的那笔钱（交易金额、投资额、营业收入）；给的数照那笔钱按比例算的，由 award-exceeds-base 报；另按别的钱算的不比。

错误的写法：

```pol
政策 示范措施
  简称：demo
对象 企业
对象 数据交易 归属 企业
  交易金额：金额
条 1 支持
  奖补 交易奖
    支持对象：数据交易
    领取人：企业
    享受：每笔数据交易 一次
    条件：交易金额 达到 3万元  # error
    标准：5万元
```

正确的写法：

```pol
政策 示范措施
  简称：demo
对象 企业
对象 数据交易 归属 企业
  交易金额：金额
条 1 支持
  奖补 交易奖
    支持对象：数据交易
    领取人：企业
    享受：每笔数据交易 一次
    条件：交易金额 达到 50万元
    标准：5万元
```

怎么改：提高门槛，降低奖的数，或者改成按那笔钱的一个比例给；写明关联方之间的交易不算，再写一条不予支持。

---
The award is more than the money that brings it about: a deal of 3万元 qualifies, and 5万元 is paid for it. Making the deal for the award alone
is worth it.

Looked at is the money that a condition or a tier wants to be so much (a deal, an investment, a revenue). An award that is a share of it is
for award-exceeds-base; one that goes by other money is not compared.

Bad:

```pol
policy 示范措施
  id: demo
subject 企业
subject 数据交易 owned_by 企业
  交易金额: money
clause 1 支持
  benefit 交易奖
    for: 数据交易
    payee: 企业
    per: per 笔数据交易 once
    when: 交易金额 reaches 3 wan_yuan  # error
    pay: 5 wan_yuan
```

Good:

```pol
policy 示范措施
  id: demo
subject 企业
subject 数据交易 owned_by 企业
  交易金额: money
clause 1 支持
  benefit 交易奖
    for: 数据交易
    payee: 企业
    per: per 笔数据交易 once
    when: 交易金额 reaches 50 wan_yuan
    pay: 5 wan_yuan
```

How to fix: raise the threshold, lower the award, or make it a share of that money; say that deals between related parties do not count, and write
an `except` for them.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from fractions import Fraction

from polc.checks.asking import Shown, ask, somewhere
from polc.checks.bounds import figures_paid
from polc.checks.draft import Checked
from polc.core.nodes import ZERO, Apply, Expression, Literal, Reference
from polc.core.program import HIGH
from polc.diagnostics import Diagnostic, Label, Rule, Severity, Words
from polc.model.expressions import And, Bound, Compare, Interval, Kind, Name, Quantity, Relation
from polc.model.expressions import Expression as Written
from polc.passes.lower.plan import Lowered, Plan
from polc.text import Span

RULE = Rule(
    "award-exceeds-trigger",
    Severity.WARNING,
    title=Words("奖的比引出它的钱还多", "more than the deal that brings it"),
    message=Words(
        "“{name}”给的会比“{fact}”还多：够条件的那笔钱还没有奖多",
        "“{name}” can pay more than the “{fact}” that qualifies for it",
    ),
    page=__doc__ or "",
)
_PAID = Words("给这么多", "this much is paid")
_HELP = Words(
    "提高门槛、降低奖的数，或者改成按那笔钱的一个比例给",
    "raise the threshold, lower the award, or make it a share of that money",
)
_MATERIAL = 100
"""In 分: an excess of less than 1 元 is no finding."""
_FROM = (Relation.GE, Relation.GT, Relation.ABOVE, Relation.EQ)


@dataclass(frozen=True, slots=True)
class _Trigger:
    """Money that must come to so many 元 at the least, and the line that says so; ``tier`` from 1, 0 for a condition."""

    fact: str
    least: Fraction
    span: Span
    tier: int = 0


def check(draft: Checked) -> Iterator[Diagnostic]:
    """Yield every benefit of fixed sums that pays some case at least 1 元 more than the money that a condition wants."""
    if not draft.whole:
        return
    for benefit in draft.policy.benefits:
        seen: set[tuple[str, Span]] = set()
        for lowered in draft.lowered_for(benefit):
            plan = lowered.plans[benefit.name]
            for trigger, paid in _suspects(lowered, plan):
                key = _key(lowered, plan, trigger.fact)
                if key is None or (trigger.fact, paid) in seen:
                    continue
                seen.add((trigger.fact, paid))
                found = ask(lowered, plan, _exceeds(plan, key), items=1)
                if isinstance(found, Shown):
                    reading = draft.chosen(lowered)
                    related = () if paid == trigger.span else (Label(paid, _PAID),)
                    yield RULE.at(
                        trigger.span, help=(_HELP,), related=related, witness=found.witness(found.award(plan)),
                        notes=(reading,) if reading else (), name=benefit.name, fact=trigger.fact,
                    )  # fmt: skip
                    break


def _suspects(lowered: Lowered, plan: Plan) -> Iterator[tuple[_Trigger, Span]]:
    """Yield what an award of one figure is greater than, with the line of the award: the least threshold first."""
    terms = lowered.terms(plan)
    wanted = [
        trigger for line in terms.when if line.value is not None for trigger in _wanted(line.value, line.span)
    ]  # fmt: skip
    table = terms.tiers.value if terms.tiers is not None else None
    if table is not None:
        for number, row in enumerate(table.rows, 1):
            tests = zip(table.by, row.tests, strict=False)
            wanted.extend(
                _Trigger(fact.text, least, row.span, number)
                for fact, test in tests
                if row.span is not None and (least := _least(test)) is not None
            )
    paid = figures_paid(lowered, plan)
    for trigger in sorted(wanted, key=lambda each: each.least):
        for number, amount, span in paid:
            if trigger.tier in (0, number) and amount.value > trigger.least:
                yield trigger, span
                break


def _wanted(condition: Written, span: Span) -> Iterator[_Trigger]:
    """Yield the money that a condition wants to be so much at the least, whatever else it wants."""
    match condition:
        case And(operands=operands):
            for operand in operands:
                yield from _wanted(operand, operand.span or span)
        case Compare(subject=Name(text=fact), test=test):
            least = _least(test)
            if least is not None:
                yield _Trigger(fact, least, span)
        case _:
            return


def _least(test: object) -> Fraction | None:
    """Return how many 元 a test wants at the least; None where it is no such test, or any sum will do."""
    bound = test.low if isinstance(test, Interval) else test
    if not isinstance(bound, Bound) or bound.relation not in _FROM or not isinstance(bound.limit, Quantity):
        return None
    return bound.limit.value if bound.limit.kind is Kind.MONEY and bound.limit.value > 0 else None


def _key(lowered: Lowered, plan: Plan, fact: str) -> str | None:
    """Return the input that a fact is, where it is one of what the benefit is for."""
    hits = lowered.names.look_up(plan.context, fact) if plan.context is not None else []
    return hits[0].key if len(hits) == 1 and hits[0].item is bool(plan.items) else None


def _exceeds(plan: Plan, key: str) -> Expression:
    more = Apply("at_most", (Apply("add", (Reference(key), Literal(_MATERIAL))), Reference(plan.item + HIGH)))
    return somewhere(plan.items or None, Apply("and", (Apply("less", (ZERO, Reference(key))), more)))
