"""够条件的一个也没有：条件自己打架（超过50万元且不满40万元），或者几行条件凑在一起谁也满足不了。写了等于没写，多半是数写反了，或者“或”写成了“且”。

错误的写法：

```pol
政策 示范措施
  简称：demo
对象 人才
  年薪：金额，每年
  高层次：是否
条 1 支持
  奖补 人才奖励
    支持对象：人才
    享受：每名人才 每年
    条件：高层次
    条件：年薪 超过 50万元 且 年薪 不满 40万元  # error
    标准：年薪 × 5%
```

正确的写法：

```pol
政策 示范措施
  简称：demo
对象 人才
  年薪：金额，每年
  高层次：是否
条 1 支持
  奖补 人才奖励
    支持对象：人才
    享受：每名人才 每年
    条件：高层次
    条件：年薪 超过 40万元 且 年薪 不满 50万元
    标准：年薪 × 5%
```

怎么改：对照原文，看是不是数写反了；两样有一样就行的，用“或”；条件和 `约束` 打架的，看是哪一边写错。

---
Nobody qualifies: a condition contradicts itself (above 50万元 and below 40万元), or several lines together leave no one. It might as well not
be there; most often two figures were swapped, or “or” became “and”.

Bad:

```pol
policy 示范措施
  id: demo
subject 人才
  年薪: money, yearly
  高层次: truth
clause 1 支持
  benefit 人才奖励
    for: 人才
    per: per 名人才 yearly
    when: 高层次
    when: 年薪 exceeds 50 wan_yuan and 年薪 short_of 40 wan_yuan  # error
    pay: 年薪 × 5%
```

Good:

```pol
policy 示范措施
  id: demo
subject 人才
  年薪: money, yearly
  高层次: truth
clause 1 支持
  benefit 人才奖励
    for: 人才
    per: per 名人才 yearly
    when: 高层次
    when: 年薪 exceeds 40 wan_yuan and 年薪 short_of 50 wan_yuan
    pay: 年薪 × 5%
```

How to fix: see in the text whether the figures are the other way round; where one of two is enough, write “or”; where a condition and a `law`
disagree, see which is wrong.
"""

from __future__ import annotations

from collections.abc import Iterator
from itertools import combinations

from polc.checks.asking import possible, somewhere
from polc.checks.draft import Checked
from polc.checks.reasons import reasons
from polc.core.nodes import Apply, Reference
from polc.core.program import Stage, Step
from polc.core.references import references_of_step
from polc.core.types import Items
from polc.diagnostics import Diagnostic, Label, Rule, Severity, Words
from polc.passes.lower.plan import Lowered, Plan
from polc.text import Span

RULE = Rule(
    "never-eligible",
    Severity.ERROR,
    title=Words("谁也够不着", "nobody qualifies"),
    message=Words("“{name}”谁也够不着：{what}", "nobody qualifies for “{name}”: {what}"),
    page=__doc__ or "",
)
_ONE = Words("这一行条件没有谁能满足", "no one can meet this condition")
_TWO = Words("这一行和另一行条件，没有谁能都满足", "no one can meet both this condition and another")
_ALL = Words("几行条件凑在一起，没有谁能都满足", "no one can meet all the conditions together")
_OTHER = Words("另一行", "the other one")
_PROVED = Words(
    "已证明：事实怎么取、以前领过多少，都一样", "proved: whatever the facts, and whatever was received before"
)


def check(draft: Checked) -> Iterator[Diagnostic]:
    """Yield every benefit and requirement whose conditions are proved to hold of nobody, under the working readings."""
    if not draft.whole:
        return
    lowered = draft.compiled.lowered()
    for plan in lowered.plans.values():
        name = f"{plan.part.name}/{Stage.CONDITION.value}"
        if plan.kind == "group" or name not in plan.steps or _counts(lowered, plan):
            continue
        if _never(lowered, plan, [lowered.step(name)]):
            steps = [lowered.step(binds) for binds in plan.steps if binds.startswith(f"{name}/")]
            where, what, other = _culprit(lowered, plan, [step for step in steps if step.because])
            place = where or plan.part.span
            related: tuple[Label, ...] = (Label(other, _OTHER),) if other is not None else ()
            notes: tuple[Words, ...] = ()
            if what is _ALL:
                step = lowered.step(name)
                related, notes = reasons(lowered, plan, somewhere(step.over, Reference(name)), place, 1)
            yield RULE.at(place, related=related, notes=(_PROVED, *notes), name=plan.part.name, what=what)


def _never(lowered: Lowered, plan: Plan, steps: list[Step]) -> bool:
    """Return whether some truths are never true together: of the payee, or of one item of a list."""
    holds = Apply("and", tuple(Reference(step.binds) for step in steps))
    over = next((step.over for step in steps if step.over), None)
    return possible(lowered, plan, somewhere(over, holds), items=1, sizes=_SIZES) is False


_SIZES = (10**12, 10**9, 10**7)


def _culprit(lowered: Lowered, plan: Plan, steps: list[Step]) -> tuple[Span | None, Words, Span | None]:
    """Return the fewest lines that cannot hold together: the later one, what to say of it, and the earlier one."""
    for step in steps:
        if _never(lowered, plan, [step]):
            return step.because[0], _ONE, None
    for one, other in combinations(steps, 2):
        if _never(lowered, plan, [one, other]):
            return other.because[0], _TWO, one.because[0]
    return (steps[-1].because[0] if steps else None), _ALL, None


def _counts(lowered: Lowered, plan: Plan) -> bool:
    """Return whether a part looks at all items of a list at once: then “never” would be said of a few items only."""
    program = lowered.slice(plan)
    lists = {given.name for given in program.inputs if isinstance(given.type, Items)}
    asked = (step for step in program.steps if step.stage in (Stage.SUM, Stage.CONDITION))
    return any(lists & (references_of_step(step) - {step.over}) for step in asked)
