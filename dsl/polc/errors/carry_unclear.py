"""超出上限的部分要结转，得知道转到哪一年、从哪一条上限转来：结转只能写在每年的上限后面，同一个“每谁”只写一次。

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
    标准：年度支出 × 10%
    上限：每家企业 累计 50万元，超出部分 结转  # error
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
    标准：年度支出 × 10%
    上限：每家企业 每年 50万元，超出部分 结转
    上限：每家企业 累计 150万元
```

怎么改：把“超出部分 结转”写在每年的上限后面；累计的上限、每次的上限，超出的就不给了。

---
What exceeds a cap is to be carried over, and there is no year it could go to, or it would come from two caps: carrying over belongs behind one cap per year for each key.

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
    pay: 年度支出 × 10%
    cap: per 企业 to_date 50万元, surplus carry  # error
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
    pay: 年度支出 × 10%
    cap: per 企业 yearly 50万元, surplus carry
    cap: per 企业 to_date 150万元
```

How to fix: write “surplus carry” behind the yearly cap; what exceeds a cap in total, or of one award, is not paid.
"""

from __future__ import annotations

from polc.diagnostics import Diagnostic, Label, Rule, Severity, Words
from polc.text import Span

RULE = Rule(
    "carry-unclear",
    Severity.ERROR,
    title=Words("结转到哪里不清楚", "unclear where the excess goes"),
    message=Words("“{text}”没法结转：{why}", "“{text}” cannot carry over: {why}"),
    page=__doc__ or "",
)


def no_year(span: Span) -> Diagnostic:
    """Return the finding that a cap whose excess is carried over is not one of a year."""
    why = Words("不是每年的上限，超出的没有下一年可转", "this cap is not per year, so no later year has room for more")
    return RULE.at(span, text=span.text, why=why)


def of_no_item(span: Span) -> Diagnostic:
    """Return the finding that a group that works item by item has a cap of the payee that carries its excess over."""
    why = Words(
        "组是一项一项合的，超出的部分归哪一项，说不清；写在成员自己的上限上，或者组按企业合",
        "the group works item by item, so the excess belongs to none of them; put it on the members' own caps, "
        "or let the group work on the payee",
    )
    return RULE.at(span, text=span.text, why=why)


def twice(span: Span, before: Span) -> Diagnostic:
    """Return the finding that two caps of one key carry their excess over."""
    why = Words(
        "另一行上限也结转，超出的会转两次", "another cap carries over as well, so the excess would be carried twice"
    )
    label = Label(before, Words("这一行也结转", "this one carries over too"))
    return RULE.at(span, text=span.text, why=why, related=(label,))
