"""一处疑义有几种读法，其中一种没有哪一行示例算过：定稿的人看不到那样读给多少，那种读法编码错了也没有谁知道。

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
    疑义 封顶多少 “最高不超过20万元”  # error
      读法 二十万元
      读法 看支出
        上限：每家企业 每年 10万元
      读法 不封顶
        上限：无
    示例 两种读法
      | 年度支出 | 应得（二十万元） | 应得（看支出） |
      | 300万元  | 20万元           | 10万元         |
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
    疑义 封顶多少 “最高不超过20万元”
      读法 二十万元
      读法 看支出
        上限：每家企业 每年 10万元
      读法 不封顶
        上限：无
    示例 三种读法
      | 年度支出 | 应得（二十万元） | 应得（看支出） | 应得（不封顶） |
      | 300万元  | 20万元           | 10万元         | 30万元         |
```

怎么改：给那种读法加一列（`应得（读法）`），照那样读手算一遍。能举出例子的，给出的一行两种读法各一列，数写着“待核”。

一种读法的示例也没有、读法之间给的又不同的，看 readings-differ。

---
A doubt has several readings, and one of them no row of an example computes: whoever settles the text does not see what it would pay, and nobody notices if it is encoded wrongly.

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
    doubt 封顶多少 “最高不超过20万元”  # error
      reading 二十万元
      reading 看支出
        cap: every 企业 yearly 10万元
      reading 不封顶
        cap: none
    example 两种读法
      | 年度支出 | award（二十万元） | award（看支出） |
      | 300万元  | 20万元            | 10万元          |
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
    doubt 封顶多少 “最高不超过20万元”
      reading 二十万元
      reading 看支出
        cap: every 企业 yearly 10万元
      reading 不封顶
        cap: none
    example 三种读法
      | 年度支出 | award（二十万元） | award（看支出） | award（不封顶） |
      | 300万元  | 20万元            | 10万元          | 30万元          |
```

How to fix: add a column for that reading (`award（reading）`), worked out by hand as it would be read. Where a case can be given its row has a column for each of two readings, marked 待核 (`to_confirm`).

Where no reading is
shown and they pay differently, see readings-differ.
"""

from __future__ import annotations

from collections.abc import Iterator

from polc.checks.draft import Checked
from polc.checks.offered_rows import offer
from polc.checks.put_to_test import asserts
from polc.checks.two_readings import Pair, places
from polc.diagnostics import Diagnostic, Rule, Severity, Words
from polc.model.expectations import Table
from polc.model.expressions import Name
from polc.model.policy import Doubt, Reading
from polc.model.values import Given
from polc.runs.rehearsal import SILENT

RULE = Rule(
    "reading-without-example",
    Severity.WARNING,
    title=Words("没有示例的读法", "a reading without an example"),
    message=Words(
        "“{doubt}”读作{readings}的，没有一行示例算过", "no row of an example computes “{doubt}” read as {readings}"
    ),
    page=__doc__ or "",
    yields_to=("readings-differ", "readings-agree", "benefit-without-example"),
)


def check(draft: Checked) -> Iterator[Diagnostic]:
    """Yield every doubt of parts that are computed, some reading of which no row is computed under."""
    if not draft.whole:
        return
    lowered = draft.compiled.lowered()
    tables = [table for part in draft.policy.parts for table in part.tables if asserts(table)]
    for doubt in draft.policy.all_doubts.values():
        raised = [part for part, _ in places(draft, doubt.name) if part.name in lowered.plans]
        if not raised or not tables:
            continue
        own = any(asserts(table) for part in raised for table in part.tables)
        bare = [reading for place, reading in enumerate(doubt.readings)
                if not (place == 0 and own) and not any(_computes(table, doubt, reading) for table in tables)]  # fmt: skip
        if not bare:
            continue
        other = next((reading for reading in bare if reading is not doubt.readings[0]), None)
        witness = Pair(draft, doubt, other).case() if other is not None else None
        fixes = offer(draft, raised[0], [witness.table]) if witness is not None else ()
        yield RULE.at(
            doubt.span, witness=witness, fixes=fixes, doubt=doubt.name,
            readings=Words("、".join(f"“{each.name}”" for each in bare), ", ".join(f"“{each.name}”" for each in bare)),
        )  # fmt: skip


def _computes(table: Table, doubt: Doubt, reading: Reading) -> bool:
    """Return whether a table says a result under a reading: in a column of its own, or since 假定 chooses it."""
    for given in table.givens:
        if isinstance(given, Given) and given.name.text == doubt.name:
            return isinstance(given.value, Name) and given.value.text == reading.name
    names = {reading.name, f"{doubt.name}={reading.name}"}
    columns = [place for place, column in enumerate(table.columns)
               if names & {word.replace(" ", "") for word in column.readings}]  # fmt: skip
    return any(place < len(row.cells) and not isinstance(row.cells[place], SILENT)
               for row in table.rows for place in columns)  # fmt: skip
