"""这个关键词在一块里只能写一次。写两次，就不知道以哪一次为准。

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
    标准：10万元  # error
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

怎么改：留下一行；要比较两种写法，用 疑义 和 读法。

---
This keyword stands once in a block. Given twice, nothing says which of the two counts.

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
    pay: 10万元  # error
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

How to fix: keep one; to compare the two, use a doubt with two readings.
"""

from __future__ import annotations

from polc.diagnostics import Diagnostic, Edit, Fix, Label, Rule, Severity, Words
from polc.text import Span

RULE = Rule(
    "repeated-line",
    Severity.ERROR,
    title=Words("同一行写了两次", "line given twice"),
    message=Words("“{keyword}”在这一块里写了两次", "“{keyword}” is given twice in this block"),
    page=__doc__ or "",
)
_HELP = Words(
    "留下对的一行；两行都要的，分成两块写，例如两项奖补",
    "keep the line that is right; where both are meant, make them two blocks, for example two benefits",
)
_LISTED = Words("写在一行里，用顿号连：甲、乙", "write one line, joined by &: 甲 & 乙")
_DELETE = Words("删掉重复的一行", "delete the line that stands twice")


def repeated_line(span: Span, keyword: str, first: Span, *, listed: bool = False) -> Diagnostic:
    """Return the finding that a line stands twice in a block, first at ``first``; ``listed``: it takes several names."""
    related = (Label(first, Words("第一次在这里", "first given here")),)
    source, one, other = span.source, span.begin.line, first.begin.line
    same = first.source is source and one != other and _plain(source.line_text(one)) == _plain(source.line_text(other))
    fixes: tuple[Fix, ...] = ()
    if same:  # word for word: nothing is lost
        end = source.line_start(one + 1) if one < source.line_count else len(source.text)
        fixes = (Fix(_DELETE, (Edit(Span(source, source.line_start(one), end), ""),), safe=True),)
    return RULE.at(
        span, related=related, help=() if same else (_LISTED if listed else _HELP,), fixes=fixes, keyword=keyword
    )


def _plain(line: str) -> str:
    return line.strip()
