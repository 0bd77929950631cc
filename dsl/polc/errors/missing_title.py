"""政策、章 和 条 都要写标题：解释和报告用它告诉读者说的是哪一条。

错误的写法：

```pol
政策 示范措施
  简称：demo
条 （二）  # error
  宣示：“鼓励创新”
```

正确的写法：

```pol
政策 示范措施
  简称：demo
条 （二） 鼓励创新
  宣示：“鼓励创新”
```

怎么改：照文件写上标题。

---
A policy, a chapter and a clause have a title: explanations and reports use it to say which clause they speak of.

Bad:

```pol
政策 示范措施
  简称：demo
条 （二）  # error
  宣示：“鼓励创新”
```

Good:

```pol
政策 示范措施
  简称：demo
条 （二） 鼓励创新
  宣示：“鼓励创新”
```

How to fix: write the title as the document has it.
"""

from __future__ import annotations

from polc.diagnostics import Diagnostic, Rule, Severity, Words
from polc.text import Span

RULE = Rule(
    "missing-title",
    Severity.ERROR,
    title=Words("少了标题", "missing title"),
    message=Words("“{keyword}”少了标题", "“{keyword}” has no title"),
    page=__doc__ or "",
)


def missing_title(span: Span, keyword: str) -> Diagnostic:
    """Return the finding that a 政策, 章 or 条 has no title."""
    help_ = (Words("照文件把标题写在后面", "write the title behind it, as the document has it"),)
    return RULE.at(span, help=help_, keyword=keyword)
