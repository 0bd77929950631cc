"""原文里有一句写了金额或比例，没有哪一处引用它。钱在这句话里，编码里没有。

设 source.txt 是：

```text
1. 支持。给予5万元奖励。对高新企业再给予3万元奖励。
```

错误的写法：

```pol
政策 示范措施
  简称：demo
  原文文件：source.txt
对象 企业
  年度支出：金额，每年
  高新企业：是否
条 1 支持  # error
  奖补 甲奖励
    原文：“给予5万元奖励”
    支持对象：企业
    标准：5万元
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
  奖补 甲奖励
    原文：“给予5万元奖励”
    支持对象：企业
    标准：5万元
  奖补 乙奖励
    原文：“对高新企业再给予3万元奖励”
    支持对象：企业
    条件：高新企业
    标准：3万元
```

怎么改：给这句话写一项 奖补、要求 或 另行规定，并引用它。

---
A sentence of the source states an amount or a rate, and nothing quotes it: there is money in it that the encoding lacks.

Let source.txt be:

```text
1. 支持。给予5万元奖励。对高新企业再给予3万元奖励。
```

Bad:

```pol
policy 示范措施
  id: demo
  source: source.txt
subject 企业
  年度支出: money, yearly
  高新企业: truth
clause 1 支持  # error
  benefit 甲奖励
    quote: “给予5万元奖励”
    for: 企业
    pay: 5万元
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
  benefit 甲奖励
    quote: “给予5万元奖励”
    for: 企业
    pay: 5万元
  benefit 乙奖励
    quote: “对高新企业再给予3万元奖励”
    for: 企业
    when: 高新企业
    pay: 3万元
```

How to fix: write a benefit, a requirement or a reference for the sentence, and quote it.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from polc.checks.draft import Checked
from polc.checks.figures import in_text
from polc.checks.official import covered
from polc.checks.outline import outline
from polc.diagnostics import Diagnostic, Edit, Fix, Label, Rule, Severity, Words
from polc.model.policy import Benefit, Policy
from polc.syntax.keywords import LINES
from polc.text import Source, Span

RULE = Rule(
    "sentence-not-encoded",
    Severity.WARNING,
    title=Words("写了金额的一句没有编码", "a sentence with an amount that nothing encodes"),
    message=Words("原文的“{sentence}”{more}没有哪一处引用", "nothing quotes “{sentence}”{more} of the source"),
    page=__doc__ or "",
)

_SENTENCE = re.compile(r"[^。；;\n]+")
_SHOWN = 30
_MORE = Words("等 {n} 句", " and {n} more")
_HERE = Words("原文在这里", "the source says it here")
_QUOTE = Words("“{name}”引用这条里写了金额、比例的话", "let “{name}” quote what the clause says of amounts and rates")


def check(draft: Checked) -> Iterator[Diagnostic]:
    """Yield the sentences of the official text with an amount or a rate that no quote covers, those of a clause together."""
    official = draft.official
    if official is None:
        return
    clauses = {(clause.run, clause.ordinal): clause for clause in draft.policy.clauses}
    text = outline(official)
    found: dict[Span, list[Span]] = {}
    numbers: dict[Span, str] = {}
    for sentence in _loose(official, draft.policy):
        home = next((p for p in text.clauses if p.span.start <= sentence.start < p.span.end), None)
        clause = clauses.get((text.run_of(home), home.ordinal) if home else (0, None))
        place = clause.span if clause else draft.policy.span
        found.setdefault(place, []).append(sentence)
        numbers[place] = clause.number if clause else ""
    for place, sentences in found.items():
        words = sentences[0].text
        rest = str(len(sentences) - 1), str(len(sentences))
        yield RULE.at(
            place,
            related=tuple(Label(span, _HERE if span is sentences[-1] else None) for span in sentences),
            fixes=_quoting(draft.policy, numbers[place], sentences),
            sentence=words if len(words) <= _SHOWN else words[:_SHOWN] + "…",
            more=Words(_MORE.zh.format(n=rest[1]), _MORE.en.format(n=rest[0])) if len(sentences) > 1 else Words("", ""),
        )


def _loose(official: Source, policy: Policy) -> Iterator[Span]:
    """Yield every sentence with an amount or a rate that no quote covers, without the blanks around it."""
    marks = covered(official, quotes(policy))
    for match in _SENTENCE.finditer(official.text):
        start = match.start()
        if any(
            figure.kind in ("money", "rate")
            and not marks.all_of(official.span(start + figure.start, start + figure.start + len(figure.text)))
            for figure in in_text(match.group())
        ):
            words = match.group()
            yield official.span(
                start + len(words) - len(words.lstrip()), match.end() - len(words) + len(words.rstrip())
            )


def _quoting(policy: Policy, number: str, sentences: Sequence[Span]) -> tuple[Fix, ...]:
    """Return the change that quotes the sentences where the one benefit of their clause quotes nothing yet."""
    parts = [part for part in policy.parts if number and part.clause == number]
    paid = [part for part in parts if isinstance(part, Benefit)]
    said = sentences[0].to(sentences[-1]).text
    quoted = any(part.quotes for part in parts)
    if len(paid) != 1 or quoted or "\n" in said or said.count("“") != said.count("”"):
        return ()
    source, here = paid[0].span.source, paid[0].span.begin
    head = source.line_text(here.line)
    indent = head[: len(head) - len(head.lstrip())] + "  "
    row = LINES["quote"]
    written = f"{row.en}: “{said}”" if head.lstrip()[:1].isascii() else f"{row.zh}：“{said}”"
    behind = source.line_start(here.line) + len(head)
    return (Fix(_QUOTE.fill(name=paid[0].name), (Edit(Span(source, behind, behind), f"\n{indent}{written}"),)),)


def quotes(policy: Policy) -> list[str]:
    """Return all the words of the official text that the policy quotes."""
    stated = [
        *(quote for part in policy.parts for quote in part.quotes),
        *(quote for clause in policy.clauses for quote in clause.quotes),
        *(quote for passage in policy.passages for quote in passage.quotes),
    ]
    doubts = [*policy.doubts, *(doubt for part in policy.parts for doubt in part.doubts)]
    return [line.value.text for line in stated if line.value is not None] + [d.words for d in doubts if d.words]
