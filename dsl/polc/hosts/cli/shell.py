"""Choose the command, run it, and turn whatever happens into an exit code."""

from __future__ import annotations

import atexit
import difflib
import gc
import importlib
import sys
import traceback
from typing import TYPE_CHECKING, Protocol, cast

from polc.diagnostics.words import Language, Words
from polc.hosts.cli import exits
from polc.hosts.cli.language import UnknownLanguageError, chosen
from polc.hosts.cli.parser import Parser
from polc.hosts.cli.streams import hang_up, make_safe
from polc.hosts.cli.table import COMMANDS, Command
from polc.hosts.cli.version import version

if TYPE_CHECKING:
    import argparse
    from collections.abc import Sequence

_ABOUT = Words(
    "把惠企政策写成可以检查、测试、计算和讲解的文字",
    "support measures as text that can be checked, tested and explained",
)

_FAULT = Words(
    "polc 内部出错了：这是 polc 的问题，不是政策文件的问题。请到本项目的问题列表报告，附上命令、政策文件和下面这一行；"
    "加 --debug 可以看到全部细节。",
    "polc failed inside: the fault is ours, not the policy's. please report it on the project's issue tracker with the "
    "command, the policy and the line below; --debug shows every detail.",
)


class _Module(Protocol):
    """What the module of a command offers."""

    def add_arguments(self, parser: Parser) -> None:
        """Declare the command's arguments."""

    def run(self, args: argparse.Namespace) -> int:
        """Do the work and return an exit code."""


GARBAGE = (100_000, 20, 100)
"""How seldom to look for garbage: what is read is kept to the end, and looking takes a tenth of the time otherwise."""


def main(argv: Sequence[str] | None = None) -> int:
    """Run ``polc`` with ``argv`` (the process's own arguments by default) and return its exit code."""
    arguments = list(sys.argv[1:] if argv is None else argv)
    gc.set_threshold(*GARBAGE)
    atexit.register(gc.freeze)  # nor to look once more at everything before it is all given back
    make_safe(sys.stdout, sys.stderr)
    language: Language | None = None
    try:
        language = chosen(arguments)
        code = _dispatch(arguments, language)
        sys.stdout.flush()
    except UnknownLanguageError as problem:
        _complain(problem.words, None)
        return exits.USAGE
    except SystemExit as leaving:  # argparse leaves this way after --help and after a wrong command line
        return leaving.code if isinstance(leaving.code, int) else exits.FINE
    except KeyboardInterrupt:
        _complain(Words("已停止", "stopped"), language)
        return exits.INTERRUPTED
    except BrokenPipeError:  # `polc … | head`: the work was not finished, so it is not called fine
        hang_up()
        return exits.FOUND
    except Exception as fault:  # noqa: BLE001 - the one place where a bug of ours becomes words
        return _confess(fault, language, debug="--debug" in arguments)
    return code


def _dispatch(arguments: list[str], language: Language | None) -> int:
    name, rest = _split(arguments)
    if name is None:
        return _help(arguments, language)
    command = next((c for c in COMMANDS if c.name == name), None)
    if command is None:
        return _unknown(name, language)
    module = _load(command)
    if module is None:
        _complain(Words(f"命令 {name} 还没有做好", f"the command {name} is not built yet"), language)
        return exits.USAGE
    parser = Parser(f"polc {name}", language, command.words)
    module.add_arguments(parser)
    _add_common(parser)
    args = parser.parse_args(rest)
    args.language = language
    return module.run(args)


def _split(arguments: list[str]) -> tuple[str | None, list[str]]:
    """Return the command's name and the other arguments; options may stand before the name."""
    skip = False
    for here, argument in enumerate(arguments):
        if skip:
            skip = False
        elif argument == "--lang":
            skip = True
        elif not argument.startswith("-"):
            return argument, arguments[:here] + arguments[here + 1 :]
    return None, arguments


def _load(command: Command) -> _Module | None:
    try:
        return cast("_Module", importlib.import_module(command.module))
    except ModuleNotFoundError as missing:
        if missing.name == command.module:
            return None
        raise


def _add_common(parser: Parser) -> None:
    """Declare what every command takes."""
    # the value was read beforehand by `chosen`: the parser itself already speaks that language
    parser.add_argument("--lang", metavar="zh|en", help=parser.say("用哪种语言回答", "the language of the answer"))
    parser.add_argument(
        "--debug", action="store_true", help=parser.say("内部出错时显示细节", "show the details of an internal error")
    )
    parser.add_argument("-h", "--help", action="help", help=parser.say("显示这份说明", "show this help"))


def _help(arguments: list[str], language: Language | None) -> int:
    """Answer a command line without a command: help, the version, or what is wrong with it."""
    parser = Parser("polc", language, _ABOUT)
    parser.usage = parser.say("polc 命令 …", "polc COMMAND ...")
    lines = [f"  {c.name:<10}{parser.say(c.words.zh, c.words.en)}" for c in COMMANDS]
    parser.description = "\n".join([f"{parser.description}\n", parser.say("命令", "commands") + ":", *lines])
    _add_common(parser)
    parser.add_argument("--version", action="store_true", help=parser.say("显示版本", "show the version"))
    parser.epilog = parser.say("polc 命令 --help 说明每个命令", "polc COMMAND --help tells about each")
    args = parser.parse_args(arguments)
    if args.version:
        number = version()
        print(f"polc {number}" if number else "polc (not installed)")
        return exits.FINE
    if arguments:
        parser.error("the following arguments are required: COMMAND")
    parser.print_help()
    return exits.FINE


def _unknown(name: str, language: Language | None) -> int:
    near = difflib.get_close_matches(name, [c.name for c in COMMANDS], n=1)
    words = Words(f"没有命令 {name}", f"there is no command {name}")
    if near:
        words = Words(f"{words.zh}；是不是 {near[0]}？", f"{words.en}; did you mean {near[0]}?")
    _complain(words, language)
    _complain(Words("polc --help 列出所有命令", "polc --help lists all commands"), language)
    return exits.USAGE


def _confess(fault: Exception, language: Language | None, *, debug: bool) -> int:
    _complain(_FAULT, language)
    print(f"  {type(fault).__name__}: {fault}", file=sys.stderr)
    if debug:
        traceback.print_exception(fault)
    return exits.INTERNAL


def _complain(words: Words, language: Language | None) -> None:
    """Write ``words`` to the error stream; in both languages where none was asked for."""
    for each in ("zh", "en") if language is None else (language,):
        print(f"polc: {words.in_(each)}", file=sys.stderr)
