"""“左右”“约”“余”说不清界限：499万元算不算“500万元左右”，谁也判断不了，钱却差在这里。

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
    条件：年度支出 达到 500万元左右  # error
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
    条件：年度支出 达到 500万元
    标准：5万元
```

怎么改：请起草部门给一个准数；定不下来，写“疑义”，把几种读法都写上。

---
About, some, nearly draw no line: nobody can decide whether 499万元 is “about 500万元”, and the money hangs on it.

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
    条件：年度支出 达到 500万元左右  # error
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
    条件：年度支出 达到 500万元
    标准：5万元
```

How to fix: ask the drafting department for an exact figure; if there is none, write a doubt with its readings.
"""

from __future__ import annotations

from polc.diagnostics import Diagnostic, Rule, Severity, Words
from polc.text import Span

RULE = Rule(
    "approximate-number",
    Severity.ERROR,
    title=Words("约数不能判断", "an approximate number decides nothing"),
    message=Words(
        "“{text}”不是准数：刚好差一点的算不算，判断不了",
        "“{text}” is no exact figure: whether one just short of it counts cannot be decided",
    ),
    page=__doc__ or "",
)


def approximate_number(span: Span, text: str) -> Diagnostic:
    """Return the finding that a number is only an approximation, by 左右, 约, 余 and the like."""
    help_ = Words(
        "写准数；文件里就是约数的，写成 疑义，各种读法都列出来",
        "write the exact figure; if the document has none, write a doubt with its readings",
    )
    return RULE.at(span, help=(help_,), text=text)
