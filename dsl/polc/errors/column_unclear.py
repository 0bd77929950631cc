"""一列的表头是一个事实的名称，或 应得、合计、说明 等固定的列名；括号里写单位，或写读法。

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
    示例 一行
      | 年度 支出 | 应得 |  # error
      | 10万元 | 3万元 |
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
    示例 一行
      | 年度支出（万元） | 应得 |
      | 10 | 3万元 |
```

怎么改：写成“名称”或“名称（单位）”。

---
A column is headed by the name of a fact or by one of the fixed words (应得 award, 合计 total, 说明 note …); parentheses hold a unit or a reading.

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
    example 一行
      | 年度 支出 | award |  # error
      | 10万元 | 3万元 |
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
    example 一行
      | 年度支出（万元） | award |
      | 10 | 3万元 |
```

How to fix: write a name, or a name and its unit in parentheses.
"""

from __future__ import annotations

from polc.diagnostics import Diagnostic, Rule, Severity, Words
from polc.text import Span

RULE = Rule(
    "column-unclear",
    Severity.ERROR,
    title=Words("看不懂的列", "unclear column"),
    message=Words("表头“{text}”看不懂", "the column “{text}” cannot be read"),
    page=__doc__ or "",
)


def column_unclear(span: Span, text: str, help_: tuple[Words, ...] = ()) -> Diagnostic:
    """Return the finding that a header cell is no column."""
    return RULE.at(span, help=help_, text=text)
