"""一档写了“部分”，挨着的一档没有写：一档只按超出的部分算，一档按全部算，还是都按部分算，数差得多。最低一档从零开始的（“1000万元以下按1%”），两样算法一个数，不报。

错误的写法：

```pol
政策 示范措施
  简称：demo
对象 企业
  年度营业收入：金额，每年
条 1 支持
  奖补 甲
    原文：“对年度营业收入500万元以上的企业分档奖励：500万元至1000万元奖励0.5%，1000万元以上部分奖励1%，每年最高20万元”
    支持对象：企业
    享受：每家企业 每年
    分档：年度营业收入，分段  # error
      | 超过 500万元  | 0.5% |
      | 超过 1000万元 | 1% |
    上限：每家企业 每年 20万元
```

正确的写法：

```pol
政策 示范措施
  简称：demo
对象 企业
  年度营业收入：金额，每年
条 1 支持
  奖补 甲
    原文：“对年度营业收入500万元以上的企业分档奖励：超过500万元至1000万元的部分奖励0.5%，1000万元以上部分奖励1%，每年最高20万元”
    支持对象：企业
    享受：每家企业 每年
    分档：年度营业收入，分段
      | 超过 500万元  | 0.5% |
      | 超过 1000万元 | 1% |
    上限：每家企业 每年 20万元
```

怎么改：每一档都写“部分”，或者都不写；定不下来的写成 疑义，一种读法 分段，一种读法 取高档，就不再报。

---
One tier says 部分 (the part above) and the one beside it does not: whether all are by parts, or one by the part and one by the whole, makes a great difference. A lowest
tier that begins at nothing comes to the same either way and is not reported.

Bad:

```pol
policy 示范措施
  id: demo
subject 企业
  年度营业收入: money, yearly
clause 1 支持
  benefit 甲
    quote: “对年度营业收入500万元以上的企业分档奖励：500万元至1000万元奖励0.5%，1000万元以上部分奖励1%，每年最高20万元”
    for: 企业
    per: every 企业 yearly
    tiers: 年度营业收入, marginal  # error
      | exceeds 500万元  | 0.5% |
      | exceeds 1000万元 | 1% |
    cap: every 企业 yearly 20万元
```

Good:

```pol
policy 示范措施
  id: demo
subject 企业
  年度营业收入: money, yearly
clause 1 支持
  benefit 甲
    quote: “对年度营业收入500万元以上的企业分档奖励：超过500万元至1000万元的部分奖励0.5%，1000万元以上部分奖励1%，每年最高20万元”
    for: 企业
    per: every 企业 yearly
    tiers: 年度营业收入, marginal
      | exceeds 500万元  | 0.5% |
      | exceeds 1000万元 | 1% |
    cap: every 企业 yearly 20万元
```

How to fix: write 部分 in every tier or in none; where it is open write a doubt, by parts in one reading and by the whole in the other, and nothing is reported.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import pairwise

from polc.checks.draft import Checked
from polc.diagnostics import Diagnostic, Label, Rule, Severity, Words
from polc.model.policy import Benefit

RULE = Rule(
    "marginal-or-whole",
    Severity.WARNING,
    title=Words("按部分还是按全部", "by the part or by the whole"),
    message=Words(
        "“{name}”的一档写了“部分”（{one}），挨着的一档没有写（{other}）",
        "one tier of “{name}” says 部分 ({one}), the one beside it does not ({other})",
    ),
    page=__doc__ or "",
)
_TEXT = Words("原文在这里说", "the text says so here")
_HELP = Words("各档都写“部分”，或者都不写", "write 部分 in every tier or in none")
_MONEY = r"[0-9][0-9.,]*[ ]?[万亿]?元?"
_RATE = re.compile("[0-9.]+[%％‰]")
_LONG = 120
"""A tier is a short phrase: one longer than this is none."""
_BOUNDED_ABOVE = re.compile("以下|以内|不超过|不满|不足|低于|未达")
_BOUNDED_BELOW = re.compile(rf"以上|超过(?<!不超过)|达到|不低于|{_MONEY}(?:[（(][不]?含[）)])?[-—–~～至到]|满(?<!不满)")


def check(draft: Checked) -> Iterator[Diagnostic]:
    """Yield every benefit with tiers by rates of which one is of a part and its neighbour is not, unless a doubt asks it."""
    for benefit in draft.policy.benefits:
        table = benefit.terms({}).tiers
        if table is None or table.value is None or _asked(benefit, table.value.mode):
            continue
        for line in benefit.quotes:
            mixed = _mixed(line.value.text) if line.value is not None else None
            if mixed is not None:
                related = (Label(line.span, _TEXT),)
                place = table.value.span or table.span
                yield RULE.at(place, related=related, help=(_HELP,), name=benefit.name, one=mixed[0], other=mixed[1])
                break


def _asked(benefit: Benefit, mode: str) -> bool:
    """Return whether a doubt of the benefit has a table that is read otherwise."""
    return any(
        reading.terms.tiers is not None and reading.terms.tiers.value is not None and reading.terms.tiers.value.mode != mode
        for doubt in benefit.doubts for reading in doubt.readings
    )  # fmt: skip


def _mixed(text: str) -> tuple[str, str] | None:
    """Return a tier that speaks of a part and its neighbour that does not, or None."""
    tiers = [phrase.strip() for phrase in re.split("[，。；、：,;:]", text) if _is_tier(phrase)]
    for place, (one, other) in enumerate(pairwise(tiers)):
        if ("部分" in one) == ("部分" in other):
            continue
        plain = other if "部分" in one else one
        lowest = place == 0 and plain == one and _BOUNDED_ABOVE.search(one) and not _BOUNDED_BELOW.search(one)
        if not lowest:
            return (one, other) if "部分" in one else (other, one)
    return None


def _is_tier(phrase: str) -> bool:
    """Return whether a phrase has a sum of money and, behind it, a rate."""
    money = re.search(_MONEY, phrase) if len(phrase) <= _LONG else None
    return money is not None and _RATE.search(phrase, money.end()) is not None
