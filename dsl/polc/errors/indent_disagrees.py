"""缩进不决定归属：一行归最近的、要它的那一块。缩进让读的人以为它归别处时，polc 就说出来，免得两边各读各的。整个文件不缩进也可以。

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
    疑义 支持谁
      读法 所有企业
      读法 大企业
        条件：级别 达到 市级
      上限：每企业 每年 5万元  # error
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
    上限：每企业 每年 5万元
    疑义 支持谁
      读法 所有企业
      读法 大企业
        条件：级别 达到 市级
```

怎么改：归得对，就把缩进改过来；归得不对，就把这一行移到它该在的块里（各读法共用的行写在第一个 疑义 之前）。

---
Indentation decides nothing: a line belongs to the nearest open block that takes it. Where the indentation tells a reader
otherwise, polc says so, lest two readers take it in two ways. A file without any indentation is fine.

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
    doubt 支持谁
      reading 所有企业
      reading 大企业
        when: 级别 reaches 市级
      cap: per 企业 yearly 5万元  # error
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
    cap: per 企业 yearly 5万元
    doubt 支持谁
      reading 所有企业
      reading 大企业
        when: 级别 reaches 市级
```

How to fix: if it belongs there, indent it so; if not, move it into its block (lines that all readings share come before the first doubt).
"""

from __future__ import annotations

from polc.diagnostics import Diagnostic, Edit, Fix, Label, Rule, Severity, Words
from polc.text import Span

RULE = Rule(
    "indent-disagrees",
    Severity.ERROR,
    title=Words("缩进与归属不符", "indentation disagrees"),
    message=Words(
        "缩进看着不像，但这一行归 {block}", "the indentation says otherwise, but this line belongs to {block}"
    ),
    page=__doc__ or "",
)


def indent_disagrees(span: Span, block: Words, head: Span, indent: Edit) -> Diagnostic:
    """Return the finding that a line is indented unlike the block it falls into; ``indent`` would agree."""
    related = (Label(head, Words("它归这一块", "it belongs to this block")),)
    fix = Fix(Words("照归属缩进", "indent it as it belongs"), (indent,), safe=True)
    help_ = (Words("不该归这里，就把它移到该在的块里", "if it does not belong here, move it into its block"),)
    return RULE.at(span, related=related, help=help_, fixes=(fix,), block=block)
