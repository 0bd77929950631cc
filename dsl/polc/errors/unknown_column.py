"""示例表的列名，要么是这项奖补看得到的事实，要么是输出（应得、单项、合计、结论……）。这一列两样都不是。

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
      | 总支出 | 应得 |  # error
      | 10万元 | 3万元 |
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

怎么改：改成事实的名称；只是说明文字的，列名写“说明”。

---
A column of an example is a fact that the benefit can see, or an output (应得, 单项, 合计, 结论 …). This one is neither.

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
      | 总支出 | award |  # error
      | 10万元 | 3万元 |
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

How to fix: use the name of a fact; call a column of remarks 说明 (note).
"""

from __future__ import annotations

from polc.diagnostics import Diagnostic, Rule, Severity, Words
from polc.text import Span

RULE = Rule(
    "unknown-column",
    Severity.ERROR,
    title=Words("示例表里不认识的列", "unknown column"),
    message=Words(
        "“{name}”不是“{part}”看得到的事实，也不是输出", "“{name}” is no fact that “{part}” can see, nor an output"
    ),
    page=__doc__ or "",
)

_HELP = Words(
    "企业的情况要先在“对象”里声明；给多少写“应得”，说明写“说明”",
    "a fact is declared in subject first; what is paid is award, a remark note",
)
_MEANT = {
    **dict.fromkeys(
        ("金额", "补助", "补贴", "奖励", "奖补", "补助金额", "奖励金额", "奖补金额", "结果", "amount"), "应得"
    ),
    **dict.fromkeys(("年份", "年", "时间"), "年度"),
    **dict.fromkeys(("备注", "注", "理由", "依据", "原因", "remark"), "说明"),
}
"""What drafters head the columns of an example with."""


def unknown_column(span: Span, name: str, part: str, near: str | None = None) -> Diagnostic:
    """Return the finding that a column (or an assumption) names nothing that ``part`` can see."""
    near = near or _MEANT.get(name)
    help_ = (Words(f"是不是“{near}”？", f"did you mean “{near}”?") if near else _HELP,)
    return RULE.at(span, help=help_, name=name, part=part)
