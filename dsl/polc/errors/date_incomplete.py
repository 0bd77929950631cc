"""日期要写到日：是 12月1日 还是 12月31日，差一个月的钱。

错误的写法：

```pol
政策 示范措施
  简称：demo
  有效期：至 2028年12月  # error
```

正确的写法：

```pol
政策 示范措施
  简称：demo
  有效期：至 2028年12月31日
```

怎么改：写到日，例如 2028年12月31日。

---
A date says the day: whether 1 December or 31 December is meant is a month of money.

Bad:

```pol
政策 示范措施
  简称：demo
  有效期：至 2028年12月  # error
```

Good:

```pol
政策 示范措施
  简称：demo
  有效期：至 2028年12月31日
```

How to fix: write the day, as in 2028年12月31日.
"""

from __future__ import annotations

from polc.diagnostics import Diagnostic, Rule, Severity, Words
from polc.text import Span

RULE = Rule(
    "date-incomplete",
    Severity.ERROR,
    title=Words("日期没有写全", "incomplete date"),
    message=Words("“{text}”没有写到日", "“{text}” does not say which day"),
    page=__doc__ or "",
)
_HELP = Words("写到日，例如 2028年12月31日", "write the day too, for example 2028-12-31")


def date_incomplete(span: Span, text: str) -> Diagnostic:
    """Return the finding that a date lacks its day."""
    return RULE.at(span, help=(_HELP,), text=text)
