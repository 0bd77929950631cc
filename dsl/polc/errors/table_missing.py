"""分档、示例 和 情景 下面要有以 | 开头的行。没有表的示例什么也没有检验，没有表的分档什么也不给。

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
    示例 只有标题  # error
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

怎么改：在下面写上表，或删掉这一行。

---
Rows that begin with | follow tiers, an example or a scenario. An example without a table tests nothing, tiers without one pay nothing.

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
    example 只有标题  # error
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

How to fix: write the table below, or delete the line.
"""

from __future__ import annotations

from polc.diagnostics import Diagnostic, Rule, Severity, Words
from polc.text import Span

RULE = Rule(
    "table-missing",
    Severity.ERROR,
    title=Words("少了表", "missing table"),
    message=Words("“{keyword}”下面没有表", "no table follows “{keyword}”"),
    page=__doc__ or "",
)
_TIERS = Words(
    "下面一档写一行，例如 | 达到 500万元 | 5万元 |",
    "a row for each tier follows, for example | reaches 500万元 | 5万元 |",
)
_EXAMPLE = Words(
    "下面先写表头，再一例写一行：| 年度支出 | 应得 |，| 500万元 | 5万元 |",
    "its header follows, then a row for each case: | 年度支出 | award |, | 500万元 | 5万元 |",
)


def table_missing(span: Span, keyword: str, *, tiers: bool = False) -> Diagnostic:
    """Return the finding that a line that takes a table has none: of ``tiers``, else of an example."""
    return RULE.at(span, help=(_TIERS if tiers else _EXAMPLE,), keyword=keyword)
