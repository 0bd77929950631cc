"""两档同时够得着，给的却不一样：一家企业该按哪一档，说不清。常见的是前一档写“以下”、后一档写“以上”，两头都含本数。

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
    分档：年度营业收入，查表
      | 500万元以上1000万元以下 | 5万元  |
      | 1000万元以上            | 10万元 |  # error
      | 其他                    | 不奖   |
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
      | 500万元以上不满1000万元 | 5万元  |
      | 1000万元以上            | 10万元 |
      | 其他                    | 不奖   |
```

怎么改：让两档分开，推荐“……以上不满……”；本来就是够得着几档取高的，写“取高档”，每档只写从多少起。

---
Two tiers hold at once and pay differently, so nobody can say which one is due. Often one ends with 以下 and the next begins with
以上, both with the number itself.

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
    tiers: 年度营业收入, lookup
      | 500万元以上1000万元以下 | 5万元  |
      | 1000万元以上            | 10万元 |  # error
      | otherwise               | nothing |
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
      | 500万元以上不满1000万元 | 5万元  |
      | 1000万元以上            | 10万元 |
      | otherwise               | nothing |
```

How to fix: part the two, best as “…以上不满…”; where the highest of several tiers is meant, write `highest` (取高档) and only where each begins.
"""

from __future__ import annotations

from collections.abc import Iterator
from itertools import combinations

from polc.checks.asking import Shown, ask, somewhere
from polc.checks.bands import neighbours, parts
from polc.checks.draft import Checked
from polc.checks.half_open import parted
from polc.checks.ladder import LADDERS, Ladder, Rung, ladders, pays_alike
from polc.checks.regions import region
from polc.core.boxes import Box, Range, overlaps, types_of, whole
from polc.core.nodes import Apply, Literal, Reference
from polc.diagnostics import Diagnostic, Label, Rule, Severity, Words

RULE = Rule(
    "tier-overlap",
    Severity.ERROR,
    title=Words("两档重叠", "overlapping tiers"),
    message=Words("“{name}”的第{one}档和第{other}档{what}", "tiers {one} and {other} of “{name}” {what}"),
    page=__doc__ or "",
    yields_to=("tier-unreachable",),
)
_OTHER = Words("另一档", "the other tier")
_BOTH = Words("同时够得着{where}，给的不一样", "both hold{where}, and pay differently")
_COUNTED_TWICE = Words("重着一段{where}，这一段算了两次", "overlap{where}: what lies there is counted twice")


def check(draft: Checked) -> Iterator[Diagnostic]:
    """Yield every two tiers that hold in one eligible case and say different awards."""
    seen: set[tuple[object, object]] = set()
    for ladder in ladders(draft):
        for one, other, shared in _pairs(ladder):
            if (one.row, other.row) in seen or pays_alike(one.row, other.row):
                continue
            both = Apply("and", (ladder.eligible, one.reached, other.reached))
            found = ask(ladder.lowered, ladder.plan, somewhere(ladder.plan.items or None, both))
            if not isinstance(found, Shown) or one.row.span is None or other.row.span is None:
                continue
            seen.add((one.row, other.row))
            said = region(ladder.lowered, shared) if shared else Words("", "")
            where = Words(f"（{said.zh}）", f" ({said.en})") if said.zh else Words("", "")
            sides = tuple((_tier(rung), Words(rung.award, rung.award)) for rung in (one, other))
            witness = found.witness(*sides)
            related = (Label(one.row.span, _OTHER),)
            yield RULE.at(
                other.row.span, related=related, witness=witness,
                fixes=parted((one.number, one.row), (other.number, other.row)), name=ladder.plan.part.name,
                one=str(one.number), other=str(other.number), what=_BOTH.fill(where=where),
            )  # fmt: skip
    yield from _of_parts(draft)


def _of_parts(draft: Checked) -> Iterator[Diagnostic]:
    """Yield every two bands of a table read by parts (分段) that both count a part which somebody eligible reaches."""
    seen: set[tuple[object, object]] = set()
    for table in parts(draft):
        for one, other in neighbours(table):
            if one.high is not None and one.high <= other.low:
                continue
            reached = Apply("and", (table.eligible, Apply("less", (Literal(other.low), Reference(table.name)))))
            found = ask(table.lowered, table.plan, somewhere(table.plan.items or None, reached))
            if not isinstance(found, Shown) or one.span is None or other.span is None or (one.row, other.row) in seen:
                continue
            seen.add((one.row, other.row))
            ends = [whole(types_of(table.lowered.slice(table.plan).inputs)[table.name]).high]
            ends += [int(band.high) for band in (one, other) if band.high is not None]
            said = region(table.lowered, {table.name: Range(int(other.low) + 1, min(ends))})
            where = Words(f"（{said.zh}）", f" ({said.en})")
            yield RULE.at(
                other.span,
                related=(Label(one.span, _OTHER),),
                witness=found.witness(found.award(table.plan)),
                name=table.plan.part.name,
                one=str(one.number),
                other=str(other.number),
                what=_COUNTED_TWICE.fill(where=where),
            )


def _pairs(ladder: Ladder) -> Iterator[tuple[Rung, Rung, Box | None]]:
    """Yield the rows that may hold together, by a sweep where they are boxes; any two where they are not."""
    rungs = [rung for rung in ladder.rungs if not rung.other]
    if ladder.tiers.mode in LADDERS:
        rungs = [rung for rung in rungs if rung.boxes is not None]
    plain = [rung for rung in rungs if rung.boxes is not None]
    for one, other, shared in overlaps([rung.boxes or [] for rung in plain]):
        if ladder.tiers.mode not in LADDERS or _ends_inside(ladder, plain[one], plain[other]):
            yield plain[one], plain[other], shared
    for first, second in combinations(rungs, 2):
        if first.boxes is None or second.boxes is None:
            yield first, second, None


def _ends_inside(ladder: Ladder, one: Rung, other: Rung) -> bool:
    """Return whether the row that begins lower says where it ends, or both are the same: then they are no steps."""
    if one.boxes == other.boxes and ladder.tiers.mode != "each":
        return True
    types = types_of(ladder.lowered.slice(ladder.plan).inputs)
    low = min((one, other), key=lambda rung: [side.low for box in rung.boxes or [] for side in box.values()])
    return any(
        side.high < whole(types[name]).high and side.low > whole(types[name]).low
        for box in low.boxes or []
        for name, side in box.items()
        if name in types
    )


def _tier(rung: Rung) -> Words:
    return Words(f"第{rung.number}档", f"tier {rung.number}")
