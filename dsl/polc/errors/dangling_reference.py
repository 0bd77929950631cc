"""这里提到的条，这份措施里没有。

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
    标准：年度支出 × 15%
条 2 再支持
  奖补 乙补贴
    支持对象：企业
    标准：年度支出 × 10%
通则 软件业
  范围：第1、3条  # error
  只适用：高新企业
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
    标准：年度支出 × 15%
条 2 再支持
  奖补 乙补贴
    支持对象：企业
    标准：年度支出 × 10%
通则 软件业
  范围：第1、2条
  只适用：高新企业
```

怎么改：核对编号；编号改过的，引用也要改。

---
This names a clause that the measure does not have.

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
    pay: 年度支出 × 15%
clause 2 再支持
  benefit 乙补贴
    for: 企业
    pay: 年度支出 × 10%
rule 软件业
  over: 第1、3条  # error
  only: 高新企业
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
    pay: 年度支出 × 15%
clause 2 再支持
  benefit 乙补贴
    for: 企业
    pay: 年度支出 × 10%
rule 软件业
  over: 第1、2条
  only: 高新企业
```

How to fix: check the number; where clauses were renumbered, references must follow.
"""

from __future__ import annotations

from polc.diagnostics import Diagnostic, Rule, Severity, Words
from polc.text import Span

RULE = Rule(
    "dangling-reference",
    Severity.ERROR,
    title=Words("引用了没有的条", "a reference to no clause"),
    message=Words("没有第 {number} 条", "there is no clause {number}"),
    page=__doc__ or "",
)


def dangling_reference(span: Span, number: str) -> Diagnostic:
    """Return the finding that no clause has this number."""
    return RULE.at(span, number=number)
