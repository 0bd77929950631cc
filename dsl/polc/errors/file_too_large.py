"""文件比一份政策大得多。最长的若干措施写成 .pol 也不过几百 KB；超过 4 MB 的多半是给错了文件。

设这个限度，是为了让 polc 在给错文件时立刻回答，而不是把内存用完。

错误的写法：

```sh
polc check 申报材料扫描件.pol
```

正确的写法：

```sh
polc check policies/yuxi/policy.pol
```

怎么改：检查路径；确实很长的政策，按章分成几个 .pol 文件，放在同一个文件夹里。

---
The file is far larger than a policy. The longest measure takes a few hundred KB; beyond 4 MB it is the
wrong file.

The limit is there so that polc answers at once when it is given the wrong file, instead of filling the memory.

Bad:

```sh
polc check scanned-applications.pol
```

Good:

```sh
polc check policies/yuxi/policy.pol
```

How to fix: check the path; a policy that really is that long can be several .pol files in one folder, one a chapter.
"""

from __future__ import annotations

from polc.diagnostics import Diagnostic, Rule, Severity, Words
from polc.text import Source

RULE = Rule(
    "file-too-large",
    Severity.ERROR,
    title=Words("文件太大", "file too large"),
    message=Words("{path} 超过 {limit} MB，没有读", "{path} is larger than {limit} MB and was not read"),
    page=__doc__ or "",
)


def file_too_large(path: str, limit: int) -> Diagnostic:
    """Return the finding that ``path`` holds more than ``limit`` bytes."""
    return RULE.at(Source(path, "").span(0, 0), path=path, limit=str(limit // 1_000_000))
