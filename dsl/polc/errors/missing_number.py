"""条 要照文件写编号，例如 条 （二） 设立专项算力补贴。编号是引用这一条的办法。

错误的写法：

```pol
政策 示范措施
  简称：demo
条 设立专项补贴  # error
  宣示：“鼓励创新”
```

正确的写法：

```pol
政策 示范措施
  简称：demo
条 （一） 设立专项补贴
  宣示：“鼓励创新”
```

怎么改：照文件写上编号。

---
A clause carries the number the document gives it, as in: clause （二） 设立专项算力补贴. The number is how it is referred to.

Bad:

```pol
政策 示范措施
  简称：demo
条 设立专项补贴  # error
  宣示：“鼓励创新”
```

Good:

```pol
政策 示范措施
  简称：demo
条 （一） 设立专项补贴
  宣示：“鼓励创新”
```

How to fix: write the number as the document has it.
"""

from __future__ import annotations

from polc.diagnostics import Diagnostic, Rule, Severity, Words
from polc.text import Span

RULE = Rule(
    "missing-number",
    Severity.ERROR,
    title=Words("少了编号", "missing number"),
    message=Words("“{keyword}”后面先写编号，再写标题", "after “{keyword}” the number comes first, then the title"),
    page=__doc__ or "",
)


def missing_number(span: Span, keyword: str) -> Diagnostic:
    """Return the finding that a 条 begins with its title."""
    help_ = (
        Words(
            "照文件写编号，例如 条 （二） 标题、条 6 标题",
            "write the number as the document has it: clause （二） …, clause 6 …",
        ),
    )
    return RULE.at(span, help=help_, keyword=keyword)
