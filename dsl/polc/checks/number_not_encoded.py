"""引用的原句里有一个数，编码里没有用到。多半是漏写了条件、上限或者一个档。

错误的写法：

```pol
政策 示范措施
  简称：demo
对象 企业
  年度支出：金额，每年
  高新企业：是否
条 1 支持
  奖补 甲补贴
    原文：“按支出的30%给予补助，最高不超过50万元”  # error
    支持对象：企业
    标准：年度支出 × 30%
```

正确的写法：

```pol
政策 示范措施
  简称：demo
对象 企业
  年度支出：金额，每年
  高新企业：是否
条 1 支持
  奖补 甲补贴
    原文：“按支出的30%给予补助，最高不超过50万元”
    支持对象：企业
    标准：年度支出 × 30%
    上限：50万元
```

怎么改：把这个数写进编码；确实不参与计算的，写“已知问题 number-not-encoded：理由”。
两项引了同一句话、各用一个数的，不报：一项用了就算用了。

---
The quoted sentence states a figure that the encoding never uses: a condition, a cap or a tier was left out.

Bad:

```pol
policy 示范措施
  id: demo
subject 企业
  年度支出: money, yearly
  高新企业: truth
clause 1 支持
  benefit 甲补贴
    quote: “按支出的30%给予补助，最高不超过50万元”  # error
    for: 企业
    pay: 年度支出 × 30%
```

Good:

```pol
policy 示范措施
  id: demo
subject 企业
  年度支出: money, yearly
  高新企业: truth
clause 1 支持
  benefit 甲补贴
    quote: “按支出的30%给予补助，最高不超过50万元”
    for: 企业
    pay: 年度支出 × 30%
    cap: 50万元
```

How to fix: encode the figure; where it takes no part in the computation, say so with 已知问题 (known).
Where two parts quote the same words, a figure that either uses is used.
"""

from __future__ import annotations

from collections.abc import Iterator

from polc.checks.draft import Checked
from polc.checks.figures import Figure, in_part, in_text, of_each_month, unmatched
from polc.checks.instalments import of_instalments
from polc.diagnostics import Diagnostic, Rule, Severity, Words
from polc.model.policy import Group, Part, Policy

RULE = Rule(
    "number-not-encoded",
    Severity.WARNING,
    title=Words("原句里的数没有编码", "a figure of the sentence that nothing encodes"),
    message=Words("原句里的 {figure}，“{name}”没有用到", "“{name}” never uses the {figure} of its sentence"),
    page=__doc__ or "",
)


def check(draft: Checked) -> Iterator[Diagnostic]:
    """Yield every figure of a part's quotes that neither it nor, for a group, its members encode."""
    every = Encoded(draft.policy)
    for part in draft.policy.parts:
        if part.unread:
            continue  # a line that could not be read may well hold the figure
        used = every.of(part)
        encoded = [*used, *of_instalments(part, used)]
        for quote in part.quotes:
            if quote.value is None:
                continue
            text = quote.value.text
            for figure in unmatched(in_text(text), [*encoded, *of_each_month(text, encoded)]):
                yield RULE.at(quote.value.span or quote.span, figure=figure.text, name=part.name)


class Encoded:
    """The figures that each part of a policy encodes, or another for it; what all look up is worked out once."""

    def __init__(self, policy: Policy) -> None:
        self._parts = policy.parts
        self._own: dict[int, list[Figure]] = {}
        self._quoting: dict[str, dict[int, Part]] = {}  # words → who quotes them, by place in the policy
        for place, part in enumerate(self._parts):
            for text in _quoted(part):
                self._quoting.setdefault(text, {})[place] = part

    def of(self, part: Part) -> list[Figure]:
        """Return the figures that a part encodes, those of the members of a group, and of who quotes the same words.

        “分别给予国家级、省级200万元、100万元” is often two 奖补 that both quote it, each with its own figure.
        """
        found = list(self._figures(part))
        others: dict[int, list[Figure]] = {}
        for text in dict.fromkeys(_quoted(part)):
            quoting = self._quoting.get(text, {})
            stated = in_text(text) if len(quoting) > 1 else []
            for place, other in quoting.items():
                if other is not part:
                    others.setdefault(place, []).extend(stated)
        for place, shared in sorted(others.items()):
            theirs = self._figures(self._parts[place])
            found.extend(figure for figure in theirs if any(figure.matches(stated) for stated in shared))
        if isinstance(part, Group):
            found.extend(self._of_members(part))
        pool = part.base.from_pool
        if pool is not None and pool.value is not None:  # “设立总额300万元的资金，……” in one sentence with what it pays
            found.extend(
                figure for each in self._parts if each.name == pool.value.text for figure in self._figures(each)
            )
        return found

    def _of_members(self, group: Group) -> Iterator[Figure]:
        readings = (reading.terms.members for doubt in group.doubts for reading in doubt.readings)
        lines = (group.members, *(line.value for line in (group.base.members, *readings) if line and line.value))
        members = {name.text for line in lines for name in line.names}
        for other in self._parts:
            if other.name in members or any(line.everything for line in lines):
                yield from self._figures(other)

    def _figures(self, part: Part) -> list[Figure]:
        if id(part) not in self._own:
            self._own[id(part)] = in_part(part)
        return self._own[id(part)]


def _quoted(part: Part) -> list[str]:
    return [quote.value.text for quote in part.quotes if quote.value is not None]
