"""分档表的每一格都要写：哪一档，给多少。其余的情形写“其他”，不给的写“不奖”；表头的格写列名。

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
    分档：级别，查表
      | 市级 | |  # error
      | 其他 | 不奖 |
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

怎么改：把格填上。

---
Every cell of a tier table says something: which tier, and what is paid. Write otherwise for the rest and nothing where nothing is paid;
a header cell names its column.

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
    tiers: 级别, lookup
      | 市级 | |  # error
      | otherwise | nothing |
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

How to fix: fill the cell.
"""

from __future__ import annotations

from polc.diagnostics import Diagnostic, Rule, Severity, Words
from polc.text import Span

RULE = Rule(
    "cell-missing",
    Severity.ERROR,
    title=Words("空着的格", "empty cell"),
    message=Words("这一格不能空着：{due}", "this cell cannot be empty: {due}"),
    page=__doc__ or "",
)


def cell_missing(span: Span, due: Words) -> Diagnostic:
    """Return the finding that a cell is empty where ``due`` must stand."""
    return RULE.at(span, due=due)
