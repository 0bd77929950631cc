"""`应成立` 写的话不成立：有一个情形，算出来跟它相反；头一年成立、几年下来不成立的，给的是几年的情景。例子是解出来的，重新算过。

错误的写法：

```pol
政策 示范措施
  简称：demo
对象 企业
  年度支出：金额，每年
条 1 支持
  奖补 甲补贴
    支持对象：企业
    享受：每家企业 每年
    标准：年度支出 × 30% + 1万元
    应成立：应得 不超过 年度支出  # error
```

正确的写法：

```pol
政策 示范措施
  简称：demo
对象 企业
  年度支出：金额，每年
条 1 支持
  奖补 甲补贴
    支持对象：企业
    享受：每家企业 每年
    条件：年度支出 达到 2万元
    标准：年度支出 × 30% + 1万元
    应成立：应得 不超过 年度支出
```

怎么改：看给出的情形：是标准、条件写错了，还是这句话本来就不该成立。

---
What `应成立` (ensure) says does not hold: there is a case in which the opposite comes out, or some years at whose end it does, found by
the solver and computed again.

Bad:

```pol
policy 示范措施
  id: demo
subject 企业
  年度支出: money, yearly
clause 1 支持
  benefit 甲补贴
    for: 企业
    per: every 企业 yearly
    pay: 年度支出 × 30% + 1万元
    ensure: award no_more_than 年度支出  # error
```

Good:

```pol
policy 示范措施
  id: demo
subject 企业
  年度支出: money, yearly
clause 1 支持
  benefit 甲补贴
    for: 企业
    per: every 企业 yearly
    when: 年度支出 reaches 2万元
    pay: 年度支出 × 30% + 1万元
    ensure: award no_more_than 年度支出
```

How to fix: look at the case: is the standard or a condition wrong, or should this never have held?
"""

from __future__ import annotations

from collections.abc import Iterator

from polc.checks.asking import Impossible, Shown, ask, somewhere
from polc.checks.draft import Checked
from polc.checks.over_years import later
from polc.core.nodes import Apply, Expression, Reference
from polc.core.program import Stage
from polc.diagnostics import Diagnostic, Rule, Severity, Witness, Words
from polc.passes.lower.plan import Lowered, Plan
from polc.runs.computation import own_words

RULE = Rule(
    "ensure-refuted",
    Severity.ERROR,
    title=Words("应成立的不成立", "what should hold does not"),
    message=Words("“{name}”的“{text}”不成立", "“{text}” of “{name}” does not hold"),
    page=__doc__ or "",
)
_BROKEN = Words("几年下来不成立", "broken over the years")


def check(draft: Checked) -> Iterator[Diagnostic]:
    """Yield every 应成立 of which a case shows the opposite, under the working readings."""
    if not draft.whole:
        return
    lowered = draft.compiled.lowered()
    for name, plan in lowered.plans.items():
        for step in (lowered.step(binds) for binds in plan.steps):
            if step.stage is not Stage.PROMISE or not step.because:
                continue
            opposite = somewhere(step.over, Apply("not", (Reference(step.binds),)))
            witness = _witness(lowered, plan, opposite)
            if witness is not None:
                text = own_words(step.because)
                yield RULE.at(step.because[0], witness=witness, name=name, text=text)


def _witness(lowered: Lowered, plan: Plan, opposite: Expression) -> Witness | None:
    """Return a case of a first year, else some years, that show the opposite."""
    found = ask(lowered, plan, opposite)
    if isinstance(found, Shown):
        return found.witness(found.award(plan))
    years = later(lowered, plan, opposite) if isinstance(found, Impossible) else None
    return years.by_year(_BROKEN) if years is not None else None
