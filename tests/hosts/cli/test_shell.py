"""The command ``polc`` as such: its words, its exit codes, and what it does when something goes wrong."""

import io
import os
import subprocess
import sys
from types import SimpleNamespace

import pytest

from polc.hosts.cli import exits, main, shell
from polc.hosts.cli.language import UnknownLanguageError, chosen, read_language, spoken
from polc.hosts.cli.table import COMMANDS


@pytest.fixture(autouse=True)
def no_language_from_outside(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv("POLC_LANG", raising=False)


def test_help_lists_every_command_in_both_languages_until_one_is_chosen(capsys: pytest.CaptureFixture[str]) -> None:
    assert main([]) == exits.FINE
    said = capsys.readouterr().out
    for command in COMMANDS:
        assert f"  {command.name} " in said
        assert command.words.zh in said
        assert command.words.en in said
    assert main(["--help", "--lang", "en"]) == exits.FINE
    assert capsys.readouterr().out.isascii()


@pytest.mark.parametrize(
    "line", [["chekc"], ["--nonsense"], ["explain", "--nonsense"], ["--lang"], ["--lang", "fr", "explain"], ["--debug"]]
)
def test_a_wrong_command_line_is_told_in_both_languages(line: list[str], capsys: pytest.CaptureFixture[str]) -> None:
    assert main(line) == exits.USAGE
    said = capsys.readouterr()
    assert said.out == ""
    assert any("\u4e00" <= c <= "\u9fff" for c in said.err)
    assert "Traceback" not in said.err


def test_a_command_with_a_slip_is_offered_right(capsys: pytest.CaptureFixture[str]) -> None:
    main(["--lang", "en", "chekc"])
    assert "did you mean check?" in capsys.readouterr().err


def test_a_command_whose_module_is_missing_is_said_not_to_be_built(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr(shell, "COMMANDS", (shell.Command("nowhere", COMMANDS[0].words),))
    assert main(["nowhere", "--lang", "en"]) == exits.USAGE
    assert capsys.readouterr().err == "polc: the command nowhere is not built yet\n"


def broken(fault: BaseException) -> object:
    def run(_args: object) -> int:
        raise fault

    return SimpleNamespace(add_arguments=lambda _parser: None, run=run)


@pytest.mark.parametrize("fault", [ValueError("内部"), RecursionError(), AssertionError("never")])
def test_a_bug_of_ours_is_confessed_without_a_traceback(
    fault: Exception, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr(shell, "_load", lambda _command: broken(fault))
    assert main(["check"]) == exits.INTERNAL
    said = capsys.readouterr().err
    assert "这是 polc 的问题" in said
    assert "the fault is ours" in said
    assert "Traceback" not in said
    assert main(["check", "--debug"]) == exits.INTERNAL
    assert "Traceback" in capsys.readouterr().err


def test_stopping_it_says_so(monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> None:
    monkeypatch.setattr(shell, "_load", lambda _command: broken(KeyboardInterrupt()))
    assert main(["check", "--lang", "zh"]) == exits.INTERRUPTED
    assert capsys.readouterr().err == "polc: 已停止\n"


def test_a_reader_that_goes_away_is_no_fault_and_no_success() -> None:
    program = "import sys; from polc.hosts.cli import main; sys.exit(main(['explain']))"
    reading, writing = os.pipe()
    os.close(reading)
    with os.fdopen(writing, "w") as gone:
        done = subprocess.run([sys.executable, "-c", program], stdout=gone, stderr=subprocess.PIPE, check=False)
    assert done.returncode == exits.FOUND
    assert done.stderr == b""


def test_a_console_in_gbk_gets_help_and_pages(monkeypatch: pytest.MonkeyPatch) -> None:
    stream = io.TextIOWrapper(io.BytesIO(), encoding="ascii")
    monkeypatch.setattr(sys, "stdout", stream)
    assert main(["explain"]) == exits.FINE
    stream.seek(0)
    assert "?" in stream.read()


@pytest.mark.parametrize(
    ("text", "language"), [("zh", "zh"), ("EN", "en"), ("zh_CN.UTF-8", "zh"), ("en-GB", "en"), (" zh-Hans ", "zh")]
)
def test_a_language_may_be_written_as_systems_write_it(text: str, language: str) -> None:
    assert read_language(text, "--lang") == language


def test_the_option_beats_the_variable_beats_the_file(monkeypatch: pytest.MonkeyPatch) -> None:
    assert chosen(["check", "a"]) is None
    monkeypatch.setenv("POLC_LANG", "en_US.UTF-8")
    assert chosen(["check", "a"]) == "en"
    assert chosen(["check", "--lang=zh"]) == "zh"
    assert chosen(["check", "--", "--lang", "zh"]) == "en"
    monkeypatch.setenv("POLC_LANG", "klingon")
    with pytest.raises(UnknownLanguageError):
        chosen([])


@pytest.mark.parametrize(
    ("asked", "files", "language"),
    [
        (None, [], "zh"),
        (None, ["en"], "en"),
        (None, ["zh", "en"], "zh"),
        ("en", ["zh"], "en"),
    ],
)
def test_an_answer_is_in_the_language_of_the_keywords_unless_asked(
    asked: str | None, files: list[str], language: str
) -> None:
    assert spoken(SimpleNamespace(language=asked), *files) == language  # type: ignore[arg-type]
