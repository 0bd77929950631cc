"""稿子写自印发之日起施行，或者印发到施行不满 30 日。企业来不及看、来不及准备；规章要求公布 30 日后施行，规范性文件参照。奖补是给好处的，印发即施行不算违法，
所以只是提示：有理由的写进起草说明。

已经印发的（`状态：已印发`、`试行`）改不了了，不提示。

错误的写法：

```pol
政策 示范措施
  简称：demo
  状态：征求意见稿
  征求意见：2026年5月1日至2026年6月1日
  施行：自印发之日  # error
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
  征求意见：2026年5月1日至2026年6月1日
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

怎么改：写明哪一天起施行，与印发隔开 30 日；要马上施行的，在起草说明里写理由，再写 `已知问题 effective-at-once：理由`。

---
A draft that is in force from the day of its issue, or within 30 days of it. Nobody has time to read it and to prepare. Rules of ministries and governments take force 30 days after they are published, and
other documents follow them. A subsidy may well begin at once, so that this is a note only.

What is issued (status: issued, trial) cannot be changed, and is left alone.

Bad:

```pol
policy demo measure
  id: demo
  status: draft
  consultation: 2026-05-01 to 2026-06-01
  in_force: from issue  # error
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

How to fix: name the first day, 30 days after the issue; where it must begin at once, give the reason in the explanation of the draft and as a 已知问题 (known).
"""

from __future__ import annotations

from collections.abc import Iterator

from polc.checks.draft import Checked
from polc.checks.in_force import status
from polc.diagnostics import Diagnostic, Rule, Severity, Words
from polc.model.expressions import Date
from polc.passes.lower.force import start_day

RULE = Rule(
    "effective-at-once",
    Severity.NOTE,
    title=Words("印发就施行", "in force at once"),
    message=Words("{when}，没有留出{days}日", "{when}: it does not leave {days} days"),
    page=__doc__ or "",
)
_AT_ONCE = Words("自印发之日起施行", "in force from the day of its issue")
_SHORT = Words("印发后第{count}日施行", "in force {count} days after its issue")


def check(draft: Checked) -> Iterator[Diagnostic]:
    """Yield one finding for what is not issued yet and leaves too few days between its issue and its first day."""
    terms = draft.policy.terms({})
    line = terms.in_force
    if line is None or line.value is None or status(draft.policy) in ("issued", "trial", "repealed"):
        return
    issued = terms.issued.value if terms.issued else None
    start = start_day(terms)
    if line.value.date is None:
        if terms.valid is not None and terms.valid.value is not None and terms.valid.value.since is not None:
            return
        when = _AT_ONCE
    elif isinstance(issued, Date) and start is not None and 0 <= start - issued.ordinal < draft.norms.notice_days.limit:
        when = _SHORT.fill(count=str(start - issued.ordinal))
    else:
        return
    yield RULE.at(line.span, notes=(draft.norms.notice_days.words,), when=when, days=str(draft.norms.notice_days.limit))
