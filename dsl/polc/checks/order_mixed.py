"""同一份文件里，有的句子从高到低列（国家级、省级），有的从低到高列（省级、国家级），后面又都跟着“分别”。单看都不错，读的人一串行就对反了。

只看“分别”前面的级别，一份政策合成一条，标在少的那一种上。

错误的写法：

```pol
政策 示范措施
  简称：demo
对象 企业
  年度营业收入：金额，每年
条 1 支持
  宣示
    原文：“被认定为国家级、省级项目的，分别奖励100万元、50万元”
  宣示
    原文：“被认定为省级、国家级平台的，分别奖励50万元、100万元”  # error
```

正确的写法：

```pol
政策 示范措施
  简称：demo
对象 企业
  年度营业收入：金额，每年
条 1 支持
  宣示
    原文：“被认定为国家级、省级项目的，分别奖励100万元、50万元”
  宣示
    原文：“被认定为国家级、省级平台的，分别奖励100万元、50万元”
```

怎么改：全文用一个次序，连同后面的数一起换。

---
One document lists levels from the top in one sentence (国家级、省级) and from the bottom in another (省级、国家级), both before a “respectively” (分别). Each is right, and a reader who slips pairs them the wrong way.

Only levels before 分别 are looked at; one finding for each policy, at the rarer order.

Bad:

```pol
policy demo measure
  id: demo
subject firm
  revenue: money, yearly
clause 1 support
  exhort
    quote: “被认定为国家级、省级项目的，分别奖励100万元、50万元”
  exhort
    quote: “被认定为省级、国家级平台的，分别奖励50万元、100万元”  # error
```

Good:

```pol
policy demo measure
  id: demo
subject firm
  revenue: money, yearly
clause 1 support
  exhort
    quote: “被认定为国家级、省级项目的，分别奖励100万元、50万元”
  exhort
    quote: “被认定为国家级、省级平台的，分别奖励100万元、50万元”
```

How to fix: keep one order throughout, and turn the figures with it.
"""

from __future__ import annotations

from collections.abc import Iterator

from polc.checks.draft import Checked
from polc.checks.heading import quotes
from polc.checks.listed import descends, pairs
from polc.diagnostics import Diagnostic, Label, Rule, Severity, Words
from polc.text import Span

RULE = Rule(
    "order-mixed",
    Severity.NOTE,
    title=Words("有的从高到低，有的从低到高", "levels in two orders"),
    message=Words(
        "这里写“{one}”，别处写“{other}”，次序相反", "“{one}” here and “{other}” elsewhere, the other way round"
    ),
    page=__doc__ or "",
)
_OTHER = Words("这里是“{other}”", "“{other}” here")
_COUNT = Words("这样的{few}处，那样的{many}处", "lists this way: {few}; the other way: {many}")


def check(draft: Checked) -> Iterator[Diagnostic]:
    """Yield one finding at the first list of the rarer order (of two as frequent, the one that comes later)."""
    down: list[tuple[str, Span]] = []
    up: list[tuple[str, Span]] = []
    seen: set[tuple[str, str]] = set()
    for quote, span in quotes(draft.policy):
        for left, _ in pairs(quote.text):
            direction, words = descends(left), "、".join(left)
            if direction is not None and (quote.text, words) not in seen:
                seen.add((quote.text, words))
                (down if direction else up).append((words, span))
    if not down or not up:
        return
    many, few = sorted((down, up), key=lambda lists: (-len(lists), lists[0][1].start))
    (one, place), (other, elsewhere) = few[0], many[0]
    related = (Label(elsewhere, _OTHER.fill(other=other)),)
    notes = (_COUNT.fill(few=str(len(few)), many=str(len(many))),)
    yield RULE.at(place, related=related, notes=notes, one=one, other=other)
