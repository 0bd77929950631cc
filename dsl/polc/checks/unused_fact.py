"""声明了一个事实，但没有哪一行用到它。多半是条件漏写了，或者名称后来改了。

错误的写法：

```pol
政策 示范措施
  简称：demo
对象 企业
  年度支出：金额，每年
  高新企业：是否  # error
条 1 支持
  奖补 甲补贴
    支持对象：企业
    标准：年度支出 × 30%
```

正确的写法：

```pol
政策 示范措施
  简称：demo
对象 企业
  年度支出：金额，每年
  高新企业：是否
条 1 支持
  奖补 甲补贴
    支持对象：企业
    条件：高新企业
    标准：年度支出 × 30%
```

怎么改：在 条件、标准 里用上它，或者删掉这一行。

---
A fact is declared that no line reads: a condition was forgotten, or a name was changed.

Bad:

```pol
policy 示范措施
  id: demo
subject 企业
  年度支出: money, yearly
  高新企业: truth  # error
clause 1 支持
  benefit 甲补贴
    for: 企业
    pay: 年度支出 × 30%
```

Good:

```pol
policy 示范措施
  id: demo
subject 企业
  年度支出: money, yearly
  高新企业: truth
clause 1 支持
  benefit 甲补贴
    for: 企业
    when: 高新企业
    pay: 年度支出 × 30%
```

How to fix: use it in a condition or a standard, or delete the line.
"""

from __future__ import annotations

from collections.abc import Iterator

from polc.checks.draft import Checked
from polc.diagnostics import Diagnostic, Rule, Severity, Words
from polc.model.policy import Policy, Terms
from polc.model.values import Cap, NoneStated
from polc.passes.lower.tested import FILED_INPUT
from polc.readers.prose.formula import names_in

RULE = Rule(
    "unused-fact",
    Severity.WARNING,
    title=Words("没有用到的事实", "unused fact"),
    message=Words("“{name}”声明了，但没有用到", "“{name}” is declared and never used"),
    page=__doc__ or "",
)


def check(draft: Checked) -> Iterator[Diagnostic]:
    """Yield every fact that no expression of the policy mentions, under any reading.

    Facts of a vocabulary are there for other policies too. Nothing while the policy has errors: a line that could not be
    read may well mention the fact.
    """
    if any(found.severity is Severity.ERROR for found in draft.compiled.findings):
        return
    used = used_names(draft.policy)
    for subject in draft.policy.subjects:
        for fact in subject.facts:
            if fact.name not in used and not draft.policy.is_shared(fact.span):
                yield RULE.at(fact.span, name=fact.name)


def used_names(policy: Policy) -> set[str]:
    """Return every name that some line of a policy mentions, under any reading."""
    used: set[str] = set()
    terms = [policy.base, *(r.terms for d in policy.doubts for r in d.readings)]
    for part in (*policy.parts, *policy.rules):
        terms.extend(part.written)
    for each in terms:
        used.update(names_of(each))
    for law in policy.laws:
        if law.value is not None:
            used.update(names_in(law.value))
    for definition in policy.definitions:
        used.update(names_in(definition.expression))
    return used


def names_of(terms: Terms) -> Iterator[str]:
    """Yield every name that the lines of some terms mention."""
    conditions = (*terms.scope, *terms.also, *terms.only, *terms.when, *terms.excluded, *terms.must, *terms.limits)
    for stated in (*conditions, *terms.stop):
        if stated.value is not None:
            yield from names_in(stated.value)
    for claw_back in terms.claw_back:
        if claw_back.value is not None:
            yield from names_in(claw_back.value.condition)
    for single in (terms.pay, terms.minimum, terms.at_least):
        if single is not None and single.value is not None and not isinstance(single.value, NoneStated):
            yield from names_in(single.value)
    for cap in terms.caps:
        if isinstance(cap.value, Cap):
            yield from names_in(cap.value.amount)
    for ensure in terms.ensures:
        if ensure.value is not None:
            yield from names_in(ensure.value.condition)
    if terms.year_index is not None and terms.year_index.value is not None:
        yield from names_in(terms.year_index.value.start)
    yield from _ranked_by(terms)
    yield from _tested_on(terms)
    if terms.tiers is not None and terms.tiers.value is not None:
        table = terms.tiers.value
        yield from (name.text for name in table.by)
        for row in table.rows:
            yield from names_in(row.award)


def _ranked_by(terms: Terms) -> Iterator[str]:
    """Yield what a 名额 or a 次数 goes by."""
    yield from (line.value.by.text for line in terms.times if line.value is not None and line.value.by is not None)
    quota = terms.quota.value if terms.quota is not None else None
    if quota is not None:  # 每个园区: 园区, with its measure word or without
        yield from (word for key in quota.keys for word in (key.text, key.text[1:]))
        if quota.by is not None:
            yield quota.by.text


def _tested_on(terms: Terms) -> Iterator[str]:
    """Yield the fact that tells the day which must lie in force."""
    if terms.tested_on is not None and terms.tested_on.value is not None:
        by = terms.tested_on.value.by
        yield by.text if by else FILED_INPUT.name
