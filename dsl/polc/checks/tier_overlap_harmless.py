"""两档有重叠，给的一样：不管按哪一档，数不变，但读的人要想一想。给的不一样的是 `tier-overlap`。

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
      | 500万元以上1000万元以下 | 5万元  |
      | 1000万元以上2000万元以下 | 5万元  |  # error
      | 超过 2000万元 | 10万元 |
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
      | 500万元以上2000万元以下 | 5万元  |
      | 超过 2000万元 | 10万元 |
```

怎么改：并成一档；要分开写的，让前一档写到“不满”后一档开始的数。

---
Two tiers overlap and pay the same: it makes no difference which is taken, but the reader has to work that out. Where they pay differently it is `tier-overlap`.

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
      | 500万元以上1000万元以下 | 5万元  |
      | 1000万元以上2000万元以下 | 5万元  |  # error
      | exceeds 2000万元 | 10万元 |
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
      | 500万元以上2000万元以下 | 5万元  |
      | exceeds 2000万元 | 10万元 |
```

How to fix: make them one tier, or let the first end below the figure at which the second begins.
"""

from __future__ import annotations

from collections.abc import Iterator

from polc.checks.alike import OVERLAP, alike
from polc.checks.draft import Checked
from polc.diagnostics import Diagnostic, Rule, Severity, Words

RULE = Rule(
    "tier-overlap-harmless",
    Severity.NOTE,
    title=Words("两档重叠，给的一样", "overlapping tiers that pay the same"),
    message=Words(
        "“{name}”的第{one}档和第{other}档有重叠{where}，给的一样",
        "tiers {one} and {other} of “{name}” overlap{where} and pay the same",
    ),
    page=__doc__ or "",
    yields_to=("tier-unreachable", "tier-overlap"),
)
_OTHER = Words("另一档", "the other tier")


def check(draft: Checked) -> Iterator[Diagnostic]:
    """Yield every two tiers that overlap, pay alike, and neither of which lies within the other."""
    for found in alike(draft, OVERLAP):
        yield found.as_(RULE, _OTHER)
