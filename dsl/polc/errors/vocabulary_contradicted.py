"""一份政策可以再写一次引用来的对象，加自己的事实；但不能把词汇里已有的说成别的：同一个名称，各处要是同一个意思。

共用词汇 common.pol：

```pol title="common.pol"
词汇 共用词汇
对象 企业
  年度支出：金额，每年
  高新企业：是否
```

错误的写法：

```pol
政策 示范措施
  简称：demo
  引用：common.pol
对象 企业
  高新企业：日期  # error
条 1 支持
  奖补 甲补贴
    支持对象：企业
    条件：年度支出 达到 10万元
    标准：年度支出 × 30%
```

正确的写法：

```pol
政策 示范措施
  简称：demo
  引用：common.pol
对象 企业
  高新企业认定日期：日期
条 1 支持
  奖补 甲补贴
    支持对象：企业
    条件：高新企业认定日期 不早于 2026年1月1日
    标准：年度支出 × 30%
```

怎么改：意思一样，就删掉这一行，用词汇里的；意思不一样，就换个名称。

---
A policy may open an imported subject again to add facts of its own, but not say otherwise what the vocabulary says: one name means one thing.

The vocabulary common.pol:

```pol title="common.pol"
vocabulary 共用词汇
subject 企业
  年度支出: money, yearly
  高新企业: truth
```

Bad:

```pol
policy 示范措施
  id: demo
  import: common.pol
subject 企业
  高新企业: date  # error
clause 1 支持
  benefit 甲补贴
    for: 企业
    when: 年度支出 reaches 10万元
    pay: 年度支出 × 30%
```

Good:

```pol
policy 示范措施
  id: demo
  import: common.pol
subject 企业
  高新企业认定日期: date
clause 1 支持
  benefit 甲补贴
    for: 企业
    when: 高新企业认定日期 not_before 2026-01-01
    pay: 年度支出 × 30%
```

How to fix: where it means the same, delete the line; where it means something else, give it another name.
"""

from __future__ import annotations

from polc.diagnostics import Diagnostic, Label, Rule, Severity, Words
from polc.text import Span

RULE = Rule(
    "vocabulary-contradicted",
    Severity.ERROR,
    title=Words("与词汇说的不一样", "said otherwise in the vocabulary"),
    message=Words("“{name}”这里说{here}，词汇里说{there}", "“{name}” is {here} here, and {there} in the vocabulary"),
    page=__doc__ or "",
)

_FIRST = Words("词汇里在这里", "the vocabulary says it here")
_HELP = Words(
    "意思一样，就用词汇里的；不一样，就换个名称",
    "where it means the same, keep the vocabulary's; where it does not, give it another name",
)


def fact(name: str, here: Span, there: Span) -> Diagnostic:
    """Return the finding that a fact is of the kind at ``here``, and of that at ``there`` in the vocabulary."""
    return _at(name, here, there, Words("“{0}”", "“{0}”"))


def kind(subject: str, here: Span, there: Span) -> Diagnostic:
    """Return the finding that a subject 是 one thing, and another in the vocabulary."""
    return _at(subject, here, there, Words("是“{0}”", "a “{0}”"))


def owner(subject: str, here: Span, there: Span) -> Diagnostic:
    """Return the finding that a subject belongs to one thing, and to another in the vocabulary."""
    return _at(subject, here, there, Words("归属“{0}”", "owned by “{0}”"))


def _at(name: str, here: Span, there: Span, said: Words) -> Diagnostic:
    related = (Label(there, _FIRST),)
    return RULE.at(here, related=related, help=(_HELP,), name=name, here=_said(said, here), there=_said(said, there))


def _said(said: Words, span: Span) -> Words:
    return Words(said.zh.format(span.text), said.en.format(span.text))
