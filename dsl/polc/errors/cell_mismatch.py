"""示例表里这一格的写法，和它那一列的事实对不上：该写金额的写了比例，该写“是”“否”的写了数，或者级别的名称没有声明过。

错误的写法：

```pol
政策 示范措施
  简称：demo
对象 企业
  年度支出：金额，每年
  高新企业：是否
条 1 支持
  奖补 甲补贴
    支持对象：企业
    标准：年度支出 × 30%
    示例
      | 年度支出 | 应得 |
      | 30% | 3万元 |  # error
```

正确的写法：

```pol
政策 示范措施
  简称：demo
对象 企业
  年度支出：金额，每年
  高新企业：是否
条 1 支持
  奖补 甲补贴
    支持对象：企业
    标准：年度支出 × 30%
    示例
      | 年度支出 | 应得 |
      | 10万元 | 3万元 |
```

怎么改：按那个事实声明的种类写；表头可以带单位，例如 年度支出（万元），格里就写数。

---
This cell does not fit the fact of its column: a rate where money is due, a number where 是 or 否 is due, or a level that is not declared.

Bad:

```pol
policy 示范措施
  id: demo
subject 企业
  年度支出: money, yearly
  高新企业: truth
clause 1 支持
  benefit 甲补贴
    for: 企业
    pay: 年度支出 × 30%
    example
      | 年度支出 | award |
      | 30% | 3万元 |  # error
```

Good:

```pol
policy 示范措施
  id: demo
subject 企业
  年度支出: money, yearly
  高新企业: truth
clause 1 支持
  benefit 甲补贴
    for: 企业
    pay: 年度支出 × 30%
    example
      | 年度支出 | award |
      | 10万元 | 3万元 |
```

How to fix: write the kind of value that the fact declares; a header may carry the unit, e.g. 年度支出（万元）.
"""

from __future__ import annotations

from polc.diagnostics import Diagnostic, Rule, Severity, Words
from polc.text import Span

RULE = Rule(
    "cell-mismatch",
    Severity.ERROR,
    title=Words("这一格和它的列对不上", "a cell that does not fit its column"),
    message=Words(
        "“{column}”这一列要{wanted}，这一格写的是“{text}”", "column “{column}” takes {wanted}, this cell says “{text}”"
    ),
    page=__doc__ or "",
)


def cell_mismatch(span: Span, column: str, wanted: Words, help_: tuple[Words, ...] = ()) -> Diagnostic:
    """Return the finding that a cell does not fit the fact of its column."""
    return RULE.at(span, help=help_, column=column, wanted=wanted, text=span.text.strip())
