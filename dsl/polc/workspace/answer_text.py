"""An answer for a person: per benefit the award, then each step with its formula, its numbers and the sentence."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from polc.diagnostics import Words
from polc.diagnostics.words import Language
from polc.model.policy import Terms
from polc.readers.evaluate import Interval
from polc.readers.prose import figures
from polc.readers.prose.wrapping import cells, wrap
from polc.runs.answer import Answer, Part_
from polc.runs.assumed import SCOPE
from polc.runs.computation import own_words, result_words
from polc.runs.expected import shorts
from polc.workspace.answer_steps import CAPS, explained, quotes
from polc.workspace.calendar_text import payments, told_with

_KIND = {"benefit": Words("应得", "award"), "group": Words("合计", "total"), "requirement": Words("结论", "verdict")}
_WIDTH = 96
_MANY = 3  # parts, from which an overview helps
_MODES = {
    "add": Words("叠加", "added up"),
    "highest": Words("就高", "the highest"),
    "choose": Words("择一", "one chosen"),
    "replace": Words("替代", "one in place of others"),
}


def as_text(answer: Answer, language: Language, *, colour: bool, only: bool = False) -> str:
    """Return the whole answer; ``only`` leaves out the list of what was not asked about."""
    return "\n".join(_Writer(answer, language, colour=colour).whole(only=only)).rstrip("\n") + "\n"


def in_tree(parts: Iterable[Part_]) -> Iterator[tuple[int, Part_]]:
    """Yield the parts with how deep they stand: a group, then its members one deeper."""
    every = {part.part.name: part for part in parts}
    inside = {name for part in every.values() for name in part.plan.members}

    def below(part: Part_, depth: int) -> Iterator[tuple[int, Part_]]:
        yield depth, part
        for name in part.plan.members:
            if name in every:
                yield from below(every[name], depth + 1)

    for name, part in every.items():
        if name not in inside:
            yield from below(part, 0)


class _Writer:
    """One answer being written in one language."""

    def __init__(self, answer: Answer, language: Language, *, colour: bool) -> None:
        self.answer = answer
        self.language = language
        self.colour = colour
        self.within: dict[str, str] = {}  # a benefit whose payments are told with its group
        self.silent_groups: frozenset[str] = frozenset()  # groups whose payments their members tell

    def say(self, zh: str, en: str) -> str:
        """Return the words in the writer's language."""
        return zh if self.language == "zh" else en

    def strong(self, text: str) -> str:
        """Return the text in bold where there is colour."""
        return f"\x1b[1m{text}\x1b[0m" if self.colour else text

    def listed(self, names: Iterable[str]) -> str:
        """Return names in a row."""
        return self.say("、", ", ").join(names)

    def whole(self, *, only: bool) -> Iterator[str]:
        """Yield every line of the answer."""
        answer = self.answer
        day = figures.day(answer.day).in_(self.language)
        yield self.strong(answer.lowered.policy.name)
        yield self.say(f"按 {day} 计算", f"as of {day}")
        for said in answer.standing:
            yield from wrap(said.words.in_(self.language), _WIDTH)
        chosen = [f"{doubt}={reading}" for doubt, reading in answer.lowered.selection.items()]
        if chosen:
            yield self.say("采用的读法：", "readings chosen: ") + self.listed(chosen)
        yield ""
        shown = answer.parts if only else [p for p in answer.asked if not (p.plan.kind == "group" and p.missing)]
        self.within, self.silent_groups = told_with(shown)
        if len(shown) >= _MANY:
            yield from self.overview(shown)
            yield ""
        for part in shown:
            yield from self.part(part)
            yield ""
        if not shown:
            yield self.say("告诉的事实里，没有哪一项奖补用得上。", "no benefit needs any of the facts that were told.")
        silent = [] if only else [part for part in answer.silent if part.plan.kind == "benefit"]
        if silent:
            yield from self.not_asked(silent)

    def overview(self, shown: list[Part_]) -> Iterator[str]:
        """Yield what it all comes to: a line a part, each under the group that it is in."""
        rows = list(in_tree(shown))
        heads = ["  " * (depth + 1) + self.brief(part) for depth, part in rows]
        room = max(cells(head) for head in heads) + 2
        yield self.strong(self.say("一览", "overview"))
        for head, (_, part) in zip(heads, rows, strict=True):
            capped = any(line.stage in CAPS and line.text and line.applies and not line.item for line in part.lines)
            cut = self.say("（触及上限）", " (cut by a cap)") if capped else ""
            yield head + " " * (room - cells(head)) + self.result(part) + cut

    def brief(self, part: Part_) -> str:
        """Return a part in a few words: a benefit with its clause, a group with how it combines."""
        if part.plan.kind != "group":
            return f"{part.part.clause} {part.part.name}"
        how = part.part.terms(self.answer.lowered.selection).how
        mode = _MODES[how.value.mode] if how and how.value else _MODES["add"]
        return part.part.name + self.say(f"（{mode.zh}）", f" ({mode.en})")

    def not_asked(self, silent: list[Part_]) -> Iterator[str]:
        """Yield the list of the benefits about which nothing was told."""
        names = self.listed(f"{part.part.clause}{part.part.name}" for part in silent)
        head = self.say(
            f"另有 {len(silent)} 项奖补没有告诉它们需要的事实：",
            f"{len(silent)} more benefits need facts that were not told: ",
        )
        yield from wrap(head + names, _WIDTH)

    def part(self, part: Part_) -> Iterator[str]:
        """Yield the answer for one benefit, group or requirement."""
        clause = self.answer.lowered.policy.clause(part.part.clause)
        title = f"{part.part.clause} {clause.title} · " if clause else ""
        lead = self.say("　牵头：", "  lead: ") + self.listed(clause.lead) if clause and clause.lead else ""
        yield self.strong(f"{title}{part.part.name}") + lead
        label = _KIND[part.plan.kind].in_(self.language) + self.say("：", ": ")
        yield f"  {label}{self.strong(self.result(part))}"
        if part.missing:
            yield from self.field(self.say("还缺", "needed"), self.listed(shorts(part.missing)))
            for follow in part.follows:
                yield f"      {self.say('若', 'if')} {follow.if_.in_(self.language)} → {follow.then.in_(self.language)}"
            told = [self.say(f"{fact} 最多 {most.zh}", f"{fact} at most {most.en}") for fact, most in part.limits]
            if told:
                yield from self.field(self.say("限额", "limits"), self.say("；", "; ").join(told))
        for number, quote in enumerate(quotes(self.answer.lowered, part.part)):
            yield from self.field(self.say("原文", "text") if number == 0 else "", f"“{quote}”")
        for row in explained(self.answer.lowered, part, self.language):
            yield from [f"  {row.text}"] if row.head else self.field(row.label, row.text)
        terms = part.part.terms(self.answer.lowered.selection)
        if part.shares and terms.share is not None:
            text = own_words((terms.share.span,)) + self.say("：", ": ") + self.shared(part)
            yield from self.field(self.say("分摊", "shares"), text)
        yield from self.paid_out(part, terms)
        uncounted = [p.words.in_(self.language) for p in part.presumed if p.kind == "calendar"]
        if part.missing and uncounted:
            yield from self.field(self.say("日历", "calendar"), self.say("；", "; ").join(uncounted))
        quiet = ("items", "calendar", "expiry", SCOPE.kind)
        presumed = [p.words.in_(self.language) for p in part.presumed if p.kind not in quiet]
        if presumed:
            yield from self.field(self.say("推定", "presumed"), self.say("；", "; ").join(presumed))
        for number, reading in enumerate(part.readings):
            text = reading.if_.in_(self.language) + self.say("：", ": ") + reading.then.in_(self.language)
            yield from self.field(self.say("疑义", "doubts") if number == 0 else "", text)

    def shared(self, part: Part_) -> str:
        """Return each member's share of what a joint cap left."""
        each = (f"{one.member} {figures.amount(one.share).in_(self.language)}" for one in part.shares)
        value = part.result.value
        ranged = isinstance(value, Interval) and value.low != value.high
        tail = self.say("（各项按最高额核定）", " (each granted at the upper end)") if ranged else ""
        return self.listed(each) + tail

    def paid_out(self, part: Part_, terms: Terms) -> Iterator[str]:
        """Yield how an award is paid: when, what stops it, what it is for, the pool it comes from."""
        value = part.result.value
        due = isinstance(value, Interval) and value.high
        group = self.within.get(part.part.name)
        told = payments(part, terms, self.language, _WIDTH - self.room, group)
        for label, text in told if part.part.name not in self.silent_groups else ():
            yield f"  {label}" + " " * (self.room - 2 - cells(label)) + text
        if terms.quota and terms.quota.value and due:
            shared = self.say("；在全部申请人之间分，这里不算", "; shared among all applicants, not computed here")
            yield from self.field(self.say("名额", "quota"), own_words((terms.quota.span,)) + shared)
        if terms.use and terms.use.value and due:
            yield from self.field(self.say("用途", "use"), terms.use.value.text)
        if terms.from_pool and due:
            yield from self.field(self.say("出自", "pool"), self.pool(terms))

    def pool(self, terms: Terms) -> str:
        """Return the pool an award comes from: its size, and what happens when it is spent."""
        name = terms.from_pool.value.text if terms.from_pool and terms.from_pool.value else ""
        pool = next((p for p in self.answer.lowered.policy.pools if p.name == name), None)
        if pool is None:
            return name
        size = pool.span.source.line_text(pool.span.begin.line).partition("：")[2].strip()
        excess = pool.base.excess
        silent = excess is not None and excess.silent and excess.value is None
        tail = (
            self.say("；用完之后怎么办，原文没有写", "; the text does not say what happens when it is spent")
            if silent
            else ""
        )
        return f"{name}{self.say('，', ', ')}{size}{tail}" if size else f"{name}{tail}"

    def field(self, label: str, text: str) -> Iterator[str]:
        """Yield a label with its text, wrapped behind it."""
        head = f"  {label}" + " " * (self.room - 2 - cells(label))
        for number, line in enumerate(wrap(text, _WIDTH - self.room)):
            yield (head if number == 0 else " " * self.room) + line

    @property
    def room(self) -> int:
        """How many cells stand before a text."""
        return 12 if self.language == "zh" else 14

    def result(self, part: Part_) -> str:
        """Return the result of a part."""
        if part.plan.kind == "requirement" and isinstance(part.result.value, bool):
            return self.say("符合", "meets") if part.result.value else self.say("不符合", "does not meet")
        return result_words(part.result).in_(self.language)
