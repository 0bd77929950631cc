"""一张表的行，要么写在下面，要么“来自”一个文件，不能两样都写：两处的列可以不同，行号也会说不清是哪一处的。

错误的写法：

```csv title="cases.csv"
年度支出（万元）,应得
10,5万元
```

```pol
政策 示范措施
  简称：demo
对象 企业
  年度支出：金额，每年
条 1 支持
  奖补 甲补贴
    支持对象：企业
    标准：5万元
    示例 门槛
      来自：cases.csv  # error
      | 年度支出 | 应得  |
      | 20万元   | 5万元 |
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
    标准：5万元
    示例 表里的
      来自：cases.csv
    示例 下面的
      | 年度支出 | 应得  |
      | 20万元   | 5万元 |
```

怎么改：把下面的行搬进文件，或者另写一张示例。

---
The rows of a table stand below it or come from a file, not both: the two may have other columns, and a row's number would not say which it is of.

Bad:

```csv title="cases.csv"
年度支出（万元）,award
10,5万元
```

```pol
policy 示范措施
  id: demo
subject 企业
  年度支出: money, yearly
clause 1 支持
  benefit 甲补贴
    for: 企业
    pay: 5万元
    example 门槛
      rows_from: cases.csv  # error
      | 年度支出 | award |
      | 20万元   | 5万元 |
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
    pay: 5万元
    example 表里的
      rows_from: cases.csv
    example 下面的
      | 年度支出 | award |
      | 20万元   | 5万元 |
```

How to fix: move the rows into the file, or write a second example.
"""

from __future__ import annotations

from polc.diagnostics import Diagnostic, Rule, Severity, Words
from polc.text import Span

RULE = Rule(
    "rows-twice",
    Severity.ERROR,
    title=Words("行写在两处", "rows in two places"),
    message=Words("这张表的行既写在下面，又来自 {path}", "the rows of this table stand below and come from {path} too"),
    page=__doc__ or "",
)


def rows_twice(span: Span, path: str) -> Diagnostic:
    """Return the finding that a table has rows of its own and rows from a file."""
    return RULE.at(span, path=path)
