"""引用 的路径写成了绝对路径或网址。换一台电脑、换一个文件夹，它就找不到了。

共用词汇 common.pol：

```pol title="common.pol"
词汇 共用词汇
对象 企业
  年度支出：金额，每年
  高新企业：是否
```

错误的写法：

```pol
政策 示范措施
  简称：demo
  引用：/data/policies/common  # error
条 1 支持
  奖补 甲补贴
    支持对象：企业
    条件：高新企业
    标准：年度支出 × 30%
```

正确的写法：

```pol
政策 示范措施
  简称：demo
  引用：common.pol
条 1 支持
  奖补 甲补贴
    支持对象：企业
    条件：高新企业
    标准：年度支出 × 30%
```

怎么改：写成从这个文件出发的路径，如 ../common。

---
The path of an import is absolute, or an address. On another computer or in another folder it leads nowhere.

The vocabulary common.pol:

```pol title="common.pol"
vocabulary 共用词汇
subject 企业
  年度支出: money, yearly
  高新企业: truth
```

Bad:

```pol
policy 示范措施
  id: demo
  import: /data/policies/common  # error
clause 1 支持
  benefit 甲补贴
    for: 企业
    when: 高新企业
    pay: 年度支出 × 30%
```

Good:

```pol
policy 示范措施
  id: demo
  import: common.pol
clause 1 支持
  benefit 甲补贴
    for: 企业
    when: 高新企业
    pay: 年度支出 × 30%
```

How to fix: write the path as seen from this file, such as ../common.
"""

from __future__ import annotations

from polc.diagnostics import Diagnostic, Rule, Severity, Words
from polc.text import Span

RULE = Rule(
    "import-not-relative",
    Severity.ERROR,
    title=Words("引用的不是相对路径", "not a relative path"),
    message=Words("引用的 {path} 不是从这个文件出发的路径", "{path} is no path from this file"),
    page=__doc__ or "",
)

_RELATIVE = Words("写成从这个文件出发的路径，如 ../common", "write it as seen from this file, such as ../common")


def import_not_relative(span: Span, path: str) -> Diagnostic:
    """Return the finding that the ``path`` of an 引用 is absolute or an address."""
    return RULE.at(span, help=(_RELATIVE,), path=path)
