"""分档下面的一行没有竖线。表的每一行都以 ``|`` 开头，格子之间用 ``|`` 隔开；没有竖线，不知道档到哪里为止、钱从哪里开始。

错误的写法：

```pol
政策 示范措施
  简称：demo
对象 企业
  级别：无、市级、省级
条 1 支持
  奖补 甲补贴
    支持对象：企业
    分档：级别，取高档
      | 省级 | 10万元 |
      市级：5万元  # error
```

正确的写法：

```pol
政策 示范措施
  简称：demo
对象 企业
  级别：无、市级、省级
条 1 支持
  奖补 甲补贴
    支持对象：企业
    分档：级别，取高档
      | 省级 | 10万元 |
      | 市级 | 5万元  |
```

怎么改：写成 | 市级 | 5万元 |。

---
A row under 分档 without its bars. Every row of a table begins with ``|`` and has ``|`` between its cells; without them nothing says where the
tier ends and the money begins.

Bad:

```pol
policy 示范措施
  id: demo
subject 企业
  级别: 无 & 市级 & 省级
clause 1 支持
  benefit 甲补贴
    for: 企业
    tiers: 级别, highest
      | 省级 | 10万元 |
      市级: 5万元  # error
```

Good:

```pol
policy 示范措施
  id: demo
subject 企业
  级别: 无 & 市级 & 省级
clause 1 支持
  benefit 甲补贴
    for: 企业
    tiers: 级别, highest
      | 省级 | 10万元 |
      | 市级 | 5万元  |
```

How to fix: write | 市级 | 5万元 |.
"""

from __future__ import annotations

from polc.diagnostics import Diagnostic, Edit, Fix, Rule, Severity, Words
from polc.text import Span

RULE = Rule(
    "row-without-bars",
    Severity.ERROR,
    title=Words("表的一行没有竖线", "a row of a table without bars"),
    message=Words("表的一行要写成 {row}", "a row of a table is written {row}"),
    page=__doc__ or "",
)


def row_without_bars(span: Span, row: str) -> Diagnostic:
    """Return the finding that a row of a table has no bars; ``row`` is how it is written."""
    fix = Fix(Words(f"改成 {row}", f"write {row}"), (Edit(span, row),))
    return RULE.at(span, fixes=(fix,), row=row)
