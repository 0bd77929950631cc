"""有些东西多到一定程度，人读不懂，机器也要算很久：一行里的年数、分档的档数、组套组和定义套定义的层数，都有限度。

各项限度写在参考的“限度”一页。真的政策离这些限度很远；碰到的时候，多半是少写了一个数字，或者复制粘贴多了。

错误的写法：

```pol
政策 示范措施
  简称：demo
对象 企业
  年度支出：金额，每年
条 1 支持
  奖补 甲补贴
    支持对象：企业
    享受：每家企业 每年
    标准：年度支出 × 10%
    情景 一直给下去
      | 年度       | 年度支出 | 应得   |
      | 2026至2999 | 100万元  | 10万元 |  # error
```

正确的写法：

```pol
政策 示范措施
  简称：demo
对象 企业
  年度支出：金额，每年
条 1 支持
  奖补 甲补贴
    支持对象：企业
    享受：每家企业 每年
    标准：年度支出 × 10%
    情景 给三年
      | 年度       | 年度支出 | 应得   |
      | 2026至2028 | 100万元  | 10万元 |
```

怎么改：先看是不是写错了；确实要这么多，拆成几张表、几个组，或者少套几层。

---
Some things are past reading, and slow to compute, once there are enough of them: the years of one row, the tiers of a
table, groups inside groups, definitions inside definitions. Each has its limit.

The limits stand on the page Limits of the reference. No real measure comes near them; where one is met, a digit is most
often wrong, or something was pasted too often.

Bad:

```pol
policy 示范措施
  id: demo
subject 企业
  年度支出: money, yearly
clause 1 支持
  benefit 甲补贴
    for: 企业
    per: per 企业 yearly
    pay: 年度支出 × 10%
    scenario 一直给下去
      | year         | 年度支出 | award  |
      | 2026 to 2999 | 100万元  | 10万元 |  # error
```

Good:

```pol
policy 示范措施
  id: demo
subject 企业
  年度支出: money, yearly
clause 1 支持
  benefit 甲补贴
    for: 企业
    per: per 企业 yearly
    pay: 年度支出 × 10%
    scenario 给三年
      | year         | 年度支出 | award  |
      | 2026 to 2028 | 100万元  | 10万元 |
```

How to fix: look for a slip first; where there really are so many, split the table or the group, or nest less.
"""

from __future__ import annotations

from polc.diagnostics import Diagnostic, Rule, Severity, Words
from polc.text import Span

RULE = Rule(
    "beyond-limit",
    Severity.ERROR,
    title=Words("超过限度", "beyond a limit"),
    message=Words("{what}最多 {most}，这里超过了", "{what}: {most} at most, and here are more"),
    page=__doc__ or "",
)

YEARS = Words("一行写的年数", "years in one row")
TIERS = Words("一张分档表的档数", "tiers in one table")
GROUPS = Words("组套组的层数", "groups inside groups")
DEFINITIONS = Words("定义套定义的层数", "definitions inside definitions")
USES = Words("一项里展开的定义数", "definitions unfolded in one part")


def beyond_limit(span: Span, what: Words, most: int) -> Diagnostic:
    """Return the finding that there is more of ``what`` at ``span`` than ``most``."""
    return RULE.at(span, what=what, most=str(most))
