"""这个词在语言里有固定的意思，用作事实或块的名称，就分不清说的是哪一个。

错误的写法：

```pol
政策 示范措施
  简称：demo
对象 企业
  上限：金额，每年  # error
```

正确的写法：

```pol
政策 示范措施
  简称：demo
对象 企业
  补贴上限：金额，每年
```

怎么改：换一个说得更具体的名称。

---
The word has a fixed meaning in the language; used as the name of a fact or a block, it could be either.

Bad:

```pol
政策 示范措施
  简称：demo
对象 企业
  上限：金额，每年  # error
```

Good:

```pol
政策 示范措施
  简称：demo
对象 企业
  补贴上限：金额，每年
```

How to fix: choose a more specific name.
"""

from __future__ import annotations

from polc.diagnostics import Diagnostic, Rule, Severity, Words
from polc.text import Span

RULE = Rule(
    "keyword-as-name",
    Severity.ERROR,
    title=Words("关键词用作名称", "keyword used as a name"),
    message=Words("“{word}”是关键词，不能作名称", "“{word}” is a keyword and cannot be a name"),
    page=__doc__ or "",
)


def keyword_as_name(span: Span, word: str) -> Diagnostic:
    """Return the finding that a keyword or a reserved word stands where a name is due."""
    help_ = (Words("换一个更具体的名称，例如在前面加上是谁的、什么的", "choose a more specific name"),)
    return RULE.at(span, help=help_, word=word)
