"""给一个固定的数，却没有写是一次、每年，还是每次。条件满足一年，就能来领一年。

给出两年都领到的情形；条件本身就让人领不到第二次的（已领、此前最高），不报。

错误的写法：

```pol
政策 示范措施
  简称：demo
对象 企业
  高新企业：是否
条 1 支持
  奖补 高新企业奖
    支持对象：企业
    享受：每家企业  # error
    条件：高新企业
    标准：5万元
```

正确的写法：

```pol
政策 示范措施
  简称：demo
对象 企业
  高新企业：是否
条 1 支持
  奖补 高新企业奖
    支持对象：企业
    享受：每家企业 一次
    条件：高新企业
    标准：5万元
```

怎么改：认定、获奖、首次达到一类的奖励，在原文里写“一次性”，在享受里写 一次。原文没有写的，写“未写，暂按 每家企业 一次”。

原文写着“一次性”而享受写了每年、每次的，也报。

---
A fixed sum, and no word on whether it is paid once, every year or each time: as long as the condition holds it can be claimed again.

Two years that both pay are shown; what a condition keeps from being paid a second time (已领, 此前最高) is not reported.

Bad:

```pol
policy 示范措施
  id: demo
subject 企业
  高新企业: truth
clause 1 支持
  benefit 高新企业奖
    for: 企业
    per: every 企业  # error
    when: 高新企业
    pay: 5万元
```

Good:

```pol
policy 示范措施
  id: demo
subject 企业
  高新企业: truth
clause 1 支持
  benefit 高新企业奖
    for: 企业
    per: every 企业 once
    when: 高新企业
    pay: 5万元
```

How to fix: for a recognition, a prize or a first time, let the text say 一次性 and write `once`. Where the text is silent, write `silent, presume every
企业 once`.

A text that says 一次性 beside a benefit that is paid every year or each time is reported too.
"""

from __future__ import annotations

from collections.abc import Iterator

from polc.checks.bounds import PERIODS, bounds_over, figures_paid
from polc.checks.draft import Checked
from polc.checks.over_years import paid_again
from polc.diagnostics import Diagnostic, Label, Rule, Severity, Words
from polc.model.policy import Benefit, Stated, Terms
from polc.model.values import Quote
from polc.passes.lower.plan import Lowered, Plan
from polc.readers.smt import Impossible

RULE = Rule(
    "once-missing",
    Severity.WARNING,
    title=Words("一次没有写", "nothing makes it once"),
    message=Words("“{name}”给的是固定的数，{why}", "“{name}” pays a fixed sum, and {why}"),
    page=__doc__ or "",
)
_UNSAID = Words("没有写只给一次：条件满足一年就能领一年", "nothing makes it once: it can be claimed every year")
_OTHERWISE = Words("原文说“{words}”，这里不是一次", "the text says “{words}” while this is not once")
_TEXT = Words("原文在这里说", "the text says so here")
_HELP = Words(
    "只给一次的，享受写“一次”；年年给的，写“每年”", "write “once” where it is paid once, “yearly” where it is yearly"
)
_TWICE = Words("两年都领", "had in both years")
_ONCE = ("一次性", "首次")


def check(draft: Checked) -> Iterator[Diagnostic]:
    """Yield every fixed sum that no 一次, 每年, 次数, 首次, 补差 or cap in total keeps from being paid again and again.

    Where two years in which both pay can be lived they are shown; what no two years pay is made once by something else.
    """
    if not draft.whole:
        return
    lowered = draft.compiled.lowered()
    for benefit in draft.policy.benefits:
        plan = lowered.plans.get(benefit.name)
        if plan is None or not figures_paid(lowered, plan) or _limited(lowered, plan):
            continue
        terms = lowered.terms(plan)
        place = terms.per.span if terms.per is not None else benefit.span
        frequency = terms.per.value.frequency if terms.per is not None and terms.per.value is not None else ""
        said = _said_once(benefit)
        otherwise = frequency not in ("", "once") and terms.per is not None and not terms.per.silent
        if frequency and (said is None or not otherwise):
            continue
        again = paid_again(lowered, plan)
        if isinstance(again, Impossible):
            continue
        witness = again.by_year(_TWICE) if again is not None else None
        if not frequency or said is None:
            yield RULE.at(place, help=(_HELP,), witness=witness, name=benefit.name, why=_UNSAID)
        else:
            quote, words = said
            why = _OTHERWISE.fill(words=words)
            related = (Label(quote.span, _TEXT),)
            yield RULE.at(place, related=related, witness=witness, name=benefit.name, why=why)


def _said_once(benefit: Benefit) -> tuple[Stated[Quote], str] | None:
    """Return the sentence by which a benefit is paid once, and its word for that."""
    for quote in benefit.quotes:
        for words in _ONCE:
            if quote.value is not None and words in quote.value.text:
                return quote, words
    return None


def _limited(lowered: Lowered, plan: Plan) -> bool:
    """Return whether something else keeps it from being paid for ever."""
    terms: Terms = lowered.terms(plan)
    table = terms.tiers.value if terms.tiers is not None else None
    ever = any(cap.period == PERIODS["to_date"] for cap in bounds_over(lowered, plan))
    first = any(part == plan.part.name for part, _, _ in lowered.firsts)
    stepped = table is not None and (table.mode == "step_up" or table.first_time)
    return bool(terms.times or terms.years) or ever or first or stepped
