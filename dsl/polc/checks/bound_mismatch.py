"""门槛的写法和原文不一样：原文说“超过5000万元”，编码写成“达到 5000万元”。正好5000万元的，一个给、一个不给。

只看条件、分档里的数，对着引用的原句。原文说“以上”“以下”含不含本数看约定，“突破”没有定数，都不看；同一个数在原句里两样说法都有的、标了（含）（不含）的，也不看。

错误的写法：

```pol
政策 示范措施
  简称：demo
对象 企业
  年度营业收入：金额，每年
条 1 支持
  奖补 规模奖
    原文：“对年度营业收入超过5000万元的企业，奖励20万元”
    支持对象：企业
    享受：每家企业 一次
    条件：年度营业收入 达到 5000万元  # error
    标准：20万元
```

正确的写法：

```pol
政策 示范措施
  简称：demo
对象 企业
  年度营业收入：金额，每年
条 1 支持
  奖补 规模奖
    原文：“对年度营业收入超过5000万元的企业，奖励20万元”
    支持对象：企业
    享受：每家企业 一次
    条件：年度营业收入 超过 5000万元
    标准：20万元
```

怎么改：照原文的词写：达到、不低于、不少于含本数，超过、高于不含；不满、低于、不足不含，不超过、不高于含。原文写得不对的，改原文。

---
The threshold is not as the text has it: the text says “above 5000万元” (超过) and the encoding “reaches 5000万元” (达到). At exactly 5000万元 one pays and
the other does not.

Looked at are the figures of conditions and tiers beside the quoted sentence. 以上 and 以下 go by the convention and 突破 says nothing certain: they
are left alone, as is a figure that the sentence writes both ways, or marks with （含）.

Bad:

```pol
policy 示范措施
  id: demo
subject 企业
  年度营业收入: money, yearly
clause 1 支持
  benefit 规模奖
    quote: “对年度营业收入超过5000万元的企业，奖励20万元”
    for: 企业
    per: per 家企业 once
    when: 年度营业收入 reaches 5000 wan_yuan  # error
    pay: 20 wan_yuan
```

Good:

```pol
policy 示范措施
  id: demo
subject 企业
  年度营业收入: money, yearly
clause 1 支持
  benefit 规模奖
    quote: “对年度营业收入超过5000万元的企业，奖励20万元”
    for: 企业
    per: per 家企业 once
    when: 年度营业收入 exceeds 5000 wan_yuan
    pay: 20 wan_yuan
```

How to fix: write the word of the text: 达到, 不低于, 不少于 include the number, 超过, 高于 do not; 不满, 低于, 不足 do not, 不超过, 不高于 do. Where the text is wrong, mend
the text.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from polc.checks.draft import Checked
from polc.checks.figures import Figure, in_text
from polc.diagnostics import Diagnostic, Label, Rule, Severity, Words
from polc.model.expressions import And, Bound, Compare, Expression, Interval, Kind, Not, Or, Quantity, Relation
from polc.model.policy import Part, Stated, Terms
from polc.model.values import Quote

RULE = Rule(
    "bound-mismatch",
    Severity.WARNING,
    title=Words("门槛含不含本数，和原文不一样", "a threshold not as the text has it"),
    message=Words(
        "“{name}”：原文说“{words}”，这里是“{bound}”：正好这个数的，结果不一样",
        "“{name}”: the text says “{words}” and this “{bound}”: just at that number they differ",
    ),
    page=__doc__ or "",
)
_TEXT = Words("原文在这里说", "the text says so here")
_BEFORE = (
    (re.compile(r"(?:不低于|不少于|不小于|(?<!未)达到?|(?<![不未])满|至少)了?$"), Relation.GE),
    (re.compile(r"(?<!不)(?<!未)(?:超过|超出|高于|大于|多于)了?$"), Relation.GT),
    (re.compile(r"(?:不超过|不高于|不大于|不多于|未超过|至多)$"), Relation.LE),
    (re.compile(r"(?<!不)(?:低于|少于|小于|不足|不满|未满|未达到|不到)$"), Relation.LT),
)
_LISTED = re.compile(r"[0-9.,]+[万亿千百]*[^0-9、，,。；;]{0,2}[、和]$")
_MARKED = re.compile(r"^\s*[（(]?不?含|^\s*(?:及?以[上下内外])")
_PAIRS = frozenset([frozenset((Relation.GE, Relation.GT)), frozenset((Relation.LE, Relation.LT))])


def check(draft: Checked) -> Iterator[Diagnostic]:
    """Yield every bound of a condition or a tier that includes its number where the quoted sentence does not, or the other way round."""
    for part in (*draft.policy.benefits, *draft.policy.requirements):
        for bound in _bounds_of(part):
            if not isinstance(bound.limit, Quantity) or bound.marked is not None or bound.span is None:
                continue
            side = next((pair for pair in _PAIRS if bound.relation in pair), frozenset[Relation]())
            said = [each for each in _said(part, bound.limit) if each[2] in side]  # 最高不超过 it is of what is paid
            if len({relation for _, _, relation in said}) != 1:
                continue
            quote, words, relation = said[0]
            if relation is not bound.relation:
                yield RULE.at(
                    bound.span, related=(Label(quote.span, _TEXT),), name=part.name, words=words, bound=bound.span.text,
                )  # fmt: skip


def _bounds_of(part: Part) -> Iterator[Bound]:
    """Yield the bounds of a part's conditions and tiers, of its own lines and of those that a reading puts in."""
    for terms in part.written:
        yield from _bounds_in(terms)


def _bounds_in(terms: Terms) -> Iterator[Bound]:
    for line in (*terms.when, *terms.excluded, *terms.must, *terms.limits):
        if line.value is not None:
            yield from _bounds(line.value)
    table = terms.tiers.value if terms.tiers is not None else None
    for row in table.rows if table is not None else ():
        for test in row.tests:
            yield from _ends(test)


def _bounds(condition: Expression) -> Iterator[Bound]:
    match condition:
        case And(operands=operands) | Or(operands=operands):
            for operand in operands:
                yield from _bounds(operand)
        case Not():  # the other way round
            return
        case Compare(test=test):
            yield from _ends(test)
        case _:
            return


def _ends(test: object) -> Iterator[Bound]:
    if isinstance(test, Bound):
        yield test
    elif isinstance(test, Interval):
        yield from (test.low, test.high)


def _said(part: Part, limit: Quantity) -> Iterator[tuple[Stated[Quote], str, Relation | None]]:
    """Yield each place where the quotes of a part write a figure, with its word and what that means; None where it is open."""
    for quote in part.quotes:
        text = quote.value.text if quote.value is not None else ""
        for figure in in_text(text):
            if figure.value == _figure(limit) and (figure.kind == "rate") == (limit.kind is Kind.RATE):
                words, relation = _word(text, figure)
                yield quote, words, relation


def _figure(limit: Quantity) -> object:
    return limit.value / 12 if limit.kind is Kind.DURATION and limit.value % 12 == 0 else limit.value


def _word(text: str, figure: Figure) -> tuple[str, Relation | None]:
    """Return the words of comparison with a figure and what they mean; a list has them before its first."""
    end = figure.start + len(figure.text)
    if _MARKED.match(text[end:]):
        return "", None
    start = figure.start
    while (listed := _LISTED.search(text, 0, start)) is not None:
        start = listed.start()
    for pattern, relation in _BEFORE:
        found = pattern.search(text[:start])
        if found is not None:
            return found.group() + figure.text, relation
    return "", None
