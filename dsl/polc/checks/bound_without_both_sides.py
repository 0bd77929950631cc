"""一个门槛，示例都在一边：都够得着，或者都够不着。门槛漏写了、写反了，`polc test` 看不出来。

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
    条件：年度支出 达到 30万元  # error
    标准：年度支出 × 10%
    上限：每家企业 每年 20万元
    示例 一般和封顶
      | 年度支出 | 应得   | 说明         |
      | 100万元  | 10万元 | 100 × 10%    |
      | 300万元  | 20万元 | 30 万，封顶  |
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
    条件：年度支出 达到 30万元
    标准：年度支出 × 10%
    上限：每家企业 每年 20万元
    示例 一般和封顶
      | 年度支出 | 应得   | 说明         |
      | 100万元  | 10万元 | 100 × 10%    |
      | 300万元  | 20万元 | 30 万，封顶  |
      | 29.999999万元 | 0元 | 差一分，不补 |
```

怎么改：在另一边写一行，最好就差一分、差一家：含不含本数也就一起验了。给出的一行是从已有的示例改来的，只改了这一个数，结果写着“待核”：照原文核对以后，删掉“待核”。

---
All rows of the examples lie on one side of a bound: were it left out or turned round, `polc test` would not notice.

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
    when: 年度支出 reaches 30万元  # error
    pay: 年度支出 × 10%
    cap: every 企业 yearly 20万元
    example 一般和封顶
      | 年度支出 | award  | note       |
      | 100万元  | 10万元 | 100 × 10%  |
      | 300万元  | 20万元 | 30, capped |
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
    when: 年度支出 reaches 30万元
    pay: 年度支出 × 10%
    cap: every 企业 yearly 20万元
    example 一般和封顶
      | 年度支出 | award  | note       |
      | 100万元  | 10万元 | 100 × 10%  |
      | 300万元  | 20万元 | 30, capped |
      | 29.999999万元 | 0元 | short of it |
```

How to fix: write a row on the other side, best by one 分 or one 家, so that whether the number is included is held to account too. The row given is one of the rows with this one figure changed, what comes out
marked 待核 (`to_confirm`): hold it against the text, then delete the word.
"""

from __future__ import annotations

from collections.abc import Iterator

from polc.checks.draft import Checked
from polc.checks.offered_rows import offer
from polc.checks.other_side import case_beyond
from polc.checks.put_to_test import Atom, around, asserts, put_to_test
from polc.checks.regions import facts_by_input
from polc.diagnostics import Diagnostic, Label, Rule, Severity, Words
from polc.readers.prose import figures

RULE = Rule(
    "bound-without-both-sides",
    Severity.WARNING,
    title=Words("只有一边有示例的门槛", "a bound with rows on one side only"),
    message=Words(
        "“{name}”的示例都在{fact} {figure} 的同一边，门槛写错了看不出来",
        "all rows of “{name}” are on one side of {fact} {figure}: were the bound wrong, nothing would tell",
    ),
    page=__doc__ or "",
    yields_to=("tier-without-example",),
)
_ALSO = Words("这个门槛也是", "and of this bound")


def check(draft: Checked) -> Iterator[Diagnostic]:
    """Yield every benefit with rows that are all on one side of a bound of its conditions or tiers."""
    if not draft.whole:
        return
    lowered = draft.compiled.lowered()
    known = facts_by_input(lowered)
    for part in draft.policy.benefits:
        if part.name not in lowered.plans:
            continue
        if not any(asserts(table) for each in (part, *around(draft, part)) for table in each.tables):
            continue
        seen = put_to_test(draft, part).atoms
        missing = [(atom, case) for atom, truths in seen.items() if len(truths) == 1
                   and (case := case_beyond(draft, part, atom, wanted=True not in truths)) is not None]  # fmt: skip
        if not missing:
            continue
        (first, witness), *others = missing
        fact = known[first.input]
        related = tuple(Label(atom.step.because[0], _ALSO) for atom, _ in others if _place(atom) != _place(first))
        yield RULE.at(
            first.step.because[0], related=tuple(dict.fromkeys(related)), witness=witness,
            fixes=offer(draft, part, [case.table for _, case in missing]), name=part.name, fact=fact.name,
            figure=figures.fact(first.figure, fact.type.kind, fact.type.unit),
        )  # fmt: skip


def _place(atom: Atom) -> int:
    return atom.step.because[0].start
