"""前版绕了一圈：一版的前版，再往前，又是它自己。哪一版在先，就说不清了。多半是两个文件互相写成了前版，或者复制时没有改路径。

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
  前版：policy.pol  # error
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

怎么改：只在后一版里写前版；最早的一版不写。

---
The earlier versions lead in a circle, back to the policy itself, and none of them is the first. Most often two files name one another, or a path was left as it was when the file was copied.

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
  previous: policy.pol  # error
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

How to fix: only the later version names the earlier; the first names none.
"""

from __future__ import annotations

from polc.diagnostics import Diagnostic, Rule, Severity, Words
from polc.text import Span

RULE = Rule(
    "previous-cycle",
    Severity.ERROR,
    title=Words("前版绕了一圈", "versions in a circle"),
    message=Words("前版绕了一圈，又回到 {path}", "the earlier versions lead in a circle, back to {path}"),
    page=__doc__ or "",
)

_FIRST = Words("最早的一版不写前版", "the first version names none")


def previous_cycle(span: Span, path: str) -> Diagnostic:
    """Return the finding that a 前版 leads back to ``path``, which is being read because of it."""
    return RULE.at(span, help=(_FIRST,), path=path)
