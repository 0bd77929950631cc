"""``polc test``: run the examples and scenarios of policies; a failed row shows its computation."""

from __future__ import annotations

import json
import sys
from typing import TYPE_CHECKING

from polc.hosts.cli import exits
from polc.hosts.cli.language import spoken
from polc.hosts.cli.report import report
from polc.hosts.cli.streams import encoding_of, may_colour, width_of

if TYPE_CHECKING:
    import argparse

    from polc.diagnostics.words import Language
    from polc.hosts.cli.parser import Parser
    from polc.workspace.suite import Suite


def add_arguments(parser: Parser) -> None:
    """Declare the arguments."""
    parser.add_argument("paths", nargs="*", default=["."], metavar="PATH", help=parser.say("文件或文件夹", "files or folders"))
    parser.add_argument("-k", dest="only", metavar="WORDS", help=parser.say("只运行名称里有这些字的", "run only what has this in its name"))
    parser.add_argument("--json", action="store_true", help=parser.say("以 JSON 输出", "print JSON"))
    parser.add_argument("--junit", metavar="FILE", help=parser.say("另写一份 JUnit XML", "also write JUnit XML"))
    parser.add_argument("-v", "--verbose", action="store_true", help=parser.say("列出每一行和推定", "list every row and what was presumed"))


def run(args: argparse.Namespace) -> int:
    """Run the tables; return 1 where a row fails, a file has errors, or there was nothing to run."""
    from polc.workspace import load
    from polc.workspace.suite import run_suite

    space = load(args.paths)
    language = spoken(args, *space.languages)
    progress = _progress(language) if sys.stderr.isatty() and not args.json else None
    suite = run_suite(space, only=args.only, progress=progress)
    if progress is not None:
        sys.stderr.write("\r\x1b[K")
    if args.junit:
        from polc.workspace.junit import as_junit

        with open(args.junit, "w", encoding="utf-8") as stream:  # noqa: PTH123
            stream.write(as_junit(suite, language))
    if args.json:
        from polc.workspace.suite_json import as_data

        print(json.dumps(as_data(suite), ensure_ascii=False, indent=2))
    else:
        from polc.workspace.suite_text import as_text

        report(suite.findings, language)
        out = sys.stdout
        out.write(
            as_text(
                suite,
                language,
                colour=may_colour(out),
                verbose=args.verbose,
                width=width_of(out),
                encoding=encoding_of(out),
            )
        )
    return exits.FINE if suite.passed else exits.FOUND


def _progress(language: Language):  # type: ignore[no-untyped-def]  # noqa: ANN202
    word = "已运行" if language == "zh" else "ran"

    def show(suite: Suite) -> None:
        if suite.total % 50 == 0:
            sys.stderr.write(f"\r{word} {suite.total}")
            sys.stderr.flush()

    return show
