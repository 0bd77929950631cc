"""资金池够足额付几份：超过这么多家，就要看“超出”了。写在这里，是让定总额的人心里有数。

错误的写法：

```pol
政策 示范措施
  简称：demo
对象 企业
  年度支出：金额，每年
条 1 支持
  资金池 甲资金：每年 500万元  # error
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
    名额：每年 10家，按 年度支出
```

怎么改：不是错。看看会来申请的有多少家，总额够不够；不够的，改总额、上限，或者写名额。

够一百份以上的不提。

---
How many awards in full a pool pays: with more applicants, 超出 decides. It is said so that whoever sets the sum knows.

Reported:

```pol
policy 示范措施
  id: demo
subject 企业
  年度支出: money, yearly
clause 1 支持
  pool 甲资金: yearly 500万元  # error
    excess: pro_rata
  benefit 甲补贴
    for: 企业
    per: every 企业 yearly
    pay: 年度支出 × 10%
    cap: every 企业 yearly 50万元
    from_pool: 甲资金
```

Not reported:

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
    quota: yearly 10家, by 年度支出
```

How to fix: nothing is wrong. See how many will apply and whether the sum will do; else change the sum or the cap, or set a quota.

A pool that pays a
hundred awards or more is not mentioned.
"""

from __future__ import annotations

from collections.abc import Iterator

from polc.checks.bounds import drawn
from polc.checks.draft import Checked
from polc.checks.funding import Need, full_award, size_of
from polc.diagnostics import Diagnostic, Label, Rule, Severity, Words
from polc.passes.lower.plan import Plan

RULE = Rule(
    "pool-lasts",
    Severity.NOTE,
    title=Words("资金池够付几份", "how many awards a pool pays"),
    message=Words(
        "“{name}”的 {size} 够“{benefit}”足额付 {number} 份，每份 {figure}",
        "{size} of “{name}” pay {number} awards of “{benefit}” in full, {figure} each",
    ),
    page=__doc__ or "",
)
_MANY = 100
_HERE = Words("足额的一份", "one award in full")


def check(draft: Checked) -> Iterator[Diagnostic]:
    """Yield every pool that fewer than a hundred full awards exhaust, by the greatest of what it pays, where no 名额 is set."""
    if not draft.whole:
        return
    lowered = draft.compiled.lowered()
    for pool in draft.policy.pools:
        size = size_of(lowered, pool)
        if size is None or pool.base.quota is not None:
            continue
        asked: list[tuple[Need, Plan]] = []
        for plan in drawn(lowered, pool):
            need = full_award(lowered, plan, size)
            if need is not None and lowered.terms(plan).quota is None and 0 < need.figure <= size.figure:
                asked.append((need, plan))
        if not asked:
            continue
        most, plan = max(asked, key=lambda each: each[0].figure)
        number = size.figure // most.figure
        if number < _MANY:
            yield RULE.at(
                pool.span, related=(Label(most.span, _HERE),), name=pool.name, size=size.text, benefit=plan.part.name,
                number=str(number), figure=most.text,
            )  # fmt: skip
