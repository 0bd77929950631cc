"""享受、上限、按 后面的“每……”，必须是这项奖补够得着的：它的 支持对象，或者 领取人。

错误的写法：

```pol
政策 示范措施
  简称：demo
对象 企业
  年度支出：金额，每年
  高新企业：是否
对象 项目 归属 企业
  投入：金额
条 1 支持
  奖补 甲补贴
    支持对象：企业
    标准：5万元
    上限：每个项目 每年 5万元  # error
```

正确的写法：

```pol
政策 示范措施
  简称：demo
对象 企业
  年度支出：金额，每年
  高新企业：是否
条 1 支持
  奖补 甲补贴
    支持对象：企业
    标准：5万元
    上限：每家企业 每年 5万元
```

怎么改：把“每……”改成支持对象或领取人。

---
The key behind 每 must be within reach of the benefit: its subject, or its payee.

Bad:

```pol
policy 示范措施
  id: demo
subject 企业
  年度支出: money, yearly
  高新企业: truth
subject 项目 owned_by 企业
  投入: money
clause 1 支持
  benefit 甲补贴
    for: 企业
    pay: 5万元
    cap: per 项目 yearly 5万元  # error
```

Good:

```pol
policy 示范措施
  id: demo
subject 企业
  年度支出: money, yearly
  高新企业: truth
clause 1 支持
  benefit 甲补贴
    for: 企业
    pay: 5万元
    cap: per 企业 yearly 5万元
```

How to fix: use the subject or the payee as the key.
"""

from __future__ import annotations

from collections.abc import Sequence

from polc.diagnostics import Diagnostic, Rule, Severity, Words
from polc.text import Span

RULE = Rule(
    "key-unreachable",
    Severity.ERROR,
    title=Words("“每……”够不着", "key out of reach"),
    message=Words(
        "“{name}”不是“{part}”的支持对象或领取人", "“{name}” is neither the subject nor the payee of “{part}”"
    ),
    page=__doc__ or "",
)


def key_unreachable(span: Span, name: str, part: str, allowed: Sequence[str]) -> Diagnostic:
    """Return the finding that a key does not belong to the benefit or group it stands in."""
    shown = "、".join(allowed)
    help_ = (Words(f"可以写：{shown}", f"it can be: {shown}"),) if shown else ()
    return RULE.at(span, help=help_, name=name, part=part)
