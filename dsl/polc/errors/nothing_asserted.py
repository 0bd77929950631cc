"""这张示例表没有断言：没有 应得、单项、合计、结论 这样的列，或者这些列全是空格。它永远不会不符，等于没有写。

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
    示例  # error
      | 年度支出 | 说明 |
      | 10万元 | 试一试 |
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
    示例
      | 年度支出 | 应得 |
      | 10万元 | 3万元 |
```

怎么改：加一列“应得”，按原文用手算出来填上。

---
This table asserts nothing: it has no column such as 应得, 单项, 合计 or 结论, or they are all blank. It could never fail.

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
    example  # error
      | 年度支出 | note |
      | 10万元 | 试一试 |
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
    example
      | 年度支出 | award |
      | 10万元 | 3万元 |
```

How to fix: add a column 应得 (award) and work its figures out by hand from the official text.
"""

from __future__ import annotations

from polc.diagnostics import Diagnostic, Rule, Severity, Words
from polc.text import Span

RULE = Rule(
    "nothing-asserted",
    Severity.ERROR,
    title=Words("示例表没有断言", "a table that asserts nothing"),
    message=Words("“{name}”这张表没有断言任何结果", "table “{name}” asserts no result"),
    page=__doc__ or "",
)


def nothing_asserted(span: Span, name: str) -> Diagnostic:
    """Return the finding that a table has no cell that could fail."""
    help_ = (Words("加一列“应得”，按原文算好填上", "add a column 应得 (award) worked out from the text"),)
    return RULE.at(span, help=help_, name=name)
