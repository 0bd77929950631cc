"""同样多的钱，一份报和拆成两份报，给的不一样，拆开的多：一笔6万元的交易奖5万元，拆成两笔3万元的，奖10万元。够条件的人会去拆。

只看一家可以有几件的东西（合同、项目、交易），把这件东西的各项金额各分一半，别的事实不变。每件封顶的，拆开总能多拿一份，那是上限按件定的，不在此列；
一家合起来还有上限、拆了也多不出来的，也不报。

错误的写法：

```pol
政策 示范措施
  简称：demo
对象 企业
对象 数据交易 归属 企业
  交易金额：金额
条 1 支持
  奖补 交易奖
    支持对象：数据交易
    领取人：企业
    享受：每笔数据交易 一次
    条件：交易金额 达到 30万元
    标准：2万元  # error
```

正确的写法：

```pol
政策 示范措施
  简称：demo
对象 企业
对象 数据交易 归属 企业
  交易金额：金额
条 1 支持
  奖补 交易奖
    支持对象：数据交易
    领取人：企业
    享受：每笔数据交易 一次
    条件：交易金额 达到 30万元
    标准：交易金额 × 5%
```

怎么改：按金额的比例给，改成按一家企业全年合计（标准：总和 交易金额 …），或者给每家企业加一个上限；写明同一个对象之间一年里的几笔合并计算。

---
The same money pays more in two applications than in one: a deal of 60万元 brings 2万元, two deals of 30万元 bring 4万元. Whoever can will split.

Looked at is what one applicant may have several of (contracts, projects, deals): every sum of money of the item is halved, and nothing else.
A cap for each item always pays two halves more: that is how the cap was set, and not reported; nor is it where a cap over all of an
applicant's items takes the gain away.

Bad:

```pol
policy 示范措施
  id: demo
subject 企业
subject 数据交易 owned_by 企业
  交易金额: money
clause 1 支持
  benefit 交易奖
    for: 数据交易
    payee: 企业
    per: per 笔数据交易 once
    when: 交易金额 reaches 30 wan_yuan
    pay: 2 wan_yuan  # error
```

Good:

```pol
policy 示范措施
  id: demo
subject 企业
subject 数据交易 owned_by 企业
  交易金额: money
clause 1 支持
  benefit 交易奖
    for: 数据交易
    payee: 企业
    per: per 笔数据交易 once
    when: 交易金额 reaches 30 wan_yuan
    pay: 交易金额 × 5%
```

How to fix: pay a share of the money, go by the total of a firm's year (`pay: sum 交易金额 …`), or cap what each firm gets; say that several deals of a
year with one partner count as one.
"""

from __future__ import annotations

from collections.abc import Iterator

from polc.checks.draft import Checked
from polc.checks.halving import halved
from polc.diagnostics import Diagnostic, Rule, Severity, Words
from polc.model.policy import Terms
from polc.readers.prose import figures
from polc.text import Span

RULE = Rule(
    "splitting-pays",
    Severity.WARNING,
    title=Words("拆成两份，拿得更多", "two halves are paid more than the whole"),
    message=Words(
        "“{name}”同样多的钱，拆成两份报，给的从 {whole} 变成 {halves}",
        "“{name}” pays {halves} instead of {whole} where the same money is brought in two halves",
    ),
    page=__doc__ or "",
    yields_to=("cliff", "tier-falls", "award-exceeds-base"),
)
_HELP = Words(
    "改成按全年合计、按金额的比例给，或者给每家企业加一个上限",
    "go by the year's total, pay a share of the money, or cap what each applicant gets",
)


def check(draft: Checked) -> Iterator[Diagnostic]:
    """Yield every benefit for what one applicant may have several of that pays two halves more than the whole."""
    if not draft.whole:
        return
    for benefit in draft.policy.benefits:
        seen: set[int] = set()
        for lowered in draft.lowered_for(benefit):
            plan = lowered.plans[benefit.name]
            which, place = _place(lowered.terms(plan))
            found = halved(lowered, plan, splitting=True) if place is not None and which not in seen else None
            if found is not None and place is not None:
                seen.add(which)
                reading = draft.chosen(lowered)
                yield RULE.at(
                    place, help=(_HELP,), witness=found.witness(), notes=(reading,) if reading else (), name=benefit.name,
                    whole=figures.amount(found.whole), halves=figures.amount(found.halves),
                )  # fmt: skip


def _place(terms: Terms) -> tuple[int, Span | None]:
    """Return which line makes a small application worth more than its share."""
    lines = (terms.at_least, terms.tiers, terms.pay)
    return next(((number, line.span) for number, line in enumerate(lines) if line is not None), (0, None))
