"""金额和数量用阿拉伯数字写。汉字数字和名称分不开（“一等奖”“四级”是名称），所以不当作数。

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
    标准：五十万元  # error
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
    标准：50万元
```

怎么改：改用阿拉伯数字。

---
Amounts are written in figures. Chinese numerals cannot be told from names (一等奖, 四级 are names), so they are not read as numbers.

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
    pay: 五十万元  # error
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
    pay: 50万元
```

How to fix: write figures.
"""

from __future__ import annotations

from polc.diagnostics import Diagnostic, Edit, Fix, Rule, Severity, Words
from polc.text import Span

RULE = Rule(
    "chinese-numeral",
    Severity.ERROR,
    title=Words("汉字数字", "number in Chinese characters"),
    message=Words("“{text}”是汉字数字，请写 {figures}", "“{text}” is a number in Chinese characters: write {figures}"),
    page=__doc__ or "",
)


def chinese_numeral(span: Span, text: str, figures: str) -> Diagnostic:
    """Return the finding that ``text`` is a quantity in Chinese characters; ``figures`` is the same in figures."""
    fix = Fix(Words(f"改成 {figures}", f"write {figures}"), (Edit(span, figures),), safe=True)
    return RULE.at(span, fixes=(fix,), text=text, figures=figures)
