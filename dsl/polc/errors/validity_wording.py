"""有效期写成 至 哪一天，自 哪一天 至 哪一天，或者多久（3年）。

错误的写法：

```pol
政策 示范措施
  简称：demo
  有效期：2028年12月31日  # error
```

正确的写法：

```pol
政策 示范措施
  简称：demo
  有效期：至 2028年12月31日
```

怎么改：照建议改。

---
A period is written to a day, from one day to another, or as a length (3年).

Bad:

```pol
政策 示范措施
  简称：demo
  有效期：2028年12月31日  # error
```

Good:

```pol
政策 示范措施
  简称：demo
  有效期：至 2028年12月31日
```

How to fix: write it as suggested.
"""

from __future__ import annotations

from polc.diagnostics import Diagnostic, Edit, Fix, Rule, Severity, Words
from polc.text import Span

RULE = Rule(
    "validity-wording",
    Severity.ERROR,
    title=Words("有效期的写法", "how a period is written"),
    message=Words(
        "有效期不这样写：“{text}”",
        "a period is not written so: “{text}”",
    ),
    page=__doc__ or "",
)


def validity_wording(span: Span, text: str, better: str) -> Diagnostic:
    """Return the finding that a period is written otherwise; ``better`` is how it is written."""
    fix = Fix(Words(f"改成 {better}", f"write {better}"), (Edit(span, better),))
    help_ = Words(f"是不是“{better}”？", f"did you mean “{better}”?")
    return RULE.at(span, help=(help_,), fixes=(fix,), text=text)
