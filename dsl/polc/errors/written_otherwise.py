"""意思看得懂，只是语言里有一种固定的写法：乘以 写作 ×，和 写作 且，级别 是 市级 写作 级别 等于 市级。写法固定，别人读起来才不会有两种意思。

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
    标准：年度支出 乘以 15%  # error
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
    标准：年度支出 × 15%
```

怎么改：照建议改。

---
The meaning is plain, but the language has one way to write it: 乘以 (times) is ×, 和 is 且 (and). One way to write it leaves nobody a second way to read it.

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
    标准：年度支出 乘以 15%  # error
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
    标准：年度支出 × 15%
```

How to fix: write it as suggested.
"""

from __future__ import annotations

from polc.diagnostics import Diagnostic, Edit, Fix, Rule, Severity, Words
from polc.text import Span

RULE = Rule(
    "written-otherwise",
    Severity.ERROR,
    title=Words("换一种写法", "written another way"),
    message=Words(
        "“{text}”在这里写成 {better}",
        "“{text}” is written {better} here",
    ),
    page=__doc__ or "",
)


def written_otherwise(span: Span, text: str, better: str, *, sure: bool = False) -> Diagnostic:
    """Return the finding that something is written in another way than the language's, ``better``.

    ``sure`` says that nothing else can be meant. Blanks around ``better`` are written, and not spoken of.
    """
    put, better = better, better.strip()
    fix = Fix(Words(f"改成 {better}", f"write {better}"), (Edit(span, put),), safe=sure)
    return RULE.at(span, fixes=(fix,), text=text, better=better)
