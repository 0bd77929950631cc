"""公平竞争审查要看的写法：以买本地的、在本地登记注册、纳入本地统计为条件，按税收、综合贡献给，给名录和清单里的，看所有制，一事一议。一种写法一条，列出各处。

这里只说“需审查”，不下结论：有法律、行政法规依据或者经国务院批准的，可以写；《公平竞争审查条例》第12条还有例外，例如促进科学技术进步的，要没有影响更小的办法，并且写明期限或者终止条件。先看编码里的条件和基数，再到原文找那句话；用谁都能算的数定下的条件，不报。

错误的写法：

```pol
政策 示范措施
  简称：demo
对象 企业
  年度购买本地算力服务总额：金额，每年
条 1 支持
  奖补 算力补贴
    原文：“对年度购买本地算力服务总额达到30万元的企业，按30%给予补助，每户企业每年最高50万元”
    支持对象：企业
    享受：每户企业 每年
    条件：年度购买本地算力服务总额 达到 30万元  # error
    标准：年度购买本地算力服务总额 × 30%
    上限：每户企业 每年 50万元
```

正确的写法：

```pol
政策 示范措施
  简称：demo
对象 企业
  年度购买算力服务总额：金额，每年
条 1 支持
  奖补 算力补贴
    原文：“对年度购买算力服务总额达到30万元的企业，按30%给予补助，每户企业每年最高50万元”
    支持对象：企业
    享受：每户企业 每年
    条件：年度购买算力服务总额 达到 30万元
    标准：年度购买算力服务总额 × 30%
    上限：每户企业 每年 50万元
```

怎么改：能换成中性的写法就换；不能换的，送审时写明依据，在政策里写 `已知问题 fair-competition-review：依据哪一条`。

---
Wordings that fair-competition review looks at: buying what is local, being registered here or entering local statistics as a condition,
awards by taxes or by what is contributed to the budget, for those on a list, by ownership, case by case. One finding for each kind, with its places.

It says “review”, never a verdict: a basis in law or the consent of the State Council allows any of them, and article 12 of the regulation has
exceptions, such as the progress of science, where nothing milder would do and an end is fixed. The conditions and bases of the encoding are
looked at first, the sentence of the text second; what is defined by figures that anyone can work out is not reported.

Bad:

```pol
policy 示范措施
  id: demo
subject 企业
  年度购买本地算力服务总额: money, yearly
clause 1 支持
  benefit 算力补贴
    quote: “对年度购买本地算力服务总额达到30万元的企业，按30%给予补助，每户企业每年最高50万元”
    for: 企业
    per: every 企业 yearly
    when: 年度购买本地算力服务总额 reaches 30万元  # error
    pay: 年度购买本地算力服务总额 × 30%
    cap: every 企业 yearly 50万元
```

Good:

```pol
policy 示范措施
  id: demo
subject 企业
  年度购买算力服务总额: money, yearly
clause 1 支持
  benefit 算力补贴
    quote: “对年度购买算力服务总额达到30万元的企业，按30%给予补助，每户企业每年最高50万元”
    for: 企业
    per: every 企业 yearly
    when: 年度购买算力服务总额 reaches 30万元
    pay: 年度购买算力服务总额 × 30%
    cap: every 企业 yearly 50万元
```

How to fix: take a neutral wording where there is one; where there is none, give the basis when the draft goes to review, and name the finding as
known (`known fair-competition-review: which article`).
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from itertools import islice

from polc.checks.draft import Checked
from polc.checks.fairness import KINDS, LOCAL, Kind
from polc.checks.heading import quotes
from polc.checks.mentions import Mention, facts_of, mentions, scope_mentions
from polc.diagnostics import Diagnostic, Label, Rule, Severity, Words
from polc.model.policy import Fact, Policy
from polc.text import Span

RULE = Rule(
    "fair-competition-review",
    Severity.NOTE,
    title=Words("公平竞争审查要看的写法", "a case for fair-competition review"),
    message=Words("{who}{what}，需公平竞争审查", "{what} ({who}): a case for fair-competition review"),
    page=__doc__ or "",
    kind="review",
)
_SENTENCE = Words("原句：“{text}”", "the sentence: “{text}”")
_HELP = Words("中性的写法：{neutral}", "a neutral wording: {neutral}")
_SCOPE = Words("适用范围", "the scope")
_PASSAGE = Words("正文", "the text")
_AND_MORE = Words("{who}等{count}处", "{who} and {more} more")
_SHOWN = 3
_MOST = 50
"""Sentences of one text that are compared for the one that says it best."""
_LONG = 60
_HERE = "本地|本市|本省|本县|本区|本州|本土|我市|我省|我县|我区|(?<!城)市内|省内|县内|(?<![园片社地小厂])区内"
_PLACE = re.compile(r"^(?:关于)?([\u4e00-\u9fff]{2,4}?)(?:省|市|州|县|区|盟)")
_COMMON = "中东西南北大小新上下长高平安太和"
"""Letters that begin many words besides names of places: 在中… is mostly no place."""


@dataclass(frozen=True, slots=True)
class _Place:
    """One place of a kind: whose line it is, the line, and the sentence of the text that says it ("": no text)."""

    who: Words
    span: Span
    sentence: str


def check(draft: Checked) -> Iterator[Diagnostic]:
    """Yield one finding for each kind of wording that is there, at the first of its places."""
    policy = draft.policy
    facts = facts_of(policy)
    local = _local(policy.name)
    lines = list(_everything(policy))
    for kind in KINDS:
        look = _Look(kind, *(re.compile(each.replace(LOCAL, local)) for each in (kind.fact, kind.text, kind.alone)))
        found: dict[str, _Place] = {}
        for said in lines:
            place = look.place_of(draft, said, facts)
            if place is not None:
                found.setdefault(said.who.zh, place)
        if found:
            yield _finding(kind, list(found.values()))


@dataclass(frozen=True, slots=True)
class _Said:
    """A name that the scope or a benefit goes by (None: one of its sentences), with all its sentences."""

    who: Words
    mention: Mention | None
    span: Span
    sentences: tuple[str, ...]


def _everything(policy: Policy) -> Iterator[_Said]:
    """Yield what the scope and every benefit go by, with each benefit's sentences; then those that encode no payment."""
    for mention in scope_mentions(policy):
        yield _Said(_SCOPE, mention, mention.span, ())
    for benefit in policy.benefits:
        who = Words(f"“{benefit.name}”", f"“{benefit.name}”")
        lines = [(line.value.text, line.span) for line in benefit.quotes if line.value is not None]
        words = tuple(text for text, _ in lines)
        for mention in mentions(policy, benefit):
            yield _Said(who, mention, mention.span, words)
        yield from (_Said(who, None, span, (text,)) for text, span in lines)
    for passage in policy.passages:
        who = Words(f"“{passage.name}”", f"“{passage.name}”") if passage.name else _PASSAGE
        for line in passage.quotes:
            if line.value is not None:
                yield _Said(who, None, line.span, (line.value.text,))


