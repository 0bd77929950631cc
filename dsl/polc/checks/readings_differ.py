"""一处疑义，读法不同给的就不同，却没有一个示例把两边的数摆出来。这里给出最小的一个情形，可以照着写成示例。

第一年给的一样、以后才不同的（一年一次还是只给一次），给出最少的几年，可以照着写成情景：两种读法各记各的账。

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
        上限：每家企业 每年 10万元
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
    示例 两种读法
      | 年度支出 | 应得（二十万元） | 应得（看支出） | 说明            |
      | 300万元  | 20万元           | 10万元         | 30 封顶；封到10 |
```

怎么改：把给出的情形写成示例，每种读法一列（`应得（读法）`），请定稿的人照着数来定。

---
The readings of a doubt pay differently, and no example sets the figures side by side. The least such case is given, to be made one.

Where they pay the same in a first year and differ later (every year, or once only), the fewest years that show it are given, to be made a
scenario, each reading with a ledger of its own.

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
        cap: every 企业 yearly 10万元
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
    example 两种读法
      | 年度支出 | award（二十万元） | award（看支出） | note            |
      | 300万元  | 20万元            | 10万元          | 30 封顶；封到10 |
```

How to fix: make the case an example with a column for each reading (`award（reading）`), and let whoever settles the text decide by the figures.
"""

from __future__ import annotations

from collections.abc import Iterator

from polc.checks.draft import Checked
from polc.checks.two_readings import Pair, shown_by_a_table
from polc.diagnostics import Diagnostic, Rule, Severity, Words

RULE = Rule(
    "readings-differ",
    Severity.NOTE,
    title=Words("读法不同，给的不同", "readings that pay differently"),
    message=Words(
        "“{doubt}”读法不同，给的就不同，还没有示例说明",
        "the readings of “{doubt}” pay differently, and no example shows it",
    ),
    page=__doc__ or "",
)
_HELP = Words("把这个情形写成示例，每种读法一列", "make the case an example, with a column for each reading")
_HELP_YEARS = Words("把这几年写成情景，每种读法一列", "make the years a scenario, with a column for each reading")


def check(draft: Checked) -> Iterator[Diagnostic]:
    """Yield every doubt that no table shows, with the least case that two of its readings pay differently."""
    if not draft.whole:
        return
    for doubt in draft.policy.all_doubts.values():
        if shown_by_a_table(draft, doubt):
            continue
        pairs = [Pair(draft, doubt, other) for other in doubt.readings[1:]]
        witness = next((case for pair in pairs if (case := pair.case()) is not None), None)
        if witness is not None:
            yield RULE.at(doubt.span, help=(_HELP,), witness=witness, doubt=doubt.name)
            continue
        witness = next((years for pair in pairs if (years := pair.years()) is not None), None)
        if witness is not None:
            yield RULE.at(doubt.span, help=(_HELP_YEARS,), witness=witness, doubt=doubt.name)
