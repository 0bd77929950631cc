"""官方文本改过了：和上次认下的不一样。每一句改的、删的、添的都列出来，写明文件里哪里引用了它。

`polc check --accept-source` 认下现在的文本：在 source.txt 旁边写一个 source.txt.lock，记着校验和与每一句话。以后文本改了，就知道动了哪里。

设 source.txt 是：

```text
1. 支持。对企业给予8万元奖励。另行公布申报办法。
```

认下的是：

```text title="source.txt.lock"
sha256 0000

1. 支持
对企业给予5万元奖励
另行公布申报办法
```

错误的写法：

```pol
政策 示范措施
  简称：demo
  原文文件：source.txt
对象 企业
  达标：是否
条 1 支持
  奖补 奖励
    原文：“给予8万元奖励”  # error
    支持对象：企业
    享受：每家企业 一次
    条件：达标
    标准：8万元
  宣示：“另行公布申报办法”
```

正确的写法：

```pol
政策 示范措施
  简称：demo
对象 企业
  达标：是否
条 1 支持
  奖补 奖励
    原文：“给予8万元奖励”
    支持对象：企业
    享受：每家企业 一次
    条件：达标
    标准：8万元
  宣示：“另行公布申报办法”
```

怎么改：照列出来的每一句，看引用它的地方要不要改；改好了，运行 `polc check --accept-source`，认下新的文本。文本不该动的，把它改回去。

---
The official text is not the one that was accepted: every sentence that was changed, removed or added, and what quotes it.

`polc check --accept-source` accepts the text as it stands: it writes source.txt.lock beside source.txt, with a hash and every sentence, so that
a later change shows what moved.

Let source.txt be:

```text
1. 支持。对企业给予8万元奖励。另行公布申报办法。
```

What was accepted:

```text title="source.txt.lock"
sha256 0000

1. 支持
对企业给予5万元奖励
另行公布申报办法
```

Bad:

```pol
policy demo measure
  id: demo
  source: source.txt
subject 企业
  达标: truth
clause 1 支持
  benefit 奖励
    quote: “给予8万元奖励”  # error
    for: 企业
    per: per 企业 once
    when: 达标
    pay: 8万元
  exhort: “另行公布申报办法”
```

Good:

```pol
policy demo measure
  id: demo
subject 企业
  达标: truth
clause 1 支持
  benefit 奖励
    quote: “给予8万元奖励”
    for: 企业
    per: per 企业 once
    when: 达标
    pay: 8万元
  exhort: “另行公布申报办法”
```

How to fix: for each sentence, see whether what quotes it has to change; then run polc check --accept-source. Where the text should not have
changed, put it back.
"""

from __future__ import annotations

from collections.abc import Iterator

from polc.checks.accepted import Moved, moved
from polc.checks.draft import Checked
from polc.checks.official import plain
from polc.checks.outline import outline
from polc.diagnostics import Diagnostic, Label, Rule, Severity, Words
from polc.model.policy import Policy, Stated
from polc.model.values import Quote
from polc.text import Span

RULE = Rule(
    "source-changed",
    Severity.WARNING,
    title=Words("官方文本改过了", "the official text has changed"),
    message=Words("{what}", "{what}"),
    page=__doc__ or "",
)

_CHANGED = Words("{where}改了一句：原来是“{old}”，现在是“{new}”", "{where}changed: it was “{old}”, now it is “{new}”")
_REMOVED = Words("{where}删了一句：“{old}”", "{where}removed: “{old}”")
_ADDED = Words("{where}添了一句：“{new}”", "{where}added: “{new}”")
_MORE = Words("另有 {count} 处改动，没有一一列出", "{count} more changes are not listed")
_ACCEPT = Words(
    "看过以后，运行 polc check --accept-source 认下现在的文本",
    "when you have seen to it, run polc check --accept-source",
)
_SHOWN = 60
_AROUND = 12
_MOST = 30


def check(draft: Checked) -> Iterator[Diagnostic]:
    """Yield every sentence of the official text that is not what was accepted."""
    if draft.official is None or draft.accepted is None:
        return
    line = _source_line(draft)
    quotes = _quotes(draft.policy)
    found = list(moved(draft.accepted, draft.official))
    for each in found[:_MOST]:
        yield _finding(draft, each, line, quotes)
    if len(found) > _MOST:
        yield RULE.at(line, what=_MORE.fill(count=str(len(found) - _MOST)))


def _finding(draft: Checked, each: Moved, line: Span, quotes: list[tuple[Stated[Quote], str]]) -> Diagnostic:
    said = _CHANGED if each.old and each.new else _REMOVED if each.old else _ADDED
    citing = [(quote, clause) for quote, clause in quotes if _cites(quote, each)]
    where = _where(draft, each, [clause for _, clause in citing])
    places = [quote.value.span or quote.span for quote, _ in citing if quote.value]
    labels = [Label(place, Words("这里也引用了它", "this quotes it too")) for place in places[1:]]
    if each.place is not None:
        labels.append(Label(each.place, Words("现在的文本", "the text as it is")))
    old, new = _parting(each.old, each.new)
    what = said.fill(where=where, old=_short(old), new=_short(new))
    return RULE.at(places[0] if places else line, related=tuple(labels), help=(_ACCEPT,), what=what)


def _parting(old: str, new: str) -> tuple[str, str]:
    """Return what two sentences do not share, with some words around it."""
    if not old or not new:
        return old, new
    head = next((n for n, (a, b) in enumerate(zip(old, new, strict=False)) if a != b), min(len(old), len(new)))
    rest = min(len(old), len(new)) - head
    pairs = zip(reversed(old), reversed(new), strict=False)
    tail = min(rest, next((n for n, (a, b) in enumerate(pairs) if a != b), rest))
    first, last = max(0, head - _AROUND), max(0, tail - _AROUND)
    before, after = "…" if first else "", "…" if last else ""
    return before + old[first : len(old) - last] + after, before + new[first : len(new) - last] + after


def _cites(quote: Stated[Quote], each: Moved) -> bool:
    words = plain(quote.value.text) if quote.value else ""
    for sentence in (plain(each.old), plain(each.new)):
        if words and sentence and (words in sentence or sentence in words):
            return True
    return False


def _where(draft: Checked, each: Moved, citing: list[str]) -> Words:
    """Return the clause that a sentence stands in: by the text where it is there, else by what quotes it."""
    number = next((clause for clause in citing if clause), "")
    if each.place is not None and draft.official is not None:
        text = outline(draft.official)
        home = next((c for c in text.clauses if c.span.start <= each.place.start < c.span.end), None)
        number = text.path_of(home) if home else number
    return Words(f"{number} ", f"{number} ") if number else Words("", "")


def _short(text: str) -> str:
    return text if len(text) <= _SHOWN else text[:_SHOWN] + "…"


def _source_line(draft: Checked) -> Span:
    """Return the place of the line 原文文件."""
    for file in draft.compiled.files:
        for block in file.blocks:
            for line in block.lines:
                if block.key == "policy" and line.key == "source":
                    return line.span
    return draft.policy.span


def _quotes(policy: Policy) -> list[tuple[Stated[Quote], str]]:
    """Return every quote of the policy with the number of its clause."""
    return [
        *((quote, part.clause) for part in policy.parts for quote in part.quotes),
        *((quote, clause.number) for clause in policy.clauses for quote in clause.quotes),
        *((quote, passage.clause) for passage in policy.passages for quote in passage.quotes),
    ]
