"""几项奖补只给最高的一份，却又写了一个只有加起来才碰得到的总额上限：上限是照着“可以叠加”写的。两句话想的不是一回事。

错误的写法：

```pol
政策 示范措施
  简称：demo
对象 企业
  年度支出：金额，每年
  首次入库：是否
条 1 支持
  奖补 研发补助
    支持对象：企业
    享受：每家企业 每年
    标准：年度支出 × 10%
    上限：每家企业 每年 40万元
  奖补 入库奖
    支持对象：企业
    享受：每家企业 一次
    条件：首次入库
    标准：20万元
  组 各项：研发补助、入库奖
    方式：就高，按 企业
    上限：每家企业 每年 50万元  # error
```

正确的写法：

```pol
政策 示范措施
  简称：demo
对象 企业
  年度支出：金额，每年
  首次入库：是否
条 1 支持
  奖补 研发补助
    支持对象：企业
    享受：每家企业 每年
    标准：年度支出 × 10%
    上限：每家企业 每年 40万元
  奖补 入库奖
    支持对象：企业
    享受：每家企业 一次
    条件：首次入库
    标准：20万元
  组 各项：研发补助、入库奖
    方式：叠加
    上限：每家企业 每年 50万元
```

怎么改：想让各项相加、总额封顶的，改成 `方式：叠加`，原文写明可以同时享受；只给最高一份的，删去这个上限。

---
Of several benefits only the highest is paid, and yet there is a joint cap that only their sum would reach: it was written as if they could
be added. The two sentences do not mean the same.

Bad:

```pol
policy 示范措施
  id: demo
subject 企业
  年度支出: money, yearly
  首次入库: truth
clause 1 支持
  benefit 研发补助
    for: 企业
    per: every 企业 yearly
    pay: 年度支出 × 10%
    cap: every 企业 yearly 40万元
  benefit 入库奖
    for: 企业
    per: every 企业 once
    when: 首次入库
    pay: 20万元
  group 各项: 研发补助 & 入库奖
    how: highest, by 企业
    cap: every 企业 yearly 50万元  # error
```

Good:

```pol
policy 示范措施
  id: demo
subject 企业
  年度支出: money, yearly
  首次入库: truth
clause 1 支持
  benefit 研发补助
    for: 企业
    per: every 企业 yearly
    pay: 年度支出 × 10%
    cap: every 企业 yearly 40万元
  benefit 入库奖
    for: 企业
    per: every 企业 once
    when: 首次入库
    pay: 20万元
  group 各项: 研发补助 & 入库奖
    how: add
    cap: every 企业 yearly 50万元
```

How to fix: where they are meant to be added up to a limit, write `how: add` and say in the text that they may be had together; where only
the highest is paid, drop the cap.
"""

from __future__ import annotations

from collections.abc import Iterator

from polc.checks.cap_reach import never_binds, presumes_stacking
from polc.checks.draft import Checked
from polc.diagnostics import Diagnostic, Label, Rule, Severity, Words
from polc.model.values import Cap

RULE = Rule(
    "cap-presumes-stacking",
    Severity.WARNING,
    title=Words("照着叠加写的上限", "a cap written as if awards were added"),
    message=Words(
        "“{name}”只给最高的一份，上限 {cap} 要几份相加才碰得到",
        "“{name}” pays only the highest, but only a sum of several would reach its cap {cap}",
    ),
    page=__doc__ or "",
)
_HERE = Words("这里说就高", "the highest, it says here")


def check(draft: Checked) -> Iterator[Diagnostic]:
    """Yield every cap of a 就高 that no award reaches and the sum of them would."""
    if not draft.whole:
        return
    for group in draft.policy.groups:
        how = group.base.how
        if how is None or how.value is None or how.value.mode != "highest":
            continue
        for line in group.base.caps:
            if (
                isinstance(line.value, Cap)
                and never_binds(draft, group, line)
                and presumes_stacking(draft, group, line)
            ):
                text = line.value.amount.span.text if line.value.amount.span else ""
                yield RULE.at(line.span, related=(Label(how.span, _HERE),), name=group.name, cap=text)
