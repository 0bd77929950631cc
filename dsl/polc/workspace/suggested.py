"""Lines of a 政策 that its official text seems to give: 文号, 印发日期, 施行, 有效期.

Guarantees: a line is suggested only where the text says one thing; what it says twice and differently is left to the
drafter. They are handed out as values to stand in comments, never as facts.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from polc.diagnostics import Words
from polc.syntax.numerals import LETTERS, number_of

_DAY = r"((?:19|20)\d{2})年(\d{1,2})月(\d{1,2})日"
_PLAIN = r"[^。；;，,\n\r]"
_NUMBER = re.compile(
    r"^[ \t\u3000]*([\u4e00-\u9fff]{1,12}[〔\[（(](?:19|20)\d{2}[〕\]）)]\d{1,4}号)[ \t\u3000]*$", re.MULTILINE
)
_SIGNED = re.compile(rf"^[ \t\u3000]*{_DAY}[ \t\u3000]*$", re.MULTILINE)
_UNTIL = re.compile(rf"有效期{_PLAIN}{{0,6}}?[至到]{_DAY}")
_BETWEEN = re.compile(rf"有效期(?:限)?为?[自从]?{_DAY}起?[至到]{_DAY}")
_YEARS = re.compile(rf"有效期(?:限)?为?([0-9{LETTERS}]{{1,3}})年")
_ISSUED = re.compile(rf"自(?:印发|发布|公布)之日起{_PLAIN}{{0,12}}?(?:施行|实施|执行)")
_FROM = re.compile(rf"自{_DAY}起{_PLAIN}{{0,8}}?(?:施行|实施|执行)")


@dataclass(frozen=True, slots=True)
class Suggested:
    """A line that may be meant: the id of its keyword and its value in both languages."""

    key: str
    value: Words


def suggested(text: str, preamble: str) -> Iterator[Suggested]:
    """Yield the lines that an official text seems to give; ``preamble`` is what stands before its first number."""
    number = {found[1] for found in _NUMBER.finditer(preamble)}
    if len(number) == 1:
        said = number.pop()
        yield Suggested("number", Words(said, said))
    signed = {_ymd(found) for found in _SIGNED.finditer(text)}
    if len(signed) == 1:
        yield Suggested("issued", _day(signed.pop()))
    begin: set[Words] = {_day(_ymd(found), before=Words("自 ", "from ")) for found in _FROM.finditer(text)}
    if _ISSUED.search(text):
        begin.add(Words("自印发之日", "from issue"))
    if len(begin) == 1:
        yield Suggested("in_force", begin.pop())
    end: set[Words] = set()
    for found in _BETWEEN.finditer(text):
        since, until = _day(_ymd(found)), _day(_ymd(found, 4))
        end.add(Words(f"自 {since.zh} 至 {until.zh}", f"from {since.en} to {until.en}"))
    if not end:
        end = {_day(_ymd(found), before=Words("至 ", "to ")) for found in _UNTIL.finditer(text)}
    for found in _YEARS.finditer(text):
        years = number_of(found[1])
        if years:
            end.add(Words(f"{years}年", f"{years} years"))
    if len(end) == 1:
        yield Suggested("valid", end.pop())


def _ymd(found: re.Match[str], first: int = 1) -> tuple[int, int, int]:
    """Return year, month and day of a match; ``first`` is the group of its year."""
    return int(found[first]), int(found[first + 1]), int(found[first + 2])


def _day(day: tuple[int, int, int], before: Words | None = None) -> Words:
    zh, en = f"{day[0]}年{day[1]}月{day[2]}日", f"{day[0]}-{day[1]:02d}-{day[2]:02d}"
    return Words(before.zh + zh, before.en + en) if before else Words(zh, en)
