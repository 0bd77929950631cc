"""引号开了头，到这一行结束也没有合上。一句引文要写在一行里；里面可以再有引号，最多三层。

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
    原文：“给予5万元奖励  # error
    标准：5万元
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
    原文：“给予5万元奖励”
    标准：5万元
```

怎么改：在引文末尾补上 ”。

---
A quotation is opened and not closed by the end of the line. A quotation stands on one line; it may hold others, three deep.

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
    quote: “给予5万元奖励  # error
    pay: 5万元
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
    quote: “给予5万元奖励”
    pay: 5万元
```

How to fix: add ” at the end of the quotation.
"""

from __future__ import annotations

from polc.diagnostics import Diagnostic, Edit, Fix, Rule, Severity, Words
from polc.text import Span

RULE = Rule(
    "unclosed-quote",
    Severity.ERROR,
    title=Words("引号没有合上", "unclosed quote"),
    message=Words("引号到行末没有合上", "the quotation mark is not closed at the end of the line"),
    page=__doc__ or "",
)


def unclosed_quote(span: Span, end: Span, mark: str) -> Diagnostic:
    """Return the finding that a quotation mark at ``span`` is never closed; ``end`` is where ``mark`` belongs."""
    fix = Fix(Words(f"在行末补上 {mark}", f"add {mark} at the end of the line"), (Edit(end, mark),))
    return RULE.at(span, fixes=(fix,))
