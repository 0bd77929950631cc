"""A suite's outcome for a person: each failed row with both sides and the computation, then one closing line."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import groupby

from polc.diagnostics import Words
from polc.diagnostics.paint import Ink, Paint
from polc.diagnostics.words import Language
from polc.syntax.lexis import INVISIBLE
from polc.workspace.suite import Named, Suite, label, presumptions, row_words
from polc.workspace.waiting_row import in_waiting

_PRESUMED = Words("推定：", "presumed: ")
_NO_TABLE = Words(
    "没有可以运行的示例：文件里没有示例，也没有情景", "nothing to run: there is neither an example nor a scenario"
)
_NO_NAME = Words("没有可以运行的示例：没有一行的名称里有“{words}”", "nothing to run: no row has “{words}” in its name")


_ALL_WAIT = Words(
    "每一行都待核，什么也没有断言：核对以后删掉“待核”",
    "every row is to be confirmed, so nothing is asserted: check them, then delete 待核",
)
_MOST_WAITING = 10


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
    if suite.failed:
        from polc.workspace.failed_row import failure  # noqa: PLC0415 - a green run must not pay for rich

        out.extend(failure(named, language, colour=colour, width=width, encoding=encoding) for named in suite.failed)
    if suite.waiting and not verbose:
        out.extend(_waiting(suite, language, paint))
    out.append(_closing(suite, language, paint))
    return "\n".join(out) + "\n"


def _every_row(suite: Suite, language: Language, paint: Paint, encoding: str) -> Iterator[str]:
    """Yield a line for each row, table by table, and what was presumed wherever that changes."""
    good, bad = ("✓", "✗") if _can_write("✓✗", encoding) else ("√", "×")
    for name, group in groupby(suite.rows, key=lambda named: label(named.draft, named.row.part, named.row.table)):
        yield paint(Ink.STRONG, _seen(name))
        before = ""
        for named in group:
            row = named.row
            sign = _sign(named, paint, good, bad)
            number = row_words(row.number).in_(language)
            yield f"  {sign} {number}  {_outcomes(named, language)}{_seen(_remark(row.note))}".rstrip()
            shown = presumptions(row, language)
            if shown and shown != before:
                yield f"      {_PRESUMED.in_(language)}{shown}"
            before = shown
        yield ""


def _sign(named: Named, paint: Paint, good: str, bad: str) -> str:
    if named.waits:
        return paint(Ink.SECOND, "?")
    return paint(Ink.IN, good) if named.passed else paint(Ink.OUT, bad if named.ran else "-")


def _waiting(suite: Suite, language: Language, paint: Paint) -> Iterator[str]:
    """Yield a line for each row that waits to be confirmed, the first of them only."""
    for named in suite.waiting[:_MOST_WAITING]:
        yield f"{paint(Ink.SECOND, '?')} {_seen(named.name)}  {in_waiting(named, language)}"
    more = len(suite.waiting) - _MOST_WAITING
    if more > 0:
        words = Words(
            f"  还有 {more} 行待核，polc test -v 全部列出", f"  and {more} more to confirm; polc test -v lists all"
        )
        yield words.in_(language)
    yield ""


def _outcomes(named: Named, language: Language) -> str:
    if not named.ran:
        return "没有运行" if language == "zh" else "not run"
    seen: dict[str, None] = {}
    if named.waits:
        seen[in_waiting(named, language)] = None
    for check in named.row.checks:
        if check.column.role != "promise":
            name = check.column.span.text if check.column.span else check.column.name
            seen[f"{name} {check.got.in_(language)}"] = None
    return ("，" if language == "zh" else ", ").join(seen)


def _remark(note: str) -> str:
    return f"  # {note}" if note else ""


def _seen(text: str) -> str:
    """Return the drafter's words without what could act on the terminal."""
    return INVISIBLE.sub("?", text)


def _closing(suite: Suite, language: Language, paint: Paint) -> str:
    if not suite.rows and not suite.findings:
        words = _NO_NAME.fill(words=_seen(suite.filtered)) if suite.filtered else _NO_TABLE
        return paint(Ink.ERROR, words.in_(language))
    failed, unread, errors = len(suite.failed), len(suite.unread), len(suite.findings)
    waiting = len(suite.waiting)
    passed = suite.total - failed - unread - waiting
    parts = [Words(f"{passed} 行通过", f"{_many(passed, 'row')} passed"), Words(f"{failed} 行不符", f"{failed} failed")]
    if waiting:
        parts.append(Words(f"{waiting} 行待核", f"{waiting} to confirm"))
    if unread:
        parts.append(Words(f"{unread} 行没有运行", f"{unread} not run"))
    if errors:
        parts.append(Words(f"{errors} 个错误见上", f"{_many(errors, 'error')} above"))
    counted = Words(
        f"（{suite.tables} 张表，{suite.checks} 处断言）",
        f" ({_many(suite.tables, 'table')}, {_many(suite.checks, 'assertion')})",
    )
    said = _joined(parts, language) + counted.in_(language)
    if waiting and not suite.checks and not suite.findings:
        said = f"{said}\n{_ALL_WAIT.in_(language)}"
    return paint(Ink.IN if suite.passed else Ink.ERROR, said)


def _joined(parts: Sequence[Words], language: Language) -> str:
    return ("，" if language == "zh" else ", ").join(part.in_(language) for part in parts)


def _many(count: int, noun: str) -> str:
    return f"{count} {noun}" if count == 1 else f"{count} {noun}s"


def _can_write(text: str, encoding: str) -> bool:
    try:
        text.encode(encoding)
    except (UnicodeEncodeError, LookupError):
        return False
    return True
