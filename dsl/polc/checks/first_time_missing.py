"""原文说“首次”，编码里没有：以前早就达到过的，照样能领。

算写了的：一行 `首次`，分档里的 `首次`，和 `此前最高` 比，或者有一个事实就叫“首次……”“新……”。

错误的写法：

```pol
政策 示范措施
  简称：demo
对象 企业
  年度营业收入：金额，每年
条 1 支持
  奖补 上规模奖
    原文：“对年度营业收入首次达到2000万元的企业，给予20万元一次性奖励”  # error
    支持对象：企业
    享受：每家企业 一次
    条件：年度营业收入 达到 2000万元
    标准：20万元
```

正确的写法：

```pol
政策 示范措施
  简称：demo
对象 企业
  年度营业收入：金额，每年
条 1 支持
  奖补 上规模奖
    原文：“对年度营业收入首次达到2000万元的企业，给予20万元一次性奖励”
    支持对象：企业
    享受：每家企业 一次
    首次：年度营业收入 达到 2000万元
    标准：20万元
```

怎么改：条件里说的那件事要是第一次，就写成“首次：……”；按档的，分档后面写“，首次”；看不出来、要申报的，声明一个叫“首次……”的事实。

“享受：一次”管的是领一次，管不住以前就达到过的。

---
The text says 首次 (for the first time) and the encoding does not: who got there long ago can claim all the same.

A line `first_time`, the word in a table of tiers, a comparison with `earlier_max`, and a fact whose name says 首次 or 新 all count.

Bad:

```pol
policy 示范措施
  id: demo
subject 企业
  年度营业收入: money, yearly
clause 1 支持
  benefit 上规模奖
    quote: “对年度营业收入首次达到2000万元的企业，给予20万元一次性奖励”  # error
    for: 企业
    per: every 企业 once
    when: 年度营业收入 reaches 2000万元
    pay: 20万元
```

Good:

```pol
policy 示范措施
  id: demo
subject 企业
  年度营业收入: money, yearly
clause 1 支持
  benefit 上规模奖
    quote: “对年度营业收入首次达到2000万元的企业，给予20万元一次性奖励”
    for: 企业
    per: every 企业 once
    first_time: 年度营业收入 reaches 2000万元
    pay: 20万元
```

How to fix: write the condition as first_time; in a table of tiers put first_time behind it; what has to be declared by the applicant is a fact
named so.

That it is paid once keeps nobody out who was there before.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import fields, is_dataclass

from polc.checks.draft import Checked
from polc.diagnostics import Diagnostic, Rule, Severity, Words
from polc.model.expressions import Call, Name
from polc.model.policy import Part
from polc.model.values import Tiers
from polc.text import Span

RULE = Rule(
    "first-time-missing",
    Severity.WARNING,
    title=Words("首次没有写", "the first time is not encoded"),
    message=Words(
        "原文说“{words}”，“{name}”没有用到：以前早就有过的，照样能领",
        "the text says “{words}”, which “{name}” lacks: who was there before can claim all the same",
    ),
    page=__doc__ or "",
)
_SAID = re.compile("(?:首次|初次|第一次)(?!公开发行)[\u4e00-\u9fff]{0,6}")
_NAMED = re.compile("首|初次|第一次|新")


def check(draft: Checked) -> Iterator[Diagnostic]:
    """Yield every quote of a benefit that says 首次, where neither the benefit nor another that quotes it encodes that."""
    encoded = {
        quote.value.text
        for part in draft.policy.parts
        if _encodes(part)
        for quote in part.quotes
        if quote.value is not None
    }
    for benefit in draft.policy.benefits:
        if benefit.unread or _encodes(benefit):
            continue
        for quote in benefit.quotes:
            said = _SAID.search(quote.value.text) if quote.value is not None else None
            if said is not None and quote.value is not None and quote.value.text not in encoded:
                yield RULE.at(
                    _place(quote.value.span or quote.span, said.group()), words=said.group(), name=benefit.name
                )
                break


def _place(span: Span, words: str) -> Span:
    """Return where the words stand within a quotation, or all of it."""
    at = span.text.find(words)
    return span if at < 0 else Span(span.source, span.start + at, span.start + at + len(words))


def _encodes(part: Part) -> bool:
    """Return whether a part goes by a first time under any of its readings."""
    return any(map(_speaks_of_it, part.written))


def _speaks_of_it(node: object) -> bool:
    match node:
        case Call(function="first_time" | "earlier_max"):
            return True
        case Tiers(first_time=True):
            return True
        case Name(text=text):
            return _NAMED.search(text) is not None
        case tuple():
            return any(_speaks_of_it(each) for each in node)
        case _ if is_dataclass(node) and not isinstance(node, type):
            inner = (getattr(node, row.name) for row in fields(node) if row.name != "span")
            return any(_speaks_of_it(each) for each in inner)
        case _:
            return False
