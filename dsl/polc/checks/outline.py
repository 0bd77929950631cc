"""The shape of an official text: its title, its chapters, its clauses, and what stands before them.

Chapters and clauses are found by how their numbers are written, whatever the document uses: 第一章 and 第一条; 一、 and （一）;
一、 and 1.; or one kind of number alone. Numbers deeper than a clause's belong to its text. A text whose clauses follow
one another within a line is read where it has no number at the beginning of any.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache

from polc.model.numbering import Counting, label
from polc.syntax.numerals import LETTERS, number_of
from polc.text import Source, Span

_BEGIN = r"^[ \t\u3000]*"
_STYLES: dict[str, re.Pattern[str]] = {
    "chapter": re.compile(rf"{_BEGIN}(?P<number>第[{LETTERS}0-9０-９]{{1,5}}[章节])[ \t\u3000]*", re.MULTILINE),
    "article": re.compile(rf"{_BEGIN}(?P<number>第[{LETTERS}0-9０-９]{{1,5}}条)[ \t\u3000]*", re.MULTILINE),
    "han": re.compile(rf"{_BEGIN}(?P<number>[{LETTERS}]{{1,5}})、[ \t\u3000]*", re.MULTILINE),
    "bracket": re.compile(rf"{_BEGIN}(?P<number>[（(][{LETTERS}]{{1,5}}[)）])[ \t\u3000]*", re.MULTILINE),
    "digit": re.compile(rf"{_BEGIN}(?P<number>[0-9０-９]{{1,3}})[.．、](?![0-9０-９])[ \t\u3000]*", re.MULTILINE),
}
_INLINE = re.compile(rf"(?<=[。；;〕）)\]])[ \t\u3000]*(?P<number>[（(][{LETTERS}]{{1,5}}[)）])")
_KIND = "措施|政策|办法|意见|规定|细则|方案|条例|规划|计划"
_TITLE = re.compile(rf"^(?=.{{2,80}}$).*(?:{_KIND})[ \t]*(?:[（(][^（()）]{{1,12}}[)）])?$")
_NAMED = re.compile(rf"《([^《》\n]{{2,80}}(?:{_KIND})(?:[（(][^（()）]{{1,12}}[)）])?)》")


@dataclass(frozen=True, slots=True)
class Heading:
    """A chapter or a clause: its number as written, what it stands for, and where it stands from number to end."""

    number: str
    ordinal: int | None
    span: Span
    text: Span  # without the number


@dataclass(frozen=True, slots=True)
class Outline:
    """The title and what else stands before the first number, then chapters and clauses, each in order."""

    title: Span | None
    preamble: tuple[Span, ...]
    chapters: tuple[Heading, ...]
    clauses: tuple[Heading, ...]

    def chapter_of(self, clause: Heading) -> Heading | None:
        """Return the chapter that a clause stands in, or None."""
        before = [chapter for chapter in self.chapters if chapter.span.start <= clause.span.start]
        return before[-1] if before else None

    def run_of(self, clause: Heading) -> int:
        """Return how often the numbers have begun again before a clause (附则 counts from 1)."""
        counting = Counting()
        for each in self.clauses:
            run = counting.run(self._chapter(each), each.ordinal)
            if each is clause:
                return run
        return 0

    def path_of(self, clause: Heading) -> str:
        """Return the number of a clause, with its chapter where the numbers have begun again: 附则/1."""
        chapter = self._chapter(clause)
        return f"{label(chapter)}/{clause.number}" if self.run_of(clause) else clause.number

    def _chapter(self, clause: Heading) -> str:
        chapter = self.chapter_of(clause)
        return f"{chapter.number} {chapter.text.text.strip()}" if chapter else ""


@lru_cache(maxsize=32)
def outline(source: Source) -> Outline:
    """Return the outline of a text; it has no clauses where nothing in it is numbered."""
    found = {style: list(pattern.finditer(source.text)) for style, pattern in _STYLES.items()}
    upper, lower = _levels(found)
    clause_marks = found[lower] if lower else list(_sequence(source.text))
    chapter_marks = found[upper] if upper else []
    marks = [*((match, False) for match in clause_marks), *((match, True) for match in chapter_marks)]
    marks.sort(key=lambda mark: mark[0].start("number"))
    chapters: list[Heading] = []
    clauses: list[Heading] = []
    for place, (match, is_chapter) in enumerate(marks):
        end = marks[place + 1][0].start("number") if place + 1 < len(marks) else len(source.text)
        (chapters if is_chapter else clauses).append(_heading(source, match, end))
    first = marks[0][0].start("number") if marks else len(source.text)
    lines = [source.span(*line.span()) for line in re.finditer(r"[^\s][^\n\r]*", source.text[:first])]
    title = _title(source, lines)
    return Outline(title, tuple(line for line in lines if line != title), tuple(chapters), tuple(clauses))


def _levels(found: dict[str, list[re.Match[str]]]) -> tuple[str | None, str | None]:
    """Return the kinds of number that chapters and clauses have."""
    if found["article"]:
        return ("chapter" if found["chapter"] else None), "article"
    used = [style for style in ("han", "bracket", "digit") if found[style]]
    used.sort(key=lambda style: found[style][0].start("number"))
    if not used:
        return None, None
    if used[0] == "han" and len(used) > 1:
        return "han", used[1]
    return ("chapter" if found["chapter"] else None), used[0]


def _sequence(text: str) -> Iterator[re.Match[str]]:
    """Yield the numbers within lines that count on from （一） without a gap."""
    due = 1
    for match in _INLINE.finditer(text):
        if number_of(match["number"].strip("（）()")) == due:
            due += 1
            yield match


def _heading(source: Source, match: re.Match[str], end: int) -> Heading:
    number = match["number"]
    start = match.start("number")
    whole = source.text[start:end].rstrip()
    inside = min(match.end(), start + len(whole))
    ordinal = number_of(number.strip("（）()第条章节"))
    return Heading(number, ordinal, source.span(start, start + len(whole)), source.span(inside, start + len(whole)))


def _title(source: Source, lines: list[Span]) -> Span | None:
    """Return the last line before the first number that reads like a title, else a title named in 《》."""
    for line in reversed(lines):
        if _TITLE.match(line.text.strip()):
            return line
    for line in lines:
        named = _NAMED.search(line.text)
        if named:
            return source.span(line.start + named.start(1), line.start + named.end(1))
    return None
