"""情景里有几家申请人，年份要由早到晚写，同一年的几家写在一起：钱是一年一年分的，分过的一年不能再来。

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
      | 2027 | 甲     | 20万元   | 6万元 |
      | 2026 | 乙     | 20万元   | 6万元 |  # error
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

怎么改：把同一年的几家放在一起，年份由早到晚。

---
In a scenario of several applicants years go forward, and those of one year stand together: money is shared year by year, and a year that was shared does not come back.

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
      | 2027 | 甲        | 20万元   | 6万元 |
      | 2026 | 乙        | 20万元   | 6万元 |  # error
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

How to fix: put the applicants of a year together, the years in order.
"""

from __future__ import annotations

from polc.diagnostics import Diagnostic, Rule, Severity, Words
from polc.text import Span

RULE = Rule(
    "years-disordered",
    Severity.ERROR,
    title=Words("年份没有由早到晚", "years out of order"),
    message=Words("这一行是 {year}年，前面已经写到 {last}年", "this row is of {year}, behind rows of {last}"),
    page=__doc__ or "",
)


def years_disordered(span: Span, year: str, last: str) -> Diagnostic:
    """Return the finding that a row at ``span`` goes back to a year that was passed."""
    return RULE.at(span, year=year, last=last)
