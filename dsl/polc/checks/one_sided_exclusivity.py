"""两项奖补只有一边说“得过那一项的，不再给”，另一边没有说：先得甲、再得乙，拿不到乙；先得乙、再得甲，两份都拿。谁先申请，谁后申请，结果不一样。

错误的写法：

```pol
政策 示范措施
  简称：demo
对象 企业
  首次入库：是否
  数字化项目投入：金额，每年
条 1 支持
  奖补 入库奖
    支持对象：企业
    享受：每家企业 一次
    条件：首次入库
    标准：5万元
  奖补 数字化补助
    支持对象：企业
    享受：每家企业 一次
    不予支持：已领 入库奖 超过 0元  # error
    标准：数字化项目投入 × 10%
```

正确的写法：

```pol
政策 示范措施
  简称：demo
对象 企业
  首次入库：是否
  数字化项目投入：金额，每年
条 1 支持
  奖补 入库奖
    支持对象：企业
    享受：每家企业 一次
    条件：首次入库
    不予支持：已领 数字化补助 超过 0元
    标准：5万元
  奖补 数字化补助
    支持对象：企业
    享受：每家企业 一次
    不予支持：已领 入库奖 超过 0元
    标准：数字化项目投入 × 10%
```

怎么改：两边都不给的，在另一条也写“已享受……的，不再享受”；只能得一份、给高的，放进一个组，写 `方式：就高，期间 终身，先领低额时 补差`。本来就只管一边的，写“已知问题”和理由。

---
Of two benefits only one says “not for whoever received the other”: first 甲 and then 乙 loses 乙, first 乙 and then 甲 gets both. Who applies
for which first decides.

Bad:

```pol
policy 示范措施
  id: demo
subject 企业
  首次入库: truth
  数字化项目投入: money, yearly
clause 1 支持
  benefit 入库奖
    for: 企业
    per: per 家企业 once
    when: 首次入库
    pay: 5 wan_yuan
  benefit 数字化补助
    for: 企业
    per: per 家企业 once
    except: received 入库奖 exceeds 0 yuan  # error
    pay: 数字化项目投入 × 10%
```

Good:

```pol
policy 示范措施
  id: demo
subject 企业
  首次入库: truth
  数字化项目投入: money, yearly
clause 1 支持
  benefit 入库奖
    for: 企业
    per: per 家企业 once
    when: 首次入库
    except: received 数字化补助 exceeds 0 yuan
    pay: 5 wan_yuan
  benefit 数字化补助
    for: 企业
    per: per 家企业 once
    except: received 入库奖 exceeds 0 yuan
    pay: 数字化项目投入 × 10%
```

How to fix: where neither is paid after the other, say so in the other clause too; where the higher of the two is meant, put both into a group with
`how: highest, over ever, lower_first difference`. Where only one side is meant, name it as known, with the reason.
"""

from __future__ import annotations

from collections.abc import Iterator

from polc.checks.draft import Checked
from polc.checks.nesting import Nesting
from polc.diagnostics import Diagnostic, Label, Rule, Severity, Words
from polc.model.expressions import And, Call, Compare, Expression, Name, Not, Or
from polc.passes.lower.plan import Lowered
from polc.text import Span

RULE = Rule(
    "one-sided-exclusivity",
    Severity.WARNING,
    title=Words("只有一边说不能兼得", "an exclusion that only one side states"),
    message=Words(
        "得过“{other}”的不给“{name}”，得过“{name}”的照样给“{other}”：先申请哪一项，结果不一样",
        "whoever received “{other}” is refused “{name}”, but not the other way round: which comes first decides",
    ),
    page=__doc__ or "",
)
_OTHER = Words("这一边没有说", "this side says nothing")


def check(draft: Checked) -> Iterator[Diagnostic]:
    """Yield every 不予支持 that reads what another benefit paid, where that one does not read it back and no group joins them."""
    if not draft.whole:
        return
    seen: set[Span] = set()
    for lowered in _every(draft):
        barred = {name: dict(_barring(lowered, name)) for name in lowered.plans}
        for name, lines in barred.items():
            for other, span in lines.items():
                if span in seen or other not in barred or name in barred[other] or _joined(lowered, name, other):
                    continue
                seen.add(span)
                reading = draft.chosen(lowered)
                plan = lowered.plans[other]
                yield RULE.at(
                    span, related=(Label(plan.part.span, _OTHER),), notes=(reading,) if reading else (),
                    name=name, other=other,
                )  # fmt: skip


def _every(draft: Checked) -> Iterator[Lowered]:
    """Yield the policy under the working readings, then under each other reading that bars something."""
    yield draft.compiled.lowered()
    chosen = (
        (doubt.name, reading.name)
        for part in draft.policy.benefits
        for doubt in part.doubts
        for reading in doubt.readings[1:]
        if any(line.value is not None and list(_received(line.value)) for line in reading.terms.excluded)
    )
    for doubt, reading in dict.fromkeys(chosen):
        yield draft.compiled.lowered({doubt: reading})


def _barring(lowered: Lowered, name: str) -> Iterator[tuple[str, Span]]:
    """Yield the other benefits of which having received something bars one, each with the line that says so."""
    for line in lowered.terms(lowered.plans[name]).excluded:
        if line.value is not None:
            yield from ((other, line.span) for other in _received(line.value) if other not in ("", name))


def _received(expression: Expression) -> Iterator[str]:
    """Yield the benefits of which a condition asks what was received; “” is the one it stands in."""
    match expression:
        case And(operands=operands) | Or(operands=operands):
            for operand in operands:
                yield from _received(operand)
        case Not():  # who has not received it: that asks for it, and bars nobody who has
            return
        case Compare(subject=Call(function="received", operands=operands)):
            yield from (operand.text for operand in operands if isinstance(operand, Name))
        case _:
            return


def _joined(lowered: Lowered, one: str, other: str) -> bool:
    """Return whether a group pays one of the two instead of the other."""
    nesting = Nesting.of(lowered.policy, lowered.selection)
    for group in nesting.policy.groups:
        names = {part.name for part in nesting.below(group)}
        if {one, other} <= names and nesting.how(group).mode != "add":
            return True
    return False
