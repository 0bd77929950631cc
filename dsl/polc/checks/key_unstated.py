"""一次性、每年，是按每个项目算，还是按每家企业算，没有写。一家企业有几个项目的时候，数就不一样。

两种情形：享受里没有写每什么；享受里写了，而原文只说“一次性”，哪一样东西、哪一家都没有说，也没有写“未写，暂按”。

错误的写法：

```pol
政策 示范措施
  简称：demo
对象 企业
  规上企业：是否
对象 项目 归属 企业（承担单位）
  验收合格：是否
  投入：金额
条 1 支持
  奖补 甲
    原文：“验收合格的，按投入的10%给予一次性补助，最高20万元”
    支持对象：项目
    领取人：承担单位
    享受：每家承担单位 一次  # error
    条件：验收合格
    标准：投入 × 10%
    上限：每次 20万元
```

正确的写法：

```pol
政策 示范措施
  简称：demo
对象 企业
  规上企业：是否
对象 项目 归属 企业（承担单位）
  验收合格：是否
  投入：金额
条 1 支持
  奖补 甲
    原文：“项目验收合格的，每个项目按投入的10%给予一次性补助，最高20万元”
    支持对象：项目
    领取人：承担单位
    享受：每个项目 一次
    条件：验收合格
    标准：投入 × 10%
    上限：每次 20万元
```

怎么改：在原文里写“每个项目”“每家企业”；原文已经印发的，写 `享受：未写，暂按 …`，或者写成 疑义。

---
Once, or yearly: for each project or for each firm? Where a firm has several projects it makes a difference.

Two cases: the encoding names no key; or it names one as if it were said, while the text says 一次性 of nothing and nobody in particular, and the line is not marked silent.

Bad:

```pol
policy 示范措施
  id: demo
subject 企业
  规上企业: truth
subject 项目 owned_by 企业 (承担单位)
  验收合格: truth
  投入: money
clause 1 支持
  benefit 甲
    quote: “验收合格的，按投入的10%给予一次性补助，最高20万元”
    for: 项目
    payee: 承担单位
    per: every 承担单位 once  # error
    when: 验收合格
    pay: 投入 × 10%
    cap: each_time 20万元
```

Good:

```pol
policy 示范措施
  id: demo
subject 企业
  规上企业: truth
subject 项目 owned_by 企业 (承担单位)
  验收合格: truth
  投入: money
clause 1 支持
  benefit 甲
    quote: “项目验收合格的，每个项目按投入的10%给予一次性补助，最高20万元”
    for: 项目
    payee: 承担单位
    per: every 项目 once
    when: 验收合格
    pay: 投入 × 10%
    cap: each_time 20万元
```

How to fix: let the text say each project or each firm. Where it is issued already, write `per: silent, presume …`, or a doubt.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from polc.checks.draft import Checked
from polc.diagnostics import Diagnostic, Label, Rule, Severity, Words
from polc.model.policy import Benefit, Stated
from polc.model.values import Per, Quote
from polc.passes.lower.plan import Lowered, Plan

RULE = Rule(
    "key-unstated",
    Severity.WARNING,
    title=Words("按什么一次没有写", "once for what: not said"),
    message=Words("“{name}”按什么算说不清：{why}", "by what “{name}” is counted is not clear: {why}"),
    page=__doc__ or "",
    yields_to=("once-missing",),
)
_NO_KEY = Words(
    "按每个“{item}”，还是一家一并算，没有写",
    "by each “{item}” or by each payee is not said",
)
_NOT_IN_TEXT = Words("写的是按“{key}”一次，原文没有说", "once for “{key}” is written, and the text does not say so")
_TEXT = Words("原文在这里说", "the text says so here")
_HELP = Words(
    "在原文里写明按什么；不能改的，写“未写，暂按 …”",
    "let the text say by what; where it cannot be changed write silent, presume …",
)
_KEYED = re.compile(
    "每[一户家个项人笔件次场台套处名位]|单[个项笔户家]|同一|各[个家类级档]?(?:项|企业|单位)|逐[个项户家]"
)
_TAIL = 2


def check(draft: Checked) -> Iterator[Diagnostic]:
    """Yield every benefit for things of which a payee may have several, where nothing says by what it is counted."""
    lowered = draft.compiled.lowered()
    for benefit in draft.policy.benefits:
        plan = lowered.plans.get(benefit.name)
        if plan is None or not plan.items or plan.opened or _asked(benefit):
            continue
        line = lowered.terms(plan).per
        if line is None or (line.value is not None and not line.value.keys and not line.silent):
            why = _NO_KEY.fill(item=plan.items)
            yield RULE.at(line.span if line else benefit.span, help=(_HELP,), name=benefit.name, why=why)
        elif line.value is not None and not line.silent and line.value.frequency == "once":
            said = _said_of_nothing(lowered, plan, line.value)
            if said is not None:
                key = "×".join(lowered.names.plain_key(part) for part in line.value.keys)
                why = _NOT_IN_TEXT.fill(key=key)
                yield RULE.at(line.span, related=(Label(said.span, _TEXT),), help=(_HELP,), name=benefit.name, why=why)


def _asked(benefit: Benefit) -> bool:
    """Return whether a doubt asks by what it is counted."""
    return any(reading.terms.per is not None for doubt in benefit.doubts for reading in doubt.readings)


def _said_of_nothing(lowered: Lowered, plan: Plan, per: Per) -> Stated[Quote] | None:
    """Return the sentence with 一次性 of a benefit none of whose sentences names what it is counted by."""
    names = {part.text for part in per.keys}
    for part in per.keys:
        resolved = lowered.names.key(part)
        names |= {resolved} if resolved else set()
        if resolved in lowered.names.roles:
            names.add(lowered.names.roles[resolved][1])
    words = names | {name[-_TAIL:] for name in names}
    lines = [line for line in plan.part.quotes if line.value is not None]
    texts = [line.value.text for line in lines if line.value is not None]
    if any(_KEYED.search(text) or any(word in text for word in words) for text in texts):
        return None
    return next((line for line in lines if line.value is not None and "一次性" in line.value.text), None)
