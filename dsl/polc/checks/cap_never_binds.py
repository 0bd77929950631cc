"""一个上限，在够条件的范围里，怎么算都碰不到。要么上限写高了，要么少写了一个条件；读的人会以为它管着什么。

错误的写法：

```pol
政策 示范措施
  简称：demo
对象 企业
  首次入库：是否
条 1 支持
  奖补 入库奖
    支持对象：企业
    享受：每家企业 一次
    条件：首次入库
    标准：5万元
    上限：每家企业 10万元  # error
```

正确的写法：

```pol
政策 示范措施
  简称：demo
对象 企业
  首次入库：是否
条 1 支持
  奖补 入库奖
    支持对象：企业
    享受：每家企业 一次
    条件：首次入库
    标准：5万元
```

怎么改：看上限是不是写高了，或者标准是不是写低了；两处都对，上限可以删去，原文里也可以删。

---
A cap that no eligible case ever reaches: the cap is too high, or a condition was left out. A reader thinks it limits something.

Bad:

```pol
policy 示范措施
  id: demo
subject 企业
  首次入库: truth
clause 1 支持
  benefit 入库奖
    for: 企业
    per: every 企业 once
    when: 首次入库
    pay: 5万元
    cap: every 企业 10万元  # error
```

Good:

```pol
policy 示范措施
  id: demo
subject 企业
  首次入库: truth
clause 1 支持
  benefit 入库奖
    for: 企业
    per: every 企业 once
    when: 首次入库
    pay: 5万元
```

How to fix: see whether the cap is too high or the standard too low; where both are right, the cap can go, in the text too.
"""

from __future__ import annotations

from collections.abc import Iterator

from polc.checks.asking import MANY
from polc.checks.cap_reach import never_binds, presumes_stacking, why_never
from polc.checks.draft import Checked
from polc.diagnostics import Diagnostic, Rule, Severity, Words
from polc.model.values import Cap

RULE = Rule(
    "cap-never-binds",
    Severity.NOTE,
    title=Words("碰不到的上限", "a cap that never binds"),
    message=Words("“{name}”的上限 {cap} 从来碰不到", "the cap {cap} of “{name}” is never reached"),
    page=__doc__ or "",
    moot_under=("never-eligible",),
)
_PROVED = Words(
    f"已证明：事实怎么取，都不超过它（每种东西最多 {MANY} 项）",
    f"proved: it is not exceeded, whatever the facts (for at most {MANY} items of a kind)",
)


def check(draft: Checked) -> Iterator[Diagnostic]:
    """Yield every cap that is proved to change nothing, in any case that the policy allows and under any reading."""
    if not draft.whole:
        return
    for part in draft.policy.parts:
        for cap in part.base.caps:
            if isinstance(cap.value, Cap) and never_binds(draft, part, cap) and not presumes_stacking(draft, part, cap):
                text = cap.value.amount.span.text if cap.value.amount.span else ""
                why, notes = why_never(draft, part, cap)
                yield RULE.at(cap.span, related=why, notes=(_PROVED, *notes), name=part.name, cap=text)
