"""每一行都是“关键词：值”，或“关键词 名称”，或以 | 开头的表行。说明文字写在 # 后面。

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
    （以下略）  # error
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
    # （以下略）
```

怎么改：以关键词开头；是说明的，前面加 #。

---
Every line is “keyword: value”, “keyword name”, or a row of a table that begins with |. Remarks go behind #.

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
    pay: 5万元
    (and so on)  # error
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
    # (and so on)
```

How to fix: begin with a keyword, or with # if it is a remark.
"""

from __future__ import annotations

from polc.diagnostics import Diagnostic, Edit, Fix, Rule, Severity, Words
from polc.text import Span

RULE = Rule(
    "line-unreadable",
    Severity.ERROR,
    title=Words("看不懂的一行", "unreadable line"),
    message=Words("一行要以关键词开头，“{text}”不是", "a line begins with a keyword; “{text}” is none"),
    page=__doc__ or "",
)


def line_unreadable(span: Span, text: str, pasted: Span | None = None) -> Diagnostic:
    """Return the finding that a line begins with nothing that a line can begin with.

    ``pasted`` is the whole line where it reads like a sentence of the document.
    """
    help_ = [Words("是说明的，前面加 #", "if it is a remark, put # before it")]
    if pasted is None:
        return RULE.at(span, help=tuple(help_), text=text)
    help_.insert(0, Words("是文件里的话，写成 原文：“…”", "if it is the document's text, write quote: “…”"))
    fix = Fix(Words("写成原文", "make it a quotation"), (Edit(pasted, f"原文：“{pasted.text}”"),))
    return RULE.at(span, help=tuple(help_), fixes=(fix,), text=text)
