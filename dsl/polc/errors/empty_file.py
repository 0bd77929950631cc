"""文件里什么都没有（或者只有空白）。也许是还没有保存，或者写到了别的文件里。

错误的写法：

```text

```

正确的写法：

```pol
政策 示范措施
  简称：demo
```

怎么改：在编辑器里保存；要从头开始，polc new 会写好一份可以运行的样子。

---
There is nothing in the file (or only blanks). Perhaps it was not saved, or written to another file.

Bad:

```text

```

Good:

```pol
policy 示范措施
  id: demo
```

How to fix: save it in the editor; to start from nothing, polc new writes a small policy that runs.
"""

from __future__ import annotations

from polc.diagnostics import Diagnostic, Rule, Severity, Words
from polc.text import Source

RULE = Rule(
    "empty-file",
    Severity.ERROR,
    title=Words("空文件", "empty file"),
    message=Words("{path} 是空的", "{path} is empty"),
    page=__doc__ or "",
)

_START = Words("polc new 写一份可以运行的样子", "polc new writes a small policy that runs")


def empty_file(path: str) -> Diagnostic:
    """Return the finding that ``path`` holds nothing but blanks."""
    return RULE.at(Source(path, "").span(0, 0), help=(_START,), path=path)
