"""编码里有一个数，引用的原句里没有。多半是抄错了，或者少引了一句。

错误的写法：

```pol
政策 示范措施
  简称：demo
对象 企业
  年度支出：金额，每年
  高新企业：是否
条 1 支持
  奖补 甲补贴
    原文：“按支出的比例给予补助”
    支持对象：企业
    标准：年度支出 × 35%  # error
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
    原文：“按支出的35%给予补助”
    支持对象：企业
    标准：年度支出 × 35%
```

怎么改：核对原文，改数或者补引原句；推算出来的数，写“已知问题 number-not-in-source：理由”。

---
The encoding has a figure that its quoted sentence never mentions: a slip of the pen, or a sentence left unquoted.

Bad:

```pol
policy 示范措施
  id: demo
subject 企业
  年度支出: money, yearly
  高新企业: truth
clause 1 支持
  benefit 甲补贴
    quote: “按支出的比例给予补助”
    for: 企业
    pay: 年度支出 × 35%  # error
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
    quote: “按支出的35%给予补助”
    for: 企业
    pay: 年度支出 × 35%
```

How to fix: check the text; mend the figure or quote the sentence. Where the figure is derived, say so with 已知问题 (known).
"""

from __future__ import annotations

from collections.abc import Iterator
from fractions import Fraction

from polc.checks.draft import Checked
from polc.checks.figures import in_part, in_text, unmatched, worked_out
from polc.checks.instalments import is_instalment
from polc.diagnostics import Diagnostic, Rule, Severity, Words

RULE = Rule(
    "number-not-in-source",
    Severity.WARNING,
    title=Words("编码里的数原句没有", "a figure that the sentence does not have"),
    message=Words("“{name}”里的 {figure}，引用的原句里没有", "the {figure} of “{name}” is in none of its sentences"),
    page=__doc__ or "",
)

_NOTHING = Fraction(0)


def check(draft: Checked) -> Iterator[Diagnostic]:
    """Yield every figure of a part's encoding (readings aside) that none of its quotes states; a part without quotes is left."""
    for part in draft.policy.parts:
        texts = [quote.value.text for quote in part.quotes if quote.value is not None]
        if not texts:
            continue
        clause = draft.policy.clause(part.clause)
        texts.extend(quote.value.text for quote in (clause.quotes if clause else ()) if quote.value is not None)
        texts.extend(
            quote.value.text
            for other in draft.policy.parts
            if other.clause == part.clause
            for quote in other.quotes
            if quote.value is not None
        )
        stated = [figure for text in texts for figure in (*in_text(text), *worked_out(text))]
        for figure in unmatched(in_part(part, readings=False), stated):
            if figure.value == _NOTHING or figure.derived or (figure.kind == "rate" and figure.value == 1):
                continue
            if not is_instalment(figure, part, stated):
                yield RULE.at(figure.place or part.span, figure=figure.text, name=part.name)
