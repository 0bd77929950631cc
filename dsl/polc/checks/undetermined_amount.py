"""说了给钱，没有说给多少，也没有说按什么定。申请的人不知道能得多少，审的人也没有尺子。

错误的写法：

```pol
政策 示范措施
  简称：demo
对象 企业
  高新企业：是否
条 1 支持
  奖补 高新企业补助
    原文：“对符合条件的高新企业给予补助”
    支持对象：企业
    享受：每家企业 一次
    条件：高新企业
    标准：待定 资金  # error
```

正确的写法：

```pol
政策 示范措施
  简称：demo
对象 企业
  高新企业：是否
条 1 支持
  奖补 高新企业补助
    原文：“对高新企业给予5万元补助”
    支持对象：企业
    享受：每家企业 一次
    条件：高新企业
    标准：5万元
```

怎么改：在原文里写一个数、一个比例，或者写明按哪个规定执行。

原文写了按规定、另行制定的，不报；给服务、给项目的，不报。

---
Money is promised, and neither how much nor by what rule. The applicant does not know what to expect and the clerk has nothing to go by.

Bad:

```pol
policy 示范措施
  id: demo
subject 企业
  高新企业: truth
clause 1 支持
  benefit 高新企业补助
    quote: “对符合条件的高新企业给予补助”
    for: 企业
    per: every 企业 once
    when: 高新企业
    pay: open funds  # error
```

Good:

```pol
policy 示范措施
  id: demo
subject 企业
  高新企业: truth
clause 1 支持
  benefit 高新企业补助
    quote: “对高新企业给予5万元补助”
    for: 企业
    per: every 企业 once
    when: 高新企业
    pay: 5万元
```

How to fix: let the text state a figure or a rate, or name the rule that decides.

Where it refers to another rule, and where a service or a project is
given, nothing is reported.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from polc.checks.draft import Checked
from polc.diagnostics import Diagnostic, Rule, Severity, Words
from polc.model.expressions import Open

RULE = Rule(
    "undetermined-amount",
    Severity.WARNING,
    title=Words("给多少没有写", "an amount that nothing decides"),
    message=Words(
        "“{name}”给多少没有写，也没有写按什么定",
        "“{name}” says neither how much is paid nor by what rule it is decided",
    ),
    page=__doc__ or "",
)
_HELP = Words(
    "在原文里写一个数或一个比例，或者写明按哪个规定执行",
    "let the text state a figure or a rate, or name the rule that decides",
)
_REFERS = re.compile("按.{0,20}(规定|标准|办法|政策|细则|通知|方案)|另行|细则|《|依照|参照")
_MONEY = "资金"


def check(draft: Checked) -> Iterator[Diagnostic]:
    """Yield every benefit in money that is open in the working reading and whose words refer to no other rule."""
    lowered = draft.compiled.lowered()
    for benefit in draft.policy.benefits:
        pay = benefit.terms(lowered.selection).pay
        if pay is None or not isinstance(pay.value, Open) or pay.value.what != _MONEY:
            continue
        if not any(quote.value is not None and _REFERS.search(quote.value.text) for quote in benefit.quotes):
            yield RULE.at(pay.span, help=(_HELP,), name=benefit.name)
