"""条件里列的年份比有效期先到头：后面几年里同样的事，没有规则可用。逐年列举的（“2024年、2025年、2026年内新建”）最容易这样，续期、改有效期的时候也容易忘。

错误的写法：

```pol
政策 示范措施
  简称：demo
  状态：已印发
  印发日期：2026年3月2日
  施行：自印发之日
  有效期：至 2028年12月31日
对象 企业
  达标：是否
  投产年度：年度
  引进年度：年度
  综合贡献额：金额，每年
条 1 支持
  奖补 奖励
    支持对象：企业
    享受：每家企业 一次
    条件：投产年度 在 2024年至2026年  # error
    标准：6万元
```

正确的写法：

```pol
政策 示范措施
  简称：demo
  状态：已印发
  印发日期：2026年3月2日
  施行：自印发之日
  有效期：至 2028年12月31日
对象 企业
  达标：是否
  投产年度：年度
  引进年度：年度
  综合贡献额：金额，每年
条 1 支持
  奖补 奖励
    支持对象：企业
    享受：每家企业 一次
    条件：投产年度 在 2024年至2028年
    标准：6万元
```

怎么改：补上后面几年，或者改成“有效期内”；有意只管这几年的，写 `已知问题 window-short-of-validity：理由`。

---
The years that a condition lists end before the validity does: for the same fact in the years after them there is no rule. Lists of single years are prone to it, and renewals.

Bad:

```pol
policy demo measure
  id: demo
  status: issued
  issued: 2026-03-02
  in_force: from issue
  valid: to 2028-12-31
subject firm
  meets: truth
  started_in: year
  came_in: year
  contribution: money, yearly
clause 1 support
  benefit award
    for: firm
    per: per firm once
    when: started_in in FY2024 to FY2026  # error
    pay: 6wan_yuan
```

Good:

```pol
policy demo measure
  id: demo
  status: issued
  issued: 2026-03-02
  in_force: from issue
  valid: to 2028-12-31
subject firm
  meets: truth
  started_in: year
  came_in: year
  contribution: money, yearly
clause 1 support
  benefit award
    for: firm
    per: per firm once
    when: started_in in FY2024 to FY2028
    pay: 6wan_yuan
```

How to fix: add the years that are left, or say “while in force”; where it is meant, write 已知问题 (known) with the reason.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator

from polc.checks.draft import Checked
from polc.checks.windows import windows
from polc.diagnostics import Diagnostic, Label, Rule, Severity, Words
from polc.passes.lower.force import end_day, last_full_year, of_part, start_day
from polc.readers.prose import figures

RULE = Rule(
    "window-short-of-validity",
    Severity.WARNING,
    title=Words("年份比有效期先到头", "window short of the validity"),
    message=Words(
        "“{fact}”只到 {until} 为止，有效期到 {end}：后面没有规则可用",
        "“{fact}” ends on {until} and the validity on {end}: there is no rule for what comes between",
    ),
    page=__doc__ or "",
)
_VALID = Words("有效期", "the validity")


def check(draft: Checked) -> Iterator[Diagnostic]:
    """Yield every window of a condition that is open while the policy is in force, and shut before it ends.

    A year counts as missed when all of it is in force. Windows that end before the start speak of the past and are left alone.
    """
    whole = draft.policy.terms({})
    for benefit in draft.policy.benefits:
        terms = of_part(whole, benefit.terms({}))
        start, end = start_day(terms), end_day(terms)
        if end is None or terms.valid is None:
            continue
        for window in windows(benefit):
            if window.first is None or window.last is None or (start is not None and window.last < start):
                continue
            last_year = dt.date.fromordinal(window.last).year
            if last_full_year(end) > last_year if window.yearly else window.last < end:
                until = window.said(window.last)
                related = (Label(terms.valid.span, _VALID),)
                yield RULE.at(window.span, related=related, fact=window.fact, until=until, end=figures.day(end))
