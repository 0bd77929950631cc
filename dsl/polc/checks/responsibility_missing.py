"""给钱的条没有写由谁牵头：条里没有，所在的章、奖补里没有，全文也没有一个总的。企业不知道找谁申报，部门之间也容易互相等。

只看当作一份文件写的（写了 `状态` 或者 `文号`）；一份政策合成一条。

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
  牵头：市数据局
对象 企业
  达标：是否
条 1 支持
  奖补 奖励
    支持对象：企业
    享受：每家企业 一次
    条件：达标
    标准：5万元
```

怎么改：在条里写 `牵头：……`；全文一个部门的，写在政策里。

---
Clauses that pay and have no department in the lead: not in the clause, nor in its chapter or its benefits, nor for the whole. Nobody knows where to apply.

Only what stands for a whole document is looked at (with 状态 or 文号); one finding for each policy.

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
  lead: data bureau
subject firm
  meets: truth
clause 1 support
  benefit award
    for: firm
    per: per firm once
    when: meets
    pay: 5wan_yuan
```

How to fix: write 牵头 (lead) in the clause, or in the policy where one department leads all of it.
"""

from __future__ import annotations

from collections.abc import Iterator

from polc.checks.draft import Checked
from polc.checks.heading import head_line, is_entire
from polc.diagnostics import Diagnostic, Rule, Severity, Words
from polc.syntax.tree import Block

RULE = Rule(
    "responsibility-missing",
    Severity.NOTE,
    title=Words("没有写由谁牵头", "nobody in the lead"),
    message=Words(
        "给钱的条里，没有写由谁牵头的有{count}条", "clauses that pay and name no department in the lead: {count}"
    ),
    page=__doc__ or "",
)
_WHICH = Words("是 {which}", "they are {which}")
_SHOWN = 8


def check(draft: Checked) -> Iterator[Diagnostic]:
    """Yield one finding with the clauses that pay, and have no lead of their own, above them or within them."""
    if not is_entire(draft.policy):
        return
    if any(_leads(block) for block in _blocks(draft) if block.key == "policy"):
        return
    found: list[str] = []
    chapter_leads = False
    for block in _blocks(draft):
        if block.key == "chapter":
            chapter_leads = _leads(block)
        found.extend(clause.number or clause.name for clause in _clauses(block) if not chapter_leads and _lacks(clause))
    if found:
        line = head_line(draft, "lead")
        shown = "、".join(found[:_SHOWN])
        which = Words(shown + ("等" if len(found) > _SHOWN else ""), shown + (" …" if len(found) > _SHOWN else ""))
        yield RULE.at(
            line.span if line else draft.policy.span, notes=(_WHICH.fill(which=which),), count=str(len(found))
        )


def _blocks(draft: Checked) -> Iterator[Block]:
    for file in draft.compiled.files:
        yield from file.blocks


def _clauses(block: Block) -> Iterator[Block]:
    """Yield the clauses in a block, but for those below a lead."""
    if block.key == "clause":
        yield block
    elif block.key != "chapter" or not _leads(block):
        for child in block.blocks:
            yield from _clauses(child)


def _lacks(clause: Block) -> bool:
    benefits = list(clause.children("benefit"))
    return bool(benefits) and not _leads(clause) and not all(map(_leads, benefits))


def _leads(block: Block) -> bool:
    return any(line.value is not None for line in block.each("lead"))
