"""`已知问题` 里写的规则，在它管的地方什么也没有查出来：问题已经改好了，或者规则名写错了，或者写错了块。留着它，将来真出了同样的问题，就被悄悄放过去了。

看日子的规则（`expired` 等）有时报、有时不报，不算。文件里还有读不懂的错误时，许多检查没有做，也不算。

错误的写法：

```pol
政策 示范措施
  简称：demo
对象 企业
  达标：是否
条 1 支持
  奖补 奖励
    支持对象：企业
    享受：每家企业 一次
    条件：达标
    标准：5万元
    已知问题 unused-fact：细则里要用  # error
```

正确的写法：

```pol
政策 示范措施
  简称：demo
对象 企业
  达标：是否
条 1 支持
  奖补 奖励
    支持对象：企业
    享受：每家企业 一次
    条件：达标
    标准：5万元
```

怎么改：问题改好了的，删掉这一行；规则名写错的改对，`polc explain` 列出全部；写错块的，挪到出问题的那一块。

---
A 已知问题 (known) whose rule finds nothing where it speaks of: the matter was mended, the rule's name is misspelt, or the line stands in another block. Left there, it would
let the same mistake pass in silence one day.

Rules that hang on the day (expired and the like) do not count, and nothing is said while the file has errors: much was not checked then.

Bad:

```pol
policy demo measure
  id: demo
subject firm
  meets: truth
clause 1 support
  benefit award
    for: firm
    per: per firm once
    when: meets
    pay: 5wan_yuan
    known unused-fact: used later  # error
```

Good:

```pol
policy demo measure
  id: demo
subject firm
  meets: truth
clause 1 support
  benefit award
    for: firm
    per: per firm once
    when: meets
    pay: 5wan_yuan
```

How to fix: delete the line, mend the rule's name (polc explain lists all), or move it to the block it is about.
"""

from __future__ import annotations

from polc.diagnostics import Diagnostic, Edit, Fix, Rule, Severity, Words
from polc.model.values import Known
from polc.passes.names import nearest
from polc.text import Span

RULE = Rule(
    "known-unused",
    Severity.WARNING,
    title=Words("没有用上的已知问题", "unused known issue"),
    message=Words("已知问题 {rule}：{why}", "known issue {rule}: {why}"),
    page=__doc__ or "",
)
_NOTHING = Words("这里没有查出这个问题", "nothing of the kind was found here")
_NO_RULE = Words("没有叫这个名字的规则", "there is no rule of this name")
_READING = Words("读的时候就报的，只能改，不能留着", "what is found on reading has to be mended, it cannot be kept")
_DELETE = Words("删掉这一行（理由也一起删）", "delete the line, with its reason")
_NEAR = Words("是不是 {near}？", "did you mean {near}?")


def known_unused(known: Known, span: Span, rules: dict[str, Rule], kept: frozenset[str]) -> Diagnostic:
    """Return the finding for a line that matched nothing. ``kept`` are the rules whose findings can be kept."""
    near = nearest(known.rule, sorted(kept)) if known.rule not in rules else None
    why = _NO_RULE if known.rule not in rules else _NOTHING if known.rule in kept else _READING
    helped = (_NEAR.fill(near=near),) if near else ()
    source, line = span.source, span.begin.line
    end = source.line_start(line + 1) if line < source.line_count else len(source.text)
    fix = Fix(_DELETE, (Edit(Span(source, source.line_start(line), end), ""),))
    return RULE.at(span, help=helped, fixes=() if near else (fix,), rule=known.rule, why=why)
