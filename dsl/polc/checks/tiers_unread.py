"""几个门槛“首次达到”各给多少，而没有说一次越过几档怎么给：只给最高一档，各档都给，还是只补差额。编码只好挑一种，别人可以挑另一种。

错误的写法：

```pol
政策 示范措施
  简称：demo
对象 企业
  年度营业收入：金额，每年
条 1 支持
  奖补 甲
    原文：“对年度营业收入首次达到5000万元、1亿元、3亿元的企业，分别一次性奖励10万元、20万元、50万元”
    支持对象：企业
    享受：每家企业 每档 一次
    分档：年度营业收入，取高档，首次  # error
      | 达到 5000万元 | 10万元 |
      | 达到 1亿元    | 20万元 |
      | 达到 3亿元    | 50万元 |
```

正确的写法：

```pol
政策 示范措施
  简称：demo
对象 企业
  年度营业收入：金额，每年
条 1 支持
  奖补 甲
    原文：“对年度营业收入首次达到5000万元、1亿元、3亿元的企业，按晋级补差原则分别奖励10万元、20万元、50万元”
    支持对象：企业
    享受：每家企业 每档 一次
    分档：年度营业收入，晋级补差，首次
      | 达到 5000万元 | 10万元 |
      | 达到 1亿元    | 20万元 |
      | 达到 3亿元    | 50万元 |
```

怎么改：在原文里写“按晋级补差原则”“按最高一档”或者“逐档累计”；原文定不下来的，写成 疑义，每种读法一张分档表，就不再报。

---
Several thresholds, each paid for the “first time”, and no word on who passes several at once, or one after another: the highest alone, every one, or the difference. The
encoding has to choose, and somebody else may choose otherwise.

Bad:

```pol
policy 示范措施
  id: demo
subject 企业
  年度营业收入: money, yearly
clause 1 支持
  benefit 甲
    quote: “对年度营业收入首次达到5000万元、1亿元、3亿元的企业，分别一次性奖励10万元、20万元、50万元”
    for: 企业
    per: every 企业 per_tier once
    tiers: 年度营业收入, highest, first_time  # error
      | reaches 5000万元 | 10万元 |
      | reaches 1亿元    | 20万元 |
      | reaches 3亿元    | 50万元 |
```

Good:

```pol
policy 示范措施
  id: demo
subject 企业
  年度营业收入: money, yearly
clause 1 支持
  benefit 甲
    quote: “对年度营业收入首次达到5000万元、1亿元、3亿元的企业，按晋级补差原则分别奖励10万元、20万元、50万元”
    for: 企业
    per: every 企业 per_tier once
    tiers: 年度营业收入, step_up, first_time
      | reaches 5000万元 | 10万元 |
      | reaches 1亿元    | 20万元 |
      | reaches 3亿元    | 50万元 |
```

How to fix: let the text say 晋级补差, the highest alone or every one; where it cannot be settled write a doubt with a table for each reading, and nothing is reported.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from polc.checks.draft import Checked
from polc.diagnostics import Diagnostic, Label, Rule, Severity, Words
from polc.model.policy import Benefit, Stated
from polc.model.values import Quote, Tiers

RULE = Rule(
    "tiers-unread",
    Severity.WARNING,
    title=Words("一次越过几档怎么给没有写", "several tiers at once: not said"),
    message=Words(
        "“{name}”有{count}档“首次”，一次越过几档怎么给，没有写",
        "“{name}” has {count} tiers for a first time and does not say what passing several pays",
    ),
    page=__doc__ or "",
)
_TEXT = Words("原文在这里说", "the text says so here")
_HELP = Words(
    "在原文里写明按最高一档、逐档累计还是晋级补差；定不下来的写成疑义",
    "let the text say the highest, every one or the difference; where it is open write a doubt",
)
_FIRST = re.compile("首次[^，。；]{0,8}(?:达到|超过|突破|实现|跨越|满)")
_SAID = re.compile(
    "补差|差额|最高(?:的?一?档|档次|标准)|就高|从高|逐档|各档|累计奖励|分档累计|叠加|不重复|只(?:奖|给)|择优|限?一次(?:为限)?享受"
)
_SEVERAL = 2


def check(draft: Checked) -> Iterator[Diagnostic]:
    """Yield every table of thresholds for a first time whose text says nothing of how they go together, and no doubt does."""
    for benefit in draft.policy.benefits:
        line = benefit.terms({}).tiers
        if line is None or line.value is None or line.silent or not _open(benefit, line.value):
            continue
        said = _said_first(benefit)
        if said is not None:
            related = (Label(said.span, _TEXT),)
            count = str(len(line.value.rows))
            yield RULE.at(line.value.span or line.span, related=related, help=(_HELP,), name=benefit.name, count=count)


def _open(benefit: Benefit, table: Tiers) -> bool:
    """Return whether it has several tiers, is no 晋级补差, may be had tier by tier, and no doubt asks how it is read."""
    per = benefit.terms({}).per
    once = per is not None and per.value is not None and per.value.frequency == "once" and not per.value.per_tier
    modes = {reading.terms.tiers.value.mode for doubt in benefit.doubts for reading in doubt.readings
             if reading.terms.tiers is not None and reading.terms.tiers.value is not None}  # fmt: skip
    several = len(table.rows) >= _SEVERAL and table.mode in ("highest", "each", "lookup")
    return several and not once and not modes - {table.mode}


def _said_first(benefit: Benefit) -> Stated[Quote] | None:
    """Return the sentence about a first time, where no sentence of the benefit says how its tiers go together."""
    lines = [line for line in benefit.quotes if line.value is not None]
    if any(line.value is not None and _SAID.search(line.value.text) for line in lines):
        return None
    return next((line for line in lines if line.value is not None and _FIRST.search(line.value.text)), None)
