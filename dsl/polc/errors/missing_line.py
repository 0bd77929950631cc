"""这一块少了一行没有它就算不出来的内容：奖补 要写 支持对象 和 标准（或 分档），要求 要写 须。

错误的写法：

```pol
政策 示范措施
  简称：demo
对象 企业
  年度支出：金额，每年
  高新企业：是否
条 1 支持
  奖补 甲补贴  # error
    支持对象：企业
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

怎么改：补上这一行；原文没有写的，写“未写”；原文留待以后定的，写“待定 资金”。

---
A line is missing without which nothing can be computed: a benefit needs 支持对象 and 标准 (or 分档), a requirement needs 须.

Bad:

```pol
policy 示范措施
  id: demo
subject 企业
  年度支出: money, yearly
  高新企业: truth
clause 1 支持
  benefit 甲补贴  # error
    for: 企业
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

How to fix: add the line; write 未写 where the text is silent, 待定 资金 where it leaves the figure to later.
"""

from __future__ import annotations

from polc.diagnostics import Diagnostic, Rule, Severity, Words
from polc.text import Span

RULE = Rule(
    "missing-line",
    Severity.ERROR,
    title=Words("少了一行", "a line is missing"),
    message=Words("“{name}”里少了“{line}”", "“{name}” has no “{line}” line"),
    page=__doc__ or "",
)


def missing_line(span: Span, name: str, line: Words, example: Words) -> Diagnostic:
    """Return the finding that a block lacks a line it cannot do without."""
    help_ = (Words("补一行，例如 {example}", "add one, for example {example}").fill(example=example),)
    return RULE.at(span, help=help_, name=name, line=line)
