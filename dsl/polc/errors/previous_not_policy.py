"""前版 要指一份政策：一个写了“政策”的 .pol 文件，或者只放着一份政策的文件夹。指着词汇、Word 文件、一章，就没有可以比的。

更早的一版 2025.pol：

```pol title="2025.pol"
政策 示范措施
  简称：demo-2025
对象 企业
  年度支出：金额，每年
条 1 支持
  奖补 甲补贴
    支持对象：企业
    享受：每家企业 每年
    标准：年度支出 × 20%
```

另有一个词汇 words.pol：

```pol title="words.pol"
词汇 共用词汇
对象 企业
  年度支出：金额，每年
```

错误的写法：

```pol
政策 示范措施
  简称：demo
  前版：words.pol  # error
对象 企业
  年度支出：金额，每年
条 1 支持
  奖补 甲补贴
    支持对象：企业
    享受：每家企业 每年
    标准：年度支出 × 30%
```

正确的写法：

```pol
政策 示范措施
  简称：demo
  前版：2025.pol
对象 企业
  年度支出：金额，每年
条 1 支持
  奖补 甲补贴
    支持对象：企业
    享受：每家企业 每年
    标准：年度支出 × 30%
```

怎么改：写前一版的 .pol 文件，或者它的文件夹；还只有 Word 稿的，先用 polc new 名称 --from 稿子 建一个。

---
An earlier version is a policy: a .pol file with “policy TITLE”, or a folder that holds just one. A vocabulary, a Word file or a chapter leaves nothing to compare with.

The earlier version, 2025.pol:

```pol title="2025.pol"
policy 示范措施
  id: demo-2025
subject 企业
  年度支出: money, yearly
clause 1 支持
  benefit 甲补贴
    for: 企业
    per: every 企业 yearly
    pay: 年度支出 × 20%
```

And a vocabulary, words.pol:

```pol title="words.pol"
vocabulary 共用词汇
subject 企业
  年度支出: money, yearly
```

Bad:

```pol
policy 示范措施
  id: demo
  previous: words.pol  # error
subject 企业
  年度支出: money, yearly
clause 1 支持
  benefit 甲补贴
    for: 企业
    per: every 企业 yearly
    pay: 年度支出 × 30%
```

Good:

```pol
policy 示范措施
  id: demo
  previous: 2025.pol
subject 企业
  年度支出: money, yearly
clause 1 支持
  benefit 甲补贴
    for: 企业
    per: every 企业 yearly
    pay: 年度支出 × 30%
```

How to fix: name the .pol file of the earlier version, or its folder; where there is only a Word file yet, start one with polc new NAME --from FILE.
"""

from __future__ import annotations

from polc.diagnostics import Diagnostic, Rule, Severity, Words
from polc.text import Span

RULE = Rule(
    "previous-not-policy",
    Severity.ERROR,
    title=Words("前版不是一份政策", "the earlier version is no policy"),
    message=Words("前版 {path} {why}", "the earlier version {path} {why}"),
    page=__doc__ or "",
)

VOCABULARY = Words("是词汇，不是政策", "is a vocabulary, not a policy")
HEADLESS = Words("里没有“政策 标题”", "has no “policy TITLE”")
EMPTY = Words("里没有 .pol 文件", "holds no .pol file")
SEVERAL = Words("里不止一份政策", "holds more than one policy")
FOREIGN = Words("不是 .pol 文件", "is not a .pol file")
UNREADABLE = Words("读不了", "cannot be read")

_HELP = Words(
    "写前一版里有“政策 标题”的 .pol 文件，或者它的文件夹",
    "name the .pol file of the earlier version that has “policy TITLE”, or its folder",
)
_ONE = Words("写明是其中哪一个 .pol 文件", "say which of its .pol files is meant")


def previous_not_policy(span: Span, path: str, why: Words) -> Diagnostic:
    """Return the finding that what a 前版 names is not one policy; ``why`` is one of the constants here."""
    help_ = {UNREADABLE: (), SEVERAL: (_ONE,)}.get(why, (_HELP,))
    return RULE.at(span, help=help_, path=path, why=why)
