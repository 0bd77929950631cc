"""示例里还有写着“待核”的格：那是工具算出来、先记着的数，没有人照原文核过，不算断言，`polc test` 也不算它通过。

错误的写法：

```pol
政策 示范措施  # error
  简称：demo
对象 企业
  年度支出：金额，每年
条 1 支持
  奖补 研发补助
    支持对象：企业
    享受：每家企业 每年
    标准：年度支出 × 10%
    上限：每家企业 每年 20万元
    示例 门槛与封顶
      | 年度支出 | 应得        | 说明               |
      | 100万元  | 10万元      | 100 × 10%          |
      | 300万元  | 待核 20万元 | 还没有人照原文算过 |
```

正确的写法：

```pol
政策 示范措施
  简称：demo
对象 企业
  年度支出：金额，每年
条 1 支持
  奖补 研发补助
    支持对象：企业
    享受：每家企业 每年
    标准：年度支出 × 10%
    上限：每家企业 每年 20万元
    示例 门槛与封顶
      | 年度支出 | 应得   | 说明          |
      | 100万元  | 10万元 | 100 × 10%     |
      | 300万元  | 20万元 | 30 万，封顶   |
```

怎么改：照原文用手算一遍，和待核的数一样，就删掉“待核”两个字，算式写进说明；不一样，先弄清是原文写错、读错，还是编码错。

---
Some cells of examples are still to be confirmed (待核): the tool worked the figure out and nobody held it against the text. It asserts nothing, and
`polc test` does not count it as passed.

Bad:

```pol
policy 示范措施  # error
  id: demo
subject 企业
  年度支出: money, yearly
clause 1 支持
  benefit 研发补助
    for: 企业
    per: every 企业 yearly
    pay: 年度支出 × 10%
    cap: every 企业 yearly 20万元
    example 门槛与封顶
      | 年度支出 | award             | note      |
      | 100万元  | 10万元            | 100 × 10% |
      | 300万元  | to_confirm 20万元 | nobody has worked it out from the text |
```

Good:

```pol
policy 示范措施
  id: demo
subject 企业
  年度支出: money, yearly
clause 1 支持
  benefit 研发补助
    for: 企业
    per: every 企业 yearly
    pay: 年度支出 × 10%
    cap: every 企业 yearly 20万元
    example 门槛与封顶
      | 年度支出 | award  | note       |
      | 100万元  | 10万元 | 100 × 10%  |
      | 300万元  | 20万元 | 30, capped |
```

How to fix: work the figure out by hand from the official text. If it is the same, delete 待核 (`to_confirm`) and write the arithmetic into the note; if not, find out first
whether the text, its reading or the encoding is wrong.
"""

from __future__ import annotations

from collections.abc import Iterator

from polc.checks.draft import Checked
from polc.diagnostics import Diagnostic, Label, Rule, Severity, Words
from polc.model.expectations import ToConfirm
from polc.text import Span

RULE = Rule(
    "example-unconfirmed",
    Severity.NOTE,
    title=Words("待核的示例", "examples to be confirmed"),
    message=Words(
        "还有 {count} 行示例待核，不算断言",
        "rows of examples that are still to be confirmed, and assert nothing: {count}",
    ),
    page=__doc__ or "",
)
_HERE = Words("待核", "to be confirmed")
_HELP = Words("照原文核对以后，删掉“待核”", "hold each against the official text, then delete 待核 (to_confirm)")
_SHOWN = 3
"""How many places are pointed at; `polc test` lists the rest."""


def check(draft: Checked) -> Iterator[Diagnostic]:
    """Yield one finding for all rows that wait to be confirmed."""
    rows = list(_waiting(draft))
    if rows:
        related = tuple(Label(span, _HERE) for span in rows[:_SHOWN])
        yield RULE.at(draft.policy.span, related=related, help=(_HELP,), count=str(len(rows)))


def _waiting(draft: Checked) -> Iterator[Span]:
    """Yield the first cell 待核 of every row that has one."""
    for part in draft.policy.parts:
        for table in part.tables:
            for row in table.rows:
                cell = next((cell for cell in row.cells if isinstance(cell, ToConfirm)), None)
                if cell is not None and cell.span is not None:
                    yield cell.span
