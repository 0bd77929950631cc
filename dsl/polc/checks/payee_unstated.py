"""钱给谁，原文没有说，编码却写定了一个领取人。平台、项目、产品自己不能领钱，建设的、运营的、拥有的可能是三家。

原文一个能领钱的人也没有提到时才报；写“未写，暂按 …”的不报，它已经列在 `silent-presumed` 里。

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
    原文：“对验收合格的项目，每个项目按投入的10%给予补助，最高20万元”
    支持对象：项目
    领取人：承担单位  # error
    享受：每个项目 一次
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
    原文：“对验收合格的项目，每个项目按投入的10%给予承担单位补助，最高20万元”
    支持对象：项目
    领取人：承担单位
    享受：每个项目 一次
    条件：验收合格
    标准：投入 × 10%
    上限：每次 20万元
```

怎么改：在原文里写明给谁，如“给予建设单位”；原文已经印发的，写 `领取人：未写，暂按 …`。

---
The text does not say who is paid, and the encoding names a payee as if it did. A platform or a project is paid nothing itself, and who builds, runs and owns it may
be three.

Reported only where the text mentions nobody who could be paid; a line with “silent, presume …” is in `silent-presumed` already.

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
    quote: “对验收合格的项目，每个项目按投入的10%给予补助，最高20万元”
    for: 项目
    payee: 承担单位  # error
    per: every 项目 once
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
    quote: “对验收合格的项目，每个项目按投入的10%给予承担单位补助，最高20万元”
    for: 项目
    payee: 承担单位
    per: every 项目 once
    when: 验收合格
    pay: 投入 × 10%
    cap: each_time 20万元
```

How to fix: let the text say who is paid (给予建设单位). Where it is issued already, write `payee: silent, presume …`.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from polc.checks.draft import Checked
from polc.diagnostics import Diagnostic, Label, Rule, Severity, Words
from polc.model.policy import Benefit

RULE = Rule(
    "payee-unstated",
    Severity.WARNING,
    title=Words("钱给谁没有写", "who is paid is not said"),
    message=Words(
        "“{name}”写的是给“{payee}”，原文没有说给谁", "“{name}” pays “{payee}”, and the text does not say whom"
    ),
    page=__doc__ or "",
)
_TEXT = Words("原文在这里说", "the text says so here")
_HELP = Words(
    "在原文里写明给谁；不能改的，写“未写，暂按 …”",
    "let the text say whom; where it cannot be changed write silent, presume …",
)
_SOMEBODY = re.compile(
    "企业(?!技术中心|孵化器|总数|占比)|单位(?!面积|产值|能耗|时间)|主体|机构|公司|院校|高校|院所|学校|医院|团体|协会|园区|人才|人员|个人|团队(?!建设)|高管|职工|员工|法人|商户|农户|每户|每家|[^地双多各对]方(?!式|面|案|向|法|便|针|略|可|能)|者|创客"
)
"""Words for those who can be paid."""


def check(draft: Checked) -> Iterator[Diagnostic]:
    """Yield every 领取人 that is stated for something owned, while the text names nobody who could be paid."""
    lowered = draft.compiled.lowered()
    for benefit in draft.policy.benefits:
        plan = lowered.plans.get(benefit.name)
        line = benefit.terms({}).payee
        if plan is None or not plan.items or line is None or line.value is None or line.silent or _asked(benefit):
            continue
        lines = [each for each in benefit.quotes if each.value is not None]
        texts = [each.value.text for each in lines if each.value is not None]
        around = _around(draft, benefit)
        if texts and not any(map(_SOMEBODY.search, texts)) and not any(line.value.text in text for text in around):
            related = (Label(lines[0].span, _TEXT),)
            yield RULE.at(line.span, related=related, help=(_HELP,), name=benefit.name, payee=line.value.text)


def _around(draft: Checked, benefit: Benefit) -> list[str]:
    """Return the sentences quoted in the clause of a benefit: one of them may say whom the next one speaks of."""
    policy = draft.policy
    lines = [line for part in policy.parts if part.clause == benefit.clause for line in part.quotes]
    lines += [line for each in policy.passages if each.clause == benefit.clause for line in each.quotes]
    return [line.value.text for line in lines if line.value is not None]


def _asked(benefit: Benefit) -> bool:
    return any(reading.terms.payee is not None for doubt in benefit.doubts for reading in doubt.readings)
