"""范围的两头都要带单位。没有单位，“500,800”还会被当成千位分隔的一个数。

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
    条件：年度支出 在 [500,800)  # error
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
    条件：年度支出 在 [500万元, 800万元)
    标准：5万元
```

怎么改：两头都写上单位。

---
Both ends of a range carry their unit. Without one, 500,800 even reads as a single number with a thousands separator.

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
    条件：年度支出 在 [500,800)  # error
    标准：5万元
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
    条件：年度支出 在 [500万元, 800万元)
    标准：5万元
```

How to fix: write the unit at both ends.
"""

from __future__ import annotations

from polc.diagnostics import Diagnostic, Rule, Severity, Words
from polc.text import Span

RULE = Rule(
    "range-without-units",
    Severity.ERROR,
    title=Words("范围两头没有单位", "a range without units"),
    message=Words(
        "“{text}”两头都要写单位，例如 {low}万元 和 {high}万元",
        "both ends of “{text}” need their unit, as in {low}万元 and {high}万元",
    ),
    page=__doc__ or "",
)


def range_without_units(span: Span, text: str, low: str, high: str) -> Diagnostic:
    """Return the finding that neither end of a range, ``low`` and ``high``, has a unit."""
    help_ = Words(
        "没有单位的数（例如 PUE），逗号后面空一格", "for plain numbers (a PUE), leave a blank after the comma"
    )
    return RULE.at(span, help=(help_,), text=text, low=low, high=high)
