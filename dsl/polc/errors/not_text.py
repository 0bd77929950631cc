"""这不是文字：里面有文字文件不会有的字节（图片、压缩包、Word 文档都是这样）。

.pol 是纯文本。Word 的 .docx 改名为 .pol 还是 Word 文档。

错误的写法：

```sh
mv 若干措施.docx policy.pol
```

正确的写法：

```sh
polc new yuxi --from 若干措施.txt
```

怎么改：在 Word 里“另存为”纯文本（编码选 UTF-8），再从它开始。

---
This is no text: it holds bytes that no text file has (pictures, archives and Word documents do).

A .pol file is plain text. A Word document that is renamed to .pol remains a Word document.

Bad:

```sh
mv measure.docx policy.pol
```

Good:

```sh
polc new yuxi --from measure.txt
```

How to fix: save it from the word processor as plain text (in UTF-8), and start from that.
"""

from __future__ import annotations

from polc.diagnostics import Diagnostic, Rule, Severity, Words
from polc.text import Source

RULE = Rule(
    "not-text",
    Severity.ERROR,
    title=Words("不是文字文件", "not a text file"),
    message=Words(
        "{path} 不是文字：第 {byte} 个字节不会出现在文字里", "{path} is no text: byte {byte} belongs to no text"
    ),
    page=__doc__ or "",
)

_WORD = Words(
    "这是 Word、WPS 或压缩文件；请先另存为纯文本",
    "this is a word processor's file or an archive; save it as plain text first",
)


def not_text(path: str, byte: int, *, archive: bool = False) -> Diagnostic:
    """Return the finding that ``path`` is no text; ``byte`` (from 1) is where that shows."""
    return RULE.at(Source(path, "").span(0, 0), help=(_WORD,) if archive else (), path=path, byte=str(byte))
