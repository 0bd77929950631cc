"""一句话说了给多少钱，却写成了“宣示”。宣示不计算：企业来问，得不到这笔钱。骨架里每一句都先写成宣示，这条规则就是待办清单。

错误的写法：

```pol
政策 示范措施
  简称：demo
条 1 支持
  宣示
    原文：“对高新企业给予5万元奖励”  # error
```

正确的写法：

```pol
政策 示范措施
  简称：demo
对象 企业
  高新企业：是否
条 1 支持
  奖补 高新企业奖励
    原文：“对高新企业给予5万元奖励”
    支持对象：企业
    享受：每家企业 一次
    条件：高新企业
    标准：5万元
```

怎么改：给钱的写成“奖补”；按别的文件给的写成“另行规定”；数还没有定的写“标准：待定 资金”。确实只是目标、口号的，
写“已知问题 amount-exhorted：理由”。

---
A sentence says how much is paid, and is encoded as an exhortation. An exhortation computes nothing: whoever asks
gets no answer about this money. A skeleton begins with every sentence as one, so this rule is the list of what is left to do.

Bad:

```pol
policy 示范措施
  id: demo
clause 1 支持
  exhort
    quote: “对高新企业给予5万元奖励”  # error
```

Good:

```pol
policy 示范措施
  id: demo
subject 企业
  高新企业: truth
clause 1 支持
  benefit 高新企业奖励
    quote: “对高新企业给予5万元奖励”
    for: 企业
    per: every 企业 once
    when: 高新企业
    pay: 5万元
```

How to fix: what pays is a benefit; what another rule pays is 另行规定 (refer). A mere aim is named as known, with the reason.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from polc.checks.draft import Checked
from polc.checks.figures import in_text
from polc.diagnostics import Diagnostic, Rule, Severity, Words

RULE = Rule(
    "amount-exhorted",
    Severity.WARNING,
    title=Words("宣示里写了给多少钱", "an amount in an exhortation"),
    message=Words(
        "这句话说了给“{figures}”，却写成了宣示", "this sentence pays “{figures}” and is encoded as an exhortation"
    ),
    page=__doc__ or "",
)
_PAYS = re.compile("给予|奖励|补助|补贴|资助|奖补|贴息|予以支持|配套")
_ROUNDS = re.compile("[^，,；;]*(?:舍去|四舍五入|取整|进位|尾数|零头|元为(?:计算)?单位)[^，,；;]*")
"""Where fractions go: “不足1元的舍去” pays nobody 1元."""


def check(draft: Checked) -> Iterator[Diagnostic]:
    """Yield every quote of a 宣示 that states money or a rate and speaks of paying."""
    for passage in draft.policy.passages:
        if passage.kind != "exhort":
            continue
        for quote in passage.quotes:
            if quote.value is None or not _PAYS.search(quote.value.text):
                continue
            figures = [
                figure.text for figure in in_text(_ROUNDS.sub("", quote.value.text)) if figure.kind in ("money", "rate")
            ]
            if figures:
                shown = "、".join(dict.fromkeys(figures))
                help_ = Words(
                    "给钱的写成“奖补”，按别的文件给的写成“另行规定”", "encode it as a benefit, or as 另行规定 (refer)"
                )
                yield RULE.at(quote.span, help=(help_,), figures=shown)
