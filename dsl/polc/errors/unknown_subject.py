"""支持对象、归属、领取人和“每……”里写的，必须是声明过的 对象，或者 归属 里写过的身份。

错误的写法：

```pol
政策 示范措施
  简称：demo
对象 企业
  年度支出：金额，每年
  高新企业：是否
条 1 支持
  奖补 甲补贴
    支持对象：公司  # error
    标准：5万元
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
```

怎么改：用声明过的 对象；没有声明过，就先写“对象 名称”和它的事实。

---
What stands behind 支持对象, 归属, 领取人 and 每 is a declared subject, or a role that an 归属 names.

Bad:

```pol
policy 示范措施
  id: demo
subject 企业
  年度支出: money, yearly
  高新企业: truth
clause 1 支持
  benefit 甲补贴
    for: 公司  # error
    pay: 5万元
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
```

How to fix: use a declared subject, or declare it first with its facts.
"""

from __future__ import annotations

from collections.abc import Sequence

from polc.diagnostics import Diagnostic, Edit, Fix, Rule, Severity, Words
from polc.text import Span

RULE = Rule(
    "unknown-subject",
    Severity.ERROR,
    title=Words("没有声明过的对象", "unknown subject"),
    message=Words("没有叫“{name}”的对象或身份", "no subject or role is called “{name}”"),
    page=__doc__ or "",
)

_PART = Words(
    "是“{whole}”里的一部分：写 支持对象：{whole}，再写一行 条件：…",
    "where some of “{whole}” are meant: write for: {whole}, and what they must be as a line when: …",
)


def unknown_subject(span: Span, name: str, known: Sequence[str], near: str | None = None) -> Diagnostic:
    """Return the finding that ``name`` is neither a subject nor a role; ``known`` are those that exist."""
    help_: list[Words] = []
    fixes: tuple[Fix, ...] = ()
    whole = next((each for each in known if name.endswith(each) and name != each), "")
    if whole:  # 在本市注册的企业: to drop the rest would change who is paid
        help_.append(_PART.fill(whole=whole))
    elif near:
        help_.append(Words(f"是不是“{near}”？", f"did you mean “{near}”?"))
        if span.text == name:
            fixes = (Fix(Words(f"改成“{near}”", f"change it to “{near}”"), (Edit(span, near),)),)
    if known:
        shown = "、".join(known[:6])
        help_.append(Words(f"声明过的有：{shown}", f"declared are: {', '.join(known[:6])}"))
    else:
        help_.append(Words(f"先声明：对象 {name}", f"declare it first: subject {name}"))
    return RULE.at(span, help=tuple(help_), fixes=fixes, name=name)
