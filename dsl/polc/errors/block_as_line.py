"""有些关键词另起一块（对象 企业），后面写名称，不写冒号。块里面说“给谁”“要满足什么”的行是另外的词。

错误的写法：

```pol
政策 示范措施
  简称：demo
对象 企业
  年度支出：金额，每年
  级别：无、市级、省级
条 1 支持
  奖补 甲补贴
    对象：企业  # error
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
    标准：5万元
```

怎么改：改成这一块里的那个词，例如“支持对象”。

---
Some keywords open a block (subject 企业) and take a name, no colon. The lines inside a block that say for whom, or on what condition, have other words.

Bad:

```pol
政策 示范措施
  简称：demo
对象 企业
  年度支出：金额，每年
  级别：无、市级、省级
条 1 支持
  奖补 甲补贴
    对象：企业  # error
    标准：5万元
```

Good:

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

How to fix: use the word of the block, such as for.
"""

from __future__ import annotations

from polc.diagnostics import Diagnostic, Edit, Fix, Rule, Severity, Words
from polc.text import Span

RULE = Rule(
    "block-as-line",
    Severity.ERROR,
    title=Words("把块写成了行", "a block written as a line"),
    message=Words(
        "“{keyword}”要另起一块；这里是在 {open} 里面",
        "“{keyword}” opens a block of its own; this stands inside {open}",
    ),
    page=__doc__ or "",
)


def block_as_line(span: Span, keyword: str, open_: Words, near: str) -> Diagnostic:
    """Return the finding that a line begins with the keyword of a block; ``near`` is the line meant, of ``open_``."""
    fix = Fix(Words(f"改成“{near}”", f"change it to “{near}”"), (Edit(span, near),))
    help_ = Words(f"是不是“{near}”？", f"did you mean “{near}”?")
    return RULE.at(span, help=(help_,), fixes=(fix,), keyword=keyword, open=open_)
