"""词汇只说大家共用的词：对象和它们的事实、定义、约束。条、奖补、适用 属于哪一份政策，就写在那一份里。

错误的写法：

```pol
词汇 共用词汇
对象 企业
  年度支出：金额，每年
  高新企业：是否
条 1 支持  # error
  奖补 甲补贴
    支持对象：企业
    标准：5万元
```

正确的写法：

```pol
词汇 共用词汇
对象 企业
  年度支出：金额，每年
  高新企业：是否
约束：年度支出 不超过 1亿元
```

怎么改：把这些移到政策里，在政策里写“引用：词汇的路径”；如果这本来是一份政策，把“词汇”改成“政策”。

---
A vocabulary says the words that policies share: subjects with their facts, definitions, laws. Clauses, benefits and scope belong to one policy, and stand there.

Bad:

```pol
vocabulary 共用词汇
subject 企业
  年度支出: money, yearly
  高新企业: truth
clause 1 支持  # error
  benefit 甲补贴
    for: 企业
    pay: 5万元
```

Good:

```pol
vocabulary 共用词汇
subject 企业
  年度支出: money, yearly
  高新企业: truth
law: 年度支出 not_exceeding 1亿元
```

How to fix: move them into the policy, which says “import: PATH OF THE VOCABULARY”; if this is a policy, write “policy” instead of “vocabulary”.
"""

from __future__ import annotations

from polc.diagnostics import Diagnostic, Label, Rule, Severity, Words
from polc.text import Span

RULE = Rule(
    "vocabulary-with-clauses",
    Severity.ERROR,
    title=Words("词汇里写了别的", "more than words in a vocabulary"),
    message=Words("词汇里不写“{keyword}”", "a vocabulary holds no “{keyword}”"),
    page=__doc__ or "",
)

_HELP = Words(
    "词汇里只有 对象、定义、约束、引用；别的写进政策",
    "a vocabulary holds subject, define, law and import; the rest belongs into a policy",
)


def vocabulary_with_clauses(span: Span, keyword: str, head: Span, more: int) -> Diagnostic:
    """Return the finding that a vocabulary, begun at ``head``, holds a ``keyword``, and ``more`` of the kind."""
    related = (Label(head, Words("词汇从这里开始", "the vocabulary begins here")),)
    notes = (Words(f"后面还有 {more} 处", f"and {more} more below"),) if more else ()
    return RULE.at(span, related=related, help=(_HELP,), notes=notes, keyword=keyword)
