"""The README and the reference of the command line know every command. What they show is run by ``tests/docs``."""

from pathlib import Path

import pytest

from polc.hosts.cli.table import COMMANDS

ROOT = Path(__file__).parents[2]
READMES = pytest.mark.parametrize("readme", ["README.md", "README.zh.md"])


def text_of(readme: str) -> str:
    return (ROOT / readme).read_text(encoding="utf-8")


@READMES
def test_every_command_is_listed(readme: str) -> None:
    for command in COMMANDS:
        assert f"`polc {command.name} " in text_of(readme)


def test_the_reference_of_the_command_line_lists_every_command() -> None:
    page = (ROOT / "docs/reference/cli.md").read_text(encoding="utf-8")
    for command in COMMANDS:
        assert f"| `polc {command.name}" in page
        assert command.words.zh in page
        assert command.words.en in page
