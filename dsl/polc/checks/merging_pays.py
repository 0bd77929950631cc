"""同样多的钱，拆成两份报和合成一份报，给的不一样，合起来的多：两份2万元的合同各算出6000元，不到1万元都不给；合成一份4万元的，给1.2万元。
先签两份的吃亏，会去合并。鼓励做大的，本来就是这样；不是本意的，要写明几份合起来算。

只看一家可以有几件的东西（合同、项目、交易），把这件东西的各项金额各分一半，别的事实不变；一半连条件、连最低一档都够不着的，是门槛，不报。

会报的：

```pol
政策 示范措施
  简称：demo
对象 企业
对象 合同 归属 企业
  合同金额：金额
条 1 支持
  奖补 算力券
    支持对象：合同
    领取人：企业
    享受：每份合同 一次
    标准：合同金额 × 30%
    不足不发：1万元  # error
    上限：每家企业 每年 30万元
```

不报的：

```pol
政策 示范措施
  简称：demo
对象 企业
对象 合同 归属 企业
  合同金额：金额
条 1 支持
  奖补 算力券
    支持对象：合同
    领取人：企业
    享受：每家企业 每年
    标准：总和 合同金额 × 30%
    不足不发：1万元
    上限：每家企业 每年 30万元
```

怎么改：不是错。要让几份小的也够得着，改成全年合计（享受：每家企业 每年；标准：总和 合同金额 × 30%）。

---
The same money pays more in one application than in two: two contracts of 2万元 come to 6000元 each, under the least that is paid, and
bring nothing; one of 4万元 brings 1.2万元. Where growth is meant to be rewarded this is right; else say that several count together.

Looked at is what one applicant may have several of (contracts, projects, deals): every sum of money of the item is halved, and nothing else.
Where a half does not qualify, or reaches no tier, that is a threshold and is not reported.

Reported:

```pol
policy 示范措施
  id: demo
subject 企业
subject 合同 owned_by 企业
  合同金额: money
clause 1 支持
  benefit 算力券
    for: 合同
    payee: 企业
    per: per 份合同 once
    pay: 合同金额 × 30%
    minimum: 1 wan_yuan  # error
    cap: per 家企业 yearly 30 wan_yuan
```

Not reported:

```pol
policy 示范措施
  id: demo
subject 企业
subject 合同 owned_by 企业
  合同金额: money
clause 1 支持
  benefit 算力券
    for: 合同
    payee: 企业
    per: per 家企业 yearly
    pay: sum 合同金额 × 30%
    minimum: 1 wan_yuan
    cap: per 家企业 yearly 30 wan_yuan
```

How to fix: nothing is wrong. To let several small ones count, go by the year's total (`per: every 企业 yearly`, `pay: sum 合同金额 × 30%`).
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
    "merging-pays",
    Severity.NOTE,
    title=Words("合成一份，拿得更多", "the whole is paid more than its halves"),
    message=Words(
        "“{name}”同样多的钱，拆成两份报只给 {halves}，合成一份给 {whole}",
        "“{name}” pays {whole} where the same money is brought as one, and {halves} as two halves",
    ),
    page=__doc__ or "",
)


def check(draft: Checked) -> Iterator[Diagnostic]:
    """Yield every benefit for what one applicant may have several of that pays the whole more than two halves."""
    if not draft.whole:
        return
    for benefit in draft.policy.benefits:
        seen: set[int] = set()
        for lowered in draft.lowered_for(benefit):
            plan = lowered.plans[benefit.name]
            which, place = _place(lowered.terms(plan))
            found = halved(lowered, plan, splitting=False) if place is not None and which not in seen else None
            if found is not None and place is not None:
                seen.add(which)
                reading = draft.chosen(lowered)
                yield RULE.at(
                    place, witness=found.witness(), notes=(reading,) if reading else (), name=benefit.name,
                    whole=figures.amount(found.whole), halves=figures.amount(found.halves),
                )  # fmt: skip


def _place(terms: Terms) -> tuple[int, Span | None]:
    """Return which line makes a small application worth less than its share."""
    lines = (terms.minimum, terms.tiers, terms.pay)
    return next(((number, line.span) for number, line in enumerate(lines) if line is not None), (0, None))
