"""年度一栏写年份：2026 或 2026年。“3年”是一段时间。

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
    标准：年度支出 × 30%
    情景 逐年
      | 年度 | 年度支出 | 应得 |
      | 3年 | 10万元 | 3万元 |  # error
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
    标准：年度支出 × 30%
    情景 逐年
      | 年度 | 年度支出 | 应得 |
      | 2026 | 10万元 | 3万元 |
```

怎么改：写四位的年份。

---
A year column holds years: 2026 or 2026年. 3年 is a stretch of time.

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
    pay: 年度支出 × 30%
    scenario 逐年
      | year | 年度支出 | award |
      | 3年 | 10万元 | 3万元 |  # error
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
    pay: 年度支出 × 30%
    scenario 逐年
      | year | 年度支出 | award |
      | 2026 | 10万元 | 3万元 |
```

How to fix: write a year of four digits.
"""

from __future__ import annotations

from polc.diagnostics import Diagnostic, Rule, Severity, Words
from polc.text import Span

RULE = Rule(
    "duration-for-year",
    Severity.ERROR,
    title=Words("把时长写成了年份", "a duration where a year is due"),
    message=Words(
        "“{text}”是时长，这里要写年份，例如 2026年", "“{text}” is a duration; a year such as 2026年 is due here"
    ),
    page=__doc__ or "",
)


def duration_for_year(span: Span, text: str) -> Diagnostic:
    """Return the finding that a duration stands where a calendar year is due."""
    return RULE.at(span, text=text)
