"""两档之间有一段没有写：够条件的企业落在里面，比低一档好，却什么也没有。多半是分档的数没有接上。

错误的写法：

```pol
政策 示范措施
  简称：demo
  约定：以上、以下含本数
对象 企业
  年度营业收入：金额，每年
条 1 支持
  奖补 营收奖
    支持对象：企业
    享受：每家企业 每年
    分档：年度营业收入，查表  # error
      | 500万元以上不满1000万元 | 5万元  |
      | 1500万元以上            | 10万元 |
```

正确的写法：

```pol
政策 示范措施
  简称：demo
  约定：以上、以下含本数
对象 企业
  年度营业收入：金额，每年
条 1 支持
  奖补 营收奖
    支持对象：企业
    享受：每家企业 每年
    分档：年度营业收入，查表
      | 500万元以上不满1500万元 | 5万元  |
      | 1500万元以上            | 10万元 |
```

怎么改：让前一档写到后一档开始的数；确实中间不奖的，写一行“其他 | 不奖”。

---
Between two tiers something is left out: an eligible case falls in between, above the lower tier, and gets nothing. Most often the
figures of the tiers do not join.

Bad:

```pol
policy 示范措施
  id: demo
  convention: or_more & or_less inclusive
subject 企业
  年度营业收入: money, yearly
clause 1 支持
  benefit 营收奖
    for: 企业
    per: every 企业 yearly
    tiers: 年度营业收入, lookup  # error
      | 500万元以上不满1000万元 | 5万元  |
      | 1500万元以上            | 10万元 |
```

Good:

```pol
policy 示范措施
  id: demo
  convention: or_more & or_less inclusive
subject 企业
  年度营业收入: money, yearly
clause 1 支持
  benefit 营收奖
    for: 企业
    per: every 企业 yearly
    tiers: 年度营业收入, lookup
      | 500万元以上不满1500万元 | 5万元  |
      | 1500万元以上            | 10万元 |
```

How to fix: let each tier end where the next begins; where nothing is meant to be paid in between, write a row `otherwise | nothing`.
"""

from __future__ import annotations

from collections.abc import Iterator

from polc.checks.asking import Shown, ask, somewhere
from polc.checks.bands import neighbours, parts
from polc.checks.draft import Checked
from polc.checks.ladder import Ladder, ladders
from polc.checks.regions import region
from polc.core.boxes import Box, Range, gaps, meet, types_of
from polc.core.nodes import Apply, Expression, Literal, Reference
from polc.core.types import Level
from polc.diagnostics import Diagnostic, Rule, Severity, Words

RULE = Rule(
    "tier-gap",
    Severity.WARNING,
    title=Words("分档有缺口", "a gap between tiers"),
    message=Words("“{name}”的分档缺了一段：{where}", "the tiers of “{name}” leave something out: {where}"),
    page=__doc__ or "",
)


def check(draft: Checked) -> Iterator[Diagnostic]:
    """Yield every stretch between two tiers that an eligible case can fall into."""
    seen: set[object] = set()
    for ladder in ladders(draft):
        if ladder.tiers.span is None or ladder.tiers.span in seen:
            continue
        for name, gap in _gaps(ladder):
            inside = Apply("and", (ladder.eligible, _not_reached(ladder), *_within(ladder, name, gap)))
            found = ask(ladder.lowered, ladder.plan, somewhere(ladder.plan.items or None, inside))
            if not isinstance(found, Shown):
                continue
            seen.add(ladder.tiers.span)
            witness = found.witness(found.award(ladder.plan))
            where = region(ladder.lowered, {name: gap})
            yield RULE.at(ladder.tiers.span, witness=witness, name=ladder.plan.part.name, where=where)
    yield from _of_parts(draft)


def _of_parts(draft: Checked) -> Iterator[Diagnostic]:
    """Yield every part between two bands of a table read by parts (分段) that counts for nothing, though some case has it."""
    seen: set[object] = set()
    for table in parts(draft):
        for one, other in neighbours(table):
            if one.high is None or one.high >= other.low or table.tiers.span is None or table.tiers.span in seen:
                continue
            beyond = Apply("and", (table.eligible, Apply("less", (Literal(one.high), Reference(table.name)))))
            found = ask(table.lowered, table.plan, somewhere(table.plan.items or None, beyond))
            if isinstance(found, Shown):
                seen.add(table.tiers.span)
                witness = found.witness(found.award(table.plan))
                where = region(table.lowered, {table.name: Range(int(one.high) + 1, int(other.low))})
                yield RULE.at(table.tiers.span, witness=witness, name=table.plan.part.name, where=where)


def _gaps(ladder: Ladder) -> Iterator[tuple[str, Range]]:
    """Yield what lies between the rows of a table of one column, where somebody eligible can be."""
    boxes = [box for rung in ladder.rungs for box in rung.boxes or [{}]]
    names = {name for box in boxes for name in box}
    if any(rung.other for rung in ladder.rungs) or len(names) != 1 or not all(boxes):
        return
    (name,) = names
    for gap in gaps([box[name] for box in boxes]):
        between: Box = {name: gap}
        if ladder.eligible_boxes is None or any(meet(between, box) is not None for box in ladder.eligible_boxes):
            yield name, gap


def _not_reached(ladder: Ladder) -> Expression:
    return Apply("not", (Apply("or", tuple(rung.reached for rung in ladder.rungs)),))


def _within(ladder: Ladder, name: str, gap: Range) -> Iterator[Expression]:
    """Yield that an input lies in a range."""
    levels = types_of(ladder.lowered.slice(ladder.plan).inputs).get(name)
    if isinstance(levels, Level):
        names = tuple(Literal(each) for each in levels.names[gap.low : gap.high + 1])
        yield Apply("or", tuple(Apply("same", (Reference(name), each)) for each in names))
    else:
        yield Apply("at_most", (Literal(gap.low), Reference(name)))
        yield Apply("at_most", (Reference(name), Literal(gap.high)))
