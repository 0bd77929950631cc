"""没有这个文件或文件夹。多半是路径写错了一个字，或者命令不是在项目的文件夹里运行的。

其他文件照常处理；但少读了一个文件，“没有发现问题”就不能算数，所以这是错误。

错误的写法：

```sh
polc check polices/yuxi
```

正确的写法：

```sh
polc check policies/yuxi
```

怎么改：按提示里最接近的名字改路径；路径里有空格时，用引号括起来。

---
There is no such file or folder. Most often one character of the path is wrong, or the command runs in another folder.

The other files are read as usual; but with a file missing, “nothing found” would mean nothing, so this is an error.

Bad:

```sh
polc check polices/yuxi
```

Good:

```sh
polc check policies/yuxi
```

How to fix: correct the path, the closest name is offered; put a path with blanks in quotes.
"""

from __future__ import annotations

from polc.diagnostics import Diagnostic, Rule, Severity, Words
from polc.text import Source

RULE = Rule(
    "file-not-found",
    Severity.ERROR,
    title=Words("没有这个文件", "no such file"),
    message=Words("没有文件或文件夹 {path}", "there is no file or folder {path}"),
    page=__doc__ or "",
)


def file_not_found(path: str, *, missing: str = "", near: str = "") -> Diagnostic:
    """Return the finding that ``path`` does not exist.

    ``missing`` is the first folder on the way that does not exist, where that is not ``path`` itself; ``near`` is the
    path that was probably meant.
    """
    help_ = []
    if missing and missing != path:
        help_.append(Words(f"从 {missing} 起就没有了", f"already {missing} does not exist"))
    if near:
        help_.append(Words(f"是不是 {near}？", f"did you mean {near}?"))
    return RULE.at(Source(path, "").span(0, 0), help=tuple(help_), path=path)
