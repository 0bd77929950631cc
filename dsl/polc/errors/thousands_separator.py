"""全角逗号分隔的是值的几个部分。“2，000万元”会读成两个部分：2 和 000万元。

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
    标准：2，000万元  # error
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
    标准：2,000万元
```

怎么改：写半角逗号，或不写逗号。

---
A full width comma separates the parts of a value. 2，000万元 would be two parts: 2 and 000万元.

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
    pay: 2，000万元  # error
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
    pay: 2,000万元
```

How to fix: write a half width comma, or none.
"""

from __future__ import annotations

from polc.diagnostics import Diagnostic, Edit, Fix, Rule, Severity, Words
from polc.text import Span

RULE = Rule(
    "thousands-separator",
    Severity.ERROR,
    title=Words("千分位写成了全角逗号", "full width thousands separator"),
    message=Words(
        "“{text}”的千分位用半角逗号：{figures}", "the thousands separator in “{text}” is a half width comma: {figures}"
    ),
    page=__doc__ or "",
)


def thousands_separator(span: Span, text: str, figures: str) -> Diagnostic:
    """Return the finding that a thousands separator is a full width comma; ``figures`` is with a half width one."""
    fix = Fix(Words(f"改成 {figures}", f"write {figures}"), (Edit(span, figures),), safe=True)
    return RULE.at(span, fixes=(fix,), text=text, figures=figures)
