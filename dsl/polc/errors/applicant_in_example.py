"""示例一行就是一家，没有几家一起分的事；几家申请人写在 情景 里，一年一年地分名额和资金池。

错误的写法：

```pol
政策 示范措施
  简称：demo
对象 企业
  年度支出：金额，每年
条 1 支持
  资金池 年度资金：每年 10万元
    超出：先到先得
  奖补 甲补贴
    支持对象：企业
    享受：每家企业 每年
    标准：年度支出 × 30%
    出自：年度资金
    示例 两家
      | 申请人 | 年度支出 | 应得  |  # error
      | 甲     | 20万元   | 6万元 |
```

正确的写法：

```pol
政策 示范措施
  简称：demo
对象 企业
  年度支出：金额，每年
条 1 支持
  资金池 年度资金：每年 10万元
    超出：先到先得
  奖补 甲补贴
    支持对象：企业
    享受：每家企业 每年
    标准：年度支出 × 30%
    出自：年度资金
    情景 两家
      | 年度 | 申请人 | 年度支出 | 应得  | 兑付  |
      | 2026 | 甲     | 20万元   | 6万元 | 6万元 |
      |      | 乙     | 20万元   | 6万元 | 4万元 |
```

怎么改：把 示例 改成 情景，加上 年度 一列；只是给每一行起个名，用 说明。

---
A row of an example is one payee, and nothing is shared there. Several applicants stand in a scenario, which shares quotas and pools year by year.

Bad:

```pol
policy 示范措施
  id: demo
subject 企业
  年度支出: money, yearly
clause 1 支持
  pool 年度资金: yearly 10万元
    excess: first_come
  benefit 甲补贴
    for: 企业
    per: every 企业 yearly
    pay: 年度支出 × 30%
    from_pool: 年度资金
    example 两家
      | applicant | 年度支出 | award |  # error
      | 甲        | 20万元   | 6万元 |
```

Good:

```pol
policy 示范措施
  id: demo
subject 企业
  年度支出: money, yearly
clause 1 支持
  pool 年度资金: yearly 10万元
    excess: first_come
  benefit 甲补贴
    for: 企业
    per: every 企业 yearly
    pay: 年度支出 × 30%
    from_pool: 年度资金
    scenario 两家
      | year | applicant | 年度支出 | award | paid  |
      | 2026 | 甲        | 20万元   | 6万元 | 6万元 |
      |      | 乙        | 20万元   | 6万元 | 4万元 |
```

How to fix: make it a scenario with a column for the year; for a mere name of the row use note.
"""

from __future__ import annotations

from polc.diagnostics import Diagnostic, Rule, Severity, Words
from polc.text import Span

RULE = Rule(
    "applicant-in-example",
    Severity.ERROR,
    title=Words("示例里没有几个申请人", "several applicants in an example"),
    message=Words(
        "示例一行就是一家，“{name}”这一列要写在 情景 里",
        "a row of an example is one payee; the column “{name}” belongs in a scenario",
    ),
    page=__doc__ or "",
)


def applicant_in_example(span: Span, name: str) -> Diagnostic:
    """Return the finding that an example has a column of applicants."""
    return RULE.at(span, name=name)
