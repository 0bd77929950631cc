"""``polc check``: everything that is wrong with policies, in one run."""

from __future__ import annotations

import sys
from pathlib import Path
from typing import TYPE_CHECKING

from polc.diagnostics import Severity, Words
from polc.hosts.cli import baseline, exits, fixes
from polc.hosts.cli.as_of import day
from polc.hosts.cli.formats import FORMATS, LEVELS, write
from polc.hosts.cli.language import spoken
from polc.hosts.cli.progress import progress
from polc.hosts.cli.version import version

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
    parser.add_argument("paths", nargs="*", metavar="PATH", help=say("文件或文件夹", "files or folders"))
    parser.add_argument(
        "--accept-source",
        action="store_true",
        help=say(
            "认下现在的官方文本，以后改了就知道动了哪里",
            "accept the official texts as they are, to show later what moved",
        ),
    )
    fixes.add_arguments(parser)
    parser.add_argument(
        "--as-of",
        metavar="YYYY-MM-DD",
        help=say("按哪一天检查（默认今天）", "the day to look at validity on (default: today)"),
    )
    parser.add_argument(
        "--select",
        action="append",
        metavar="RULE,…",
        help=say("只报这几条规则（读不懂的错误照报）", "only these rules (and errors of reading)"),
    )
    parser.add_argument("--ignore", action="append", metavar="RULE,…", help=say("不报这几条规则", "not these rules"))
    parser.add_argument(
        "--fail-level",
        choices=list(LEVELS),
        help=say("多重的问题算不通过（默认 error）", "what makes the exit code 1 (default: error)"),
    )
    parser.add_argument(
        "--strict",
        action="store_true",
        help=say("没有判定的问题（check-skipped）也算不通过", "what could not be decided (check-skipped) fails too"),
    )
    parser.add_argument(
        "--config",
        metavar="FILE",
        help=say("配置文件（默认往上找 polc.toml）", "the configuration (default: the polc.toml above)"),
    )
    baseline.add_arguments(parser)
    shape = parser.add_mutually_exclusive_group()
    shape.add_argument(
        "--format",
        choices=FORMATS,
        default="text",
        metavar="FORMAT",
        help=say("输出格式：", "how to write it: ") + "|".join(FORMATS),
    )
    shape.add_argument(
        "--json", dest="format", action="store_const", const="json", help=say("同 --format json", "--format json")
    )
    parser.add_argument("--output", metavar="FILE", help=say("写到这个文件", "write to this file"))
    parser.add_argument(
        "--jobs",
        type=int,
        metavar="N",
        help=say("用几个进程（默认有几个核用几个）", "how many processes (default: one a core)"),
    )
    parser.add_argument(
        "--no-cache", action="store_true", help=say("不用也不写缓存，全部重算", "neither use nor write the cache")
    )


def run(args: argparse.Namespace) -> int:
    """Write the findings; return 1 where one is as grave as ``--fail-level``, 2 for a wrong day or rule."""
    from polc.diagnostics.report import report
    from polc.workspace import load
    from polc.workspace.baseline import Looked
    from polc.workspace.cache import usual
    from polc.workspace.examination import examine
    from polc.workspace.given import TellingError
    from polc.workspace.means import Means, cores
    from polc.workspace.settings import settings_for
    from polc.workspace.which_rules import which_rules

    settings, slips = settings_for(args.paths or ["."], Path(args.config) if args.config else None)
    try:
        strict = args.strict or settings.strict
        asked = which_rules(args.select, args.ignore, strict=strict, levels=settings.levels)
        offers = fixes.offers(args)
        today = day(args.as_of or settings.as_of)
        baseline.check_arguments(args, settings)
    except TellingError as slip:
        print(f"polc: {slip.words.in_(spoken(args))}", file=sys.stderr)
        return exits.USAGE
    paths = args.paths or settings.places or ["."]
    if args.accept_source:
        space = load(paths, settings.left_out)
        if not _accepted(space, spoken(args, *space.languages)):
            return exits.USAGE
    code = exits.FINE
    if fixes.asked_for(args):
        from polc.workspace.fixing import Asking  # it needs the compiler

        space = load(paths, settings.left_out)
        files = fixes.files(paths, settings.left_out)
        code = fixes.fix(args, space, Asking(files, asked.of, today, offers), spoken(args, *space.languages))
        if args.diff:
            return code
    with progress(sys.stderr, spoken(args)) as told:
        means = Means(None if args.no_cache else usual(), args.jobs or cores(), told)
        seen = examine(paths, today, asked, settings, means)
    every = report(
        asked.of([*slips, *seen.findings]),
        spoken(args, *seen.languages),
        here=str(Path.cwd()),
        version=version(),
        owns=seen.owns,
        fails=LEVELS[args.fail_level] if args.fail_level else settings.fail_level or Severity.ERROR,
        tally=seen.tally,
    )
    found = baseline.with_baseline(every, args, settings, Looked(seen.whole, asked.asks), seen.owns)
    written = found is not None and write(found, args.format, args.output)
    return max(code, exits.FINE if found is not None and written and not found.fails_at_all else exits.FOUND)


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
