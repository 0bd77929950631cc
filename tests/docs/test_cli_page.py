"""The page of the command line tells every option of every command, in the command's own section."""

import re

import pytest
from doc_fences import ROOT

from polc.diagnostics.words import Words
from polc.hosts.cli.parser import Parser
from polc.hosts.cli.table import COMMANDS, Command

PAGE = (ROOT / "docs/reference/cli.md").read_text(encoding="utf-8")


def section(name: str) -> str:
    found = re.search(rf"^## {re.escape(name)}\n(.*?)(?=^## )", PAGE, re.DOTALL | re.MULTILINE)
    assert found, f"no section {name}"
    return found[1]


@pytest.mark.parametrize("command", COMMANDS, ids=lambda command: command.name)
def test_a_section_tells_every_option_of_its_command(command: Command) -> None:
    parser = Parser(f"polc {command.name}", "en", Words("", ""))
    pytest.importorskip(command.module, reason="not built yet").add_arguments(parser)
    options = {option for action in parser._actions for option in action.option_strings}
    told = set(re.findall(r"`(--?[a-z][a-z-]*)", section(command.name)))
    assert options == told


def test_the_common_options_are_told() -> None:
    told = section("每个命令都有 · Every command")
    assert {"--lang", "--debug", "-h", "--help", "--version"} == set(re.findall(r"`(--?[a-z][a-z-]*)", told))
