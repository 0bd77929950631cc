"""得过上级或者别处一份的，这里一分不给，不管那一份多少：省里给了1000元，市里的5万元就没有了。申请人会先算哪份多，去申请省里的反而吃亏。

看的是不予支持里的别处奖补（外部），和原文写着“已享受……的，不再享受”的那个事实。

错误的写法：

```pol
政策 示范措施
  简称：demo
对象 企业
  首次入库：是否
  已享受省级奖励：是否
条 1 支持
  奖补 入库奖
    原文：“对首次入库的企业给予5万元奖励；已享受省级奖励政策的，不再享受市级奖励”
    支持对象：企业
    享受：每家企业 一次
    条件：首次入库
    不予支持：已享受省级奖励  # error
    标准：5万元
```

正确的写法：

```pol
政策 示范措施
  简称：demo
对象 企业
  首次入库：是否
外部 省级奖励：金额
条 1 支持
  奖补 入库奖
    原文：“对首次入库的企业给予5万元奖励”
    支持对象：企业
    享受：每家企业 一次
    条件：首次入库
    标准：5万元
  组 与省级就高：入库奖、省级奖励
    原文：“同时享受省级奖励政策的，按就高不重复原则补足差额”
    方式：就高，按 企业
```

怎么改：原文写明“按就高不重复原则”或者“按差额补足”，把别处那一份写成 `外部`，和这一项放进一个组，`方式：就高`。不管多少都不给的，写“已知问题”和理由。

---
Whoever had an award of a higher level gets nothing here, however small that one was: 1000元 from the province, and the city's 5万元 is
gone. Applicants will work out which is more; applying to the province may cost them.

Looked at are awards of other policies (`external`) in `except`, and the fact of a benefit whose text says “已享受……的，不再享受”.

Bad:

```pol
policy 示范措施
  id: demo
subject 企业
  首次入库: truth
  已享受省级奖励: truth
clause 1 支持
  benefit 入库奖
    quote: “对首次入库的企业给予5万元奖励；已享受省级奖励政策的，不再享受市级奖励”
    for: 企业
    per: per 家企业 once
    when: 首次入库
    except: 已享受省级奖励  # error
    pay: 5 wan_yuan
```

Good:

```pol
policy 示范措施
  id: demo
subject 企业
  首次入库: truth
external 省级奖励: money
clause 1 支持
  benefit 入库奖
    quote: “对首次入库的企业给予5万元奖励”
    for: 企业
    per: per 家企业 once
    when: 首次入库
    pay: 5 wan_yuan
  group 与省级就高: 入库奖 & 省级奖励
    quote: “同时享受省级奖励政策的，按就高不重复原则补足差额”
    how: highest, by 企业
```

How to fix: let the text say that the higher prevails, or that the difference is made up; make the other award an `external`, in a group with this one
and `how: highest`. Where nothing is meant to be paid however small it was, name it as known, with the reason.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from fractions import Fraction

from polc.checks.asking import Answer, Shown, ask
from polc.checks.copies import with_copy
from polc.checks.draft import Checked
from polc.core.nodes import FALSE, ZERO, Apply, Literal, Reference
from polc.core.program import HIGH
from polc.core.types import Truth
from polc.diagnostics import Diagnostic, Rule, Severity, Words
from polc.passes.lower.plan import Lowered, Plan
from polc.readers.evaluate import Case, Interval, run
from polc.readers.prose import figures
from polc.readers.prose.formula import names_in
from polc.runs.answer import summed
from polc.text import Span

RULE = Rule(
    "small-award-forfeits-large",
    Severity.WARNING,
    title=Words("得了小的，丢了大的", "a small award loses a larger one"),
    message=Words(
        "“{name}”：{other}，会丢掉 {lost}",
        "“{name}”: whoever {other} can lose {lost}",
    ),
    page=__doc__ or "",
)
_SUM = Words("得了“{other}”的，哪怕只有 {small}", "gets “{other}”, be it {small},")
_FACT = Words("“{other}”的，不管得了多少", "has “{other}”, however little that was,")
_NONE = Words("没有“{other}”", "without “{other}”")
_HELP = (
    Words("只给高的一份的，写“就高不重复”或者“补足差额”，放进一个 组，方式：就高", "where the higher is meant, say so, and use a group: how: highest"),
)  # fmt: skip
_HAD = re.compile(
    r"已经?(?:享受|获得|获|领取|取得|得到)[^。；]{0,40}?(?:不再|不予|不得|不重复)(?:重复)?(?:享受|支持|给予|奖励|补助|补贴|兑现)"
)
_WITHOUT = "·没有那一份"
_LOSSES = (10**6, 100)
"""In 分: a loss worth showing, 1万元; or else the least that is one at all."""


def check(draft: Checked) -> Iterator[Diagnostic]:
    """Yield every 不予支持 by which having a smaller award elsewhere loses a larger one here."""
    if not draft.whole:
        return
    for benefit in draft.policy.benefits:
        seen: set[Span] = set()
        said = any(quote.value is not None and _HAD.search(quote.value.text) for quote in benefit.quotes)
        for lowered in draft.lowered_for(benefit):
            plan = lowered.plans[benefit.name]
            for name, key, span in _elsewhere(lowered, plan, said=said):
                found = _lost(lowered, plan, key) if span not in seen else None
                if found is not None:
                    seen.add(span)
                    shown, lost = found
                    told = shown.facts[key]
                    other = (_FACT if told is True else _SUM).fill(other=name, small=figures.amount(int(told)))
                    reading = draft.chosen(lowered)
                    without = (_NONE.fill(other=name), figures.amount(lost))
                    yield RULE.at(
                        span, help=_HELP, notes=(reading,) if reading else (),
                        witness=shown.witness(shown.award(plan), without),
                        name=benefit.name, other=other, lost=figures.amount(lost),
                    )  # fmt: skip


def _elsewhere(lowered: Lowered, plan: Plan, *, said: bool) -> Iterator[tuple[str, str, Span]]:
    """Yield what an exclusion reads that tells of an award elsewhere: its name, its input and the line."""
    externals = {external.name for external in lowered.policy.externals}
    for line in lowered.terms(plan).excluded:
        for name in names_in(line.value) if line.value is not None else ():
            if name in externals:
                yield name, f"外部.{name}", line.span
            elif said and plan.context is not None:
                hits = lowered.names.look_up(plan.context, name)
                if len(hits) == 1 and hits[0].fact.type.kind in ("truth", "money"):
                    yield name, hits[0].key, line.span


def _lost(lowered: Lowered, plan: Plan, key: str) -> tuple[Shown, int | Fraction] | None:
    """Return the least case in which the award elsewhere costs more here than it is, and what would be paid without it."""
    program = lowered.slice(plan)
    told = next((each.type for each in program.inputs if each.name == key), None)
    if told is None:  # of an item: what one item had says nothing of the others
        return None
    there, none = Reference(key), FALSE if isinstance(told, Truth) else ZERO
    doubled = with_copy(program, program.steps, {key: none}, _WITHOUT)
    had = there if none is FALSE else Apply("less", (ZERO, there))
    found: Answer | None = None
    for loss in _LOSSES:
        kept = (Reference(plan.result + HIGH), Literal(loss), *(() if none is FALSE else (there,)))
        less = Apply("at_most", (Apply("add", kept), Reference(plan.result + _WITHOUT + HIGH)))
        found = ask(lowered, plan, Apply("and", (had, less)), program=doubled, items=1, told={key})
        if isinstance(found, Shown):
            break
    if not isinstance(found, Shown):
        return None
    value = summed(run(program, Case({**found.facts, key: none.value})), plan).value
    return (found, value.high) if isinstance(value, Interval) and not value.open else None
