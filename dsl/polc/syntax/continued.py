"""Lines that go on with the line above: conditions listed below ``条件：``, or one that breaks off after 且.

Guarantee: however many lines go on, one finding tells of them; each is read where it can be, so that nothing behind
them is misread.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field

from polc.diagnostics import Diagnostic, Edit, Fix, Words
from polc.errors.missing_value import missing_value
from polc.errors.written_otherwise import written_otherwise
from polc.syntax.keywords import LineWord
from polc.syntax.lexis import Token
from polc.syntax.lines import WordLine
from polc.syntax.phrases import declared
from polc.text import Span

LISTED = frozenset(("when", "except", "must"))
"""Lines of which there may be several, one condition each."""
_BULLETS = frozenset(("·", "•", "●", "*", "-", "—", "①", "②", "③", "④", "⑤", "⑥", "⑦", "⑧", "⑨"))
_STOPS = frozenset(("；", ";", "。", "，", ",", "、"))
_ORDINALS = frozenset("一二三四五六七八九十")
_ONE_A_LINE = Words(
    "一个条件写一行，每行前面都写“{keyword}：”",
    "one condition a line, each with “{keyword}:” before it",
)
_IN_ONE = Words("一个条件写在一行里", "a condition stands in one line")
_JOIN = Words("和下一行接起来", "join it with the next line")
_PUT = Words("每一行前面写上“{keyword}：”", "put “{keyword}:” before each line")


@dataclass
class Continued:
    """A line of conditions, and the lines that go on with it.

    ``value`` is what it says itself: nothing yet, something that breaks off after 且, or a whole condition.
    """

    row: LineWord
    keyword: Token
    line: WordLine
    value: Sequence[Token]
    at: int  # which of the findings tells of it, if any does
    edits: list[Edit] = field(default_factory=list)

    def takes(self, line: WordLine) -> Sequence[Token]:
        """Return the words of a line that goes on, without number or bullet; none where it does not."""
        if line.column is None or self.line.column is None or line.column <= self.line.column:
            return ()
        words = _unmarked(line.words)
        if any(word.type == "COLON" for word in words) or (self.value and not self._breaks_off and not _tests(words)):
            return ()
        return words

    def tell(self, findings: list[Diagnostic], line: WordLine, words: Sequence[Token]) -> None:
        """Tell of a line that goes on: in the finding that is there for it, else in one of its own."""
        if not self.value:
            findings[self.at] = self._listed(line, words)
        elif self._breaks_off:
            join = Edit(Span(self.keyword.source, self.value[-1].end, words[0].start), " ")
            findings[self.at] = findings[self.at].with_(help=(_IN_ONE,), fixes=(Fix(_JOIN, (join,)),))
        else:
            text = self._written + Span(self.keyword.source, words[0].start, words[-1].end).text
            findings.append(written_otherwise(line.span, line.span.text, text))

    @property
    def _breaks_off(self) -> bool:
        return bool(self.value) and self.value[-1].type in ("AND", "OR")

    @property
    def _written(self) -> str:
        return self.keyword.raw + ("：" if not self.keyword.raw.isascii() else ": ")

    def _listed(self, line: WordLine, words: Sequence[Token]) -> Diagnostic:
        source, written = self.keyword.source, self._written
        indent = source.text[self.line.start : self.line.words[0].start]
        if not self.edits:
            begin = source.position(self.line.start).line
            end = source.line_start(begin + 1) if begin < source.line_count else len(source.text)
            self.edits.append(Edit(Span(source, self.line.start, end), ""))
        self.edits.append(Edit(Span(source, line.start, words[0].start), indent + written))
        if words[-1].end < line.end:
            self.edits.append(Edit(Span(source, words[-1].end, line.end), ""))
        keyword = self.keyword.raw
        fix = Fix(_PUT.fill(keyword=keyword), tuple(self.edits))
        found = missing_value(self.keyword.span, keyword, _ONE_A_LINE.fill(keyword=keyword))
        return found.with_(fixes=(fix,))


def begins(
    row: LineWord, keyword: Token, line: WordLine, value: Sequence[Token], findings: tuple[int, int]
) -> Continued | None:
    """Return what lines below may go on with: a line for conditions, where nothing else is wrong with it.

    ``findings`` are how many there are in all and of this line.
    """
    at, found = findings
    whole = bool(value) and value[-1].type not in ("AND", "OR")
    return Continued(row, keyword, line, value, at) if row.id in LISTED and whole == (found == 0) else None


def _tests(words: Sequence[Token]) -> bool:
    """Whether words are plainly a condition: one that compares or joins, or the name of a fact."""
    if len(words) == 1:
        return words[0].text in declared(words[0].source.text)
    return any(word.type in ("CMP", "EDGE", "AND", "OR", "NOT", "IN") for word in words)


def _unmarked(words: Sequence[Token]) -> Sequence[Token]:
    """Return words without the number or bullet before them and the mark behind."""
    start = 0
    types = [word.type for word in words[:3]]
    if types[::2] == ["LPAREN", "RPAREN"]:
        start = 3
    elif words[0].text in _BULLETS:
        start = 1
    elif len(words) > 1 and (words[0].type == "NUMBER" or words[0].text in _ORDINALS):
        start = 2 if words[1].text in (*_STOPS, ".", "．", ")", "）") else 1 if words[0].raw[-1:] in ".．" else 0
    end = len(words) - 1 if words[-1].text in _STOPS else len(words)
    return words[start:end]
