"""同一个名称在两个 对象 里都声明过，这里看不出说的是哪一个。

错误的写法：

```pol
政策 示范措施
  简称：demo
对象 企业
  年度支出：金额，每年
  高新企业：是否
对象 合同 归属 企业
  年度支出：金额
条 1 支持
  奖补 甲补贴
    支持对象：合同
    领取人：企业
    标准：年度支出 × 30%  # error
```

正确的写法：

```pol
政策 示范措施
  简称：demo
对象 企业
  年度支出：金额，每年
  高新企业：是否
对象 合同 归属 企业
  合同支出：金额
条 1 支持
  奖补 甲补贴
    支持对象：合同
    领取人：企业
    标准：合同支出 × 30%
```

怎么改：给其中一个事实换个名称。

---
One name is declared in two subjects, and it cannot be told which one is meant.

Bad:

```pol
policy 示范措施
  id: demo
subject 企业
  年度支出: money, yearly
  高新企业: truth
subject 合同 owned_by 企业
  年度支出: money
clause 1 支持
  benefit 甲补贴
    for: 合同
    payee: 企业
    pay: 年度支出 × 30%  # error
```

Good:

```pol
policy 示范措施
  id: demo
subject 企业
  年度支出: money, yearly
  高新企业: truth
subject 合同 owned_by 企业
  合同支出: money
clause 1 支持
  benefit 甲补贴
    for: 合同
    payee: 企业
    pay: 合同支出 × 30%
```

How to fix: give one of the two facts another name.
"""

from __future__ import annotations

from polc.diagnostics import Diagnostic, Label, Rule, Severity, Words
from polc.text import Span

RULE = Rule(
    "ambiguous-name",
    Severity.ERROR,
    title=Words("名称有两处声明", "ambiguous name"),
    message=Words("“{name}”既在 {one} 里声明，也在 {other} 里声明", "“{name}” is declared in {one} and in {other}"),
    page=__doc__ or "",
)


def ambiguous_name(span: Span, name: str, one: tuple[str, Span], other: tuple[str, Span]) -> Diagnostic:
    """Return the finding that ``name`` could be either of two facts."""
    related = (
        Label(one[1], Words(f"{one[0]} 里的", f"in {one[0]}")),
        Label(other[1], Words(f"{other[0]} 里的", f"in {other[0]}")),
    )
    help_ = (Words("给其中一个换个名称", "give one of them another name"),)
    return RULE.at(span, related=related, help=help_, name=name, one=one[0], other=other[0])
