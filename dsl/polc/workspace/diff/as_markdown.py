"""A comparison as Markdown for a comment on a merge request: a table of verdicts, then each clause folded away.

Guarantee: no text of a policy can end a table, a fence or a fold, or be read as markup.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Sequence

from polc.diagnostics import Words
from polc.diagnostics.words import Language
from polc.text import Span
from polc.workspace.diff import telling
from polc.workspace.diff.found import Change, Compared, PartChange, Payment, Section, Weight

_SIGN = {
    Weight.LOSES: Words("少得", "less"),
    Weight.UNDECIDED: Words("没有定", "not decided"),
    Weight.GAINS: Words("多得", "more"),
    Weight.OTHERWISE: Words("不同", "otherwise"),
    Weight.WRITTEN: Words("改写法", "rewritten"),
    Weight.MOVED: Words("换条号", "renumbered"),
}
_HEAD = Words("| | 哪里 | 给付 | 最小的情形 | 原 → 新 |", "| | where | payment | least case | old → new |")
_MARKUP = re.compile(r"([\\`*_{}\[\]<>#|~&])")


def as_markdown(found: Sequence[Compared], language: Language, *, shown: Callable[[str], str] = str) -> str:
    """Return comparisons as Markdown. ``shown`` says how a path is to be called."""
    writer = _Writer(language, shown)
    told, idle = telling.apart(found)
    texts = ["\n".join(writer.compared(each)).rstrip() for each in told]
    if idle:
        texts.append(writer.say(telling.unchanged(idle)))
    return "\n\n".join(texts) + "\n"


class _Writer:
    """Comparisons being written in one language."""

    def __init__(self, language: Language, shown: Callable[[str], str]) -> None:
        self.language = language
        self.shown = shown

    def say(self, words: Words) -> str:
        """Return words in the writer's language, none of them markup."""
        return _MARKUP.sub(r"\\\1", words.in_(self.language))

    def compared(self, found: Compared) -> Iterator[str]:
        """Yield one comparison."""
        yield f"### {_plain(found.new_title or found.old_title)}"
        yield ""
        sides = [self.shown(path) for path in (found.old_path, found.new_path) if path]
        yield " → ".join(f"`{side}`" for side in sides)
        yield ""
        changed = sorted((s for s in found.sections if s.weight < Weight.SAME), key=lambda each: each.weight)
        if not changed:
            yield self.say(telling.whole(found))
            return
        yield self.say(telling.counts(found))
        yield ""
        rows = [row for section in changed for row in self.rows(section)]
        rows += [row for each in found.payments for row in self.row(self.named(each), each, (True, True))]
        if rows:
            yield _HEAD.in_(self.language)
            yield "|---|---|---|---|---|"
            yield from rows
            yield ""
        for section in changed:
            yield from self.section(section)
        moved = telling.renumbered(changed)
        if moved is not None:
            yield self.say(moved)

    def rows(self, section: Section) -> Iterator[str]:
        """Yield a line of the table for every case of a clause."""
        title = self.say(telling.title(section))
        for part in sorted(section.parts, key=lambda each: each.weight):
            if part.weight >= Weight.WRITTEN:
                continue
            there = (part.old is not None, part.new is not None)
            for payment in part.payments:
                yield from self.row(f"{title}<br>{self.named(payment)}", payment, there)
            if not part.payments:
                where = f"{title}<br>{_plain(part.name)}"
                yield f"| {self.say(_SIGN[part.weight])} | {where} | {self.say(telling.gone(part))} | | |"
        for payment in section.payments:
            yield from self.row(f"{title}<br>{self.named(payment)}", payment, (True, True))

    def named(self, payment: Payment) -> str:
        """Return what a payment is of, and what else is asked about."""
        names = _plain("、".join(payment.about))
        return names if payment.reading is None else f"{names}<br>{self.say(payment.reading)}"

    def row(self, where: str, payment: Payment, there: tuple[bool, bool]) -> Iterator[str]:
        """Yield a line of the table for every case of a payment."""
        verdict = self.say(telling.verdict(payment, there=there))
        cases = [
            (sign, case)
            for sign, case in (
                (Weight.LOSES, payment.loses),
                (Weight.GAINS, payment.gains),
                (Weight.OTHERWISE, payment.other),
            )
            if case is not None
        ]
        cases += [(Weight.LOSES if side == "old" else Weight.GAINS, case) for side, case in payment.levels]
        if not cases:
            yield f"| {self.say(_SIGN[payment.weight])} | {where} | {verdict} | | |"
        for sign, case in cases:
            told = f"{self.say(telling.facts(case))} | {self.say(telling.outcome(case))}"
            yield f"| **{self.say(_SIGN[sign])}** | {where} | {verdict} | {told} |"

    def section(self, section: Section) -> Iterator[str]:
        """Yield a clause: the lines that changed as a diff, folded away."""
        lines = [*self.lines(section.changes), *(line for part in section.parts for line in self.part(part))]
        notes = [f"- {self.say(note)}" for note in section.notes]
        colon = "：" if self.language == "zh" else ": "
        for part in section.parts:
            notes += [f"- {_plain(part.name)}{colon}{self.say(told)}" for told in (*part.settled, *telling.notes(part))]
        title = _html(telling.title(section).in_(self.language))
        if not lines and not notes:
            return
        yield f"<details><summary>{title}</summary>"
        yield ""
        if lines:
            fence = "`" * max(3, 1 + max((len(run) for line in lines for run in re.findall(r"`+", line)), default=0))
            yield f"{fence}diff"
            yield from lines
            yield fence
            yield ""
        yield from notes
        yield ""
        yield "</details>"
        yield ""

    def part(self, part: PartChange) -> Iterator[str]:
        """Yield the lines of a part."""
        if part.weight < Weight.SAME and part.changes:
            yield f"  {telling.part_title(part).in_(self.language)}"
            yield from self.lines(part.changes)

    def lines(self, changes: Sequence[Change]) -> Iterator[str]:
        """Yield lines that changed, as a diff."""
        for change in changes:
            for mark, span in (("-", change.old), ("+", change.new)):
                if span is not None:
                    yield f"{mark} {_one_line(span)}"


def _one_line(span: Span) -> str:
    return " ".join(span.text.split())


def _plain(text: str) -> str:
    return _MARKUP.sub(r"\\\1", text)


def _html(text: str) -> str:
    return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;")
