"""一行就是一项，末尾不用标点。几个条件分写几行，各行之间就是“且”。

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
    标准：5万元。  # error
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
    标准：5万元
```

怎么改：删掉行末的标点；一行里写了几项的，分成几行。

---
A line is one item and ends without punctuation. Several conditions go on several lines, which are joined by 且 (and).

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
    pay: 5万元。  # error
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
    pay: 5万元
```

How to fix: delete it; put several items on several lines.
"""

from __future__ import annotations

from polc.diagnostics import Diagnostic, Edit, Fix, Rule, Severity, Words
from polc.text import Span

RULE = Rule(
    "closing-punctuation",
    Severity.ERROR,
    title=Words("行末的标点", "punctuation at the end"),
    message=Words("行末不用“{mark}”", "no “{mark}” is needed at the end of a line"),
    page=__doc__ or "",
)


def closing_punctuation(span: Span, mark: str, *, last: bool) -> Diagnostic:
    """Return the finding that a line has a full stop or semicolon, ``last`` in it or in its middle."""
    fixes = (Fix(Words("删掉它", "delete it"), (Edit(span, ""),), safe=True),) if last else ()
    help_ = () if last else (Words("几项分写几行", "put several items on several lines"),)
    return RULE.at(span, help=help_, fixes=fixes, mark=mark)
