"""每一行归最近的、要它的那一块。这里打开着的各块都不要这一行，所以它不起作用。

错误的写法：

```pol
政策 示范措施
  简称：demo
  标准：5万元  # error
```

正确的写法：

```pol
政策 示范措施
  简称：demo
对象 企业
条 1 支持
  奖补 甲补贴
    支持对象：企业
    标准：5万元
```

怎么改：把它移到应在的块里。

---
A line belongs to the nearest open block that takes it. None of the blocks open here takes this one, so it would do nothing.

Bad:

```pol
政策 示范措施
  简称：demo
  标准：5万元  # error
```

Good:

```pol
政策 示范措施
  简称：demo
对象 企业
条 1 支持
  奖补 甲补贴
    支持对象：企业
    标准：5万元
```

How to fix: move it to the block it belongs to.
"""

from __future__ import annotations

from polc.diagnostics import Diagnostic, Edit, Fix, Rule, Severity, Words
from polc.text import Span

RULE = Rule(
    "wrong-block",
    Severity.ERROR,
    title=Words("写错了地方", "line in the wrong block"),
    message=Words(
        "“{keyword}”应写在 {owners} 里；这里打开着的是 {open}",
        "“{keyword}” belongs in {owners}; what is open here is {open}",
    ),
    page=__doc__ or "",
)
_HELP = Words("把这一行移到那里，或者先写那一块的开头", "move the line there, or begin such a block above it")


def wrong_block(span: Span, keyword: str, owners: Words, open_: Words, near: str = "") -> Diagnostic:
    """Return the finding that no open block takes a line.

    ``owners`` would, ``open_`` are open; ``near`` is the line of the open block that was most likely meant.
    """
    fixes = (Fix(Words(f"改成“{near}”", f"change it to “{near}”"), (Edit(span, near),)),) if near else ()
    help_ = (Words(f"这里是不是要写“{near}”？", f"did you mean “{near}” here?") if near else _HELP,)
    return RULE.at(span, help=help_, fixes=fixes, keyword=keyword, owners=owners, open=open_)
