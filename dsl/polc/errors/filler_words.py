"""标准 和 上限 只写算式：5万元，投入 × 15%。“给予”“一次性奖励”“补助”这样的话留在原文里。

错误的写法：

```pol
政策 示范措施
  简称：demo
对象 企业
  年度支出：金额，每年
  级别：无、市级、省级
条 1 支持
  奖补 甲补贴
    支持对象：企业
    标准：给予5万元奖励  # error
```

正确的写法：

```pol
政策 示范措施
  简称：demo
对象 企业
  年度支出：金额，每年
  级别：无、市级、省级
条 1 支持
  奖补 甲补贴
    支持对象：企业
    标准：5万元
```

怎么改：删掉这些话；“一次性”写在 享受 或 次数 里。

---
A pay or cap line holds the formula alone: 5万元, 投入 × 15%. Words such as 给予 (grant) or 奖励 (award) stay in the quotation.

Bad:

```pol
政策 示范措施
  简称：demo
对象 企业
  年度支出：金额，每年
  级别：无、市级、省级
条 1 支持
  奖补 甲补贴
    支持对象：企业
    标准：给予5万元奖励  # error
```

Good:

```pol
政策 示范措施
  简称：demo
对象 企业
  年度支出：金额，每年
  级别：无、市级、省级
条 1 支持
  奖补 甲补贴
    支持对象：企业
    标准：5万元
```

How to fix: delete those words; “once” belongs in per or times.
"""

from __future__ import annotations

from polc.diagnostics import Diagnostic, Edit, Fix, Rule, Severity, Words
from polc.text import Span

RULE = Rule(
    "filler-words",
    Severity.ERROR,
    title=Words("多余的话", "words a formula does not need"),
    message=Words(
        "这里只写算式，不用“{words}”",
        "only the formula stands here, without “{words}”",
    ),
    page=__doc__ or "",
)


def filler_words(span: Span, words: str, formula: str) -> Diagnostic:
    """Return the finding that a value holds words of a sentence; ``formula`` is the value without them."""
    fix = Fix(Words(f"改成 {formula}", f"write {formula}"), (Edit(span, formula),))
    return RULE.at(span, fixes=(fix,), words=words)
