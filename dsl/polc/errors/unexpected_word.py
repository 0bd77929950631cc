"""这一行的写法不合规矩，polc 读到标出的地方就读不下去了。下面列出这里可以写什么。

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
    标准：年度支出 × × 30%  # error
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
    标准：年度支出 × 30%
```

怎么改：改成这里可以写的内容；两个名称之间要有空格。

---
The line is not written as the language has it; polc could read no further than the place marked. What may stand there is listed below.

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
    pay: 年度支出 × × 30%  # error
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
    pay: 年度支出 × 30%
```

How to fix: write what may stand here; names need a blank between them.
"""

from __future__ import annotations

from polc.diagnostics import Diagnostic, Rule, Severity, Words
from polc.text import Span

RULE = Rule(
    "unexpected-word",
    Severity.ERROR,
    title=Words("看不懂的写法", "unexpected word"),
    message=Words("读到“{word}”就看不懂了", "“{word}” makes no sense here"),
    page=__doc__ or "",
)

_HELP = Words("删掉它，或者照这一行的写法改", "delete it, or write it as the line takes it")


def unexpected_word(span: Span, word: str, expected: tuple[Words, ...] = ()) -> Diagnostic:
    """Return the finding that ``word`` cannot stand here; ``expected`` are what could, a few of them."""
    listed = Words(
        "这里可以写：" + "、".join(e.zh for e in expected), "here may stand: " + ", ".join(e.en for e in expected)
    )
    return RULE.at(span, help=(listed if expected else _HELP,), word=word)
