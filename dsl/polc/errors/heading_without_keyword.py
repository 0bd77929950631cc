"""照文件粘贴的标题要在前面写上 条 或 章，polc 才知道从这里开始是哪一条。

错误的写法：

```pol
政策 示范措施
  简称：demo
（二）鼓励创新  # error
  宣示：“鼓励创新”
```

正确的写法：

```pol
政策 示范措施
  简称：demo
条 （二） 鼓励创新
  宣示：“鼓励创新”
```

怎么改：在前面写上 条 或 章。

---
A heading pasted from the document needs 条 (clause) or 章 (chapter) before it: that is how polc knows that a clause begins here.

Bad:

```pol
政策 示范措施
  简称：demo
（二）鼓励创新  # error
  宣示：“鼓励创新”
```

Good:

```pol
政策 示范措施
  简称：demo
条 （二） 鼓励创新
  宣示：“鼓励创新”
```

How to fix: write 条 or 章 before it.
"""

from __future__ import annotations

from polc.diagnostics import Diagnostic, Edit, Fix, Rule, Severity, Words
from polc.text import Span

RULE = Rule(
    "heading-without-keyword",
    Severity.ERROR,
    title=Words("标题前少了关键词", "heading without its keyword"),
    message=Words("标题前少了“{keyword}”", "“{keyword}” is missing before the heading"),
    page=__doc__ or "",
)


def heading_without_keyword(span: Span, keyword: str, before: Span) -> Diagnostic:
    """Return the finding that a numbered heading lacks its keyword, which belongs at ``before``."""
    fix = Fix(Words(f"补上“{keyword}”", f"add “{keyword}”"), (Edit(before, f"{keyword} "),), safe=True)
    return RULE.at(span, fixes=(fix,), keyword=keyword)
