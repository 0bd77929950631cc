"""有一档，够条件的企业谁也得不到：被别的档盖住了，或者在条件之外。写了等于没写，读的人却以为有。

错误的写法：

```pol
政策 示范措施
  简称：demo
对象 企业
  年度营业收入：金额，每年
条 1 支持
  奖补 营收奖
    支持对象：企业
    享受：每家企业 每年
    条件：年度营业收入 达到 5000万元
    分档：年度营业收入，查表
      | 不满 1000万元 | 2万元 |  # error
      | 其他          | 5万元 |
```

正确的写法：

```pol
政策 示范措施
  简称：demo
对象 企业
  年度营业收入：金额，每年
条 1 支持
  奖补 营收奖
    支持对象：企业
    享受：每家企业 每年
    条件：年度营业收入 达到 500万元
    分档：年度营业收入，查表
      | 不满 1000万元 | 2万元 |
      | 其他          | 5万元 |
```

怎么改：看条件和这一档哪一个写错了；都对的，这一档可以删去。查表的，前面的行先用：把宽的一行放到后面。

---
A tier that no eligible case gets: others cover it, or it lies outside the conditions. It might as well not be there, and a reader
thinks it is.

Bad:

```pol
policy 示范措施
  id: demo
subject 企业
  年度营业收入: money, yearly
clause 1 支持
  benefit 营收奖
    for: 企业
    per: every 企业 yearly
    when: 年度营业收入 reaches 5000万元
    tiers: 年度营业收入, lookup
      | below 1000万元 | 2万元 |  # error
      | otherwise     | 5万元 |
```

Good:

```pol
policy 示范措施
  id: demo
subject 企业
  年度营业收入: money, yearly
clause 1 支持
  benefit 营收奖
    for: 企业
    per: every 企业 yearly
    when: 年度营业收入 reaches 500万元
    tiers: 年度营业收入, lookup
      | below 1000万元 | 2万元 |
      | otherwise     | 5万元 |
```

How to fix: see whether the condition or the tier is wrong; where both are right the tier can go. In a look-up the first row that fits is
taken: put the wider one behind.
"""

from __future__ import annotations

from collections.abc import Iterator

from polc.checks.asking import possible, somewhere
from polc.checks.bands import parts
from polc.checks.draft import Checked
from polc.checks.ladder import Ladder, Rung, ladders
from polc.checks.reasons import reasons
from polc.checks.rivals import ever
from polc.core.boxes import meet
from polc.core.nodes import Apply, Expression, Literal, Reference
from polc.diagnostics import Diagnostic, Rule, Severity, Words
from polc.text import Span

RULE = Rule(
    "tier-unreachable",
    Severity.ERROR,
    title=Words("够不着的一档", "a tier that cannot be reached"),
    message=Words("“{name}”的第{number}档谁也得不到", "nobody can get tier {number} of “{name}”"),
    page=__doc__ or "",
    moot_under=("never-eligible",),
)
_COVERED = Words("够得着它的，都先按别的档算了", "whoever reaches it is served by another tier first")
_OUTSIDE = Words("够条件的，没有一个落在这一档", "no eligible case falls into it")


def check(draft: Checked) -> Iterator[Diagnostic]:
    """Yield every row that is proved to be taken by no eligible case, under each reading that has the table."""
    for ladder in ladders(draft):
        for place, rung in enumerate(ladder.rungs):
            if rung.other or rung.row.span is None or _plainly(ladder, place):
                continue
            taken = Apply("and", (ladder.eligible, rung.reached, *_not_served(ladder, place)))
            over = ladder.plan.items or None
            if ever(ladder.lowered, ladder.plan, somewhere(over, taken), items=1) is not False:
                continue
            reached = somewhere(over, Apply("and", (ladder.eligible, rung.reached)))
            covered = possible(ladder.lowered, ladder.plan, reached, items=1) is True
            never = somewhere(over, taken) if covered else reached
            why, notes = reasons(ladder.lowered, ladder.plan, never, rung.row.span, 1)
            yield RULE.at(
                rung.row.span, related=why, notes=(_COVERED if covered else _OUTSIDE, *notes),
                name=ladder.plan.part.name, number=str(rung.number),
            )  # fmt: skip
    yield from _of_parts(draft)


def _of_parts(draft: Checked) -> Iterator[Diagnostic]:
    """Yield every band of a table read by parts (分段) that no eligible case's sum comes into, or that ends where it begins."""
    seen: set[Span] = set()
    for table in parts(draft):
        for band in table.bands:
            if band.span is None or band.span in seen:
                continue
            empty = band.high is not None and band.high <= band.low
            into = Apply("and", (table.eligible, Apply("less", (Literal(band.low), Reference(table.name)))))
            if empty or ever(table.lowered, table.plan, somewhere(table.plan.items or None, into), items=1) is False:
                seen.add(band.span)
                notes = (_COVERED if empty else _OUTSIDE,)
                yield RULE.at(band.span, notes=notes, name=table.plan.part.name, number=str(band.number))


def _before(ladder: Ladder, place: int) -> list[Rung]:
    """Return the rows that are taken before this one where both hold."""
    if ladder.tiers.mode == "lookup":
        return list(ladder.rungs[:place])
    if ladder.tiers.mode == "each":
        return []
    mine = _low(ladder.rungs[place])
    return [rung for rung in ladder.rungs if rung is not ladder.rungs[place] and _low(rung) > mine]


def _low(rung: Rung) -> int:
    sides = [side.low for box in rung.boxes or [] for side in box.values()]
    return min(sides, default=0)


def _not_served(ladder: Ladder, place: int) -> Iterator[Expression]:
    for rung in _before(ladder, place):
        yield Apply("not", (rung.reached,))


def _plainly(ladder: Ladder, place: int) -> bool:
    """Return whether boxes alone show that the row is taken: a box of it meets the eligible ones and no row before it."""
    mine, eligible = ladder.rungs[place].boxes, ladder.eligible_boxes
    if mine is None or eligible is None:
        return False
    before = [rung.boxes for rung in _before(ladder, place)]
    if any(boxes is None for boxes in before):
        return False
    others = [box for boxes in before for box in boxes or []]
    here = [both for box in mine for each in eligible if (both := meet(box, each)) is not None]
    return any(all(meet(box, other) is None for other in others) for box in here)
