"""``polc fmt``: the canonical layout of files. It writes only what changes, and only what is proved to say the same."""

from __future__ import annotations

import sys
from contextlib import redirect_stdout
from typing import TYPE_CHECKING

from polc.diagnostics.words import Words
from polc.hosts.cli import exits
from polc.hosts.cli.language import spoken
from polc.hosts.cli.report import report

if TYPE_CHECKING:
    import argparse
    from collections.abc import Sequence

    from polc.diagnostics.words import Language
    from polc.hosts.cli.parser import Parser
    from polc.workspace.formatting import Outcome

_FORMATTED = Words("已整理 {path}", "formatted {path}")
_WOULD = Words("要整理 {path}", "would format {path}")
_FOREIGN = Words("跳过 {path}：不是 .pol 文件", "skipped {path}: not a .pol file")
_UNWRITTEN = Words("写不进 {path}，没有改动", "cannot write {path}; it was left alone")
_KEPT = Words(
    "{path}：第 {lines} 行有问题，保持原样（polc check 说明）",
    "{path}: something is wrong in line {lines}, left as it was (polc check tells what)",
)
_INDENTATION = Words(
    "{path}：有的行缩进与归属不符，全文缩进没有动（polc check 说明）",
    "{path}: a line is indented unlike its block, so no indentation was touched (polc check tells where)",
)
_DOUBTED = Words(
    "{path} 没有改动：整理后的文字与原文含义不同。这是 polc 的问题，不是政策文件的问题，请把文件报告给我们",
    "{path} was left alone: formatted it would not say the same. the fault is ours, not the policy's; "
    "please report it with the file",
)
_LOSSY = Words(
    "{path} 没有改动：里面有读不出的字节，写回去会丢",
    "{path} was left alone: it holds bytes that cannot be read and would be lost",
)
_NONE = Words("没有要整理的文件", "nothing to format")
_MOST_LINES = 5


def add_arguments(parser: Parser) -> None:
    """Declare the arguments."""
    say = parser.say
    parser.add_argument("paths", nargs="*", metavar="PATH", help=say("文件或文件夹", "files or folders"))
    parser.add_argument(
        "--check",
        action="store_true",
        help=say("只列出要整理的文件，不写", "only list the files to format, write nothing"),
    )
    parser.add_argument(
        "--diff", action="store_true", help=say("只显示改动，不写", "only show the changes, write nothing")
    )
    parser.add_argument(
        "--keywords",
        choices=("zh", "en"),
        help=say("所有关键词、单位改用一种语言", "put all keywords and units into one language"),
    )
    parser.add_argument(
        "--stdin", action="store_true", help=say("从标准输入读，写到标准输出", "from standard input to standard output")
    )


def run(args: argparse.Namespace) -> int:
    """Format files, or list or show what would change; 1 where --check finds a file or one cannot be read."""
    from polc.workspace.formatting import format_data, format_paths

    if args.stdin and args.paths:
        _say(Words("--stdin 不与文件同用", "--stdin takes no files"), args.language or "zh")
        return exits.USAGE
    if args.stdin:
        return _filter(args, format_data(sys.stdin.buffer.read(), "<stdin>", args.keywords))
    outcomes = list(format_paths(args.paths or ["."], args.keywords))
    language = spoken(args, *(each.language for each in outcomes if each.language))
    return _Files(args, language).settle(outcomes)


def _filter(args: argparse.Namespace, outcome: Outcome) -> int:
    """Answer ``--stdin``: the formatted text, or the text as it came where it cannot be formatted."""
    from polc.workspace.formatting import State
    from polc.workspace.patch import patch

    language = spoken(args, *([outcome.language] if outcome.language else []))
    if outcome.source is None:
        with redirect_stdout(sys.stderr):
            report(outcome.findings, language)
        if outcome.state is State.LOSSY:
            _say(_LOSSY.fill(path=outcome.path), language)
        return exits.FOUND
    changed = outcome.state is State.CHANGED
    if outcome.state is State.DOUBTED:
        _say(_DOUBTED.fill(path=outcome.path), language)
    if args.diff:
        sys.stdout.write(patch(outcome))
    elif not args.check:
        sys.stdout.flush()
        sys.stdout.buffer.write(outcome.data)
    if outcome.state is State.DOUBTED:
        return exits.INTERNAL
    return exits.FOUND if args.check and changed else exits.FINE


class _Files:
    """The answer for files: what is written, what is said, and the exit code."""

    def __init__(self, args: argparse.Namespace, language: Language) -> None:
        self.check: bool = args.check
        self.diff: bool = args.diff
        self.language = language
        self.out = sys.stderr if self.diff else sys.stdout

    def settle(self, outcomes: Sequence[Outcome]) -> int:
        """Write or show what is to be, say what became of each file, and return the exit code."""
        from polc.workspace.formatting import State

        changed = [each for each in outcomes if each.state is State.CHANGED]
        failed = [each for each in changed if not self._change(each)]
        for each in outcomes:
            self._remark(each)
        findings = [finding for each in outcomes for finding in each.findings]
        with redirect_stdout(self.out):
            report(findings, self.language)
        fine = sum(each.state is State.FINE for each in outcomes)
        self._print(_counted(len(changed) - len(failed), fine, would=self.check or self.diff))
        if any(each.state is State.DOUBTED for each in outcomes):
            return exits.INTERNAL
        unread = any(each.state in (State.UNREAD, State.LOSSY) for each in outcomes)
        return exits.FOUND if failed or unread or (self.check and changed) else exits.FINE

    def _change(self, outcome: Outcome) -> bool:
        """Do with a changed file what was asked for; False where it could not be written."""
        from polc.workspace.formatting import write
        from polc.workspace.patch import patch

        if self.diff:
            sys.stdout.write(patch(outcome))
        if self.check or self.diff:
            self._print(_WOULD.fill(path=outcome.path))
            return True
        done = write(outcome)
        if done:
            self._print(_FORMATTED.fill(path=outcome.path))
        else:
            _say(_UNWRITTEN.fill(path=outcome.path), self.language)
        return done

    def _remark(self, outcome: Outcome) -> None:
        from polc.workspace.formatting import State

        if outcome.state is State.FOREIGN:
            self._print(_FOREIGN.fill(path=outcome.path))
        elif outcome.state is State.LOSSY:
            _say(_LOSSY.fill(path=outcome.path), self.language)
        elif outcome.state is State.DOUBTED:
            _say(_DOUBTED.fill(path=outcome.path), self.language)
        elif outcome.result and outcome.result.kept:
            numbers = [str(number) for number in outcome.result.kept[:_MOST_LINES]]
            more = "…" if len(outcome.result.kept) > _MOST_LINES else ""
            lines = Words("、".join(numbers) + more, ", ".join(numbers) + more)
            self._print(_KEPT.fill(path=outcome.path, lines=lines))
        if outcome.result and outcome.result.indentation_kept:
            self._print(_INDENTATION.fill(path=outcome.path))

    def _print(self, words: Words) -> None:
        print(words.in_(self.language), file=self.out)


def _counted(changed: int, fine: int, *, would: bool) -> Words:
    """Return the closing line."""
    if not changed and not fine:
        return _NONE
    files = "1 file" if changed == 1 else f"{changed} files"
    zh = f"{changed} 个文件{'要整理' if would else '已整理'}，{fine} 个不用改"
    return Words(zh, f"{files} {'to format' if would else 'formatted'}, {fine} fine already")


def _say(words: Words, language: Language) -> None:
    """Write a complaint to the error stream."""
    print(f"polc: {words.in_(language)}", file=sys.stderr)
