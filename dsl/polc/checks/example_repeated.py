"""两行示例一模一样：告诉的一样，期望的也一样。多一行不多验一样东西，改的时候却要改两处。

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
      | 年度支出 | 应得   | 说明     |
      | 300万元  | 20万元 | 又写一遍 |  # error
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
      | 年度支出 | 应得   | 说明       |
      | 200万元  | 20万元 | 正好到封顶 |
```

怎么改：删掉一行；本来想写另一种情形的，改成那一种。

---
Two rows of examples are one and the same: they tell the same and expect the same. The second holds nothing more to account, and is one more place to change.

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
      | 年度支出 | award  | note  |
      | 300万元  | 20万元 | again |  # error
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
      | 年度支出 | award  | note           |
      | 200万元  | 20万元 | just at the cap |
```

How to fix: delete one; if another case was meant, make it that.
"""

from __future__ import annotations

from collections.abc import Iterator

from polc.checks.draft import Checked
from polc.checks.said_of import repeated
from polc.diagnostics import Diagnostic, Edit, Fix, Label, Rule, Severity, Words
from polc.text import Span

RULE = Rule(
    "example-repeated",
    Severity.NOTE,
    title=Words("重复的示例", "examples that say the same twice"),
    message=Words("“{name}”有 {count} 行示例，别的行已经写过了", "rows of “{name}” that other rows have said: {count}"),
    page=__doc__ or "",
)
_FIRST = Words("已经写在这里", "said here already")
_ALSO = Words("这一行也是", "and this row")
_DELETE = Words("删掉重复的行", "delete the rows that are said twice")


def check(draft: Checked) -> Iterator[Diagnostic]:
    """Yield one finding for all rows of a part that say nothing that an earlier row has not said."""
    if not draft.whole:
        return
    for part in draft.policy.parts:
        pairs = repeated(draft, part)
        if not pairs:
            continue
        (row, first), *others = pairs
        related = (Label(first, _FIRST), *(Label(other, _ALSO) for other, _ in others))
        edits = tuple(Edit(_line(each), "") for each, _ in pairs)
        yield RULE.at(row, related=related, fixes=(Fix(_DELETE, edits),), name=part.name, count=str(len(pairs)))


def _line(row: Span) -> Span:
    """Return the whole line of a row, with its end."""
    source, line = row.source, row.begin.line
    end = source.line_start(line + 1) if line < source.line_count else len(source.text)
    return Span(source, source.line_start(line), end)
