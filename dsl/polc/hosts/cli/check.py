"""``polc check``: everything that is wrong with policies, in one run."""

from __future__ import annotations

import sys
from typing import TYPE_CHECKING

from polc.diagnostics import Severity, Words
from polc.hosts.cli import exits
from polc.hosts.cli.as_of import day
from polc.hosts.cli.language import spoken
from polc.hosts.cli.report import report

if TYPE_CHECKING:
    import argparse

    from polc.diagnostics.words import Language
    from polc.hosts.cli.parser import Parser
    from polc.workspace import Workspace

_TAKEN = Words("认下了 {path}：{count} 句，sha256 {hash}…", "accepted {path}: {count} sentences, sha256 {hash}…")
_FAILED = Words("写不了 {path} 的记录：{why}", "cannot write the record of {path}: {why}")
_NOTHING = Words(
    "没有哪份政策写了“原文文件”，没有可以认下的", "no policy names its official text (原文文件): nothing to accept"
)


def add_arguments(parser: Parser) -> None:
    """Declare the arguments."""
    say = parser.say
    parser.add_argument("paths", nargs="*", default=["."], metavar="PATH", help=say("文件或文件夹", "files or folders"))
    parser.add_argument(
        "--accept-source",
        action="store_true",
        help=say(
            "认下现在的官方文本，以后改了就知道动了哪里",
            "accept the official texts as they are, to show later what moved",
        ),
    )
    parser.add_argument(
        "--as-of",
        metavar="YYYY-MM-DD",
        help=say("按哪一天检查（默认今天）", "the day to look at validity on (default: today)"),
    )
    parser.add_argument("--json", action="store_true", help=say("以 JSON 输出", "print JSON"))


def run(args: argparse.Namespace) -> int:
    """Print the findings; return 1 where there is an error, 2 where ``--as-of`` is no day."""
    from polc.workspace import load
    from polc.workspace.checked import findings
    from polc.workspace.given import TellingError

    space = load(args.paths)
    language = spoken(args, *space.languages)
    if args.accept_source and not _accepted(space, language):
        return exits.USAGE
    if args.accept_source:
        space = load(args.paths)
    try:
        found = findings(space, day(args.as_of))
    except TellingError as slip:
        print(f"polc: {slip.words.in_(language)}", file=sys.stderr)
        return exits.USAGE
    if args.json:
        from polc.diagnostics.as_json import as_json

        print(as_json(found))
    else:
        report(found, language)
        if not found:
            print("没有发现问题" if language == "zh" else "nothing found")
    return exits.FOUND if any(f.severity is Severity.ERROR for f in found) else exits.FINE


def _accepted(space: Workspace, language: Language) -> bool:
    """Accept the official texts, say which, and return whether all could be written down."""
    from polc.workspace.acceptance import accept

    taken = list(accept(space))
    for each in taken:
        words = _FAILED if each.why else _TAKEN
        said = words.fill(path=each.path, hash=each.sha256[:12], count=str(each.sentences), why=each.why)
        print(said.in_(language), file=sys.stderr)
    if not taken:
        print(_NOTHING.in_(language), file=sys.stderr)
    return all(not each.why for each in taken)
