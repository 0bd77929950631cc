"""“分别”前后两列的个数对不上：三个门槛只有两个数，或者两级只对着三个数。多出来的一个给多少，没有唯一的答案。

认得的列：几个数（500万元、1000万元、2000万元）、几级（国家级、省级、市级）、几等奖。

错误的写法：

```pol
政策 示范措施
  简称：demo
对象 企业
  年度营业收入：金额，每年
条 1 支持
  宣示
    原文：“年度营业收入达到500万元、1000万元、2000万元的，分别给予4万元、5万元奖励”  # error
```

正确的写法：

```pol
政策 示范措施
  简称：demo
对象 企业
  年度营业收入：金额，每年
条 1 支持
  宣示
    原文：“年度营业收入达到500万元、1000万元、2000万元的，分别给予4万元、5万元、6万元奖励”
```

怎么改：对照制定的本意，补上缺的一个，或者删掉多的一个。

---
The two lists of a “respectively” (分别) differ in length: three thresholds and two amounts, or two levels and three. What the odd one gets has no single answer.

Lists that are read: figures, levels of government, and prizes.

Bad:

```pol
policy demo measure
  id: demo
subject firm
  revenue: money, yearly
clause 1 support
  exhort
    quote: “年度营业收入达到500万元、1000万元、2000万元的，分别给予4万元、5万元奖励”  # error
```

Good:

```pol
policy demo measure
  id: demo
subject firm
  revenue: money, yearly
clause 1 support
  exhort
    quote: “年度营业收入达到500万元、1000万元、2000万元的，分别给予4万元、5万元、6万元奖励”
```

How to fix: add what is missing, or strike what is too much.
"""

from __future__ import annotations

from collections.abc import Iterator

from polc.checks.draft import Checked
from polc.checks.heading import quotes
from polc.checks.listed import pairs
from polc.diagnostics import Diagnostic, Rule, Severity, Words

RULE = Rule(
    "list-length-mismatch",
    Severity.ERROR,
    title=Words("“分别”前后个数对不上", "lists of different lengths"),
    message=Words(
        "“{left}”有{before}个，“{right}”有{after}个，分别不了",
        "“{left}” has {before} and “{right}” has {after}: they cannot be paired",
    ),
    page=__doc__ or "",
)


def check(draft: Checked) -> Iterator[Diagnostic]:
    """Yield every quoted sentence whose 分别 stands between two lists of different lengths."""
    seen: set[str] = set()
    for quote, span in quotes(draft.policy):
        for left, right in pairs(quote.text):
            if len(left) != len(right) and quote.text not in seen:
                seen.add(quote.text)
                before, after = str(len(left)), str(len(right))
                yield RULE.at(span, left="、".join(left), right="、".join(right), before=before, after=after)
