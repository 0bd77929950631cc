"""冒号后面没有写东西。原文没有写，也要说出来：写“未写”，polc 才知道不是漏了。

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
    上限：  # error
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
    上限：未写
```

怎么改：写上内容；原文没有写的写“未写”，写明没有的写“无”。

---
Nothing stands behind the colon. Where the text is silent, say so: write 未写 (silent), so that nobody takes it for an oversight.

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
    cap:  # error
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
    cap: silent
```

How to fix: write the value; write silent where the text says nothing, none where it says that there is none.
"""

from __future__ import annotations

from polc.diagnostics import Diagnostic, Rule, Severity, Words
from polc.text import Span

RULE = Rule(
    "missing-value",
    Severity.ERROR,
    title=Words("没有内容", "missing value"),
    message=Words("“{keyword}”后面没有内容", "nothing stands behind “{keyword}”"),
    page=__doc__ or "",
)


_ABSENT = Words(
    "原文没有写的写“未写”，写明没有的写“无”",
    "write silent where the text says nothing, none where it says that there is none",
)


def missing_value(span: Span, keyword: str, help_: Words = _ABSENT) -> Diagnostic:
    """Return the finding that a line has nothing behind its colon; ``help_`` is what to write there."""
    return RULE.at(span, help=(help_,), keyword=keyword)
