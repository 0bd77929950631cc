"""几个上限大小颠倒：一样东西的比一家的高，一年的比累计的高，一项的比几项合起来的高。小的先封住，大的写了也到不了。

错误的写法：

```pol
政策 示范措施
  简称：demo
对象 企业
  高新企业：是否
对象 项目 归属 企业
  实际投资额：金额
条 1 支持
  奖补 项目补助
    支持对象：项目
    领取人：企业
    享受：每个项目 一次
    标准：实际投资额 × 20%
    上限：每个项目 每次 200万元  # error
    上限：每家企业 每年 100万元
```

正确的写法：

```pol
政策 示范措施
  简称：demo
对象 企业
  高新企业：是否
对象 项目 归属 企业
  实际投资额：金额
条 1 支持
  奖补 项目补助
    支持对象：项目
    领取人：企业
    享受：每个项目 一次
    标准：实际投资额 × 20%
    上限：每个项目 每次 100万元
    上限：每家企业 每年 200万元
```

怎么改：多半是两个数写颠倒了。一样东西的上限不高于一家的，一次、一年的不高于累计的，一项的不高于几项合起来的。

---
Caps in the wrong order: one item's above the payee's, a year's above the total, one benefit's above that of several together. The lower one
binds first and the higher one is never reached.

Bad:

```pol
policy 示范措施
  id: demo
subject 企业
  高新企业: truth
subject 项目 owned_by 企业
  实际投资额: money
clause 1 支持
  benefit 项目补助
    for: 项目
    payee: 企业
    per: every 项目 once
    pay: 实际投资额 × 20%
    cap: every 项目 each_time 200万元  # error
    cap: every 企业 yearly 100万元
```

Good:

```pol
policy 示范措施
  id: demo
subject 企业
  高新企业: truth
subject 项目 owned_by 企业
  实际投资额: money
clause 1 支持
  benefit 项目补助
    for: 项目
    payee: 企业
    per: every 项目 once
    pay: 实际投资额 × 20%
    cap: every 项目 each_time 100万元
    cap: every 企业 yearly 200万元
```

How to fix: most often two figures are swapped. An item's cap is at most the payee's, a year's at most the total, one benefit's at most that of
several together.
"""

from __future__ import annotations

from collections.abc import Iterator

from polc.checks.bounds import bounds_of, bounds_over
from polc.checks.draft import Checked
from polc.diagnostics import Diagnostic, Label, Rule, Severity, Words

RULE = Rule(
    "cap-inverted",
    Severity.ERROR,
    title=Words("上限大小颠倒", "caps in the wrong order"),
    message=Words(
        "“{name}”的上限 {cap} 到不了：{other}已经封在 {lower}",
        "the cap {cap} of “{name}” cannot be reached: {other} stops at {lower} before",
    ),
    page=__doc__ or "",
)
_HERE = Words("先在这里封住", "this one binds first")
_OF_ITS_OWN = Words("它自己的另一个上限", "another cap of its own")


def check(draft: Checked) -> Iterator[Diagnostic]:
    """Yield every cap above one that bounds at least as much; of several such the lowest is named."""
    if not draft.whole:
        return
    for part in (*draft.policy.benefits, *draft.policy.groups):
        for lowered in draft.lowered_for(part)[:1]:
            plan = lowered.plans[part.name]
            wider = sorted(bounds_over(lowered, plan), key=lambda cap: cap.figure)
            for cap in bounds_of(lowered, plan):
                first = next((each for each in wider if cap.within(each) and each.figure < cap.figure), None)
                if first is None:
                    continue
                name = first.plan.part.name
                other = _OF_ITS_OWN if name == part.name else Words(f"“{name}”", f"“{name}”")
                yield RULE.at(
                    cap.span, related=(Label(first.span, _HERE),), name=part.name, cap=cap.text, other=other,
                    lower=first.text,
                )  # fmt: skip
