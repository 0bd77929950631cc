"""Slips of typing that a machine can see in an official text: blanks, widths, dashes, brackets, doubled marks.

Guarantees: what a text does throughout is its style and no slip; of two ways that are mixed the rarer one is the slip.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass

from polc.diagnostics import Words
from polc.text import Source, Span

_HAN = r"\u4e00-\u9fff"
_BLANK = r"[ \t\u3000\u00a0]"


@dataclass(frozen=True, slots=True)
class Slip:
    """One slip: what kind it is, the words around it, and where it stands."""

    kind: Words
    shown: str
    span: Span


_INSIDE = Words("词里有空格", "a blank inside words")
_WIDTH = Words("全角半角混用", "full and half width mixed")
_DASH = Words("一字和连接号混了", "the character 一 and a dash confused")
_RANGE = Words("表示范围的连接号不一样", "ranges with different dashes")
_OPEN = Words("括号、引号、书名号没有配对", "a bracket or quotation mark without its other half")
_TWICE = Words("标点重了", "a mark of punctuation twice")
_LETTER = Words("数字里有字母", "a letter among digits")


def slips(source: Source) -> list[Slip]:
    """Return every slip of a text, kind by kind, each kind in the order of the text."""
    return [
        *_blanks(source),
        *_widths(source),
        *_dashes(source),
        *_ranges(source),
        *_brackets(source),
        *_matched(source, _TWICE, r"[，。；、：,;](?=[，。；、：])|(?<=[，。；、：])[,;]"),
        *_matched(source, _LETTER, r"(?<=[0-9])[OolI](?=[0-9])"),
    ]


def _slip(source: Source, kind: Words, start: int, end: int) -> Slip:
    """Return a slip with a few letters of its line on each side."""
    line = source.span(start, end).begin.line
    first = source.line_start(line)
    last = first + len(source.line_text(line))
    shown = source.text[max(first, start - _NEAR) : min(last, end + _NEAR)].strip()
    return Slip(kind, shown, source.span(start, end))


_NEAR = 4


def _matched(source: Source, kind: Words, pattern: str) -> Iterator[Slip]:
    for match in re.finditer(pattern, source.text):
        yield _slip(source, kind, *match.span())


_WITHIN = re.compile(rf"(?<=[{_HAN}])(?<![号局部委厅办室院会署府社行]){_BLANK}{{1,2}}(?=[{_HAN}])")
"""Behind an office or a document number the next one may stand apart: 教育部 工业和信息化部令第15号."""
_PROSE = 20
"""A line of fewer letters is a heading, a signature or a table, where blanks may be there for looks."""
_APART = re.compile(rf"(?<=[0-9]){_BLANK}{{1,2}}(?=[万亿元家个%％年月日])")
_TOGETHER = re.compile(r"[0-9](?=[万亿元家个%％年月日])")


def _blanks(source: Source) -> Iterator[Slip]:
    """Yield blanks inside words, and between a number and its unit where the text mostly has none."""
    found = [match.span() for match in _WITHIN.finditer(source.text) if _in_prose(source, match)]
    apart = [match.span() for match in _APART.finditer(source.text)]
    if 2 * len(apart) < len(_TOGETHER.findall(source.text)):
        found += apart
    yield from (_slip(source, _INSIDE, *place) for place in sorted(found))


def _in_prose(source: Source, match: re.Match[str]) -> bool:
    """Return whether a blank stands in a line of prose, and not behind the number of a clause."""
    line = source.span(*match.span()).begin.line
    before = source.text[source.line_start(line) : match.start()]
    return len(source.line_text(line)) > _PROSE and not _NUMBER.fullmatch(before)


_NUMBER = re.compile(rf"{_BLANK}*第[^\s]{{1,6}}[章节条款]")
_NEXT = rf"[{_HAN}“”‘’《》〈〉〔〕]"
_MARKS = (
    (rf"(?<={_NEXT})，|，(?={_NEXT})", rf"(?<={_NEXT}),|,(?={_NEXT})"),
    (rf"(?<={_NEXT})；|；(?={_NEXT})", rf"(?<={_NEXT});|;(?={_NEXT})"),
    (rf"(?<={_NEXT})：|：(?={_NEXT})", rf"(?<={_NEXT}):|:(?={_NEXT})"),
    (rf"（(?=[^（()）\n]{{0,60}}{_NEXT})", rf"\((?=[^（()）\n]{{0,60}}{_NEXT})"),
    (rf"(?<={_NEXT})）", rf"(?<={_NEXT})\)"),
    (r"％", r"%"),
    (r"[０-９]+", r"[0-9]+"),
    (r"[Ａ-Ｚａ-ｚ]+", r"[A-Za-z]+"),
)


def _widths(source: Source) -> Iterator[Slip]:
    """Yield the rarer width of every mark, figure and letter that a text has in both."""
    found: list[tuple[int, int]] = []
    for full, half in _MARKS:
        wide = [match.span() for match in re.finditer(full, source.text)]
        narrow = [match.span() for match in re.finditer(half, source.text)]
        if wide and narrow:
            found += narrow if len(narrow) <= len(wide) else wide
    places: list[tuple[int, int]] = []
    for start, end in sorted(found):  # both halves of one bracket are one place
        if places and start - places[-1][1] < _NEAR:
            places[-1] = (places[-1][0], end)
        else:
            places.append((start, end))
    yield from (_slip(source, _WIDTH, *place) for place in places)


_ONE = re.compile(
    rf"(?<=[0-9])一(?=[0-9])"
    rf"|(?<=[A-Za-z])一(?=[A-Za-z])"
    rf"|(?<=[“”、，（][{_HAN}]([{_HAN}]))一(?=[{_HAN}]\1)"
)
_MEASURES = "个次项户家名人年月日天条款批类级档等期"


def _dashes(source: Source) -> Iterator[Slip]:
    """Yield every 一 that stands where a dash should: between figures, letters, or two words with one ending (算力一电力)."""
    for match in _ONE.finditer(source.text):
        if source.text[match.start() - 1] not in _MEASURES:
            yield _slip(source, _DASH, *match.span())


_RANGED = re.compile(r"(?<![0-9A-Za-z-])[0-9][0-9.]*[万亿%％]*(-|—|–|－|~|～)[0-9][0-9.]*(?![0-9.-])")


def _ranges(source: Source) -> Iterator[Slip]:
    """Yield the ranges of figures whose dash is not the one that most have."""
    found = list(_RANGED.finditer(source.text))
    kinds = [match[1] for match in found]
    usual = max(kinds, key=kinds.count, default="")
    yield from (_slip(source, _RANGE, *match.span()) for match in found if match[1] != usual)


_PAIRS = {"”": "“", "’": "‘", "》": "《", "〉": "〈", "〕": "〔", "】": "【", "）": "（", ")": "（", "」": "「"}
_OPENING = {**{mark: mark for mark in _PAIRS.values()}, "(": "（"}
_LISTED = re.compile(r"(?:^|[\s；;。，,：:、])[0-9０-９一二三四五六七八九十a-zA-Z]{1,3}$")
"""What stands before the bracket of a number such as 1）, which has no other half."""
_SHORT = 4
"""Letters that are enough to know one by."""


def _stands_alone(before: str, mark: str, *, waiting: bool) -> bool:
    """Return whether a closing mark is the apostrophe of an English word, or the bracket of a number."""
    if mark == "’":
        return before[-1:].isascii() and before[-1:].isalpha()
    return mark in "）)" and not waiting and _LISTED.search(before) is not None


def _brackets(source: Source) -> Iterator[Slip]:
    """Yield every bracket and quotation mark of a line that has no other half in it."""
    for line in range(1, source.line_count + 1):
        first = source.line_start(line)
        alone = sorted(_alone(source.line_text(line)))
        yield from (_slip(source, _OPEN, first + at, first + at + 1) for at in alone)


def _alone(text: str) -> list[int]:
    """Return where the marks of a line stand that have no other half; each mark is looked at twice at most."""
    waiting: list[tuple[str, int]] = []
    open_now: Counter[str] = Counter()
    found: list[int] = []
    for at, mark in enumerate(text):
        if mark in _OPENING:
            waiting.append((_OPENING[mark], at))
            open_now[_OPENING[mark]] += 1
        elif mark in _PAIRS and not _stands_alone(text[max(0, at - _SHORT) : at], mark, waiting=bool(waiting)):
            if not open_now[_PAIRS[mark]]:
                found.append(at)
                continue
            kind, place = waiting.pop()
            open_now[kind] -= 1
            while kind != _PAIRS[mark]:  # what was opened in between has no other half
                found.append(place)
                kind, place = waiting.pop()
                open_now[kind] -= 1
    return found + [place for _, place in waiting]
