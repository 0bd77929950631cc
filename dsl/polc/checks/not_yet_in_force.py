"""还没有到施行的那一天。没有写错，只是提醒：现在算出来的，是施行以后的数。

看的是检查的那一天：不写就是今天，`polc check --as-of 2026-06-01` 指定一天（下面的例子按这一天）。

错误的写法：

```pol
政策 示范措施
  简称：demo
  状态：已印发
  施行：自 2026年9月1日  # error
  有效期：至 2028年12月31日
对象 企业
  达标：是否
条 1 支持
  奖补 奖励
    支持对象：企业
    享受：每家企业 一次
    条件：达标
    标准：5万元
```

正确的写法：

```pol
政策 示范措施
  简称：demo
  状态：已印发
  施行：自 2026年3月1日
  有效期：至 2028年12月31日
对象 企业
  达标：是否
条 1 支持
  奖补 奖励
    支持对象：企业
    享受：每家企业 一次
    条件：达标
    标准：5万元
```

怎么改：不用改；日期写错了的，改 `施行`。还在征求意见的，写 `状态：征求意见稿`。

---
The first day in force is still to come. Nothing is wrong; what is computed is what it will pay.

The day looked at is today's, or that of `polc check --as-of 2026-06-01`, as in the examples.

Bad:

```pol
policy demo measure
  id: demo
  status: issued
  in_force: from 2026-09-01  # error
  valid: to 2028-12-31
subject firm
  meets: truth
clause 1 support
  benefit award
    for: firm
    per: per firm once
    when: meets
    pay: 5wan_yuan
```

Good:

```pol
policy demo measure
  id: demo
  status: issued
  in_force: from 2026-03-01
  valid: to 2028-12-31
subject firm
  meets: truth
clause 1 support
  benefit award
    for: firm
    per: per firm once
    when: meets
    pay: 5wan_yuan
```

How to fix: nothing, unless the date is a slip. A draft says so with status: draft.
"""

from __future__ import annotations

from collections.abc import Iterator

from polc.checks.draft import Checked
from polc.checks.in_force import days_in_force, is_law
from polc.diagnostics import Diagnostic, Rule, Severity, Words
from polc.readers.prose import figures

RULE = Rule(
    "not-yet-in-force",
    Severity.NOTE,
    title=Words("还没有施行", "not yet in force"),
    message=Words("从 {first} 起施行，{day} 还没有到", "in force from {first}; on {day} it is not yet"),
    page=__doc__ or "",
    dated=True,
)


def check(draft: Checked) -> Iterator[Diagnostic]:
    """Yield one finding where the first day is still to come under every reading; drafts have none."""
    if not draft.day or not is_law(draft):
        return
    periods = days_in_force(draft.policy)
    first = periods[0].first
    if first is None or any(each.first is None or each.has_begun(draft.day) for each in periods):
        return
    terms = periods[0].terms
    line = terms.in_force or terms.issued or terms.valid
    if line is not None:
        yield RULE.at(line.span, first=figures.day(first), day=figures.day(draft.day))
