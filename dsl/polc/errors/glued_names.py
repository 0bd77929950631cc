"""没有叫这个名字的事实，但它正好是几个声明过的名称和“且”“不超过”这样的词连在一起。两个名称之间要有空格。

错误的写法：

```pol
政策 示范措施
  简称：demo
对象 企业
  高新企业：是否
  规上企业：是否
条 1 支持
  奖补 甲补贴
    支持对象：企业
    条件：高新企业且规上企业  # error
    标准：5万元
```

正确的写法：

```pol
政策 示范措施
  简称：demo
对象 企业
  高新企业：是否
  规上企业：是否
条 1 支持
  奖补 甲补贴
    支持对象：企业
    条件：高新企业 且 规上企业
    标准：5万元
```

怎么改：补上空格。

---
Nothing has this name, but it is exactly some declared names and words such as 且 or 不超过 run together. Names need blanks between them.

Bad:

```pol
政策 示范措施
  简称：demo
对象 企业
  高新企业：是否
  规上企业：是否
条 1 支持
  奖补 甲补贴
    支持对象：企业
    条件：高新企业且规上企业  # error
    标准：5万元
```

Good:

```pol
政策 示范措施
  简称：demo
对象 企业
  高新企业：是否
  规上企业：是否
条 1 支持
  奖补 甲补贴
    支持对象：企业
    条件：高新企业 且 规上企业
    标准：5万元
```

How to fix: add the blanks.
"""

from __future__ import annotations

from polc.diagnostics import Diagnostic, Edit, Fix, Rule, Severity, Words
from polc.text import Span

RULE = Rule(
    "glued-names",
    Severity.ERROR,
    title=Words("名称连在了一起", "names run together"),
    message=Words("“{text}”里少了空格：{split}", "a blank is missing in “{text}”: {split}"),
    page=__doc__ or "",
)


def glued_names(span: Span, text: str, split: str) -> Diagnostic:
    """Return the finding that declared names and reserved words are run together; ``split`` is with blanks."""
    fix = Fix(Words(f"改成 {split}", f"write {split}"), (Edit(span, split),), safe=True)
    return RULE.at(span, fixes=(fix,), text=text, split=split)
