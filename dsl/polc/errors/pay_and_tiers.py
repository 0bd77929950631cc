"""一项奖补又写了标准，又写了分档，不知道按哪个给。读法里写的分档换掉原来的标准，反过来也一样，那不算。

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
    条件：高新企业
    标准：5万元  # error
    分档：年度支出，取高档
      | 达到 100万元 | 5万元 |
      | 达到 200万元 | 8万元 |
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
    条件：高新企业
    分档：年度支出，取高档
      | 达到 100万元 | 5万元 |
      | 达到 200万元 | 8万元 |
```

怎么改：留一个；两样都给的，写成两项奖补，再用组叠加。

---
A benefit has both 标准 and 分档, and nobody can say which of them it pays. A reading's 分档 takes the place of 标准, and the
other way round: that is fine.

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
    when: 高新企业
    pay: 5万元  # error
    tiers: 年度支出, highest
      | >= 100万元 | 5万元 |
      | >= 200万元 | 8万元 |
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
    when: 高新企业
    tiers: 年度支出, highest
      | >= 100万元 | 5万元 |
      | >= 200万元 | 8万元 |
```

How to fix: keep one; where both are paid, write two benefits and a group that adds them.
"""

from __future__ import annotations

from polc.diagnostics import Diagnostic, Label, Rule, Severity, Words
from polc.text import Span

RULE = Rule(
    "pay-and-tiers",
    Severity.ERROR,
    title=Words("又有标准又有分档", "both pay and tiers"),
    message=Words("写了标准又写了分档，不知道按哪个给", "both pay and tiers: which of them is paid?"),
    page=__doc__ or "",
)


def pay_and_tiers(span: Span, tiers: Span) -> Diagnostic:
    """Return the finding that a benefit has a 标准 at ``span`` and a 分档 at ``tiers``."""
    return RULE.at(span, related=(Label(tiers, Words("分档在这里", "the tiers are here")),))
