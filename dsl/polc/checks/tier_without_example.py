"""有一档，示例里没有哪一行落在上面：这一档的数写错了，`polc test` 看不出来。看的是算出来落在哪一档，不是写了什么。

错误的写法：

```pol
政策 示范措施
  简称：demo
对象 企业
  年度支出：金额，每年
  级别：无、市级、省级
条 1 支持
  奖补 认定奖励
    支持对象：企业
    享受：每家企业 一次
    分档：级别，取高档
      | 市级 | 5万元  |  # error
      | 省级 | 10万元 |
    示例 各级
      | 级别 | 应得   |
      | 无   | 0元    |
      | 省级 | 10万元 |
```

正确的写法：

```pol
政策 示范措施
  简称：demo
对象 企业
  年度支出：金额，每年
  级别：无、市级、省级
条 1 支持
  奖补 认定奖励
    支持对象：企业
    享受：每家企业 一次
    分档：级别，取高档
      | 市级 | 5万元  |
      | 省级 | 10万元 |
    示例 各级
      | 级别 | 应得   |
      | 无   | 0元    |
      | 省级 | 10万元 |
      | 市级 | 5万元  |
```

怎么改：照原文给这一档手算一行。给出的情形是刚好够得着它的，数写着“待核”：照原文核对以后，删掉“待核”。情景里算到的、组的示例里算到的，也算。

---
No row of an example comes to one of the tiers: were its figure wrong, `polc test` would not notice. What counts is the tier a row comes to, not what it says.

Bad:

```pol
policy 示范措施
  id: demo
subject 企业
  年度支出: money, yearly
  级别: 无、市级、省级
clause 1 支持
  benefit 认定奖励
    for: 企业
    per: every 企业 once
    tiers: 级别, highest
      | 市级 | 5万元  |  # error
      | 省级 | 10万元 |
    example 各级
      | 级别 | award  |
      | 无   | 0元    |
      | 省级 | 10万元 |
```

Good:

```pol
policy 示范措施
  id: demo
subject 企业
  年度支出: money, yearly
  级别: 无、市级、省级
clause 1 支持
  benefit 认定奖励
    for: 企业
    per: every 企业 once
    tiers: 级别, highest
      | 市级 | 5万元  |
      | 省级 | 10万元 |
    example 各级
      | 级别 | award  |
      | 无   | 0元    |
      | 省级 | 10万元 |
      | 市级 | 5万元  |
```

How to fix: work out a row for it by hand from the official text. The case given just reaches it, its figure marked 待核 (`to_confirm`): hold it against the text, then delete the word. Rows of scenarios, and of the
groups a benefit is in, count too.
"""

from __future__ import annotations

from collections.abc import Iterator

from polc.checks.asking import Shown, ask, somewhere
from polc.checks.draft import Checked
from polc.checks.ladder import Ladder, Rung, ladders
from polc.checks.offered_rows import offer
from polc.checks.put_to_test import around, asserts, put_to_test
from polc.core.nodes import Apply
from polc.diagnostics import Diagnostic, Label, Rule, Severity, Words

RULE = Rule(
    "tier-without-example",
    Severity.WARNING,
    title=Words("没有示例的档", "a tier without an example"),
    message=Words("“{name}”的{tiers}没有哪一行示例落在上面", "no row of an example comes to {tiers} of “{name}”"),
    page=__doc__ or "",
    yields_to=("tier-unreachable",),
)
_ALSO = Words("这一档也没有", "nor to this one")


def check(draft: Checked) -> Iterator[Diagnostic]:
    """Yield every benefit with rows that come to some of its tiers and not to others that can be reached."""
    for ladder in ladders(draft):
        part = ladder.plan.part
        if ladder.lowered is not draft.compiled.lowered():
            continue
        if not any(asserts(table) for each in (part, *around(draft, part)) for table in each.tables):
            continue
        seen = put_to_test(draft, part).tiers
        missing = [(rung, found) for rung in ladder.rungs if rung.number - 1 not in seen
                   and isinstance(found := _case(ladder, rung), Shown)]  # fmt: skip
        places = [rung.row.span for rung, _ in missing if rung.row.span is not None]
        if not places:
            continue
        witnesses = [found.witness(found.award(ladder.plan)) for _, found in missing]
        numbers = [rung.number for rung, _ in missing]
        yield RULE.at(
            places[0], related=tuple(Label(place, _ALSO) for place in places[1:]), witness=witnesses[0],
            fixes=offer(draft, part, [each.table for each in witnesses]), name=part.name, tiers=_tiers(numbers),
        )  # fmt: skip


def _case(ladder: Ladder, rung: Rung) -> object:
    """Return the least case in which a tier is what pays: reached, and nothing that goes before it."""
    others = [each.reached for each in ladder.rungs if each.number != rung.number and _before(ladder, each, rung)]
    only = tuple(Apply("not", (other,)) for other in others)
    question = Apply("and", (ladder.eligible, rung.reached, *only))
    return ask(ladder.lowered, ladder.plan, somewhere(ladder.plan.items or None, question))


def _before(ladder: Ladder, other: Rung, rung: Rung) -> bool:
    """Return whether another tier pays in place of this one where both are reached."""
    if ladder.tiers.mode == "lookup":
        return other.number < rung.number
    return ladder.tiers.mode != "each" and not _lower(other, rung)


def _lower(other: Rung, rung: Rung) -> bool:
    """Return whether another tier begins below this one, as far as both are boxes."""
    if other.boxes is None or rung.boxes is None:
        return other.number < rung.number
    lows = [min((side.low for box in each.boxes or [] for side in box.values()), default=0) for each in (other, rung)]
    return lows[0] < lows[1]


def _tiers(numbers: list[int]) -> Words:
    zh = "、".join(f"第{number}档" for number in numbers)
    return Words(zh, ("tier " if len(numbers) == 1 else "tiers ") + ", ".join(map(str, numbers)))
