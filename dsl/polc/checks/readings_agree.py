"""一处疑义写了两种读法，可是怎么读，给的都一样，已经证明。要么这不是疑义，要么读法没有写对：想说的区别没有写进去。

错误的写法：

```pol
政策 示范措施
  简称：demo
对象 企业
  年度支出：金额，每年
条 1 支持
  奖补 研发补助
    支持对象：企业
    享受：每家企业 每年
    标准：年度支出 × 10%
    上限：每家企业 每年 20万元
    疑义 封顶多少 “最高不超过20万元”  # error
      读法 二十万元
      读法 看支出
        标准：年度支出 × 5% + 年度支出 × 5%
```

正确的写法：

```pol
政策 示范措施
  简称：demo
对象 企业
  年度支出：金额，每年
条 1 支持
  奖补 研发补助
    支持对象：企业
    享受：每家企业 每年
    标准：年度支出 × 10%
    上限：每家企业 每年 20万元
    疑义 封顶多少 “最高不超过20万元”
      读法 二十万元
      读法 看支出
        上限：每家企业 每年 10万元
```

怎么改：看另一种读法少写了哪一行；两种读法真的一样，疑义可以删去，或者改成 `#` 注释。

---
A doubt has two readings that pay the same whatever the case, which is proved. Either there is no doubt, or a reading does not say what was
meant: the difference did not get into it.

Bad:

```pol
policy 示范措施
  id: demo
subject 企业
  年度支出: money, yearly
clause 1 支持
  benefit 研发补助
    for: 企业
    per: every 企业 yearly
    pay: 年度支出 × 10%
    cap: every 企业 yearly 20万元
    doubt 封顶多少 “最高不超过20万元”  # error
      reading 二十万元
      reading 看支出
        pay: 年度支出 × 5% + 年度支出 × 5%
```

Good:

```pol
policy 示范措施
  id: demo
subject 企业
  年度支出: money, yearly
clause 1 支持
  benefit 研发补助
    for: 企业
    per: every 企业 yearly
    pay: 年度支出 × 10%
    cap: every 企业 yearly 20万元
    doubt 封顶多少 “最高不超过20万元”
      reading 二十万元
      reading 看支出
        cap: every 企业 yearly 10万元
```

How to fix: see which line the other reading lacks; where they really are the same, drop the doubt, or make it a `#` comment.
"""

from __future__ import annotations

from collections.abc import Iterator

from polc.checks.draft import Checked
from polc.checks.two_readings import Pair, shown_by_a_table
from polc.diagnostics import Diagnostic, Label, Rule, Severity, Words

RULE = Rule(
    "readings-agree",
    Severity.WARNING,
    title=Words("怎么读都一样", "readings that never differ"),
    message=Words(
        "“{doubt}”读作“{other}”，和读作“{working}”从来给的一样",
        "“{doubt}” read as “{other}” never pays otherwise than read as “{working}”",
    ),
    page=__doc__ or "",
)
_PROVED = Words(
    "已证明：事实怎么取、以前领过多少，都一样", "proved: whatever the facts, and whatever was received before"
)
_HERE = Words("这种读法", "this reading")


def check(draft: Checked) -> Iterator[Diagnostic]:
    """Yield every doubt with readings that are proved to pay what the working one pays, and no table that says otherwise."""
    if not draft.whole:
        return
    for doubt in draft.policy.all_doubts.values():
        if shown_by_a_table(draft, doubt):
            continue
        working, *others = doubt.readings
        alike = [other for other in others if Pair(draft, doubt, other).agree()]
        if alike:
            related = tuple(Label(other.span, _HERE) for other in alike)
            names = "、".join(other.name for other in alike)
            yield RULE.at(
                doubt.span, related=related, notes=(_PROVED,), doubt=doubt.name, other=names, working=working.name
            )
