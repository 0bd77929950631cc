"""“应得（读法）”里写的读法，在这份措施的 疑义 里没有。

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
    标准：年度支出 × 30%
    示例
      | 年度支出 | 应得（从宽） |  # error
      | 10万元 | 3万元 |
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
    标准：年度支出 × 30%
    疑义 按什么算 “年度支出”
      读法 从宽
      读法 从严
        标准：年度支出 × 20%
    示例
      | 年度支出 | 应得（从宽） | 应得（从严） |
      | 10万元 | 3万元 | 2万元 |
```

怎么改：改成已有的读法名称，或者先写出 疑义 和 读法。

---
The reading named in 应得（…） is in no doubt of this policy.

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
    pay: 年度支出 × 30%
    example
      | 年度支出 | award(从宽) |  # error
      | 10万元 | 3万元 |
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
    pay: 年度支出 × 30%
    doubt 按什么算 “年度支出”
      reading 从宽
      reading 从严
        pay: 年度支出 × 20%
    example
      | 年度支出 | award(从宽) | award(从严) |
      | 10万元 | 3万元 | 2万元 |
```

How to fix: use the name of a reading, or write the doubt and its readings first.
"""

from __future__ import annotations

from polc.diagnostics import Diagnostic, Rule, Severity, Words
from polc.text import Span

RULE = Rule(
    "unknown-reading",
    Severity.ERROR,
    title=Words("没有这个读法", "unknown reading"),
    message=Words("没有叫“{name}”的读法", "no reading is called “{name}”"),
    page=__doc__ or "",
)


def unknown_reading(span: Span, name: str, near: str | None = None) -> Diagnostic:
    """Return the finding that no doubt has a reading of this name."""
    help_ = (Words(f"是不是“{near}”？", f"did you mean “{near}”?"),) if near else ()
    return RULE.at(span, help=help_, name=name)
