"""有效期写得太长。多数省份的行政规范性文件管理办法规定最长 5 年，到期评估再续；各省不同，这里的数是转引的，请核本省的办法。试行、暂行的见 `trial-too-long`。

错误的写法：

```pol
政策 示范措施
  简称：demo
  状态：已印发
  印发日期：2026年3月2日
  施行：自印发之日
  有效期：8年  # error
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

怎么改：缩短有效期；本省允许的，写 `已知问题 validity-too-long：依据哪一条`。

---
A document that is valid for too long. Most provinces allow five years and a review before it is renewed; they differ, and the figure is quoted at second hand: look up your own.
One that is on trial is `trial-too-long`.

Bad:

```pol
policy demo measure
  id: demo
  status: issued
  issued: 2026-03-02
  in_force: from issue
  valid: 8years  # error
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

How to fix: shorten it; where your province allows it, write 已知问题 (known) with the article.
"""

from __future__ import annotations

from collections.abc import Iterator

from polc.checks.draft import Checked
from polc.checks.in_force import days_in_force, on_trial, written
from polc.diagnostics import Diagnostic, Rule, Severity, Words

RULE = Rule(
    "validity-too-long",
    Severity.WARNING,
    title=Words("有效期太长", "valid for too long"),
    message=Words(
        "有效期 {period}，一般不超过{limit}",
        "valid for {period}; the usual limit is {limit}",
    ),
    page=__doc__ or "",
)


def check(draft: Checked) -> Iterator[Diagnostic]:
    """Yield one finding where a policy that is not on trial is valid for longer than is usual."""
    period = days_in_force(draft.policy)[0]
    line = period.terms.valid
    if line is None or on_trial(draft.policy) or not period.longer_than(draft.norms.validity_months.limit):
        return
    yield RULE.at(
        line.span,
        notes=(draft.norms.validity_months.words,),
        period=written(line),
        limit=draft.norms.validity_months.months,
    )
