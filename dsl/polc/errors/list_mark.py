"""并列的名称用顿号：无、市级、省级。逗号隔开的是一行里不同的几部分；斜杠是除号。条件不能并列，要说清是“且”还是“或”。

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
    条件：级别 在 市级，省级  # error
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
    条件：级别 在 市级、省级
    标准：5万元
```

怎么改：名称之间改成顿号；条件之间写 且 或 或，或者分写几行（几行都要成立）。

---
Names side by side are joined by 、 (in English files &). A comma parts the pieces of a line, a slash divides. Conditions are not listed: say and, or or.

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
    条件：级别 在 市级，省级  # error
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
    条件：级别 在 市级、省级
    标准：5万元
```

How to fix: put 、 between names; between conditions write and or or, or use several lines (all of which must hold).
"""

from __future__ import annotations

from polc.diagnostics import Diagnostic, Edit, Fix, Rule, Severity, Words
from polc.text import Span

RULE = Rule(
    "list-mark",
    Severity.ERROR,
    title=Words("并列的写法", "how things are listed"),
    message=Words(
        "“{mark}”不能这样用：{advice}",
        "“{mark}” does not work here: {advice}",
    ),
    page=__doc__ or "",
)


NAMES = Words("名称之间用顿号", "names are joined by 、 or &")
CONDITIONS = Words(
    "条件之间写 且 或 或；都要成立的，分写几行",
    "between conditions write and, or or; where all must hold, use several lines",
)


def list_mark(marks: tuple[Span, ...]) -> Diagnostic:
    """Return the finding that names are joined by the marks at these places."""
    fix = Fix(Words("改成顿号", "write 、"), tuple(Edit(mark, "、") for mark in marks), safe=True)
    return RULE.at(marks[0], fixes=(fix,), mark=marks[0].text, advice=NAMES)


def listed_conditions(mark: Span) -> Diagnostic:
    """Return the finding that conditions are joined by a comma or 、, which may mean and as well as or."""
    return RULE.at(mark, mark=mark.text, advice=CONDITIONS)