@dataclass(frozen=True, slots=True)
class _Look:
    """The patterns of a kind, for one policy."""

    kind: Kind
    fact: re.Pattern[str]
    text: re.Pattern[str]
    alone: re.Pattern[str]

    def place_of(self, draft: Checked, said: _Said, facts: Mapping[str, Fact]) -> _Place | None:
        """Return the place where this is of the kind; None where it is not, or where a text is there and says no such thing."""
        if said.mention is None:
            match = self.alone.search(said.sentences[0])
            return None if match is None else _Place(said.who, said.span, _around(said.sentences[0], match))
        name = said.mention.name
        if not self.kind.fact or said.mention.role not in self.kind.roles or not self.fact.search(name):
            return None
        known = facts.get(name)
        counted = known is not None and known.type.kind in ("money", "rate")
        if re.search(self.kind.apart, name) or (self.kind.measured and not counted):
            return None
        sentence = self._sentence(draft, said)
        return None if sentence is None else _Place(said.who, said.span, sentence)

    def _sentence(self, draft: Checked, said: _Said) -> str | None:
        """Return the sentence that says it, the benefit's own first; "" without a text, None where none does."""
        rest = [quote.text for quote, _ in quotes(draft.policy)]
        if draft.official is not None:
            rest.extend(draft.official.text.splitlines())
        for texts in (said.sentences, rest):
            found = [_around(text, match) for text in texts for match in islice(self.text.finditer(text), _MOST)]
            if found:
                name = said.mention.name if said.mention else ""
                return max(found, key=lambda sentence: sum(pair in sentence for pair in _pairs(name)))
        return None if said.sentences or rest else ""


def _pairs(name: str) -> set[str]:
    return {name[at : at + 2] for at in range(len(name) - 1)}


def _around(text: str, match: re.Match[str]) -> str:
    """Return the sentence around a match, cut where it is long."""
    start = max(text.rfind(mark, 0, match.start()) for mark in "。；;\n") + 1
    ends = [at for mark in "。；;\n" if (at := text.find(mark, match.end())) >= 0]
    end = min(ends, default=len(text))
    if end - start <= _LONG:
        return text[start:end].strip()
    left = max(start, match.start() - _LONG // 2)
    right = min(end, match.end() + _LONG // 2)
    return ("…" if left > start else "") + text[left:right].strip() + ("…" if right < end else "")


def _finding(kind: Kind, found: list[_Place]) -> Diagnostic:
    first, *others = found
    related = tuple(Label(place.span, place.who) for place in others[:_SHOWN] if place.span != first.span)
    sentences = dict.fromkeys(place.sentence for place in found if place.sentence)
    notes = (
        *(_SENTENCE.fill(text=sentence) for sentence in list(sentences)[:_SHOWN]),
        *(article.words for article in kind.articles),
    )
    who = _AND_MORE.fill(who=first.who, count=str(len(found)), more=str(len(others))) if others else first.who
    return RULE.at(
        first.span, related=related, notes=notes, help=(_HELP.fill(neutral=kind.neutral),), who=who, what=kind.what
    )


def _local(name: str) -> str:
    """Return a pattern of the words that mean *here* in a policy of this name."""
    match = _PLACE.match(name)
    if match is None:
        return _HERE
    place = match[1]
    near = "" if place[0] in _COMMON else f"|[在驻]{place[0]}(?!{place[1:]})"
    return f"{_HERE}|{place}{near}"
