"""2028年 是一个年份，3年 是一段时间。有效期要么写“3年”，要么写“至 2028年12月31日”。

错误的写法：

```pol
政策 示范措施
  简称：demo
  有效期：2028年  # error
```

正确的写法：

```pol
政策 示范措施
  简称：demo
  有效期：至 2028年12月31日
```

怎么改：写时长（3年）或截止日（至 2028年12月31日）。

---
2028年 is a year, 3年 is a stretch of time. A validity is 3年, or until a day: 至 2028年12月31日.

Bad:

```pol
政策 示范措施
  简称：demo
  有效期：2028年  # error
```

Good:

```pol
政策 示范措施
  简称：demo
  有效期：至 2028年12月31日
```

How to fix: write a duration (3年) or a last day (to 2028-12-31).
"""

from __future__ import annotations

from polc.diagnostics import Diagnostic, Rule, Severity, Words
from polc.text import Span

RULE = Rule(
    "year-for-duration",
    Severity.ERROR,
    title=Words("把年份写成了时长", "a year where a duration is due"),
    message=Words(
        "“{text}”是年份，这里要写多久或到哪一天", "“{text}” is a year; how long, or until which day, is due here"
    ),
    page=__doc__ or "",
)


def year_for_duration(span: Span, text: str) -> Diagnostic:
    """Return the finding that a calendar year stands where a duration is due."""
    help_ = (
        Words(
            "写时长（例如 3年）或截止日（例如 至 2028年12月31日）",
            "write a duration (3年) or a last day (to 2028-12-31)",
        ),
    )
    return RULE.at(span, help=help_, text=text)
