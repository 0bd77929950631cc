"""正文说按某个文件执行，而那个文件（也写成了 .pol）的有效期已经满了：按它办，就没有依据。只看一起检查的政策和 `前版`；写明废止它的一句不算引用。

看的日子是 2026年6月1日。`2023.pol` 是：

```pol title="2023.pol"
政策 示范市算力补贴办法
  简称：demo-2023
  状态：已印发
  施行：自 2023年1月1日
  有效期：至 2025年12月31日
对象 企业
  年度支出：金额，每年
条 1 支持
  奖补 补贴
    支持对象：企业
    享受：每家企业 每年
    标准：年度支出 × 10%
    上限：每家企业 每年 20万元
```

错误的写法：

```pol
政策 示范市支持企业若干措施
  简称：demo
  前版：2023.pol
  状态：已印发
  施行：自 2026年1月1日
  有效期：至 2028年12月31日
对象 企业
  达标：是否
条 1 支持
  另行规定 算力补贴
    原文：“企业购买算力服务的，按照《示范市算力补贴办法》给予补贴”  # error
  奖补 奖励
    支持对象：企业
    享受：每家企业 一次
    条件：达标
    标准：5万元
```

正确的写法：

```pol
政策 示范市支持企业若干措施
  简称：demo
  前版：2023.pol
  状态：已印发
  施行：自 2026年1月1日
  有效期：至 2028年12月31日
对象 企业
  达标：是否
条 1 支持
  另行规定 算力补贴
    原文：“企业购买算力服务的，按照市数据局现行规定给予补贴”
  奖补 奖励
    支持对象：企业
    享受：每家企业 一次
    条件：达标
    标准：5万元
```

怎么改：引用接着它的那个文件；还要按它办的，在正文里写清楚要给的条件和数。

---
The text refers to a document, and that document (encoded too) is no longer valid: there is nothing left to go by. Only policies checked together with this one and its
earlier versions are looked at; a sentence that repeals one does not cite it.

The day is 2026-06-01. `2023.pol` is:

```pol title="2023.pol"
policy 示范市算力补贴办法
  id: demo-2023
  status: issued
  in_force: from 2023-01-01
  valid: to 2025-12-31
subject firm
  spent: money, yearly
clause 1 support
  benefit grant
    for: firm
    per: per firm yearly
    pay: spent × 10%
    cap: per firm yearly 20万元
```

Bad:

```pol
policy 示范市支持企业若干措施
  id: demo
  previous: 2023.pol
  status: issued
  in_force: from 2026-01-01
  valid: to 2028-12-31
subject firm
  meets: truth
clause 1 support
  refer 算力补贴
    quote: “企业购买算力服务的，按照《示范市算力补贴办法》给予补贴”  # error
  benefit award
    for: firm
    per: per firm once
    when: meets
    pay: 5wan_yuan
```

Good:

```pol
policy 示范市支持企业若干措施
  id: demo
  previous: 2023.pol
  status: issued
  in_force: from 2026-01-01
  valid: to 2028-12-31
subject firm
  meets: truth
clause 1 support
  refer 算力补贴
    quote: “企业购买算力服务的，按照市数据局现行规定给予补贴”
  benefit award
    for: firm
    per: per firm once
    when: meets
    pay: 5wan_yuan
```

How to fix: refer to the document that came after it; what is still to be done by the old one has to be said in the text.
"""

from __future__ import annotations

from collections.abc import Iterator

from polc.checks.citations import sentence_citing
from polc.checks.draft import Checked
from polc.checks.heading import quotes
from polc.checks.in_force import is_law
from polc.checks.official import plain
from polc.diagnostics import Diagnostic, Rule, Severity, Words
from polc.readers.prose import figures
from polc.text import Span

RULE = Rule(
    "cites-expired",
    Severity.WARNING,
    title=Words("按已经失效的文件执行", "it goes by a document that has expired"),
    message=Words(
        "“{name}”到 {last} 就满了，正文还说按它执行", "“{name}” ended on {last}, and the text still goes by it"
    ),
    page=__doc__ or "",
    dated=True,
)
_SENTENCE = Words("原句：“{text}”", "the sentence: “{text}”")
_HELP = Words(
    "引用接着它的文件，或者在正文里写清楚", "refer to the document that came after it, or say in the text what is given"
)


def check(draft: Checked) -> Iterator[Diagnostic]:
    """Yield every cited policy that has ended before today under all its readings, at the sentence that cites it."""
    if not draft.day or not is_law(draft):
        return
    for other in draft.cited:
        sentence = sentence_citing(draft, other)
        if sentence is None or not other.ends or max(other.ends) >= draft.day:
            continue
        yield RULE.at(
            _place(draft, sentence),
            help=(_HELP,),
            notes=(_SENTENCE.fill(text=sentence),),
            name=other.name,
            last=figures.day(max(other.ends)),
        )


def _place(draft: Checked, sentence: str) -> Span:
    """Return the line that quotes the sentence, or the head of the policy."""
    words = plain(sentence)
    quoted = (span for quote, span in quotes(draft.policy) if words in plain(quote.text) or plain(quote.text) in words)
    return next(quoted, draft.policy.span)
