"""原文提到本措施的一条，可是没有这一条。多半是删过、合并过条文，提到它的地方没有跟着改。

提到别的文件的（《……》第五条，……条例第六十二条），不管。

设 source.txt 是：

```text
示范市支持企业若干措施
第一条 支持创新。对高新企业给予5万元奖励。
第二条 不重复享受。同一企业按照就高原则享受，第九条规定的除外。
```

错误的写法：

```pol
政策 示范市支持企业若干措施
  简称：demo
  原文文件：source.txt
对象 企业
  高新企业：是否
条 第一条 支持创新
  奖补 高新奖
    原文：“对高新企业给予5万元奖励”
    支持对象：企业
    享受：每家企业 一次
    条件：高新企业
    标准：5万元
条 第二条 不重复享受
  组 就高：全部奖补
    原文：“同一企业按照就高原则享受，第九条规定的除外”  # error
    方式：就高
```

正确的写法（没有原文可看，自然不报）：

```pol
政策 示范市支持企业若干措施
  简称：demo
对象 企业
  高新企业：是否
条 第一条 支持创新
  奖补 高新奖
    支持对象：企业
    享受：每家企业 一次
    条件：高新企业
    标准：5万元
条 第二条 不重复享受
  组 就高：全部奖补
    方式：就高
```

怎么改：看那一条是删掉了，还是改了编号：改了编号的，改成新的；删掉了的，这半句话也删。

---
The text speaks of a clause of its own that it does not have: one was dropped or merged, and what speaks of it was not changed with it.

Clauses of other documents (《…》第五条, 条例第六十二条) are left alone.

Let source.txt be:

```text
示范市支持企业若干措施
第一条 支持创新。对高新企业给予5万元奖励。
第二条 不重复享受。同一企业按照就高原则享受，第九条规定的除外。
```

Bad:

```pol
policy 示范市支持企业若干措施
  id: demo
  source: source.txt
subject 企业
  高新企业: truth
clause 第一条 支持创新
  benefit 高新奖
    quote: “对高新企业给予5万元奖励”
    for: 企业
    per: every 企业 once
    when: 高新企业
    pay: 5万元
clause 第二条 不重复享受
  group 就高: all_benefits
    quote: “同一企业按照就高原则享受，第九条规定的除外”  # error
    how: highest
```

Good (without a text there is nothing to report):

```pol
policy 示范市支持企业若干措施
  id: demo
subject 企业
  高新企业: truth
clause 第一条 支持创新
  benefit 高新奖
    for: 企业
    per: every 企业 once
    when: 高新企业
    pay: 5万元
clause 第二条 不重复享受
  group 就高: all_benefits
    how: highest
```

How to fix: see whether that clause was dropped or has another number now; write the new number, or drop the words.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from polc.checks.draft import Checked
from polc.checks.outline import Outline, outline
from polc.diagnostics import Diagnostic, Label, Rule, Severity, Words
from polc.model.policy import Policy
from polc.syntax.numerals import LETTERS, number_of
from polc.text import Source, Span

RULE = Rule(
    "cites-missing-clause",
    Severity.ERROR,
    title=Words("提到的条没有", "a clause that is not there"),
    message=Words("原文提到“{clause}”，这份措施里没有这一条", "the text speaks of “{clause}”, which it does not have"),
    page=__doc__ or "",
)
_HERE = Words("原文在这里", "the source says it here")
_CITED = re.compile(rf"第[ \t]*(?P<number>[{LETTERS}]{{1,5}}|[0-9０-９]{{1,3}})[ \t]*条(?!件|例|款)")
_DOCUMENT = "法|条例|办法|规定|细则|规则|规程|章程|准则|意见|通知|方案|措施|政策|纲要|规划|计划|目录|合同|协议"
_OF_ANOTHER = re.compile(
    rf"(?:》|(?P<own>本|该|上述|以上|前述)?(?:{_DOCUMENT}))(?:[（(][^（()）]{{1,30}}[)）])?[中的]?[ \t]*$"
)
_CHAIN = re.compile(
    rf"^(?:[、，,和及或与至到—–~-]|以及|或者|第[{LETTERS}0-9]+[款项]|[（(][{LETTERS}0-9]+[)）][款项]?|\s)*$"
)


def check(draft: Checked) -> Iterator[Diagnostic]:
    """Yield every number of a clause in the text, of this measure, that none of its clauses has."""
    official = draft.official
    if official is None:
        return
    text = outline(official)
    there = {head.ordinal for head in text.clauses} | {clause.ordinal for clause in draft.policy.clauses}
    if not text.clauses:
        return
    seen: set[tuple[Span, str]] = set()
    for cited in _of_its_own(official, text):
        if number_of(cited["number"]) in there:
            continue
        span = official.span(*cited.span())
        place = _place(draft.policy, text, span)
        if (place, span.text) not in seen:
            seen.add((place, span.text))
            yield RULE.at(place, related=(Label(span, _HERE),), clause=span.text)


def _of_its_own(official: Source, text: Outline) -> Iterator[re.Match[str]]:
    """Yield the clauses that are cited and of no other document, the headings of clauses aside."""
    heads = {clause.span.start for clause in text.clauses}
    behind, foreign = 0, False
    for match in _CITED.finditer(official.text):
        before = official.text[max(0, match.start() - 60) : match.start()]
        other = _OF_ANOTHER.search(before)
        if not (behind and _CHAIN.match(official.text[behind : match.start()])):
            foreign = other is not None and other["own"] is None
        behind = match.end()
        if match.start() not in heads and not foreign:
            yield match


def _place(policy: Policy, text: Outline, span: Span) -> Span:
    """Return the line that quotes the words, else the clause they stand in, else the head of the policy."""
    home = next((clause for clause in text.clauses if clause.span.start <= span.start < clause.span.end), None)
    clause = next((c for c in policy.clauses if home and (text.run_of(home), home.ordinal) == (c.run, c.ordinal)), None)
    if clause is None:
        return policy.span
    quoting = [part.quotes for part in policy.parts if part.clause == clause.number]
    quoting += [passage.quotes for passage in policy.passages if passage.clause == clause.number]
    for line in (line for lines in (clause.quotes, *quoting) for line in lines):
        if line.value is not None and span.text in line.value.text:
            return line.value.span or line.span
    return clause.span
