"""两样东西用了同一个名称。名称要唯一，引用它的地方才知道说的是哪一个。

错误的写法：

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
  奖补 甲补贴  # error
    支持对象：企业
    标准：6万元
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
  奖补 乙补贴
    支持对象：企业
    标准：6万元
```

怎么改：给后一个换个名称。

---
Two things share a name. Names are unique, so that a reference says which one it means.

Bad:

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
  benefit 甲补贴  # error
    for: 企业
    pay: 6万元
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
  benefit 乙补贴
    for: 企业
    pay: 6万元
```

How to fix: rename the second one.
"""

from __future__ import annotations

from polc.diagnostics import Diagnostic, Label, Rule, Severity, Words
from polc.text import Span

RULE = Rule(
    "duplicate-name",
    Severity.ERROR,
    title=Words("名称重复", "duplicate name"),
    message=Words("“{name}”这个名称用了两次", "the name “{name}” is used twice"),
    page=__doc__ or "",
)


def duplicate_name(span: Span, name: str, first: Span) -> Diagnostic:
    """Return the finding that ``name`` was taken before, at ``first``."""
    related = (Label(first, Words("先在这里用过", "first used here")),)
    help_ = (Words("给后一个换个名称", "rename the second one"),)
    return RULE.at(span, related=related, help=help_, name=name)
