"""保底比上限高：够得着保底的企业，给到保底就超过上限，给到上限就不到保底。两句话不能同时做到。

累计、当年的上限按还没有用过的算：快用完的上限压过保底，不算矛盾。第一年够不着保底、以后才够得着的，给出最少的几年。

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

A cap in total or of a year is taken as not used yet: one that is nearly used up contradicts no floor. Where nobody is owed the floor in a first
year, the fewest years that lead to it are given.

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

from polc.checks.asking import Impossible, Shown, ask, somewhere
from polc.checks.draft import Checked
from polc.checks.over_years import later_with_others
from polc.core.nodes import ZERO, Apply, Expression, Reference
from polc.core.program import HIGH, Stage, Step
from polc.core.references import references_of_step
from polc.diagnostics import Diagnostic, Label, Rule, Severity, Witness, Words
from polc.passes.lower.plan import Lowered, Plan

RULE = Rule(
    "floor-above-cap",
    Severity.ERROR,
    title=Words("保底高于上限", "floor above cap"),
    message=Words("“{name}”的保底比上限高", "the floor of “{name}” is above its cap"),
    page=__doc__ or "",
)
_CAP_HERE = Words("这里封顶", "the cap")
_YEARS = Words("够得着保底的一年", "the year it comes to that")
_CUTS = (Stage.CAP, Stage.ALLOWANCE)


def check(draft: Checked) -> Iterator[Diagnostic]:
    """Yield every 保底 that some case is raised to and that a 上限 of which nothing is used up yet then cuts."""
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
                if raised is None or cut.stage not in _CUTS or cut.over != raised.over:
                    continue
                witness = _witness(lowered, plan, raised, cut)
                if witness is not None:
                    related = (Label(cut.because[0], _CAP_HERE),) if cut.because else ()
                    yield RULE.at(floor.span, related=related, witness=witness, name=benefit.name)
                    break


def _witness(lowered: Lowered, plan: Plan, raised: Step, cut: Step) -> Witness | None:
    """Return a case of a first year in which the cap cuts the floor, else the years that lead to one."""
    below = Apply("less", (Reference(cut.binds + HIGH), Reference(raised.binds + HIGH)))
    question = somewhere(raised.over, Apply("and", (raised.applies, below, *_nothing_used(plan, cut))))
    found = ask(lowered, plan, question)
    if isinstance(found, Shown):
        return found.witness(found.award(plan))
    years = later_with_others(lowered, plan, question) if isinstance(found, Impossible) else None
    return years.by_year(_YEARS) if years is not None else None


def _nothing_used(plan: Plan, cut: Step) -> Iterator[Expression]:
    """Yield that nothing was received yet of what a cap counts: a cap that is used up contradicts no floor."""
    read = references_of_step(cut)
    for history in plan.histories:
        if history.name in read:
            yield Apply("equal", (Reference(history.name), ZERO))
