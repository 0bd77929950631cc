"""自印发之日起施行，而申报、审核要照的细则，印发以后才开始定：中间这段日子，政策已经算数，谁也不知道怎么申报。

错误的写法：

```pol
政策 示范措施
  简称：demo
  状态：征求意见稿
  征求意见：2026年5月1日至6月1日
  施行：自印发之日
  有效期：至 2028年12月31日
对象 细则
  完成日期：日期
条 1 细则
  要求 定细则
    原文：“印发之日起30个工作日内完成细则制定”
    支持对象：细则
    须：完成日期 在 印发日期 起 30个工作日内  # error
```

正确的写法：

```pol
政策 示范措施
  简称：demo
  状态：征求意见稿
  征求意见：2026年5月1日至6月1日
  施行：自 2026年9月1日
  有效期：至 2028年12月31日
对象 细则
  完成日期：日期
条 1 细则
  要求 定细则
    原文：“印发之日起30个工作日内完成细则制定”
    支持对象：细则
    须：完成日期 在 印发日期 起 30个工作日内
```

怎么改：施行日推到细则出来以后；或者写明细则出来以前照什么办。

---
It is in force from its issue, and the rules by which one applies are due only some time after it: in between the measure counts, and nobody knows how to apply.

Bad:

```pol
policy demo measure
  id: demo
  status: draft
  consultation: 2026-05-01 to 2026-06-01
  in_force: from issue
  valid: to 2028-12-31
subject rules
  done_on: date
clause 1 rules
  require rules_in_time
    quote: “印发之日起30个工作日内完成细则制定”
    for: rules
    must: done_on in issued onward 30working_days inside  # error
```

Good:

```pol
policy demo measure
  id: demo
  status: draft
  consultation: 2026-05-01 to 2026-06-01
  in_force: from 2026-09-01
  valid: to 2028-12-31
subject rules
  done_on: date
clause 1 rules
  require rules_in_time
    quote: “印发之日起30个工作日内完成细则制定”
    for: rules
    must: done_on in issued onward 30working_days inside
```

How to fix: let it begin when the rules are out, or say what goes until then.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from polc.checks.draft import Checked
from polc.diagnostics import Diagnostic, Label, Rule, Severity, Words
from polc.model.expressions import And, Bound, Compare, Deadline, Expression, Name, Within
from polc.model.policy import Requirement
from polc.passes.elaborate import ISSUE_DAYS

RULE = Rule(
    "rules-due-after-start",
    Severity.NOTE,
    title=Words("细则比施行晚", "rules due after the start"),
    message=Words(
        "自印发之日起施行，细则{period}定好：中间没有细则可用",
        "in force from its issue, and the rules are due {period}: there are none in between",
    ),
    page=__doc__ or "",
)
_PERIOD = Words("限{length}内", "within {length} of it")
_FROM = Words("施行", "the first day in force")
_RULES = re.compile(r"细则|实施办法|操作办法|申报指南|操作指南|操作规程")


def check(draft: Checked) -> Iterator[Diagnostic]:
    """Yield every requirement, quoting a sentence about rules, that is due so long after an issue that begins it all."""
    line = draft.policy.terms({}).in_force
    if line is None or line.value is None or line.value.date is not None:
        return
    for part in draft.policy.requirements:
        if not _about_rules(part):
            continue
        for must in part.terms({}).must:
            due = _due(must.value) if must.value is not None else None
            if due is not None:
                length = due.length.span.text if due.length.span else due.length.unit
                related = (Label(line.span, _FROM),)
                yield RULE.at(must.span, related=related, period=_PERIOD.fill(length=length))
                break


def _about_rules(part: Requirement) -> bool:
    return any(quote.value is not None and _RULES.search(quote.value.text) for quote in part.quotes)


def _due(condition: Expression) -> Deadline | None:
    """Return the period from the issue within which a condition wants something done."""
    match condition:
        case And(operands=operands):
            return next((due for each in operands if (due := _due(each)) is not None), None)
        case Compare(test=Within(period=due) | Bound(limit=Deadline() as due)) if _issue(due):
            return due
        case _:
            return None


def _issue(due: Deadline) -> bool:
    return isinstance(due.start, Name) and due.start.text in ISSUE_DAYS
