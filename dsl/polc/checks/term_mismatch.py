"""正文定义了一个词（“本措施所称……，是指……”“以下简称……”），后来一次也没有用，用的是差不多的另一个词：定义管不到它。

设 source.txt 是：

```text
示范市支持企业若干措施
1. 支持。对数字经济企业给予5万元奖励。
2. 附则。本措施所称数字经济核心产业企业，是指主营业务属于数字经济核心产业的企业。
```

错误的写法：

```pol
政策 示范市支持企业若干措施
  简称：demo
  原文文件：source.txt  # error
对象 企业
  数字经济企业：是否
条 1 支持
  奖补 甲
    原文：“对数字经济企业给予5万元奖励”
    支持对象：企业
    享受：每家企业 一次
    条件：数字经济企业
    标准：5万元
条 2 附则
  原文：“本措施所称数字经济核心产业企业，是指主营业务属于数字经济核心产业的企业”
```

正确的写法：

```pol
政策 示范市支持企业若干措施
  简称：demo
对象 企业
  数字经济企业：是否
条 1 支持
  奖补 甲
    原文：“对数字经济企业给予5万元奖励”
    支持对象：企业
    享受：每家企业 一次
    条件：数字经济企业
    标准：5万元
条 2 附则
  原文：“本措施所称数字经济企业，是指主营业务属于数字经济核心产业的企业”
```

怎么改：全文用同一个词；定义已经没有用的，删去。

---
The text defines a term (本措施所称……，是指……, 以下简称……) and never uses it; it uses another that is much like it, to which the definition does not apply.

Let source.txt be:

```text
示范市支持企业若干措施
1. 支持。对数字经济企业给予5万元奖励。
2. 附则。本措施所称数字经济核心产业企业，是指主营业务属于数字经济核心产业的企业。
```

Bad:

```pol
policy 示范市支持企业若干措施
  id: demo
  source: source.txt  # error
subject 企业
  数字经济企业: truth
clause 1 支持
  benefit 甲
    quote: “对数字经济企业给予5万元奖励”
    for: 企业
    per: every 企业 once
    when: 数字经济企业
    pay: 5万元
clause 2 附则
  quote: “本措施所称数字经济核心产业企业，是指主营业务属于数字经济核心产业的企业”
```

Good:

```pol
policy 示范市支持企业若干措施
  id: demo
subject 企业
  数字经济企业: truth
clause 1 支持
  benefit 甲
    quote: “对数字经济企业给予5万元奖励”
    for: 企业
    per: every 企业 once
    when: 数字经济企业
    pay: 5万元
clause 2 附则
  quote: “本措施所称数字经济企业，是指主营业务属于数字经济核心产业的企业”
```

How to fix: use one word throughout; drop a definition that nothing needs.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from polc.checks.draft import Checked
from polc.checks.heading import head_line
from polc.diagnostics import Diagnostic, Label, Rule, Severity, Words
from polc.text import Source, Span

RULE = Rule(
    "term-mismatch",
    Severity.WARNING,
    title=Words("定义的是一个词，用的是另一个", "one term defined, another used"),
    message=Words("正文定义了“{term}”，一次也没有用{instead}", "the text defines “{term}” and never uses it{instead}"),
    page=__doc__ or "",
)
_HERE = Words("定义在这里", "defined here")
_THERE = Words("用的是这个词", "this is used")
_INSTEAD = Words("；用的是“{other}”", "; it uses “{other}”")
_NAME = r"[\u4e00-\u9fffA-Za-z0-9]{2,16}"
_CALLED = re.compile(r"所称的?(?P<names>[^，。；：,;\n]{2,60}?)[，,]?均?[是系]?指(?![定导标南引示数挥])")
_SHORT = re.compile(rf"[（(]以下(?:简称|统称|称)[：:为]?[“]?(?P<names>{_NAME})[”]?[）)]")
_BETWEEN = 4
_SHORTEST = 3


@dataclass(frozen=True, slots=True)
class _Term:
    """A term that the text defines, and the sentence that does."""

    name: str
    place: Span
    sentence: tuple[int, int]


def check(draft: Checked) -> Iterator[Diagnostic]:
    """Yield every term that the official text defines and does not use outside the sentence that defines it."""
    official = draft.official
    if official is None:
        return
    line = head_line(draft, "source")
    for term in _terms(official):
        first, last = term.sentence
        rest = official.text[:first] + "\n" * (last - first) + official.text[last:]
        if term.name in rest:
            continue
        other = _variant(term.name, rest)
        labels = (Label(term.place, _HERE), *((Label(official.span(*other), _THERE),) if other else ()))
        instead = _INSTEAD.fill(other=official.text[other[0] : other[1]]) if other else Words("", "")
        place = line.span if line else draft.policy.span
        yield RULE.at(place, related=labels, term=term.name, instead=instead)


def _terms(source: Source) -> Iterator[_Term]:
    for pattern in (_CALLED, _SHORT):
        for match in pattern.finditer(source.text):
            start = max(source.text.rfind(mark, 0, match.start()) for mark in "。；\n") + 1
            ends = [at for mark in "。；\n" if (at := source.text.find(mark, match.end())) >= 0]
            at = match.start("names")
            for name in re.split("[、和或及]", match["names"]):
                plain = name.strip("“”")
                if len(plain) >= _SHORTEST and re.fullmatch(_NAME, plain):
                    begin = source.text.index(plain, at)
                    place = source.span(begin, begin + len(plain))
                    yield _Term(plain, place, (start, min(ends, default=len(source.text))))


def _variant(term: str, text: str) -> tuple[int, int] | None:
    """Return where the text has the term with something put into it or left out of it, the first such place."""
    patterns = [
        rf"{re.escape(term[:cut])}[\u4e00-\u9fff]{{1,{_BETWEEN}}}{re.escape(term[cut:])}"
        for cut in range(2, len(term) - 1)
    ]
    for width in range(1, len(term) - 3):
        patterns += [re.escape(term[:cut] + term[cut + width :]) for cut in range(2, len(term) - width - 1)]
    found = (match for pattern in patterns if (match := re.search(pattern, text)))
    return next((match.span() for match in found), None)
