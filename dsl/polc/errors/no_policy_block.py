"""一份措施由一个文件夹里的 .pol 文件组成，其中恰好有一个以“政策 标题”开头。现在没有，或者有两个。

错误的写法：

```pol
对象 企业  # error
  年度支出：金额
```

正确的写法：

```pol
政策 示范措施
  简称：demo
对象 企业
  年度支出：金额，每年
  高新企业：是否
```

怎么改：在主文件开头写“政策 全称”，下一行写“简称：…”。如果文件里是几份政策共用的对象，开头写“词汇 名称”。

---
A measure is the .pol files of one folder; exactly one of them begins with “policy TITLE”. Here there is none, or two.

Bad:

```pol
subject 企业  # error
  年度支出: money
```

Good:

```pol
policy 示范措施
  id: demo
subject 企业
  年度支出: money, yearly
  高新企业: truth
```

How to fix: begin the main file with “policy TITLE”, and “id: …” on the next line. A file of subjects that policies
share begins with “vocabulary TITLE”.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from polc.diagnostics import Diagnostic, Label, Rule, Severity, Words
from polc.text import Span

RULE = Rule(
    "no-policy-block",
    Severity.ERROR,
    title=Words("没有政策标题，或有两个", "no policy title, or two"),
    message=Words("{what}", "{what}"),
    page=__doc__ or "",
)

_NONE = Words("这份文件没有“政策 标题”", "this file has no “policy TITLE”")
_TWO = Words("一份措施里有两个“政策”", "one measure has two “policy” blocks")
_BEGIN = Words(
    "在开头写：政策 某某市支持某某产业若干措施",
    "begin with: policy TITLE OF THE MEASURE",
)
_WORDS = Words(
    "如果是几份政策共用的对象，写：词汇 名称",
    "where it is words that policies share: vocabulary TITLE",
)
_SPLIT = Words("两份措施请放在两个文件夹里", "put two measures into two folders")


def problems(first: Span | None, heads: Sequence[Span]) -> Iterator[Diagnostic]:
    """Yield what is wrong with the number of 政策 heads; ``first`` is where the files' first block stands."""
    if not heads and first is not None:
        yield RULE.at(first, help=(_BEGIN, _WORDS), what=_NONE)
    for head in heads[1:]:
        yield RULE.at(head, related=(Label(heads[0], Words("第一个", "the first one")),), help=(_SPLIT,), what=_TWO)
