"""几项就高，其中一项从来轮不到：凡是够得着它的，都够得着另一项，而且那一项不比它少。写了等于没写。

错误的写法：

```pol
政策 示范措施
  简称：demo
对象 企业
  年度支出：金额，每年
条 1 支持
  奖补 研发补助
    支持对象：企业
    享受：每家企业 每年
    标准：年度支出 × 10%
  奖补 设备补助  # error
    支持对象：企业
    享受：每家企业 每年
    条件：年度支出 达到 100万元
    标准：年度支出 × 5%
  组 各项：研发补助、设备补助
    方式：就高，按 企业
```

正确的写法：

```pol
政策 示范措施
  简称：demo
对象 企业
  年度支出：金额，每年
条 1 支持
  奖补 研发补助
    支持对象：企业
    享受：每家企业 每年
    标准：年度支出 × 10%
  奖补 设备补助
    支持对象：企业
    享受：每家企业 每年
    条件：年度支出 达到 100万元
    标准：年度支出 × 15%
  组 各项：研发补助、设备补助
    方式：就高，按 企业
```

怎么改：本来想给它更多的，把标准提上去；本来想让两项都得的，不要放在一起就高；都不是，就删去这一项。

---
Of several benefits of which only the highest is paid, one never is: whoever qualifies for it also qualifies for another that is not less.
It might as well not be there.

Bad:

```pol
policy 示范措施
  id: demo
subject 企业
  年度支出: money, yearly
clause 1 支持
  benefit 研发补助
    for: 企业
    per: every 企业 yearly
    pay: 年度支出 × 10%
  benefit 设备补助  # error
    for: 企业
    per: every 企业 yearly
    when: 年度支出 reaches 100万元
    pay: 年度支出 × 5%
  group 各项: 研发补助 & 设备补助
    how: highest, by 企业
```

Good:

```pol
policy 示范措施
  id: demo
subject 企业
  年度支出: money, yearly
clause 1 支持
  benefit 研发补助
    for: 企业
    per: every 企业 yearly
    pay: 年度支出 × 10%
  benefit 设备补助
    for: 企业
    per: every 企业 yearly
    when: 年度支出 reaches 100万元
    pay: 年度支出 × 15%
  group 各项: 研发补助 & 设备补助
    how: highest, by 企业
```

How to fix: raise it where it was meant to be more; take it out of the group where both were meant to be paid; otherwise drop it.
"""

from __future__ import annotations

from collections.abc import Iterator

from polc.checks import stacking_versus_highest
from polc.checks.asking import MANY, somewhere
from polc.checks.draft import Checked
from polc.checks.nesting import Nesting
from polc.checks.one_off import of_a_lifetime
from polc.checks.reasons import reasons
from polc.checks.rivals import Rival, ever, grows, rivals
from polc.core.nodes import Apply, Expression
from polc.diagnostics import Diagnostic, Label, Rule, Severity, Words
from polc.model.policy import Group
from polc.passes.lower.plan import Lowered

RULE = Rule(
    "dominated-benefit",
    Severity.WARNING,
    title=Words("轮不到的奖补", "a benefit that is never the one paid"),
    message=Words(
        "“{name}”在“{group}”里从来轮不到：够得着它的，另有一项不比它少",
        "“{name}” is never the one that “{group}” pays: where it is due, another is due that is no less",
    ),
    page=__doc__ or "",
    moot_under=("never-eligible",),
)
_PROVED = Words(
    "已证明：事实怎么取、以前领过多少，都一样", "proved: whatever the facts, and whatever was received before"
)
_HERE = Words("这里说就高", "the highest, it says here")


def check(draft: Checked) -> Iterator[Diagnostic]:
    """Yield every member of a 就高 that no case pays more than the others, under any reading by which it is one."""
    if not draft.whole:
        return
    nesting = Nesting.of(draft.policy, {})
    added = {dict(found.arguments)["name"] for found in stacking_versus_highest.check(draft)}  # then that is the cause
    for group in nesting.policy.groups:
        if not nesting.competes(group):
            continue
        every = [each for each in draft.lowered_for(group) if _highest(each, group)]
        idle: set[str] = set()
        for part in reversed(nesting.own(group)):  # of two that are always alike, the later one
            if part.name not in added and every and all(_never(each, group, part.name, idle) for each in every):
                idle.add(part.name)
                how = group.terms({}).how
                related = (Label(how.span, _HERE),) if how is not None else ()
                above = _impossible(every[0], group, part.name, idle - {part.name})
                why, notes = (
                    reasons(every[0], every[0].plans[group.name], above, part.span, MANY) if above else ((), ())
                )
                yield RULE.at(
                    part.span, related=(*related, *why), notes=(_PROVED, *notes), name=part.name, group=group.name
                )


def _highest(lowered: Lowered, group: Group) -> bool:
    return Nesting.of(lowered.policy, lowered.selection).how(group).mode == "highest"


def _never(lowered: Lowered, group: Group, name: str, idle: set[str]) -> bool:
    return _impossible(lowered, group, name, idle) is not None


def _impossible(lowered: Lowered, group: Group, name: str, idle: set[str]) -> Expression | None:
    """Return what is proved never to be so, that a member wins: in any year, or over a lifetime; None where neither is."""
    plan = lowered.plans[group.name]
    for question in (_above(lowered, group, name, idle), of_a_lifetime(lowered, group, name, idle)):
        if question is not None and ever(lowered, plan, question, lowered.plans.get(name)) is False:
            return question
    return None


def _above(lowered: Lowered, group: Group, name: str, idle: set[str]) -> Expression | None:
    """Return that a member comes to more than every other; None where that is no question."""
    plan = lowered.plans[group.name]
    every = rivals(lowered, plan)
    mine = next((rival for rival in every if rival.name == name), None)
    if mine is None or mine.plan is None or _unbounded(lowered, group, mine):
        return None
    compared = (rival for rival in every if rival is not mine and rival.name not in idle)
    others = tuple(rival.high for rival in compared if rival.plan is not None)
    if not others:
        return None
    above = Apply("and", tuple(Apply("less", (other, mine.high)) for other in others))
    return somewhere(plan.items or None, above)


def _unbounded(lowered: Lowered, group: Group, rival: Rival) -> bool:
    """Return whether its amount grows with the items, or single awards are compared: then so many items prove nothing."""
    if rival.plan is None or Nesting.of(lowered.policy, lowered.selection).how(group).each_award:
        return True
    return not lowered.plans[group.name].items and grows(lowered, rival.plan)
