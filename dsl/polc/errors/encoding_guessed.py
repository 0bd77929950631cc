"""文件不是 UTF-8，polc 按 GB18030（或没有标记的 UTF-16）读了它。旧版记事本和一些办公软件这样保存中文。

这只是一个提示：看着对就是对的。但猜的编码不保证每个字都对，换一台电脑也可能显示成乱码，所以最好存为 UTF-8。

不够好的写法（用 GBK 保存）：

```sh
iconv -t GBK draft.txt > policy.pol
```

正确的写法：

```sh
iconv -f GB18030 -t UTF-8 policy.pol > utf8.pol
```

怎么改：在编辑器里另存为 UTF-8。

---
The file is not in UTF-8; polc read it as GB18030 (or as UTF-16 without a mark). Older editors save Chinese this way.

This is a note only: if it looks right, it is right. But a guessed encoding cannot vouch for each character, and the
file may show as gibberish elsewhere, so UTF-8 is better.

Not so good (saved in GBK):

```sh
iconv -t GBK draft.txt > policy.pol
```

Good:

```sh
iconv -f GB18030 -t UTF-8 policy.pol > utf8.pol
```

How to fix: save the file in UTF-8 in the editor.
"""

from __future__ import annotations

from polc.diagnostics import Diagnostic, Rule, Severity, Words
from polc.text import Span

RULE = Rule(
    "encoding-guessed",
    Severity.NOTE,
    title=Words("编码是猜的", "encoding guessed"),
    message=Words("文件不是 UTF-8，按 {encoding} 读了", "the file is not in UTF-8; it was read as {encoding}"),
    page=__doc__ or "",
)

_SAVE = Words(
    "请看这一行显示得对不对；最好另存为 UTF-8", "see whether this line looks right; better save the file in UTF-8"
)


def encoding_guessed(span: Span, encoding: str) -> Diagnostic:
    """Return the note that the file was read as ``encoding``; ``span`` is the first character where that matters."""
    return RULE.at(span, help=(_SAVE,), encoding=encoding)
