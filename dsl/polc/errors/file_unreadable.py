"""文件在，但读不了：没有权限、正被别的程序占用，或者它不是普通文件。

政策文件里写了什么，polc 一个字也没有看到，所以不能说它没有问题。

错误的写法（给了一个不能读的文件）：

```sh
chmod 000 policies/yuxi/policy.pol
polc check policies/yuxi
```

正确的写法：

```sh
chmod 644 policies/yuxi/policy.pol
polc check policies/yuxi
```

怎么改：给自己读的权限；在别的程序（如 Word、WPS）里打开着的，先关掉。

---
The file is there but cannot be read: no permission, held by another program, or not an ordinary file.

polc has not seen one character of it and cannot say that it is fine.

Bad (a file that may not be read):

```sh
chmod 000 policies/yuxi/policy.pol
polc check policies/yuxi
```

Good:

```sh
chmod 644 policies/yuxi/policy.pol
polc check policies/yuxi
```

How to fix: give yourself the permission to read it; close it where another program holds it open.
"""

from __future__ import annotations

from polc.diagnostics import Diagnostic, Rule, Severity, Words
from polc.text import Source

RULE = Rule(
    "file-unreadable",
    Severity.ERROR,
    title=Words("文件读不了", "file cannot be read"),
    message=Words("读不了 {path}：{reason}", "cannot read {path}: {reason}"),
    page=__doc__ or "",
)

NO_PERMISSION = Words("没有权限", "permission denied")
NOT_ORDINARY = Words("不是普通文件", "not an ordinary file")
A_FOLDER = Words("这是文件夹", "it is a folder")
BAD_NAME = Words("路径里有不能用的字符", "the path holds a character that paths cannot hold")


def file_unreadable(path: str, reason: Words) -> Diagnostic:
    """Return the finding that ``path`` exists and cannot be read, for ``reason``."""
    return RULE.at(Source(path, "").span(0, 0), path=path, reason=reason)
