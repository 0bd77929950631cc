"""新版已经施行，`前版` 还没有满：中间两版都有效，同一件事按哪一版给，没有写。写了“同时废止”的，不报；前版是征求意见稿的，看征求意见稿的前版。

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
  施行：自 2025年10月1日  # error
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

怎么改：在新版里写“原……同时废止”，或者让它接着旧版的最后一天施行；旧版的事项继续兑付的，也写明。

---
The new version is in force before the earlier one (前版) ends: for some days both are, and nothing says which of them a case goes by. A text that repeals the earlier one (同时废止) is
not reported, and an earlier version that was only sent round for consultation (征求意见稿) is passed over for the one before it.

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
  in_force: from 2025-10-01  # error
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

How to fix: let the new version repeal the earlier one, or begin on the day after its last; say what becomes of awards under way.
"""

from __future__ import annotations

from collections.abc import Iterator

from polc.checks.draft import Checked
from polc.checks.successions import succession
from polc.diagnostics import Diagnostic, Rule, Severity, Words
from polc.readers.prose import figures

RULE = Rule(
    "successor-overlap",
    Severity.WARNING,
    title=Words("新旧两版都有效", "two versions in force at once"),
    message=Words(
        "这一版 {start} 起施行，前版到 {end} 才满：{days}天里两版都有效",
        "this version begins on {start} and the earlier one ends on {end}: both are in force for so many days: {days}",
    ),
    page=__doc__ or "",
)
_HELP = Words(
    "在正文里写明前版同时废止，或者按哪一版给",
    "let the text repeal the earlier version, or say which of them a case goes by",
)


def check(draft: Checked) -> Iterator[Diagnostic]:
    """Yield one finding where the earlier version still is in force when this one begins, and nothing repeals it."""
    found = succession(draft)
    if found is None or found.repealed or found.start > found.end:
        return
    yield RULE.at(
        found.place,
        related=found.labels,
        help=(_HELP,),
        notes=found.notes,
        start=figures.day(found.start),
        end=figures.day(found.end),
        days=str(found.end - found.start + 1),
    )
