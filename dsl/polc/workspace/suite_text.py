"""A suite's outcome for a person: each failed row with both sides and the computation, then one closing line.

The picture of a failed row is the drafter's own: header and row as in the file, the wrong cell marked. Below it stands
what the cell says, what came out, and how.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from itertools import groupby

from polc.diagnostics import Words
from polc.diagnostics.paint import Ink, Paint
from polc.diagnostics.words import Language
from polc.model.expectations import Row
from polc.runs.tables import Check
from polc.workspace.suite import Named, Suite, cases, label, row_words

_FAILED = Words("不符", "failed")
_SAYS = Words("{what}写的是 ", "{what} says ")
_GOT = Words("算出来是 ", "came out ")
_BUT = Words("{how}；{what}写的是 {expected}", "{how}; {what} says {expected}")
_PROMISE = Words("这一行不成立：{promise}", "does not hold in this row: {promise}")
_PRESUMED = Words("推定：", "presumed: ")
_MORE = Words("同一格还有 {n} 处不符", "{n} more in the same cell")
_MOST = 3
"""How many years of one cell are told one by one."""


def as_text(
    suite: Suite,
    language: Language,
    *,
    colour: bool,
    verbose: bool = False,
    width: int = 100,
    encoding: str = "utf-8",
) -> str:
    """Return the report; with ``verbose`` every row and what was presumed for it. ``width`` is in cells."""
    paint = Paint(colour)
    out: list[str] = []
    if verbose:
        out.extend(_every_row(suite, language, paint, encoding))
    for named in suite.failed:
        out.append(failure(named, language, colour=colour, width=width, encoding=encoding))
    out.append(_closing(suite, language, paint))
    return "\n".join(out) + "\n"


def failure(
    named: Named, language: Language, *, colour: bool = False, width: int = 100, encoding: str = "utf-8"
) -> str:
    """Return one failed row: where, the row with its wrong cells marked, both sides, the computation."""
    from polc.diagnostics.snippet import Page
    from polc.workspace.row_picture import draw_row

    row = named.row
    paint = Paint(colour)
    failed = [check for check in row.checks if not check.passed]
    promised = [check for check in failed if check.column.role == "promise"]
    rows = _rows_of(named)
    lines = [each.span.begin.line for each in rows if each.span] + [check.span.begin.line for check in promised]
    page = Page(paint, width, len(str(max(lines, default=1))), encoding)
    note = f"  {row.note}" if row.note else ""
    first = failed[0].span if failed else row.span
    colon = "：" if language == "zh" else ": "
    out = [paint(Ink.ERROR, _FAILED.in_(language)) + paint(Ink.STRONG, colon + _title(named, language)) + note]
    arrow = paint(Ink.GUTTER, " " * page.digits + "-->")
    out.append(f"{arrow} {row.span.source.path}:{first.begin.line}:{first.begin.column}")
    out.append(page.row("", ""))
    out.extend(draw_row(row.table, rows, frozenset(check.span for check in failed), page))
    for check in promised:
        out.append(page.row(check.span.begin.line, check.span.text))
        out.append(page.row("", paint(Ink.ERROR, "^" * max(1, _cells(check.span.text)))))
    out.append(page.row("", ""))
    for _, group in groupby(failed, key=lambda check: check.span):
        told = list(group)
        for check in told[:_MOST]:
            out.extend(_indented(line, page.digits) for line in _sides(check, language, paint, width - page.digits - 3))
        if len(told) > _MOST:
            out.append(_indented(_MORE.fill(n=str(len(told) - _MOST)).in_(language), page.digits))
    if row.presumed:
        shown = ("；" if language == "zh" else "; ").join(p.words.in_(language) for p in row.presumed)
        out.append(_indented(f"{_PRESUMED.in_(language)}{shown}", page.digits))
    return "\n".join(line.rstrip() for line in out) + "\n"


def _rows_of(named: Named) -> list[Row]:
    """Return the rows of the table that make up a case or a year."""
    for rows in cases(named.row.table):
        if rows[0][0] == named.row.number:
            return [row for _, row in rows]
    return [named.row.table.rows[named.row.number - 1]]


def _sides(check: Check, language: Language, paint: Paint, room: int) -> Iterator[str]:
    """Yield what the cell says, what came out, and the computation."""
    what = check.column.span.text if check.column.span else check.column.name
    how = check.why.in_(language)
    if check.column.role == "promise":
        yield _PROMISE.fill(promise=check.expected).in_(language)
    else:
        says, got = _SAYS.fill(what=what).in_(language), _GOT.in_(language)
        pad = max(_cells(says), _cells(got))
        yield says + " " * (pad - _cells(says)) + paint(Ink.OUT, check.expected.in_(language))
        yield got + " " * (pad - _cells(got)) + paint(Ink.IN, check.got.in_(language))
        if how:
            how = _BUT.fill(how=check.why, what=what, expected=check.expected).in_(language)
    if how:
        yield from _folded(how, room)


def _folded(how: str, room: int) -> Iterator[str]:
    """Yield a computation in lines of at most ``room`` cells, broken at its arrows where it must be."""
    line = ""
    for part in re.split(r"(?= → )|(?<=；)|(?<=; )", how):
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


def _every_row(suite: Suite, language: Language, paint: Paint, encoding: str) -> Iterator[str]:
    """Yield a line for each row, table by table, and what was presumed wherever that changes."""
    good, bad = ("✓", "✗") if _can_write("✓✗", encoding) else ("√", "×")
    for name, group in groupby(suite.rows, key=lambda named: label(named.draft, named.row.part, named.row.table)):
        yield paint(Ink.STRONG, name)
        before = ""
        for named in group:
            row = named.row
            sign = paint(Ink.IN, good) if row.passed else paint(Ink.OUT, bad)
            yield f"  {sign} {row_words(row.number).in_(language)}  {_outcomes(named, language)}{_remark(row.note)}".rstrip()
            shown = ("；" if language == "zh" else "; ").join(p.words.in_(language) for p in row.presumed)
            if shown and shown != before:
                yield f"      {_PRESUMED.in_(language)}{shown}"
            before = shown
        yield ""


def _outcomes(named: Named, language: Language) -> str:
    if not named.ran:
        return "没有运行" if language == "zh" else "not run"
    seen: dict[str, None] = {}
    for check in named.row.checks:
        if check.column.role != "promise":
            name = check.column.span.text if check.column.span else check.column.name
            seen[f"{name} {check.got.in_(language)}"] = None
    return ("，" if language == "zh" else ", ").join(seen)


def _remark(note: str) -> str:
    return f"  # {note}" if note else ""


def _closing(suite: Suite, language: Language, paint: Paint) -> str:
    if not suite.rows and not suite.findings:
        filtered = Words(
            f"没有可以运行的示例：没有一行的名称里有“{suite.filtered}”", f"nothing to run: no row is named like “{suite.filtered}”"
        )
        empty = Words("没有可以运行的示例：文件里没有示例，也没有情景", "nothing to run: there is neither an example nor a scenario")
        return paint(Ink.ERROR, (filtered if suite.filtered else empty).in_(language))
    failed, unread, errors = len(suite.failed), len(suite.unread), len(suite.findings)
    passed = suite.total - failed - unread
    parts = [Words(f"{passed} 行通过", f"{_many(passed, 'row')} passed"), Words(f"{failed} 行不符", f"{failed} failed")]
    if unread:
        parts.append(Words(f"{unread} 行没有运行", f"{unread} not run"))
    if errors:
        parts.append(Words(f"{errors} 个错误见上", f"{_many(errors, 'error')} above"))
    counted = Words(
        f"（{suite.tables} 张表，{suite.checks} 处断言）",
        f" ({_many(suite.tables, 'table')}, {_many(suite.checks, 'assertion')})",
    )
    said = _joined(parts, language) + counted.in_(language)
    return paint(Ink.IN if suite.passed else Ink.ERROR, said)


def _joined(parts: Sequence[Words], language: Language) -> str:
    return ("，" if language == "zh" else ", ").join(part.in_(language) for part in parts)


def _many(count: int, noun: str) -> str:
    return f"{count} {noun}" if count == 1 else f"{count} {noun}s"


def _indented(text: str, digits: int) -> str:
    return " " * (digits + 3) + text


def _cells(text: str) -> int:
    from polc.diagnostics.glyphs import lay_out

    return lay_out(text).width


def _can_write(text: str, encoding: str) -> bool:
    try:
        text.encode(encoding)
    except (UnicodeEncodeError, LookupError):
        return False
    return True
