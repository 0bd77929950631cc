"""÷ 只能写在 定义 里：占比、增速先起一个名称，再拿名称去比较，这样除数为零时才说得清。

错误的写法：

```pol
政策 示范措施
  简称：demo
对象 企业
  年度支出：金额，每年
  高新企业：是否
  职工数：个数
  研发人员数：个数
条 1 支持
  奖补 甲补贴
    支持对象：企业
    条件：研发人员数 ÷ 职工数 达到 30%  # error
    标准：5万元
```

正确的写法：

```pol
政策 示范措施
  简称：demo
对象 企业
  年度支出：金额，每年
  高新企业：是否
  职工数：个数
  研发人员数：个数
定义 研发人员占比：研发人员数 ÷ 职工数
条 1 支持
  奖补 甲补贴
    支持对象：企业
    条件：研发人员占比 达到 30%
    标准：5万元
```

怎么改：写一行“定义 名称：甲 ÷ 乙”，条件里用名称。

---
÷ stands only in a definition: give the ratio a name and compare the name, so that a zero divisor has a meaning.

Bad:

```pol
policy 示范措施
  id: demo
subject 企业
  年度支出: money, yearly
  高新企业: truth
  职工数: count
  研发人员数: count
clause 1 支持
  benefit 甲补贴
    for: 企业
    when: 研发人员数 ÷ 职工数 >= 30%  # error
    pay: 5万元
```

Good:

```pol
policy 示范措施
  id: demo
subject 企业
  年度支出: money, yearly
  高新企业: truth
  职工数: count
  研发人员数: count
define 研发人员占比: 研发人员数 ÷ 职工数
clause 1 支持
  benefit 甲补贴
    for: 企业
    when: 研发人员占比 >= 30%
    pay: 5万元
```

How to fix: write “define NAME: A ÷ B” and use the name.
"""

from __future__ import annotations

from polc.diagnostics import Diagnostic, Rule, Severity, Words
from polc.text import Span

RULE = Rule(
    "division-outside-definition",
    Severity.ERROR,
    title=Words("÷ 写在了定义之外", "division outside a definition"),
    message=Words("“{text}”里的 ÷ 要写在 定义 里", "the ÷ in “{text}” belongs in a definition"),
    page=__doc__ or "",
)


def division_outside_definition(span: Span) -> Diagnostic:
    """Return the finding that a ÷ stands outside 定义."""
    help_ = (
        Words("写一行“定义 占比：{text}”，这里用“占比”", "write “define 占比: {text}” and use “占比” here").fill(
            text=span.text
        ),
    )
    return RULE.at(span, help=help_, text=span.text)
