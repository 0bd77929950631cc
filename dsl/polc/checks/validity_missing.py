"""印发的文件没有写从哪天施行，或者没有写有效期。没有起点，哪一年的事算不清；没有终点，规范性文件管理办法一般不让印发，公平竞争审查的例外也要求有期限。

只看已经当作文件写的（写了 `状态`、`文号`、`印发日期`、`施行`、`有效期` 里的哪一样），随手试的几行不管。

错误的写法：

```pol
政策 示范措施  # error
  简称：demo
  状态：已印发
  印发日期：2026年3月2日
  施行：自印发之日
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

怎么改：在正文补上“自……起施行，有效期至……”，再写 `施行`、`有效期`。写成“有效期至某年某月某日”，就不用再说期满在前一日还是对应日。

---
A document that does not say from when it is in force, or until when. Without a start nobody knows which facts count; without an end it may not be issued in most provinces.

Only what is written as a document is looked at (with 状态, 文号, 印发日期, 施行 or 有效期), no sketch of a few lines.

Bad:

```pol
policy demo measure  # error
  id: demo
  status: issued
  issued: 2026-03-02
  in_force: from issue
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

How to fix: say in the text from when and until when it is in force, then write 施行 (in_force) and 有效期 (valid). An end that is a date leaves nothing to reckon.
"""

from __future__ import annotations

from collections.abc import Iterator

from polc.checks.draft import Checked
from polc.checks.heading import is_document
from polc.diagnostics import Diagnostic, Rule, Severity, Words
from polc.model.policy import Terms

RULE = Rule(
    "validity-missing",
    Severity.WARNING,
    title=Words("没有写施行日或者有效期", "no validity"),
    message=Words("没有写{what}", "nothing says {what}"),
    page=__doc__ or "",
)
_START = Words("从哪天起施行", "from when it is in force")
_END = Words("有效期", "until when it is in force")
_BOTH = Words("从哪天起施行，也没有写有效期", "from when it is in force, nor until when")


def check(draft: Checked) -> Iterator[Diagnostic]:
    """Yield one finding where a policy that pays has no first or no last day, and not every benefit has its own."""
    terms = draft.policy.terms({})
    if not draft.policy.benefits or not is_document(draft.policy):
        return
    start, end = _starts(terms), _ends(terms)
    own = [benefit.terms({}) for benefit in draft.policy.benefits]
    start, end = start or all(map(_starts, own)), end or all(map(_ends, own))
    if start and end:
        return
    silent = next((line for line in (terms.valid, terms.in_force) if line and line.silent), None)
    what = _END if start else _START if end else _BOTH
    yield RULE.at(silent.span if silent else draft.policy.span, what=what)


def _starts(terms: Terms) -> bool:
    valid = terms.valid.value if terms.valid else None
    return bool(terms.in_force and terms.in_force.value) or bool(valid and valid.since)


def _ends(terms: Terms) -> bool:
    return terms.valid is not None and terms.valid.value is not None
