"""分期兑付的各期比例加起来不是 100%。多了会超付，少了有一部分不知道什么时候付。

错误的写法：

```pol
政策 示范措施
  简称：demo
对象 企业
  年度支出：金额，每年
  高新企业：是否
条 1 支持
  奖补 甲补贴
    支持对象：企业
    标准：5万元
    兑付：分 3年，每年 50%  # error
```

正确的写法：

```pol
政策 示范措施
  简称：demo
对象 企业
  年度支出：金额，每年
  高新企业：是否
条 1 支持
  奖补 甲补贴
    支持对象：企业
    标准：5万元
    兑付：分 2年，每年 50%
```

怎么改：核对原文的期数和比例，使各期之和为 100%。

---
The shares of the instalments do not add to 100 %: too much would be paid, or part of it never.

Bad:

```pol
policy 示范措施
  id: demo
subject 企业
  年度支出: money, yearly
  高新企业: truth
clause 1 支持
  benefit 甲补贴
    for: 企业
    pay: 5万元
    payout: spread 3年, yearly 50%  # error
```

Good:

```pol
policy 示范措施
  id: demo
subject 企业
  年度支出: money, yearly
  高新企业: truth
clause 1 支持
  benefit 甲补贴
    for: 企业
    pay: 5万元
    payout: spread 2年, yearly 50%
```

How to fix: check the number of instalments and their shares against the text.
"""

from __future__ import annotations

from polc.diagnostics import Diagnostic, Rule, Severity, Words
from polc.text import Span

RULE = Rule(
    "payout-shares",
    Severity.ERROR,
    title=Words("各期比例加起来不是 100%", "shares that do not add to 100 %"),
    message=Words("“{text}”各期加起来是 {sum}，应当是 100%", "“{text}” adds to {sum}; it should be 100 %"),
    page=__doc__ or "",
)


def payout_shares(span: Span, total: str) -> Diagnostic:
    """Return the finding that instalments add to ``total`` (with its %) instead of 100 %."""
    return RULE.at(span, text=span.text, sum=total)
