"""多一块钱，反而少拿一截：刚过一档的门槛，给的比差一点的时候少。做大的人会停在门槛前面。

错误的写法：

```pol
政策 示范措施
  简称：demo
对象 企业
  设备投资额：金额，每年
条 1 支持
  奖补 技改补助
    支持对象：企业
    享受：每家企业 每年
    分档：设备投资额，取高档
      | 达到 100万元 | 设备投资额 × 10% |
      | 达到 500万元 | 30万元           |  # error
```

正确的写法：

```pol
政策 示范措施
  简称：demo
对象 企业
  设备投资额：金额，每年
条 1 支持
  奖补 技改补助
    支持对象：企业
    享受：每家企业 每年
    分档：设备投资额，取高档
      | 达到 100万元 | 设备投资额 × 6% |
      | 达到 500万元 | 30万元          |
```

怎么改：让两档在门槛上接得上，或者改成分段计算。

两档都是数、都是比例而高档低的，由 tier-falls 报。

---
One more yuan and the award drops: just over the threshold of a tier less is paid than just under it. Who grows stops in front of it.

Bad:

```pol
policy 示范措施
  id: demo
subject 企业
  设备投资额: money, yearly
clause 1 支持
  benefit 技改补助
    for: 企业
    per: every 企业 yearly
    tiers: 设备投资额, highest
      | reaches 100万元 | 设备投资额 × 10% |
      | reaches 500万元 | 30万元           |  # error
```

Good:

```pol
policy 示范措施
  id: demo
subject 企业
  设备投资额: money, yearly
clause 1 支持
  benefit 技改补助
    for: 企业
    per: every 企业 yearly
    tiers: 设备投资额, highest
      | reaches 100万元 | 设备投资额 × 6% |
      | reaches 500万元 | 30万元          |
```

How to fix: let the two tiers meet at the threshold, or let the table pay by bands (marginal).

Two figures or two rates of which the higher tier has the
lower are for tier-falls.
"""

from __future__ import annotations

from collections.abc import Iterator

from polc.checks.asking import Shown, ask, guesses
from polc.checks.copies import with_copy
from polc.checks.draft import Checked
from polc.checks.either_side import SIZES, Side, lawful, side, value_at, with_fact
from polc.checks.ladder import Ladder, Rung, ladders
from polc.checks.regions import facts_by_input
from polc.core.nodes import ZERO, Apply, Literal, Reference
from polc.core.program import HIGH, Program
from polc.diagnostics import Diagnostic, Label, Rule, Severity, Words
from polc.model import expressions
from polc.model.expressions import Expression, Kind, UpTo
from polc.readers.prose import figures
from polc.runs.answer import summed
from polc.runs.computation import result_words

RULE = Rule(
    "cliff",
    Severity.WARNING,
    title=Words("多一点反而少拿", "one more and less is paid"),
    message=Words(
        "“{name}”过了第{number}档的门槛反而少拿：{fact} {under} 给 {more}，{at} 只给 {less}",
        "“{name}” pays less past the threshold of tier {number}: {more} at {fact} {under}, {less} at {at}",
    ),
    page=__doc__ or "",
)
_BEFORE = Words("差一点的时候是这一档", "just under it this tier is paid")
_MATERIAL = 100
"""In 分: a drop of less than 1 元 is no finding."""
_UNDER = "·差一点"


def check(draft: Checked) -> Iterator[Diagnostic]:
    """Yield every threshold of a table by one figure at which the award drops by 1 元 or more, other facts being equal."""
    seen: set[object] = set()
    for ladder in ladders(draft):
        if ladder.tiers.mode not in ("highest", "lookup"):
            continue
        known = facts_by_input(ladder.lowered)
        for name, at, below, above in _thresholds(ladder):
            if above.row.span is None or below.row.span is None or above.row.span in seen or name not in known:
                continue
            sides = _drop(ladder, name, at, money=known[name].type.kind == "money")
            if sides is not None:
                seen.add(above.row.span)
                reading = draft.chosen(ladder.lowered)
                told = _told(ladder, name, at, (below, above), sides)
                yield told.with_(notes=(reading,)) if reading else told


