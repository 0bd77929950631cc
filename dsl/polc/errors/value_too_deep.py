"""一行里的运算和括号太多，人也读不懂。用 定义 给中间的量起名字，条件分写几行。

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
    标准：((((((((((((((((((((((((((((((((((((((((((((((((((((((((((((((((((((((((((((((((((((((((((((((((((((((((((((((((((((((((5万元))))))))))))))))))))))))))))))))))))))))))))))))))))))))))))))))))))))))))))))))))))))))))))))))))))))))))))))))))))))))  # error
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
```

怎么改：用 定义 拆开。

---
Too many operations and parentheses stand in one line for anyone to read. Give the parts a name by define, and put conditions on several lines.

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
    pay: ((((((((((((((((((((((((((((((((((((((((((((((((((((((((((((((((((((((((((((((((((((((((((((((((((((((((((((((((((((((((5万元))))))))))))))))))))))))))))))))))))))))))))))))))))))))))))))))))))))))))))))))))))))))))))))))))))))))))))))))))))))))  # error
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
```

How to fix: split it by define.
"""

from __future__ import annotations

from polc.diagnostics import Diagnostic, Rule, Severity, Words
from polc.text import Span

RULE = Rule(
    "value-too-deep",
    Severity.ERROR,
    title=Words("太复杂的一行", "a line too involved"),
    message=Words("这一行套了 {found} 层，最多 {most} 层", "this line nests {found} operations; {most} are the most"),
    page=__doc__ or "",
)
_HELP = Words("拆成几个“定义”", "break it up with define")


def value_too_deep(span: Span, found: int, most: int) -> Diagnostic:
    """Return the finding that a value nests deeper than ``most``."""
    return RULE.at(span, help=(_HELP,), found=str(found), most=str(most))
