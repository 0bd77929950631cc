"""A comparison for a person at a terminal: calm, the gravest first, both places of every line that changed."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence

from polc.diagnostics import Words
from polc.diagnostics.paint import Ink, Paint
from polc.diagnostics.words import Language
from polc.readers.prose.wrapping import cells, wrap
from polc.text import Span
from polc.workspace.diff import telling
from polc.workspace.diff.found import Case, Change, Compared, PartChange, Payment, Section, Weight

_INK = {Weight.LOSES: Ink.ERROR, Weight.UNDECIDED: Ink.WARNING, Weight.GAINS: Ink.IN, Weight.OTHERWISE: Ink.NOTE}
_QUIET = ("exhort", "refer", "open", "subject", "define", "external", "rule", "pool", "require", "doubt")
"""Parts that no verdict is told of."""
_GUTTER = 4


def as_text(
    found: Sequence[Compared],
    language: Language,
    *,
    colour: bool = False,
    width: int = 100,
    shown: Callable[[str], str] = str,
) -> str:
    """Return comparisons, ``width`` cells wide. ``shown`` says how a path is to be called."""
    writer = _Writer(language, Paint(colour), width, shown)
    told, idle = telling.apart(found)
    texts = ["\n".join(writer.compared(each)).rstrip("\n") + "\n" for each in told]
    if idle:
        texts.append("\n".join(writer.paragraph(telling.unchanged(idle).in_(language), "")) + "\n")
    return "\n".join(texts)


class _Writer:
    """Comparisons being written in one language."""

    def __init__(self, language: Language, paint: Paint, width: int, shown: Callable[[str], str]) -> None:
        self.language = language
        self.paint = paint
        self.width = width
        self.shown = shown

    def say(self, words: Words) -> str:
        """Return words in the writer's language."""
        return words.in_(self.language)

    def compared(self, found: Compared) -> Iterator[str]:
        """Yield one comparison."""
        yield self.paint(Ink.STRONG, found.new_title or found.old_title)
        for mark, path, title in (("−", found.old_path, found.old_title), ("+", found.new_path, found.new_title)):
            if not path:
                continue
            named = f"  {title}" if found.old_title != found.new_title and title else ""
            yield self.paint(Ink.OUT if mark == "−" else Ink.IN, f"{mark} ") + self.shown(path) + named
        changed = [section for section in found.sections if section.weight < Weight.SAME]
        if not changed and not found.payments:
            yield self.say(telling.whole(found))
            return
        yield self.say(telling.counts(found))
        for subject, old, new in found.renamed:
            words = Words(f"{subject}的“{old}”改叫“{new}”", f"“{old}” of {subject} is now called “{new}”")
            yield self.say(words) + self.paint(Ink.SECOND, self.say(_NOT_SO).replace("#", old))
        for section in sorted(changed, key=lambda each: each.weight):
            if section.weight < Weight.MOVED or telling.carries(section):
                yield ""
                yield from self.section(section)
        moved = telling.renumbered(changed)
        if moved is not None:
            yield ""
            yield from self.paragraph(self.say(moved), "")
        if found.payments:
            yield ""
        for payment in found.payments:
            yield from self.payment(payment, (True, True), "")
        if _proves(found):
            yield ""
            yield from self.paragraph(self.paint(Ink.SECOND, self.say(_FOOT)), "")

    def section(self, section: Section) -> Iterator[str]:
        """Yield a clause."""
        yield self.paint(Ink.STRONG, self.say(telling.title(section)))
        yield from self.changes(section.changes, "  ")
        for note in section.notes:
            yield from self.paragraph(self.say(note), "  ")
        for part in sorted(section.parts, key=lambda each: each.weight):
            if part.weight < Weight.SAME or telling.still(part):
                yield from self.part(part)
        for payment in section.payments:
            yield from self.payment(payment, (True, True), "  ")

    def part(self, part: PartChange) -> Iterator[str]:
        """Yield a benefit, group …: what became of it, its lines, its cases, its notes."""
        there = (part.old is not None, part.new is not None)
        title = self.say(telling.part_title(part))
        main = part.payments[0] if part.payments else None
        colon = "：" if self.language == "zh" else ": "
        if main is not None:
            said = self.paint(_INK.get(part.weight, Ink.PLAIN), self.say(telling.verdict(main, there=there)))
            yield f"  {title}{colon}{said}"
        elif there != (True, True):
            yield f"  {title}{colon}{self.say(telling.gone(part))}"
        else:
            yield f"  {title}"
        yield from self.changes(part.changes, "    ", brief=there != (True, True))
        for payment in part.payments:
            if payment.reading is not None:
                yield f"    {self.say(payment.reading)}{colon}{self.say(telling.verdict(payment))}"
            yield from self.cases(payment, "      " if payment.reading else "    ")
        for words in (*part.settled, *telling.notes(part), *([part.hint] if part.hint else [])):
            yield from self.paragraph(self.say(words), "    ")

    def payment(self, payment: Payment, there: tuple[bool, bool], indent: str) -> Iterator[str]:
        """Yield what several parts come to together."""
        names = "、".join(payment.about) if self.language == "zh" else ", ".join(payment.about)
        head = self.say(_TOGETHER if payment.reading is None else _FOR_ONE.fill(what=payment.reading))
        head = head.replace("#", names)
        said = self.say(telling.verdict(payment, there=there))
        yield f"{indent}{head}{self.paint(_INK.get(payment.weight, Ink.PLAIN), said)}"
        yield from self.cases(payment, indent + "  ")

    def cases(self, payment: Payment, indent: str) -> Iterator[str]:
        """Yield the least cases of a payment."""
        for ink, head, case in (
            (Ink.OUT, _LESS, payment.loses),
            (Ink.IN, _MORE, payment.gains),
            (Ink.NOTE, _ELSE, payment.other),
        ):
            if case is not None:
                yield from self.case(case, ink, self.say(head), indent)

        for side, case in payment.levels:
            yield from self.case(case, Ink.OUT if side == "old" else Ink.IN, self.say(_LEVEL[side]), indent)

    def case(self, case: Case, ink: Ink, head: str, indent: str) -> Iterator[str]:
        """Yield one case: its facts, and what both versions come to."""
        gap = " " * (cells(head) + 2)
        lines = wrap(self.say(telling.facts(case)), self.width - len(indent) - len(gap))
        yield f"{indent}{self.paint(ink, head)}  {lines[0]}"
        yield from (f"{indent}{gap}{line}" for line in lines[1:])
        yield f"{indent}{gap}{self.paint(Ink.STRONG, self.say(telling.outcome(case)))}"

    def changes(self, changes: Sequence[Change], indent: str, *, brief: bool = False) -> Iterator[str]:
        """Yield lines that changed, the old above the new; of a part that only one version has, ``brief``."""
        within = ""
        for change in changes:
            if brief and (change.keyword in ("quote", "doubt", "reading") or change.within):
                continue
            if change.within != within:
                within = change.within
                if within:
                    yield f"{indent}{self.paint(Ink.SECOND, within)}"
            inner = indent + ("  " if within else "")
            old, new = _one_line(change.old), _one_line(change.new)
            if telling.is_long(change):
                old, new = telling.parting(old, new)
                key = self.say(telling.keyword(change.keyword))
                old, new = (text if text.startswith(key) else f"{key} {text}" for text in (old, new))
            if change.old is not None:
                yield from self.line("−", Ink.OUT, old, change.old, inner)
            if change.new is not None:
                yield from self.line("+", Ink.IN, new, change.new, inner)

    def line(self, mark: str, ink: Ink, text: str, span: Span, indent: str) -> Iterator[str]:
        """Yield one line of a version with its place."""
        place = f"{self.shown(span.source.path)}:{span.begin.line}"
        room = self.width - len(indent) - 2
        folded = wrap(text, max(20, room))
        for number, piece in enumerate(folded):
            yield f"{indent}{self.paint(ink, (mark if not number else ' ') + ' ' + piece)}" + (
                f"  {self.paint(Ink.SECOND, place)}" if number == len(folded) - 1 else ""
            )

    def paragraph(self, text: str, indent: str) -> Iterator[str]:
        """Yield a paragraph."""
        for line in wrap(text, self.width - len(indent)):
            yield indent + line


def _one_line(span: Span | None) -> str:
    return " ".join(span.text.split()) if span else ""


def _proves(found: Compared) -> bool:
    payments = [*found.payments, *(p for s in found.sections for p in s.payments),
                *(p for s in found.sections for part in s.parts for p in part.payments)]  # fmt: skip
    return any(payment.nobody or payment.proof == "solver" for payment in payments)


_LESS = Words("少得", "less")
_MORE = Words("多得", "more")
_ELSE = Words("不同", "otherwise")
_LEVEL = {
    "old": Words("只有原版有这一级", "a level of the old alone"),
    "new": Words("只有新版有这一级", "a level of the new alone"),
}
_TOGETHER = Words("#，合起来：", "#, together: ")
_FOR_ONE = Words("{what}，以“#”为例：", "{what}; take “#”: ")
_NOT_SO = Words("（不是改名的，加 --apart #）", " (if it is not the same, add --apart #)")
_FOOT = Words(
    "“给得一样”“没有人”都证明过：不论以前领过多少，项目、合同一类的每种至多 6 个；"
    "政策都按正在施行、申请人都按在适用范围内。",
    "“the same” and “nobody” are proved: whatever was received before, for at most 6 items of a kind, with the policy "
    "in force and the applicant within its scope.",
)
