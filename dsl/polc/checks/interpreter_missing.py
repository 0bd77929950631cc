"""印发的文件没有写由谁解释。企业拿不准一句话是什么意思，不知道该问谁；几个部门各说各的，也没有人说了算。

只看当作一份文件写的（写了 `状态` 或者 `文号`）；哪一句原文里说了解释，也不提醒。

错误的写法：

```pol
政策 示范措施  # error
  简称：demo
  状态：已印发
  施行：自 2026年3月2日
  有效期：至 2028年12月31日
对象 企业
  达标：是否
条 1 支持
  奖补 奖励
    支持对象：企业
    享受：每家企业 一次
    条件：达标
    标准：5万元
```

正确的写法：

```pol
政策 示范措施
  简称：demo
  状态：已印发
  施行：自 2026年3月2日
  有效期：至 2028年12月31日
  解释：市数据局
对象 企业
  达标：是否
条 1 支持
  奖补 奖励
    支持对象：企业
    享受：每家企业 一次
    条件：达标
    标准：5万元
```

怎么改：在正文补上“本措施由……负责解释”，再写 `解释：市数据局`。

---
A document that does not say who interprets it: nobody to ask, and nobody whose word counts when departments differ.

Only what stands for a whole document is looked at (with 状态 or 文号), unless a quoted sentence speaks of it.

Bad:

```pol
policy demo measure  # error
  id: demo
  status: issued
  in_force: from 2026-03-02
  valid: to 2028-12-31
subject firm
  meets: truth
clause 1 support
  benefit award
    for: firm
    per: per firm once
    when: meets
    pay: 5wan_yuan
```

Good:

```pol
policy demo measure
  id: demo
  status: issued
  in_force: from 2026-03-02
  valid: to 2028-12-31
  interpreter: data bureau
subject firm
  meets: truth
clause 1 support
  benefit award
    for: firm
    per: per firm once
    when: meets
    pay: 5wan_yuan
```

How to fix: say in the text who interprets it, then write 解释 (interpreter).
"""

from __future__ import annotations

from collections.abc import Iterator

from polc.checks.draft import Checked
from polc.checks.heading import head_line, is_entire, quotes
from polc.diagnostics import Diagnostic, Rule, Severity, Words

RULE = Rule(
    "interpreter-missing",
    Severity.NOTE,
    title=Words("没有写由谁解释", "nobody interprets it"),
    message=Words("没有写由谁解释", "nothing says who interprets it"),
    page=__doc__ or "",
)


def check(draft: Checked) -> Iterator[Diagnostic]:
    """Yield one finding for a document that pays, names no interpreter, and quotes no sentence about one."""
    policy = draft.policy
    if not policy.benefits or not is_entire(policy) or "interpreter" in policy.headers:
        return
    if not any("解释" in quote.text for quote, _ in quotes(policy)):
        line = head_line(draft, "interpreter")
        yield RULE.at(line.span if line else policy.span)
