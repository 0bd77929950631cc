"""一个定义绕回到它自己，永远算不出来。

错误的写法：

```pol
政策 示范措施
  简称：demo
对象 企业
  年度支出：金额，每年
  高新企业：是否
条 1 支持
  定义 扣除数：净支出 × 10%  # error
  定义 净支出：年度支出 - 扣除数
  奖补 甲补贴
    支持对象：企业
    条件：高新企业
    标准：扣除数 × 30%
```

正确的写法：

```pol
政策 示范措施
  简称：demo
对象 企业
  年度支出：金额，每年
  高新企业：是否
条 1 支持
  定义 扣除数：年度支出 × 10%
  定义 净支出：年度支出 - 扣除数
  奖补 甲补贴
    支持对象：企业
    条件：高新企业
    标准：净支出 × 30%
```

怎么改：从事实写起，一步一步往上定义。

---
A definition comes back to itself, so that it can never be worked out.

Bad:

```pol
policy 示范措施
  id: demo
subject 企业
  年度支出: money, yearly
  高新企业: truth
clause 1 支持
  define 扣除数: 净支出 × 10%  # error
  define 净支出: 年度支出 - 扣除数
  benefit 甲补贴
    for: 企业
    when: 高新企业
    pay: 扣除数 × 30%
```

Good:

```pol
policy 示范措施
  id: demo
subject 企业
  年度支出: money, yearly
  高新企业: truth
clause 1 支持
  define 扣除数: 年度支出 × 10%
  define 净支出: 年度支出 - 扣除数
  benefit 甲补贴
    for: 企业
    when: 高新企业
    pay: 净支出 × 30%
```

How to fix: start from facts and define upwards.
"""

from __future__ import annotations

from polc.diagnostics import Diagnostic, Rule, Severity, Words
from polc.text import Span

RULE = Rule(
    "circular-definition",
    Severity.ERROR,
    title=Words("定义绕回到自己", "definition that comes back to itself"),
    message=Words("“{name}”的定义绕回到它自己", "the definition of “{name}” comes back to itself"),
    page=__doc__ or "",
)


def circular_definition(span: Span, name: str) -> Diagnostic:
    """Return the finding that the definition of ``name``, at ``span``, needs itself."""
    return RULE.at(span, name=name)
