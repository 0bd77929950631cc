"""表里只写内容：示例的第一行是列名；分档的表没有列名一行，列由“分档：级别，取高档”说明。表头下面也不用 |---| 这样的横线。

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
    分档：级别，取高档
      | 级别 | 金额 |  # error
      | 市级 | 5万元 |
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
    分档：级别，取高档
      | 市级 | 5万元 |
```

怎么改：删掉这一行。

---
A table holds contents only. The first row of an example names its columns; a tiers table has no such row, since the tiers line says what the columns are. Rules such as |---| are not needed.

Bad:

```pol
政策 示范措施
  简称：demo
对象 企业
  年度支出：金额，每年
  级别：无、市级、省级
条 1 支持
  奖补 甲补贴
    支持对象：企业
    分档：级别，取高档
      | 级别 | 金额 |  # error
      | 市级 | 5万元 |
```

Good:

```pol
政策 示范措施
  简称：demo
对象 企业
  年度支出：金额，每年
  级别：无、市级、省级
条 1 支持
  奖补 甲补贴
    支持对象：企业
    分档：级别，取高档
      | 市级 | 5万元 |
```

How to fix: delete the line.
"""

from __future__ import annotations

from polc.diagnostics import Diagnostic, Edit, Fix, Rule, Severity, Words
from polc.text import Span

RULE = Rule(
    "table-line-unneeded",
    Severity.ERROR,
    title=Words("表里多了一行", "a table line too many"),
    message=Words(
        "表里不用这一行：{why}",
        "the table needs no such line: {why}",
    ),
    page=__doc__ or "",
)


_RULE = Words("横线", "a rule under the head")
_HEAD = Words("分档的列由“分档”一行说明", "the tiers line says what the columns are")


def table_line_unneeded(span: Span, *, head: bool) -> Diagnostic:
    """Return the finding that a table holds a row of dashes or, where ``head``, that a 分档 table names its columns."""
    text = span.source.text
    start = text.rfind("\n", 0, span.start) + 1
    end = text.find("\n", span.end)
    whole = Span(span.source, start, len(text) if end < 0 else end + 1)
    fix = Fix(Words("删掉这一行", "delete the line"), (Edit(whole, ""),), safe=not head)
    return RULE.at(span, fixes=(fix,), why=_HEAD if head else _RULE)
