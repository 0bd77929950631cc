"""原文里有一句写了金额或比例，没有哪一处引用它。钱在这句话里，编码里没有。

设 source.txt 是：

```text
1. 支持。给予5万元奖励。对高新企业再给予3万元奖励。
```

错误的写法：

```pol
政策 示范措施
  简称：demo
  原文文件：source.txt
对象 企业
  年度支出：金额，每年
  高新企业：是否
条 1 支持  # error
  奖补 甲奖励
    原文：“给予5万元奖励”
    支持对象：企业
    标准：5万元
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
  奖补 甲奖励
    原文：“给予5万元奖励”
    支持对象：企业
    标准：5万元
  奖补 乙奖励
    原文：“对高新企业再给予3万元奖励”
    支持对象：企业
    条件：高新企业
    标准：3万元
```

怎么改：给这句话写一项 奖补、要求 或 另行规定，并引用它。

---
A sentence of the source states an amount or a rate, and nothing quotes it: there is money in it that the encoding lacks.

Let source.txt be:

```text
1. 支持。给予5万元奖励。对高新企业再给予3万元奖励。
```

Bad:

```pol
policy 示范措施
  id: demo
  source: source.txt
subject 企业
  年度支出: money, yearly
  高新企业: truth
clause 1 支持  # error
  benefit 甲奖励
    quote: “给予5万元奖励”
    for: 企业
    pay: 5万元
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
  benefit 甲奖励
    quote: “给予5万元奖励”
    for: 企业
    pay: 5万元
  benefit 乙奖励
    quote: “对高新企业再给予3万元奖励”
    for: 企业
    when: 高新企业
    pay: 3万元
```

How to fix: write a benefit, a requirement or a reference for the sentence, and quote it.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from polc.checks.draft import Checked
from polc.checks.figures import in_text
from polc.checks.official import covered
from polc.checks.outline import outline
from polc.diagnostics import Diagnostic, Label, Rule, Severity, Words
from polc.model.policy import Policy

RULE = Rule(
    "sentence-not-encoded",
    Severity.WARNING,
    title=Words("写了金额的一句没有编码", "a sentence with an amount that nothing encodes"),
    message=Words("原文的“{sentence}”没有哪一处引用", "nothing quotes “{sentence}” of the source"),
    page=__doc__ or "",
)

_SENTENCE = re.compile(r"[^。；;\n]+")
_SHOWN = 30


def check(draft: Checked) -> Iterator[Diagnostic]:
    """Yield every sentence of the official text with an amount or a rate that no quote covers."""
    official = draft.official
    if official is None:
        return
    marks = covered(official, quotes(draft.policy))
    clauses = {(clause.run, clause.ordinal): clause.span for clause in draft.policy.clauses}
    text = outline(official)
    for match in _SENTENCE.finditer(official.text):
        loose = [
            figure
            for figure in in_text(match.group())
            if figure.kind in ("money", "rate")
            and not marks.all_of(
                official.span(match.start() + figure.start, match.start() + figure.start + len(figure.text))
            )
        ]
        if not loose:
            continue
        span = official.span(match.start(), match.end())
        home = next((p for p in text.clauses if p.span.start <= span.start < p.span.end), None)
        place = clauses.get((text.run_of(home), home.ordinal) if home else (0, None), draft.policy.span)
        words = match.group().strip()
        shown = words if len(words) <= _SHOWN else words[:_SHOWN] + "…"
        yield RULE.at(place, related=(Label(span, Words("原文在这里", "the source says it here")),), sentence=shown)


def quotes(policy: Policy) -> list[str]:
    """Return all the words of the official text that the policy quotes."""
    stated = [
        *(quote for part in policy.parts for quote in part.quotes),
        *(quote for clause in policy.clauses for quote in clause.quotes),
        *(quote for passage in policy.passages for quote in passage.quotes),
    ]
    doubts = [*policy.doubts, *(doubt for part in policy.parts for doubt in part.doubts)]
    return [line.value.text for line in stated if line.value is not None] + [d.words for d in doubts if d.words]
