"""``polc test``: run the examples and scenarios of policies; a failed row shows its computation."""

from __future__ import annotations

import json
import sys
from pathlib import Path
from typing import TYPE_CHECKING

from polc.hosts.cli import exits
from polc.hosts.cli.language import spoken
from polc.hosts.cli.report import report
from polc.hosts.cli.streams import encoding_of, may_colour, width_of

if TYPE_CHECKING:
    import argparse
    from collections.abc import Callable

    from polc.diagnostics.words import Language
    from polc.hosts.cli.parser import Parser
    from polc.workspace.suite import Suite

_STRIDE = 50
"""After how many rows the progress is shown again."""


def add_arguments(parser: Parser) -> None:
    """Declare the arguments."""
    say = parser.say
    parser.add_argument("paths", nargs="*", default=["."], metavar="PATH", help=say("文件或文件夹", "files or folders"))
    parser.add_argument(
        "-k",
        dest="only",
        metavar="WORDS",
        help=say("只运行名称里有这些词的行", "run only the rows that have these words in their names"),
    )
    parser.add_argument("--json", action="store_true", help=say("以 JSON 输出", "print JSON"))
    parser.add_argument("--junit", metavar="FILE", help=say("另写一份 JUnit XML", "also write JUnit XML"))
    parser.add_argument(
        "-v",
        "--verbose",
        action="store_true",
        help=say("列出每一行、结果和推定", "list every row, its result and what was presumed"),
    )


def run(args: argparse.Namespace) -> int:
    """Run the tables; return 1 where a row fails, a file has errors, or there was nothing to run."""
    from polc.workspace import load
    from polc.workspace.suite import run_suite

    space = load(args.paths)
    language = spoken(args, *space.languages)
    progress = _progress(language) if sys.stderr.isatty() else None
    suite = run_suite(space, only=args.only, progress=progress)
    if progress is not None:
        sys.stderr.write("\r\x1b[K")
    written = args.junit is None or _write_junit(suite, args.junit, language)
    if args.json:
        from polc.workspace.suite_json import as_data

        print(json.dumps(as_data(suite), ensure_ascii=False, indent=2))
    else:
        from polc.workspace.suite_text import as_text

        report(suite.findings, language)
        out = sys.stdout
        width, encoding = width_of(out), encoding_of(out)
        colour = may_colour(out)
        out.write(as_text(suite, language, colour=colour, verbose=args.verbose, width=width, encoding=encoding))
    return exits.FINE if suite.passed and written else exits.FOUND


def _write_junit(suite: Suite, path: str, language: Language) -> bool:
    """Write the JUnit report; return whether that was possible."""
    from polc.workspace.junit import as_junit

    try:
        Path(path).write_text(as_junit(suite, language), encoding="utf-8")
    except (OSError, ValueError) as problem:
        why = getattr(problem, "strerror", None) or str(problem)
        said = f"写不了 {path}：{why}" if language == "zh" else f"cannot write {path}: {why}"
        print(f"polc: {said}", file=sys.stderr)
        return False
    return True


def _progress(language: Language) -> Callable[[Suite], None]:
    """Return what shows on a terminal how many rows have run."""
    word = "已运行" if language == "zh" else "ran"

    def show(suite: Suite) -> None:
        if suite.total % _STRIDE == 0:
            sys.stderr.write(f"\r{word} {suite.total}/{suite.due}")
            sys.stderr.flush()

    return show
