"""这一块要有名称，别处用名称指它，解释和报告也用名称说它。

错误的写法：

```pol
政策 示范措施
  简称：demo
对象 企业
  年度支出：金额，每年
条 1 支持
  奖补  # error
    支持对象：企业
    标准：5万元
```

正确的写法：

```pol
政策 示范措施
  简称：demo
对象 企业
  年度支出：金额，每年
条 1 支持
  奖补 乙补贴
    支持对象：企业
    标准：5万元
```

怎么改：空一格写上名称。

---
This block needs a name: other places refer to it by name, and so do explanations and reports.

Bad:

```pol
policy 示范措施
  id: demo
subject 企业
  年度支出: money, yearly
clause 1 支持
  benefit  # error
    for: 企业
    pay: 5万元
```

Good:

```pol
policy 示范措施
  id: demo
subject 企业
  年度支出: money, yearly
clause 1 支持
  benefit 乙补贴
    for: 企业
    pay: 5万元
```

How to fix: leave a blank and write a name.
"""

from __future__ import annotations

from polc.diagnostics import Diagnostic, Rule, Severity, Words
from polc.text import Span

RULE = Rule(
    "missing-name",
    Severity.ERROR,
    title=Words("少了名称", "missing name"),
    message=Words("“{keyword}”后面少了名称", "“{keyword}” has no name"),
    page=__doc__ or "",
)


def missing_name(span: Span, keyword: str) -> Diagnostic:
    """Return the finding that a head has no name."""
    help_ = (Words("空一格写上名称", "leave a blank and write a name"),)
    return RULE.at(span, help=help_, keyword=keyword)
