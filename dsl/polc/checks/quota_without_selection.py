"""名额有数，没有写给谁。申请的比名额多，谁有谁没有就说不清。

错误的写法：

```pol
政策 示范措施
  简称：demo
对象 企业
  年度营业收入：金额，每年
条 1 支持
  奖补 典型场景奖
    原文：“每年支持不超过2家，给予20万元一次性奖励”
    支持对象：企业
    享受：每家企业 一次
    标准：20万元
    名额：每年 2家  # error
```

正确的写法：

```pol
政策 示范措施
  简称：demo
对象 企业
  年度营业收入：金额，每年
条 1 支持
  奖补 典型场景奖
    原文：“每年按年度营业收入由高到低支持2家，给予20万元一次性奖励”
    支持对象：企业
    享受：每家企业 一次
    标准：20万元
    名额：每年 2家，按 年度营业收入
```

怎么改：在原文里写明按什么先后（某个数由高到低、应得多少、申请先后），再在名额后面写“按 …”。

原文写了评审、遴选的，不报。

---
A quota says how many and not who. With more applicants than places nobody knows who gets one.

Bad:

```pol
policy 示范措施
  id: demo
subject 企业
  年度营业收入: money, yearly
clause 1 支持
  benefit 典型场景奖
    quote: “每年支持不超过2家，给予20万元一次性奖励”
    for: 企业
    per: every 企业 once
    pay: 20万元
    quota: yearly 2家  # error
```

Good:

```pol
policy 示范措施
  id: demo
subject 企业
  年度营业收入: money, yearly
clause 1 支持
  benefit 典型场景奖
    quote: “每年按年度营业收入由高到低支持2家，给予20万元一次性奖励”
    for: 企业
    per: every 企业 once
    pay: 20万元
    quota: yearly 2家, by 年度营业收入
```

How to fix: let the text say in which order (a figure, the award, the order of application), and write it behind the quota with `by`.

Where the
text speaks of a panel or a selection, nothing is reported.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from polc.checks.draft import Checked
from polc.diagnostics import Diagnostic, Rule, Severity, Words

RULE = Rule(
    "quota-without-selection",
    Severity.WARNING,
    title=Words("名额给谁没有写", "a quota without a choice"),
    message=Words(
        "“{name}”的名额是 {limit}，申请的多了给谁，没有写", "“{name}” has {limit} places and does not say who gets one"
    ),
    page=__doc__ or "",
)
_HELP = Words(
    "在原文里写明按什么排先后，再写“按 …”", "let the text say in which order places are given, and write “by …”"
)
_CHOSEN = re.compile("择优|遴选|评选|评审|评定|评比|竞争|排名|排序|先后|先到|从高到低|由高到低|选拔|抽签|摇号")


def check(draft: Checked) -> Iterator[Diagnostic]:
    """Yield every 名额 without 按 whose quoted sentence speaks of no selection either."""
    lowered = draft.compiled.lowered()
    for part in (*draft.policy.benefits, *draft.policy.pools):
        line = part.terms(lowered.selection).quota
        if line is None or line.value is None or line.value.by is not None:
            continue
        if any(quote.value is not None and _CHOSEN.search(quote.value.text) for quote in part.quotes):
            continue
        limit = line.value.limit.span.text if line.value.limit.span else ""
        yield RULE.at(line.span, help=(_HELP,), name=part.name, limit=limit)
