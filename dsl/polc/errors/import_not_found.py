"""引用 指的文件或文件夹不存在。路径从写这一行的文件所在的文件夹算起。

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
  引用：comon.pol  # error
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

怎么改：按提示改路径；上一级文件夹写 ..，如 引用：../common。

---
The file or folder that an import names does not exist. Paths start from the folder of the file that says it.

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
  import: comon.pol  # error
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

How to fix: correct the path; the folder above is written .., as in import: ../common.
"""

from __future__ import annotations

from polc.diagnostics import Diagnostic, Edit, Fix, Rule, Severity, Words
from polc.text import Span

RULE = Rule(
    "import-not-found",
    Severity.ERROR,
    title=Words("引用的路径不存在", "nothing to import there"),
    message=Words("引用的 {path} 不存在", "there is no {path} to import"),
    page=__doc__ or "",
)

_FROM_HERE = Words("路径从这个文件所在的文件夹算起", "paths start from the folder of this file")


def import_not_found(span: Span, path: str, near: str = "") -> Diagnostic:
    """Return the finding that the ``path`` of an 引用 does not exist; ``near`` is the one that was probably meant."""
    if not near:
        return RULE.at(span, help=(_FROM_HERE,), path=path)
    meant = Words(f"是不是 {near}？", f"did you mean {near}?")
    fix = Fix(Words(f"改成 {near}", f"change it to {near}"), (Edit(span, near),))
    return RULE.at(span, help=(meant, _FROM_HERE), fixes=(fix,), path=path)
