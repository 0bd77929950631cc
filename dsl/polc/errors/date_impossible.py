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

import calendar
import datetime as dt
import re

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
    return RULE.at(span, help=(_why(text),), text=text)


_FIGURES = re.compile(r"[0-9０-９]+")
_MONTHS = 12
_CHECK = Words("对照原文核对年、月、日", "check the year, month and day against the text")


def _why(text: str) -> Words:
    """Return what is wrong with a day that is none."""
    figures = [int(figure) for figure in _FIGURES.findall(text)]
    if len(figures) != 3:  # noqa: PLR2004 - year, month and day
        return _CHECK
    year, month, _ = figures
    if not 1 <= month <= _MONTHS:
        return Words("月份是 1 到 12；对照原文核对", "months are 1 to 12; check against the text")
    if not dt.MINYEAR <= year <= dt.MAXYEAR:
        return _CHECK
    last = calendar.monthrange(year, month)[1]
    return Words(
        f"{year}年{month}月是 1日到{last}日；对照原文核对",
        f"{year}-{month:02} has the days 1 to {last}; check against the text",
    )
