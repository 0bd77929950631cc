"""上限和资金池是金额。比例要乘在什么上面才是金额，例如 年度支出 × 30%。

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
    标准：年度支出 × 30%
    上限：每企业 每年 30%  # error
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
    标准：年度支出 × 30%
    上限：每企业 每年 30万元
```

怎么改：写金额，或写“什么 × 比例”。

---
A cap or a pool is an amount of money. A rate becomes one when it is multiplied by something: 年度支出 × 30%.

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
    pay: 年度支出 × 30%
    cap: per 企业 yearly 30%  # error
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
    pay: 年度支出 × 30%
    cap: per 企业 yearly 30万元
```

How to fix: write an amount, or something × the rate.
"""

from __future__ import annotations

from polc.diagnostics import Diagnostic, Rule, Severity, Words
from polc.text import Span

RULE = Rule(
    "rate-for-money",
    Severity.ERROR,
    title=Words("要金额，写的是比例", "a rate where money is due"),
    message=Words("这里要金额，“{text}”是比例", "an amount of money is due here; “{text}” is a rate"),
    page=__doc__ or "",
)


def rate_for_money(span: Span, text: str) -> Diagnostic:
    """Return the finding that a bare rate stands where an amount is due."""
    help_ = (Words(f"写金额，或写清是什么的：… × {text}", f"write an amount, or of what: … × {text}"),)
    return RULE.at(span, help=help_, text=text)
