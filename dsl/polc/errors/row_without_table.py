"""以 | 开头的行是表的一行，要紧跟在 分档、示例 或 情景 的后面。

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
    | 市级 | 5万元 |  # error
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
    分档：级别，查表
      | 市级 | 5万元 |
      | 其他 | 不奖 |
```

怎么改：把它移到所属的表下面，或先写 分档、示例、情景 的一行。

---
A line that begins with | is a row of a table and follows tiers, an example or a scenario directly.

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
    | 市级 | 5万元 |  # error
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
    tiers: 级别, lookup
      | 市级 | 5万元 |
      | otherwise | nothing |
```

How to fix: move it below its table, or write the line that begins the table.
"""

from __future__ import annotations

from polc.diagnostics import Diagnostic, Rule, Severity, Words
from polc.text import Span

RULE = Rule(
    "row-without-table",
    Severity.ERROR,
    title=Words("表行没有归属", "row without a table"),
    message=Words(
        "这一行以 | 开头，但前面没有 分档、示例 或 情景",
        "this row begins with |, but no tiers, example or scenario stands before it",
    ),
    page=__doc__ or "",
)
_HELP = Words(
    "表写在“分档”“示例”或者“情景”那一行下面；不是表的，去掉 |",
    "a table stands below a line tiers, example or scenario; where this is no table, take the | away",
)


def row_without_table(span: Span) -> Diagnostic:
    """Return the finding that a row follows nothing that takes rows."""
    return RULE.at(span, help=(_HELP,))
