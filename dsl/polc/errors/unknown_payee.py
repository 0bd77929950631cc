"""支持对象 归属 别人时，要写明钱给谁：领取人 写 归属 里的一个身份。原文没有写的，写“未写，暂按 某身份”。

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
  奖补 甲补贴  # error
    支持对象：项目
    标准：投入 × 10%
```

正确的写法：

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
    支持对象：项目
    领取人：企业
    标准：投入 × 10%
```

怎么改：加一行“领取人：身份”。支持对象没有写归属的，领取人就是它自己，写别人的是错：钱真是给别人的，先写归属。

---
Where the subject belongs to somebody, say who is paid: 领取人 names a role of its 归属. Where the text is silent, write “silent, presume ROLE”.

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
  benefit 甲补贴  # error
    for: 项目
    pay: 投入 × 10%
```

Good:

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
    for: 项目
    payee: 企业
    pay: 投入 × 10%
```

How to fix: add a line “payee: ROLE”. A subject that belongs to nobody is paid itself; where somebody else is, say first to whom it belongs.
"""

from __future__ import annotations

from collections.abc import Sequence

from polc.diagnostics import Diagnostic, Rule, Severity, Words
from polc.text import Span

RULE = Rule(
    "unknown-payee",
    Severity.ERROR,
    title=Words("看不出领取人", "payee not known"),
    message=Words("“{name}”的钱给谁，看不出来", "it cannot be told who is paid “{name}”"),
    page=__doc__ or "",
)


def unknown_payee(span: Span, name: str, subject: str, roles: Sequence[str]) -> Diagnostic:
    """Return the finding that a benefit for an owned subject names no payee among ``roles``."""
    shown = "、".join(roles)
    help_ = (
        Words(
            f"“{subject}”归属：{shown}；加一行：领取人：{roles[0] if roles else '…'}",
            f"“{subject}” belongs to: {shown}; add a line: payee: {roles[0] if roles else '…'}",
        ),
    )
    return RULE.at(span, help=help_, name=name)


def payee_without_owner(span: Span, name: str, wanted: str, subject: str) -> Diagnostic:
    """Return the finding that a benefit for a subject that belongs to nobody is to be paid to somebody else."""
    help_ = Words(
        f"对象“{subject}”没有写归属，领取人就是它自己：删去这一行；钱真是给“{wanted}”的，写成 对象 {subject} 归属 {wanted}",
        f"“{subject}” belongs to nobody, and is paid itself: delete the line; where “{wanted}” is paid, write "
        f"subject {subject} of {wanted}",
    )
    return RULE.at(span, help=(help_,), name=name)
