"""原文里有这一条，.pol 里没有。不算钱的条也要写进来：宣示、另行规定、要求，都行；只是不能不写。

设 source.txt 是：

```text
1. 支持。鼓励企业发展。
2. 奖励。给予5万元奖励。
```

错误的写法：

```pol
政策 示范措施  # error
  简称：demo
  原文文件：source.txt
对象 企业
  年度支出：金额，每年
  高新企业：是否
条 1 支持
  宣示：“鼓励企业发展”
```

正确的写法：

```pol
政策 示范措施
  简称：demo
  原文文件：source.txt
对象 企业
  年度支出：金额，每年
  高新企业：是否
条 1 支持
  宣示：“鼓励企业发展”
条 2 奖励
  奖补 甲奖励
    原文：“给予5万元奖励”
    支持对象：企业
    标准：5万元
```

怎么改：补上“条 编号 标题”。

---
The source has this clause and no .pol file does. What pays nothing is encoded too, as 宣示, 另行规定 or 要求.

Let source.txt be:

```text
1. 支持。鼓励企业发展。
2. 奖励。给予5万元奖励。
```

Bad:

```pol
policy 示范措施  # error
  id: demo
  source: source.txt
subject 企业
  年度支出: money, yearly
  高新企业: truth
clause 1 支持
  exhort: “鼓励企业发展”
```

Good:

```pol
policy 示范措施
  id: demo
  source: source.txt
subject 企业
  年度支出: money, yearly
  高新企业: truth
clause 1 支持
  exhort: “鼓励企业发展”
clause 2 奖励
  benefit 甲奖励
    quote: “给予5万元奖励”
    for: 企业
    pay: 5万元
```

How to fix: add “clause NUMBER TITLE”.
"""

from __future__ import annotations

from collections.abc import Iterator

from polc.checks.draft import Checked
from polc.checks.outline import outline
from polc.diagnostics import Diagnostic, Label, Rule, Severity, Words

RULE = Rule(
    "clause-not-encoded",
    Severity.WARNING,
    title=Words("原文的一条没有编码", "a clause of the source that nothing encodes"),
    message=Words("原文的 {number} 没有编码", "clause {number} of the source is not encoded"),
    page=__doc__ or "",
)


def check(draft: Checked) -> Iterator[Diagnostic]:
    """Yield every numbered clause of the official text that no 条 has."""
    official = draft.official
    if official is None:
        return
    have = {(clause.run, clause.ordinal) for clause in draft.policy.clauses}
    text = outline(official)
    for clause in text.clauses:
        if clause.ordinal is not None and (text.run_of(clause), clause.ordinal) not in have:
            related = (Label(clause.span, Words("原文在这里", "the source says it here")),)
            yield RULE.at(draft.policy.span, related=related, number=text.path_of(clause))
