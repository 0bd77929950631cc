"""条件、不予支持、标准里写了一项奖补的名字，要读它这一回算出来的数。各项奖补是一起算的：谁先谁后，文件没有写；两项互相读，就没有唯一的结果。
条件只能看事实，或者以前已经领到的。

错误的写法：

```pol
政策 示范措施
  简称：demo
对象 企业
  首次入库：是否
  数字化项目投入：金额，每年
条 1 支持
  奖补 数字化补助
    支持对象：企业
    享受：每家企业 每年
    标准：数字化项目投入 × 10%
  奖补 入库奖
    支持对象：企业
    享受：每家企业 一次
    条件：首次入库
    不予支持：数字化补助 超过 0元  # error
    标准：5万元
```

正确的写法：

```pol
政策 示范措施
  简称：demo
对象 企业
  首次入库：是否
  数字化项目投入：金额，每年
条 1 支持
  奖补 数字化补助
    支持对象：企业
    享受：每家企业 每年
    标准：数字化项目投入 × 10%
  奖补 入库奖
    支持对象：企业
    享受：每家企业 一次
    条件：首次入库
    标准：5万元
  组 两项：数字化补助、入库奖
    方式：就高，按 企业
```

怎么改：以前领过的不再给，写“已领 数字化补助 超过 0元”；同一年只能得一项的，把两项放进一个 `组`，写 `方式：就高` 或 `方式：择一`；在它之上再给的，写 `叠加于`。

---
A condition, an exclusion or a standard names a benefit, to read what it pays in this same run. All benefits are worked out together: nothing
says which comes first, and two that read each other have no single result. Conditions may look at facts, and at what was received before.

Bad:

```pol
policy 示范措施
  id: demo
subject 企业
  首次入库: truth
  数字化项目投入: money, yearly
clause 1 支持
  benefit 数字化补助
    for: 企业
    per: per 家企业 yearly
    pay: 数字化项目投入 × 10%
  benefit 入库奖
    for: 企业
    per: per 家企业 once
    when: 首次入库
    except: 数字化补助 exceeds 0 yuan  # error
    pay: 5 wan_yuan
```

Good:

```pol
policy 示范措施
  id: demo
subject 企业
  首次入库: truth
  数字化项目投入: money, yearly
clause 1 支持
  benefit 数字化补助
    for: 企业
    per: per 家企业 yearly
    pay: 数字化项目投入 × 10%
  benefit 入库奖
    for: 企业
    per: per 家企业 once
    when: 首次入库
    pay: 5 wan_yuan
  group 两项: 数字化补助 & 入库奖
    how: highest, by 企业
```

How to fix: where an earlier payment bars it, write `received 数字化补助 above 0元`; where only one of the two is paid in a year, put both into a
`group` with `how: highest` or `how: choose`; what is given on top of another is `on_top_of`.
"""

from __future__ import annotations

from polc.diagnostics import Diagnostic, Edit, Fix, Rule, Severity, Words
from polc.text import Span

RULE = Rule(
    "barred-by-own-award",
    Severity.ERROR,
    title=Words("拿这一回的奖补作条件", "a condition on an award of the same run"),
    message=Words(
        "“{name}”是要算的奖补：这一回给多少，不能拿来作条件、作基数",
        "“{name}” is an award: what it comes to in this run cannot be a condition or a base",
    ),
    page=__doc__ or "",
)
_HELP = (
    Words("同一年只能得一项的，放进一个 组，写 方式：就高 或 方式：择一", "where one of the two is paid, put both into a group: highest or choose"),
    Words("在它之上再给的，写 叠加于", "what is given on top of it is on_top_of"),
)  # fmt: skip
_RECEIVED = Words("以前领过的，写“{word} {name}”", "received before: “{word} {name}”")


def barred_by_own_award(span: Span, name: str, received: str) -> Diagnostic:
    """Return the finding that a condition or amount at ``span`` reads the award ``name``; ``received`` is the file's word for 已领."""
    fix = Fix(_RECEIVED.fill(word=received, name=name), (Edit(span, f"{received} {name}"),))
    return RULE.at(span, help=_HELP, fixes=(fix,), name=name)
