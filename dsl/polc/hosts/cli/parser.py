"""argparse that speaks Chinese and English: help, headings and the words for a command line that is wrong.

Where no language was asked for, help shows both.
"""

from __future__ import annotations

import argparse
import re
import sys
from typing import TYPE_CHECKING, NoReturn

from polc.diagnostics.words import Language, Words
from polc.hosts.cli.exits import USAGE

if TYPE_CHECKING:
    from collections.abc import Sequence

_PROBLEMS: tuple[tuple[re.Pattern[str], str], ...] = (
    (re.compile(r"the following arguments are required: (.*)"), r"缺少：\1"),
    (re.compile(r"unrecognized arguments: (.*)"), r"不认识：\1"),
    (re.compile(r"argument (.*): invalid choice: (.*) \(choose from (.*)\)"), r"\1 不能是 \2；可以是 \3"),
    (re.compile(r"argument (.*): invalid \w+ value: (.*)"), r"\1 读不懂 \2"),
    (re.compile(r"argument (.*): expected one argument"), r"\1 后面缺一个值"),
    (re.compile(r"argument (.*): expected at least one argument"), r"\1 后面至少要有一个值"),
    (re.compile(r"argument (.*): ignored explicit argument (.*)"), r"\1 后面不带值，却写了 \2"),
    (re.compile(r"argument (.*): not allowed with argument (.*)"), r"\1 不能与 \2 同时使用"),
    (re.compile(r"one of the arguments (.*) is required"), r"要写其中一个：\1"),
    (re.compile(r"ambiguous option: (.*) could match (.*)"), r"\1 不明确；可能是 \2"),
)
"""What argparse says in English, and how to say it in Chinese. An unknown sentence is shown as it is."""


def in_chinese(problem: str) -> str:
    """Return argparse's ``problem`` in Chinese, or unchanged where we do not know the sentence."""
    for pattern, chinese in _PROBLEMS:
        if pattern.fullmatch(problem):
            return pattern.sub(chinese, problem)
    return problem


class _Formatter(argparse.RawDescriptionHelpFormatter):
    """argparse's layout, wide enough for two languages in a line."""

    def __init__(self, prog: str) -> None:
        super().__init__(prog, max_help_position=26, width=110)


class Parser(argparse.ArgumentParser):
    """A parser whose words come in ``language``; None means in both."""

    def __init__(self, prog: str, language: Language | None, words: Words) -> None:
        self.language = language
        super().__init__(
            prog=prog,
            description=self.say(words.zh, words.en),
            formatter_class=_Formatter,
            add_help=False,
            allow_abbrev=False,
        )
        self._positionals.title = self.say("参数", "arguments")
        self._optionals.title = self.say("选项", "options")

    def say(self, zh: str, en: str) -> str:
        """Return the words to show: ``zh``, ``en``, or both."""
        both = {"zh": zh, "en": en}
        return f"{zh} · {en}" if self.language is None else both[self.language]

    def format_usage(self) -> str:
        """Return the usage line with its heading in our language."""
        return self._own_heading(super().format_usage())

    def format_help(self) -> str:
        """Return the whole help with its headings in our language."""
        return self._own_heading(super().format_help())

    def _own_heading(self, text: str) -> str:
        return re.sub(r"\A.*?usage: ", self.say("用法", "usage") + ": ", text, flags=re.DOTALL)

    def parse_args(  # type: ignore[override]  # a Namespace of our own making is never handed in
        self, args: Sequence[str] | None = None
    ) -> argparse.Namespace:
        """Parse ``args``; options may stand anywhere among the positional arguments."""
        return super().parse_args(args)

    def error(self, message: str) -> NoReturn:
        """Say what is wrong with the command line, and leave with the code for wrong usage."""
        self.print_usage(sys.stderr)
        said = {"zh": in_chinese(message), "en": message}
        wanted = said if self.language is None else {self.language: said[self.language]}
        self.exit(USAGE, "".join(f"{self.prog}: {each}\n" for each in dict.fromkeys(wanted.values())))
