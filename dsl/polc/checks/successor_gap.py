"""`前版` 已经满了，新版还没有施行：中间发生的事，哪一版也管不到。新版写了“追溯到……”“从……起的适用本措施”的，把那一天写成施行的一天，就不报。

`2023.pol` 是：

```pol title="2023.pol"
政策 示范措施（2023年版）
  简称：demo-2023
  状态：已印发
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

错误的写法：

```pol
政策 示范措施
  简称：demo
  前版：2023.pol
  状态：已印发
  施行：自 2026年3月1日  # error
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
  前版：2023.pol
  状态：已印发
  施行：自 2026年1月1日
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

怎么改：让新版接着旧版的最后一天施行，或者写明中间这一段按哪一版办。

---
The earlier version (前版) has ended before the new one is in force: what happens in between falls under neither. Where the new one reaches back, encode that day as its first.

`2023.pol` is:

```pol title="2023.pol"
policy demo measure 2023
  id: demo-2023
  status: issued
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

Bad:

```pol
policy demo measure
  id: demo
  previous: 2023.pol
  status: issued
  in_force: from 2026-03-01  # error
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
  previous: 2023.pol
  status: issued
  in_force: from 2026-01-01
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

How to fix: let the new version begin on the day after the last of the earlier one, or say which of them holds in between.
"""

from __future__ import annotations

from collections.abc import Iterator

from polc.checks.draft import Checked
from polc.checks.successions import succession
from polc.diagnostics import Diagnostic, Rule, Severity, Words
from polc.readers.prose import figures

RULE = Rule(
    "successor-gap",
    Severity.WARNING,
    title=Words("新旧两版之间有空档", "a gap between two versions"),
    message=Words(
        "前版到 {end} 为止，这一版 {start} 才施行：中间{days}天哪一版也管不到",
        "the earlier version ends on {end} and this one begins on {start}: under neither for so many days: {days}",
    ),
    page=__doc__ or "",
)
_HELP = Words(
    "让新版接着旧版施行，或者写明中间按哪一版办",
    "let this one begin when the earlier one ends, or say which holds in between",
)


def check(draft: Checked) -> Iterator[Diagnostic]:
    """Yield one finding where neither version is in force for some days between the two."""
    found = succession(draft)
    if found is None or found.start - found.latest_end <= 1:
        return
    yield RULE.at(
        found.place,
        related=found.labels,
        help=(_HELP,),
        notes=found.notes,
        start=figures.day(found.start),
        end=figures.day(found.end),
        days=str(found.start - found.end - 1),
    )
