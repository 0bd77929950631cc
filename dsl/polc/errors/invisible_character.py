"""文件里混进了看不见的字符，多半是从网页或 PDF 复制来的。它会让两个看上去一样的名称不相等，所以 polc 不放过它，也不悄悄去掉它。

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
    标准：5\u200b万元  # error
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
```

怎么改：删掉它；给出的修改会把这一行里的都删掉。

---
An invisible character got into the file, most often by copying from a web page or a PDF. It makes two names that look
alike differ, so polc neither lets it pass nor drops it in silence.

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
    pay: 5\u200b万元  # error
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
```

How to fix: delete it; the fix on offer deletes all of them in the line.
"""

from __future__ import annotations

from polc.diagnostics import Diagnostic, Edit, Fix, Rule, Severity, Words
from polc.text import Span

RULE = Rule(
    "invisible-character",
    Severity.ERROR,
    title=Words("看不见的字符", "invisible character"),
    message=Words("这里有看不见的字符 {code}", "there is an invisible character {code} here"),
    page=__doc__ or "",
)


def invisible_character(span: Span, code: str, edits: tuple[Edit, ...]) -> Diagnostic:
    """Return the finding that ``span`` is a character nobody can see; ``edits`` delete all of its line."""
    fix = Fix(Words("删掉看不见的字符", "delete the invisible characters"), edits, safe=True)
    return RULE.at(span, fixes=(fix,), code=code)
