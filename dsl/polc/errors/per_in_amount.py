"""标准 只写一份给多少。每什么领一份写在 享受；按数量算的写成 数量 × 单价。

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
    标准：每企业 5万元  # error
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
    享受：每企业
    标准：5万元
```

怎么改：把“每…”移到 享受，或者写成 数量 × 单价。

---
A pay line says how much one award is. Per whom it is given stands in per; a price is written number × price.

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
    标准：每企业 5万元  # error
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
    享受：每企业
    标准：5万元
```

How to fix: move the per part to per, or write number × price.
"""

from __future__ import annotations

from polc.diagnostics import Diagnostic, Rule, Severity, Words
from polc.text import Span

RULE = Rule(
    "per-in-amount",
    Severity.ERROR,
    title=Words("标准里写了每什么", "per whom does not stand in the amount"),
    message=Words(
        "“{text}”不写在这里：这里只写一份多少",
        "“{text}” does not stand here, where only the size of one award is said",
    ),
    page=__doc__ or "",
)


def per_in_amount(span: Span, text: str) -> Diagnostic:
    """Return the finding that an amount says per what it is given."""
    help_ = Words(
        "每什么领一份，写在 享受；上限管谁、管多久，写在数前面：每户企业 每年 100万元；按数量算，写 数量 × 5万元",
        "per whom goes into per; of a cap, before its figure: every 企业 yearly 100万元; for so much a piece, number × 5万元",
    )
    return RULE.at(span, help=(help_,), text=text)
