"""引用 只能引用词汇：以“词汇 名称”开头的 .pol 文件，或者放这种文件的文件夹。政策不能引用政策。

共用词汇 common.pol：

```pol title="common.pol"
词汇 共用词汇
对象 企业
  年度支出：金额，每年
  高新企业：是否
```

另一份政策 other.pol：

```pol title="other.pol"
政策 另一份措施
  简称：other
对象 企业
  年度支出：金额，每年
  高新企业：是否
```

错误的写法：

```pol
政策 示范措施
  简称：demo
  引用：other.pol  # error
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

怎么改：把两边都要用的对象和事实移到一个以“词汇 名称”开头的文件里，两边都引用它。

---
An import takes vocabularies: .pol files that begin with “vocabulary TITLE”, or a folder of such files. A policy cannot be imported.

The vocabulary common.pol:

```pol title="common.pol"
vocabulary 共用词汇
subject 企业
  年度支出: money, yearly
  高新企业: truth
```

Another policy, other.pol:

```pol title="other.pol"
policy 另一份措施
  id: other
subject 企业
  年度支出: money, yearly
  高新企业: truth
```

Bad:

```pol
policy 示范措施
  id: demo
  import: other.pol  # error
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

How to fix: move what both need into a file that begins with “vocabulary TITLE”, and import that in both.
"""

from __future__ import annotations

from polc.diagnostics import Diagnostic, Rule, Severity, Words
from polc.text import Span

RULE = Rule(
    "import-not-vocabulary",
    Severity.ERROR,
    title=Words("引用的不是词汇", "not a vocabulary"),
    message=Words("引用的 {path} {why}", "the imported {path} {why}"),
    page=__doc__ or "",
)

POLICY = Words("是一份政策，不是词汇", "is a policy, not a vocabulary")
HEADLESS = Words("不以“词汇 名称”开头", "does not begin with “vocabulary TITLE”")
EMPTY = Words("里没有词汇", "holds no vocabulary")
FOREIGN = Words("不是 .pol 文件", "is not a .pol file")
UNREADABLE = Words("读不了", "cannot be read")

_HELP = Words(
    "把共用的对象和事实放进一个以“词汇 名称”开头的 .pol 文件，再引用它",
    "put what is shared into a .pol file that begins with “vocabulary TITLE”, and import that",
)


def import_not_vocabulary(span: Span, path: str, why: Words) -> Diagnostic:
    """Return the finding that what an 引用 names is no vocabulary; ``why`` is one of the constants here."""
    return RULE.at(span, help=() if why == UNREADABLE else (_HELP,), path=path, why=why)
