"""这个关键词写成“关键词：值”。少了冒号，后面的话就不知道是不是它的值。

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
    标准 5万元  # error
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

怎么改：在关键词后面补上“：”。

---
This keyword is written “keyword: value”. Without the colon nothing says that what follows is its value.

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
    pay 5万元  # error
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

How to fix: add “:” after the keyword.
"""

from __future__ import annotations

from polc.diagnostics import Diagnostic, Edit, Fix, Rule, Severity, Words
from polc.text import Span

RULE = Rule(
    "missing-colon",
    Severity.ERROR,
    title=Words("少了冒号", "missing colon"),
    message=Words("“{keyword}”后面少了冒号", "a colon is missing after “{keyword}”"),
    page=__doc__ or "",
)


def missing_colon(span: Span, keyword: str, after: Span, colon: str) -> Diagnostic:
    """Return the finding that a line lacks its colon; ``after`` is the place that ``colon`` replaces."""
    fix = Fix(Words("补上冒号", "add the colon"), (Edit(after, colon),), safe=True)
    return RULE.at(span, fixes=(fix,), keyword=keyword)
