"""Findings for a person at a terminal. The only module that needs to know how wide a character is (it imports rich).

``render`` never fails over a finding: places in no line, missing words and strange characters all have a form.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence

from polc.diagnostics.changes import draw_change
from polc.diagnostics.finding import Diagnostic, Fix, Label, Severity
from polc.diagnostics.glyphs import lay_out, writable
from polc.diagnostics.ordering import WEIGHT, in_order
from polc.diagnostics.paint import SEVERITY_INK, Ink, Paint
from polc.diagnostics.plain import CASE, HELP, NOTE, told
from polc.diagnostics.snippet import Mark, Page, draw
from polc.diagnostics.words import Language, Words
from polc.text import Source

_COUNTED = {
    Severity.ERROR: (Words("{n} 个错误", "{n} error"), Words("{n} 个错误", "{n} errors")),
    Severity.WARNING: (Words("{n} 个警告", "{n} warning"), Words("{n} 个警告", "{n} warnings")),
    Severity.NOTE: (Words("{n} 条提示", "{n} note"), Words("{n} 条提示", "{n} notes")),
}

_SAFE = Words("可改（--fix）：", "fix (--fix): ")
_OFFER = Words("可改，请核对：", "fix to review: ")
_NOTHING = Words("没有发现问题", "nothing found")
_EXPLAIN = Words("polc explain {rule} 讲解这条规则", "polc explain {rule} tells more")


def render(
    diagnostics: Iterable[Diagnostic],
    language: Language,
    width: int = 100,
    *,
    colour: bool = False,
    encoding: str = "utf-8",
    closing: Iterable[Words] = (),
) -> str:
    """Return ``diagnostics`` in order, each once, with a closing summary; the empty text where there are none.

    ``closing`` are lines to say behind the summary.

    ``width`` is in cells. ``encoding`` is what the terminal writes in: characters that it lacks are shown as ``?``.
    """
    found = in_order(diagnostics)
    if not found:
        return ""
    paint = Paint(colour)
    parts = []
    said: set[str] = set()  # what to do, of a rule's page, is said once
    for each in found:
        advice = each.help if each.rule.name in said else each.advice
        said.add(each.rule.name)
        parts.append(_one(each, advice, language, width, colour=colour, encoding=encoding))
    counted = paint(Ink.STRONG, summary(found, language))
    gravest = min(found, key=lambda each: WEIGHT[each.severity])
    hint = _EXPLAIN.fill(rule=gravest.rule.name).in_(language)
    further = [words.in_(language) for words in closing]
    return "\n".join([*parts, *(writable(line, encoding) for line in (counted, *further, hint)), ""])


def render_one(
    diagnostic: Diagnostic, language: Language, width: int = 100, *, colour: bool = False, encoding: str = "utf-8"
) -> str:
    """Return one finding, ending in a line end."""
    return _one(diagnostic, diagnostic.advice, language, width, colour=colour, encoding=encoding)


def _one(
    diagnostic: Diagnostic, advice: Iterable[Words], language: Language, width: int, *, colour: bool, encoding: str
) -> str:
    paint = Paint(colour)
    ink = SEVERITY_INK[diagnostic.severity]
    marks = [
        _mark(diagnostic.place, language, ink, "^"),
        *(_mark(label, language, Ink.SECOND, "-") for label in diagnostic.related),
    ]
    lines = [mark.last for mark in marks if mark.span.source.text]
    lines += [edit.span.finish.line for fix in diagnostic.fixes for edit in fix.edits]
    page = Page(paint, width, len(str(max(lines, default=1))), encoding)
    severity = diagnostic.severity.words.in_(language)
    colon = "：" if language == "zh" else ": "
    head = paint(ink, _plain(f"{severity}[{diagnostic.rule.name}]", encoding))
    rows = [head + paint(Ink.STRONG, _plain(colon + diagnostic.message(language), encoding))]
    rows += _snippets(marks, page)
    if diagnostic.witness is not None:
        rows.append(_remark(CASE, told(diagnostic.witness), language, page))
    rows += [_remark(HELP, words, language, page) for words in advice]
    rows += [_remark(NOTE, words, language, page) for words in diagnostic.notes]
    for fix in diagnostic.fixes:
        rows += _fix(fix, language, page)
    return "\n".join(rows) + "\n"


def summary(diagnostics: Sequence[Diagnostic], language: Language) -> str:
    """Return how many errors, warnings and notes there are, such as ``2 errors, 1 warning``."""
    count = Counter(each.severity for each in diagnostics)
    said = [
        _COUNTED[severity][count[severity] > 1].in_(language, {"n": str(count[severity])})
        for severity in Severity
        if count[severity]
    ]
    return ("、" if language == "zh" else ", ").join(said) or _NOTHING.in_(language)


def _mark(label: Label, language: Language, ink: Ink, sign: str) -> Mark:
    words = label.words.in_(language) if label.words else ""
    return Mark(label.span, " ".join(words.split("\n")), ink, sign)


def _snippets(marks: list[Mark], page: Page) -> list[str]:
    """Return one snippet for each source, that of the main place first."""
    rows: list[str] = []
    sources: dict[int, tuple[Source, list[Mark]]] = {}
    for mark in marks:
        sources.setdefault(id(mark.span.source), (mark.span.source, []))[1].append(mark)
    blank = page.row("", "")
    for place, (source, own) in enumerate(sources.values()):
        arrow = page.paint(Ink.GUTTER, " " * page.digits + ("-->" if place == 0 else ":::"))
        if not source.text:  # the finding is about the file as such
            rows.append(f"{arrow} {_plain(source.path, page.encoding)}")
            continue
        begin = own[0].span.begin
        rows += [f"{arrow} {_plain(source.path, page.encoding)}:{begin.line}:{begin.column}", blank]
        rows += draw(source, own, page)
    return [*rows, blank] if any(source.text for source, _ in sources.values()) else rows


def _remark(head: Words, words: Words, language: Language, page: Page) -> str:
    """Return a line of help or a note; its further lines stand under the first."""
    start = page.paint(Ink.GUTTER, " " * page.digits + " = ")
    title = head.in_(language)
    first, *rest = words.in_(language).split("\n")
    indent = " " * (page.digits + 3 + lay_out(title, page.encoding).width)
    lines = [start + page.paint(Ink.STRONG, _plain(title, page.encoding)) + _plain(first, page.encoding)]
    return "\n".join([*lines, *(indent + _plain(line, page.encoding) for line in rest)])


def _fix(fix: Fix, language: Language, page: Page) -> list[str]:
    remark = _remark(_SAFE if fix.safe else _OFFER, fix.words, language, page)
    change = draw_change(fix.edits, page)
    blank = page.row("", "")
    return [remark, blank, *change, blank] if change else [remark]


def _plain(text: str, encoding: str) -> str:
    """Return ``text`` in one line, without characters that act on a terminal."""
    return lay_out(text, encoding).text
