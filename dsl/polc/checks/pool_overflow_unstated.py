"""钱是有数的，申请的人是没有数的。资金池没有写超出了怎么办，一超出，谁得多少就谁也说不清。

错误的写法：

```pol
政策 示范措施
  简称：demo
对象 企业
  年度支出：金额，每年
条 1 支持
  资金池 甲资金：每年 500万元  # error
  奖补 甲补贴
    支持对象：企业
    享受：每家企业 每年
    标准：年度支出 × 10%
    上限：每家企业 每年 20万元
    出自：甲资金
```

正确的写法：

```pol
政策 示范措施
  简称：demo
对象 企业
  年度支出：金额，每年
条 1 支持
  资金池 甲资金：每年 500万元
    超出：按比例折算
  奖补 甲补贴
    支持对象：企业
    享受：每家企业 每年
    标准：年度支出 × 10%
    上限：每家企业 每年 20万元
    出自：甲资金
```

怎么改：在原文里写明超出以后按比例折算、先到先得还是转到下一年，再写“超出：…”。

---
The money is counted and the applicants are not. A pool that does not say what happens when it is spent leaves everybody's share open as
soon as it is.

Bad:

```pol
policy 示范措施
  id: demo
subject 企业
  年度支出: money, yearly
clause 1 支持
  pool 甲资金: yearly 500万元  # error
  benefit 甲补贴
    for: 企业
    per: every 企业 yearly
    pay: 年度支出 × 10%
    cap: every 企业 yearly 20万元
    from_pool: 甲资金
```

Good:

```pol
policy 示范措施
  id: demo
subject 企业
  年度支出: money, yearly
clause 1 支持
  pool 甲资金: yearly 500万元
    excess: pro_rata
  benefit 甲补贴
    for: 企业
    per: every 企业 yearly
    pay: 年度支出 × 10%
    cap: every 企业 yearly 20万元
    from_pool: 甲资金
```

How to fix: let the text say whether claims beyond the pool are cut pro rata, served first come first, or deferred; then write `excess: …`.
"""

from __future__ import annotations

from collections.abc import Iterator

from polc.checks.bounds import drawn
from polc.checks.draft import Checked
from polc.diagnostics import Diagnostic, Label, Rule, Severity, Words

RULE = Rule(
    "pool-overflow-unstated",
    Severity.WARNING,
    title=Words("超出资金池怎么办没有写", "a pool without a word on its end"),
    message=Words(
        "“{name}”没有写超出了怎么办：{paid}不够分时，谁得多少说不清",
        "“{name}” does not say what happens when it is spent: who then gets how much of {paid} is not known",
    ),
    page=__doc__ or "",
)
_HELP = Words(
    "在原文里写明按比例折算、先到先得还是转到下一年", "let the text say pro rata, first come first served, or deferred"
)
_NOT_SAID = Words("这里写的是“未写”", "it is marked as unsaid here")


def check(draft: Checked) -> Iterator[Diagnostic]:
    """Yield every pool without 超出 that pays something."""
    if not draft.whole:
        return
    lowered = draft.compiled.lowered()
    for pool in draft.policy.pools:
        line = pool.terms(lowered.selection).excess
        paid = drawn(lowered, pool)
        if not paid or (line is not None and line.value is not None):
            continue
        related = (Label(line.span, _NOT_SAID),) if line is not None else ()
        names = "、".join(plan.part.name for plan in paid)
        listed = Words(f"“{names}”", f"“{names}”")
        yield RULE.at(pool.span, related=related, help=(_HELP,), name=pool.name, paid=listed)
