"""数字后面紧跟着的词不是单位表里的单位，或者单位后面连着别的词。

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
    条件：年度支出 达到 5项目  # error
    标准：5万元
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
    条件：年度支出 达到 5万元
    标准：5万元
```

怎么改：改成单位表里的单位；单位后面还有词的，空一格。

---
What follows the number is not in the table of units, or another word runs into the unit.

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
    when: 年度支出 reaches 5项目  # error
    pay: 5万元
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
    when: 年度支出 reaches 5万元
    pay: 5万元
```

How to fix: use a unit of the table; leave a blank between a unit and another word.
"""

from __future__ import annotations

from polc.diagnostics import Diagnostic, Rule, Severity, Words
from polc.text import Span

RULE = Rule(
    "unit-unknown",
    Severity.ERROR,
    title=Words("不认识的单位", "unknown unit"),
    message=Words("“{text}”的单位“{unit}”不认识", "the unit “{unit}” of “{text}” is not known"),
    page=__doc__ or "",
)


_NOT_COUNTED = Words(
    "个数、数值后面写数的是什么，如 家、人、架次；钱写 金额，百分之几写 比例，多少年、多少个月写 时长",
    "behind count and number stands what is counted, such as 家, 人, 架次; money is money, a share is rate, so many years or months is duration",
)


def unit_unknown(span: Span, text: str, unit: str, known: str = "", *, of_fact: bool = False) -> Diagnostic:
    """Return the finding that a number is followed by no unit; ``known`` is a unit it begins with.

    ``of_fact``: it stands in the line that declares a fact, where only what can be counted is one.
    """
    if of_fact:
        return RULE.at(span, help=(_NOT_COUNTED,), text=text, unit=unit)
    if known:
        help_ = (
            Words(
                f"“{known}”是单位；后面还有词，就空一格", f"“{known}” is a unit; leave a blank if another word follows"
            ),
        )
    else:
        help_ = (
            Words(
                "常用的单位：元、万元、亿元、%、家、个、项、次、年、个月、日",
                "common units: 元, 万元, 亿元, %, 家, 个, 项, 次, 年, 个月, 日",
            ),
        )
    return RULE.at(span, help=help_, text=text, unit=unit)
