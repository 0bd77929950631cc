"""原文里像是录入的错：词里有空格，全角半角混用，`一` 当了连接号，括号引号没有配对，标点重了，数字里有字母。一份政策一条，列出在哪里。

通篇都这样写的，是文风，不报；两种写法混着的，报少的那一种。

设 source.txt 是：

```text
示范市支持企业若干措施
1. 支持。支持具有独立法 人资格的企业参与“算力一电力”协同试点，给予5万元奖励。
```

错误的写法：

```pol
政策 示范市支持企业若干措施
  简称：demo
  原文文件：source.txt  # error
对象 企业
  参与试点：是否
条 1 支持
  奖补 甲
    原文：“支持具有独立法人资格的企业参与“算力一电力”协同试点，给予5万元奖励”
    支持对象：企业
    享受：每家企业 一次
    条件：参与试点
    标准：5万元
```

正确的写法（没有原文可看，自然不报）：

```pol
政策 示范市支持企业若干措施
  简称：demo
对象 企业
  参与试点：是否
条 1 支持
  奖补 甲
    原文：“支持具有独立法人资格的企业参与“算力—电力”协同试点，给予5万元奖励”
    支持对象：企业
    享受：每家企业 一次
    条件：参与试点
    标准：5万元
```

怎么改：还在起草的，改原文。已经印发的不要改，写 `已知问题 source-anomaly：原件如此`。

---
What looks like a slip of typing in the official text: a blank inside words, full and half width mixed, 一 for a dash, a bracket or quotation
mark without its other half, punctuation twice, a letter among digits. One finding for a policy, with the places.

What the text does throughout is its style and is not reported; of two ways that are mixed the rarer one is.

Let source.txt be:

```text
示范市支持企业若干措施
1. 支持。支持具有独立法 人资格的企业参与“算力一电力”协同试点，给予5万元奖励。
```

Bad:

```pol
policy 示范市支持企业若干措施
  id: demo
  source: source.txt  # error
subject 企业
  参与试点: truth
clause 1 支持
  benefit 甲
    quote: “支持具有独立法人资格的企业参与“算力一电力”协同试点，给予5万元奖励”
    for: 企业
    per: every 企业 once
    when: 参与试点
    pay: 5万元
```

Good (without a text there is nothing to report):

```pol
policy 示范市支持企业若干措施
  id: demo
subject 企业
  参与试点: truth
clause 1 支持
  benefit 甲
    quote: “支持具有独立法人资格的企业参与“算力—电力”协同试点，给予5万元奖励”
    for: 企业
    per: every 企业 once
    when: 参与试点
    pay: 5万元
```

How to fix: mend a text that is still a draft. Leave one that is issued as it is, and name the finding as known.
"""

from __future__ import annotations

from collections.abc import Iterator

from polc.checks.draft import Checked
from polc.checks.heading import head_line
from polc.checks.typography import Slip, slips
from polc.diagnostics import Diagnostic, Label, Rule, Severity, Words

RULE = Rule(
    "source-anomaly",
    Severity.NOTE,
    title=Words("原文里像是录入的错", "slips of typing in the text"),
    message=Words("原文里像是录入的错，有{count}处", "slips of typing in the official text: {count}"),
    page=__doc__ or "",
)
_KIND = Words("{kind} {count}处：{places}", "{kind}, {count}: {places}")
_PLACE = Words("第{line}行“{shown}”", "line {line} “{shown}”")
_SHOWN = 3


def check(draft: Checked) -> Iterator[Diagnostic]:
    """Yield one finding with every slip of the official text, by kind."""
    if draft.official is None:
        return
    found: dict[Words, list[Slip]] = {}
    for slip in slips(draft.official):
        found.setdefault(slip.kind, []).append(slip)
    if not found:
        return
    line = head_line(draft, "source")
    related = tuple(Label(places[0].span, kind) for kind, places in found.items())
    notes = tuple(_note(kind, places) for kind, places in found.items())
    count = str(sum(map(len, found.values())))
    yield RULE.at(line.span if line else draft.policy.span, related=related, notes=notes, count=count)


def _note(kind: Words, places: list[Slip]) -> Words:
    said = [_PLACE.fill(line=str(slip.span.begin.line), shown=slip.shown) for slip in places[:_SHOWN]]
    more = len(places) > _SHOWN
    zh = "、".join(words.zh for words in said) + ("等" if more else "")
    en = ", ".join(words.en for words in said) + (" and more" if more else "")
    return _KIND.fill(kind=kind, count=str(len(places)), places=Words(zh, en))
