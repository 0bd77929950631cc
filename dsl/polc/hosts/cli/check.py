"""``polc check``: everything that is wrong with policies, in one run."""

from __future__ import annotations

from typing import TYPE_CHECKING

from polc.diagnostics import Severity
from polc.hosts.cli import exits
from polc.hosts.cli.language import spoken
from polc.hosts.cli.report import report

if TYPE_CHECKING:
    import argparse

    from polc.hosts.cli.parser import Parser


def add_arguments(parser: Parser) -> None:
    """Declare the arguments."""
    say = parser.say
    parser.add_argument("paths", nargs="*", default=["."], metavar="PATH", help=say("文件或文件夹", "files or folders"))
    parser.add_argument("--json", action="store_true", help=say("以 JSON 输出", "print JSON"))


def run(args: argparse.Namespace) -> int:
    """Print the findings; return 1 where there is an error."""
    from polc.workspace import load
    from polc.workspace.checked import findings

    space = load(args.paths)
    language = spoken(args, *space.languages)
    found = findings(space)
    if args.json:
        from polc.diagnostics.as_json import as_json

        print(as_json(found))
    else:
        report(found, language)
        if not found:
            print("没有发现问题" if language == "zh" else "nothing found")
    return exits.FOUND if any(f.severity is Severity.ERROR for f in found) else exits.FINE
