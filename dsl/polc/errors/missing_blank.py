"""打开一块内容的关键词和它的名称之间要有一个空格，否则两者会连成一个词。

错误的写法：

```pol
政策示范措施  # error
  简称：demo
```

正确的写法：

```pol
政策 示范措施
  简称：demo
```

怎么改：补一个空格。

---
A keyword that opens a block and its name need a blank between them, or the two become one word.

Bad:

```pol
政策示范措施  # error
  简称：demo
```

Good:

```pol
政策 示范措施
  简称：demo
```

How to fix: add a blank.
"""

from __future__ import annotations

from polc.diagnostics import Diagnostic, Edit, Fix, Rule, Severity, Words
from polc.text import Span

RULE = Rule(
    "missing-blank",
    Severity.ERROR,
    title=Words("少了空格", "missing blank"),
    message=Words("“{keyword}”后面少了空格", "a blank is missing after “{keyword}”"),
    page=__doc__ or "",
)


def missing_blank(span: Span, keyword: str, after: Span) -> Diagnostic:
    """Return the finding that a keyword runs into what follows; ``after`` is the empty place behind it."""
    fix = Fix(Words("补一个空格", "add a blank"), (Edit(after, " "),), safe=True)
    return RULE.at(span, fixes=(fix,), keyword=keyword)
