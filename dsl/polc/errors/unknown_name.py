"""这里用了一个没有声明过的名称。polc 不猜它是什么：名称写错一个字，金额就会算错。

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
    标准：年度总支出 × 30%  # error
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
    标准：年度支出 × 30%
```

怎么改：把名称改成 对象 里声明过的写法；确实是新的事实，就在它所属的 对象 里加一行。

---
A name is used that nothing declares. polc does not guess: one wrong character would change the amount.

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
    pay: 年度总支出 × 30%  # error
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
    pay: 年度支出 × 30%
```

How to fix: use the name as its subject declares it, or declare the new fact there.
"""

from __future__ import annotations

from polc.diagnostics import Diagnostic, Edit, Fix, Label, Rule, Severity, Words
from polc.text import Span

RULE = Rule(
    "unknown-name",
    Severity.ERROR,
    title=Words("没有声明过的名称", "unknown name"),
    message=Words("没有叫“{name}”的事实或名称", "nothing here is called “{name}”"),
    page=__doc__ or "",
)

_DECLARE = Words(
    "若是新的事实，请在 对象 {subject} 里加一行，例如 {name}：金额，每年",
    "if it is a new fact, add a line to subject {subject}, for example {name}: money, yearly",
)
_OTHERS = Words(
    "它不是 对象 {subject} 的事实，这里看的是 {subject}",
    "it is no fact of subject {subject}, whose facts count here",
)
_NEAR = Words("是不是“{near}”？", "did you mean “{near}”?")


def unknown_name(
    span: Span,
    name: str,
    *,
    near: str | None = None,
    declared: Span | None = None,
    subject: str = "",
    fixes: tuple[Fix, ...] = (),
) -> Diagnostic:
    """Return the finding that ``name`` is not declared; ``near`` is the closest declared name."""
    related = (Label(declared, Words("这里声明的", "declared here")),) if declared and near else ()
    if near == name and subject:  # a fact of another 对象
        return RULE.at(span, related=related, help=(_OTHERS.fill(subject=subject),), name=name)
    if near and not fixes:
        title = Words(f"改成“{near}”", f"change it to “{near}”")
        fixes = (Fix(title, (Edit(span, near),)),)
    help_ = (_NEAR.fill(near=near),) if near else ()
    if subject and not near:
        help_ = (*help_, _DECLARE.fill(subject=subject, name=name))
    return RULE.at(span, related=related, help=help_, fixes=fixes, name=name)
