"""几项只能择一，一家企业却可以同时够得着两项，给的又不一样；原文没有说由谁选、选哪一项。企业和部门各选各的，就有了争议。

错误的写法：

```pol
政策 示范措施
  简称：demo
对象 企业
  软件企业：是否
  服务企业：是否
条 1 支持
  奖补 软件奖
    支持对象：企业
    享受：每家企业 每年
    条件：软件企业
    标准：50万元
  奖补 服务奖
    支持对象：企业
    享受：每家企业 每年
    条件：服务企业
    标准：30万元
  组 两类：软件奖、服务奖
    原文：“同一企业只能享受一类政策”
    方式：择一  # error
```

正确的写法：

```pol
政策 示范措施
  简称：demo
对象 企业
  软件企业：是否
  服务企业：是否
条 1 支持
  奖补 软件奖
    支持对象：企业
    享受：每家企业 每年
    条件：软件企业
    标准：50万元
  奖补 服务奖
    支持对象：企业
    享受：每家企业 每年
    条件：服务企业
    标准：30万元
  组 两类：软件奖、服务奖
    原文：“同一企业只能享受一类政策，由企业自主选择”
    方式：择一
```

怎么改：原文写明“由企业自主选择”，或者写“按就高原则”并改成 `方式：就高`；有先后的，用 `方式：替代`。

---
Only one of several benefits may be had, yet one applicant can qualify for two that pay differently, and the text does not say who chooses
or which. Applicant and department will choose differently.

Bad:

```pol
policy 示范措施
  id: demo
subject 企业
  软件企业: truth
  服务企业: truth
clause 1 支持
  benefit 软件奖
    for: 企业
    per: every 企业 yearly
    when: 软件企业
    pay: 50万元
  benefit 服务奖
    for: 企业
    per: every 企业 yearly
    when: 服务企业
    pay: 30万元
  group 两类: 软件奖 & 服务奖
    quote: “同一企业只能享受一类政策”
    how: choose  # error
```

Good:

```pol
policy 示范措施
  id: demo
subject 企业
  软件企业: truth
  服务企业: truth
clause 1 支持
  benefit 软件奖
    for: 企业
    per: every 企业 yearly
    when: 软件企业
    pay: 50万元
  benefit 服务奖
    for: 企业
    per: every 企业 yearly
    when: 服务企业
    pay: 30万元
  group 两类: 软件奖 & 服务奖
    quote: “同一企业只能享受一类政策，由企业自主选择”
    how: choose
```

How to fix: say in the text that the applicant chooses (“由企业自主选择”), or that the highest prevails, with `how: highest`; where one comes
first, use `how: instead`.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import combinations

from polc.checks.asking import Shown, ask, somewhere
from polc.checks.draft import Checked
from polc.checks.nesting import Nesting
from polc.checks.rivals import rivals
from polc.core.nodes import Apply
from polc.diagnostics import Diagnostic, Rule, Severity, Words
from polc.model.policy import Group

RULE = Rule(
    "undecided-choice",
    Severity.WARNING,
    title=Words("择一，没有说由谁选", "one of several, and nobody to choose"),
    message=Words(
        "“{one}”和“{other}”只能择一，可以同时够得着，给的不一样；没有说由谁选",
        "only one of “{one}” and “{other}” may be had; both can be due, they pay differently, and nobody is said to choose",
    ),
    page=__doc__ or "",
)
_SETTLED = re.compile(r"选|择优|择高|就高|从高|从优|较高|最高的|由.{0,12}(?:确定|决定|认定)")
_HELP = (
    Words("由企业选的，原文写明“由企业自主选择”", "where the applicant chooses, say so: “由企业自主选择”"),
    Words("按高的给的，改成 方式：就高", "where the higher is paid, write how: highest"),
)


def check(draft: Checked) -> Iterator[Diagnostic]:
    """Yield every 择一 of which a case qualifies for two members that pay differently, where no quote says who chooses."""
    if not draft.whole:
        return
    lowered = draft.compiled.lowered()
    nesting = Nesting.of(draft.policy, lowered.selection)
    for group in nesting.policy.groups:
        plan = lowered.plans.get(group.name)
        if plan is None or nesting.how(group).mode != "choose" or _settled(group):
            continue
        for one, other in combinations([each for each in rivals(lowered, plan) if each.plan is not None], 2):
            differ = Apply("not", (Apply("equal", (one.high, other.high)),))
            both = Apply("and", (one.pays, other.pays, differ))
            found = ask(lowered, plan, somewhere(plan.items or None, both))
            if isinstance(found, Shown) and one.plan is not None and other.plan is not None:
                sides = found.award(one.plan), found.award(other.plan)
                how = group.terms(lowered.selection).how
                where = how.span if how is not None else group.span
                yield RULE.at(where, help=_HELP, witness=found.witness(*sides), one=one.name, other=other.name)
                break


def _settled(group: Group) -> bool:
    return any(quote.value is not None and _SETTLED.search(quote.value.text) for quote in group.quotes)
