"""两行示例，告诉的一样，期望的结果不一样：总有一行是错的。常见的是改了条文，只改了一张表。

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
    标准：年度支出 × 10%
    上限：每家企业 每年 20万元
    示例 一般和封顶
      | 年度支出 | 应得   | 说明         |
      | 100万元  | 10万元 | 100 × 10%    |
      | 300万元  | 20万元 | 30 万，封顶  |
    示例 又一张
      | 年度支出 | 应得   |
      | 300万元  | 30万元 |  # error
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
    标准：年度支出 × 10%
    上限：每家企业 每年 20万元
    示例 一般和封顶
      | 年度支出 | 应得   | 说明         |
      | 100万元  | 10万元 | 100 × 10%    |
      | 300万元  | 20万元 | 30 万，封顶  |
    示例 又一张
      | 年度支出 | 应得   |
      | 200万元  | 20万元 |
```

怎么改：照原文重新算一遍，改错的那一行；要是原文可以有两种读法，写成疑义，两种结果各写一列。

---
Two rows of examples tell the same and expect different results: one of them is wrong. Often a measure was changed, and only one table with it.

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
    pay: 年度支出 × 10%
    cap: every 企业 yearly 20万元
    example 一般和封顶
      | 年度支出 | award  | note       |
      | 100万元  | 10万元 | 100 × 10%  |
      | 300万元  | 20万元 | 30, capped |
    example 又一张
      | 年度支出 | award  |
      | 300万元  | 30万元 |  # error
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
    pay: 年度支出 × 10%
    cap: every 企业 yearly 20万元
    example 一般和封顶
      | 年度支出 | award  | note       |
      | 100万元  | 10万元 | 100 × 10%  |
      | 300万元  | 20万元 | 30, capped |
    example 又一张
      | 年度支出 | award  |
      | 200万元  | 20万元 |
```

How to fix: work it out again from the official text and mend the row that is wrong; where the text can be read two ways, make it a doubt, with a column for each reading.
"""

from __future__ import annotations

from collections.abc import Iterator

from polc.checks.draft import Checked
from polc.checks.said_of import Saying, sayings
from polc.diagnostics import Diagnostic, Label, Rule, Severity, Words

RULE = Rule(
    "example-contradicts-example",
    Severity.ERROR,
    title=Words("自相矛盾的示例", "examples that contradict each other"),
    message=Words(
        "“{name}”的两行示例告诉的一样，{column}却一个写 {one}，一个写 {other}",
        "two rows of “{name}” tell the same, and {column} is {one} in one and {other} in the other",
    ),
    page=__doc__ or "",
)
_OTHER = Words("另一行", "the other row")


def check(draft: Checked) -> Iterator[Diagnostic]:
    """Yield every row that expects another result than an earlier one that tells the same, under the same readings."""
    if not draft.whole:
        return
    for part in draft.policy.parts:
        known: dict[object, Saying] = {}
        told: set[int] = set()
        for saying in sayings(draft, part):
            first = known.setdefault(saying.key, saying)
            if first.result != saying.result and saying.row.start not in told:
                told.add(saying.row.start)
                yield RULE.at(
                    saying.row, related=(Label(first.row, _OTHER),), name=part.name, column=saying.column,
                    one=first.text, other=saying.text,
                )  # fmt: skip
