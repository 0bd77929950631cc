"""有一个上限，示例里没有哪一行碰到它：上限写错了，`polc test` 看不出来。封顶的数是最容易抄错、也最值钱的数。

错误的写法：

```pol
政策 示范措施
  简称：demo
对象 企业
  年度支出：金额，每年
  级别：无、市级、省级
条 1 支持
  奖补 研发补助
    支持对象：企业
    享受：每家企业 每年
    标准：年度支出 × 10%
    上限：每家企业 每年 20万元  # error
    示例 一般
      | 年度支出 | 应得   | 说明      |
      | 100万元  | 10万元 | 100 × 10% |
```

正确的写法：

```pol
政策 示范措施
  简称：demo
对象 企业
  年度支出：金额，每年
  级别：无、市级、省级
条 1 支持
  奖补 研发补助
    支持对象：企业
    享受：每家企业 每年
    标准：年度支出 × 10%
    上限：每家企业 每年 20万元
    示例 一般和封顶
      | 年度支出 | 应得   | 说明         |
      | 100万元  | 10万元 | 100 × 10%    |
      | 300万元  | 20万元 | 30 万，封顶  |
```

怎么改：照原文手算一行碰到上限的。给出的是刚好碰到的情形，数写着“待核”：照原文核对以后，删掉“待核”。

从来碰不到的上限，看 cap-never-binds。

---
No row of an example comes to a cap: were it wrong, `polc test` would not notice. Caps are the figures most easily copied wrongly, and worth the most.

Bad:

```pol
policy 示范措施
  id: demo
subject 企业
  年度支出: money, yearly
  级别: 无、市级、省级
clause 1 支持
  benefit 研发补助
    for: 企业
    per: every 企业 yearly
    pay: 年度支出 × 10%
    cap: every 企业 yearly 20万元  # error
    example 一般
      | 年度支出 | award  | note      |
      | 100万元  | 10万元 | 100 × 10% |
```

Good:

```pol
policy 示范措施
  id: demo
subject 企业
  年度支出: money, yearly
  级别: 无、市级、省级
clause 1 支持
  benefit 研发补助
    for: 企业
    per: every 企业 yearly
    pay: 年度支出 × 10%
    cap: every 企业 yearly 20万元
    example 一般和封顶
      | 年度支出 | award  | note       |
      | 100万元  | 10万元 | 100 × 10%  |
      | 300万元  | 20万元 | 30, capped |
```

How to fix: work out by hand, from the official text, a row that comes to the cap. The case given just does, its figure marked 待核 (`to_confirm`): hold it against the text, then delete the word.

For a cap that nothing ever
reaches see cap-never-binds.
"""

from __future__ import annotations

from collections.abc import Iterator

from polc.checks.asking import Shown, anyhow, ask
from polc.checks.draft import Checked
from polc.checks.offered_rows import offer
from polc.checks.put_to_test import CAPS, around, asserts, put_to_test
from polc.core.program import Step
from polc.diagnostics import Diagnostic, Label, Rule, Severity, Witness, Words
from polc.model.policy import Part
from polc.passes.lower.plan import Lowered, Plan

RULE = Rule(
    "cap-without-example",
    Severity.WARNING,
    title=Words("没有示例的上限", "a cap without an example"),
    message=Words("“{name}”的上限没有哪一行示例碰到", "no row of an example comes to the cap of “{name}”"),
    page=__doc__ or "",
    yields_to=("cap-never-binds", "cap-presumes-stacking"),
)
_ALSO = Words("这个上限也没有", "nor to this one")


def check(draft: Checked) -> Iterator[Diagnostic]:
    """Yield every benefit and group with rows none of which comes to a cap that a first year can come to."""
    if not draft.whole:
        return
    lowered = draft.compiled.lowered()
    for part in (*draft.policy.benefits, *draft.policy.groups):
        plan = lowered.plans.get(part.name)
        if plan is None or not _has_rows(draft, part):
            continue
        seen = put_to_test(draft, part).caps
        steps = [step for step in map(lowered.step, plan.steps) if step.stage in CAPS and step.because]
        missing = [(step, witness) for step in steps if step.binds not in seen
                   and (witness := _witness(lowered, plan, step)) is not None]  # fmt: skip
        if not missing:
            continue
        related = tuple(Label(step.because[0], _ALSO) for step, _ in missing[1:])
        witnesses = [witness for _, witness in missing]
        yield RULE.at(
            missing[0][0].because[0], related=related, witness=witnesses[0],
            fixes=offer(draft, part, [witness.table for witness in witnesses]), name=part.name,
        )  # fmt: skip


def _has_rows(draft: Checked, part: Part) -> bool:
    return any(asserts(table) for each in (part, *around(draft, part)) for table in each.tables)


def _witness(lowered: Lowered, plan: Plan, step: Step) -> Witness | None:
    found = ask(lowered, plan, anyhow(step))
    return found.witness(found.award(plan)) if isinstance(found, Shown) else None
