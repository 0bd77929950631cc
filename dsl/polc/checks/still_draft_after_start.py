"""稿子还是征求意见稿，里面写的施行日（或者有效期的最后一天）已经过了。照这样印发，就是倒着施行：施行日到印发日之间谁能领、按什么领，没有依据；
最后一天都过了的，印发出来就是废的。

看的是检查的那一天：不写就是今天，`polc check --as-of 2026-06-01` 指定一天（下面的例子按这一天）。

错误的写法：

```pol
政策 示范措施
  简称：demo
  状态：征求意见稿
  征求意见：2026年5月1日至2026年6月1日
  施行：自 2026年1月1日  # error
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

怎么改：把施行日改到印发以后，有效期跟着改；已经印发了的，改 `状态`。有意溯及的，在正文写明从哪天起的事算，施行日另写。

---
A draft whose first day in force, or whose last, has passed. Issued like this it would be in force before anyone could read it, or have expired.

The day looked at is today's, or that of `polc check --as-of 2026-06-01`, as in the examples.

Bad:

```pol
policy demo measure
  id: demo
  status: draft
  consultation: 2026-05-01 to 2026-06-01
  in_force: from 2026-01-01  # error
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

How to fix: move the first day behind the issue, and the end with it; change 状态 (status) if it was issued. Where earlier facts are meant to count, say from when,
apart from 施行 (in_force).
"""

from __future__ import annotations

from collections.abc import Iterator

from polc.checks.draft import Checked
from polc.checks.in_force import days_in_force, status
from polc.diagnostics import Diagnostic, Label, Rule, Severity, Words
from polc.readers.prose import figures

RULE = Rule(
    "still-draft-after-start",
    Severity.ERROR,
    title=Words("施行日过了还是征求意见稿", "still a draft after its start"),
    message=Words("还是征求意见稿，{what}", "still a draft, and {what}"),
    page=__doc__ or "",
    dated=True,
)
_BEGUN = Words("写的施行日 {first} 已经到了", "its first day in force, {first}, has come")
_ENDED = Words("写的最后一天 {last} 已经过了", "its last day in force, {last}, has passed")
_END = Words("最后一天 {last} 也过了", "its last day, {last}, has passed too")
_HELP = Words("施行日、有效期改到印发以后；已经印发的，改“状态”", "move both behind the issue, or change the status")


def check(draft: Checked) -> Iterator[Diagnostic]:
    """Yield one finding for a draft whose first day has come, or whose last has passed, under every reading."""
    if not draft.day or status(draft.policy) != "draft":
        return
    periods = days_in_force(draft.policy)
    terms, first, last = periods[0].terms, periods[0].first, periods[0].last
    ended = last is not None and all(each.has_ended(draft.day) for each in periods)
    end = figures.day(last) if last is not None else Words("", "")
    begun = terms.in_force or terms.valid
    if first is not None and begun is not None and all(each.has_begun(draft.day) for each in periods):
        related = (Label(terms.valid.span, _END.fill(last=end)),) if ended and terms.valid else ()
        yield RULE.at(begun.span, related=related, help=(_HELP,), what=_BEGUN.fill(first=figures.day(first)))
    elif ended and terms.valid is not None:
        yield RULE.at(terms.valid.span, help=(_HELP,), what=_ENDED.fill(last=end))
