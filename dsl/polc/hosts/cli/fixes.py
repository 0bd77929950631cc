"""``polc check --fix``: safe fixes put into the files, or with ``--diff`` only shown; what was done, rule by rule."""

from __future__ import annotations

import sys
from pathlib import Path
from typing import TYPE_CHECKING

from polc.diagnostics.words import Words
from polc.hosts.cli import exits

if TYPE_CHECKING:
    import argparse
    from collections.abc import Callable, Sequence

    from polc.diagnostics.words import Language
    from polc.hosts.cli.parser import Parser
    from polc.workspace import Workspace
    from polc.workspace.fixing import Asking, Mended

_FIXED = Words("已改 {path}：{rules}", "fixed {path}: {rules}")
_WOULD = Words("要改 {path}：{rules}", "would fix {path}: {rules}")
_UNWRITTEN = Words("写不进 {path}，没有改动", "cannot write {path}; it was left alone")
_LOSSY = Words(
    "{path} 没有改动：里面有读不出的字节，写回去会丢",
    "{path} was left alone: it holds bytes that cannot be read and would be lost",
)
_DOUBTED = Words(
    "{path} 没有改动：改了以后算出来的不一样。这是 polc 的问题，不是政策文件的问题，请把文件报告给我们",
    "{path} was left alone: mended it would not compute the same. the fault is ours, not the policy's; "
    "please report it with the file",
)
_NOTHING = Words("没有可以自动改的", "nothing to fix")
_TIMES = Words("{rule} {count} 处", "{rule} ×{count}")


def add_arguments(parser: Parser) -> None:
    """Declare the arguments."""
    say = parser.say
    parser.add_argument(
        "--fix",
        action="store_true",
        help=say(
            "改好一定不影响应得的写法，再检查一遍", "put in the fixes that cannot change an award, then check again"
        ),
    )
    parser.add_argument(
        "--fix-offered",
        action="append",
        metavar="RULE,…",
        help=say(
            "这几条规则给出的、要人核对的改法也改（含 --fix）",
            "also put in what these rules offer for a person to look at (implies --fix)",
        ),
    )
    parser.add_argument(
        "--diff",
        action="store_true",
        help=say("只显示要改什么，不写（含 --fix）", "only show what would be fixed, write nothing (implies --fix)"),
    )


def asked_for(args: argparse.Namespace) -> bool:
    """Return whether something is to be fixed."""
    return bool(args.fix or args.diff or args.fix_offered)


def offers(args: argparse.Namespace) -> frozenset[str]:
    """Return the rules whose offers are to be put in too. Raises TellingError for a name that no rule has."""
    from polc.workspace.which_rules import names_in

    return frozenset(names_in(args.fix_offered or ()))


def files(paths: Sequence[str | Path], left_out: Callable[[Path], bool]) -> frozenset[Path]:
    """Return the files that may be changed: those that the paths mean, and no others that are read beside them."""
    from polc.workspace.load import Workspace, files_by_folder

    folders = (folder for path in paths for folder in files_by_folder(Path(path), Workspace(), left_out))
    return frozenset(file.resolve() for folder in folders for file in folder)


def fix(args: argparse.Namespace, space: Workspace, asking: Asking, language: Language) -> int:
    """Mend the files, or with ``--diff`` show the changes.

    Return 0 where all went well; 1 where a file could not be written, or with ``--diff`` where something would change;
    3 where a fix would change an award.
    """
    from polc.workspace.fixing import mended

    found = mended(space, asking)
    if not found:
        print(_NOTHING.in_(language), file=sys.stderr)
    codes = [_settle(each, language, show=args.diff) for each in found]
    return max(codes, default=exits.FINE)


def _settle(file: Mended, language: Language, *, show: bool) -> int:
    from polc.workspace.fixing import State, write
    from polc.workspace.patch import between

    code, words = exits.FINE, _FIXED
    if file.state is State.DOUBTED:
        code, words = exits.INTERNAL, _DOUBTED
    elif file.state is State.LOSSY:
        code, words = exits.FOUND, _LOSSY
    elif show:
        code, words = exits.FOUND, _WOULD
        sys.stdout.write(between(file.source, file.text))
    elif not write(file):
        code, words = exits.FOUND, _UNWRITTEN
    between_rules = Words("、", ", ").in_(language)
    rules = between_rules.join(
        _TIMES.fill(rule=rule, count=str(count)).in_(language) for rule, count in sorted(file.rules.items())
    )
    print(words.fill(path=file.path, rules=rules).in_(language), file=sys.stderr)
    return code
