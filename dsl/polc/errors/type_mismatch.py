"""金额、比例、个数、日期不能混着用：50万元不能加 30%，一个“是否”也不能和金额比大小。

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
    标准：年度支出 + 30%  # error
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

怎么改：看一看是不是把 × 写成了 +，或者漏了单位。

---
Money, rates, counts and dates do not mix: 50万元 plus 30% means nothing, and a truth is not larger than an amount.

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
    pay: 年度支出 + 30%  # error
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

How to fix: see whether × was meant, or whether a unit is missing.
"""

from __future__ import annotations

from polc.diagnostics import Diagnostic, Edit, Fix, Rule, Severity, Words
from polc.text import Span

RULE = Rule(
    "type-mismatch",
    Severity.ERROR,
    title=Words("两样东西不能这样放在一起", "these do not go together"),
    message=Words("{what}", "{what}"),
    page=__doc__ or "",
)

_MIXED = Words("“{text}”把{left}与{right}{act}", "“{text}” {act_en} {left_en} and {right_en}")
_NEEDED = Words("这里要{wanted}，“{text}”是{found}", "{wanted} is needed here, “{text}” is {found}")
_TIMES = Words("是不是要写“{text}”？", "did you mean “{text}”?")


def mixed(span: Span, left: Words, right: Words, act: Words, suggestion: str = "") -> Diagnostic:
    """Return the finding that ``act`` (相加, 比较 …) joins two kinds that do not go together."""
    what = Words(f"“{span.text}”把{left.zh}与{right.zh}{act.zh}", f"“{span.text}” {act.en} {left.en} and {right.en}")
    help_ = (_TIMES.fill(text=suggestion),) if suggestion else ()
    fixes = (
        (Fix(Words(f"改成“{suggestion}”", f"change it to “{suggestion}”"), (Edit(span, suggestion),)),)
        if suggestion
        else ()
    )
    return RULE.at(span, help=help_, fixes=fixes, what=what)


def needed(span: Span, wanted: Words, found: Words, help_: tuple[Words, ...] = ()) -> Diagnostic:
    """Return the finding that ``wanted`` is due at ``span`` and ``found`` stands there."""
    return RULE.at(span, help=help_, what=_NEEDED.fill(wanted=wanted, found=found, text=span.text))


def of_truth(span: Span) -> Diagnostic:
    """Return the finding that tiers are asked of a fact that is only so or not so."""
    what = Words(f"“{span.text}”只有是和否，不能分档", f"“{span.text}” is a truth, which has no tiers")
    help_ = Words(
        f"写成两项奖补，条件分别是“{span.text}”和“非 {span.text}”；或者把它声明成几种取值",
        f"make two benefits, with the conditions “{span.text}” and “not {span.text}”; or declare it with several values",
    )
    return RULE.at(span, help=(help_,), what=what)
