"""一行要以关键词开头（只有 对象 里的事实以自己的名称开头）。这个词不在表里，多半是写错了一个字，或者用了意思相近的另一个词（保证 写作 应成立，封顶 写作 上限）。

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
    兌付：分 2年，每年 50%  # error
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
    兑付：分 2年，每年 50%
```

怎么改：改成表里的关键词。

---
A line begins with a keyword (only the facts of a subject begin with their own name). This word is not one; most often a character is wrong, or it is another word for the same thing (limit is written cap).

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
    payoot: spread 2年, yearly 50%  # error
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
    payout: spread 2年, yearly 50%
```

How to fix: use a keyword of the language.
"""

from __future__ import annotations

from polc.diagnostics import Diagnostic, Edit, Fix, Rule, Severity, Words
from polc.text import Span

RULE = Rule(
    "unknown-keyword",
    Severity.ERROR,
    title=Words("没有这个关键词", "unknown keyword"),
    message=Words("没有“{word}”这个关键词", "there is no keyword “{word}”"),
    page=__doc__ or "",
)
_HELP = Words(
    "企业的情况写在“对象”里，文件里的话写成“原文”，说明前面加 #",
    "a fact belongs in subject, the document's words in quote, and a remark behind #",
)


def unknown_keyword(span: Span, word: str, near: str = "", edit: Edit | None = None) -> Diagnostic:
    """Return the finding that a line begins with no keyword.

    ``near`` is the one that was meant; ``edit`` puts it there, where more than the word changes.
    """
    edit = edit or Edit(span, near)
    fixes = (Fix(Words(f"改成“{near}”", f"change it to “{near}”"), (edit,)),) if near else ()
    help_ = (Words(f"是不是“{near}”？", f"did you mean “{near}”?") if near else _HELP,)
    return RULE.at(span, help=help_, fixes=fixes, word=word)
