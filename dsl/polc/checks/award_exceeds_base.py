"""给的比花的还多：补贴的数，超过它按比例去算的那笔支出。保底、固定的加数、超过100%的比例，都会这样。

错误的写法：

```pol
政策 示范措施
  简称：demo
对象 企业
  参展费用：金额，每年
条 1 支持
  奖补 参展补助
    支持对象：企业
    享受：每家企业 每年
    条件：参展费用 大于 0元
    标准：参展费用 × 30%
    保底：1万元  # error
    上限：每家企业 每年 5万元
```

正确的写法：

```pol
政策 示范措施
  简称：demo
对象 企业
  参展费用：金额，每年
条 1 支持
  奖补 参展补助
    支持对象：企业
    享受：每家企业 每年
    条件：参展费用 达到 5万元
    标准：参展费用 × 30%
    保底：1万元
    上限：每家企业 每年 5万元
```

怎么改：给支出写一个门槛，或者写明不超过实际支出（保底：较小（1万元，参展费用））。本来就要多给的，写“已知问题 award-exceeds-base：理由”。

---
More is paid than was spent: an award above the cost it subsidises. A floor, a fixed sum on top or a rate above 100 % does it.

Bad:

```pol
policy 示范措施
  id: demo
subject 企业
  参展费用: money, yearly
clause 1 支持
  benefit 参展补助
    for: 企业
    per: every 企业 yearly
    when: 参展费用 above 0元
    pay: 参展费用 × 30%
    at_least: 1万元  # error
    cap: every 企业 yearly 5万元
```

Good:

```pol
policy 示范措施
  id: demo
subject 企业
  参展费用: money, yearly
clause 1 支持
  benefit 参展补助
    for: 企业
    per: every 企业 yearly
    when: 参展费用 reaches 5万元
    pay: 参展费用 × 30%
    at_least: 1万元
    cap: every 企业 yearly 5万元
```

How to fix: set a threshold for the cost, or say that no more than the cost is paid (`at_least: lesser(1万元, 参展费用)`). Where more is meant to be
paid, name it as known, with the reason.
"""

from __future__ import annotations

from collections.abc import Iterator

from polc.checks.asking import Shown, ask, somewhere
from polc.checks.draft import Checked
from polc.checks.shares import Shares, shares_of
from polc.core.nodes import Apply, Expression, Literal, Reference
from polc.core.program import HIGH
from polc.diagnostics import Diagnostic, Rule, Severity, Words
from polc.passes.lower.plan import Plan
from polc.text import Span

RULE = Rule(
    "award-exceeds-base",
    Severity.WARNING,
    title=Words("给的比基数多", "more is paid than the base"),
    message=Words("“{name}”给的会比它所按的“{base}”还多", "“{name}” can pay more than the “{base}” it is a share of"),
    page=__doc__ or "",
)
_MATERIAL = 100
"""In 分: an excess of less than 1 元 is no finding."""


def check(draft: Checked) -> Iterator[Diagnostic]:
    """Yield every benefit that pays some case at least 1 元 more than the cost its rate is of, under any reading."""
    if not draft.whole:
        return
    for benefit in draft.policy.benefits:
        seen: set[Span] = set()
        for lowered in draft.lowered_for(benefit):
            plan = lowered.plans[benefit.name]
            terms = lowered.terms(plan)
            shares = shares_of(lowered, plan)
            if shares is None:
                continue
            cause = terms.at_least if shares.within else terms.pay  # a floor alone, or the standard itself
            if cause is None or cause.value is None or cause.span in seen:
                continue
            found = ask(lowered, plan, _exceeds(plan, shares), items=1)
            if isinstance(found, Shown):
                seen.add(cause.span)
                reading = draft.chosen(lowered)
                yield RULE.at(
                    cause.span, witness=found.witness(found.award(plan)), notes=(reading,) if reading else (),
                    name=benefit.name, base="、".join(shares.names),
                )  # fmt: skip


def _exceeds(plan: Plan, shares: Shares) -> Expression:
    costs = [Reference(key) for key in shares.rates]
    cost: Expression = costs[0] if len(costs) == 1 else Apply("add", tuple(costs))
    more = Apply("at_most", (Apply("add", (cost, Literal(_MATERIAL))), Reference(plan.item + HIGH)))
    return somewhere(plan.items or None, Apply("and", (Apply("less", (Literal(0), cost)), more)))
