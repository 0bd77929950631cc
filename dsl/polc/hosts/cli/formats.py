"""What ``polc check --format`` can write, and how it is written down: to a file, or as UTF-8 to whatever reads it."""

from __future__ import annotations

import importlib
import io
import sys
from collections.abc import Callable
from pathlib import Path
from typing import Final, cast

from polc.diagnostics import Severity, Words
from polc.diagnostics.ordering import WEIGHT
from polc.diagnostics.report import Report
from polc.hosts.cli.streams import encoding_of, may_colour, width_of

FORMATS: Final = ("text", "concise", "json", "sarif", "junit", "github", "gitlab", "rdjsonl")
"""The names of the formats; each but text is ``as_<name>`` in the module of that name."""

LEVELS: Final = {severity.value: severity for severity in sorted(Severity, key=lambda each: WEIGHT[each])}
"""The severities by name, the gravest first."""

_FOR_PEOPLE = ("text", "concise")
_NOTHING = Words("没有发现问题", "nothing found")
_NOTHING_NEW = Words("没有新的问题", "nothing new found")
_FAILED = Words("写不了 {path}：{why}", "cannot write {path}: {why}")


def write(report: Report, kind: str, path: str | None) -> bool:
    """Write the report to ``path``, or print it; say where writing failed, and return whether it did not."""
    if path is None:
        _print(_text(report, kind, to_file=False), kind)
        return True
    try:
        text = _text(report, kind, to_file=True)
        Path(path).write_text(text, encoding="utf-8", errors="replace", newline="\n")
    except (OSError, ValueError) as error:
        why = error.strerror if isinstance(error, OSError) and error.strerror else str(error)
        print(f"polc: {_FAILED.fill(path=path, why=why).in_(report.language)}", file=sys.stderr)
        return False
    print(f"{path}：{_said(report)}" if report.language == "zh" else f"{path}: {_said(report)}", file=sys.stderr)
    return True


def _text(report: Report, kind: str, *, to_file: bool) -> str:
    """Return the report in a format; what goes to no file is laid out for the terminal."""
    if kind in _FOR_PEOPLE and not report.findings:
        asked = report.closing if kind == "text" else ()
        return "".join(
            f"{words.in_(report.language)}\n" for words in (_NOTHING_NEW if report.held else _NOTHING, *asked)
        )
    if kind != "text":
        module = importlib.import_module(f"polc.diagnostics.as_{kind}")
        return cast("Callable[[Report], str]", getattr(module, f"as_{kind}"))(report)
    from polc.diagnostics.terminal import render  # a clean file must not pay for rich

    if to_file:
        return render(report.findings, report.language, closing=report.closing)
    out = sys.stdout
    return render(
        report.findings,
        report.language,
        width_of(out),
        colour=may_colour(out),
        encoding=encoding_of(out),
        closing=report.closing,
    )


def _print(text: str, kind: str) -> None:
    """Print; what is for programs is UTF-8 wherever it does not go to a terminal, whatever the console's encoding."""
    out = sys.stdout
    if kind not in _FOR_PEOPLE and isinstance(out, io.TextIOWrapper) and not out.isatty():
        out.reconfigure(encoding="utf-8", errors="replace")
    out.write(text)


def _said(report: Report) -> str:
    from polc.diagnostics.terminal import summary

    return summary(report.findings, report.language)
