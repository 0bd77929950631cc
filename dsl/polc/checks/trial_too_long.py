"""试行、暂行的文件，有效期写得太长。多数省份的办法规定一般文件最长 5 年、试行和暂行的最长 2 年；各省不同，这里的数是转引的，请核本省的办法。

错误的写法：

```pol
政策 示范措施
  简称：demo
  状态：试行
  印发日期：2026年3月2日
  施行：自印发之日
  有效期：3年  # error
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
  状态：试行
  印发日期：2026年3月2日
  施行：自印发之日
  有效期：2年
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

怎么改：缩短有效期，或者去掉“试行”“暂行”；本省允许的，写 `已知问题 trial-too-long：依据哪一条`。

---
A document on trial that is valid for too long. Most provinces allow two years; they differ, and the figure is quoted at second hand: look up your own.

Bad:

```pol
policy demo measure
  id: demo
  status: trial
  issued: 2026-03-02
  in_force: from issue
  valid: 3years  # error
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
  status: trial
  issued: 2026-03-02
  in_force: from issue
  valid: 2years
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

How to fix: shorten it, or do not call it a trial; where your province allows it, write 已知问题 (known) with the article.
"""

from __future__ import annotations

from collections.abc import Iterator

from polc.checks.draft import Checked
from polc.checks.in_force import days_in_force, on_trial, written
from polc.diagnostics import Diagnostic, Rule, Severity, Words

RULE = Rule(
    "trial-too-long",
    Severity.WARNING,
    title=Words("试行期太长", "too long on trial"),
    message=Words(
        "试行的文件，有效期 {period}，一般不超过{limit}",
        "on trial, and valid for {period}; the usual limit is {limit}",
    ),
    page=__doc__ or "",
)


def check(draft: Checked) -> Iterator[Diagnostic]:
    """Yield one finding where a policy on trial is valid for longer than is usual."""
    period = days_in_force(draft.policy)[0]
    line = period.terms.valid
    if line is None or not on_trial(draft.policy) or not period.longer_than(draft.norms.trial_months.limit):
        return
    yield RULE.at(
        line.span, notes=(draft.norms.trial_months.words,), period=written(line), limit=draft.norms.trial_months.months
    )
