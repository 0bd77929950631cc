"""有效期已经过了。过了期的文件还挂着、还照着发钱，最容易被审计问到；忘了续期的，中间断档的几个月谁都说不清。

看的是检查的那一天：不写就是今天，`polc check --as-of 2026-06-01` 指定一天（下面的例子按这一天）。征求意见稿过了期的，见 `still-draft-after-start`。

错误的写法：

```pol
政策 示范措施
  简称：demo
  状态：已印发
  施行：自 2023年1月1日
  有效期：至 2025年12月31日  # error
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
  状态：已废止
  施行：自 2023年1月1日
  有效期：至 2025年12月31日
对象 企业
  达标：是否
条 1 支持
  奖补 奖励
    支持对象：企业
    享受：每家企业 一次
    条件：达标
    标准：5万元
```

怎么改：要继续的，重新印发，写新的有效期；不再继续的，写 `状态：已废止`。只是留着算旧账的，用 `--as-of` 写当时的日期，或者写 `已知问题 expired：理由`。

---
The last day in force has passed. Either the measure was to be renewed, or nobody struck it off.

The day looked at is today's, or that of `polc check --as-of 2026-06-01`, as in the examples. A draft that is past its end is `still-draft-after-start`.

Bad:

```pol
policy demo measure
  id: demo
  status: issued
  in_force: from 2023-01-01
  valid: to 2025-12-31  # error
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
  status: repealed
  in_force: from 2023-01-01
  valid: to 2025-12-31
subject firm
  meets: truth
clause 1 support
  benefit award
    for: firm
    per: per firm once
    when: meets
    pay: 5wan_yuan
```

How to fix: issue it anew with a new end, or write status: repealed. To look at it as it was, use --as-of with a day of that time, or write 已知问题 (known) with
the reason.
"""

from __future__ import annotations

from collections.abc import Iterator

from polc.checks.draft import Checked
from polc.checks.in_force import days_in_force, is_law, last_days
from polc.diagnostics import Diagnostic, Rule, Severity, Words
from polc.readers.prose import figures

RULE = Rule(
    "expired",
    Severity.ERROR,
    title=Words("已经过了有效期", "expired"),
    message=Words("有效期到 {last} 为止，{day} 已经过了", "the last day in force was {last}; on {day} it has expired"),
    page=__doc__ or "",
    dated=True,
)
_HELP = Words(
    "继续执行的，重新印发；不再执行的，写“状态：已废止”",
    "issue it anew to go on with it, or write “status: repealed”",
)


def check(draft: Checked) -> Iterator[Diagnostic]:
    """Yield one finding where the last day has passed under every reading; drafts and repealed measures have none."""
    if not draft.day or not is_law(draft):
        return
    periods = days_in_force(draft.policy)
    terms, last = periods[0].terms, periods[0].last
    if terms.valid is None or last is None or not all(each.has_ended(draft.day) for each in periods):
        return
    notes = last_days(periods)
    yield RULE.at(terms.valid.span, help=(_HELP,), notes=notes, last=figures.day(last), day=figures.day(draft.day))
