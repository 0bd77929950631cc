"""这个关键词打开一块内容，写成“关键词 名称”，下面各行才是“关键词：值”。

错误的写法：

```pol
政策 示范措施
  简称：demo
对象 企业
  年度支出：金额，每年
条 1 支持
  奖补：乙补贴  # error
    支持对象：企业
    标准：5万元
```

正确的写法：

```pol
政策 示范措施
  简称：demo
对象 企业
  年度支出：金额，每年
条 1 支持
  奖补 乙补贴
    支持对象：企业
    标准：5万元
```

怎么改：把冒号换成空格。

---
This keyword opens a block and is written “keyword name”; the lines below it are “keyword: value”.

Bad:

```pol
policy 示范措施
  id: demo
subject 企业
  年度支出: money, yearly
clause 1 支持
  benefit: 乙补贴  # error
    for: 企业
    pay: 5万元
```

Good:

```pol
policy 示范措施
  id: demo
subject 企业
  年度支出: money, yearly
clause 1 支持
  benefit 乙补贴
    for: 企业
    pay: 5万元
```

How to fix: replace the colon by a blank.
"""

from __future__ import annotations

from polc.diagnostics import Diagnostic, Edit, Fix, Rule, Severity, Words
from polc.text import Span

RULE = Rule(
    "unwanted-colon",
    Severity.ERROR,
    title=Words("多了冒号", "unwanted colon"),
    message=Words(
        "“{keyword}”后面不用冒号，空一格写名称", "“{keyword}” takes no colon: leave a blank and write the name"
    ),
    page=__doc__ or "",
)


def unwanted_colon(span: Span, keyword: str, colon: Span) -> Diagnostic:
    """Return the finding that a head has a colon at ``colon``."""
    fix = Fix(Words("把冒号换成空格", "replace the colon by a blank"), (Edit(colon, " "),), safe=True)
    return RULE.at(span, fixes=(fix,), keyword=keyword)
