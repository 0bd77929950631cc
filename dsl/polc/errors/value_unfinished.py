"""这一行到末尾还缺一部分：一个数、一个名称，或一个右括号。

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
    条件：年度支出 达到  # error
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
    条件：年度支出 达到 10万元
    标准：5万元
```

怎么改：补上缺的部分。

---
At its end the line still lacks something: a number, a name, or a closing parenthesis.

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
    when: 年度支出 reaches  # error
    pay: 5万元
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
    when: 年度支出 reaches 10万元
    pay: 5万元
```

How to fix: add what is missing.
"""

from __future__ import annotations

from polc.diagnostics import Diagnostic, Rule, Severity, Words
from polc.text import Span

RULE = Rule(
    "value-unfinished",
    Severity.ERROR,
    title=Words("没有写完", "unfinished value"),
    message=Words("“{word}”后面没有写完", "something is missing after “{word}”"),
    page=__doc__ or "",
)


def value_unfinished(span: Span, word: str, expected: tuple[Words, ...] = ()) -> Diagnostic:
    """Return the finding that a value ends too early, behind ``word``; ``expected`` are what could follow."""
    listed = Words(
        "后面可以写：" + "、".join(e.zh for e in expected), "here may follow: " + ", ".join(e.en for e in expected)
    )
    return RULE.at(span, help=(listed,) if expected else (), word=word)
