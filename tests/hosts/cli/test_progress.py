"""A long run says how far it is, on a terminal only, and leaves no trace."""

from __future__ import annotations

import io

import pytest

from polc.hosts.cli import progress as module
from polc.hosts.cli.progress import progress


class Terminal(io.StringIO):
    def isatty(self) -> bool:
        return True


def said(stream: io.StringIO) -> str:
    with progress(stream, "zh") as told:
        for done in (1, 2, 3):
            told(done, 3)
    return stream.getvalue()


def test_a_terminal_is_told_and_wiped(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(module, "PATIENCE", 0)
    text = said(Terminal())
    assert "查了 2 份政策，共 3 份" in text
    assert "3 份政策" not in text
    assert text.rpartition("\r")[2] == ""


def test_a_pipe_is_told_nothing(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(module, "PATIENCE", 0)
    assert said(io.StringIO()) == ""


def test_a_short_run_says_nothing() -> None:
    assert said(Terminal()) == ""


def test_the_line_is_wiped_when_the_run_breaks_off(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(module, "PATIENCE", 0)
    stream = Terminal()

    def broken_off() -> None:
        with progress(stream, "en") as told:
            told(1, 3)
            raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        broken_off()
    assert "policies checked: 1 of 3" in stream.getvalue()
    assert stream.getvalue().endswith("\r")
