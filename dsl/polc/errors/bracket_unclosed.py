"""左右括号要成对。括号不同，意思就不同，所以 polc 不猜它该在哪里。

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
    条件：（年度支出 达到 10万元 且 级别 达到 市级  # error
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
    条件：（年度支出 达到 10万元 且 级别 达到 市级）
    标准：5万元
```

怎么改：补上另一半，或删掉多余的。

---
Brackets come in pairs. Another pairing means something else, so polc does not guess.

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
    when: (年度支出 reaches 10万元 and 级别 reaches 市级  # error
    pay: 5万元
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
    when: (年度支出 reaches 10万元 and 级别 reaches 市级)
    pay: 5万元
```

How to fix: add its other half, or delete it.
"""

from __future__ import annotations

from polc.diagnostics import Diagnostic, Rule, Severity, Words
from polc.text import Span

RULE = Rule(
    "bracket-unclosed",
    Severity.ERROR,
    title=Words("括号没有配上", "unmatched bracket"),
    message=Words("“{bracket}”没有配上", "“{bracket}” has no match"),
    page=__doc__ or "",
)
_HELP = Words("补上另一半，或者删掉它", "add the other half, or delete it")


def bracket_unclosed(span: Span, bracket: str) -> Diagnostic:
    """Return the finding that a bracket has no match in its line."""
    return RULE.at(span, help=(_HELP,), bracket=bracket)
