"""高一档给的反而比低一档少。做得更好，得的更少；多半是两个数写颠倒了。

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
    分档：年度营业收入，取高档
      | 达到 1亿元 | 20万元 |
      | 达到 5亿元 | 10万元 |  # error
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
    分档：年度营业收入，取高档
      | 达到 1亿元 | 10万元 |
      | 达到 5亿元 | 20万元 |
```

怎么改：看原文是不是就这样写的；是的，问一问起草的人，确有道理的写“已知问题 tier-falls：理由”。

---
A higher tier pays less than a lower one: whoever does better gets less. Most often two figures are swapped.

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
    tiers: 年度营业收入, highest
      | reaches 1亿元 | 20万元 |
      | reaches 5亿元 | 10万元 |  # error
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
    tiers: 年度营业收入, highest
      | reaches 1亿元 | 10万元 |
      | reaches 5亿元 | 20万元 |
```

How to fix: see whether the text really says so; where there is a reason for it, name the finding as known, with the reason.
"""

from __future__ import annotations

from collections.abc import Iterator
from itertools import pairwise

from polc.checks.asking import Shown, guesses
from polc.checks.draft import Checked
from polc.checks.either_side import SIZES, lawful, side, value_at, with_fact
from polc.checks.ladder import Ladder, Rung, ladders
from polc.checks.regions import facts_by_input
from polc.diagnostics import Diagnostic, Label, Rule, Severity, Witness, Words
from polc.model.expressions import Expression, Quantity, UpTo
from polc.readers.prose import figures
from polc.runs.answer import summed
from polc.runs.computation import result_words

RULE = Rule(
    "tier-falls",
    Severity.WARNING,
    title=Words("高一档给得少", "a higher tier pays less"),
    message=Words(
        "“{name}”第{one}档比第{other}档高，给的 {less} 却比 {more} 少",
        "tier {one} of “{name}” is above tier {other} and pays {less}, less than {more}",
    ),
    page=__doc__ or "",
)
_LOWER = Words("低一档", "the lower tier")


def check(draft: Checked) -> Iterator[Diagnostic]:
    """Yield every tier of a ladder of one ascending fact that pays less than the one below it, by figures of one kind."""
    seen: set[object] = set()
    for ladder in ladders(draft):
        for below, above in pairwise(_ascending(ladder)):
            less, more = _figure(above.row.award), _figure(below.row.award)
            if less is None or more is None or less.kind is not more.kind or less.value >= more.value:
                continue
            if above.row.span is None or below.row.span is None or above.row.span in seen:
                continue
            seen.add(above.row.span)
            yield RULE.at(
                above.row.span, related=(Label(below.row.span, _LOWER),),
                witness=_shown(ladder, below, above), name=ladder.plan.part.name,
                one=str(above.number), other=str(below.number), less=above.award, more=below.award,
            )  # fmt: skip


def _shown(ladder: Ladder, below: Rung, above: Rung) -> Witness | None:
    """Return a case at the beginning of either tier in which the higher one pays less; None where no guess comes upon one."""
    (name,) = above.boxes[0] if above.boxes else ("",)
    program, fact = lawful(ladder), facts_by_input(ladder.lowered).get(name)
    if fact is None:
        return None
    values = [value_at(ladder, name, rung.boxes[0][name].low) for rung in (below, above) if rung.boxes]
    for guess in guesses(program.inputs, 1, SIZES):
        less, more = (side(ladder, program, with_fact(guess, name, value)) for value in reversed(values))
        if less is None or more is None or not 0 < less.high < more.high:
            continue
        outcome = []
        for value, each in zip(values, (more, less), strict=True):
            told = figures.fact(value, fact.type.kind, fact.type.unit)
            paid = result_words(summed(each.outcome, ladder.plan))
            outcome.append((Words(f"{fact.name} {told.zh}", f"{fact.name} {told.en}"), paid))
        return Shown(ladder.lowered, ladder.plan, less.facts, less.outcome).witness(*outcome)
    return None


def _ascending(ladder: Ladder) -> list[Rung]:
    """Return the rows by where they begin, where each is one range of the same fact; else none."""
    found: list[tuple[int, Rung]] = []
    names: set[str] = set()
    for rung in ladder.rungs:
        if rung.other:
            continue
        if rung.boxes is None or len(rung.boxes) != 1 or len(rung.boxes[0]) != 1:
            return []
        ((name, side),) = rung.boxes[0].items()
        names.add(name)
        found.append((side.low, rung))
    return [rung for _, rung in sorted(found, key=lambda each: each[0])] if len(names) == 1 else []


def _figure(award: Expression) -> Quantity | None:
    inner = award.operand if isinstance(award, UpTo) else award
    return inner if isinstance(inner, Quantity) else None
