"""组是一项一项合的，成员却按企业封顶：每一项往上取整，加起来会超过企业的封顶。先取整还是先封顶，原文没有说，两样得数不同。

错误的写法：

```pol
政策 示范措施
  简称：demo
对象 企业
  高新企业：是否
对象 展会 归属 企业
  花费：金额
条 1 支持
  奖补 展会补贴
    支持对象：展会
    领取人：企业
    享受：每个展会 一次
    标准：花费 × 30%
    上限：每家企业 每年 50万元
  组 一展：展会补贴
    方式：叠加
    上限：每个展会 每年 20万元
    取整：进一 到 元  # error
```

正确的写法：

```pol
政策 示范措施
  简称：demo
对象 企业
  高新企业：是否
对象 展会 归属 企业
  花费：金额
条 1 支持
  奖补 展会补贴
    支持对象：展会
    领取人：企业
    享受：每个展会 一次
    标准：花费 × 30%
    取整：进一 到 元
    上限：每家企业 每年 50万元
  组 一展：展会补贴
    方式：叠加
    上限：每个展会 每年 20万元
```

怎么改：把取整写到成员自己里面（在上限之前取整），或者写“取整：去尾”。

---
The group works item by item and its members have caps of the payee: each item rounded up, the sum would pass that cap. Whether to
round or to cap first the text does not say, and the two differ.

Bad:

```pol
policy 示范措施
  id: demo
subject 企业
  高新企业: truth
subject 展会 owned_by 企业
  花费: money
clause 1 支持
  benefit 展会补贴
    for: 展会
    payee: 企业
    per: per 展会 once
    pay: 花费 × 30%
    cap: per 企业 yearly 50万元
  group 一展: 展会补贴
    how: add
    cap: per 展会 yearly 20万元
    round: up to_the yuan  # error
```

Good:

```pol
policy 示范措施
  id: demo
subject 企业
  高新企业: truth
subject 展会 owned_by 企业
  花费: money
clause 1 支持
  benefit 展会补贴
    for: 展会
    payee: 企业
    per: per 展会 once
    pay: 花费 × 30%
    round: up to_the yuan
    cap: per 企业 yearly 50万元
  group 一展: 展会补贴
    how: add
    cap: per 展会 yearly 20万元
```

How to fix: round inside the members, before their caps; or round down.
"""

from __future__ import annotations

from polc.diagnostics import Diagnostic, Rule, Severity, Words
from polc.text import Span

RULE = Rule(
    "rounding-unclear",
    Severity.ERROR,
    title=Words("先取整还是先封顶不清楚", "unclear whether to round or to cap first"),
    message=Words(
        "“{text}”：一项一项往上取整，会超过成员按企业的封顶",
        "“{text}”: rounded up item by item, the sum would pass the members' caps of the payee",
    ),
    page=__doc__ or "",
)


def rounding_unclear(span: Span) -> Diagnostic:
    """Return the finding that a group rounds up item by item what its members cap together."""
    help_ = Words("取整写到成员里面，或者去尾", "round inside the members, or round down")
    return RULE.at(span, text=span.text, help=(help_,))
