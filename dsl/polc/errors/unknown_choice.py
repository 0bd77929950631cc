"""这里只能写几个固定的词之一，每个词都有确定的意思。

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
    分档：级别，最高档  # error
      | 市级 | 5万元 |
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
    分档：级别，取高档
      | 市级 | 5万元 |
```

怎么改：改成列出的选项之一。

---
Only one of a few fixed words may stand here; each has an exact meaning.

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
    tiers: 级别, tallest  # error
      | 市级 | 5万元 |
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
    tiers: 级别, highest
      | 市级 | 5万元 |
```

How to fix: use one of the choices listed.
"""

from __future__ import annotations

from polc.diagnostics import Diagnostic, Edit, Fix, Rule, Severity, Words
from polc.text import Span

RULE = Rule(
    "unknown-choice",
    Severity.ERROR,
    title=Words("没有这个选项", "unknown choice"),
    message=Words("这里没有“{word}”这个选项", "“{word}” is not a choice here"),
    page=__doc__ or "",
)


def unknown_choice(span: Span, word: str, allowed: tuple[tuple[str, str], ...], near: str = "") -> Diagnostic:
    """Return the finding that a slot has no such choice; ``allowed`` are its choices in Chinese and English."""
    listed = Words(
        "可以写 " + "、".join(zh for zh, _ in allowed), "one of " + ", ".join(dict.fromkeys(en for _, en in allowed))
    )
    fixes = (Fix(Words(f"改成“{near}”", f"change it to “{near}”"), (Edit(span, near),)),) if near else ()
    return RULE.at(span, help=(listed,), fixes=fixes, word=word)
