"""What the README shows is what happens."""

import re
from pathlib import Path

import pytest

from polc.hosts.cli import exits, main
from polc.hosts.cli.table import COMMANDS

ROOT = Path(__file__).parents[2]
READMES = pytest.mark.parametrize("readme", ["README.md", "README.zh.md"])


def text_of(readme: str) -> str:
    return (ROOT / readme).read_text(encoding="utf-8")


def clause(readme: str) -> str:
    found = re.search(r"^```pol\n(.*?)^```$", text_of(readme), re.DOTALL | re.MULTILINE)
    assert found
    return found[1]


@READMES
def test_the_clause_checks_and_tests_green(readme: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (tmp_path / "policy.pol").write_text(clause(readme), encoding="utf-8")
    assert main(["check", str(tmp_path)]) == exits.FINE, capsys.readouterr().out
    assert main(["test", str(tmp_path)]) == exits.FINE, capsys.readouterr().out


@READMES
def test_the_slip_of_the_pen_is_reported_as_shown(
    readme: str, tmp_path: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    shown = re.search(r"^\$ polc check policies/demo([^\n]*)\n(.*?)^```$", text_of(readme), re.DOTALL | re.MULTILINE)
    assert shown
    folder = tmp_path / "policies" / "demo"
    folder.mkdir(parents=True)
    slip = clause(readme).replace("达到 30万元\n", "达到 30万\n")
    (folder / "policy.pol").write_text(slip, encoding="utf-8")
    monkeypatch.chdir(tmp_path)
    monkeypatch.delenv("POLC_LANG", raising=False)
    assert main(["check", "policies/demo", *shown[1].split()]) == exits.FOUND
    assert capsys.readouterr().out == shown[2]


@READMES
def test_the_answer_is_the_one_shown(readme: str, capsys: pytest.CaptureFixture[str]) -> None:
    shown = re.search(r"^\$ polc (eval .*?)\n((?!  +--).*?)^```$", text_of(readme), re.DOTALL | re.MULTILINE)
    assert shown
    command, answer = shown[1], shown[2]
    words = command.replace("\\\n", " ").replace("policies/yuxi", str(ROOT / "policies/yuxi")).split()
    assert main(words) == exits.FINE
    assert capsys.readouterr().out == answer


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
