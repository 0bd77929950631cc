"""合起来的上限不是每份的整数倍：最后一份只能得个零头。常常是有意的，也常常是没有算过。

错误的写法：

```pol
政策 示范措施
  简称：demo
对象 企业
  高新企业：是否
对象 模型 归属 企业
  已备案：是否
条 1 支持
  奖补 模型备案奖
    支持对象：模型
    领取人：企业
    享受：每个模型 一次
    条件：已备案
    标准：20万元
    上限：每家企业 累计 50万元  # error
```

正确的写法：

```pol
政策 示范措施
  简称：demo
对象 企业
  高新企业：是否
对象 模型 归属 企业
  已备案：是否
条 1 支持
  奖补 模型备案奖
    支持对象：模型
    领取人：企业
    享受：每个模型 一次
    条件：已备案
    标准：20万元
    上限：每家企业 累计 60万元
```

怎么改：不是错。看最后一份得零头是不是原意；不是的，改成整数倍，或者写明最多几份（次数）。

---
A joint cap that is no multiple of one award: the last one gets a remainder. Often meant, and often never worked out.

Reported:

```pol
policy 示范措施
  id: demo
subject 企业
  高新企业: truth
subject 模型 owned_by 企业
  已备案: truth
clause 1 支持
  benefit 模型备案奖
    for: 模型
    payee: 企业
    per: every 模型 once
    when: 已备案
    pay: 20万元
    cap: every 企业 to_date 50万元  # error
```

Not reported:

```pol
policy 示范措施
  id: demo
subject 企业
  高新企业: truth
subject 模型 owned_by 企业
  已备案: truth
clause 1 支持
  benefit 模型备案奖
    for: 模型
    payee: 企业
    per: every 模型 once
    when: 已备案
    pay: 20万元
    cap: every 企业 to_date 60万元
```

How to fix: nothing is wrong. See whether the remainder is meant; else make it a multiple, or say how many awards there may be.
"""

from __future__ import annotations

from collections.abc import Iterator

from polc.checks.bounds import PERIODS, Bound, bounds_of, figure, written
from polc.checks.cap_reach import never_binds
from polc.checks.draft import Checked
from polc.diagnostics import Diagnostic, Label, Rule, Severity, Words
from polc.model.policy import Benefit
from polc.passes.lower.plan import Lowered, Plan
from polc.readers.prose import figures

RULE = Rule(
    "cap-not-multiple",
    Severity.NOTE,
    title=Words("上限不是整数倍", "a cap that is no multiple"),
    message=Words(
        "“{name}”每份 {one}，上限 {cap}：第{number}份只剩 {rest}",
        "“{name}” is {one} each, {cap} together: award {number} gets {rest}",
    ),
    page=__doc__ or "",
)
_EACH = Words("每份这么多", "one award")
_FREQUENCY = {"once": PERIODS["to_date"], "yearly": PERIODS["yearly"]}


def check(draft: Checked) -> Iterator[Diagnostic]:
    """Yield every cap over several awards of one figure that does not divide by it."""
    if not draft.whole:
        return
    lowered = draft.compiled.lowered()
    for benefit in draft.policy.benefits:
        plan = lowered.plans.get(benefit.name)
        pay = lowered.terms(plan).pay if plan is not None else None
        one = figure(pay.value) if pay is not None else None
        if plan is None or pay is None or one is None or one.value <= 0 or lowered.terms(plan).times:
            continue
        for cap in bounds_of(lowered, plan):
            number, rest = divmod(cap.figure, one.value)
            if (
                rest
                and number
                and _several(lowered, plan, cap.key, cap.period)
                and not _out_of_reach(draft, benefit, cap)
            ):
                yield RULE.at(
                    cap.span, related=(Label(pay.span, _EACH),), name=benefit.name, one=written(one), cap=cap.text,
                    number=str(number + 1), rest=figures.amount(rest * 100),
                )  # fmt: skip


def _out_of_reach(draft: Checked, benefit: Benefit, cap: Bound) -> bool:
    """Return whether the cap is never reached: then no award is cut, and cap-never-binds says so."""
    return any(line.span == cap.span and never_binds(draft, benefit, line) for line in benefit.base.caps)


def _several(lowered: Lowered, plan: Plan, key: int, period: int) -> bool:
    """Return whether what a cap bounds can be more than one award: more items, or more years, than 享受 counts by."""
    line = lowered.terms(plan).per
    per = line.value if line is not None else None
    if per is None or per.per_tier:
        return False
    names = [lowered.names.key(part) for part in per.keys]
    of_item = bool(plan.items) and any(
        name is not None and plan.context is not None and lowered.names.key_is(plan.context, name) == "item"
        for name in names
    )
    if period == PERIODS["each_time"]:
        return False
    return (of_item and key == 1) or _FREQUENCY.get(per.frequency, period) < period
