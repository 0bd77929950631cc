"""按比例算出来的数带零头，全文没有一处说取整到哪一位：各部门各自四舍五入，同样的企业拿的不一样。一份政策合成一条。

原文说了“四舍五入”“保留两位小数”“以万元为单位”的，或者写了 `取整` 的，不在此列；只写几条的片段（没有状态、没有文号）也不看。

错误的写法：

```pol
政策 示范措施  # error
  简称：demo
  状态：已印发
对象 企业
  设备投入：金额，每年
条 1 支持
  奖补 设备补助
    支持对象：企业
    享受：每家企业 每年
    标准：设备投入 × 15%
    上限：每家企业 每年 50万元
```

正确的写法：

```pol
政策 示范措施
  简称：demo
  状态：已印发
对象 企业
  设备投入：金额，每年
条 1 支持
  奖补 设备补助
    支持对象：企业
    享受：每家企业 每年
    标准：设备投入 × 15%
    取整：去尾 到 元
    上限：每家企业 每年 50万元
```

怎么改：在附则或者细则里写一句“奖补金额以元为单位，不足1元的舍去”，再给各项写 `取整`。

---
A rate gives fractions, and nothing in the text says to which unit they are rounded: every office rounds as it likes, and two equal firms
are paid differently. One finding for a policy.

Not reported where the text speaks of rounding (四舍五入, 保留两位小数), or where the file has a `round` line; nor in a sketch of a few clauses, without a status or a number.

Bad:

```pol
policy 示范措施  # error
  id: demo
  status: issued
subject 企业
  设备投入: money, yearly
clause 1 支持
  benefit 设备补助
    for: 企业
    per: per 家企业 yearly
    pay: 设备投入 × 15%
    cap: per 家企业 yearly 50 wan_yuan
```

Good:

```pol
policy 示范措施
  id: demo
  status: issued
subject 企业
  设备投入: money, yearly
clause 1 支持
  benefit 设备补助
    for: 企业
    per: per 家企业 yearly
    pay: 设备投入 × 15%
    round: down to_the yuan
    cap: per 家企业 yearly 50 wan_yuan
```

How to fix: say in the general provisions “amounts are in whole 元, fractions are dropped”, and give each benefit its `round`.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from polc.checks.bounds import groups_over
from polc.checks.draft import Checked
from polc.checks.heading import is_entire, quotes
from polc.diagnostics import Diagnostic, Rule, Severity, Words
from polc.model.expressions import Arithmetic, Call, Expression, Kind, Quantity, UpTo
from polc.model.policy import Terms
from polc.model.values import NoneStated
from polc.passes.lower.plan import Lowered, Plan

RULE = Rule(
    "rounding-unstated",
    Severity.NOTE,
    title=Words("零头怎么办没有写", "fractions, and no rounding"),
    message=Words(
        "按比例算、会有零头的有{count}项，没有写取整到哪一位",
        "of what is computed by a rate, so many benefits say nothing of rounding: {count}",
    ),
    page=__doc__ or "",
)
_WHICH = Words("是 {names}", "these: {names}")
_MORE = Words("等", " and more")
_SHOWN = 6
_SAID = re.compile(
    r"四舍五入|取整|舍去|去尾|进位|保留[^，。；]{0,6}(?:位|小数)|精确到|尾数|零头|(?:百|千|万)?元为(?:计算)?单位"
)


def check(draft: Checked) -> Iterator[Diagnostic]:
    """Yield one finding with the benefits of which a rate makes the amount, and no line or sentence rounds it."""
    if not draft.whole or not is_entire(draft.policy):
        return
    if any(_SAID.search(quote.text) for quote, _ in quotes(draft.policy)):
        return
    lowered = draft.compiled.lowered()
    found: list[str] = []
    for benefit in draft.policy.benefits:
        plan = lowered.plans.get(benefit.name)
        if plan is not None and _by_rate(lowered.terms(plan)) and not _rounded(lowered, plan):
            found.append(f"“{benefit.name}”")
    if found:
        more = len(found) > _SHOWN
        names = "、".join(found[:_SHOWN])
        listed = Words(names + (_MORE.zh if more else ""), names + (_MORE.en if more else ""))
        yield RULE.at(draft.policy.span, notes=(_WHICH.fill(names=listed),), count=str(len(found)))


def _rounded(lowered: Lowered, plan: Plan) -> bool:
    return any(lowered.terms(each).rounding is not None for each in (plan, *groups_over(lowered, plan)))


def _by_rate(terms: Terms) -> bool:
    table = terms.tiers.value if terms.tiers is not None else None
    awards = [row.award for row in table.rows] if table is not None else []
    if terms.pay is not None and terms.pay.value is not None and not isinstance(terms.pay.value, NoneStated):
        awards = [terms.pay.value]
    return any(_has_rate(award) for award in awards)


def _has_rate(award: Expression) -> bool:
    """Return whether an amount is a share of another, so that it need not be a whole number of 元."""
    match award:
        case UpTo(operand=operand):
            return _has_rate(operand)
        case Quantity(kind=kind):
            return kind is Kind.RATE
        case Arithmetic(left=left, right=right):
            return _has_rate(left) or _has_rate(right)
        case Call(operands=operands):
            return any(_has_rate(operand) for operand in operands)
        case _:
            return False
