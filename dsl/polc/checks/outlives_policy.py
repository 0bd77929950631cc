"""答应分几年付、前几年每年给，而政策在那以前就期满了，又没有写存续兑付：期满以后还付不付，企业和财政各有各的说法，差的往往是大头。

看三样：`兑付：分 几年`；按 `年序` 分的档；`年限` 比有效期还长，或者自己写了 `存续兑付：未写`。

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
    条件：达标
    标准：6万元
    兑付：分 3年  # error
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
    条件：达标
    标准：6万元
    兑付：分 3年
    存续兑付：是
```

怎么改：在正文补一句，例如“有效期内已经核定、期满尚未兑付完毕的，继续兑付完毕”，再写 `存续兑付：是`（到期即止的写 `存续兑付：否`）。

---
It promises payments over several years, the measure ends before they do, and nothing says whether they go on. What the firm and the treasury make of it is often most of the money.

Three promises are looked at: 兑付 (payout) over years; tiers by 年序 (year_index); 年限 (years) that is longer than the validity, or where 存续兑付 (run_off) is said to be silent.

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
    when: meets
    pay: 6wan_yuan
    payout: spread 3years  # error
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
    when: meets
    pay: 6wan_yuan
    payout: spread 3years
    run_off: yes
```

How to fix: add a sentence to the text, such as “what was granted in time is paid to its end”, and write run_off: yes; run_off: no where all ends with the measure.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator

from polc.checks.draft import Checked
from polc.checks.in_force import InForce, written
from polc.diagnostics import Diagnostic, Label, Rule, Severity, Witness, Words
from polc.model.expressions import Nothing, Quantity
from polc.model.policy import Part, Terms
from polc.model.values import YearRange
from polc.passes.lower.force import end_day, of_part, start_day
from polc.readers.prose import figures
from polc.text import Span

RULE = Rule(
    "outlives-policy",
    Severity.WARNING,
    title=Words("答应的年数超过有效期", "outlives the policy"),
    message=Words(
        "“{name}”{what}，有效期{period}；期满以后还付不付，没有写",
        "“{name}” {what}, and the measure is valid {period}; nothing says whether it is paid after that",
    ),
    page=__doc__ or "",
)
_YEAR = 12
_PAID = Words("分{count}年兑付", "is paid over {count} years")
_YEARS = Words("给到第{count}年", "goes on to year {count}")
_LIMIT = Words("可以连着给{count}年", "may be had for {count} years")
_FOR = Words(" {length}", "for {length}")
_UNTIL = Words("到 {length} 为止", "until {length}")
_VALID = Words("有效期", "the validity")
_SILENT = Words("这里写着原文没有说", "said to be silent here")
_DOUBT = Words("疑义“{name}”已经记着这件事", "the doubt “{name}” has it on record")
_FIRST = "核定的年度"
_BEHIND = Words("第2年至第{last}年", "years 2 to {last}")
_BEHIND_ONE = Words("第{last}年", "year {last}")
_AFTER_ONE = Words("{one}年，已经期满", "{one}, when the measure has ended")
_AFTER = Words("{one}年至{last}年，已经期满", "{one} to {last}, when the measure has ended")
_HELP = Words(
    "正文补一句期满以后怎么办，再写“存续兑付：是”或者“存续兑付：否”",
    "say in the text what happens then, and write “run_off: yes” or “run_off: no”",
)


def check(draft: Checked) -> Iterator[Diagnostic]:
    """Yield every benefit that promises years beyond the end, under the working readings, and says nothing of it."""
    whole = draft.policy.terms({})
    for benefit in draft.policy.benefits:
        terms = of_part(whole, benefit.terms({}))
        line, run_off, tested = terms.valid, terms.run_off, terms.tested_on
        said = run_off is not None and run_off.value is not None and not run_off.silent
        until = tested is not None and tested.value is not None and tested.value.when == "payment"
        promised = _promised(benefit.terms({}), terms)
        if line is None or line.value is None or said or until or promised is None:
            continue
        place, what, years = promised
        period = _UNTIL if line.value.until else _FOR
        related = (Label(line.span, _VALID), *((Label(run_off.span, _SILENT),) if run_off else ()))
        notes = tuple(_DOUBT.fill(name=name) for name in _doubts(benefit))
        length = figures.day(line.value.until.ordinal) if line.value.until else written(line)
        period = period.fill(length=length)
        yield RULE.at(
            place,
            related=related,
            help=(_HELP,),
            notes=notes,
            witness=_shown(terms, years),
            name=benefit.name,
            what=what,
            period=period,
        )


def _promised(own: Terms, terms: Terms) -> tuple[Span, Words, int] | None:
    """Return what promises more years than are left at the end, with its place and how many years they are."""
    payout = own.payout.value if own.payout else None
    if own.payout is not None and payout is not None and len(payout.shares) > 1:
        return own.payout.span, _PAID.fill(count=str(len(payout.shares))), len(payout.shares)
    last = _last_year(own)
    if own.tiers is not None and last > 1 and _reaches(own, terms, last):
        return own.tiers.span, _YEARS.fill(count=str(last)), last
    for line in own.years:
        if line.value is None:
            continue
        months = int(line.value.limit.value)
        period = InForce(terms, start_day(terms), end_day(terms))
        silent = terms.run_off is not None and months > _YEAR
        if silent or (terms.valid is not None and months > _YEAR and not period.longer_than(months - 1)):
            return line.span, _LIMIT.fill(count=str(months // _YEAR)), months // _YEAR
    return None


def _shown(terms: Terms, years: int) -> Witness | None:
    """Return the case of who is first paid in the year of the end; None where no calendar day is the end."""
    end = end_day(terms)
    if end is None:
        return None
    last = dt.date.fromordinal(end).year
    spread, after = (_BEHIND, _AFTER) if years > 2 else (_BEHIND_ONE, _AFTER_ONE)  # noqa: PLR2004 - the first and one more
    facts = ((_FIRST, Words(f"{last}年", str(last))),)
    return Witness(facts, ((spread.fill(last=str(years)), after.fill(one=str(last + 1), last=str(last + years - 1))),))


def _last_year(terms: Terms) -> int:
    """Return the last year in which the tiers of a 年序 pay anything; 0 where they go by something else."""
    tiers = terms.tiers.value if terms.tiers else None
    if tiers is None:
        return 0
    rows = (row for row in tiers.rows if not isinstance(row.award, Nothing))
    return max((test.last for row in rows for test in row.tests if isinstance(test, YearRange)), default=0)


def _reaches(own: Terms, terms: Terms, last: int) -> bool:
    """Return whether year ``last`` can lie behind the end: always, but where the count begins in a written year."""
    index = own.year_index.value if own.year_index else None
    end = end_day(terms)
    if index is None or end is None or not isinstance(index.start, Quantity):
        return True
    return int(index.start.value) + last - 1 > dt.date.fromordinal(end).year


def _doubts(part: Part) -> Iterator[str]:
    return (doubt.name for doubt in part.doubts if any(reading.terms.run_off for reading in doubt.readings))
