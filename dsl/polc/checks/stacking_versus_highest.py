"""几项奖补写明就高、只给最高的一份，其中却有一处写着相加：或是一个 `叠加` 的组没有写 `例外依据`，或是 `叠加于` 另一项，或是
原文说“再给予”“额外”“单独给予”。两句话不能都算数。只与别的政策的奖补就高的，各项相加并不矛盾，不在此列。

错误的写法：

```pol
政策 示范措施
  简称：demo
对象 企业
  首次入库：是否
  年度支出：金额，每年
条 1 支持
  奖补 入库奖
    支持对象：企业
    享受：每家企业 一次
    条件：首次入库
    标准：5万元
  奖补 研发补助
    支持对象：企业
    享受：每家企业 每年
    标准：年度支出 × 10%
  奖补 设备补助
    支持对象：企业
    享受：每家企业 每年
    标准：年度支出 × 5%
  组 两项补助：研发补助、设备补助
    方式：叠加  # error
  组 各项：入库奖、两项补助
    方式：就高，按 企业
```

正确的写法：

```pol
政策 示范措施
  简称：demo
对象 企业
  首次入库：是否
  年度支出：金额，每年
条 1 支持
  奖补 入库奖
    支持对象：企业
    享受：每家企业 一次
    条件：首次入库
    标准：5万元
  奖补 研发补助
    支持对象：企业
    享受：每家企业 每年
    标准：年度支出 × 10%
  奖补 设备补助
    支持对象：企业
    享受：每家企业 每年
    标准：年度支出 × 5%
  组 两项补助：研发补助、设备补助
    方式：叠加
    例外依据：“研发补助和设备补助可同时享受”
  组 各项：入库奖、两项补助
    方式：就高，按 企业
```

怎么改：能相加的，在原文里写明“可同时享受”，再用 `例外依据` 引这句话；不能相加的，改成 `方式：就高`，原文里去掉“再给予”“额外”。

---
Several benefits are said to pay only the highest, and yet something among them says that it adds: a group that adds up (叠加) with no
`carve_out` to allow it, a benefit `on_top_of` another, or a text that says 再给予 (give in addition), 额外 (extra) or 单独给予 (separately).
Both cannot hold. Where the highest is only against awards of other policies, adding up inside is no contradiction and is not reported.

Bad:

```pol
policy 示范措施
  id: demo
subject 企业
  首次入库: truth
  年度支出: money, yearly
clause 1 支持
  benefit 入库奖
    for: 企业
    per: every 企业 once
    when: 首次入库
    pay: 5万元
  benefit 研发补助
    for: 企业
    per: every 企业 yearly
    pay: 年度支出 × 10%
  benefit 设备补助
    for: 企业
    per: every 企业 yearly
    pay: 年度支出 × 5%
  group 两项补助: 研发补助 & 设备补助
    how: add  # error
  group 各项: 入库奖 & 两项补助
    how: highest, by 企业
```

Good:

```pol
policy 示范措施
  id: demo
subject 企业
  首次入库: truth
  年度支出: money, yearly
clause 1 支持
  benefit 入库奖
    for: 企业
    per: every 企业 once
    when: 首次入库
    pay: 5万元
  benefit 研发补助
    for: 企业
    per: every 企业 yearly
    pay: 年度支出 × 10%
  benefit 设备补助
    for: 企业
    per: every 企业 yearly
    pay: 年度支出 × 5%
  group 两项补助: 研发补助 & 设备补助
    how: add
    carve_out: “研发补助和设备补助可同时享受”
  group 各项: 入库奖 & 两项补助
    how: highest, by 企业
```

How to fix: where they may be added, say so in the text (“可同时享受”) and quote it as `carve_out`; where not, write `how: highest` and take
the words of adding out of the text.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import combinations

from polc.checks.asking import Shown
from polc.checks.both_due import both_due
from polc.checks.draft import Checked
from polc.checks.nesting import Nesting
from polc.diagnostics import Diagnostic, Label, Rule, Severity, Words
from polc.model.policy import Benefit, Group, Stated, Terms
from polc.model.values import FreeText, Quote
from polc.readers.evaluate import Interval
from polc.readers.prose import figures
from polc.runs.answer import summed
from polc.text import Span

RULE = Rule(
    "stacking-versus-highest",
    Severity.ERROR,
    title=Words("一边就高，一边相加", "the highest, and yet added"),
    message=Words("“{name}”{says}，可是“{root}”只给最高的一份", "“{name}” {says}, but “{root}” pays only the highest"),
    page=__doc__ or "",
)
_ADDS = Words("是叠加的，没有写凭什么", "adds up, with nothing that allows it")
_ON_TOP = Words("叠加于“{other}”", "stands on top of “{other}”")
_TEXT = Words("的原文说“{words}”", "says “{words}” in its text")
_OWN = Words("{says}，没有一项写成例外", "{says} and makes no member an exception")
_BOTH = Words("把{names}相加", "adds up {names}")
_HERE = Words("这里说就高", "the highest, it says here")
_HELP = (
    Words("可以相加的：原文写明“可同时享受”，用 例外依据 引这句话", "may be added: say so in the text, and quote it as carve_out"),
    Words("不可以相加的：改成就高，原文里不说相加的话", "may not: make it the highest, and drop the words of adding"),
)  # fmt: skip
_ADDING = re.compile(
    r"再(?:给予|予以|奖励|补助|补贴)|额外(?:再)?(?:给予|予以|奖励|补助|补贴)|另(?:行|外)?(?:再)?(?:给予|予以|奖励|补助)"
    r"|单独(?:一次性)?(?:给予|予以|奖励|补助)|(?:可以?|予以)叠加|叠加(?:享受|给予|奖励|补助)"
)
_DENIED = "不无非未勿禁"
_ADDED = Words("两项相加", "both, added")
_HIGHEST = Words("只给最高的", "the highest alone")


@dataclass(frozen=True, slots=True)
class _Found:
    """A finding, and the parts that are added up, by name."""

    finding: Diagnostic
    adding: tuple[str, ...]


def check(draft: Checked) -> Iterator[Diagnostic]:
    """Yield what adds up within a group that pays only the highest of this policy's own awards."""
    if not draft.whole:
        return
    nesting = Nesting.of(draft.policy, {})
    seen: set[str] = set()
    for group in reversed(nesting.policy.groups):  # the whole measure's group is written last
        if nesting.competes(group):
            for found in (*_within(nesting, group, group, seen), *_beside(nesting, group, seen)):
                yield _shown(draft, found)


