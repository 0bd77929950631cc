"""说明、备注写在 # 后面，写给人看，不影响计算。语言里没有“注”“备注”这样的行；表里要说明的，加“说明”一列。

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
    标准：5万元
    备注：按年度发放  # error
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
    # 备注：按年度发放
```

怎么改：在前面加 #。

---
A remark stands behind #: it is for readers and changes nothing. There is no line for remarks; a table has the column 说明 (note).

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
    标准：5万元
    备注：按年度发放  # error
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
    标准：5万元
    # 备注：按年度发放
```

How to fix: put # before it.
"""

from __future__ import annotations

from polc.diagnostics import Diagnostic, Edit, Fix, Rule, Severity, Words
from polc.text import Span

RULE = Rule(
    "remark-as-line",
    Severity.ERROR,
    title=Words("说明当成了一行", "remark written as a line"),
    message=Words(
        "说明写在 # 后面，“{word}”不是关键词",
        "a remark stands behind #; “{word}” is no keyword",
    ),
    page=__doc__ or "",
)


def remark_as_line(span: Span, word: str) -> Diagnostic:
    """Return the finding that a line begins with 注, 备注, 说明 or the like, or with another language's mark: ``//``."""
    if any(letter.isalpha() for letter in word):
        put, edit = Words("前面加 #", "put # before it"), Edit(Span(span.source, span.start, span.start), "# ")
    else:
        put, edit = Words(f"把 {word} 换成 #", f"write # for {word}"), Edit(span, "#")
    return RULE.at(span, fixes=(Fix(put, (edit,), safe=True),), word=word)
