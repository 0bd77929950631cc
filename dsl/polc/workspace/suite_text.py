"""A suite's outcome for a person: each failed row with both sides and the computation, then one closing line."""

from __future__ import annotations

from polc.diagnostics import Words
from polc.diagnostics.words import Language
from polc.workspace.suite import Named, Suite, where

_FAILED = Words("不符", "failed")
_EXPECTED = Words("应为 ", "expected ")
_GOT = Words("算得 ", "got      ")
_HOW = Words("算法 ", "how      ")
_PRESUMED = Words("推定：", "presumed: ")


def as_text(suite: Suite, language: Language, *, colour: bool, verbose: bool = False) -> str:
    """Return the report; with ``verbose`` every row and what was presumed for it."""
    out: list[str] = []
    for named in suite.rows:
        if not named.row.passed:
            out.extend(_failure(named, language, colour=colour))
        elif verbose:
            out.append(f"{_paint('✓', '32', colour)} {named.name} {named.row.note}".rstrip())
        if verbose and named.row.presumed:
            shown = "；".join(p.words.in_(language) for p in named.row.presumed)
            out.append(f"    {_PRESUMED.in_(language)}{shown}")
    out.append(_closing(suite, language, colour=colour))
    return "\n".join(out) + "\n"


def _failure(named: Named, language: Language, *, colour: bool) -> list[str]:
    row = named.row
    begin = row.span.begin
    place = " ".join(part for part in where(row) if part)
    head = f"{_FAILED.in_(language)}：{place}" if language == "zh" else f"{_FAILED.in_(language)}: {place}"
    lines = [_paint(head, "1;31", colour), f"  --> {row.span.source.path}:{begin.line}"]
    lines.append(f"   | {row.span.source.line_text(begin.line).strip()}")
    for check in row.checks:
        if check.passed:
            continue
        readings = f"（{'、'.join(check.column.readings)}）" if check.column.readings else ""
        lines.append(f"   = {check.column.name}{readings}")
        lines.append(f"     {_EXPECTED.in_(language)}{check.expected.in_(language)}")
        lines.append(f"     {_GOT.in_(language)}{_paint(check.got.in_(language), '1', colour)}")
        if check.why.in_(language):
            lines.append(f"     {_HOW.in_(language)}{check.why.in_(language)}")
    if row.presumed and language:
        shown = "；".join(p.words.in_(language) for p in row.presumed)
        lines.append(f"     {_PRESUMED.in_(language)}{shown}")
    lines.append("")
    return lines


def _closing(suite: Suite, language: Language, *, colour: bool) -> str:
    failed = len(suite.failed)
    passed = suite.total - failed
    if not suite.rows:
        word = (
            Words(f"没有可以运行的示例（-k {suite.filtered} 什么也没有选中）", f"nothing to run (-k {suite.filtered} selects nothing)")
            if suite.filtered
            else Words("没有可以运行的示例", "nothing to run")
        )
        return _paint(word.in_(language), "1;31", colour)
    summary = Words(
        f"{passed} 行通过，{failed} 行不符（{suite.tables} 张表，{suite.checks} 处断言）",
        f"{passed} rows passed, {failed} failed ({suite.tables} tables, {suite.checks} assertions)",
    )
    return _paint(summary.in_(language), "1;31" if not suite.passed else "1;32", colour)


def _paint(text: str, code: str, colour: bool) -> str:  # noqa: FBT001
    return f"\x1b[{code}m{text}\x1b[0m" if colour else text
