"""情景里有 申请人 一列，每一年的第一行就要写是谁；空着的格接着同一年里上面那一家，是他的另一样东西。

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
    情景 两家
      | 年度 | 申请人 | 年度支出 | 应得  |
      | 2026 | 甲     | 20万元   | 6万元 |
      | 2027 |        | 20万元   | 6万元 |  # error
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

怎么改：写上申请人的名称。

---
Where a scenario has a column of applicants, the first row of every year says who it is. A blank cell goes on with the applicant above it in the same year: another item.

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
    scenario 两家
      | year | applicant | 年度支出 | award |
      | 2026 | 甲        | 20万元   | 6万元 |
      | 2027 |           | 20万元   | 6万元 |  # error
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

How to fix: name the applicant.
"""

from __future__ import annotations

from polc.diagnostics import Diagnostic, Rule, Severity, Words
from polc.text import Span

RULE = Rule(
    "applicant-missing",
    Severity.ERROR,
    title=Words("没有写申请人", "no applicant"),
    message=Words("这一年的第一行没有写是哪一家", "the first row of this year does not say who applies"),
    page=__doc__ or "",
)


def applicant_missing(span: Span) -> Diagnostic:
    """Return the finding that a year begins without an applicant."""
    return RULE.at(span)
