"""引文是照抄原文的话，要用引号括起来，这样才看得出从哪里抄到哪里，也才能与原文核对。

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
    原文：给予5万元奖励  # error
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

怎么改：给引文加上引号。

---
A quotation repeats the official text word for word; the marks show where it begins and ends, and let it be checked against the text.

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
    quote: 给予5万元奖励  # error
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

How to fix: put the quotation between marks.
"""

from __future__ import annotations

from polc.diagnostics import Diagnostic, Edit, Fix, Rule, Severity, Words
from polc.text import Span

RULE = Rule(
    "quotes-missing",
    Severity.ERROR,
    title=Words("引文少了引号", "quotation marks missing"),
    message=Words("“{keyword}”后面要写引文，用“”括起来", "“{keyword}” takes a quotation between “ and ”"),
    page=__doc__ or "",
)


def quotes_missing(span: Span, keyword: str, text: str) -> Diagnostic:
    """Return the finding that a quotation, ``text``, has no marks."""
    fix = Fix(Words("加上引号", "add the marks"), (Edit(span, f"“{text}”"),), safe=True)
    return RULE.at(span, fixes=(fix,), keyword=keyword)
