"""有效期不到 6 个月就满了：要续的，评估、征求意见、审核都要时间，现在就该动手。

看的是检查的那一天：不写就是今天，`polc check --as-of 2026-06-01` 指定一天（下面的例子按这一天）。

错误的写法：

```pol
政策 示范措施
  简称：demo
  状态：已印发
  施行：自 2024年1月1日
  有效期：至 2026年9月30日  # error
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
  施行：自 2024年1月1日
  有效期：至 2028年9月30日
对象 企业
  达标：是否
条 1 支持
  奖补 奖励
    支持对象：企业
    享受：每家企业 一次
    条件：达标
    标准：5万元
```

怎么改：启动评估，定下来续、改还是废；已经定了不续的，写 `已知问题 expires-soon：理由`。

---
The last day in force is less than six months away: to renew it, a review, a consultation and the legal check must begin now.

The day looked at is today's, or that of `polc check --as-of 2026-06-01`, as in the examples.

Bad:

```pol
policy demo measure
  id: demo
  status: issued
  in_force: from 2024-01-01
  valid: to 2026-09-30  # error
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
  in_force: from 2024-01-01
  valid: to 2028-09-30
subject firm
  meets: truth
clause 1 support
  benefit award
    for: firm
    per: per firm once
    when: meets
    pay: 5wan_yuan
```

How to fix: begin the review, and decide whether it is renewed, changed or repealed; where it will lapse on purpose, write 已知问题 (known) with the reason.
"""

from __future__ import annotations

from collections.abc import Iterator

from polc.checks.draft import Checked
from polc.checks.in_force import days_in_force, is_law, last_days
from polc.diagnostics import Diagnostic, Rule, Severity, Words
from polc.passes.lower.force import corresponding_day
from polc.readers.prose import figures

RULE = Rule(
    "expires-soon",
    Severity.WARNING,
    title=Words("有效期快满了", "expires soon"),
    message=Words(
        "有效期到 {last} 为止，离 {day} 不到{months}个月",
        "the last day in force is {last}, less than {months} months after {day}",
    ),
    page=__doc__ or "",
    dated=True,
)
_HELP = Words("要续的，现在就启动评估", "to renew it, begin the review now")


def check(draft: Checked) -> Iterator[Diagnostic]:
    """Yield one finding where the last day is near, or has passed under some readings only (under all: ``expired``)."""
    if not draft.day or not is_law(draft):
        return
    periods = days_in_force(draft.policy)
    terms, last = periods[0].terms, periods[0].last
    if terms.valid is None or last is None or all(each.has_ended(draft.day) for each in periods):
        return
    if last > corresponding_day(draft.day, draft.norms.review_months.limit):
        return
    notes = (*last_days(periods), draft.norms.review_months.words)
    yield RULE.at(terms.valid.span, help=(_HELP,), notes=notes, last=figures.day(last), day=figures.day(draft.day),
                  months=str(draft.norms.review_months.limit))  # fmt: skip
