"""保底比上限高：够得着保底的企业，给到保底就超过上限，给到上限就不到保底。两句话不能同时做到。

错误的写法：

```pol
政策 示范措施
  简称：demo
对象 企业
  年度支出：金额，每年
条 1 支持
  奖补 甲补贴
    支持对象：企业
    享受：每家企业 每年
    条件：年度支出 达到 10万元
    标准：年度支出 × 10%
    保底：8万元  # error
    上限：每家企业 每年 5万元
```

正确的写法：

```pol
政策 示范措施
  简称：demo
对象 企业
  年度支出：金额，每年
条 1 支持
  奖补 甲补贴
    支持对象：企业
    享受：每家企业 每年
    条件：年度支出 达到 10万元
    标准：年度支出 × 10%
    保底：2万元
    上限：每家企业 每年 5万元
```

怎么改：保底要比上限低；看原文哪一个数写错了。

---
The floor is above the cap: who is owed the floor would exceed the cap, and who is held to the cap gets less than the floor.

Bad:

```pol
policy 示范措施
  id: demo
subject 企业
  年度支出: money, yearly
clause 1 支持
  benefit 甲补贴
    for: 企业
    per: every 企业 yearly
    when: 年度支出 reaches 10万元
    pay: 年度支出 × 10%
    at_least: 8万元  # error
    cap: every 企业 yearly 5万元
```

Good:

```pol
policy 示范措施
  id: demo
subject 企业
  年度支出: money, yearly
clause 1 支持
  benefit 甲补贴
    for: 企业
    per: every 企业 yearly
    when: 年度支出 reaches 10万元
    pay: 年度支出 × 10%
    at_least: 2万元
    cap: every 企业 yearly 5万元
```

How to fix: a floor is below the cap; see in the text which figure is wrong.
"""

from __future__ import annotations

from collections.abc import Iterator

from polc.checks.asking import Shown, ask, somewhere
from polc.checks.draft import Checked
from polc.core.nodes import Apply, Reference
from polc.core.program import HIGH, Stage
from polc.diagnostics import Diagnostic, Label, Rule, Severity, Words

RULE = Rule(
    "floor-above-cap",
    Severity.ERROR,
    title=Words("保底高于上限", "floor above cap"),
    message=Words("“{name}”的保底比上限高", "the floor of “{name}” is above its cap"),
    page=__doc__ or "",
)
_CAP_HERE = Words("这里封顶", "the cap")


def check(draft: Checked) -> Iterator[Diagnostic]:
    """Yield every 保底 that some case is raised to and that a 上限 of one award then cuts."""
    if not draft.whole:
        return
    for benefit in draft.policy.benefits:
        floor = benefit.base.at_least
        if floor is None:
            continue
        for lowered in draft.lowered_for(benefit)[:1]:
            plan = lowered.plans[benefit.name]
            steps = [lowered.step(binds) for binds in plan.steps]
            raised = next((step for step in steps if step.stage is Stage.AT_LEAST), None)
            for cut in steps:
                if raised is None or cut.stage is not Stage.CAP or cut.over != raised.over:
                    continue
                below = Apply("less", (Reference(cut.binds + HIGH), Reference(raised.binds + HIGH)))
                found = ask(lowered, plan, somewhere(raised.over, Apply("and", (raised.applies, below))))
                if isinstance(found, Shown):
                    witness = found.witness(found.award(plan))
                    related = (Label(cut.because[0], _CAP_HERE),) if cut.because else ()
                    yield RULE.at(floor.span, related=related, witness=witness, name=benefit.name)
                    break
