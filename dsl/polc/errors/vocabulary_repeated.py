"""引用来的对象，又声明了一次词汇里已有的事实，说得一样。现在没有坏处；词汇以后改了，这里就成了两个说法。

共用词汇 common.pol：

```pol title="common.pol"
词汇 共用词汇
对象 企业
  年度支出：金额，每年
  高新企业：是否
```

错误的写法：

```pol
政策 示范措施
  简称：demo
  引用：common.pol
对象 企业
  高新企业：是否  # error
条 1 支持
  奖补 甲补贴
    支持对象：企业
    条件：高新企业
    标准：年度支出 × 30%
```

正确的写法：

```pol
政策 示范措施
  简称：demo
  引用：common.pol
条 1 支持
  奖补 甲补贴
    支持对象：企业
    条件：高新企业
    标准：年度支出 × 30%
```

怎么改：删掉这一行，用词汇里的。

---
A fact that the imported vocabulary has is declared again, in the same way. That does no harm now; once the vocabulary changes, there are two versions.

The vocabulary common.pol:

```pol title="common.pol"
vocabulary 共用词汇
subject 企业
  年度支出: money, yearly
  高新企业: truth
```

Bad:

```pol
policy 示范措施
  id: demo
  import: common.pol
subject 企业
  高新企业: truth  # error
clause 1 支持
  benefit 甲补贴
    for: 企业
    when: 高新企业
    pay: 年度支出 × 30%
```

Good:

```pol
policy 示范措施
  id: demo
  import: common.pol
clause 1 支持
  benefit 甲补贴
    for: 企业
    when: 高新企业
    pay: 年度支出 × 30%
```

How to fix: delete the line; the one of the vocabulary is used.
"""

from __future__ import annotations

from polc.diagnostics import Diagnostic, Edit, Fix, Label, Rule, Severity, Words
from polc.text import Span

RULE = Rule(
    "vocabulary-repeated",
    Severity.WARNING,
    title=Words("词汇里已经有了", "already in the vocabulary"),
    message=Words("“{name}”词汇里已经有了，说得一样", "“{name}” is in the vocabulary already, and says the same"),
    page=__doc__ or "",
)

_DELETE = Words("删掉这一行，用词汇里的", "delete the line; the one of the vocabulary is used")


def vocabulary_repeated(span: Span, name: str, first: Span) -> Diagnostic:
    """Return the finding that a fact was declared just so in the vocabulary, at ``first``."""
    source, line = span.source, span.begin.line
    start = source.line_start(line)
    end = source.line_start(line + 1) if line < source.line_count else len(source.text)
    fix = Fix(_DELETE, (Edit(Span(source, start, end), ""),), safe=True)
    related = (Label(first, Words("词汇里在这里", "the vocabulary has it here")),)
    return RULE.at(span, related=related, help=(_DELETE,), fixes=(fix,), name=name)
