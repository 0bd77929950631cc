"""几个小池子加起来，比它们出自的大池子还大：都用满就付不出。

错误的写法：

```pol
政策 示范措施
  简称：demo
条 1 资金
  资金池 专项资金：每年 1000万元  # error
    超出：按比例折算
  资金池 甲资金：每年 800万元
    超出：按比例折算
    出自：专项资金
  资金池 乙资金：每年 500万元
    超出：按比例折算
    出自：专项资金
```

正确的写法：

```pol
政策 示范措施
  简称：demo
条 1 资金
  资金池 专项资金：每年 1000万元
    超出：按比例折算
  资金池 甲资金：每年 500万元
    超出：按比例折算
    出自：专项资金
  资金池 乙资金：每年 500万元
    超出：按比例折算
    出自：专项资金
```

怎么改：看哪一个数写错了；不出自它的，不写“出自”。

---
Pools that together hold more than the pool they come out of: it cannot pay when all are used.

Bad:

```pol
policy 示范措施
  id: demo
clause 1 资金
  pool 专项资金: yearly 1000万元  # error
    excess: pro_rata
  pool 甲资金: yearly 800万元
    excess: pro_rata
    from_pool: 专项资金
  pool 乙资金: yearly 500万元
    excess: pro_rata
    from_pool: 专项资金
```

Good:

```pol
policy 示范措施
  id: demo
clause 1 资金
  pool 专项资金: yearly 1000万元
    excess: pro_rata
  pool 甲资金: yearly 500万元
    excess: pro_rata
    from_pool: 专项资金
  pool 乙资金: yearly 500万元
    excess: pro_rata
    from_pool: 专项资金
```

How to fix: see which figure is wrong; what does not come out of it does not say `from_pool`.
"""

from __future__ import annotations

from collections.abc import Iterator

from polc.checks.draft import Checked
from polc.checks.funding import Size, size_of
from polc.diagnostics import Diagnostic, Label, Rule, Severity, Words
from polc.model.policy import Pool
from polc.passes.lower.plan import Lowered
from polc.readers.prose import figures

RULE = Rule(
    "pools-exceed-parent",
    Severity.ERROR,
    title=Words("小池子加起来比大池子大", "pools above the pool they come out of"),
    message=Words(
        "“{name}”只有 {size}，{inner}一共要 {sum}", "“{name}” holds {size}, and {inner} take {sum} out of it"
    ),
    page=__doc__ or "",
)
_HERE = Words("出自它的", "comes out of it")


def check(draft: Checked) -> Iterator[Diagnostic]:
    """Yield every pool whose inner pools, of the same period or by the year of a total, add up to more than it holds."""
    if not draft.whole:
        return
    lowered = draft.compiled.lowered()
    for pool in draft.policy.pools:
        size = size_of(lowered, pool)
        if size is None:
            continue
        inner = [(each, held) for each in draft.policy.pools if (held := _drawn(lowered, each, pool, size)) is not None]
        total = sum(held.figure for _, held in inner)
        if total > size.figure:
            names = "、".join(each.name for each, _ in inner)
            related = tuple(Label(each.span, _HERE) for each, _ in inner)
            yield RULE.at(
                pool.span, related=related, name=pool.name, size=size.text, inner=Words(f"“{names}”", f"“{names}”"),
                sum=figures.amount(total * 100),
            )  # fmt: skip


def _drawn(lowered: Lowered, inner: Pool, outer: Pool, size: Size) -> Size | None:
    """Return what a pool takes out of another in its period; None where it does not, or that is merely presumed."""
    line = inner.terms(lowered.selection).from_pool
    if line is None or line.silent or line.value is None or line.value.text != outer.name:
        return None
    held = size_of(lowered, inner)
    return held if held is not None and held.period <= size.period else None
