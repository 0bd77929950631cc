"""一行只写一个关键词。写在一行里的第二个关键词会被当成前一行的值。

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
    标准：5万元 上限：10万元  # error
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
    上限：10万元
```

怎么改：分成两行。

---
One keyword a line. A second one on the same line would be taken for part of the value.

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
    标准：5万元 上限：10万元  # error
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
    标准：5万元
    上限：10万元
```

How to fix: use two lines.
"""

from __future__ import annotations

from polc.diagnostics import Diagnostic, Edit, Fix, Rule, Severity, Words
from polc.text import Span

RULE = Rule(
    "lines-joined",
    Severity.ERROR,
    title=Words("两行写成了一行", "two lines in one"),
    message=Words(
        "“{keyword}”要另起一行",
        "“{keyword}” begins a line of its own",
    ),
    page=__doc__ or "",
)


def lines_joined(span: Span, gap: Span) -> Diagnostic:
    """Return the finding that a second keyword stands in a line; ``gap`` is what parts it from the value before."""
    text = span.source.text
    start = text.rfind("\n", 0, span.start) + 1
    head = text[start : span.start]
    indent = head[: len(head) - len(head.lstrip())]
    fix = Fix(Words("分成两行", "use two lines"), (Edit(gap, f"\n{indent}"),), safe=True)
    return RULE.at(span, fixes=(fix,), keyword=span.text)
