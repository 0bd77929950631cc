"""就高 跨年度计算时，先领了低的、后来又够得上高的，是补差额、不再补，还是退回再领，结果差得很远。这里没有写明。

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
    标准：5万元
  奖补 乙补贴
    支持对象：企业
    标准：8万元
组 合并：甲补贴、乙补贴
  方式：就高，按 企业，期间 终身  # error
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
    标准：5万元
  奖补 乙补贴
    支持对象：企业
    标准：8万元
组 合并：甲补贴、乙补贴
  方式：就高，按 企业，期间 终身，先领低额时 补差
```

怎么改：加上“先领低额时 补差”、“先领低额时 不补”或“先领低额时 退回”；原文没有写的，各写成一种读法。

---
Where 就高 reaches over the years, it matters what happens when the lower award was paid first: the difference is paid, nothing more is paid, or it is given back. That is not said here.

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
    pay: 5万元
  benefit 乙补贴
    for: 企业
    pay: 8万元
group 合并: 甲补贴 & 乙补贴
  how: highest, by 企业, span ever  # error
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
    pay: 5万元
  benefit 乙补贴
    for: 企业
    pay: 8万元
group 合并: 甲补贴 & 乙补贴
  how: highest, by 企业, span ever, lower_first difference
```

How to fix: add “lower_first difference”, “lower_first no_difference” or “lower_first give_back”; where the text is silent, write both as readings.
"""

from __future__ import annotations

from polc.diagnostics import Diagnostic, Rule, Severity, Words
from polc.text import Span

RULE = Rule(
    "lower-first-unstated",
    Severity.ERROR,
    title=Words("没有写明先领了低的怎么办", "not said what follows when the lower award came first"),
    message=Words(
        "跨年度就高，没有写明先领低额时怎么办",
        "highest over the years, and not said what follows when the lower was paid first",
    ),
    page=__doc__ or "",
)


def lower_first_unstated(span: Span) -> Diagnostic:
    """Return the finding that a 就高 over the years does not say what follows when the lower award came first."""
    help_ = (
        Words(
            "加上“，先领低额时 补差”，或者 不补、退回",
            "add “, lower_first difference”, or no_difference, or give_back",
        ),
    )
    return RULE.at(span, help=help_)
