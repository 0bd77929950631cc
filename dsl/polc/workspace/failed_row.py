"""One failed row for a person: where it stands, the row with its wrong cells marked, both sides, the computation.

The command line and pytest show the same text. Imports what draws on a terminal: only a failure pays for that.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import groupby

from polc.diagnostics import Words
from polc.diagnostics.glyphs import lay_out
from polc.diagnostics.paint import Ink, Paint
from polc.diagnostics.snippet import Page
from polc.diagnostics.words import Language
from polc.model.expectations import Row
from polc.runs.calendar import Calendar
from polc.runs.tables import Check
from polc.workspace.calendar_text import table
from polc.workspace.row_picture import draw_row
from polc.workspace.suite import Named, cases, presumptions, row_words

_FAILED = Words("不符", "failed")
_SAYS = Words("{what}写的是 ", "{what} says ")
_GOT = Words("算出来是 ", "came out ")
_BUT = Words("{how}；{what}写的是 {expected}", "{how}; {what} says {expected}")
_BRIEF = Words("{what}写的是 {expected}，算出来是 {got}", "{what} says {expected}, came out {got}")
_PROMISE = Words("这一行不成立：{promise}", "does not hold in this row: {promise}")
_CALENDAR = Words("兑付日历{of}：", "payment calendar{of}:")
_PRESUMED = Words("推定：", "presumed: ")
_MORE = Words("同一格还有 {n} 处不符", "{n} more in the same cell")
_MOST = 3
"""How many years of one cell are told one by one."""


def failure(
    named: Named, language: Language, *, colour: bool = False, width: int = 100, encoding: str = "utf-8"
) -> str:
    """Return one failed row: where, the row with its wrong cells marked, both sides, the computation."""
    row = named.row
    paint = Paint(colour)
    failed = [check for check in row.checks if not check.passed]
    promised = {check.span: check for check in failed if check.column.role == "promise"}
    rows = _rows_of(named)
    lines = [each.span.begin.line for each in rows if each.span] + [
        check.span.begin.line for check in promised.values()
    ]
    page = Page(paint, width, len(str(max(lines, default=1))), encoding)
    note = f"  {row.note}" if row.note else ""
    first = failed[0].span if failed else row.span
    colon = "：" if language == "zh" else ": "
    out = [paint(Ink.ERROR, _FAILED.in_(language)) + paint(Ink.STRONG, colon + _title(named, language)) + note]
    arrow = paint(Ink.GUTTER, " " * page.digits + "-->")
    out.append(f"{arrow} {row.span.source.path}:{first.begin.line}:{first.begin.column}")
    out.append(page.row("", ""))
    out.extend(draw_row(row.table, rows, frozenset(check.span for check in failed), page))
    for check in promised.values():
        out.append(page.row(check.span.begin.line, check.span.text))
        out.append(page.row("", paint(Ink.ERROR, "^" * max(1, _cells(check.span.text)))))
    out.append(page.row("", ""))
    for _, group in groupby(failed, key=lambda check: check.span):
        for line in _told(list(group), language, paint):
            out.extend(_indented(part, page.digits) for part in _folded(line, width - page.digits - 3))
    calendars = _calendars(failed, row.part.name, language, width - page.digits - 3)
    out.extend(_indented(line, page.digits) for line in calendars)
    if row.presumed:
        out.append(_indented(f"{_PRESUMED.in_(language)}{presumptions(row, language)}", page.digits))
    return "\n".join(line.rstrip() for line in out) + "\n"


def _rows_of(named: Named) -> list[Row]:
    """Return the rows of the table that make up a case or a year."""
    for rows in cases(named.row.table):
        if rows[0][0] == named.row.number:
            return [row for _, row in rows]
    return [named.row.table.rows[named.row.number - 1]]


def _calendars(failed: list[Check], part: str, language: Language, room: int) -> Iterator[str]:
    """Yield the payment calendars of the cells of cash, each once."""
    seen: list[Calendar] = []
    for check in failed:
        if check.calendar is None or not check.calendar.lines or check.calendar in seen:
            continue
        seen.append(check.calendar)
        readings = "、".join(check.column.readings)
        yield _CALENDAR.fill(of=f"（{readings}）" if readings else "").in_(language)
        yield from (f"  {row}" for row in table(check.calendar, part, language, room - 2))


def _told(checks: list[Check], language: Language, paint: Paint) -> Iterator[str]:
    """Yield what is wrong with one cell; the years of a range are told one by one, what they share once."""
    different = list({(check.expected, check.got, check.why): check for check in checks}.values())
    before: list[str] = []
    for check in different[:_MOST]:
        sides = _sides(check, language, paint)
        yield from sides if sides[:-1] != before[:-1] or len(sides) == 1 else sides[-1:]
        before = sides
    if len(different) > _MOST:
        yield _MORE.fill(n=str(len(different) - _MOST)).in_(language)


def _sides(check: Check, language: Language, paint: Paint) -> list[str]:
    """Return what the cell says, what came out, and the computation where there is one; a line each."""
    what = check.column.span.text if check.column.span else check.column.name
    how = check.why.in_(language)
    if check.column.role == "promise":
        told = [_PROMISE.fill(promise=check.expected).in_(language)]
    else:
        says, got = _SAYS.fill(what=what).in_(language), _GOT.in_(language)
        pad = max(_cells(says), _cells(got))
        told = [
            says + " " * (pad - _cells(says)) + paint(Ink.OUT, check.expected.in_(language)),
            got + " " * (pad - _cells(got)) + paint(Ink.IN, check.got.in_(language)),
        ]
        if check.calendar is not None and check.calendar.lines:
            how = check.shared.in_(language) if check.shared else ""  # the rest is told once, below
        elif how:
            how = _BUT.fill(how=check.why, what=what, expected=check.expected).in_(language)
    return [*told, how] if how else told


def in_brief(check: Check, language: Language) -> str:
    """Return what is wrong with a cell, on one line."""
    if check.column.role == "promise":
        return _PROMISE.fill(promise=check.expected).in_(language)
    what = check.column.span.text if check.column.span else check.column.name
    return _BRIEF.fill(what=what, expected=check.expected, got=check.got).in_(language)


def _folded(text: str, room: int) -> Iterator[str]:
    """Yield a computation in lines of at most ``room`` cells, broken at its arrows where it must be."""
    line = ""
    for part in re.split(r"(?= → )|(?<=；)|(?<=; )", text):
        if line and _cells(line) + _cells(part) > room:
            yield line
            line = "  " + part.lstrip()
        else:
            line += part
    yield line


def _title(named: Named, language: Language) -> str:
    row = named.row
    parts = (" ".join(filter(None, (named.draft.name, row.part.clause, row.part.name))), row.table.title)
    return " · ".join(part for part in (*parts, row_words(row.number).in_(language)) if part)


def _indented(text: str, digits: int) -> str:
    return " " * (digits + 3) + text


def _cells(text: str) -> int:
    return lay_out(text).width
