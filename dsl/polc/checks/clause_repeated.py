"""两条用了同一个编号。别处说“第几条”时，就不知道说的是哪一条。

错误的写法：

```pol
政策 示范措施
  简称：demo
对象 企业
  年度支出：金额，每年
  高新企业：是否
条 1 支持
  宣示：“鼓励”
条 1 再支持  # error
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

怎么改：按原文改编号；原文本身重了号，就写“已知问题 clause-repeated：理由”。

---
Two clauses have one number, so that a reference to it could mean either.

Bad:

```pol
policy 示范措施
  id: demo
subject 企业
  年度支出: money, yearly
  高新企业: truth
clause 1 支持
  exhort: “鼓励”
clause 1 再支持  # error
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

How to fix: number it as the text does; where the text itself repeats a number, say so with 已知问题.
"""

from __future__ import annotations

from collections.abc import Iterator

from polc.checks.draft import Checked
from polc.diagnostics import Diagnostic, Label, Rule, Severity, Words
from polc.model.policy import Clause

RULE = Rule(
    "clause-repeated",
    Severity.ERROR,
    title=Words("条的编号重复", "clause number repeated"),
    message=Words("编号 {number} 用了两次", "the number {number} is used twice"),
    page=__doc__ or "",
)

_HELP = Words(
    "对照文件改成这一条自己的编号；本来是一条的，把内容并到前一处",
    "give it its own number, as the document has it; where it is one clause, move its lines to the first",
)


def check(draft: Checked) -> Iterator[Diagnostic]:
    """Yield every clause whose number an earlier clause has. A chapter may begin to count from 1 again (附则)."""
    seen: dict[object, Clause] = {}
    for clause in draft.policy.clauses:
        key = (clause.run, clause.ordinal if clause.ordinal is not None else clause.number)
        if key in seen and clause.number:
            related = (Label(seen[key].span, Words("先在这里用过", "first used here")),)
            yield RULE.at(clause.span, related=related, help=(_HELP,), number=clause.number)
        seen.setdefault(key, clause)
