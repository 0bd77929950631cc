"""名称是拿来引用的，太长多半是把一句话当成了名称，或几个词之间少了空格。

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
    标准：5万元
    条件：符合规定的企业和各类机构符合规定的企业和各类机构符合规定的企业和各类机构符合规定的企业和各类机构  # error
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
    标准：5万元
    条件：级别 达到 市级
```

怎么改：缩短名称，或在几个词之间空格。

---
A name is there to be referred to; one this long is most often a sentence, or words with no blanks between them.

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
    pay: 5万元
    when: 符合规定的企业和各类机构符合规定的企业和各类机构符合规定的企业和各类机构符合规定的企业和各类机构  # error
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
    pay: 5万元
    when: 级别 reaches 市级
```

How to fix: shorten it, or put blanks between the words.
"""

from __future__ import annotations

from polc.diagnostics import Diagnostic, Rule, Severity, Words
from polc.text import Span

RULE = Rule(
    "name-too-long",
    Severity.ERROR,
    title=Words("名称太长", "name too long"),
    message=Words("名称有 {found} 个字，最多 {most} 个", "the name has {found} characters; {most} are the most"),
    page=__doc__ or "",
)
_HELP = Words(
    "起一个短的名称；全称可以写在名称后面的引号里",
    "choose a short name; the full one may stand behind it in quotation marks",
)


def name_too_long(span: Span, found: int, most: int) -> Diagnostic:
    """Return the finding that a name has ``found`` characters where ``most`` are allowed."""
    return RULE.at(span, help=(_HELP,), found=str(found), most=str(most))
