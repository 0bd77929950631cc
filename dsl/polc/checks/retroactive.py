"""施行的那一天在印发以前，或者条件里的年份从施行以前数起：印发以前的事也算。奖补是给好处的，可以溯及，但要是有意的、写明白的；不是有意的，多半是沿用了旧文件的年份。

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
    条件：投产年度 在 2024年至2028年  # error
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
    条件：投产年度 在 2026年至2028年
    标准：6万元
```

怎么改：不算以前的，把年份改到施行以后；有意算的，在正文写明“自某年某月某日起的事也算”，再写 `已知问题 retroactive：理由`。

---
The first day in force lies before the issue, or a condition counts years from before it: what came earlier counts as well. A subsidy may reach back, if that is meant and said; where it is not, the years were copied from an older text.

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
    when: started_in in FY2024 to FY2028  # error
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
    when: started_in in FY2026 to FY2028
    pay: 6wan_yuan
```

How to fix: move the years, or say in the text from when facts count and write 已知问题 (known) with the reason.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator

from polc.checks.draft import Checked
from polc.checks.windows import windows
from polc.diagnostics import Diagnostic, Label, Rule, Severity, Words
from polc.model.expressions import Date
from polc.passes.lower.force import of_part, start_day
from polc.readers.prose import figures

RULE = Rule(
    "retroactive",
    Severity.NOTE,
    title=Words("以前的事也算", "retroactive"),
    message=Words("{what}：以前的事也算", "{what}: what came before counts"),
    page=__doc__ or "",
)
_ISSUE = Words("{start} 施行，{issued} 才印发", "in force from {start}, issued only on {issued}")
_WINDOW = Words(
    "“{fact}”从 {since} 算起，{start} 才施行", "“{fact}” counts from {since}, and it is in force only from {start}"
)
_FROM = Words("施行", "the first day in force")


def check(draft: Checked) -> Iterator[Diagnostic]:
    """Yield a start before the issue, and every window of a condition that begins before the start and ends after it."""
    whole = draft.policy.terms({})
    start, line = start_day(whole), whole.in_force or whole.valid
    issued = whole.issued.value if whole.issued else None
    if start is not None and line is not None and isinstance(issued, Date) and start < issued.ordinal:
        yield RULE.at(line.span, what=_ISSUE.fill(start=figures.day(start), issued=figures.day(issued.ordinal)))
    for benefit in draft.policy.benefits:
        terms = of_part(whole, benefit.terms({}))
        first, place = start_day(terms), terms.in_force or terms.valid
        if first is None or place is None:
            continue
        for window in windows(benefit):
            if window.first is None or window.last is None or not window.first < first <= window.last:
                continue
            if window.yearly and dt.date.fromordinal(window.first).year == dt.date.fromordinal(first).year:
                continue  # a year is not divided
            what = _WINDOW.fill(fact=window.fact, since=window.said(window.first), start=figures.day(first))
            yield RULE.at(window.span, related=(Label(place.span, _FROM),), what=what)
