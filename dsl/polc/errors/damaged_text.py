"""文件是 UTF-8 的，但有几个字节坏了，坏的地方显示为 �。多半是两个编码不同的文件拼在了一起，或者传输中断过。

polc 按 UTF-8 读其余的部分，照常检查；坏掉的字原来是什么，只有您知道，所以不猜。

错误的写法：

```text
支持对象：企�
```

正确的写法：

```pol
政策 示范措施
  简称：demo
对象 企业
条 1 支持
  奖补 甲补贴
    支持对象：企业
    享受：每户企业 每年
    标准：5万元
```

怎么改：在编辑器里把 � 换成原来的字，存为 UTF-8。

---
The file is in UTF-8, but a few bytes are broken; they show as �. Most often two files in different encodings were
joined, or a copy was cut short.

polc reads the rest as UTF-8 and checks it as usual; what the broken characters were only you know: it does not guess.

Bad:

```text
for: 企�
```

Good:

```pol
policy 示范措施
  id: demo
subject 企业
clause 1 支持
  benefit 甲补贴
    for: 企业
    per: every 企业 yearly
    pay: 5万元
```

How to fix: replace each � by the character that belongs there, and save the file in UTF-8.
"""

from __future__ import annotations

from polc.diagnostics import Diagnostic, Rule, Severity, Words
from polc.text import Span

RULE = Rule(
    "damaged-text",
    Severity.ERROR,
    title=Words("有坏掉的字", "damaged characters"),
    message=Words("这里有坏掉的字（全文件 {count} 处）", "a character is damaged here ({count} in this file)"),
    page=__doc__ or "",
)

_REPLACE = Words("把 � 换成原来的字，存为 UTF-8", "replace � by what belongs there, and save the file in UTF-8")


def damaged_text(span: Span, count: int) -> Diagnostic:
    """Return the finding that bytes at ``span``, the first of ``count`` places, are no UTF-8."""
    return RULE.at(span, help=(_REPLACE,), count=str(count))
