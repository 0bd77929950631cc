"""原文说“最高50万元”，编码写成了正好50万元；或者反过来，原文说给50万元，编码写成最高50万元。“最高”是还要核定的意思，给多少由核定的人定，两样算出来的结果不一样。

只看标准、分档里给的数，对着引用的原句；上限本来就是最高，不看。同一个数在原句里两样说法都有的，也不看。

错误的写法：

```pol
政策 示范措施
  简称：demo
对象 企业
  首次认定：是否
条 1 支持
  奖补 认定奖
    原文：“对首次认定的企业，给予最高50万元一次性奖励”
    支持对象：企业
    享受：每家企业 一次
    条件：首次认定
    标准：50万元  # error
```

正确的写法：

```pol
政策 示范措施
  简称：demo
对象 企业
  首次认定：是否
条 1 支持
  奖补 认定奖
    原文：“对首次认定的企业，给予最高50万元一次性奖励”
    支持对象：企业
    享受：每家企业 一次
    条件：首次认定
    标准：最高 50万元
```

怎么改：对照原文，加上或者去掉“最高”。原文别处说了都是最高的（“百分比均指最高比例”），写成 `通则`；拿不准的写成疑义。

---
The text says “at most 50万元” (最高) and the encoding pays exactly that; or the other way round. “At most” leaves the figure to whoever decides,
and what is worked out differs.

Looked at are the figures of the standard and the tiers beside the quoted sentence. A cap is “at most” anyway; a figure that the sentence writes both
ways is left alone.

Bad:

```pol
policy 示范措施
  id: demo
subject 企业
  首次认定: truth
clause 1 支持
  benefit 认定奖
    quote: “对首次认定的企业，给予最高50万元一次性奖励”
    for: 企业
    per: per 家企业 once
    when: 首次认定
    pay: 50 wan_yuan  # error
```

Good:

```pol
policy 示范措施
  id: demo
subject 企业
  首次认定: truth
clause 1 支持
  benefit 认定奖
    quote: “对首次认定的企业，给予最高50万元一次性奖励”
    for: 企业
    per: per 家企业 once
    when: 首次认定
    pay: up_to 50 wan_yuan
```

How to fix: compare with the text, and put `up_to` in or take it out. Where the text says elsewhere that all rates are at most, write a `rule`; where it is open, a
doubt.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from polc.checks.draft import Checked
from polc.checks.figures import Figure, in_text
from polc.diagnostics import Diagnostic, Label, Rule, Severity, Words
from polc.model.expressions import Arithmetic, Expression, Kind, Quantity, UpTo
from polc.model.policy import Benefit, Stated
from polc.model.values import NoneStated, Quote
from polc.text import Span

RULE = Rule(
    "up-to-mismatch",
    Severity.WARNING,
    title=Words("最高还是正好，和原文不一样", "at most, or exactly: not as the text has it"),
    message=Words("“{name}”和原文不一样：{why}", "“{name}” is not as the text has it: {why}"),
    page=__doc__ or "",
)
_EXACT = Words("原文说“{words}”，这里写成正好 {figure}", "the text says “{words}”, and this pays exactly {figure}")
_UP_TO = Words(
    "原文说给 {figure}，没有说最高，这里写成最高", "the text gives {figure} and does not say at most; this does"
)
_TEXT = Words("原文在这里说", "the text says so here")
_MOST = re.compile(r"最高|最多|不超过|不高于|上限")
_SEGMENT = re.compile(r"[，,。；;：:（(]")
_NEAR = 40


def check(draft: Checked) -> Iterator[Diagnostic]:
    """Yield every figure of a standard or a tier that the quoted sentence writes with 最高 where the encoding does not, or the other way round."""
    mood = any(rule.base.mood is not None for rule in draft.policy.rules)
    for benefit in draft.policy.benefits:
        for quantity, most, place in _paid(benefit):
            if mood and quantity.kind is Kind.RATE:
                continue
            said = list(_said(benefit, quantity))
            ways = {bool(words) for _, words in said}
            if len(ways) != 1 or most in ways:
                continue
            quote, words = said[0]
            text = quantity.span.text if quantity.span else str(quantity.value)
            why = _UP_TO.fill(figure=text) if most else _EXACT.fill(words=words, figure=text)
            yield RULE.at(place, related=(Label(quote.span, _TEXT),), name=benefit.name, why=why)


def _paid(benefit: Benefit) -> Iterator[tuple[Quantity, bool, Span]]:
    """Yield the sums and rates that a benefit pays as it stands, whether each is 最高, and its line."""
    terms = benefit.base
    if (
        terms.pay is not None
        and terms.pay.value is not None
        and not isinstance(terms.pay.value, NoneStated)
        and not terms.pay.silent
    ):
        for quantity, most in _figures(terms.pay.value):
            yield quantity, most, terms.pay.span
    table = terms.tiers.value if terms.tiers is not None else None
    for row in table.rows if table is not None else ():
        if row.span is not None:
            yield from ((quantity, most, row.span) for quantity, most in _figures(row.award))


def _figures(award: Expression, *, most: bool = False) -> Iterator[tuple[Quantity, bool]]:
    match award:
        case UpTo(operand=operand):
            yield from _figures(operand, most=True)
        case Quantity(kind=Kind.MONEY | Kind.RATE):
            yield award, most
        case Arithmetic(operator="×", left=left, right=right):
            whole = most or isinstance(left, UpTo) or isinstance(right, UpTo)
            yield from _figures(left, most=whole)
            yield from _figures(right, most=whole)
        case _:  # sums and differences are put together from several sentences
            return


def _said(benefit: Benefit, quantity: Quantity) -> Iterator[tuple[Stated[Quote], str]]:
    """Yield each place where the quotes of a benefit write a figure: the quote, and the words of 最高 with it (or “”)."""
    for quote in benefit.quotes:
        text = quote.value.text if quote.value is not None else ""
        figures = in_text(text)
        for figure in figures:
            if figure.value == quantity.value and (figure.kind == "rate") == (quantity.kind is Kind.RATE):
                yield quote, _most(text, figure)


def _most(text: str, figure: Figure) -> str:
    """Return the words that make a figure the most there can be, from 最高 to the figure; “” where there are none."""
    start = max((match.end() for match in _SEGMENT.finditer(text, 0, figure.start)), default=0)
    found = list(_MOST.finditer(text, max(start, figure.start - _NEAR), figure.start))
    if found:
        return text[found[-1].start() : figure.start + len(figure.text)]
    behind = text[figure.start + len(figure.text) :]
    return text[figure.start : figure.start + len(figure.text) + 2] if behind.startswith(("以内", "以下")) else ""
