"""这么长的数字不会是金额，多半是粘贴错了。

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
    标准：1234567890123456789012345678901234567890元  # error
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
    标准：1234567890元
```

怎么改：检查这个数。

---
No amount has this many digits; most often something was pasted by mistake.

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
    pay: 1234567890123456789012345678901234567890元  # error
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
    pay: 1234567890元
```

How to fix: check the number.
"""

from __future__ import annotations

from polc.diagnostics import Diagnostic, Rule, Severity, Words
from polc.text import Span

RULE = Rule(
    "number-too-long",
    Severity.ERROR,
    title=Words("数字太长", "number too long"),
    message=Words("数字超过了 {most} 位", "the number has more than {most} digits"),
    page=__doc__ or "",
)
_HELP = Words("看是不是多打了几个数字", "see whether some digits were typed twice")


def number_too_long(span: Span, most: int) -> Diagnostic:
    """Return the finding that a number has more digits than ``most``."""
    return RULE.at(span, help=(_HELP,), most=str(most))
