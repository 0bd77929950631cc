"""同一笔钱，两项奖补各按比例补一次；或者同一件事，两条各给一笔：可以都得，能不能都得，一个字也没有写。

同一件事，指分在两条里的两项固定数额，对象、条件一字不差。只说与别的政策怎么合的（“与上级政策就高”），不算写了。

错误的写法：

```pol
政策 示范措施
  简称：demo
对象 企业
  设备投入：金额，每年
条 1 支持
  奖补 设备补助
    支持对象：企业
    享受：每家企业 每年
    标准：设备投入 × 20%
  奖补 技改补助
    支持对象：企业
    享受：每家企业 每年
    条件：设备投入 达到 100万元
    标准：设备投入 × 15%  # error
```

正确的写法：

```pol
政策 示范措施
  简称：demo
对象 企业
  设备投入：金额，每年
条 1 支持
  奖补 设备补助
    支持对象：企业
    享受：每家企业 每年
    标准：设备投入 × 20%
  奖补 技改补助
    支持对象：企业
    享受：每家企业 每年
    条件：设备投入 达到 100万元
    标准：设备投入 × 15%
  组 两项：设备补助、技改补助
    原文：“同一笔投入按就高不重复原则补助”
    方式：就高，按 企业
```

怎么改：原文写明“按就高不重复原则”或者“可同时享受”，再把两项放进一个 `组`，写 `方式：就高` 或 `方式：叠加`。

---
Two benefits each pay a share of the same sum, or two clauses each a fixed sum for the very same thing: both can be had, and not a word is
said on whether they may be.

One thing is the same subject under the same conditions, in two clauses. What the text says of other policies alone (“the higher of this and
the province's”) does not settle it.

Bad:

```pol
policy 示范措施
  id: demo
subject 企业
  设备投入: money, yearly
clause 1 支持
  benefit 设备补助
    for: 企业
    per: every 企业 yearly
    pay: 设备投入 × 20%
  benefit 技改补助
    for: 企业
    per: every 企业 yearly
    when: 设备投入 reaches 100万元
    pay: 设备投入 × 15%  # error
```

Good:

```pol
policy 示范措施
  id: demo
subject 企业
  设备投入: money, yearly
clause 1 支持
  benefit 设备补助
    for: 企业
    per: every 企业 yearly
    pay: 设备投入 × 20%
  benefit 技改补助
    for: 企业
    per: every 企业 yearly
    when: 设备投入 reaches 100万元
    pay: 设备投入 × 15%
  group 两项: 设备补助 & 技改补助
    quote: “同一笔投入按就高不重复原则补助”
    how: highest, by 企业
```

How to fix: say in the text that the highest prevails (“按就高不重复原则”) or that they may be combined (“可同时享受”), and put both into a
`group` with `how: highest` or `how: add`.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import combinations

from polc.checks.asking import Shown
from polc.checks.both_due import both_due
from polc.checks.bounds import figure
from polc.checks.draft import Checked
from polc.checks.heading import quotes
from polc.checks.nesting import Nesting
from polc.diagnostics import Diagnostic, Label, Rule, Severity, Words
from polc.model.expressions import And, Expression
from polc.model.policy import Benefit, Policy
from polc.model.values import NoneStated
from polc.passes.lower.plan import Lowered
from polc.readers.prose.formula import names_in
from polc.text import Span

RULE = Rule(
    "paid-twice",
    Severity.WARNING,
    title=Words("同一笔钱补两次", "one sum, paid for twice"),
    message=Words(
        "“{one}”和“{other}”{why}，可以都得；能不能都得，没有写",
        "“{one}” and “{other}” {why} and can both be had; whether they may is not said",
    ),
    page=__doc__ or "",
)
_SAID = re.compile(r"同时享受|不重复|重复享受|就高|择一|择优|从优|从高|叠加|兼得|只能享受")
_OF_OTHERS = re.compile(r"(?:其他|另有|别的|上级|中央|国家|省级?)[^，,。；;]{0,10}(?:政策|规定|奖补|奖励|补助|办法)")
_OF_THIS = re.compile(
    r"本(?:政策|措施|办法|意见|规定)(?:中|内|各|的?[^，,。；;]{0,4}(?:多项|两项|各项|各条))|以上|上述|前款|各条|各项"
)
_ON_TOP = re.compile(r"再(?:按|给|予|奖|补)|额外|另(?:行|外)?(?:给予|予以|奖励|补助)|在.{0,30}基础上")
_SENTENCE = re.compile(r"[^。；;]+")
_SHARE = Words("都按“{base}”给", "both pay a share of “{base}”")
_EVENT = Words("都因同一件事给（{event}）", "are both paid for one thing ({event})")
_HERE = Words("这里也给", "paid here too")


@dataclass(frozen=True, slots=True)
class _Cause:
    """What a benefit is paid for: sums of money it pays a share of, or the one thing that brings a fixed sum, and where."""

    benefit: Benefit
    money: tuple[str, ...]
    events: tuple[Expression, ...]
    place: Span


def check(draft: Checked) -> Iterator[Diagnostic]:
    """Yield every two benefits of which one case gets both for one sum or one event, where nothing combines them."""
    if not draft.whole or _spoken_of(draft.policy):
        return
    lowered = draft.compiled.lowered()
    grouped = _grouped(Nesting.of(draft.policy, lowered.selection))
    causes = [cause for benefit in draft.policy.benefits if (cause := _cause(lowered, benefit)) is not None]
    for one, other in combinations(causes, 2):
        why = _one_cause(one, other)
        names = one.benefit.name, other.benefit.name
        if why is None or names in grouped or _stands_on(one.benefit, other.benefit) or _adds(one, other):
            continue
        first, second = (lowered.plans[name] for name in names)
        found = both_due(lowered, first, second)
        if isinstance(found, Shown):
            witness = found.witness(found.award(first), found.award(second))
            related = (Label(one.place, _HERE),)
            yield RULE.at(other.place, related=related, witness=witness, one=names[0], other=names[1], why=why)


def _cause(lowered: Lowered, benefit: Benefit) -> _Cause | None:
    """Return what a benefit is paid for; None where that is neither one sum nor one event."""
    plan = lowered.plans.get(benefit.name)
    pay = benefit.base.pay
    if plan is None or pay is None or pay.value is None or isinstance(pay.value, NoneStated):
        return None
    money = {fact.name for subject in lowered.policy.subjects for fact in subject.facts if fact.type.kind == "money"}
    shares = tuple(name for name in names_in(pay.value) if name in money)
    events: tuple[Expression, ...] = ()
    if not shares and figure(pay.value) is not None:
        conditions = (line.value for line in benefit.base.when if line.value is not None)
        events = tuple(part for condition in conditions for part in _parts(condition))
    return _Cause(benefit, shares, events, pay.span)


def _adds(one: _Cause, other: _Cause) -> bool:
    """Return whether the text of either says that it comes on top."""
    lines = (line for each in (one, other) for line in each.benefit.quotes if line.value is not None)
    return any(line.value is not None and _ON_TOP.search(line.value.text) for line in lines)


def _parts(condition: Expression) -> Iterator[Expression]:
    if isinstance(condition, And):
        for operand in condition.operands:
            yield from _parts(operand)
    else:
        yield condition


def _one_cause(one: _Cause, other: _Cause) -> Words | None:
    """Return why two benefits are paid for one thing: a share of one sum, or fixed sums on the very same conditions."""
    base = next((name for name in one.money if name in other.money), None)
    if base is not None:
        return _SHARE.fill(base=base)
    mine, theirs = one.events, other.events
    same = bool(mine) and len(mine) == len(theirs) and all(each in theirs for each in mine)
    if not same or one.benefit.base.subject != other.benefit.base.subject or one.benefit.clause == other.benefit.clause:
        return None
    event = "、".join(each.span.text for each in mine if each.span is not None)
    return _EVENT.fill(event=event)


def _grouped(nesting: Nesting) -> set[tuple[str, str]]:
    """Return every two names that stand in one group, however deep."""
    found: set[tuple[str, str]] = set()
    for group in nesting.policy.groups:
        names = [part.name for part in nesting.below(group)]
        found |= {(one, other) for one in names for other in names}
    return found


def _stands_on(one: Benefit, other: Benefit) -> bool:
    lines = ((each, also, line) for each, also in ((one, other), (other, one)) for line in each.base.on_top_of)
    return any(line.value is not None and line.value.benefit.text == also.name for _, also, line in lines)


def _spoken_of(policy: Policy) -> bool:
    """Return whether some sentence speaks of combination within the measure, though no group says so."""
    of_groups = {
        line.value.text
        for group in policy.groups
        if not group.members.everything
        for line in group.quotes
        if line.value is not None
    }  # these speak of the members, which are grouped
    texts = (quote.text for quote, _ in quotes(policy) if quote.text not in of_groups)
    sentences = (each for text in texts for each in _SENTENCE.findall(text))
    said = (each for each in sentences if _SAID.search(each))
    return any(_OF_THIS.search(each) or not _OF_OTHERS.search(each) for each in said)
