"""几个词汇互相引用，绕了一圈。谁也不能先读完，里面的对象就说不清是谁的。一个词汇引用自己，也是这样。

错误的写法：

```pol
词汇 共用词汇
  引用：.  # error
对象 企业
  年度支出：金额，每年
  高新企业：是否
```

正确的写法：

```pol
词汇 共用词汇
对象 企业
  年度支出：金额，每年
  高新企业：是否
```

怎么改：去掉一处引用；两边都要用的，放进第三个词汇，两边都引用它。

---
Vocabularies import one another in a circle: none of them can be read first. One that imports itself is such a circle too.

Bad:

```pol
vocabulary 共用词汇
  import: .  # error
subject 企业
  年度支出: money, yearly
  高新企业: truth
```

Good:

```pol
vocabulary 共用词汇
subject 企业
  年度支出: money, yearly
  高新企业: truth
```

How to fix: take out one of the imports; put what both need into a third vocabulary that both import.
"""

from __future__ import annotations

from polc.diagnostics import Diagnostic, Rule, Severity, Words
from polc.text import Span

RULE = Rule(
    "import-cycle",
    Severity.ERROR,
    title=Words("引用绕了一圈", "imports in a circle"),
    message=Words("引用绕了一圈，又回到 {path}", "the imports lead in a circle, back to {path}"),
    page=__doc__ or "",
)

_THIRD = Words(
    "两边都要用的，放进第三个词汇，两边都引用它", "put what both need into a third vocabulary that both import"
)


def import_cycle(span: Span, path: str) -> Diagnostic:
    """Return the finding that an 引用 leads back to ``path``, which is being read because of it."""
    return RULE.at(span, help=(_THIRD,), path=path)
