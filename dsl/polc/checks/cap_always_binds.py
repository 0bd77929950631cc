"""一够条件就封顶：按比例算出来的，怎么算都超过上限，那个比例谁也看不到。多半是比例、门槛或者上限写错了一个。

错误的写法：

```pol
政策 示范措施
  简称：demo
对象 企业
  年度投入：金额，每年
条 1 支持
  奖补 投入补助
    支持对象：企业
    享受：每家企业 每年
    条件：年度投入 达到 1000万元
    标准：年度投入 × 20%
    上限：每家企业 每年 100万元  # error
```

正确的写法：

```pol
政策 示范措施
  简称：demo
对象 企业
  年度投入：金额，每年
条 1 支持
  奖补 投入补助
    支持对象：企业
    享受：每家企业 每年
    条件：年度投入 达到 1000万元
    标准：年度投入 × 2%
    上限：每家企业 每年 100万元
```

怎么改：看比例、门槛、上限哪一个写错了；都对的，直接写固定的数，读的人就不会误会。

---
The cap cuts every eligible case: nobody ever sees the rate. Most often the rate, the threshold or the cap is wrong.

Bad:

```pol
policy 示范措施
  id: demo
subject 企业
  年度投入: money, yearly
clause 1 支持
  benefit 投入补助
    for: 企业
    per: every 企业 yearly
    when: 年度投入 reaches 1000万元
    pay: 年度投入 × 20%
    cap: every 企业 yearly 100万元  # error
```

Good:

```pol
policy 示范措施
  id: demo
subject 企业
  年度投入: money, yearly
clause 1 支持
  benefit 投入补助
    for: 企业
    per: every 企业 yearly
    when: 年度投入 reaches 1000万元
    pay: 年度投入 × 2%
    cap: every 企业 yearly 100万元
```

How to fix: see whether the rate, the threshold or the cap is wrong; where all are right, write the fixed sum, and nobody is misled.
"""

from __future__ import annotations

from collections.abc import Iterator

from polc.checks.asking import Shown, anyhow, ask, somewhere
from polc.checks.bounds import Bound, bounds_of, figure, figures_paid, own_steps
from polc.checks.draft import Checked
from polc.checks.rivals import ever
from polc.core.nodes import Apply, Expression, Literal, Reference
from polc.core.program import HIGH, Stage, Step
from polc.diagnostics import Diagnostic, Label, Rule, Severity, Words
from polc.passes.lower.plan import Lowered, Plan
from polc.text import Span

RULE = Rule(
    "cap-always-binds",
    Severity.WARNING,
    title=Words("一够条件就封顶", "a cap that always binds"),
    message=Words(
        "“{name}”一够条件就封顶在 {cap}，标准里的比例谁也看不到",
        "“{name}” is capped at {cap} as soon as one is eligible: nobody ever sees the rate",
    ),
    page=__doc__ or "",
    moot_under=("never-eligible",),
)
_RATE = Words("算出来总比上限高", "always above the cap")
_STAGES = (Stage.CAP, Stage.ALLOWANCE)
_SIZES = (10**6, 10**8, 10**7, 10**4, 10**9, 10**10)
"""In 分, from a small firm's figures up: at one of them nearly every rate is still below its cap."""


def check(draft: Checked) -> Iterator[Diagnostic]:
    """Yield every cap of a rate that cuts whatever is paid at all; figures above a cap are for tier-above-cap."""
    if not draft.whole:
        return
    for benefit in draft.policy.benefits:
        for lowered in draft.lowered_for(benefit)[:1]:
            plan = lowered.plans[benefit.name]
            line = _line(lowered, plan)
            if line is None or figures_paid(lowered, plan):
                continue
            floor = lowered.terms(plan).at_least
            least = figure(floor.value) if floor is not None else None
            for cap in bounds_of(lowered, plan):
                if least is not None and least.value > cap.figure:  # floor-above-cap says so
                    continue
                found = _always(lowered, plan, cap)
                if found is not None:
                    yield RULE.at(
                        cap.span, related=(Label(line, _RATE),), witness=found.witness(found.award(plan)),
                        name=benefit.name, cap=cap.text,
                    )  # fmt: skip
                    break


def _line(lowered: Lowered, plan: Plan) -> Span | None:
    terms = lowered.terms(plan)
    stated = terms.pay or terms.tiers
    return stated.span if stated is not None and stated.value is not None else None


def _always(lowered: Lowered, plan: Plan, cap: Bound) -> Shown | None:
    """Return the least case that is paid at all, where each such case is cut; None where one is not."""
    steps = [lowered.step(binds) for binds in own_steps(lowered, plan, cap.span)]
    cuts = [step for step in steps if step.stage in _STAGES]
    standard = [lowered.step(binds) for binds in plan.steps if lowered.step(binds).stage is Stage.STANDARD]
    if not cuts or not standard:
        return None
    paid = _paid(standard[-1])
    gets = Apply("less", (Literal(0), Reference(plan.result + HIGH)))  # not what was had before and is not had again
    uncut = Apply("and", (gets, Apply("not", (anyhow(cuts[-1]),))))
    if ever(lowered, plan, uncut, items=1, sizes=_SIZES) is not False:
        return None
    least = ask(lowered, plan, paid, items=1)
    return least if isinstance(least, Shown) else None


def _paid(standard: Step) -> Expression:
    return somewhere(standard.over, Apply("less", (Literal(0), Reference(standard.binds + HIGH))))
