"""配置文件（`polc.toml`，或者 `pyproject.toml`）不是能读的 TOML，读到这一处读不下去。

错误的写法：

```toml
[rules]
unused-fact = off
```

正确的写法：

```toml
[rules]
unused-fact = "off"
```

怎么改：看指出的地方：字要放在双引号里，日期、数、`true`、`false` 不放；表头是 `[rules]` 这样一行。有哪些可以写，见《配置》。

---
The configuration (`polc.toml`, or `pyproject.toml`) is no TOML that can be read: reading stopped here.

Bad:

```toml
[rules]
unused-fact = off
```

Good:

```toml
[rules]
unused-fact = "off"
```

How to fix: look at the place: text stands in double quotes; dates, numbers, true and false do not; a table begins with a line like `[rules]`. What can be written
is on the page on configuration.
"""

from __future__ import annotations

import re

from polc.diagnostics import Diagnostic, Rule, Severity, Words
from polc.text import Source

RULE = Rule(
    "configuration-unreadable",
    Severity.ERROR,
    title=Words("读不懂的配置文件", "configuration that cannot be read"),
    message=Words("这里不合 TOML 的写法", "this is no TOML"),
    page=__doc__ or "",
)
_SAYS = Words("读 TOML 的程序说：{said}", "the TOML reader says: {said}")
_AT = re.compile(r"\s*\(at (?:line (\d+), column (\d+)|end of document)\)\s*$")


def configuration_unreadable(source: Source, said: str) -> Diagnostic:
    """Return the finding for a file that the TOML reader refused; ``said`` is its message, which ends with the place."""
    at = _AT.search(said)
    offset = len(source.text.rstrip())
    if at is not None and at[1]:
        offset = min(source.line_start(int(at[1])) + int(at[2]) - 1, len(source.text))
    line = source.position(min(offset, len(source.text))).line
    end = source.line_start(line) + len(source.line_text(line))
    return RULE.at(source.span(min(offset, end), end), notes=(_SAYS.fill(said=_AT.sub("", said)),))
