"""同一笔钱，两项奖补各按比例补一次，可以都得；能不能都得，一个字也没有写。

错误的写法：

```pol
政策 示范措施
  简称：demo
对象 企业
  设备投入：金额，每年
条 1 支持
  奖补 设备补助
    支持对象：企业
    享受：每家企业 每年
    标准：设备投入 × 20%
  奖补 技改补助
    支持对象：企业
    享受：每家企业 每年
    条件：设备投入 达到 100万元
    标准：设备投入 × 15%  # error
```

正确的写法：

```pol
政策 示范措施
  简称：demo
对象 企业
  设备投入：金额，每年
条 1 支持
  奖补 设备补助
    支持对象：企业
    享受：每家企业 每年
    标准：设备投入 × 20%
  奖补 技改补助
    支持对象：企业
    享受：每家企业 每年
    条件：设备投入 达到 100万元
    标准：设备投入 × 15%
  组 两项：设备补助、技改补助
    原文：“同一笔投入按就高不重复原则补助”
    方式：就高，按 企业
```

怎么改：原文写明“按就高不重复原则”或者“可同时享受”，再把两项放进一个 `组`，写 `方式：就高` 或 `方式：叠加`。

---
Two benefits each pay a share of the same sum and can both be had, and not a word is said on whether they may be combined.

Bad:

```pol
policy 示范措施
  id: demo
subject 企业
  设备投入: money, yearly
clause 1 支持
  benefit 设备补助
    for: 企业
    per: every 企业 yearly
    pay: 设备投入 × 20%
  benefit 技改补助
    for: 企业
    per: every 企业 yearly
    when: 设备投入 reaches 100万元
    pay: 设备投入 × 15%  # error
```

Good:

```pol
policy 示范措施
  id: demo
subject 企业
  设备投入: money, yearly
clause 1 支持
  benefit 设备补助
    for: 企业
    per: every 企业 yearly
    pay: 设备投入 × 20%
  benefit 技改补助
    for: 企业
    per: every 企业 yearly
    when: 设备投入 reaches 100万元
    pay: 设备投入 × 15%
  group 两项: 设备补助 & 技改补助
    quote: “同一笔投入按就高不重复原则补助”
    how: highest, by 企业
```

How to fix: say in the text that the highest prevails (“按就高不重复原则”) or that they may be combined (“可同时享受”), and put both into a
`group` with `how: highest` or `how: add`.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import chain, combinations

from polc.checks.asking import Shown, ask
from polc.checks.draft import Checked
from polc.checks.nesting import Nesting
from polc.core.nodes import Apply, Expression, Literal
from polc.core.program import amount_of
from polc.core.slicing import slice_to
from polc.diagnostics import Diagnostic, Label, Rule, Severity, Words
from polc.model.policy import Benefit, Group, Policy
from polc.model.values import NoneStated
from polc.passes.lower.plan import Plan
from polc.readers.prose.formula import names_in
from polc.text import Span

RULE = Rule(
    "paid-twice",
    Severity.WARNING,
    title=Words("同一笔钱补两次", "one sum, paid for twice"),
    message=Words(
        "“{one}”和“{other}”都按“{base}”给，可以都得；能不能都得，没有写",
        "“{one}” and “{other}” both pay a share of “{base}” and can both be had; whether they may is not said",
    ),
    page=__doc__ or "",
)
_SAID = re.compile(r"同时享受|不重复|重复享受|就高|择优|从优|从高|叠加|兼得")
_MATERIAL = 100
"""In 分: a share of less than 1 元 is no second payment."""
_HERE = Words("这里也按它给", "a share of it here too")


def check(draft: Checked) -> Iterator[Diagnostic]:
    """Yield every two benefits of which one case gets both for one sum, where neither a group nor the text combines them."""
    if not draft.whole or _spoken_of(draft.policy):
        return
    lowered = draft.compiled.lowered()
    grouped = _grouped(Nesting.of(draft.policy, lowered.selection))
    based = [(benefit, *_base(draft.policy, benefit)) for benefit in draft.policy.benefits]
    for (one, mine, here), (other, theirs, there) in combinations(based, 2):
        base = next((name for name in mine if name in theirs), None)
        plans = lowered.plans.get(one.name), lowered.plans.get(other.name)
        if base is None or (one.name, other.name) in grouped or _stands_on(one, other) or None in plans:
            continue
        first, second = (plan for plan in plans if plan is not None)
        if here is None or there is None or first.items != second.items:
            continue
        program = slice_to(lowered.program, (first.result, second.result))
        found = ask(lowered, first, Apply("and", (_pays(first), _pays(second))), program=program)
        if isinstance(found, Shown):
            witness = found.witness(found.award(first), found.award(second))
            related = (Label(here, _HERE),)
            yield RULE.at(there, related=related, witness=witness, one=one.name, other=other.name, base=base)


def _pays(plan: Plan) -> Expression:
    return Apply("at_most", (Literal(_MATERIAL), amount_of(plan.result).high))


def _base(policy: Policy, benefit: Benefit) -> tuple[list[str], Span | None]:
    """Return the sums of money that a benefit pays a share of, and where it says so."""
    pay = benefit.base.pay
    if pay is None or pay.value is None or isinstance(pay.value, NoneStated):
        return [], None
    money = {fact.name for subject in policy.subjects for fact in subject.facts if fact.type.kind == "money"}
    return [name for name in names_in(pay.value) if name in money], pay.span


def _grouped(nesting: Nesting) -> set[tuple[str, str]]:
    """Return every two names that stand in one group, however deep."""
    found: set[tuple[str, str]] = set()
    for group in nesting.policy.groups:
        names = [part.name for part in nesting.below(group)]
        found |= {(one, other) for one in names for other in names}
    return found


def _stands_on(one: Benefit, other: Benefit) -> bool:
    lines = ((each, also, line) for each, also in ((one, other), (other, one)) for line in each.base.on_top_of)
    return any(line.value is not None and line.value.benefit.text == also.name for _, also, line in lines)


def _spoken_of(policy: Policy) -> bool:
    """Return whether some sentence of the text speaks of combination, though no group says so.

    What a group quotes speaks of its members, and says nothing of others.
    """
    of_parts = (quote for part in policy.parts if not isinstance(part, Group) for quote in part.quotes)
    of_clauses = (quote for clause in policy.clauses for quote in clause.quotes)
    of_passages = (quote for passage in policy.passages for quote in passage.quotes)
    quotes = chain(of_parts, of_clauses, of_passages)
    return any(quote.value is not None and _SAID.search(quote.value.text) for quote in quotes)
