"""一个界限自己打自己：`超过 60%（含）` 又说超过、又说含本数；`达到 2000万元以下` 又往上、又往下。算的时候只能听一头。

错误的写法：

```pol
政策 示范措施
  简称：demo
  约定：以上、以下含本数
对象 企业
  年度营业收入：金额，每年
条 1 支持
  奖补 甲奖励
    支持对象：企业
    享受：每家企业 一次
    条件：年度营业收入 超过 2000万元（含）  # error
    标准：5万元
```

正确的写法：

```pol
政策 示范措施
  简称：demo
  约定：以上、以下含本数
对象 企业
  年度营业收入：金额，每年
条 1 支持
  奖补 甲奖励
    支持对象：企业
    享受：每家企业 一次
    条件：年度营业收入 达到 2000万元
    标准：5万元
```

怎么改：含本数的写“达到”“不超过”，不含的写“超过”“不满”，不用再标（含）（不含）；往上的写“以上”，往下的写“以下”。

---
A bound that contradicts itself: `超过 60%（含）` says both more than and including; `达到 2000万元以下` points both up and down. Only one of
the two can be computed.

Bad:

```pol
policy 示范措施
  id: demo
  convention: or_more & or_less inclusive
subject 企业
  年度营业收入: money, yearly
clause 1 支持
  benefit 甲奖励
    for: 企业
    per: per 企业 once
    when: 年度营业收入 exceeds 2000万元 (incl)  # error
    pay: 5万元
```

Good:

```pol
policy 示范措施
  id: demo
  convention: or_more & or_less inclusive
subject 企业
  年度营业收入: money, yearly
clause 1 支持
  benefit 甲奖励
    for: 企业
    per: per 企业 once
    when: 年度营业收入 reaches 2000万元
    pay: 5万元
```

How to fix: 达到 and 不超过 include the number, 超过 and 不满 do not; no mark is needed. Upwards is 以上, downwards 以下.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import fields, is_dataclass

from polc.checks.draft import Checked
from polc.diagnostics import Diagnostic, Rule, Severity, Words
from polc.model.expressions import Bound, Relation
from polc.text import Span

RULE = Rule(
    "bound-contradiction",
    Severity.ERROR,
    title=Words("界限自相矛盾", "a bound that contradicts itself"),
    message=Words("界限“{text}”{why}", "the bound “{text}” {why}"),
    page=__doc__ or "",
)
_BOTH = Words("既说不含、又标了含本数", "excludes the number and is marked as including it")
_NEITHER = Words("既说含、又标了不含本数", "includes the number and is marked as excluding it")
_TWO_WAYS = Words("又往上、又往下", "points both up and down")
_UP = (Relation.GE, Relation.GT, Relation.ABOVE)
_DOWN = (Relation.LE, Relation.LT, Relation.BELOW)
_BELOW_WORDS = ("以下", "以内", "及以下", "之内", "内")
_ABOVE_WORDS = ("以上", "及以上")


def check(draft: Checked) -> Iterator[Diagnostic]:
    """Yield every bound whose word, mark and 以上 or 以下 cannot all be meant."""
    policy = draft.policy
    seen: set[Span] = set()
    for bound in _bounds((policy.base, policy.doubts, policy.definitions, policy.laws, policy.parts)):
        why = _contradiction(bound)
        if why is not None and bound.span is not None and bound.span not in seen and not policy.is_shared(bound.span):
            seen.add(bound.span)
            yield RULE.at(bound.span, text=bound.span.text, why=why)


def _contradiction(bound: Bound) -> Words | None:
    word, _, edge = bound.word.partition("…")
    if (bound.relation in _UP and edge in _BELOW_WORDS) or (bound.relation in _DOWN and edge in _ABOVE_WORDS):
        return _TWO_WAYS
    if not word:
        return None
    if bound.marked is True and bound.relation in (Relation.GT, Relation.LT):
        return _BOTH
    if bound.marked is False and bound.relation in (Relation.GE, Relation.LE):
        return _NEITHER
    return None


def _bounds(node: object) -> Iterator[Bound]:
    """Yield every bound that stands anywhere in a piece of the model."""
    match node:
        case Bound():
            yield node
        case tuple():
            for inner in node:
                yield from _bounds(inner)
        case _ if is_dataclass(node) and not isinstance(node, type):
            for row in fields(node):
                if row.name not in ("span", "tables"):
                    yield from _bounds(getattr(node, row.name))
        case _:
            return
