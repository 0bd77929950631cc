"""一个事实说明了用什么单位数（架次），这里却拿另一种单位的数（辆）去比。两样东西不能比，多半有一处写错了。

错误的写法：

```pol
政策 示范措施
  简称：demo
对象 企业
  年度起降：个数，架次，每年
条 1 支持
  奖补 甲奖励
    支持对象：企业
    条件：年度起降 达到 1万辆  # error
    标准：5万元
```

正确的写法：

```pol
政策 示范措施
  简称：demo
对象 企业
  年度起降：个数，架次，每年
条 1 支持
  奖补 甲奖励
    支持对象：企业
    条件：年度起降 达到 1万架次
    标准：5万元
```

怎么改：看原文用的是哪个单位，两处写成一样。“个”可以代表任何单位；万架次和架次是一种单位。

---
A fact says what it counts, and the figure beside it counts something else: the two cannot be compared.

Bad:

```pol
policy 示范措施
  id: demo
subject 企业
  年度起降: count, 架次, yearly
clause 1 支持
  benefit 甲奖励
    for: 企业
    when: 年度起降 reaches 1万辆  # error
    pay: 5万元
```

Good:

```pol
policy 示范措施
  id: demo
subject 企业
  年度起降: count, 架次, yearly
clause 1 支持
  benefit 甲奖励
    for: 企业
    when: 年度起降 reaches 1万架次
    pay: 5万元
```

How to fix: see which unit the text uses and write it in both places. 个 stands for any unit; a scale (万) is no other unit.
"""

from __future__ import annotations

from polc.diagnostics import Diagnostic, Rule, Severity, Words
from polc.text import Span

RULE = Rule(
    "unit-mismatch",
    Severity.ERROR,
    title=Words("单位对不上", "units differ"),
    message=Words(
        "“{text}”的单位是{unit}，这个事实数的是{counted}", "“{text}” is in {unit}; the fact counts {counted}"
    ),
    page=__doc__ or "",
)


def unit_mismatch(span: Span, counted: str, unit: str) -> Diagnostic:
    """Return the finding that a figure at ``span`` is in another unit than the fact it is compared with counts."""
    help_ = Words("看原文用的是哪个单位，两处写成一样", "see which unit the text uses, and write it in both places")
    return RULE.at(span, help=(help_,), text=span.text, unit=unit, counted=counted)
