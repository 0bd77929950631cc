"""一条、一项奖补自己的期限，或者条件里要求的年份，整个落在政策的有效期以外：写了，谁也领不到。多半是续期的时候改了有效期，忘了改这里。

错误的写法：

```pol
政策 示范措施
  简称：demo
  状态：已印发
  印发日期：2026年3月2日
  施行：自印发之日
  有效期：至 2028年12月31日
对象 企业
  达标：是否
  投产年度：年度
  引进年度：年度
  综合贡献额：金额，每年
条 1 支持
  奖补 奖励
    支持对象：企业
    享受：每家企业 一次
    条件：投产年度 在 2029年至2030年  # error
    标准：6万元
```

正确的写法：

```pol
政策 示范措施
  简称：demo
  状态：已印发
  印发日期：2026年3月2日
  施行：自印发之日
  有效期：至 2028年12月31日
对象 企业
  达标：是否
  投产年度：年度
  引进年度：年度
  综合贡献额：金额，每年
条 1 支持
  奖补 奖励
    支持对象：企业
    享受：每家企业 一次
    条件：投产年度 在 2026年至2028年
    标准：6万元
```

怎么改：把年份、期限改到有效期以内，或者改有效期。

---
The window of a clause or a benefit, or the years that a condition demands, lie wholly outside the validity: nobody can ever have it. As a rule the measure was renewed and this line was forgotten.

Bad:

```pol
policy demo measure
  id: demo
  status: issued
  issued: 2026-03-02
  in_force: from issue
  valid: to 2028-12-31
subject firm
  meets: truth
  started_in: year
  came_in: year
  contribution: money, yearly
clause 1 support
  benefit award
    for: firm
    per: per firm once
    when: started_in in FY2029 to FY2030  # error
    pay: 6wan_yuan
```

Good:

```pol
policy demo measure
  id: demo
  status: issued
  issued: 2026-03-02
  in_force: from issue
  valid: to 2028-12-31
subject firm
  meets: truth
  started_in: year
  came_in: year
  contribution: money, yearly
clause 1 support
  benefit award
    for: firm
    per: per firm once
    when: started_in in FY2026 to FY2028
    pay: 6wan_yuan
```

How to fix: move the window inside the validity, or change the validity.
"""

from __future__ import annotations

from collections.abc import Iterator

from polc.checks.draft import Checked
from polc.checks.windows import Window, windows
from polc.diagnostics import Diagnostic, Label, Rule, Severity, Words
from polc.model.policy import Stated, Terms
from polc.model.values import Validity
from polc.passes.lower.force import end_day, of_part, start_day
from polc.readers.prose import figures
from polc.text import Span

RULE = Rule(
    "window-outside-validity",
    Severity.ERROR,
    title=Words("期限在有效期以外", "window outside the validity"),
    message=Words("{what}，谁也领不到", "{what}: nobody can ever have it"),
    page=__doc__ or "",
)
_LATE = Words(
    "“{fact}”从 {since} 起才行，有效期 {end} 就满了",
    "“{fact}” must not be before {since}, and the last day in force is {end}",
)
_EARLY = Words(
    "“{fact}”只到 {until} 为止，{start} 才施行",
    "“{fact}” must not be after {until}, and the first day in force is {start}",
)
_OWN_LATE = Words(
    "这里从 {since} 起施行，政策的有效期 {end} 就满了",
    "this begins on {since}, and the last day of the policy is {end}",
)
_OWN_EARLY = Words(
    "这里到 {until} 就满了，政策 {start} 才施行", "this ends on {until}, and the policy begins only on {start}"
)
_VALID = Words("有效期", "the validity")
_FROM = Words("施行", "the first day in force")


def check(draft: Checked) -> Iterator[Diagnostic]:
    """Yield every window that no day in force can meet, under the working readings, each line once."""
    whole = draft.policy.terms({})
    seen: set[Span] = set()
    for benefit in draft.policy.benefits:
        own = benefit.terms({})
        for found in (*_own(whole, own), *_demanded(of_part(whole, own), windows(benefit))):
            if found.place.span not in seen:
                seen.add(found.place.span)
                yield found


def _own(whole: Terms, own: Terms) -> Iterator[Diagnostic]:
    """Yield a window of the benefit or its clause that has no day of the policy's."""
    line = own.valid or own.in_force
    if line is None:
        return
    terms, start, end = of_part(whole, own), start_day(whole), end_day(whole)
    first, last = start_day(terms), end_day(terms)
    if own.in_force is not None and whole.valid is not None and first is not None and end is not None and end < first:
        what = _OWN_LATE.fill(since=figures.day(first), end=figures.day(end))
        yield RULE.at(own.in_force.span, related=(Label(whole.valid.span, _VALID),), what=what)
    elif own.valid is not None and last is not None and start is not None and last < start:
        what = _OWN_EARLY.fill(until=figures.day(last), start=figures.day(start))
        yield RULE.at(own.valid.span, related=_start_of(whole), what=what)


def _demanded(terms: Terms, found: Iterator[Window]) -> Iterator[Diagnostic]:
    """Yield every window of a condition that begins after the end, or ends before the start of what is tested by it."""
    start, end = start_day(terms), end_day(terms)
    tested = terms.tested_on.value if terms.tested_on else None
    by = tested.by.text if tested is not None and tested.by is not None else ""
    for window in found:
        if window.first is not None and end is not None and end < window.first and terms.valid is not None:
            what = _LATE.fill(fact=window.fact, since=window.said(window.first), end=figures.day(end))
            yield RULE.at(window.span, related=(Label(terms.valid.span, _VALID),), what=what)
        elif window.last is not None and start is not None and window.last < start and window.fact == by:
            what = _EARLY.fill(fact=window.fact, until=window.said(window.last), start=figures.day(start))
            yield RULE.at(window.span, related=_start_of(terms), what=what)


def _start_of(terms: Terms) -> tuple[Label, ...]:
    line: Stated[Validity] | None = terms.valid
    if terms.in_force is not None:
        return (Label(terms.in_force.span, _FROM),)
    return () if line is None else (Label(line.span, _FROM),)
