"""``--baseline`` and its kin: hold back what a baseline has, write one, take out of it what matches nothing."""

from __future__ import annotations

import sys
from pathlib import Path
from typing import TYPE_CHECKING

from polc.diagnostics import Words

if TYPE_CHECKING:
    import argparse

    from polc.diagnostics.report import Owns, Report
    from polc.hosts.cli.parser import Parser
    from polc.workspace.baseline import Looked
    from polc.workspace.settings import Settings

_WRITTEN = Words("写好了基线 {path}：{count} 条", "wrote the baseline {path}, with lines: {count}")
_FAILED = Words("写不了基线 {path}：{why}", "cannot write the baseline {path}: {why}")


def add_arguments(parser: Parser) -> None:
    """Declare the arguments."""
    say = parser.say
    which = parser.add_mutually_exclusive_group()
    which.add_argument(
        "--baseline",
        metavar="FILE",
        help=say("这个文件里有的问题不报，只报新的", "findings that this file has are not told, only new ones"),
    )
    which.add_argument(
        "--no-baseline", action="store_true", help=say("不看配置里的基线", "pass over the baseline that is configured")
    )
    which.add_argument(
        "--write-baseline",
        metavar="FILE",
        help=say("把现在的问题都写进这个文件，以后只报新的", "write all that is found now into this file"),
    )
    parser.add_argument(
        "--prune-baseline",
        action="store_true",
        help=say("从基线里删掉对不上的，不添新的", "take out of the baseline what matches nothing, add nothing"),
    )


def check_arguments(args: argparse.Namespace, settings: Settings) -> None:
    """Raise TellingError where a baseline is to be pruned and there is none."""
    from polc.workspace.given import TellingError

    if args.prune_baseline and (args.write_baseline or _path(args, settings) is None):
        raise TellingError(
            Words(
                "--prune-baseline 要和 --baseline FILE（或者配置里的 baseline）一起用",
                "--prune-baseline goes with --baseline FILE, or a baseline in the configuration",
            )
        )


def with_baseline(
    found: Report, args: argparse.Namespace, settings: Settings, looked: Looked, owns: Owns
) -> Report | None:
    """Return the report with what a baseline has held back; None where one could not be written."""
    from polc.workspace.baseline import held_back, read_baseline, together, written

    path = _path(args, settings)
    if path is None:
        return found
    writes = bool(args.write_baseline)
    entries, slips = ([], []) if writes and not path.is_file() else read_baseline(path)
    if slips:  # with a line that cannot be read nothing is written: it would be lost
        return together(held_back(found, entries, looked), slips)
    if writes or args.prune_baseline:
        text = written(found, owns, entries, looked, new=writes)
        try:
            path.write_text(text, encoding="utf-8", newline="\n")
        except (OSError, ValueError) as error:
            why = error.strerror if isinstance(error, OSError) and error.strerror else str(error)
            print(f"polc: {_FAILED.fill(path=str(path), why=why).in_(found.language)}", file=sys.stderr)
            return None
        entries, _ = read_baseline(path)
        print(_WRITTEN.fill(path=str(path), count=str(len(entries))).in_(found.language), file=sys.stderr)
    return held_back(found, entries, looked)


def _path(args: argparse.Namespace, settings: Settings) -> Path | None:
    """Return the baseline that is asked for, on the command line first."""
    if args.no_baseline:
        return None
    named = args.write_baseline or args.baseline
    return Path(named) if named else settings.baseline_file
