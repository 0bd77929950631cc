"""组 里列的、出自 后面写的，必须是这份措施里有的 奖补、组、外部 或 资金池。

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
组 合并：甲补贴、乙补贴  # error
  方式：就高
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
组 合并：甲补贴、乙补贴
  方式：就高
```

怎么改：改成已有的名称，或者先把它写出来；别的文件里的奖补用 外部 声明。

---
What a group lists, or what from_pool names, is a benefit, group, external award or pool of this measure.

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
group 合并: 甲补贴 & 乙补贴  # error
  how: highest
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
group 合并: 甲补贴 & 乙补贴
  how: highest
```

How to fix: use an existing name, or write it first; declare an award of another policy as external.
"""

from __future__ import annotations

from collections.abc import Sequence

from polc.diagnostics import Diagnostic, Edit, Fix, Rule, Severity, Words
from polc.text import Span

RULE = Rule(
    "unknown-member",
    Severity.ERROR,
    title=Words("没有这个奖补、组或资金池", "no such benefit, group or pool"),
    message=Words("没有叫“{name}”的{what}", "no {what} is called “{name}”"),
    page=__doc__ or "",
)

AWARD = Words("奖补、组或外部", "benefit, group or external award")
POOL = Words("资金池", "pool")

_DECLARE = Words("先写出它，或者看名称有没有写错", "write it first, or see whether the name is right")
_MOST = 6


def unknown_member(
    span: Span, name: str, what: Words, near: str | None = None, known: Sequence[str] = ()
) -> Diagnostic:
    """Return the finding that ``name`` is nothing that can stand here; ``known`` are those that could."""
    shown = "、".join(known[:_MOST])
    listed = Words(f"这里可以写：{shown}", f"here may stand: {shown}") if known else _DECLARE
    help_ = (Words(f"是不是“{near}”？", f"did you mean “{near}”?") if near else listed,)
    fixes = (Fix(Words(f"改成“{near}”", f"change it to “{near}”"), (Edit(span, near),)),) if near else ()
    return RULE.at(span, help=help_, fixes=fixes, name=name, what=what)
