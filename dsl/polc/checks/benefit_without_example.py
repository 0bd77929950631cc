"""一项奖补没有一行示例，别的奖补有。没有示例，编码错了也没有谁看得出来：`polc test` 只验写了示例的。谁也够不着的（`never-eligible`）写不出给钱的一行，改好了条件再报。

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
    上限：每家企业 每年 20万元
    示例 一般和封顶
      | 年度支出 | 应得   | 说明         |
      | 100万元  | 10万元 | 100 × 10%    |
      | 300万元  | 20万元 | 30 万，封顶  |
  奖补 认定奖励  # error
    支持对象：企业
    享受：每家企业 一次
    条件：级别 等于 省级
    标准：5万元
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
  奖补 认定奖励
    支持对象：企业
    享受：每家企业 一次
    条件：级别 等于 省级
    标准：5万元
    示例 省级才有
      | 级别 | 应得  |
      | 省级 | 5万元 |
      | 市级 | 0元   |
```

怎么改：照原文用手算一两行，写成示例：够得着的一行，差一点的一行。这里给出一个够得着的情形，数是算出来的，写着“待核”：照原文核对以后，删掉“待核”。

一份政策一个示例也没有的，看 policy-without-example。

---
A benefit has no row of an example, while others have. Without one nobody notices that it is encoded wrongly: `polc test` holds only what has examples to account.
One that nobody qualifies for (`never-eligible`) is reported once its conditions are mended: no row of it pays.

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
    cap: every 企业 yearly 20万元
    example 一般和封顶
      | 年度支出 | award  | note       |
      | 100万元  | 10万元 | 100 × 10%  |
      | 300万元  | 20万元 | 30, capped |
  benefit 认定奖励  # error
    for: 企业
    per: every 企业 once
    when: 级别 equals 省级
    pay: 5万元
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
  benefit 认定奖励
    for: 企业
    per: every 企业 once
    when: 级别 equals 省级
    pay: 5万元
    example 省级才有
      | 级别 | award |
      | 省级 | 5万元 |
      | 市级 | 0元   |
```

How to fix: work out a row or two by hand from the official text: one that is reached and one that just is not. A case that is reached is given, its figure worked out by polc and marked 待核 (`to_confirm`): hold it
against the text, then delete the word.

For a policy without any example see policy-without-example.
"""

from __future__ import annotations

from collections.abc import Iterator

from polc.checks.asking import Shown, ask
from polc.checks.draft import Checked
from polc.checks.offered_rows import offer
from polc.checks.put_to_test import around, asserts
from polc.core.nodes import Apply, Literal
from polc.core.program import amount_of
from polc.diagnostics import Diagnostic, Rule, Severity, Witness, Words
from polc.model.expressions import Open
from polc.model.policy import Benefit
from polc.passes.lower.plan import Lowered, Plan

RULE = Rule(
    "benefit-without-example",
    Severity.WARNING,
    title=Words("没有示例的奖补", "a benefit without an example"),
    message=Words(
        "“{name}”没有示例，编码对不对没有人验过", "“{name}” has no example: nothing holds its encoding to account"
    ),
    page=__doc__ or "",
    moot_under=("never-eligible",),
)
_HELP = Words("照原文手算一两行写成示例", "work out a row or two by hand from the official text")
_WORTH = (1_000_000, 100, 1)
"""In 分: 1万元, 1元, and whatever there is."""


def check(draft: Checked) -> Iterator[Diagnostic]:
    """Yield every benefit that pays a figure and that no asserted row reaches, where others have rows."""
    if not draft.whole or not any(asserts(table) for part in draft.policy.parts for table in part.tables):
        return
    for benefit in draft.policy.benefits:
        if not _bare(draft, benefit):
            continue
        lowered = draft.compiled.lowered()
        plan = lowered.plans[benefit.name]
        witness = _paid(lowered, plan)
        fixes = offer(draft, benefit, [witness.table]) if witness is not None else ()
        yield RULE.at(benefit.span, help=(_HELP,), witness=witness, fixes=fixes, name=benefit.name)


def _paid(lowered: Lowered, plan: Plan) -> Witness | None:
    """Return the least case that is paid something worth an example, else anything at all."""
    for least in _WORTH:
        found = ask(lowered, plan, Apply("at_most", (Literal(least), amount_of(plan.result).high)))
        if isinstance(found, Shown):
            return found.witness(found.award(plan))
    return None


def _bare(draft: Checked, benefit: Benefit) -> bool:
    """Return whether there is something to work out, and neither the benefit nor a group it is in has an asserted row."""
    lowered = draft.compiled.lowered()
    plan = lowered.plans.get(benefit.name)
    pay = lowered.terms(plan).pay if plan is not None else None
    if plan is None or (pay is not None and isinstance(pay.value, Open)):
        return False
    return not any(asserts(table) for part in (benefit, *around(draft, benefit)) for table in part.tables)
