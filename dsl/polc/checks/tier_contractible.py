"""接着的两档给的一样，可以并成一档。多半是其中一个数写错了，或者改稿时忘了并。

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
    分档：年度营业收入，取高档
      | 达到 1000万元 | 5万元  |
      | 达到 2000万元 | 5万元  |  # error
      | 达到 5000万元 | 10万元 |
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
    分档：年度营业收入，取高档
      | 达到 1000万元 | 5万元  |
      | 达到 2000万元 | 8万元  |
      | 达到 5000万元 | 10万元 |
```

怎么改：看后一档的数是不是写错了；没有写错的，并成一档。每档各给一次的（每档 一次、首次），不报。

---
Two tiers that follow each other pay the same and could be one. Often one of the figures is wrong, or they were left behind when the draft changed.

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
    tiers: 年度营业收入, highest
      | reaches 1000万元 | 5万元  |
      | reaches 2000万元 | 5万元  |  # error
      | reaches 5000万元 | 10万元 |
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
    tiers: 年度营业收入, highest
      | reaches 1000万元 | 5万元  |
      | reaches 2000万元 | 8万元  |
      | reaches 5000万元 | 10万元 |
```

How to fix: see whether the figure of the later one is wrong; where it is not, make them one. Tiers that are each paid once are not reported.
"""

from __future__ import annotations

from collections.abc import Iterator

from polc.checks.alike import JOINED, alike
from polc.checks.draft import Checked
from polc.diagnostics import Diagnostic, Rule, Severity, Words

RULE = Rule(
    "tier-contractible",
    Severity.NOTE,
    title=Words("可以并的两档", "two tiers that could be one"),
    message=Words(
        "“{name}”的第{one}档和第{other}档给的一样，可以并成一档",
        "tiers {one} and {other} of “{name}” pay the same and could be one",
    ),
    page=__doc__ or "",
    yields_to=("tier-unreachable", "tier-overlap"),
)
_OTHER = Words("另一档", "the other tier")


def check(draft: Checked) -> Iterator[Diagnostic]:
    """Yield every two tiers that join and pay alike, while others pay something else."""
    for found in alike(draft, JOINED):
        yield found.as_(RULE, _OTHER)
