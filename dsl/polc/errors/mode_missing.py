"""分档的表怎么读，或者组里几项怎么一起算，没有写：同一张表，只给最高一档和每一档都给，钱就不同，polc 不替起草人选。

错误的写法：

```pol
政策 示范措施
  简称：demo
对象 企业
  年度支出：金额，每年
条 1 支持
  奖补 甲补贴
    支持对象：企业
    分档：年度支出  # error
      | 达到 100万元 | 5万元  |
      | 达到 500万元 | 10万元 |
```

正确的写法：

```pol
政策 示范措施
  简称：demo
对象 企业
  年度支出：金额，每年
条 1 支持
  奖补 甲补贴
    支持对象：企业
    分档：年度支出，取高档
      | 达到 100万元 | 5万元  |
      | 达到 500万元 | 10万元 |
```

怎么改：分档的，在事实后面写“，”和读法：取高档（只给到了的最高一档）、逐档（到了的每一档都给）、分段（每一段按本段算再相加）、晋级补差（升档给差额）、
查表（对上哪一行给哪一行）。组的 `方式`，写明就高、叠加、择一还是替代。原文看不出是哪一种的，写成疑义，几种读法都写出来。

---
It is not said how the table of tiers is read, or how the awards of a group go together. The same table pays differently when only the highest tier is paid and when each is; polc does not choose for the
drafter.

Bad:

```pol
policy 示范措施
  id: demo
subject 企业
  年度支出: money, yearly
clause 1 支持
  benefit 甲补贴
    for: 企业
    tiers: 年度支出  # error
      | reaches 100万元 | 5万元  |
      | reaches 500万元 | 10万元 |
```

Good:

```pol
policy 示范措施
  id: demo
subject 企业
  年度支出: money, yearly
clause 1 支持
  benefit 甲补贴
    for: 企业
    tiers: 年度支出, highest
      | reaches 100万元 | 5万元  |
      | reaches 500万元 | 10万元 |
```

How to fix: for tiers, write a comma and the mode behind the fact: highest (only the highest tier reached), each (every tier reached), marginal (bands, each by its own rate, added up), step_up (the
difference to a higher tier), lookup (the row that matches). For `how` of a group, say highest, add, choose or instead. Where the text does not tell which, write a doubt with all its readings.
"""

from __future__ import annotations

from polc.diagnostics import Diagnostic, Rule, Severity, Words
from polc.text import Span

RULE = Rule(
    "mode-missing",
    Severity.ERROR,
    title=Words("没有写怎么算", "mode missing"),
    message=Words("“{word}”没有写{what}", "“{word}” does not say {what}"),
    page=__doc__ or "",
)

_TIERS = Words("分档的表怎么读", "how the tiers are read")
_GROUP = Words("几项怎么一起算", "how the awards go together")
_READ = Words(
    "写明读法：取高档（只给到了的最高一档）、逐档（到了的每一档都给）、分段（每一段按本段算再相加）、"
    "晋级补差（升档给差额）、查表（对上哪一行给哪一行）",
    "say how: highest (only the highest tier reached), each (every tier reached), marginal (bands, each by its own "
    "rate, added up), step_up (the difference to a higher tier), lookup (the row that matches)",
)
_TOGETHER = Words(
    "写明 就高（只给最高的一项）、叠加（都给）、择一（申报人选一项）或 替代（前一项的条件成立，就不给后面的）",
    "say highest (only the highest is paid), add (all are), choose (the applicant chooses one) or instead (where the "
    "first applies, the next are not paid)",
)
_DOUBT = Words("原文看不出是哪一种的，写成疑义", "where the text does not tell which, write a doubt")


def tier_mode_missing(span: Span, word: str) -> Diagnostic:
    """Return the finding that a 分档 line names no mode; ``word`` is all that it says."""
    return RULE.at(span, help=(_READ, _DOUBT), word=word, what=_TIERS)


def how_missing(span: Span, word: str) -> Diagnostic:
    """Return the finding that a 方式 line does not say how awards go together; ``word`` is all that it says."""
    return RULE.at(span, help=(_TOGETHER, _DOUBT), word=word, what=_GROUP)
