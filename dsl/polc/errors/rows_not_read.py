"""“来自”所说的文件读不了，表里就没有行，什么也没有检验。文件要和写它的 .pol 放在一起（或写从那里起的路径），是一张 CSV：
第一行是列名，以后一行一种情形。

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
      来自：case.csv  # error
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
    示例 门槛
      来自：cases.csv
```

怎么改：按提示里最接近的名字改；是 .xlsx 的，另存为“CSV UTF-8（逗号分隔）”。

---
The file that `rows_from` names cannot be read, so the table has no rows and tests nothing. It stands beside the .pol file that names it (or
under the path written from there) and is a CSV: the names of the columns first, then a case a line.

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
      rows_from: case.csv  # error
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
    example 门槛
      rows_from: cases.csv
```

How to fix: correct the name, the closest is offered; save an .xlsx as “CSV UTF-8 (comma delimited)”.
"""

from __future__ import annotations

from polc.diagnostics import Diagnostic, Rule, Severity, Words
from polc.text import Span

RULE = Rule(
    "rows-not-read",
    Severity.ERROR,
    title=Words("行所在的文件读不了", "rows that cannot be read"),
    message=Words("读不了 {path}：{why}", "cannot read {path}: {why}"),
    page=__doc__ or "",
)

MISSING = Words("没有这个文件", "there is no such file")
ABSOLUTE = Words("要写从这个 .pol 起的路径", "the path must begin at this .pol file")
NOT_CSV = Words("不是 CSV；在表格软件里另存为“CSV UTF-8”", "not a CSV; save it as “CSV UTF-8”")
QUOTES = Words("引号没有配对", "the quotes do not pair")
EMPTY = Words("里面什么也没有", "there is nothing in it")
UNREADABLE = Words("里面不是能读的文字", "it holds no readable text")


def rows_not_read(span: Span, path: str, why: Words, near: str = "") -> Diagnostic:
    """Return the finding that a file of rows cannot be read; ``near`` is the name that was probably meant."""
    help_ = (Words(f"是不是 {near}？", f"did you mean {near}?"),) if near else ()
    return RULE.at(span, help=help_, path=path, why=why)
