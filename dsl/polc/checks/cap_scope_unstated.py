"""上限写了多少，没有写管谁、管多久，而这项奖补可以得不止一次：“最高50万元”是一次、一年还是总共，是一个项目还是一家企业，差得很多。
先按每一次封顶算。

只得一次的、每家只有一份的，怎么读都一样，不在此列。

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
    上限：50万元  # error
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
    上限：每家企业 每年 50万元
```

怎么改：在原文里写明“每家企业每年”“累计”或者“每个项目”，再写“上限：每家企业 每年 50万元”；原文没有说的，写“上限：未写，暂按 每次 50万元”，或者写成疑义。

---
A cap says how much, and not for whom or for how long, of a benefit that can be had more than once: “at most 50万元” may be each time,
each year or in all, for each project or for each firm. It is computed as a cap on each award.

A benefit that is paid once to each applicant reads the same every way and is not reported.

Bad:

```pol
policy 示范措施
  id: demo
subject 企业
  设备投入: money, yearly
clause 1 支持
  benefit 设备补助
    for: 企业
    per: per 家企业 yearly
    pay: 设备投入 × 20%
    cap: 50 wan_yuan  # error
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
    per: per 家企业 yearly
    pay: 设备投入 × 20%
    cap: per 家企业 yearly 50 wan_yuan
```

How to fix: let the text say “every firm, every year”, “in total” or “every project”, and write the key and the period into the cap; where the text is
silent, write `cap: silent, presume each_time 50万元`, or a doubt.
"""

from __future__ import annotations

from collections.abc import Iterator

from polc.checks.bounds import OF_PAYEE, key_of
from polc.checks.draft import Checked
from polc.diagnostics import Diagnostic, Rule, Severity, Words
from polc.model.values import Cap
from polc.passes.lower.plan import Lowered, Plan

RULE = Rule(
    "cap-scope-unstated",
    Severity.WARNING,
    title=Words("上限管谁、管多久没有写", "a cap of nobody knows what"),
    message=Words("“{name}”的上限 {cap} 没有写{what}", "the cap {cap} of “{name}” does not say {what}"),
    page=__doc__ or "",
)
_WHOM = Words("管谁", "for whom")
_HOW_LONG = Words("管一次、一年还是总共", "whether for each award, each year or in all")
_BOTH = Words("管谁，也没有写管一次、一年还是总共", "for whom, nor whether for each award, each year or in all")
_PRESUMED = Words("先按每一次都封在这个数算", "it is computed as a cap on each award")
_HELP = Words(
    "写明管谁、管多久，例如“上限：每家企业 每年 50万元”",
    "say for whom and how long, as in “cap: every 企业 yearly 50万元”",
)


def check(draft: Checked) -> Iterator[Diagnostic]:
    """Yield every cap that says no period, where it matters: there can be more than one award."""
    if not draft.whole:
        return
    lowered = draft.compiled.lowered()
    for plan in lowered.plans.values():
        for line in lowered.terms(plan).caps:
            cap = line.value
            if not isinstance(cap, Cap) or cap.period or line.silent:
                continue
            what = _unsaid(lowered, plan, cap)
            if what is not None:
                text = cap.amount.span.text if cap.amount.span else ""
                yield RULE.at(line.span, help=(_HELP,), notes=(_PRESUMED,), name=plan.part.name, cap=text, what=what)


def _unsaid(lowered: Lowered, plan: Plan, cap: Cap) -> Words | None:
    """Return what a cap without a period leaves open; None where every sense of it comes to the same."""
    line = lowered.terms(plan).per
    per = line.value if line is not None else None
    repeats = plan.kind == "group" or per is None or per.frequency != "once" or per.per_tier
    several = bool(plan.items) and (per is None or key_of(lowered, plan, per.keys) != OF_PAYEE)
    if cap.keys:
        return _HOW_LONG if repeats or (several and key_of(lowered, plan, cap.keys) == OF_PAYEE) else None
    if repeats:
        return _BOTH if several else _HOW_LONG
    return _WHOM if several else None
