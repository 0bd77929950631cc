"""两个数之间的范围写“至”，例如 500万元至1000万元。“到”在语言里另有用处（取整：去尾 到 元）。

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
    条件：年度支出 在 500万元到1000万元  # error
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
    条件：年度支出 在 500万元至1000万元
    标准：5万元
```

怎么改：改成“至”。

---
A range between two numbers is written with 至 (to). 到 has another use (round: down to_the 元).

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
    when: 年度支出 in 500万元到1000万元  # error
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
    when: 年度支出 in 500万元至1000万元
    pay: 5万元
```

How to fix: write 至.
"""

from __future__ import annotations

from polc.diagnostics import Diagnostic, Edit, Fix, Rule, Severity, Words
from polc.text import Span

RULE = Rule(
    "range-word",
    Severity.ERROR,
    title=Words("范围的写法", "how a range is written"),
    message=Words("范围用“至”连接：{text}", "a range is joined by “至”: {text}"),
    page=__doc__ or "",
)


def range_word(span: Span, text: str) -> Diagnostic:
    """Return the finding that a range is joined by 到; ``text`` is the range with 至."""
    fix = Fix(Words("改成“至”", "write 至"), (Edit(span, "至"),), safe=True)
    return RULE.at(span, fixes=(fix,), text=text)
