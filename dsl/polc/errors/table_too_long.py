"""这么长的表不是示例，是数据。示例写门槛两侧和封顶处的几行就够了；成批的数据用 polc batch 算。

错误的写法：

```pol
政策 示范措施
  简称：demo
对象 企业
  年度支出：金额，每年
  级别：无、市级、省级
条 1 支持
  奖补 甲补贴
    支持对象：企业
    标准：5万元
    示例 太多列
      | 说明 | 说明 | 说明 | 说明 | 说明 | 说明 | 说明 | 说明 | 说明 | 说明 | 说明 | 说明 | 说明 | 说明 | 说明 | 说明 | 说明 | 说明 | 说明 | 说明 | 说明 | 说明 | 说明 | 说明 | 说明 | 说明 | 说明 | 说明 | 说明 | 说明 | 说明 | 说明 | 说明 | 说明 | 说明 | 说明 | 说明 | 说明 | 说明 | 说明 | 说明 | 说明 | 说明 | 说明 | 说明 | 说明 | 说明 | 说明 | 说明 | 说明 | 说明 | 说明 | 说明 | 说明 | 说明 | 说明 | 说明 | 说明 | 说明 | 说明 | 说明 | 说明 | 说明 | 说明 | 说明 | 说明 | 说明 | 说明 | 说明 | 说明 | 说明 | 说明 | 说明 | 说明 | 说明 | 说明 | 说明 | 说明 | 说明 | 说明 | 说明 | 说明 | 说明 | 说明 | 说明 | 说明 | 说明 | 说明 | 说明 | 说明 | 说明 | 说明 | 说明 | 说明 | 说明 | 说明 | 说明 | 说明 | 说明 | 说明 | 说明 |  # error
      | 甲 | 甲 | 甲 | 甲 | 甲 | 甲 | 甲 | 甲 | 甲 | 甲 | 甲 | 甲 | 甲 | 甲 | 甲 | 甲 | 甲 | 甲 | 甲 | 甲 | 甲 | 甲 | 甲 | 甲 | 甲 | 甲 | 甲 | 甲 | 甲 | 甲 | 甲 | 甲 | 甲 | 甲 | 甲 | 甲 | 甲 | 甲 | 甲 | 甲 | 甲 | 甲 | 甲 | 甲 | 甲 | 甲 | 甲 | 甲 | 甲 | 甲 | 甲 | 甲 | 甲 | 甲 | 甲 | 甲 | 甲 | 甲 | 甲 | 甲 | 甲 | 甲 | 甲 | 甲 | 甲 | 甲 | 甲 | 甲 | 甲 | 甲 | 甲 | 甲 | 甲 | 甲 | 甲 | 甲 | 甲 | 甲 | 甲 | 甲 | 甲 | 甲 | 甲 | 甲 | 甲 | 甲 | 甲 | 甲 | 甲 | 甲 | 甲 | 甲 | 甲 | 甲 | 甲 | 甲 | 甲 | 甲 | 甲 | 甲 | 甲 |
```

正确的写法：

```pol
政策 示范措施
  简称：demo
对象 企业
  年度支出：金额，每年
  级别：无、市级、省级
条 1 支持
  奖补 甲补贴
    支持对象：企业
    标准：5万元
    示例 一行
      | 年度支出 | 应得 |
      | 10万元 | 5万元 |
```

怎么改：分成几张表，或留下有代表性的几行。

---
A table this long is data, not examples. A few rows on both sides of each bound and at each cap are enough; data in bulk is for polc batch.

Bad:

```pol
policy 示范措施
  id: demo
subject 企业
  年度支出: money, yearly
  级别: 无 & 市级 & 省级
clause 1 支持
  benefit 甲补贴
    for: 企业
    pay: 5万元
    example 太多列
      | note | note | note | note | note | note | note | note | note | note | note | note | note | note | note | note | note | note | note | note | note | note | note | note | note | note | note | note | note | note | note | note | note | note | note | note | note | note | note | note | note | note | note | note | note | note | note | note | note | note | note | note | note | note | note | note | note | note | note | note | note | note | note | note | note | note | note | note | note | note | note | note | note | note | note | note | note | note | note | note | note | note | note | note | note | note | note | note | note | note | note | note | note | note | note | note | note | note | note | note | note |  # error
      | 甲 | 甲 | 甲 | 甲 | 甲 | 甲 | 甲 | 甲 | 甲 | 甲 | 甲 | 甲 | 甲 | 甲 | 甲 | 甲 | 甲 | 甲 | 甲 | 甲 | 甲 | 甲 | 甲 | 甲 | 甲 | 甲 | 甲 | 甲 | 甲 | 甲 | 甲 | 甲 | 甲 | 甲 | 甲 | 甲 | 甲 | 甲 | 甲 | 甲 | 甲 | 甲 | 甲 | 甲 | 甲 | 甲 | 甲 | 甲 | 甲 | 甲 | 甲 | 甲 | 甲 | 甲 | 甲 | 甲 | 甲 | 甲 | 甲 | 甲 | 甲 | 甲 | 甲 | 甲 | 甲 | 甲 | 甲 | 甲 | 甲 | 甲 | 甲 | 甲 | 甲 | 甲 | 甲 | 甲 | 甲 | 甲 | 甲 | 甲 | 甲 | 甲 | 甲 | 甲 | 甲 | 甲 | 甲 | 甲 | 甲 | 甲 | 甲 | 甲 | 甲 | 甲 | 甲 | 甲 | 甲 | 甲 | 甲 | 甲 | 甲 |
```

Good:

```pol
policy 示范措施
  id: demo
subject 企业
  年度支出: money, yearly
  级别: 无 & 市级 & 省级
clause 1 支持
  benefit 甲补贴
    for: 企业
    pay: 5万元
    example 一行
      | 年度支出 | award |
      | 10万元 | 5万元 |
```

How to fix: split it, or keep the rows that show something.
"""

from __future__ import annotations

from polc.diagnostics import Diagnostic, Rule, Severity, Words
from polc.text import Span

RULE = Rule(
    "table-too-long",
    Severity.ERROR,
    title=Words("表太长", "table too long"),
    message=Words("表最多 {most} {what}，后面的没有读", "a table has at most {most} {what}; the rest was not read"),
    page=__doc__ or "",
)


def table_too_long(span: Span, most: int, what: Words) -> Diagnostic:
    """Return the finding that a table has more than ``most`` rows or columns, as ``what`` says."""
    return RULE.at(span, most=str(most), what=what)
