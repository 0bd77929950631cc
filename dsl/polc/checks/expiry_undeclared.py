"""有效期写的是多长，没有约定期满在哪一天。

“有效期3年”，到第三年的对应日为止，还是到前一日为止，差一天；施行的那一天正好是 12月31日 的，按年算就差一年。写明了，就不用猜。

错误的写法：

```pol
政策 示范措施
  简称：demo
  施行：自 2026年3月2日
  有效期：3年  # error
对象 企业
  达标：是否
条 1 支持
  奖补 奖励
    支持对象：企业
    享受：每家企业 一次
    条件：达标
    标准：5万元
```

正确的写法：

```pol
政策 示范措施
  简称：demo
  施行：自 2026年3月2日
  有效期：3年
  约定：未写，暂按 期满 前一日
对象 企业
  达标：是否
条 1 支持
  奖补 奖励
    支持对象：企业
    享受：每家企业 一次
    条件：达标
    标准：5万元
```

怎么改：原文说了的，写 `约定：期满 前一日` 或者 `约定：期满 对应日`；没有说的，写 `约定：未写，暂按 期满 前一日`；拿不准又要紧的，写成疑义。
现在暂按前一日算，`polc eval` 在两种算法不一样的那一天会说出来。

---
The policy lasts for years or months, and nothing says on which day that ends: on the corresponding day, or on the day before.

Bad:

```pol
policy demo measure
  id: demo
  in_force: from 2026-03-02
  valid: 3years  # error
subject firm
  meets: truth
clause 1 support
  benefit award
    for: firm
    per: per firm once
    when: meets
    pay: 5wan_yuan
```

Good:

```pol
policy demo measure
  id: demo
  in_force: from 2026-03-02
  valid: 3years
  convention: silent, presume expiry day_before
subject firm
  meets: truth
clause 1 support
  benefit award
    for: firm
    per: per firm once
    when: meets
    pay: 5wan_yuan
```

How to fix: write 约定 (convention): 期满 前一日 (expiry day_before) or 期满 对应日 (expiry same_day); 未写，暂按 … (silent, presume …) where the text does
not say; a doubt where it matters. For now it ends on the day before, and polc eval says so on the day on which the two differ.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from polc.checks.draft import Checked
from polc.diagnostics import Diagnostic, Edit, Fix, Rule, Severity, Words
from polc.model.policy import Terms
from polc.passes.lower.force import lasting, of_part, says_expiry, start_day
from polc.readers.prose import figures
from polc.text import Span

RULE = Rule(
    "expiry-undeclared",
    Severity.NOTE,
    title=Words("没有约定期满在哪一天", "expiry undeclared"),
    message=Words(
        "有效期 {period}，没有约定期满在前一日还是对应日", "valid for {period}, and nothing says on which day that ends"
    ),
    page=__doc__ or "",
)
_BEFORE = Words("期满在前一日的（现在就是这样算的）", "where it ends on the day before (as it is reckoned now)")
_SAME = Words("期满在对应日的（多一天）", "where it ends on the corresponding day (a day later)")


def check(draft: Checked) -> Iterator[Diagnostic]:
    """Yield every 有效期 that is a duration, where no 约定 says on which day it ends, under the working readings."""
    lowered = draft.compiled.lowered()
    whole = lowered.whole
    if says_expiry(whole):
        return
    seen: set[object] = set()
    for terms in (whole, *(of_part(whole, lowered.terms(plan)) for plan in lowered.plans.values())):
        period = lasting(terms)
        line = terms.valid
        if period is None or line is None or line.span in seen:
            continue
        seen.add(line.span)
        length = line.value.lasts.span if line.value and line.value.lasts else None
        found = RULE.at(length or line.span, period=length.text if length else f"{period.length}{period.unit}")
        yield found.with_(notes=_both(terms), fixes=_offers(line.span) if terms is whole else ())


def _offers(valid: Span) -> tuple[Fix, ...]:
    """Return a line of 约定 below 有效期, either way."""
    source, line = valid.source, valid.begin.line
    text = source.line_text(line)
    indent = text[: len(text) - len(text.lstrip())]
    behind = source.line_start(line) + len(text)
    english = valid.text.isascii() or text.lstrip()[:1].isascii()
    said = (
        ("convention: expiry day_before", "convention: expiry same_day")
        if english
        else ("约定：期满 前一日", "约定：期满 对应日")
    )
    edits = (Edit(Span(source, behind, behind), f"\n{indent}{each}") for each in said)
    return tuple(Fix(words, (edit,)) for words, edit in zip((_BEFORE, _SAME), edits, strict=True))


def _both(terms: Terms) -> tuple[Words, ...]:
    period, start = lasting(terms), start_day(terms)
    if period is None or start is None:
        return ()
    one, other = (figures.day(replace(period, same_day=same).last_day(start)) for same in (False, True))
    said = Words("前一日是 {one}，对应日是 {other}", "the day before is {one}, the corresponding day {other}")
    return (said.fill(one=one, other=other),)
