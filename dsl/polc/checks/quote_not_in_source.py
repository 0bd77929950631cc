"""“原文”里引的话，在 source.txt 里找不到。比较时不看空格，也不分全角半角。引文错了，编码对照的就不是正式文本。

设 source.txt 是：

```text
1. 支持。鼓励企业发展。
```

错误的写法：

```pol
政策 示范措施
  简称：demo
  原文文件：source.txt
对象 企业
  年度支出：金额，每年
  高新企业：是否
条 1 支持
  宣示：“鼓励企业大发展”  # error
```

正确的写法：

```pol
政策 示范措施
  简称：demo
  原文文件：source.txt
对象 企业
  年度支出：金额，每年
  高新企业：是否
条 1 支持
  宣示：“鼓励企业发展”
```

怎么改：从 source.txt 里复制原句。

---
The quoted words are not in source.txt, compared without blanks and with half and full width alike.

Let source.txt be:

```text
1. 支持。鼓励企业发展。
```

Bad:

```pol
policy 示范措施
  id: demo
  source: source.txt
subject 企业
  年度支出: money, yearly
  高新企业: truth
clause 1 支持
  exhort: “鼓励企业大发展”  # error
```

Good:

```pol
policy 示范措施
  id: demo
  source: source.txt
subject 企业
  年度支出: money, yearly
  高新企业: truth
clause 1 支持
  exhort: “鼓励企业发展”
```

How to fix: copy the sentence from source.txt.
"""

from __future__ import annotations

import difflib
import re
from collections.abc import Iterator

from polc.checks.draft import Checked
from polc.checks.official import contains, plain
from polc.diagnostics import Diagnostic, Edit, Fix, Label, Rule, Severity, Words
from polc.text import Source, Span

RULE = Rule(
    "quote-not-in-source",
    Severity.ERROR,
    title=Words("引文不在原文里", "a quote that is not in the source"),
    message=Words("原文里没有“{quote}”", "the source does not say “{quote}”"),
    page=__doc__ or "",
)

_SHOWN = 40
_COPY = Words("照最接近的那一句抄过来", "copy the nearest sentence")
_MARKS = frozenset('“”"|')
"""What would end the quotation it is copied into."""


def check(draft: Checked) -> Iterator[Diagnostic]:
    """Yield every 原文 and every quoted passage that the official text does not have."""
    official = draft.official
    if official is None:
        return
    policy = draft.policy
    stated = [
        *(quote for part in policy.parts for quote in part.quotes),
        *(quote for clause in policy.clauses for quote in clause.quotes),
        *(quote for passage in policy.passages for quote in passage.quotes),
    ]
    for line in dict.fromkeys(stated):
        if line.value is None or contains(official, line.value.text):
            continue
        text = line.value.text
        shown = text if len(text) <= _SHOWN else text[:_SHOWN] + "…"
        near = nearest_sentence(official, text)
        related = (Label(near, Words("最接近的是这一句", "the nearest is this")),) if near else ()
        place = line.value.span
        inner = place.text.find(text) if place is not None else -1
        fixes: tuple[Fix, ...] = ()
        if near is not None and place is not None and inner >= 0 and not set(near.text) & _MARKS:
            own = Span(place.source, place.start + inner, place.start + inner + len(text))
            fixes = (Fix(_COPY, (Edit(own, near.text.strip()),)),)
        yield RULE.at(place or line.span, related=related, fixes=fixes, quote=shown)


def nearest_sentence(source: Source, words: str) -> Span | None:
    """Return the sentence of the source that shares most with ``words``, or None where none comes near."""
    wanted = plain(words)
    best: tuple[float, Span] | None = None
    for match in _SENTENCE.finditer(source.text):
        text = plain(match.group())
        if not text:
            continue
        matcher = difflib.SequenceMatcher(None, wanted, text, autojunk=False)
        if matcher.quick_ratio() < _NEAR:
            continue
        ratio = matcher.ratio()
        if ratio >= _NEAR and (best is None or ratio > best[0]):
            best = (ratio, source.span(match.start(), match.end()))
    return best[1] if best else None


_SENTENCE = re.compile(r"[^。；;\n]+")
_NEAR = 0.6
