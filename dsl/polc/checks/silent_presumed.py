"""把写着 `未写，暂按 …` 的都列出来，一份政策一条：原文没有说，先按一种意思算的，都在这里。征求意见、送审以前，拿它逐条和原文对，该补的补进正文。

错误的写法：

```pol
政策 示范措施  # error
  简称：demo
  约定：未写，暂按 以上、以下含本数
对象 企业
  达标：是否
条 1 支持
  奖补 奖励
    支持对象：企业
    享受：每家企业 一次
    条件：达标
    标准：5万元
```

正确的写法：

```pol
政策 示范措施
  简称：demo
  约定：以上、以下含本数
对象 企业
  达标：是否
条 1 支持
  奖补 奖励
    支持对象：企业
    享受：每家企业 一次
    条件：达标
    标准：5万元
```

怎么改：要紧的在正文写明；拿不准的写成疑义，两种读法各算多少一看就知道。都看过了的，在政策里写 `已知问题 silent-presumed：理由`。

---
Every 未写，暂按 … (silent, presume …) of a policy, in one finding: all that the text does not say and that is computed in one sense meanwhile. Go through it before the draft goes out.

Bad:

```pol
policy demo measure  # error
  id: demo
  convention: silent, presume or_more & or_less inclusive
subject firm
  meets: truth
clause 1 support
  benefit award
    for: firm
    per: per firm once
    when: meets
    pay: 5wan_yuan
```

Good:

```pol
policy demo measure
  id: demo
  convention: or_more & or_less inclusive
subject firm
  meets: truth
clause 1 support
  benefit award
    for: firm
    per: per firm once
    when: meets
    pay: 5wan_yuan
```

How to fix: say in the text what matters, write a doubt where it is open, and 已知问题 (known) in the policy once all have been looked at.
"""

from __future__ import annotations

from collections.abc import Iterator

from polc.checks.draft import Checked
from polc.diagnostics import Diagnostic, Rule, Severity, Words
from polc.diagnostics.words import same
from polc.syntax.keywords import LINES
from polc.syntax.tree import Block, Line
from polc.text import Span

RULE = Rule(
    "silent-presumed",
    Severity.NOTE,
    title=Words("原文没有写，先按一种意思算", "silent, and presumed"),
    message=Words(
        "原文没有写、先按一种意思算的，有{count}处",
        "the text is silent and a sense is presumed, so many times: {count}",
    ),
    page=__doc__ or "",
)
_OF = Words("{word} {count}处：{places}", "{word}, {count}: {places}")
_MORE = Words("等", "and more")
_SHOWN = 8


def check(draft: Checked) -> Iterator[Diagnostic]:
    """Yield one finding with every line that presumes what the text does not say, by keyword; readings have none."""
    found: dict[str, dict[tuple[str, int], Span]] = {}
    for file in draft.compiled.files:
        for key, span in (*_lines(file.lines), *(each for block in file.blocks for each in _within(block))):
            if not draft.policy.is_shared(span):
                found.setdefault(key, {}).setdefault((span.source.path, span.begin.line), span)
    if not found:
        return
    several = len({path for places in found.values() for path, _ in places}) > 1
    notes = tuple(_note(key, list(places.values()), several=several) for key, places in found.items())
    yield RULE.at(draft.policy.span, notes=notes, count=str(sum(map(len, found.values()))))


def _within(block: Block) -> Iterator[tuple[str, Span]]:
    if block.key == "doubt":
        return
    if block.silent and block.value is not None:
        yield block.key, block.span
    yield from _lines(block.lines)
    for child in block.blocks:
        yield from _within(child)


def _lines(lines: tuple[Line, ...]) -> Iterator[tuple[str, Span]]:
    return ((line.key, line.span) for line in lines if line.silent and line.value is not None)


def _note(key: str, spans: list[Span], *, several: bool) -> Words:
    """Return how many lines of one keyword presume, and where."""
    shown = spans[:_SHOWN]
    zh = "、".join(_place(span, several=several) for span in shown)
    places = Words(f"第{zh}行", "line " + zh.replace("、", ", ")) if not several else same(zh.replace("、", ", "))
    if len(spans) > len(shown):
        places = Words(f"{places.zh}{_MORE.zh}", f"{places.en} {_MORE.en}")
    word = LINES[key]
    return _OF.fill(word=Words(word.zh, word.en), count=str(len(spans)), places=places)


def _place(span: Span, *, several: bool) -> str:
    name = f"{span.source.path.rpartition('/')[2]}:" if several else ""
    return f"{name}{span.begin.line}"
