"""一档整个落在另一档里面，给的一样：删去它，谁得的都不变。谁也够不着的是 `tier-unreachable`，给的不一样的是 `tier-overlap`。

错误的写法：

```pol
政策 示范措施
  简称：demo
  约定：以上、以下含本数
对象 企业
  年度营业收入：金额，每年
条 1 支持
  奖补 营收奖
    支持对象：企业
    享受：每家企业 每年
    分档：年度营业收入，查表
      | 800万元以上900万元以下 | 5万元  |  # error
      | 500万元以上1000万元以下 | 5万元  |
      | 超过 1000万元 | 10万元 |
```

正确的写法：

```pol
政策 示范措施
  简称：demo
  约定：以上、以下含本数
对象 企业
  年度营业收入：金额，每年
条 1 支持
  奖补 营收奖
    支持对象：企业
    享受：每家企业 每年
    分档：年度营业收入，查表
      | 500万元以上1000万元以下 | 5万元  |
      | 超过 1000万元 | 10万元 |
```

怎么改：删去里面的一档；本意给得不一样的，改它的数。

---
A tier lies within another and pays the same: without it nobody's award changes. One that nobody gets is `tier-unreachable`, one that pays differently `tier-overlap`.

Bad:

```pol
policy 示范措施
  id: demo
  convention: or_more & or_less inclusive
subject 企业
  年度营业收入: money, yearly
clause 1 支持
  benefit 营收奖
    for: 企业
    per: every 企业 yearly
    tiers: 年度营业收入, lookup
      | 800万元以上900万元以下 | 5万元  |  # error
      | 500万元以上1000万元以下 | 5万元  |
      | exceeds 1000万元 | 10万元 |
```

Good:

```pol
policy 示范措施
  id: demo
  convention: or_more & or_less inclusive
subject 企业
  年度营业收入: money, yearly
clause 1 支持
  benefit 营收奖
    for: 企业
    per: every 企业 yearly
    tiers: 年度营业收入, lookup
      | 500万元以上1000万元以下 | 5万元  |
      | exceeds 1000万元 | 10万元 |
```

How to fix: drop the inner tier, or give it the figure that was meant.
"""

from __future__ import annotations

from collections.abc import Iterator

from polc.checks.alike import WITHIN, alike
from polc.checks.draft import Checked
from polc.diagnostics import Diagnostic, Rule, Severity, Words

RULE = Rule(
    "tier-subsumed",
    Severity.NOTE,
    title=Words("一档落在另一档里面", "a tier within another"),
    message=Words(
        "“{name}”的第{one}档落在第{other}档里面，给的一样",
        "tier {one} of “{name}” lies within tier {other} and pays the same",
    ),
    page=__doc__ or "",
    yields_to=("tier-unreachable", "tier-overlap"),
)
_OTHER = Words("另一档", "the other tier")


def check(draft: Checked) -> Iterator[Diagnostic]:
    """Yield every tier that lies within another, pays alike, and that somebody gets."""
    for found in alike(draft, WITHIN):
        yield found.as_(RULE, _OTHER)
