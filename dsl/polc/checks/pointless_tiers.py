"""分了几档，各档给的都一样：分档没有用，或者有一档的数写错了。

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
    分档：年度营业收入，取高档  # error
      | 达到 1000万元 | 5万元 |
      | 达到 2000万元 | 5万元 |
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
      | 达到 1000万元 | 5万元 |
      | 达到 2000万元 | 8万元 |
```

怎么改：看有没有一档的数写错了；没有的，写成 条件 和 标准。

每档各给一次的，不报。

---
There are several tiers and all pay the same: the table decides nothing, or one of its figures is wrong.

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
    tiers: 年度营业收入, highest  # error
      | reaches 1000万元 | 5万元 |
      | reaches 2000万元 | 5万元 |
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
      | reaches 1000万元 | 5万元 |
      | reaches 2000万元 | 8万元 |
```

How to fix: see whether a figure is wrong; where none is, write a condition and a standard.

Tiers that are each paid once are not reported.
"""

from __future__ import annotations

from collections.abc import Iterator

from polc.checks.alike import POINTLESS, alike
from polc.checks.draft import Checked
from polc.diagnostics import Diagnostic, Rule, Severity, Words

RULE = Rule(
    "pointless-tiers",
    Severity.NOTE,
    title=Words("分档没有用", "tiers that decide nothing"),
    message=Words("“{name}”分了{other}档，给的都一样", "the {other} tiers of “{name}” all pay the same"),
    page=__doc__ or "",
)
_NONE = Words("", "")


def check(draft: Checked) -> Iterator[Diagnostic]:
    """Yield every table all of whose rows pay alike."""
    for found in alike(draft, POINTLESS):
        yield found.as_(RULE, _NONE)