def _told(ladder: Ladder, name: str, at: int, rungs: tuple[Rung, Rung], sides: tuple[Side, Side]) -> Diagnostic:
    plan, fact = ladder.plan, facts_by_input(ladder.lowered)[name]
    values = (value_at(ladder, name, place) for place in (at - 1, at))
    under, over = (figures.fact(value, fact.type.kind, fact.type.unit) for value in values)
    more, less = (result_words(summed(side.outcome, plan)) for side in sides)
    shown = Shown(ladder.lowered, plan, sides[1].facts, sides[1].outcome)
    place, before = rungs[1].row.span, rungs[0].row.span
    witness = shown.witness(
        (Words(f"{fact.name} {under.zh}", f"{fact.name} {under.en}"), more),
        (Words(f"{fact.name} {over.zh}", f"{fact.name} {over.en}"), less),
    )
    related = (Label(before, _BEFORE),) if before else ()
    return RULE.at(
        place or plan.part.span, related=related, witness=witness, name=plan.part.name, number=str(rungs[1].number),
        fact=fact.name, under=under, at=over, more=more, less=less,
    )  # fmt: skip


def _thresholds(ladder: Ladder) -> Iterator[tuple[str, int, Rung, Rung]]:
    """Yield (input, where the upper tier begins, the tier just under it, the upper tier), for awards of unlike kinds."""
    single = []
    for rung in ladder.rungs:
        if not rung.other and rung.boxes is not None and len(rung.boxes) == 1 and len(rung.boxes[0]) == 1:
            ((name, side),) = rung.boxes[0].items()
            single.append((name, side, rung))
    for name, side, above in single:
        under = [
            (other.low, rung) for what, other, rung in single
            if what == name and rung is not above and other.low <= side.low - 1 <= other.high
        ]  # fmt: skip
        if under:
            _, below = max(under, key=lambda each: each[0])
            if not _alike(below.row.award, above.row.award):
                yield name, side.low, below, above


def _alike(one: Expression, other: Expression) -> bool:
    """Return whether both awards are figures of one kind, which tier-falls compares."""
    kinds = [_kind(award) for award in (one, other)]
    return kinds[0] is not None and kinds[0] is kinds[1]


def _kind(award: Expression) -> Kind | None:
    inner = award.operand if isinstance(award, UpTo) else award
    return inner.kind if isinstance(inner, expressions.Quantity) else None


def _drop(ladder: Ladder, name: str, at: int, *, money: bool) -> tuple[Side, Side] | None:
    """Return a case just under a threshold and the same at it, where the second is paid, and less; None without.

    Guesses first; where none of them is paid on both sides, since the laws of the facts keep them apart, the solver is asked.
    """
    program = lawful(ladder)
    values = [value_at(ladder, name, place) for place in (at - 1, at)]
    paid = False
    for guess in guesses(program.inputs, 1, SIZES):
        sides = [side(ladder, program, with_fact(guess, name, value)) for value in values]
        under, over = sides
        if under is not None and over is not None and over.high > 0:
            if under.high - over.high >= _MATERIAL:
                return under, over
            paid = paid or under.high > 0
    return _asked(ladder, program, name, at) if money and not paid else None  # years and counts are often meant to fall


def _asked(ladder: Ladder, whole: Program, name: str, at: int) -> tuple[Side, Side] | None:
    """Return what the solver finds of a threshold of a fact of the payee: the case at it, and the same just under it."""
    plan, program = ladder.plan, ladder.lowered.slice(ladder.plan)
    if plan.opened or name not in {given.name for given in program.inputs}:
        return None
    doubled = with_copy(program, program.steps, {name: Literal(at - 1)}, _UNDER)
    over, under = Reference(plan.result + HIGH), Reference(plan.result + _UNDER + HIGH)
    drops = Apply("at_most", (Apply("add", (over, Literal(_MATERIAL))), under))
    question = Apply("and", (Apply("equal", (Reference(name), Literal(at))), Apply("less", (ZERO, over)), drops))
    found = ask(ladder.lowered, plan, question, program=doubled, items=1, told={name})
    if not isinstance(found, Shown):
        return None
    sides = [side(ladder, whole, {**found.facts, name: value}) for value in (at - 1, at)]
    return (sides[0], sides[1]) if sides[0] is not None and sides[1] is not None else None
