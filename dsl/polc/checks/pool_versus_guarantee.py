"""一边说“足额保障”“应兑尽兑”，一边只设了固定数额的资金池：来的人多了，两句话不能都做到，谁先让步没有写。

超出的转到下一年给的，迟早给足，不在此列。

错误的写法：

```pol
政策 示范措施
  简称：demo
对象 企业
  年度支出：金额，每年
条 1 支持
  资金池 甲资金：每年 500万元
    超出：按比例折算
  奖补 甲补贴
    支持对象：企业
    享受：每家企业 每年
    标准：年度支出 × 10%
    上限：每家企业 每年 20万元
    出自：甲资金
  宣示 资金保障
    原文：“甲资金由市财政足额保障”  # error
```

正确的写法：

```pol
政策 示范措施
  简称：demo
对象 企业
  年度支出：金额，每年
条 1 支持
  资金池 甲资金：每年 500万元
    超出：按比例折算
  奖补 甲补贴
    支持对象：企业
    享受：每家企业 每年
    标准：年度支出 × 10%
    上限：每家企业 每年 20万元
    出自：甲资金
  宣示 资金保障
    原文：“甲资金由市财政在年度预算内统筹安排”
```

怎么改：要给足的，去掉总额，或者写明不够时追加、转到下一年；总额不能动的，把“足额”改成“在总额内”，写明按比例折算还是先到先得。

---
The text guarantees payment in full (足额保障, 应兑尽兑) beside a pool of a fixed sum: once claims pass it both sentences cannot be kept, and
which gives way is not said.

A pool that carries claims over to the next year pays in full sooner or later and is not reported.

Bad:

```pol
policy 示范措施
  id: demo
subject 企业
  年度支出: money, yearly
clause 1 支持
  pool 甲资金: yearly 500 wan_yuan
    excess: pro_rata
  benefit 甲补贴
    for: 企业
    per: per 家企业 yearly
    pay: 年度支出 × 10%
    cap: per 家企业 yearly 20 wan_yuan
    from_pool: 甲资金
  exhort 资金保障
    quote: “甲资金由市财政足额保障”  # error
```

Good:

```pol
policy 示范措施
  id: demo
subject 企业
  年度支出: money, yearly
clause 1 支持
  pool 甲资金: yearly 500 wan_yuan
    excess: pro_rata
  benefit 甲补贴
    for: 企业
    per: per 家企业 yearly
    pay: 年度支出 × 10%
    cap: per 家企业 yearly 20 wan_yuan
    from_pool: 甲资金
  exhort 资金保障
    quote: “甲资金由市财政在年度预算内统筹安排”
```

How to fix: to pay in full, drop the sum, or say that it is topped up or that claims are deferred; where the sum is fixed, say “within the pool”
and whether claims are cut pro rata or served first come first.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from polc.checks.bounds import drawn
from polc.checks.draft import Checked
from polc.checks.funding import size_of
from polc.checks.heading import quotes
from polc.diagnostics import Diagnostic, Label, Rule, Severity, Words

RULE = Rule(
    "pool-versus-guarantee",
    Severity.WARNING,
    title=Words("说足额，又封了总额", "paid in full, out of a fixed sum"),
    message=Words(
        "原文说“{words}”，可是{pools}是固定的数：不够的时候，哪一句算数没有写",
        "the text says “{words}”, but {pools} is a fixed sum: which gives way when it is spent is not said",
    ),
    page=__doc__ or "",
)
_GUARANTEED = re.compile(
    r"(?:足额|全额|敞开|如数)(?:予以|给予)?(?:保障|安排|兑付|兑现|拨付|落实|到位|支付)|应(?:兑尽兑|补尽补|享尽享|付尽付|奖尽奖)"
)
_DENIED = re.compile(r"[不无非未勿][^，。；]{0,3}$")
_POOL = Words("固定的总额", "the fixed sum")
_HELP = Words(
    "写明不够的时候按比例折算、先到先得还是追加；要给足的，不设总额",
    "say whether claims beyond it are cut, served in turn or topped up; to pay in full, set no fixed sum",
)


def check(draft: Checked) -> Iterator[Diagnostic]:
    """Yield every sentence that guarantees payment in full beside pools of a fixed sum that pay something."""
    if not draft.whole:
        return
    lowered = draft.compiled.lowered()
    pools = [
        pool for pool in draft.policy.pools
        if (size := size_of(lowered, pool)) is not None and not size.may_wait and drawn(lowered, pool)
    ]  # fmt: skip
    if not pools:
        return
    related = tuple(Label(pool.span, _POOL) for pool in pools)
    names = "、".join(f"“{pool.name}”" for pool in pools)
    seen: set[str] = set()
    for quote, span in quotes(draft.policy):
        found = _GUARANTEED.search(quote.text)
        if found is None or quote.text in seen or _DENIED.search(quote.text[: found.start()]):
            continue
        seen.add(quote.text)
        yield RULE.at(span, help=(_HELP,), related=related, words=found.group(), pools=names)
