"""叠加于 后面括号里的数，是原文说到另一条时提的数。那一条现在写的不是这个数：两条说的对不上了。

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
    叠加于：甲补贴（20%）  # error
    标准：年度支出 × 10%
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
    叠加于：甲补贴（15%）
    标准：年度支出 × 10%
```

怎么改：看原文哪一处写错了，或者哪一条改过没有跟着改。

---
The figure in brackets is what the text says of the other clause; that clause now says another.

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
    on_top_of: 甲补贴(20%)  # error
    pay: 年度支出 × 10%
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
    on_top_of: 甲补贴(15%)
    pay: 年度支出 × 10%
```

How to fix: see which of the two places is wrong, or was not changed with the other.
"""

from __future__ import annotations

from collections.abc import Sequence

from polc.diagnostics import Diagnostic, Label, Rule, Severity, Words
from polc.text import Span

RULE = Rule(
    "reference-mismatch",
    Severity.ERROR,
    title=Words("提到的数与那一条不符", "a figure that the other clause does not have"),
    message=Words(
        "这里说“{name}”是 {figure}，那里没有这个数", "this says {figure} of “{name}”, which has no such figure"
    ),
    page=__doc__ or "",
)


def reference_mismatch(span: Span, name: str, figure: str, there: Span, figures: Sequence[Span]) -> Diagnostic:
    """Return the finding that the benefit ``name`` (at ``there``, with ``figures``) has not the figure said of it."""
    related = tuple(Label(place, Words("那里写的是这个", "it says this")) for place in figures) or (
        Label(there, Words("在这里", "it is here")),
    )
    return RULE.at(span, related=related, name=name, figure=figure)
