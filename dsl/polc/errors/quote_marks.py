"""引文用一对“”括起来。「」、《》、单引号，或者左右不成对的引号，都不算。

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
    原文：「给予5万元奖励」  # error
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
    原文：“给予5万元奖励”
    标准：5万元
```

怎么改：换成“”。

---
A quotation stands between “ and ”. Corner brackets, single quotes or marks that do not pair are not read.

Bad:

```pol
政策 示范措施
  简称：demo
对象 企业
  年度支出：金额，每年
  级别：无、市级、省级
条 1 支持
  奖补 甲补贴
    支持对象：企业
    原文：「给予5万元奖励」  # error
    标准：5万元
```

Good:

```pol
政策 示范措施
  简称：demo
对象 企业
  年度支出：金额，每年
  级别：无、市级、省级
条 1 支持
  奖补 甲补贴
    支持对象：企业
    原文：“给予5万元奖励”
    标准：5万元
```

How to fix: use “ and ”.
"""

from __future__ import annotations

from polc.diagnostics import Diagnostic, Edit, Fix, Rule, Severity, Words
from polc.text import Span

RULE = Rule(
    "quote-marks",
    Severity.ERROR,
    title=Words("引号的写法", "the marks of a quotation"),
    message=Words(
        "引文用“”括起来，不用 {marks}",
        "a quotation stands between “ and ”, not {marks}",
    ),
    page=__doc__ or "",
)


def quote_marks(span: Span, marks: str, text: str) -> Diagnostic:
    """Return the finding that a quotation, ``text``, stands between other marks."""
    fix = Fix(Words("换成“”", "use “ and ”"), (Edit(span, f"“{text}”"),), safe=True)
    return RULE.at(span, fixes=(fix,), marks=marks)
