"""写了负数。钱、比例、个数都从 0 起：给多少、封多少，没有负的；要减掉的，写成一个减式，减到 0 为止。

错误的写法：

```pol
政策 示范措施
  简称：demo
对象 企业
  年度支出：金额，每年
  已获补助：金额，每年
条 1 支持
  奖补 甲补贴
    支持对象：企业
    标准：年度支出 × 30% + 已获补助 × -100%  # error
```

正确的写法：

```pol
政策 示范措施
  简称：demo
对象 企业
  年度支出：金额，每年
  已获补助：金额，每年
条 1 支持
  奖补 甲补贴
    支持对象：企业
    标准：年度支出 × 30% - 已获补助
```

怎么改：要减的，写 甲 - 乙；不给的，写 不予支持；给了要收回的，写 追回。事实会有负的（增速下降），另设一个从 0 起的事实（降幅）。

---
A negative figure. Money, rates and counts begin at 0: an award or a cap is never negative; what is to be taken off is written as a
subtraction, which ends at 0.

Bad:

```pol
policy 示范措施
  id: demo
subject 企业
  年度支出: money, yearly
  已获补助: money, yearly
clause 1 支持
  benefit 甲补贴
    for: 企业
    pay: 年度支出 × 30% + 已获补助 × -100%  # error
```

Good:

```pol
policy 示范措施
  id: demo
subject 企业
  年度支出: money, yearly
  已获补助: money, yearly
clause 1 支持
  benefit 甲补贴
    for: 企业
    pay: 年度支出 × 30% - 已获补助
```

How to fix: write a - b for what is taken off, except for who gets nothing, claw_back for what is taken back. For a fact that may fall below
0 (a growth rate) declare another that begins at 0 (the fall).
"""

from __future__ import annotations

from polc.diagnostics import Diagnostic, Rule, Severity, Words
from polc.text import Span

RULE = Rule(
    "negative-figure",
    Severity.ERROR,
    title=Words("负数", "a negative figure"),
    message=Words("“{text}”是负数，这里的数都从 0 起", "“{text}” is negative: figures begin at 0 here"),
    page=__doc__ or "",
)


def negative_figure(span: Span, text: str) -> Diagnostic:
    """Return the finding that a figure is negative."""
    help_ = Words(
        "要减掉的，写 甲 - 乙；会降的（增速），另设一个从 0 起的事实（降幅）",
        "write a - b for what is taken off; for what may fall (growth) declare a fact that begins at 0 (the fall)",
    )
    return RULE.at(span, help=(help_,), text=text)
