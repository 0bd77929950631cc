"""标准或者某一档写的数，比上限还高：写了给这么多，却从来给不到。两个数总有一个写错了。

错误的写法：

```pol
政策 示范措施
  简称：demo
对象 企业
  年度营业收入：金额，每年
条 1 支持
  奖补 营收奖
    支持对象：企业
    享受：每家企业 每年
    分档：年度营业收入，取高档
      | 达到 1亿元 | 20万元 |
      | 达到 5亿元 | 80万元 |  # error
    上限：每家企业 每年 50万元
```

正确的写法：

```pol
政策 示范措施
  简称：demo
对象 企业
  年度营业收入：金额，每年
条 1 支持
  奖补 营收奖
    支持对象：企业
    享受：每家企业 每年
    分档：年度营业收入，取高档
      | 达到 1亿元 | 20万元 |
      | 达到 5亿元 | 50万元 |
    上限：每家企业 每年 50万元
```

怎么改：看原文哪一个数写错了。几样东西合起来封顶的，一样东西也不能比封顶还高。

---
The standard or a tier writes a figure above the cap: so much is promised and never paid. One of the two figures is wrong.

Bad:

```pol
policy 示范措施
  id: demo
subject 企业
  年度营业收入: money, yearly
clause 1 支持
  benefit 营收奖
    for: 企业
    per: every 企业 yearly
    tiers: 年度营业收入, highest
      | reaches 1亿元 | 20万元 |
      | reaches 5亿元 | 80万元 |  # error
    cap: every 企业 yearly 50万元
```

Good:

```pol
policy 示范措施
  id: demo
subject 企业
  年度营业收入: money, yearly
clause 1 支持
  benefit 营收奖
    for: 企业
    per: every 企业 yearly
    tiers: 年度营业收入, highest
      | reaches 1亿元 | 20万元 |
      | reaches 5亿元 | 50万元 |
    cap: every 企业 yearly 50万元
```

How to fix: see in the text which figure is wrong. A cap on several things together may not be below what one of them is worth.
"""

from __future__ import annotations

from collections.abc import Iterator

from polc.checks.asking import Answer, Shown, anyhow, ask, somewhere
from polc.checks.bounds import Bound, bounds_over, figures_paid, own_steps, written
from polc.checks.draft import Checked
from polc.core.nodes import TRUE, Apply, Reference
from polc.core.program import Stage
from polc.diagnostics import Diagnostic, Label, Rule, Severity, Words
from polc.passes.lower.plan import Lowered, Plan

RULE = Rule(
    "tier-above-cap",
    Severity.ERROR,
    title=Words("写的数高于上限", "a figure above the cap"),
    message=Words(
        "“{name}”的{which}写给 {figure}，比上限 {cap} 高", "“{name}”: {which} pays {figure}, above the cap of {cap}"
    ),
    page=__doc__ or "",
)
_CAP_HERE = Words("这里封顶", "the cap")
_STAGES = (Stage.CAP, Stage.ALLOWANCE, Stage.GROUP_CAP)


def check(draft: Checked) -> Iterator[Diagnostic]:
    """Yield every figure of a standard or a tier above a cap over it, where some case gets there; the lowest such cap is named."""
    if not draft.whole:
        return
    for benefit in draft.policy.benefits:
        for lowered in draft.lowered_for(benefit)[:1]:
            plan = lowered.plans[benefit.name]
            caps = sorted(bounds_over(lowered, plan), key=lambda cap: cap.figure)
            for number, amount, line in figures_paid(lowered, plan):
                for cap in caps:
                    if cap.figure >= amount.value:
                        break
                    answer = _cut(lowered, plan, number, cap)
                    if not isinstance(answer, Shown):
                        continue
                    witness = answer.witness(answer.award(cap.plan))
                    which = Words(f"第{number}档", f"tier {number}") if number else Words("标准", "the standard")
                    yield RULE.at(
                        line, related=(Label(cap.span, _CAP_HERE),), witness=witness, name=benefit.name, which=which,
                        figure=written(amount), cap=cap.text,
                    )  # fmt: skip
                    break


def _cut(lowered: Lowered, plan: Plan, number: int, cap: Bound) -> Answer | None:
    """Return a case in which the figure is due and the cap cuts, or the solver's word; None where there is nothing to ask."""
    cuts = [lowered.step(binds) for binds in own_steps(lowered, cap.plan, cap.span)]
    cuts = [step for step in cuts if step.stage in _STAGES]
    if not cuts:
        return None
    truths = [f"{plan.part.name}/{Stage.CONDITION.value}"]
    if number:
        truths.append(f"{plan.part.name}/{Stage.TIER.value}/第{number}档")
    due = Apply("and", (TRUE, *(Reference(name) for name in truths if name in plan.steps)))
    return ask(lowered, cap.plan, Apply("and", (somewhere(plan.items or None, due), anyhow(cuts[-1]))), items=1)
