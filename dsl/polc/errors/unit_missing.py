"""金额、数量和时长都要带单位。“50万”可以是 50万元，也可以是 50万家；范围的两头也各写各的单位。

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
    标准：50万  # error
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
    标准：50万元
```

怎么改：补上单位。

---
Amounts, counts and durations carry their unit. 50万 may be money or a number of firms; both ends of a range carry one too.

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
    pay: 50万  # error
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
    pay: 50万元
```

How to fix: add the unit.
"""

from __future__ import annotations

from polc.diagnostics import Diagnostic, Edit, Fix, Rule, Severity, Words
from polc.text import Span

RULE = Rule(
    "unit-missing",
    Severity.ERROR,
    title=Words("少了单位", "missing unit"),
    message=Words("“{text}”少了单位{guess}", "“{text}” has no unit{guess}"),
    page=__doc__ or "",
)


def unit_missing(span: Span, text: str, guess: str = "") -> Diagnostic:
    """Return the finding that a number has no unit; ``guess`` is the number with the likeliest one."""
    fixes = (Fix(Words(f"改成 {guess}", f"write {guess}"), (Edit(span, guess),)),) if guess else ()
    asked = Words(f"，是不是 {guess}？", f"; did you mean {guess}?") if guess else Words("", "")
    return RULE.at(span, fixes=fixes, text=text, guess=asked)
