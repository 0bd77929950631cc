"""几分之几写成算式：什么 × 百分之几。“投入的15%”里的“投入”要是声明过的事实，polc 才知道是哪个数。

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
    标准：支出的15%  # error
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

怎么改：改成乘法，用声明过的名称。

---
A share is a product: what × how many per cent. The what must be a declared fact, or polc cannot know which figure is meant.

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
    标准：支出的15%  # error
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

How to fix: write a product, with the declared name.
"""

from __future__ import annotations

from polc.diagnostics import Diagnostic, Edit, Fix, Rule, Severity, Words
from polc.text import Span

RULE = Rule(
    "share-in-words",
    Severity.ERROR,
    title=Words("比例没有写成算式", "a share in words"),
    message=Words(
        "“{text}”写成算式：{formula}",
        "“{text}” is written as a product: {formula}",
    ),
    page=__doc__ or "",
)


def share_in_words(span: Span, text: str, formula: str) -> Diagnostic:
    """Return the finding that a share is written as in a sentence; ``formula`` is the product."""
    fix = Fix(Words(f"改成 {formula}", f"write {formula}"), (Edit(span, formula),))
    return RULE.at(span, fixes=(fix,), text=text, formula=formula)
