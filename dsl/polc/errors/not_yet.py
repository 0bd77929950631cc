"""这个关键词已经定下，意思还没有做出来。polc 不会装作懂它：用了它的文件不能算没有问题。

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
    分档：年度支出，分段，首次  # error
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
    分档：年度支出，分段
      | 达到 100万元 | 5%  |
      | 达到 500万元 | 10% |
```

怎么改：先用 宣示 或 原文 记下这句话，或暂时删掉这一行。

---
The keyword is settled, its meaning is not built yet. polc does not pretend to understand it: a file that uses it is not free of findings.

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
    tiers: 年度支出, marginal, first_time  # error
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
    tiers: 年度支出, marginal
      | reaches 100万元 | 5%  |
      | reaches 500万元 | 10% |
```

How to fix: record the sentence by exhort or quote for now, or leave the line out.
"""

from __future__ import annotations

from polc.diagnostics import Diagnostic, Rule, Severity, Words
from polc.text import Span

RULE = Rule(
    "not-yet",
    Severity.ERROR,
    title=Words("还没有做", "not built yet"),
    message=Words("“{keyword}”还没有做，这一行不起作用", "“{keyword}” is not built yet: the line has no effect"),
    page=__doc__ or "",
)


def not_yet(span: Span, keyword: str) -> Diagnostic:
    """Return the finding that a keyword's meaning is not built."""
    help_ = (Words("先用 宣示 或 原文 记下这句话", "record the sentence by exhort or quote for now"),)
    return RULE.at(span, help=help_, keyword=keyword)
