"""配置文件里写了 polc 不认得的名字、规则或者值。不认得就不猜：按别的意思检查，比不检查还糟。

错误的写法：

```toml
fail-levle = "warning"

[rules]
unused-fact = "none"
```

正确的写法：

```toml
fail-level = "warning"

[rules]
unused-fact = "off"
```

怎么改：照提示改名字；规则的名字用 `polc explain` 列出，轻重写 `error`、`warning`、`note` 或 `off`。全部写法见《配置》。

---
The configuration holds a name, a rule or a value that polc does not know. It is not guessed: checking in another sense than was meant is worse than not checking.

Bad:

```toml
fail-levle = "warning"

[rules]
unused-fact = "none"
```

Good:

```toml
fail-level = "warning"

[rules]
unused-fact = "off"
```

How to fix: take the name that is suggested; `polc explain` lists the rules, a level is error, warning, note or off. All that can be written is on the page on configuration.
"""

from __future__ import annotations

import difflib
from collections.abc import Iterable

from polc.diagnostics import Diagnostic, Rule, Severity, Words
from polc.text import Span

RULE = Rule(
    "configuration-unclear",
    Severity.ERROR,
    title=Words("配置里不认得的写法", "unclear configuration"),
    message=Words("配置：{what}", "configuration: {what}"),
    page=__doc__ or "",
)
_NEAR = Words("是不是 {near}？", "did you mean {near}?")
_ONE_OF = Words("可以写：{known}", "it can be: {known}")
_MOST = 12


def unknown_key(place: Span, name: str, known: Iterable[str]) -> Diagnostic:
    """Return the finding for a name that no setting has."""
    return _at(place, Words("没有 {name} 这一项", "there is no setting {name}").fill(name=name), name, known)


def unknown_rule(place: Span, name: str, known: Iterable[str]) -> Diagnostic:
    """Return the finding for a rule that there is not."""
    return _at(place, Words("没有规则 {name}", "there is no rule {name}").fill(name=name), name, known)


def unknown_value(place: Span, name: str, given: str, known: Iterable[str]) -> Diagnostic:
    """Return the finding for a word that a setting does not know."""
    what = Words("{name} 不能是 {given}", "{name} cannot be {given}").fill(name=name, given=given)
    return RULE.at(place, help=_listed(known), what=what)


def wrong_value(place: Span, name: str, wanted: Words) -> Diagnostic:
    """Return the finding for a value of the wrong kind; ``wanted`` says what it should be."""
    what = Words("{name} 要写成{wanted}", "{name} takes {wanted}").fill(name=name, wanted=wanted)
    return RULE.at(place, what=what)


def missing_key(place: Span, table: str, name: str, why: Words) -> Diagnostic:
    """Return the finding for a table that lacks a setting, and why it is needed."""
    what = Words("{table} 缺 {name}：{why}", "{table} lacks {name}: {why}").fill(table=table, name=name, why=why)
    return RULE.at(place, what=what)


def fixed_level(place: Span, name: str) -> Diagnostic:
    """Return the finding for an error of reading whose level is to be changed."""
    what = Words(
        "{name} 是读不懂、算不了的错误，轻重不能改：有它就等于没有检查",
        "{name} is an error of reading and keeps its level: where it stands nothing was checked",
    )
    return RULE.at(place, what=what.fill(name=name))


def _at(place: Span, what: Words, given: str, known: Iterable[str]) -> Diagnostic:
    names = list(known)
    near = difflib.get_close_matches(given, names, n=1)
    if near:
        return RULE.at(place, help=(_NEAR.fill(near=near[0]),), what=what)
    return RULE.at(place, help=_listed(names) if len(names) <= _MOST else (), what=what)


def _listed(known: Iterable[str]) -> tuple[Words]:
    names = list(known)
    return (_ONE_OF.fill(known=Words("、".join(names), ", ".join(names))),)
