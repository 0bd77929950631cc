"""``polc test`` as a command: exit codes, what is said when nothing runs, progress on a terminal."""

import io
import sys
from pathlib import Path

import pytest

from polc.hosts.cli import exits, main

ROWS = "\n".join(f"      | {n}万元 | {n}万元 |" for n in range(1, 121))
POLICY = f"""\
政策 示范措施
  简称：demo
对象 企业
  年度支出：金额，每年
条 （一） 补贴
  奖补 补贴
    支持对象：企业
    标准：年度支出 × 100%
    示例 甲
      | 年度支出 | 应得 |
{ROWS}
"""


class Terminal(io.StringIO):
    def isatty(self) -> bool:
        return True


@pytest.fixture(autouse=True)
def _here(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    for name in ("POLC_LANG", "NO_COLOR", "FORCE_COLOR"):
        monkeypatch.delenv(name, raising=False)
    Path("policy.pol").write_text(POLICY, encoding="utf-8")


def test_green_is_zero_and_one_line(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["test"]) == exits.FINE
    said = capsys.readouterr()
    assert said.out == "120 行通过，0 行不符（1 张表，120 处断言）\n"
    assert said.err == ""


@pytest.mark.parametrize("language", ["zh", "en"])
def test_a_filter_that_matches_nothing_fails_and_says_so(language: str, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["test", "-k", "没有这个", "--lang", language]) == exits.FOUND
    said = capsys.readouterr().out
    assert "“没有这个”" in said
    assert said.count("\n") == 1


def test_files_without_a_table_fail(capsys: pytest.CaptureFixture[str]) -> None:
    Path("policy.pol").write_text("政策 甲\n  简称：甲\n", encoding="utf-8")
    assert main(["test", "--lang", "en"]) == exits.FOUND
    assert capsys.readouterr().out == "nothing to run: there is neither an example nor a scenario\n"


def test_a_missing_file_fails_and_the_others_still_run(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["test", "policy.pol", "无.pol"]) == exits.FOUND
    said = capsys.readouterr().out
    assert "[file-not-found]" in said
    assert said.endswith("120 行通过，0 行不符，1 个错误见上（1 张表，120 处断言）\n")


def test_progress_is_shown_on_a_terminal_and_wiped(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    terminal = Terminal()
    monkeypatch.setattr(sys, "stderr", terminal)
    assert main(["test"]) == exits.FINE
    assert terminal.getvalue() == "\r已运行 50/120\r已运行 100/120\r\x1b[K"
    assert "已运行" not in capsys.readouterr().out


def test_the_clock_is_never_read(monkeypatch: pytest.MonkeyPatch) -> None:
    text = POLICY.replace(
        "  简称：demo\n", "  简称：demo\n  印发日期：2020年1月1日\n  施行：自印发之日\n  有效期：至 2021年1月1日\n"
    )
    Path("policy.pol").write_text(text, encoding="utf-8")
    monkeypatch.setattr("datetime.datetime", None)
    monkeypatch.setattr("time.time", None)
    assert main(["test"]) == exits.FINE
