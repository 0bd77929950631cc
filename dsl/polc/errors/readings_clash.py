"""一列里同时选了两处疑义的读法，它们改的是同一行，只能有一个算数。polc 不替你挑。

错误的写法：

```pol
政策 示范措施
  简称：demo
对象 企业
  年度支出：金额，每年
  高新企业：是否
条 1 支持
  奖补 甲补贴
    支持对象：企业
    标准：年度支出 × 30%
    疑义 比例 “30%”
      读法 三成
      读法 两成
        标准：年度支出 × 20%
    疑义 基数 “支出”
      读法 全部
      读法 一半
        标准：年度支出 × 15%
    示例
      | 年度支出 | 应得（两成、一半） |  # error
      | 100万元 | 10万元 |
```

正确的写法：

```pol
政策 示范措施
  简称：demo
对象 企业
  年度支出：金额，每年
  高新企业：是否
条 1 支持
  奖补 甲补贴
    支持对象：企业
    标准：年度支出 × 30%
    疑义 比例 “30%”
      读法 三成
      读法 两成
        标准：年度支出 × 20%
    疑义 基数 “支出”
      读法 全部
      读法 一半
        标准：年度支出 × 15%
    示例
      | 年度支出 | 应得（两成） | 应得（一半） |
      | 100万元 | 20万元 | 15万元 |
```

怎么改：一次只换一处疑义的读法；确实要看两处一起换的结果，就另写一个读法。

---
One column chooses readings of two doubts that replace the same line, so that only one could have its way.

Bad:

```pol
policy 示范措施
  id: demo
subject 企业
  年度支出: money, yearly
  高新企业: truth
clause 1 支持
  benefit 甲补贴
    for: 企业
    pay: 年度支出 × 30%
    doubt 比例 “30%”
      reading 三成
      reading 两成
        pay: 年度支出 × 20%
    doubt 基数 “支出”
      reading 全部
      reading 一半
        pay: 年度支出 × 15%
    example
      | 年度支出 | award(两成 & 一半) |  # error
      | 100万元 | 10万元 |
```

Good:

```pol
policy 示范措施
  id: demo
subject 企业
  年度支出: money, yearly
  高新企业: truth
clause 1 支持
  benefit 甲补贴
    for: 企业
    pay: 年度支出 × 30%
    doubt 比例 “30%”
      reading 三成
      reading 两成
        pay: 年度支出 × 20%
    doubt 基数 “支出”
      reading 全部
      reading 一半
        pay: 年度支出 × 15%
    example
      | 年度支出 | award(两成) | award(一半) |
      | 100万元 | 20万元 | 15万元 |
```

How to fix: change one doubt at a time; where both together matter, write a reading that says so.
"""

from __future__ import annotations

from polc.diagnostics import Diagnostic, Rule, Severity, Words
from polc.text import Span

RULE = Rule(
    "readings-clash",
    Severity.ERROR,
    title=Words("两种读法改的是同一行", "two readings replace the same line"),
    message=Words(
        "“{one}”和“{other}”的读法改的是同一行，不能一起选",
        "the readings of “{one}” and “{other}” replace the same line",
    ),
    page=__doc__ or "",
)


def readings_clash(span: Span, one: str, other: str) -> Diagnostic:
    """Return the finding that readings of two doubts cannot be chosen together."""
    help_ = (Words("一次只换一处疑义的读法", "change one doubt at a time"),)
    return RULE.at(span, help=help_, one=one, other=other)
