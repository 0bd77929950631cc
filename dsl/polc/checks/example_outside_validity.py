"""示例写的年份或者日期在有效期以外，却期望有钱。示例没有告诉日期的，推定政策正在施行：年份写错了，照样算得出来，测试也是绿的，没有人看得出来。

错误的写法：

```pol
政策 示范措施
  简称：demo
  有效期：自 2026年1月1日 至 2028年12月31日
对象 企业
  年度支出：金额，每年
  级别：无、市级、省级
条 1 支持
  奖补 研发补助
    支持对象：企业
    享受：每家企业 每年
    标准：年度支出 × 10%
    上限：每家企业 每年 20万元
    示例 哪一年
      | 年度  | 年度支出 | 应得   |
      | 2031年 | 100万元  | 10万元 |  # error
```

正确的写法：

```pol
政策 示范措施
  简称：demo
  有效期：自 2026年1月1日 至 2028年12月31日
对象 企业
  年度支出：金额，每年
  级别：无、市级、省级
条 1 支持
  奖补 研发补助
    支持对象：企业
    享受：每家企业 每年
    标准：年度支出 × 10%
    上限：每家企业 每年 20万元
    示例 哪一年
      | 年度  | 年度支出 | 应得   |
      | 2027年 | 100万元  | 10万元 |
```

怎么改：年份写错了就改；要验期满以后，就写日期那一列，期望 0元，或者写成情景。期满以后还付的，用“存续兑付”写明。

---
The year or the day of a row lies outside the period in which the policy is in force, and money is expected. Where a row tells no day the policy is presumed to be in force: a slip of the year is computed all the same, and nobody notices.

Bad:

```pol
policy 示范措施
  id: demo
  valid: from 2026-01-01 to 2028-12-31
subject 企业
  年度支出: money, yearly
  级别: 无、市级、省级
clause 1 支持
  benefit 研发补助
    for: 企业
    per: every 企业 yearly
    pay: 年度支出 × 10%
    cap: every 企业 yearly 20万元
    example 哪一年
      | year  | 年度支出 | award  |
      | 2031   | 100万元  | 10万元 |  # error
```

Good:

```pol
policy 示范措施
  id: demo
  valid: from 2026-01-01 to 2028-12-31
subject 企业
  年度支出: money, yearly
  级别: 无、市级、省级
clause 1 支持
  benefit 研发补助
    for: 企业
    per: every 企业 yearly
    pay: 年度支出 × 10%
    cap: every 企业 yearly 20万元
    example 哪一年
      | year  | 年度支出 | award  |
      | 2027   | 100万元  | 10万元 |
```

How to fix: mend the year; to hold the time after the end to account, give a column of days and expect 0元, or write a scenario. Where the policy still pays after its end, say so with 存续兑付 (`run_off`).
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator, Mapping

from polc.checks.draft import Checked
from polc.checks.put_to_test import cases
from polc.checks.said_of import expects_money
from polc.diagnostics import Diagnostic, Label, Rule, Severity, Words
from polc.model.policy import Part
from polc.passes.elaborate import YEAR_INPUT
from polc.passes.lower.force import end_day, of_part, start_day
from polc.readers.prose import figures
from polc.runs.rehearsal import Rehearsed
from polc.text import Span

RULE = Rule(
    "example-outside-validity",
    Severity.WARNING,
    title=Words("有效期以外的示例", "an example outside the validity"),
    message=Words(
        "“{name}”有 {count} 行示例在有效期（{first} 至 {last}）以外，却期望有钱",
        "rows of “{name}” that expect money outside the validity ({first} to {last}): {count}",
    ),
    page=__doc__ or "",
)
_ALSO = Words("这一行也是", "and this row")
_UNKNOWN = Words("未知", "unknown")


def check(draft: Checked) -> Iterator[Diagnostic]:
    """Yield one finding for all rows of a part that expect money in a year, or on a day, when it is not in force."""
    if not draft.whole:
        return
    for part in draft.policy.parts:
        if _runs_on(draft, part):
            continue
        rows = [row for case in cases(draft, part) if (row := _outside(draft, case)) is not None]
        if rows:
            first, last = (figures.day(day) if day is not None else _UNKNOWN for day in _window(draft, part, {}))
            yield RULE.at(
                rows[0], related=tuple(Label(row, _ALSO) for row in rows[1:]), name=part.name, count=str(len(rows)),
                first=first, last=last,
            )  # fmt: skip


def _runs_on(draft: Checked, part: Part) -> bool:
    """Return whether a part pays by years from a start of its own, or after the end: ``outlives-policy`` speaks of that."""
    terms = [
        part.base,
        *(reading.terms for doubt in (*part.doubts, *draft.policy.doubts) for reading in doubt.readings),
    ]
    return any(each.year_index is not None or each.run_off is not None for each in terms)


def _window(draft: Checked, part: Part, selection: Mapping[str, str]) -> tuple[int | None, int | None]:
    """Return the first and the last day on which a part is in force, under some readings."""
    lowered = draft.compiled.lowered(selection)
    plan = lowered.plans.get(part.name)
    terms = lowered.whole if plan is None else of_part(lowered.whole, lowered.terms(plan))
    return start_day(terms), end_day(terms)


def _outside(draft: Checked, case: Rehearsed) -> Span | None:
    """Return the place of a case that tells a year, or a day, and expects money though it lies outside of the window."""
    year, day = case.told.facts.get(YEAR_INPUT.name), case.told.facts.get("日期")
    if isinstance(day, int):
        begins = ends = day
    elif isinstance(year, int) and dt.MINYEAR <= year <= dt.MAXYEAR:
        begins, ends = dt.date(year, 1, 1).toordinal(), dt.date(year, 12, 31).toordinal()
    else:
        return None
    for each in filter(expects_money, case.asserted):
        first, last = _window(draft, case.part, each.selection)
        if (first is not None and ends < first) or (last is not None and begins > last):
            return case.rows[0][1].span
    return None
