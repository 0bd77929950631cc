"""“以上”“以下”包不包括那个数，全国没有统一口径：民法典含，不少分档条例“以上”含“以下”不含，也有都不含的。文件要自己写明。

错误的写法：

```pol
政策 示范措施
  简称：demo
对象 企业
  年度支出：金额，每年
条 1 支持
  奖补 甲补贴
    支持对象：企业
    条件：年度支出 30万元以上  # error
    标准：5万元
```

正确的写法：

```pol
政策 示范措施
  简称：demo
  约定：以上、以下含本数
对象 企业
  年度支出：金额，每年
条 1 支持
  奖补 甲补贴
    支持对象：企业
    条件：年度支出 30万元以上
    标准：5万元
```

怎么改：在 政策 里加一行“约定：以上、以下含本数”；原文没有写的，写“约定：未写，暂按 以上、以下含本数”；或者在原处写（含）、（不含）。没有写明之前，暂按含本数计算。

---
Whether 以上 and 以下 include the number has no national default; at least four conventions are in use. The file must say.

Bad:

```pol
policy 示范措施
  id: demo
subject 企业
  年度支出: money, yearly
clause 1 支持
  benefit 甲补贴
    for: 企业
    when: 年度支出 30万元以上  # error
    pay: 5万元
```

Good:

```pol
policy 示范措施
  id: demo
subject 企业
  年度支出: money, yearly
clause 1 支持
  benefit 甲补贴
    for: 企业
    when: 年度支出 >= 30万元
    pay: 5万元
```

How to fix: add 约定 (convention), or mark the bound （含） or （不含）. Until then the number is presumed included.
"""

from __future__ import annotations

from polc.diagnostics import Diagnostic, Edit, Fix, Rule, Severity, Words
from polc.text import Span

RULE = Rule(
    "bound-undeclared",
    Severity.WARNING,
    title=Words("以上、以下是否含本数没有写明", "not said whether the bound is included"),
    message=Words(
        "没有写明“{word}”含不含本数，暂按含本数", "it is not said whether “{word}” includes the number; presumed so"
    ),
    page=__doc__ or "",
)
_INSIDE = Words(
    "原文是含的，写明含本数（现在就是这样算的）", "where the text includes it, say so (it is reckoned so now)"
)
_OUTSIDE = Words(
    "原文是不含的，写明不含本数（正好这个数的，给的会变）",
    "where the text does not, say so (what is exactly the number is then paid otherwise)",
)


def bound_undeclared(span: Span, word: str, limit: Span | None = None) -> Diagnostic:
    """Return the finding that nothing says whether ``word`` (以上, 以下 …) includes its number, which is at ``limit``."""
    help_ = (
        Words(
            "在 政策 里加一行：约定：以上、以下含本数（原文没写的：约定：未写，暂按 以上、以下含本数）",
            "add to the policy: convention: 以上、以下含本数 (if the text is silent: 未写，暂按 …)",
        ),
    )
    fixes: tuple[Fix, ...] = ()
    if limit is not None and limit.source is span.source:
        behind = Span(limit.source, limit.end, limit.end)
        fixes = (Fix(_INSIDE, (Edit(behind, "（含）"),)), Fix(_OUTSIDE, (Edit(behind, "（不含）"),)))
    return RULE.at(span, help=help_, fixes=fixes, word=word)
