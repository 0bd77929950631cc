"""同一年就高，可是两项分两年申报就都拿到了：这句话挡不住懂门道的人，只挡住了同一年报的人。

错误的写法：

```pol
政策 示范措施
  简称：demo
对象 企业
  入库：是否
  获奖：是否
条 1 支持
  奖补 入库奖
    支持对象：企业
    享受：每家企业 一次
    条件：入库
    标准：20万元
  奖补 获奖奖
    支持对象：企业
    享受：每家企业 一次
    条件：获奖
    标准：30万元
  组 两项：入库奖、获奖奖
    原文：“以上两项当年就高不重复享受”
    方式：就高，期间 当年  # error
```

正确的写法：

```pol
政策 示范措施
  简称：demo
对象 企业
  入库：是否
  获奖：是否
条 1 支持
  奖补 入库奖
    支持对象：企业
    享受：每家企业 一次
    条件：入库
    标准：20万元
  奖补 获奖奖
    支持对象：企业
    享受：每家企业 一次
    条件：获奖
    标准：30万元
  组 两项：入库奖、获奖奖
    原文：“以上两项就高不重复享受，先领低额的补足差额”
    方式：就高，期间 终身，先领低额时 补差
```

怎么改：本意是只拿高的一项，写“期间 终身”或者“期间 有效期内”，并写明先领了低的怎么办；本意就是管一年，保留，写进已知问题。

---
Only the highest of a year is paid, but two applications in two years get both: the sentence stops only those who apply in one year.

Bad:

```pol
policy 示范措施
  id: demo
subject 企业
  入库: truth
  获奖: truth
clause 1 支持
  benefit 入库奖
    for: 企业
    per: every 企业 once
    when: 入库
    pay: 20万元
  benefit 获奖奖
    for: 企业
    per: every 企业 once
    when: 获奖
    pay: 30万元
  group 两项: 入库奖 & 获奖奖
    quote: “以上两项当年就高不重复享受”
    how: highest, span this_year  # error
```

Good:

```pol
policy 示范措施
  id: demo
subject 企业
  入库: truth
  获奖: truth
clause 1 支持
  benefit 入库奖
    for: 企业
    per: every 企业 once
    when: 入库
    pay: 20万元
  benefit 获奖奖
    for: 企业
    per: every 企业 once
    when: 获奖
    pay: 30万元
  group 两项: 入库奖 & 获奖奖
    quote: “以上两项就高不重复享受，先领低额的补足差额”
    how: highest, span ever, lower_first difference
```

How to fix: where only the higher is meant to be paid, let the span be `ever` or `in_force`, and say what happens to
whoever had the lower first; where a year is what is meant, keep it as a known issue.
"""

from __future__ import annotations

from collections.abc import Iterator

from polc.checks.draft import Checked
from polc.checks.nesting import Nesting
from polc.checks.over_years import Years, more_than, show, years_of
from polc.checks.splitting import BOTH, FIRST, LAST, apart, beside, two_that_compete
from polc.core.nodes import Apply
from polc.diagnostics import Diagnostic, Rule, Severity, Words
from polc.model.policy import Group
from polc.passes.lower.plan import Lowered, Plan
from polc.readers.prose import figures

RULE = Rule(
    "split-evades",
    Severity.WARNING,
    title=Words("分两年报就都拿到", "two years evade it"),
    message=Words(
        "“{name}”只管同一年：“{one}”和“{other}”分两年申报，就多得 {more}",
        "“{name}” binds one year only: “{one}” and “{other}” applied for in two years pay {more} more",
    ),
    page=__doc__ or "",
)
_MATERIAL = (100_0000, 100)  # 1万元; 1 元 where it is never so much
_SPLIT, _TOGETHER = Words("分两年申报", "in two years"), Words("同一年申报", "in one year")
_DOUBT = Words("疑义“{name}”已经记着这件事", "the doubt “{name}” has it on record")


def check(draft: Checked) -> Iterator[Diagnostic]:
    """Yield every 就高 of one year of which two members, applied for in two years, pay more than in one."""
    if not draft.whole:
        return
    lowered = draft.compiled.lowered()
    nesting = Nesting.of(draft.policy, {})
    for group in nesting.policy.groups:
        plan, line = lowered.plans.get(group.name), group.terms({}).how
        how = nesting.how(group)
        if plan is None or line is None or how.mode != "highest" or how.span_of not in ("", "this_year"):
            continue
        for one, other in two_that_compete(lowered, plan):
            found = _evaded(lowered, plan, one, other)
            if found is not None:
                more = figures.amount(found.total(0) - found.total(1))
                yield RULE.at(
                    line.span, notes=tuple(_on_record(group)), witness=found.witness(_SPLIT, _TOGETHER),
                    name=group.name, one=one.part.name, other=other.part.name, more=more,
                )  # fmt: skip
                break


def _evaded(lowered: Lowered, plan: Plan, one: Plan, other: Plan) -> Years | None:
    made = years_of(lowered, plan, [(FIRST, LAST), (BOTH,)], beside(lowered, plan, one, other))
    if made is None:
        return None
    split, together = (made.total(run) for run in made.runs)
    for money in _MATERIAL:

        def holds(years: Years, money: int = money) -> bool:
            return years.total(1) + money <= years.total(0)

        question = Apply("and", (more_than(money, split, together), *apart(made, one, other)))
        found = show(made, question, holds)
        if found is not None:
            return found
    return None


def _on_record(group: Group) -> Iterator[Words]:
    """Yield which doubts already ask how the group combines."""
    for doubt in group.doubts:
        if any(reading.terms.how is not None for reading in doubt.readings):
            yield _DOUBT.fill(name=doubt.name)
