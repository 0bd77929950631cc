"""条的编号跳过了一个数。多半是漏编了一条，或者原文删过一条没有改号。

错误的写法：

```pol
政策 示范措施
  简称：demo
对象 企业
  年度支出：金额，每年
  高新企业：是否
条 1 支持
  宣示：“鼓励”
条 3 再支持  # error
  宣示：“鼓励”
```

正确的写法：

```pol
政策 示范措施
  简称：demo
对象 企业
  年度支出：金额，每年
  高新企业：是否
条 1 支持
  宣示：“鼓励”
条 2 再支持
  宣示：“鼓励”
```

怎么改：补上漏掉的那一条，或者改编号。

---
The clause numbers skip one: a clause was left out, or deleted without renumbering.

Bad:

```pol
policy 示范措施
  id: demo
subject 企业
  年度支出: money, yearly
  高新企业: truth
clause 1 支持
  exhort: “鼓励”
clause 3 再支持  # error
  exhort: “鼓励”
```

Good:

```pol
policy 示范措施
  id: demo
subject 企业
  年度支出: money, yearly
  高新企业: truth
clause 1 支持
  exhort: “鼓励”
clause 2 再支持
  exhort: “鼓励”
```

How to fix: encode the clause that is missing, or renumber.
"""

from __future__ import annotations

from collections.abc import Iterator
from itertools import pairwise

from polc.checks.draft import Checked
from polc.diagnostics import Diagnostic, Label, Rule, Severity, Words

RULE = Rule(
    "clause-skipped",
    Severity.WARNING,
    title=Words("条的编号不连续", "clause numbers skip"),
    message=Words("{before} 之后是 {number}，中间少了编号", "{number} follows {before}: a number is skipped"),
    page=__doc__ or "",
)


def check(draft: Checked) -> Iterator[Diagnostic]:
    """Yield every clause that follows its neighbour by more than one."""
    clauses = [clause for clause in draft.policy.clauses if clause.ordinal is not None]
    for before, clause in pairwise(clauses):
        if before.ordinal is not None and clause.ordinal is not None and clause.ordinal > before.ordinal + 1:
            related = (Label(before.span, Words("前一条", "the one before")),)
            yield RULE.at(clause.span, related=related, before=before.number, number=clause.number)
