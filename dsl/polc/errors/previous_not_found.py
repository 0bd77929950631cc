"""前版 指的文件或文件夹不存在。路径从写这一行的文件所在的文件夹算起，不写绝对路径，不写网址。

更早的一版 2025.pol：

```pol title="2025.pol"
政策 示范措施
  简称：demo-2025
对象 企业
  年度支出：金额，每年
条 1 支持
  奖补 甲补贴
    支持对象：企业
    享受：每家企业 每年
    标准：年度支出 × 20%
```

错误的写法：

```pol
政策 示范措施
  简称：demo
  前版：2024.pol  # error
对象 企业
  年度支出：金额，每年
条 1 支持
  奖补 甲补贴
    支持对象：企业
    享受：每家企业 每年
    标准：年度支出 × 30%
```

正确的写法：

```pol
政策 示范措施
  简称：demo
  前版：2025.pol
对象 企业
  年度支出：金额，每年
条 1 支持
  奖补 甲补贴
    支持对象：企业
    享受：每家企业 每年
    标准：年度支出 × 30%
```

怎么改：按提示改路径；上一级文件夹写 ..，如 前版：../2025/policy.pol。没有前版的，去掉这一行。

---
The earlier version that a policy names is not there. Paths start from the folder of the file that says it; they are neither absolute nor addresses.

The earlier version, 2025.pol:

```pol title="2025.pol"
policy 示范措施
  id: demo-2025
subject 企业
  年度支出: money, yearly
clause 1 支持
  benefit 甲补贴
    for: 企业
    per: every 企业 yearly
    pay: 年度支出 × 20%
```

Bad:

```pol
policy 示范措施
  id: demo
  previous: 2024.pol  # error
subject 企业
  年度支出: money, yearly
clause 1 支持
  benefit 甲补贴
    for: 企业
    per: every 企业 yearly
    pay: 年度支出 × 30%
```

Good:

```pol
policy 示范措施
  id: demo
  previous: 2025.pol
subject 企业
  年度支出: money, yearly
clause 1 支持
  benefit 甲补贴
    for: 企业
    per: every 企业 yearly
    pay: 年度支出 × 30%
```

How to fix: correct the path; the folder above is written .., as in previous: ../2025/policy.pol. Take the line out where there is no earlier version.
"""

from __future__ import annotations

from polc.diagnostics import Diagnostic, Edit, Fix, Rule, Severity, Words
from polc.text import Span

RULE = Rule(
    "previous-not-found",
    Severity.ERROR,
    title=Words("前版不存在", "no earlier version there"),
    message=Words("没有前版 {path}", "there is no earlier version {path}"),
    page=__doc__ or "",
)

_FROM_HERE = Words(
    "路径从这个文件所在的文件夹算起，如 ../2025", "paths start from the folder of this file, as in ../2025"
)


def previous_not_found(span: Span, path: str, near: str = "") -> Diagnostic:
    """Return the finding that the ``path`` of a 前版 does not exist; ``near`` is the one that was probably meant."""
    if not near:
        return RULE.at(span, help=(_FROM_HERE,), path=path)
    meant = Words(f"是不是 {near}？", f"did you mean {near}?")
    fix = Fix(Words(f"改成 {near}", f"change it to {near}"), (Edit(span, near),))
    return RULE.at(span, help=(meant, _FROM_HERE), fixes=(fix,), path=path)
