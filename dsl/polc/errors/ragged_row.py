"""表的每一行格数要一样：示例 和 情景 与表头一样多，分档 是“每个分档依据一格，最后一格写给多少”。少了一格，后面的数就错了位。

错误的写法：

```pol
政策 示范措施
  简称：demo
对象 企业
  年度支出：金额，每年
  级别：无、市级、省级
条 1 支持
  奖补 甲补贴
    支持对象：企业
    标准：年度支出 × 30%
    示例 一成
      | 年度支出 | 说明 | 应得 |
      | 10万元 | 3万元 |  # error
```

正确的写法：

```pol
政策 示范措施
  简称：demo
对象 企业
  年度支出：金额，每年
  级别：无、市级、省级
条 1 支持
  奖补 甲补贴
    支持对象：企业
    标准：年度支出 × 30%
    示例 一成
      | 年度支出 | 说明 | 应得 |
      | 10万元 | | 3万元 |
```

怎么改：补上空着的格，或删掉多出的格。

---
Every row has as many cells as its header; in a tier table there is one for each thing the tiers go by, and a last one for what is paid.
One cell less, and every figure behind it is in the wrong place.

Bad:

```pol
policy 示范措施
  id: demo
subject 企业
  年度支出: money, yearly
  级别: 无 & 市级 & 省级
clause 1 支持
  benefit 甲补贴
    for: 企业
    pay: 年度支出 × 30%
    example 一成
      | 年度支出 | note | award |
      | 10万元 | 3万元 |  # error
```

Good:

```pol
policy 示范措施
  id: demo
subject 企业
  年度支出: money, yearly
  级别: 无 & 市级 & 省级
clause 1 支持
  benefit 甲补贴
    for: 企业
    pay: 年度支出 × 30%
    example 一成
      | 年度支出 | note | award |
      | 10万元 | | 3万元 |
```

How to fix: add the empty cell, or delete the one too many.
"""

from __future__ import annotations

from polc.diagnostics import Diagnostic, Label, Rule, Severity, Words
from polc.text import Span

RULE = Rule(
    "ragged-row",
    Severity.ERROR,
    title=Words("格数不对", "ragged row"),
    message=Words("这一行有 {found} 格，要 {due} 格", "this row has {found} cells, {due} are due"),
    page=__doc__ or "",
)

_FEW = Words("空着的格也要留：| 99万元 | |", "a cell that is empty keeps its place: | 99万元 | |")
_MANY = Words(
    "多出来的是另一列的，表头里也要有；是说明的，加一列 说明",
    "what is another column's needs a heading; a remark goes in a column note",
)


def ragged_row(span: Span, found: int, due: int, header: Span | None = None) -> Diagnostic:
    """Return the finding that a row has ``found`` cells where ``due`` are due, as ``header`` has them."""
    related = (Label(header, Words("表头在这里", "the header is here")),) if header else ()
    return RULE.at(span, related=related, help=(_FEW if found < due else _MANY,), found=str(found), due=str(due))
