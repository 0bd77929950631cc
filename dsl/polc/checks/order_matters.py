"""同样的两年，先低后高，比先高后低得的少：先拿了低的一档，升上去以后就没有了，或者补得不够。企业会等着不报，或者先报了吃亏。

错误的写法：

```pol
政策 示范措施
  简称：demo
对象 企业
  级别：无、省级、国家级
条 1 支持
  奖补 认定奖
    支持对象：企业
    享受：每家企业 一次
    分档：级别，取高档  # error
      | 省级   | 20万元 |
      | 国家级 | 50万元 |
```

正确的写法：

```pol
政策 示范措施
  简称：demo
对象 企业
  级别：无、省级、国家级
条 1 支持
  奖补 认定奖
    支持对象：企业
    分档：级别，晋级补差
      | 省级   | 20万元 |
      | 国家级 | 50万元 |
```

怎么改：升上去补足差额的，写“晋级补差”；各档各给一次的，享受写“每档 一次”。真的只给第一次的，在原文里写明以后升级不再补。

---
The same two years pay less where the lower comes first: whoever takes the lower tier gets nothing, or not enough, on rising. Applicants
will wait, or lose by applying early.

Bad:

```pol
policy 示范措施
  id: demo
subject 企业
  级别: 无 & 省级 & 国家级
clause 1 支持
  benefit 认定奖
    for: 企业
    per: every 企业 once
    tiers: 级别, highest  # error
      | 省级   | 20万元 |
      | 国家级 | 50万元 |
```

Good:

```pol
policy 示范措施
  id: demo
subject 企业
  级别: 无 & 省级 & 国家级
clause 1 支持
  benefit 认定奖
    for: 企业
    tiers: 级别, step_up
      | 省级   | 20万元 |
      | 国家级 | 50万元 |
```

How to fix: write `step_up` where the difference is made up on rising, “once each tier” where every tier is paid once. Where only the
first counts, let the text say that rising later brings nothing.
"""

from __future__ import annotations

from collections.abc import Iterator

from polc.checks.bounds import figures_paid
from polc.checks.draft import Checked
from polc.checks.over_years import Years, more_than, show, years_of
from polc.core.nodes import ZERO, Apply, Reference
from polc.core.program import HIGH
from polc.diagnostics import Diagnostic, Rule, Severity, Words
from polc.passes.lower.plan import Lowered, Plan
from polc.readers.prose import figures
from polc.text import Span

RULE = Rule(
    "order-matters",
    Severity.WARNING,
    title=Words("先后不同，得的不同", "the order makes a difference"),
    message=Words(
        "“{name}”先拿低的、以后再升，一共少得 {less}：没有写升上去补不补",
        "“{name}” pays {less} less in all where the lower tier comes first: nothing says what rising brings",
    ),
    page=__doc__ or "",
)
_MATERIAL = 100  # 1 元
_LOW_FIRST, _HIGH_FIRST = Words("先低后高", "the lower first"), Words("先高后低", "the higher first")
_HELP = Words(
    "升上去补足差额的，写“晋级补差”；各档各给一次的，享受写“每档 一次”",
    "write step_up where the difference is made up, or once for each tier",
)


def check(draft: Checked) -> Iterator[Diagnostic]:
    """Yield every benefit of several fixed sums of which two years pay less in one order than in the other."""
    if not draft.whole:
        return
    lowered = draft.compiled.lowered()
    for benefit in draft.policy.benefits:
        plan = lowered.plans.get(benefit.name)
        place = _tiers(lowered, plan) if plan is not None else None
        if plan is None or place is None:
            continue
        found = _least(lowered, plan)
        if found is not None:
            less = figures.amount(found.total(1) - found.total(0))
            yield RULE.at(
                place, help=(_HELP,), witness=found.witness(_LOW_FIRST, _HIGH_FIRST), name=benefit.name, less=less
            )


def _tiers(lowered: Lowered, plan: Plan) -> Span | None:
    """Return the line of the tiers of a benefit that pays several fixed sums and looks at what was had before."""
    line = lowered.terms(plan).tiers
    several = len({figure.value for number, figure, _ in figures_paid(lowered, plan) if number}) > 1
    past = [history for history in plan.histories if history.period == "ever"]
    return line.span if line is not None and several and past else None


def _least(lowered: Lowered, plan: Plan) -> Years | None:
    made = years_of(lowered, plan, [("先", "后"), ("后", "先")])
    if made is None:
        return None
    low_first, high_first = (made.total(run) for run in made.runs)
    low, high = (made.said(run[0], Reference(plan.result + HIGH)) for run in made.runs)
    both_pay = Apply("and", (Apply("less", (ZERO, low)), Apply("less", (low, high))))

    def holds(years: Years) -> bool:
        rises = years.runs[0][0].high < years.runs[1][0].high
        return rises and years.total(0) + _MATERIAL <= years.total(1)

    question = Apply("and", (both_pay, more_than(_MATERIAL, high_first, low_first)))
    return show(made, question, holds, items=1)
