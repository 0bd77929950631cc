"""名称由汉字和字母组成，不含数字（DCMM3 这样字母开头的可以）、空格和标点，不以“以上”“以下”开头，不含“每”。

错误的写法：

```pol
政策 示范措施
  简称：demo
对象 企业
  年度支出：金额，每年
条 1 支持
  奖补 5万元奖  # error
    支持对象：企业
    标准：5万元
```

正确的写法：

```pol
政策 示范措施
  简称：demo
对象 企业
  年度支出：金额，每年
条 1 支持
  奖补 五万元奖
    支持对象：企业
    标准：5万元
```

怎么改：换一个名称。

---
A name is made of characters and letters, without digits (except after Latin letters, as in DCMM3), blanks or punctuation; it does not
begin with 以上 or 以下 and does not hold 每.

Bad:

```pol
policy 示范措施
  id: demo
subject 企业
  年度支出: money, yearly
clause 1 支持
  benefit 5万元奖  # error
    for: 企业
    pay: 5万元
```

Good:

```pol
policy 示范措施
  id: demo
subject 企业
  年度支出: money, yearly
clause 1 支持
  benefit 五万元奖
    for: 企业
    pay: 5万元
```

How to fix: choose another name.
"""

from __future__ import annotations

from polc.diagnostics import Diagnostic, Edit, Fix, Rule, Severity, Words
from polc.text import Span

RULE = Rule(
    "bad-name",
    Severity.ERROR,
    title=Words("不能这样起名", "a name that cannot be"),
    message=Words("“{text}”不能作名称：{why}", "“{text}” cannot be a name: {why}"),
    page=__doc__ or "",
)

_HELP = Words(
    "换一个只有文字的名称，用到它的地方一起改", "choose a name of letters only, and change it wherever it is used"
)


def bad_name(span: Span, text: str, why: Words, better: str = "") -> Diagnostic:
    """Return the finding that ``text`` cannot be a name, and why; ``better`` is a name that could be meant."""
    fix = Fix(
        Words(f"改成 {better}，用到它的地方也要改", f"write {better}, and so wherever it is used"),
        (Edit(span, better),),
    )
    return RULE.at(span, help=() if better else (_HELP,), fixes=(fix,) if better else (), text=text, why=why)
