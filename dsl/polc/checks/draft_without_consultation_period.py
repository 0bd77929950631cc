"""征求意见稿没有写征求意见的起止日期，或者不满 30 日。涉及经营者的规范性文件，向社会公开征求意见一般不少于 30 日；因紧急情况缩短的要说明。

施行、有效期都还没有写的，是刚起头的稿子，不提醒。

错误的写法：

```pol
政策 示范措施
  简称：demo
  状态：征求意见稿
  征求意见：2026年5月1日至5月15日  # error
  施行：自 2026年9月1日
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
  状态：征求意见稿
  征求意见：2026年5月1日至6月1日
  施行：自 2026年9月1日
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

怎么改：写 `征求意见：2026年5月1日至6月1日`；期限写在公告里、不在正文的，照公告写，或者写 `已知问题 draft-without-consultation-period：理由`。

---
A draft for comments that does not say from when to when, or gives fewer than 30 days. Documents that concern businesses are open to comments for 30 days as a rule; where haste cuts that short, the reason is given.

A draft that says neither 施行 nor 有效期 has just been begun, and is left alone.

Bad:

```pol
policy demo measure
  id: demo
  status: draft
  consultation: 2026-05-01 to 2026-05-15  # error
  in_force: from 2026-09-01
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
  status: draft
  consultation: 2026-05-01 to 2026-06-01
  in_force: from 2026-09-01
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

How to fix: write 征求意见 (consultation) with both days, from the announcement where the text does not have them, or 已知问题 (known) with the reason.
"""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Iterator

from polc.checks.draft import Checked
from polc.checks.heading import head_line
from polc.checks.in_force import status
from polc.diagnostics import Diagnostic, Rule, Severity, Words
from polc.model.values import FreeText

RULE = Rule(
    "draft-without-consultation-period",
    Severity.WARNING,
    title=Words("征求意见没有期限或者太短", "no or too short a consultation"),
    message=Words("征求意见稿，{what}", "a draft for comments, and {what}"),
    page=__doc__ or "",
)
_NONE = Words("没有写从哪天到哪天征求意见", "nothing says from when to when")
_SHORT = Words("征求意见只有{count}日，不满{days}日", "it is open for {count} days, fewer than {days}")
_HELP = Words(
    "写“征求意见：2026年5月1日至6月1日”这样的一行", "write a line like “consultation: 2026-05-01 to 2026-06-01”"
)
_DAY = re.compile(r"(?:(\d{4})\s*[年./-]\s*)?(\d{1,2})\s*[月./-]\s*(\d{1,2})")


def check(draft: Checked) -> Iterator[Diagnostic]:
    """Yield one finding for a draft without the days of its consultation, or with too few of them; not while its head is empty."""
    if status(draft.policy) != "draft":
        return
    line, terms = head_line(draft, "consultation"), draft.policy.terms({})
    if line is None and terms.in_force is None and terms.valid is None:
        return  # its head is not written yet
    if line is None or line.silent or not isinstance(line.value, FreeText):
        state = terms.status
        place = line.span if line else state.span if state else draft.policy.span
        yield RULE.at(place, help=(_HELP,), notes=(draft.norms.consultation_days.words,), what=_NONE)
        return
    count = _days(line.value.text)
    if count is not None and 0 < count < draft.norms.consultation_days.limit:
        what = _SHORT.fill(count=str(count), days=str(draft.norms.consultation_days.limit))
        yield RULE.at(line.span, notes=(draft.norms.consultation_days.words,), what=what)


def _days(text: str) -> int | None:
    """Return how many days lie between two written days, both counted; None where they cannot be read."""
    found = [match.groups() for match in _DAY.finditer(text)]
    if len(found) != 2 or found[0][0] is None:  # noqa: PLR2004 - from one day to another
        return None
    years = int(found[0][0]), int(found[1][0] or found[0][0])
    try:
        first, last = (dt.date(year, int(m), int(d)) for year, (_, m, d) in zip(years, found, strict=True))
    except ValueError:
        return None
    return (last - first).days + 1
