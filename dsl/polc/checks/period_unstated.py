"""门槛或基数没有说是哪一段时间的：营业收入达到一千万元，是一年的、一个季度的，还是开业以来的。

两种情形：事实声明成每年的，原文没有说是一年的；收入、支出、产值这样一天天累起来的数，事实和原文都没有说算多久。

错误的写法：

```pol
政策 示范措施
  简称：demo
对象 企业
  年度营业收入：金额，每年
条 1 支持
  奖补 甲
    原文：“对营业收入达到1000万元的企业，给予5万元一次性奖励”
    支持对象：企业
    享受：每家企业 一次
    条件：年度营业收入 达到 1000万元  # error
    标准：5万元
```

正确的写法：

```pol
政策 示范措施
  简称：demo
对象 企业
  年度营业收入：金额，每年
条 1 支持
  奖补 甲
    原文：“对年度营业收入达到1000万元的企业，给予5万元一次性奖励”
    支持对象：企业
    享受：每家企业 一次
    条件：年度营业收入 达到 1000万元
    标准：5万元
```

怎么改：在原文里写“年度”“上年度”“累计”；定不下来的写成 疑义，各种读法用各自的事实。

---
A threshold or a base without its period: a revenue of ten million in a year, in a quarter, or since the firm began?

Two cases: the fact is declared as yearly and the text does not say so; or it is one that adds up from day to day (revenue, spending, output), and neither the fact nor the text says over
how long.

Bad:

```pol
policy 示范措施
  id: demo
subject 企业
  年度营业收入: money, yearly
clause 1 支持
  benefit 甲
    quote: “对营业收入达到1000万元的企业，给予5万元一次性奖励”
    for: 企业
    per: every 企业 once
    when: 年度营业收入 reaches 1000万元  # error
    pay: 5万元
```

Good:

```pol
policy 示范措施
  id: demo
subject 企业
  年度营业收入: money, yearly
clause 1 支持
  benefit 甲
    quote: “对年度营业收入达到1000万元的企业，给予5万元一次性奖励”
    for: 企业
    per: every 企业 once
    when: 年度营业收入 reaches 1000万元
    pay: 5万元
```

How to fix: let the text say 年度, 上年度 or 累计; where it is open write a doubt, each reading with a fact of its own.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from polc.checks.draft import Checked
from polc.checks.mentions import facts_of, mentions, names_within
from polc.diagnostics import Diagnostic, Label, Rule, Severity, Words
from polc.model.policy import Benefit, Fact, Terms

RULE = Rule(
    "period-unstated",
    Severity.WARNING,
    title=Words("算多久没有写", "over which period is not said"),
    message=Words(
        "“{name}”看“{fact}”，原文没有说是哪一段时间的",
        "“{name}” goes by “{fact}”, and the text does not say of which period",
    ),
    page=__doc__ or "",
)
_TEXT = Words("原文在这里说", "the text says so here")
_HELP = Words(
    "在原文里写明是年度的、上年度的还是累计的", "let the text say of one year, of the year before, or altogether"
)
_PERIOD = re.compile(
    "年|季|月|周期|期间|期内|期限|累计|每次|单次|单笔|每笔|该笔|当期|历次|实时|以来|year|annual|quarter|month|period"
)
_FLOW = re.compile("(?:收入|支出|费用|产值|销售额|交易额|成交额|营业额|业务额|利润|成本|投入)(?:额|总额)?$")
"""Sums that add up from day to day."""


def check(draft: Checked) -> Iterator[Diagnostic]:
    """Yield every sum that a benefit goes by and whose period neither its sentences nor a line marked silent nor a doubt tells."""
    policy = draft.policy
    facts = facts_of(policy)
    owned = {subject.name for subject in policy.subjects if subject.owners}
    for benefit in policy.benefits:
        per = benefit.terms({}).per
        texts = [line.value.text for line in benefit.quotes if line.value is not None]
        if not texts or any(map(_PERIOD.search, texts)) or (per is not None and per.silent) or _asked(benefit):
            continue
        seen: set[str] = set()
        for mention in mentions(policy, benefit):
            fact = facts.get(mention.name)
            if fact is None or mention.role == "cap" or mention.name in seen or not _without(fact, owned):
                continue
            seen.add(mention.name)
            related = (Label(benefit.quotes[0].span, _TEXT),)
            yield RULE.at(mention.span, related=related, help=(_HELP,), name=benefit.name, fact=fact.name)


def _without(fact: Fact, owned: set[str]) -> bool:
    """Return whether a fact is a sum of some period which the text would have to tell."""
    if fact.type.kind != "money":
        return False
    if fact.type.period:
        return True
    return fact.subject not in owned and _FLOW.search(fact.name) is not None and not _PERIOD.search(fact.name)


def _asked(benefit: Benefit) -> bool:
    """Return whether a doubt asks how often it is given, or goes by other facts in another reading."""
    for doubt in benefit.doubts:
        often = {terms.per.value.frequency for terms in _terms(benefit, doubt.name) if terms.per and terms.per.value}
        by = {frozenset(_by(terms)) for terms in _terms(benefit, doubt.name)}
        if len(often) > 1 or len(by) > 1:
            return True
    return False


def _terms(benefit: Benefit, doubt: str) -> Iterator[Terms]:
    readings = next(each.readings for each in benefit.doubts if each.name == doubt)
    yield from (benefit.terms({doubt: reading.name}) for reading in readings)


def _by(terms: Terms) -> Iterator[str]:
    """Yield the names that a benefit's conditions and amount speak of."""
    for line in terms.when:
        yield from names_within(line.value)
    for base in (terms.pay, terms.tiers):
        if base is not None:
            yield from names_within(base.value)
