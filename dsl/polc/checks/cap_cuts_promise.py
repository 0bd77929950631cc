"""几项奖补各自说得清楚，合起来却有一个更小的总上限：最高的一档 400万元，另一项最高 200万元，合起来最多 500万元。两项都做到顶的，拿不全。
常常就是本意；写在这里，是让定上限的人算过这一笔，企业看到“最高 400万元”“最高 200万元”时不至于误会。

只看写得出数的：每一项最多多少是一个数，两项可以同时做到顶。

会报的：

```pol
政策 示范措施
  简称：demo
对象 园区
  认定级别：无、市级、省级
  营业收入：金额，每年
条 1 支持
  奖补 认定奖
    支持对象：园区
    享受：每个园区 一次
    分档：认定级别，取高档
      | 市级 | 100万元 |
      | 省级 | 200万元 |
  奖补 规模奖
    支持对象：园区
    享受：每个园区 一次
    条件：营业收入 达到 500亿元
    标准：400万元
  组 园区奖励：认定奖、规模奖
    方式：叠加
    上限：每个园区 累计 500万元  # error
```

不报的：

```pol
政策 示范措施
  简称：demo
对象 园区
  认定级别：无、市级、省级
  营业收入：金额，每年
条 1 支持
  奖补 认定奖
    支持对象：园区
    享受：每个园区 一次
    分档：认定级别，取高档
      | 市级 | 100万元 |
      | 省级 | 200万元 |
  奖补 规模奖
    支持对象：园区
    享受：每个园区 一次
    条件：营业收入 达到 500亿元
    标准：400万元
  组 园区奖励：认定奖、规模奖
    方式：叠加
    上限：每个园区 累计 600万元
```

怎么改：不是错。看看是不是本意：不是的，提高总上限，或者降低最高一档；是的，在对外的说明里把总上限写在前面。

---
Each benefit is clear by itself, and a joint cap is less than the sum of them: at most 400万元 here, 200万元 there, 500万元 together. Whoever
reaches the top of both does not get both. Often meant; told so that whoever sets the cap has done the sum.

Only where what each pays at most is a figure, and one case reaches the top of both.

Reported:

```pol
policy 示范措施
  id: demo
subject 园区
  认定级别: 无 & 市级 & 省级
  营业收入: money, yearly
clause 1 支持
  benefit 认定奖
    for: 园区
    per: per 个园区 once
    tiers: 认定级别, highest
      | 市级 | 100 wan_yuan |
      | 省级 | 200 wan_yuan |
  benefit 规模奖
    for: 园区
    per: per 个园区 once
    when: 营业收入 reaches 500 yi_yuan
    pay: 400 wan_yuan
  group 园区奖励: 认定奖 & 规模奖
    how: add
    cap: per 个园区 to_date 500 wan_yuan  # error
```

Not reported:

```pol
policy 示范措施
  id: demo
subject 园区
  认定级别: 无 & 市级 & 省级
  营业收入: money, yearly
clause 1 支持
  benefit 认定奖
    for: 园区
    per: per 个园区 once
    tiers: 认定级别, highest
      | 市级 | 100 wan_yuan |
      | 省级 | 200 wan_yuan |
  benefit 规模奖
    for: 园区
    per: per 个园区 once
    when: 营业收入 reaches 500 yi_yuan
    pay: 400 wan_yuan
  group 园区奖励: 认定奖 & 规模奖
    how: add
    cap: per 个园区 to_date 600 wan_yuan
```

How to fix: nothing is wrong. See whether it is meant; else raise the joint cap or lower a top tier. Where it is meant, put the joint cap first
when the measure is announced.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from fractions import Fraction
from itertools import combinations

from polc.checks.asking import Shown, ask, somewhere
from polc.checks.bounds import PERIODS, Bound, bounds_of, figures_paid
from polc.checks.draft import Checked
from polc.checks.nesting import Nesting
from polc.core.nodes import Apply, Expression, Literal, Reference
from polc.core.program import HIGH
from polc.diagnostics import Diagnostic, Label, Rule, Severity, Words
from polc.model.policy import Group
from polc.passes.lower.plan import Lowered, Plan
from polc.readers.prose import figures
from polc.text import Span

RULE = Rule(
    "cap-cuts-promise",
    Severity.NOTE,
    title=Words("总上限小于各项之和", "a joint cap below the sum of the promises"),
    message=Words(
        "{parts}最多合计 {sum}，“{name}”只给 {cap}：都做到顶的拿不全",
        "{parts} come to {sum} at most, and “{name}” pays {cap}: whoever reaches the top of all does not get all",
    ),
    page=__doc__ or "",
    yields_to=("cap-presumes-stacking",),
)
_MOST = Words("这一项最多 {figure}", "at most {figure} here")


@dataclass(frozen=True, slots=True)
class _Promise:
    """The most that one member pays one time, and the line that says so."""

    plan: Plan
    most: Fraction
    text: str
    span: Span


def check(draft: Checked) -> Iterator[Diagnostic]:
    """Yield every cap of a group that adds up which is less than what some members pay at the most, all in one case."""
    if not draft.whole:
        return
    lowered = draft.compiled.lowered()
    nesting = Nesting.of(draft.policy, lowered.selection)
    for group in nesting.policy.groups:
        plan = lowered.plans.get(group.name)
        if plan is None or nesting.how(group).mode != "add":
            continue
        for cap in bounds_of(lowered, plan):
            found = _cut(lowered, plan, cap, _promises(lowered, nesting, group, cap))
            if found is not None:
                promises, shown = found
                names = "、".join(f"“{promise.plan.part.name}”" for promise in promises)
                yield RULE.at(
                    cap.span,
                    related=tuple(Label(each.span, _MOST.fill(figure=each.text)) for each in promises),
                    witness=shown.witness(*(shown.award(each.plan) for each in promises), shown.award(plan)),
                    parts=names, sum=figures.amount(sum(each.most for each in promises) * 100), name=group.name,
                    cap=cap.text,
                )  # fmt: skip


def _promises(lowered: Lowered, nesting: Nesting, group: Group, cap: Bound) -> list[_Promise]:
    """Return the members that are paid by figures in one year, or once, and at most how much each is."""
    found: list[_Promise] = []
    for part in nesting.own(group):
        plan = lowered.plans.get(part.name)
        if plan is None or plan.opened:
            continue
        paid = figures_paid(lowered, plan)
        table = lowered.terms(plan).tiers
        rows = len(table.value.rows) if table is not None and table.value is not None else 1
        caps = [each for each in bounds_of(lowered, plan) if each.period in (PERIODS["each_time"], cap.period)]
        options = [(each.figure, each.text, each.span) for each in caps]
        if paid and len(paid) == rows:
            _, most, span = max(paid, key=lambda each: each[1].value)
            options.append((most.value, most.span.text if most.span else "", span))
        if options:
            figure, text, span = min(options, key=lambda each: each[0])
            found.append(_Promise(plan, figure, text, span))
    return found


def _cut(
    lowered: Lowered, plan: Plan, cap: Bound, promises: list[_Promise]
) -> tuple[tuple[_Promise, ...], Shown] | None:
    """Return the fewest members that come to more than a cap in one case, each at its most, and the case."""
    for many in range(2, len(promises) + 1):
        for some in sorted(combinations(promises, many), key=lambda each: -sum(one.most for one in each)):
            if sum(each.most for each in some) <= cap.figure or any(each.most > cap.figure for each in some):
                continue
            question = Apply("and", tuple(_at_most(each) for each in some))
            found = ask(lowered, plan, question, items=2 if any(each.plan.items for each in some) else 1)
            if isinstance(found, Shown):
                return some, found
    return None


def _at_most(promise: _Promise) -> Expression:
    """Return that a member comes to the most it can: the member, or some item of it."""
    plan = promise.plan
    reached = Apply(
        "at_most", (Literal(int(promise.most * 100)), Reference((plan.due if plan.items else plan.result) + HIGH))
    )
    return somewhere(plan.items or None, reached)
