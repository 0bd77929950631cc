"""``polc diff OLD NEW``: what changed between two versions of a policy, and who is paid otherwise."""

from __future__ import annotations

import sys
from typing import TYPE_CHECKING

from polc.diagnostics import Severity, Words
from polc.hosts.cli import exits
from polc.hosts.cli.language import spoken
from polc.hosts.cli.report import report
from polc.hosts.cli.streams import may_colour, width_of

if TYPE_CHECKING:
    import argparse
    from collections.abc import Sequence

    from polc.diagnostics import Diagnostic
    from polc.hosts.cli.parser import Parser
    from polc.workspace.diff.revision import Taken

FORMATS = ("text", "json", "markdown")


def add_arguments(parser: Parser) -> None:
    """Declare the arguments."""
    say = parser.say
    parser.add_argument(
        "paths",
        nargs="+",
        metavar="PATH",
        help=say("原版 新版；只写新版的，和它的前版比", "OLD NEW; or NEW alone, against the version it names (前版)"),
    )
    parser.add_argument(
        "--same",
        action="append",
        default=[],
        metavar=say("原名=新名", "OLD=NEW"),
        help=say("这个事实、对象或奖补改了名", "a fact, subject or part that was renamed"),
    )
    parser.add_argument(
        "--apart",
        action="append",
        default=[],
        metavar=say("名称", "NAME"),
        help=say("这个名字没有改名，是去掉或新增的", "this name was not renamed"),
    )
    parser.add_argument(
        "--rev",
        metavar="REV",
        help=say(
            "原版是 git 里这个版本的 PATH，如 main、HEAD~1", "OLD is PATH at this revision of git, e.g. main or HEAD~1"
        ),
    )
    parser.add_argument(
        "--format",
        choices=FORMATS,
        default="text",
        metavar="FORMAT",
        help=say("输出格式：", "how to write it: ") + "|".join(FORMATS),
    )
    parser.add_argument(
        "--exit-code",
        action="store_true",
        help=say("给付有变化或者没有定的，退出码为 1", "exit code 1 where somebody is paid otherwise, or may be"),
    )


def run(args: argparse.Namespace) -> int:
    """Print the comparison; return 1 where a version has errors, 2 where the command line will not do."""
    from polc.workspace.diff.revision import RevisionError, at_revision

    if args.rev is None:
        return _run(args, args.paths, None)
    if len(args.paths) > 1:
        return _slip(_ONE_PATH, args)
    try:
        with at_revision(args.rev, args.paths[0]) as taken:
            return _run(args, [str(taken.path), args.paths[0]], taken)
    except RevisionError as slip:
        return _slip(slip.words, args)


def _run(args: argparse.Namespace, paths: list[str], taken: Taken | None) -> int:
    """Compare two paths, of which one may have been ``taken`` out of a revision."""
    from polc.workspace.diff.found import Weight
    from polc.workspace.diff.versions import PairsError, pairs
    from polc.workspace.given import TellingError

    shown = str if taken is None else taken.shown
    try:
        found = pairs(paths)
        language = spoken(args, *found.languages)
        errors = _called([each for each in found.findings if each.severity is Severity.ERROR], taken)
        compared = found.compared(args.same, args.apart)
    except PairsError as slip:
        report(_called(slip.findings, taken), spoken(args))
        if slip.words is None:
            return exits.FOUND
        return _slip(slip.words if taken is None else taken.said(slip.words), args)
    except TellingError as slip:
        return _slip(slip.words, args)
    if args.format == "text":
        from polc.workspace.diff.as_text import as_text

        report(errors, language)
        out = sys.stdout
        out.write(as_text(compared, language, colour=may_colour(out), width=width_of(out), shown=shown))
    elif args.format == "json":
        from polc.workspace.diff.as_json import as_json

        sys.stdout.write(as_json(compared, errors, shown=shown))
    else:
        from polc.workspace.diff.as_markdown import as_markdown

        sys.stdout.write(as_markdown(compared, language, shown=shown))
        for finding in errors:
            span = finding.place.span
            print(f"polc: {span.source.path}:{span.begin.line}: {finding.message(language)}", file=sys.stderr)
    if errors:
        return exits.FOUND
    moved = any(each.weight <= Weight.OTHERWISE for each in compared)
    return exits.FOUND if args.exit_code and moved else exits.FINE


def _called(findings: Sequence[Diagnostic], taken: Taken | None) -> list[Diagnostic]:
    return [each if taken is None else taken.finding(each) for each in findings]


def _slip(words: Words, args: argparse.Namespace) -> int:
    print(f"polc: {words.in_(spoken(args))}", file=sys.stderr)
    return exits.USAGE


_ONE_PATH = Words("--rev 只和一个 PATH 一起写", "--rev takes one PATH")
