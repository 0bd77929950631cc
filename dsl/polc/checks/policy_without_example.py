"""一份政策一个示例也没有：`polc test` 没有东西可跑，编码对不对没有谁验过。

错误的写法：

```pol
政策 示范措施  # error
  简称：demo
对象 企业
  年度支出：金额，每年
  级别：无、市级、省级
条 1 支持
  奖补 认定奖励
    支持对象：企业
    享受：每家企业 一次
    条件：级别 等于 省级
    标准：5万元
```

正确的写法：

```pol
政策 示范措施
  简称：demo
对象 企业
  年度支出：金额，每年
  级别：无、市级、省级
条 1 支持
  奖补 认定奖励
    支持对象：企业
    享受：每家企业 一次
    条件：级别 等于 省级
    标准：5万元
    示例 省级才有
      | 级别 | 应得  |
      | 省级 | 5万元 |
      | 市级 | 0元   |
```

怎么改：先给每项奖补写一两行示例：照原文用手算，够得着的一行，差一点的一行，算式写进说明。先写示例，再写规则，最不容易出错。

---
A policy has no example at all: `polc test` has nothing to run, and nothing holds the encoding to account.

Bad:

```pol
policy 示范措施  # error
  id: demo
subject 企业
  年度支出: money, yearly
  级别: 无、市级、省级
clause 1 支持
  benefit 认定奖励
    for: 企业
    per: every 企业 once
    when: 级别 equals 省级
    pay: 5万元
```

Good:

```pol
policy 示范措施
  id: demo
subject 企业
  年度支出: money, yearly
  级别: 无、市级、省级
clause 1 支持
  benefit 认定奖励
    for: 企业
    per: every 企业 once
    when: 级别 equals 省级
    pay: 5万元
    example 省级才有
      | 级别 | award |
      | 省级 | 5万元 |
      | 市级 | 0元   |
```

How to fix: give each benefit a row or two, worked out by hand from the official text: one that is reached and one that just is not, with the arithmetic in the note.
"""

from __future__ import annotations

from collections.abc import Iterator

from polc.checks.draft import Checked
from polc.checks.put_to_test import asserts
from polc.diagnostics import Diagnostic, Rule, Severity, Words

RULE = Rule(
    "policy-without-example",
    Severity.NOTE,
    title=Words("没有示例的政策", "a policy without an example"),
    message=Words(
        "还没有示例：{count} 项奖补，一项也没有验过",
        "no example yet: nothing holds what it pays to account (benefits: {count})",
    ),
    page=__doc__ or "",
)


def check(draft: Checked) -> Iterator[Diagnostic]:
    """Yield one finding where there are benefits and no table says what anything comes to."""
    benefits = [benefit for benefit in draft.policy.benefits if benefit.name in draft.compiled.lowered().plans]
    tables = [table for part in draft.policy.parts for table in part.tables]
    if draft.whole and benefits and not any(map(asserts, tables)):
        yield RULE.at(draft.policy.span, count=str(len(benefits)))
