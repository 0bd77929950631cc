"""``polc coverage``: how much of the official text each policy encodes."""

from __future__ import annotations

import json
import sys
from typing import TYPE_CHECKING

from polc.diagnostics import Severity, Words
from polc.hosts.cli import exits
from polc.hosts.cli.language import spoken
from polc.hosts.cli.report import report

if TYPE_CHECKING:
    import argparse

    from polc.hosts.cli.parser import Parser


_NO_POLICY = Words("这里只有词汇，没有政策", "there are only vocabularies here, no policy")


def add_arguments(parser: Parser) -> None:
    """Declare the arguments."""
    say = parser.say
    parser.add_argument("paths", nargs="*", default=["."], metavar="PATH", help=say("文件或文件夹", "files or folders"))
    parser.add_argument("--json", action="store_true", help=say("以 JSON 输出", "print JSON"))


def run(args: argparse.Namespace) -> int:
    """Print the table; return 1 where a policy is incomplete or could not be read."""
    from polc.workspace import load
    from polc.workspace.coverage import as_data, as_text, coverage

    space = load(args.paths)
    language = spoken(args, *space.languages)
    errors = [f for f in space.findings if f.severity is Severity.ERROR]
    found = coverage(space)
    if args.json:
        print(json.dumps(as_data(found), ensure_ascii=False, indent=2))
    else:
        report(errors, language)
        if space.only_vocabularies:
            print(f"polc: {_NO_POLICY.in_(language)}", file=sys.stderr)
            return exits.FOUND
        sys.stdout.write(as_text(found, language))
    return exits.FINE if found and not errors and all(each.complete for each in found) else exits.FOUND
