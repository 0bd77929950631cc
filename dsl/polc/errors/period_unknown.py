"""事实后面写了“每年”以外的周期（每月、每季度）。polc 一年算一次：事实要么是一年一个数（每年），要么一直是一个数。

错误的写法：

```pol
政策 示范措施
  简称：demo
对象 企业
  房租：金额，每月  # error
条 1 支持
  奖补 甲补贴
    支持对象：企业
    标准：房租 × 30%
```

正确的写法：

```pol
政策 示范措施
  简称：demo
对象 企业
  全年房租：金额，每年
条 1 支持
  奖补 甲补贴
    支持对象：企业
    标准：全年房租 × 30%
```

怎么改：改成一年的数，名称也写明是全年的；按月算的，另设一个事实说有几个月。

---
A fact has a period other than a year. polc computes year by year: a fact has one value a year (每年), or one for good.

Bad:

```pol
policy 示范措施
  id: demo
subject 企业
  房租: money, 每月  # error
clause 1 支持
  benefit 甲补贴
    for: 企业
    pay: 房租 × 30%
```

Good:

```pol
policy 示范措施
  id: demo
subject 企业
  全年房租: money, yearly
clause 1 支持
  benefit 甲补贴
    for: 企业
    pay: 全年房租 × 30%
```

How to fix: tell the figure of the whole year, and say so in its name; what is reckoned by month needs a fact that counts months.
"""

from __future__ import annotations

from polc.diagnostics import Diagnostic, Rule, Severity, Words
from polc.text import Span

RULE = Rule(
    "period-unknown",
    Severity.ERROR,
    title=Words("没有这种周期", "no such period"),
    message=Words("“{text}”不是事实的周期，只有“每年”", "“{text}” is no period of a fact; there is only 每年 (yearly)"),
    page=__doc__ or "",
)


def period_unknown(span: Span, text: str) -> Diagnostic:
    """Return the finding that a fact is said to have a value every ``text``."""
    help_ = Words(
        "改成一年的数，名称也写明是全年的", "tell the figure of the whole year, and say so in the name of the fact"
    )
    return RULE.at(span, help=(help_,), text=text)
