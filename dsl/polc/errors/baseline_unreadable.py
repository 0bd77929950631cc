"""基线文件里有读不懂的一行。基线一行一个问题：规则、哪份政策的哪一项、指纹；`#` 后面是说明。

错误的写法：

```text
tier-gap  demo/营收奖
```

正确的写法：

```text
tier-gap  demo/营收奖  3f6c1d2e9a0b4c5d8e7f60718293a4b5
```

怎么改：这个文件由 `polc check --write-baseline` 写，一般只删行、不添行；合并时留下了冲突标记的，两边的行都留下。

---
A line of the baseline that cannot be read. It has one finding a line: the rule, the policy and its part, the fingerprint; what follows `#` is a remark.

Bad:

```text
tier-gap  demo/营收奖
```

Good:

```text
tier-gap  demo/营收奖  3f6c1d2e9a0b4c5d8e7f60718293a4b5
```

How to fix: the file is written by `polc check --write-baseline`; by hand lines are taken out, hardly ever added. Where a merge left its marks, keep the lines of both sides.
"""

from __future__ import annotations

from polc.diagnostics import Diagnostic, Rule, Severity, Words
from polc.text import Span

RULE = Rule(
    "baseline-unreadable",
    Severity.ERROR,
    title=Words("读不懂的基线", "baseline that cannot be read"),
    message=Words("基线里的这一行读不懂", "this line of the baseline cannot be read"),
    page=__doc__ or "",
)


def baseline_unreadable(line: Span) -> Diagnostic:
    """Return the finding for a line of the baseline that is none."""
    return RULE.at(line)
