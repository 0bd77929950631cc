"""资金池连一份足额的都付不起，或者付不起全部名额：写了给这么多、这么多家，钱却没有留够。

错误的写法：

```pol
政策 示范措施
  简称：demo
对象 企业
  年度支出：金额，每年
条 1 支持
  资金池 甲资金：每年 30万元  # error
    超出：按比例折算
  奖补 甲补贴
    支持对象：企业
    享受：每家企业 每年
    标准：年度支出 × 10%
    上限：每家企业 每年 50万元
    出自：甲资金
```

正确的写法：

```pol
政策 示范措施
  简称：demo
对象 企业
  年度支出：金额，每年
条 1 支持
  资金池 甲资金：每年 500万元
    超出：按比例折算
  奖补 甲补贴
    支持对象：企业
    享受：每家企业 每年
    标准：年度支出 × 10%
    上限：每家企业 每年 50万元
    出自：甲资金
```

怎么改：看是池子写小了，还是标准、上限、名额写大了；多半少写了一个“万”或者“0”。分几年付得起的，写“超出：递延”。

---
A pool that cannot pay one award in full, or not all the places of a quota: so much is promised to so many and the money is not set aside.

Bad:

```pol
policy 示范措施
  id: demo
subject 企业
  年度支出: money, yearly
clause 1 支持
  pool 甲资金: yearly 30万元  # error
    excess: pro_rata
  benefit 甲补贴
    for: 企业
    per: every 企业 yearly
    pay: 年度支出 × 10%
    cap: every 企业 yearly 50万元
    from_pool: 甲资金
```

Good:

```pol
policy 示范措施
  id: demo
subject 企业
  年度支出: money, yearly
clause 1 支持
  pool 甲资金: yearly 500万元
    excess: pro_rata
  benefit 甲补贴
    for: 企业
    per: every 企业 yearly
    pay: 年度支出 × 10%
    cap: every 企业 yearly 50万元
    from_pool: 甲资金
```

How to fix: see whether the pool is too small or the standard, cap or quota too great; often a 万 or a 0 is missing. Where the rest is paid in later
years, write `excess: defer`.
"""

from __future__ import annotations

from collections.abc import Iterator

from polc.checks.asking import Answer, Shown, ask, somewhere
from polc.checks.bounds import drawn
from polc.checks.draft import Checked
from polc.checks.funding import Size, full_award, places, size_of
from polc.core.nodes import Apply, Literal
from polc.core.program import amount_of
from polc.diagnostics import Diagnostic, Label, Rule, Severity, Words
from polc.passes.lower.plan import Lowered, Plan
from polc.readers.prose import figures
from polc.readers.smt import Impossible
from polc.readers.smt.verdict import MOST_ITEMS

RULE = Rule(
    "pool-too-small",
    Severity.ERROR,
    title=Words("资金池付不起", "a pool that is too small"),
    message=Words("“{name}”只有 {size}，{need}", "“{name}” holds {size}: {need}"),
    page=__doc__ or "",
)
_ONE = Words("“{benefit}”足额的一份就要 {figure}", "one full award of “{benefit}” takes {figure}")
_ALL = Words(
    "“{benefit}”的 {limit} 名额全给，至少要 {figure}", "the {limit} places of “{benefit}” take at least {figure}"
)
_HERE = Words("这里写了给多少", "what is paid")
_POOL = Words("“{name}”", "“{name}”")


def check(draft: Checked) -> Iterator[Diagnostic]:
    """Yield every pool that one full award exceeds, or all places of a quota at their least; 递延 by the year apart."""
    if not draft.whole:
        return
    lowered = draft.compiled.lowered()
    for pool in draft.policy.pools:
        size = size_of(lowered, pool)
        if size is None or size.may_wait:
            continue
        for plan in drawn(lowered, pool):
            full, quota = full_award(lowered, plan, size), places(lowered, plan, size)
            witness = None
            if full is not None and full.figure > size.figure:
                answer = _beyond(lowered, plan, size)
                if isinstance(answer, Impossible):
                    continue  # a cap that no award comes near is for cap-never-binds
                need, span = _ONE.fill(benefit=plan.part.name, figure=full.text), full.span
                if isinstance(answer, Shown):
                    holds = Words(size.text, size.text)
                    witness = answer.witness(answer.award(plan), (_POOL.fill(name=pool.name), holds))
            elif quota is not None and quota.figure > size.figure:
                total = figures.amount(quota.figure * 100)
                need, span = _ALL.fill(benefit=plan.part.name, limit=quota.text, figure=total), quota.span
            else:
                continue
            related = (Label(span, _HERE),)
            yield RULE.at(pool.span, related=related, witness=witness, name=pool.name, size=size.text, need=need)


def _beyond(lowered: Lowered, plan: Plan, size: Size) -> Answer:
    """Return the least case in which one award alone is more than the pool holds."""
    more = Apply("less", (Literal(int(size.figure * 100)), amount_of(plan.result).high))
    over = lowered.step(plan.result).over
    return ask(lowered, plan, somewhere(over, more), items=1 if plan.items else MOST_ITEMS)
