"""写了几项只能择一，或者一项替代另一项，可是它们从来不会同时够得着：这句话什么也没有管住。多半是条件写窄了，或者想说的是别的几项。

错误的写法：

```pol
政策 示范措施
  简称：demo
对象 企业
  级别：无、省级、国家级
条 1 支持
  奖补 省级奖
    支持对象：企业
    享受：每家企业 每年
    条件：级别 = 省级
    标准：50万元
  奖补 国家级奖
    支持对象：企业
    享受：每家企业 每年
    条件：级别 = 国家级
    标准：100万元
  组 两级：省级奖、国家级奖
    原文：“省级、国家级由企业自主选择其一”
    方式：择一  # error
```

正确的写法：

```pol
政策 示范措施
  简称：demo
对象 企业
  级别：无、省级、国家级
条 1 支持
  奖补 省级奖
    支持对象：企业
    享受：每家企业 每年
    条件：级别 达到 省级
    标准：50万元
  奖补 国家级奖
    支持对象：企业
    享受：每家企业 每年
    条件：级别 = 国家级
    标准：100万元
  组 两级：省级奖、国家级奖
    原文：“省级、国家级由企业自主选择其一”
    方式：择一
```

怎么改：看条件是不是写窄了；真的不会同时够得着，这句话可以删去。

---
Only one of several benefits may be had, or one stands for another, but they can never be due together: the sentence governs nothing.
A condition is probably too narrow, or other benefits were meant.

Bad:

```pol
policy 示范措施
  id: demo
subject 企业
  级别: 无 & 省级 & 国家级
clause 1 支持
  benefit 省级奖
    for: 企业
    per: every 企业 yearly
    when: 级别 = 省级
    pay: 50万元
  benefit 国家级奖
    for: 企业
    per: every 企业 yearly
    when: 级别 = 国家级
    pay: 100万元
  group 两级: 省级奖 & 国家级奖
    quote: “省级、国家级由企业自主选择其一”
    how: choose  # error
```

Good:

```pol
policy 示范措施
  id: demo
subject 企业
  级别: 无 & 省级 & 国家级
clause 1 支持
  benefit 省级奖
    for: 企业
    per: every 企业 yearly
    when: 级别 reaches 省级
    pay: 50万元
  benefit 国家级奖
    for: 企业
    per: every 企业 yearly
    when: 级别 = 国家级
    pay: 100万元
  group 两级: 省级奖 & 国家级奖
    quote: “省级、国家级由企业自主选择其一”
    how: choose
```

How to fix: see whether a condition is too narrow; where they really never meet, the sentence can go.
"""

from __future__ import annotations

from collections.abc import Iterator
from itertools import combinations

from polc.checks.asking import MANY, somewhere
from polc.checks.draft import Checked
from polc.checks.nesting import Nesting
from polc.checks.reasons import reasons
from polc.checks.rivals import ever, rivals
from polc.core.nodes import Apply, Expression
from polc.diagnostics import Diagnostic, Rule, Severity, Words
from polc.passes.lower.plan import Lowered, Plan

RULE = Rule(
    "dead-exclusivity",
    Severity.NOTE,
    title=Words("不会碰到一起的几项", "exclusive with what it never meets"),
    message=Words(
        "“{name}”里的几项从来不会同时够得着，“{how}”没有管住什么",
        "no two members of “{name}” are ever due together, so “{how}” governs nothing",
    ),
    page=__doc__ or "",
)
_PROVED = Words("已证明：事实怎么取，都只够得着一项", "proved: whatever the facts, only one of them is due")


def check(draft: Checked) -> Iterator[Diagnostic]:
    """Yield every 择一 and 替代 of which no case qualifies for two members, under any reading by which it is one."""
    if not draft.whole:
        return
    nesting = Nesting.of(draft.policy, {})
    for group in nesting.policy.groups:
        how = group.terms({}).how
        if how is None or how.value is None or how.value.mode not in ("choose", "replace"):
            continue
        every = draft.lowered_for(group)
        if every and all(_never_meet(lowered, lowered.plans[group.name]) for lowered in every):
            question = _meet(every[0], every[0].plans[group.name])
            why, notes = reasons(every[0], every[0].plans[group.name], question, how.span, MANY)
            yield RULE.at(how.span, related=why, notes=(_PROVED, *notes), name=group.name, how=how.span.text)


def _never_meet(lowered: Lowered, plan: Plan) -> bool:
    if len(rivals(lowered, plan)) < max(2, len(plan.members)):  # one that may be open (待定) is no number to compare
        return False
    return all(ever(lowered, plan, each) is False for each in _pairs(lowered, plan))


def _pairs(lowered: Lowered, plan: Plan) -> list[Expression]:
    """Return for any two members that both pay something, for an item where the group works item by item."""
    both = (Apply("and", (one.pays, other.pays)) for one, other in combinations(rivals(lowered, plan), 2))
    return [somewhere(plan.items or None, each) for each in both]


def _meet(lowered: Lowered, plan: Plan) -> Expression:
    every = _pairs(lowered, plan)
    return every[0] if len(every) == 1 else Apply("or", tuple(every))
