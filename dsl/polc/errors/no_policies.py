"""文件夹里没有 .pol 文件。polc 只读以 .pol 结尾的文件；什么都没有读，就不能说“没有发现问题”。

错误的写法：

```sh
polc check docs
```

正确的写法：

```sh
polc check policies
```

怎么改：检查路径；如果政策写在 .txt 或 .docx 里，把 .pol 文件放进这个文件夹（polc new 可以从原文起一份）。

---
The folder holds no .pol file. polc reads files that end in .pol only; having read nothing, it cannot say that
all is well.

Bad:

```sh
polc check docs
```

Good:

```sh
polc check policies
```

How to fix: check the path; where the policy is still in .txt or .docx, put a .pol file into the folder (polc new starts
one from the official text).
"""

from __future__ import annotations

from polc.diagnostics import Diagnostic, Rule, Severity, Words
from polc.text import Source

RULE = Rule(
    "no-policies",
    Severity.ERROR,
    title=Words("没有 .pol 文件", "no .pol files"),
    message=Words("{path} 里没有 .pol 文件", "there is no .pol file in {path}"),
    page=__doc__ or "",
)

_START = Words("polc new 可以新建一份政策", "polc new starts a policy")


def no_policies(path: str) -> Diagnostic:
    """Return the finding that the folder ``path`` and the folders in it hold no ``.pol`` file."""
    return RULE.at(Source(path, "").span(0, 0), help=(_START,), path=path)
