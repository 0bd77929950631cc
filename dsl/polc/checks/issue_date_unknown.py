"""施行从印发之日算起，而印发日期没有写；或者写着未知，有效期又是从那天数的几年。哪天施行、哪天期满都算不出来，算的时候只好推定正在施行。

错误的写法：

```pol
政策 示范措施
  简称：demo
  状态：已印发
  印发日期：未知  # error
  施行：自印发之日
  有效期：3年
  约定：期满 前一日
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
  印发日期：2026年3月2日
  施行：自印发之日
  有效期：3年
  约定：期满 前一日
对象 企业
  达标：是否
条 1 支持
  奖补 奖励
    支持对象：企业
    享受：每家企业 一次
    条件：达标
    标准：5万元
```

怎么改：把落款日期写进 `印发日期`；真的没有的，`有效期` 写到哪一天为止。

还没有印发的稿子不提醒。

---
It is in force from its issue, and no line tells the day; or the day is 未知 (unknown) and the validity runs from it. Neither the first nor the last day can be reckoned.

Bad:

```pol
policy demo measure
  id: demo
  status: issued
  issued: unknown  # error
  in_force: from issue
  valid: 3years
  convention: expiry day_before
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
  issued: 2026-03-02
  in_force: from issue
  valid: 3years
  convention: expiry day_before
subject firm
  meets: truth
clause 1 support
  benefit award
    for: firm
    per: per firm once
    when: meets
    pay: 5wan_yuan
```

How to fix: write the date under the text as 印发日期 (issued). Where it is not to be had, give 有效期 (valid) as a date.

Drafts are left alone.
"""

from __future__ import annotations

from collections.abc import Iterator

from polc.checks.draft import Checked
from polc.checks.in_force import is_law, status
from polc.diagnostics import Diagnostic, Rule, Severity, Words
from polc.passes.lower.force import end_day, start_day

RULE = Rule(
    "issue-date-unknown",
    Severity.WARNING,
    title=Words("不知道哪天印发", "issue date unknown"),
    message=Words(
        "自印发之日起施行，印发日期{why}：{what}算不出来",
        "in force from its issue, and the day of issue is {why}: nobody can tell {what}",
    ),
    page=__doc__ or "",
)
_UNSAID = Words("没有写", "not written")
_UNKNOWN = Words("写着未知", "unknown")
_START = Words("哪天施行", "when it begins")
_BOTH = Words("哪天施行、哪天期满", "when it begins and when it ends")


def check(draft: Checked) -> Iterator[Diagnostic]:
    """Yield one finding where the first day hangs on an issue date that is not told; a draft has none yet.

    An issue date that the file itself calls unknown counts only where the last day hangs on it as well.
    """
    terms = draft.policy.terms({})
    line = terms.in_force
    if not is_law(draft) or line is None or line.value is None or start_day(terms) is not None:
        return
    lasts = terms.valid is not None and terms.valid.value is not None and end_day(terms) is None
    if terms.issued is None and not status(draft.policy):
        return
    if lasts or terms.issued is None:
        why = _UNSAID if terms.issued is None else _UNKNOWN
        yield RULE.at((terms.issued or line).span, why=why, what=_BOTH if lasts else _START)
