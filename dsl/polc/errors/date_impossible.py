"""日历上没有这一天，多半是月份或日子写错了。

错误的写法：

```pol
政策 示范措施
  简称：demo
  有效期：至 2027年2月29日  # error
```

正确的写法：

```pol
政策 示范措施
  简称：demo
  有效期：至 2027年2月28日
```

怎么改：查对日期。

---
The calendar has no such day; most often the month or the day is wrong.

Bad:

```pol
政策 示范措施
  简称：demo
  有效期：至 2027年2月29日  # error
```

Good:

```pol
政策 示范措施
  简称：demo
  有效期：至 2027年2月28日
```

How to fix: check the date.
"""

from __future__ import annotations

from polc.diagnostics import Diagnostic, Rule, Severity, Words
from polc.text import Span

RULE = Rule(
    "date-impossible",
    Severity.ERROR,
    title=Words("没有这一天", "no such day"),
    message=Words("没有“{text}”这一天", "there is no such day as “{text}”"),
    page=__doc__ or "",
)


def date_impossible(span: Span, text: str) -> Diagnostic:
    """Return the finding that the calendar has no such day."""
    return RULE.at(span, text=text)