def _beside(nesting: Nesting, root: Group, seen: set[str]) -> Iterator[_Found]:
    """Yield a group that adds up two members of ``root`` without standing in it or holding it."""
    competing = {part.name for part in nesting.own(root)}
    for other in nesting.policy.groups:
        terms = other.terms(nesting.selection)
        below = {part.name for part in nesting.below(other)}
        shared = [part.name for part in nesting.own(other) if part.name in competing]
        allowed = terms.carve_out is not None and not terms.carve_out.silent
        apart = other.name not in {part.name for part in nesting.below(root)} and root.name not in below
        if nesting.how(other).mode == "add" and apart and len(shared) > 1 and not allowed and other.name not in seen:
            seen.add(other.name)
            says = _BOTH.fill(names="、".join(f"“{name}”" for name in shared))
            place = terms.how.span if terms.how else other.span
            yield _finding(place, other.name, root, nesting, says, shared)


def _within(nesting: Nesting, group: Group, root: Group, seen: set[str]) -> Iterator[_Found]:
    if group is root and not any(
        not line.silent for each in nesting.below(root) if (line := _carve_out(each, nesting))
    ):
        found = next(_adding(root), None)
        if found is not None:
            yield _finding(found[0], root.name, root, nesting, _OWN.fill(says=found[1]))
    competing = {part.name for part in nesting.below(root)}
    for part in nesting.own(group):
        terms = part.terms(nesting.selection)
        if part.name in seen or (terms.carve_out is not None and not terms.carve_out.silent):
            continue
        seen.add(part.name)
        if isinstance(part, Benefit):
            found = next(_benefit_adds(part, terms, competing), None)
            if found is not None:
                others = [line.value.benefit.text for line in terms.on_top_of if line.value is not None]
                yield _finding(found[0], part.name, root, nesting, found[1], [*others[:1], part.name])
        elif nesting.how(part).mode == "add" and len(nesting.own(part)) > 1:
            place, names = terms.how.span if terms.how else part.span, [each.name for each in nesting.own(part)]
            yield _finding(place, part.name, root, nesting, _ADDS, names)
        else:
            yield from _within(nesting, part, root, seen)


def _benefit_adds(benefit: Benefit, terms: Terms, competing: set[str]) -> Iterator[tuple[Span, Words]]:
    for line in terms.on_top_of:
        if line.value is not None and line.value.benefit.text in competing:
            yield line.span, _ON_TOP.fill(other=line.value.benefit.text)
    yield from _adding(benefit)


def _carve_out(part: Benefit | Group, nesting: Nesting) -> Stated[Quote | FreeText] | None:
    return part.terms(nesting.selection).carve_out


def _adding(part: Benefit | Group) -> Iterator[tuple[Span, Words]]:
    """Yield the sentences of a part that speak of adding up."""
    for quote in part.quotes:
        text = quote.value.text if quote.value else ""
        for match in _ADDING.finditer(text):
            if not any(denied in text[max(0, match.start() - 2) : match.start()] for denied in _DENIED):
                yield quote.span, _TEXT.fill(words=match.group())


def _finding(span: Span, name: str, root: Group, nesting: Nesting, says: Words, adding: Sequence[str] = ()) -> _Found:
    how = root.terms(nesting.selection).how
    related = (Label(how.span, _HERE),) if how is not None else ()
    return _Found(RULE.at(span, related=related, help=_HELP, name=name, root=root.name, says=says), tuple(adding))


def _shown(draft: Checked, found: _Found) -> Diagnostic:
    """Return a finding with a case in which two of what is added are both due, and what comes of either way."""
    lowered = draft.compiled.lowered()
    plans = [lowered.plans[name] for name in found.adding if name in lowered.plans]
    for first, second in combinations(plans, 2):
        answer = both_due(lowered, first, second)
        if isinstance(answer, Shown):
            sums = [summed(answer.outcome, plan).value for plan in (first, second)]
            outcome = [answer.award(first), answer.award(second)]
            ends = [each for each in sums if isinstance(each, Interval) and not each.open and each.high is not None]
            if len(ends) == len(sums):
                added = figures.award(sum(each.low for each in ends), sum(each.high for each in ends), opened=False)
                highest = figures.award(max(each.low for each in ends), max(each.high for each in ends), opened=False)
                outcome += [(_ADDED, added), (_HIGHEST, highest)]
            return found.finding.with_(witness=replace(answer.witness(*outcome), table="", part=""))
    return found.finding
