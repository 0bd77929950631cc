"""``polc fmt``: what it writes, what it leaves alone, what it says, and its exit codes."""

import io
import os
import subprocess
import sys
from pathlib import Path

import pytest

from polc.hosts.cli import exits, main
from polc.syntax import format as layout
from polc.workspace import writing

UNTIDY = "条 1 支持\n奖补 甲\n标准:5 万元\n"
TIDY = "条 1 支持\n  奖补 甲\n    标准：5万元\n"


@pytest.fixture(autouse=True)
def no_language_from_outside(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.delenv("POLC_LANG", raising=False)
    monkeypatch.chdir(tmp_path)


def put(name: str, text: str | bytes) -> Path:
    path = Path(name)
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(text if isinstance(text, bytes) else text.encode())
    return path


def test_only_files_that_change_are_written(capsys: pytest.CaptureFixture[str]) -> None:
    untidy, tidy = put("a/untidy.pol", UNTIDY), put("a/tidy.pol", TIDY)
    os.utime(tidy, (1, 1))
    assert main(["fmt", "a"]) == exits.FINE
    assert untidy.read_text(encoding="utf-8") == TIDY
    assert tidy.stat().st_mtime == 1
    assert capsys.readouterr().out == f"已整理 {Path('a/untidy.pol')}\n1 个文件已整理，1 个不用改\n"
    assert main(["fmt", "a", "--lang", "en"]) == exits.FINE
    assert capsys.readouterr().out == "0 files formatted, 2 fine already\n"


def test_check_lists_the_files_and_writes_nothing(capsys: pytest.CaptureFixture[str]) -> None:
    untidy = put("untidy.pol", UNTIDY)
    put("tidy.pol", TIDY)
    assert main(["fmt", "--check", "--lang", "en"]) == exits.FOUND
    assert untidy.read_text(encoding="utf-8") == UNTIDY
    assert capsys.readouterr().out == "would format untidy.pol\n1 file to format, 1 fine already\n"
    assert main(["fmt", "--check", "tidy.pol"]) == exits.FINE


def test_diff_is_a_patch(capsys: pytest.CaptureFixture[str]) -> None:
    untidy = put("untidy.pol", UNTIDY.removesuffix("\n"))
    assert main(["fmt", "--diff", "untidy.pol"]) == exits.FINE
    said = capsys.readouterr()
    assert said.out == (
        "--- untidy.pol\n+++ untidy.pol\n@@ -1,3 +1,3 @@\n 条 1 支持\n-奖补 甲\n"
        "-标准:5 万元\n\\ No newline at end of file\n+  奖补 甲\n+    标准：5万元\n"
    )
    assert said.err == "要整理 untidy.pol\n1 个文件要整理，0 个不用改\n"
    assert untidy.read_text(encoding="utf-8") == UNTIDY.removesuffix("\n")


@pytest.mark.parametrize(
    ("mark", "encoding"), [(b"", "utf-8"), (b"\xef\xbb\xbf", "utf-8"), (b"", "gb18030"), (b"\xff\xfe", "utf-16-le")]
)
def test_encoding_mark_and_line_ends_stay_as_they_were(mark: bytes, encoding: str) -> None:
    untidy, tidy = (mark + text.replace("\n", "\r\n").encode(encoding) for text in (UNTIDY, TIDY))
    path = put("a.pol", untidy)
    assert main(["fmt", "a.pol"]) == exits.FINE
    assert path.read_bytes() == tidy


def test_what_cannot_be_read_is_told_and_the_rest_is_formatted(capsys: pytest.CaptureFixture[str]) -> None:
    archive, untidy = put("a/archive.pol", b"PK\x03\x04"), put("a/untidy.pol", UNTIDY)
    assert main(["fmt", "a", "gone.pol", "--lang", "en"]) == exits.FOUND
    said = capsys.readouterr().out
    assert "not-text" in said
    assert "file-not-found" in said
    assert archive.read_bytes() == b"PK\x03\x04"
    assert untidy.read_text(encoding="utf-8") == TIDY


def test_a_file_that_would_lose_something_is_left_alone(capsys: pytest.CaptureFixture[str]) -> None:
    damaged = UNTIDY.replace("支持", "支持本市企业").encode() + b"  \xff\n"
    path = put("a.pol", damaged)
    assert main(["fmt", "a.pol"]) == exits.FOUND
    assert path.read_bytes() == damaged
    assert "没有改动" in capsys.readouterr().err


def test_only_pol_files_are_touched(capsys: pytest.CaptureFixture[str]) -> None:
    source = put("source.txt", "一、支持  \n\n\n")
    assert main(["fmt", "source.txt"]) == exits.FINE
    assert source.read_text(encoding="utf-8") == "一、支持  \n\n\n"
    assert "不是 .pol 文件" in capsys.readouterr().out


def test_a_file_with_errors_is_formatted_where_it_can_be(capsys: pytest.CaptureFixture[str]) -> None:
    path = put("a.pol", UNTIDY + "上限:每年 5万 # 少了单位\n")
    assert main(["fmt", "a.pol", "--lang", "en"]) == exits.FINE
    assert path.read_text(encoding="utf-8") == TIDY + "    上限:每年 5万 # 少了单位\n"
    assert "a.pol: something is wrong in line 4, left as it was" in capsys.readouterr().out


def test_a_doubtful_indentation_is_left_and_told(capsys: pytest.CaptureFixture[str]) -> None:
    text = "条 1 支持\n    奖补 甲\n        标准:5万元\n    牵头：某局\n"
    path = put("a.pol", text)
    assert main(["fmt", "a.pol", "--lang", "en"]) == exits.FINE
    assert path.read_text(encoding="utf-8") == text.replace(":", "：")
    assert "no indentation was touched" in capsys.readouterr().out


def test_a_layout_that_would_change_the_meaning_is_never_written(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr(layout, "line_text", lambda *_, **__: "标准：6万元")
    path = put("a.pol", UNTIDY)
    assert main(["fmt", "a.pol", "--lang", "en"]) == exits.INTERNAL
    assert path.read_text(encoding="utf-8") == UNTIDY
    assert "the fault is ours" in capsys.readouterr().err


def test_what_cannot_be_written_is_told(monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> None:
    def refuse(*_: object, **__: object) -> None:
        raise PermissionError

    path = put("a.pol", UNTIDY)
    monkeypatch.setattr(writing.shutil, "copymode", refuse)
    assert main(["fmt", "a.pol", "--lang", "en"]) == exits.FOUND
    assert path.read_text(encoding="utf-8") == UNTIDY
    assert [each.name for each in Path().iterdir()] == ["a.pol"]
    assert "cannot write a.pol" in capsys.readouterr().err


def test_a_file_is_formatted_once_however_often_it_is_named(capsys: pytest.CaptureFixture[str]) -> None:
    put("a/untidy.pol", UNTIDY)
    assert main(["fmt", "a", "a/untidy.pol", "./a"]) == exits.FINE
    assert "1 个文件已整理，0 个不用改" in capsys.readouterr().out


@pytest.mark.skipif(sys.platform == "win32", reason="links need rights there")
def test_a_link_stays_a_link() -> None:
    real, link = put("real.pol", UNTIDY), Path("link.pol")
    link.symlink_to("real.pol")
    assert main(["fmt", "link.pol"]) == exits.FINE
    assert link.is_symlink()
    assert real.read_text(encoding="utf-8") == TIDY


def filtered(data: bytes, *options: str) -> subprocess.CompletedProcess[bytes]:
    return subprocess.run(
        [sys.executable, "-m", "polc", "fmt", "--stdin", *options], input=data, capture_output=True, check=False
    )


def test_from_standard_input_to_standard_output() -> None:
    done = filtered(UNTIDY.replace("\n", "\r\n").encode("gb18030"))
    assert done.returncode == exits.FINE
    assert done.stdout == TIDY.replace("\n", "\r\n").encode("gb18030")
    assert done.stderr == b""


class _Pipe:
    def __init__(self, data: bytes) -> None:
        self.buffer = io.BytesIO(data)


@pytest.mark.parametrize(
    ("data", "options", "code", "out"),
    [
        (UNTIDY.encode(), ["--check"], exits.FOUND, ""),
        (TIDY.encode(), ["--check"], exits.FINE, ""),
        (b"PK\x03\x04", [], exits.FOUND, ""),
        (UNTIDY.encode(), ["a.pol"], exits.USAGE, ""),
    ],
)
def test_standard_input_has_the_same_exit_codes(
    data: bytes, options: list[str], code: int, out: str,
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str],
) -> None:  # fmt: skip
    monkeypatch.setattr(sys, "stdin", _Pipe(data))
    assert main(["fmt", "--stdin", *options]) == code
    assert capsys.readouterr().out == out


ENGLISH = "clause 1 支持\n  benefit 甲\n    pay: 5 wan_yuan  # 照抄\n"
CHINESE = "条 1 支持\n  奖补 甲\n    标准：5万元  # 照抄\n"


def test_keywords_go_into_one_language_and_back(capsys: pytest.CaptureFixture[str]) -> None:
    path = put("a.pol", CHINESE)
    assert main(["fmt", "--keywords", "en", "--check", "--lang", "en"]) == exits.FOUND
    assert path.read_text(encoding="utf-8") == CHINESE
    assert main(["fmt", "--keywords", "en", "--lang", "en"]) == exits.FINE
    assert path.read_text(encoding="utf-8") == ENGLISH
    assert main(["fmt", "--keywords", "en", "--check", "--lang", "en"]) == exits.FINE
    assert main(["fmt", "--check", "--lang", "en"]) == exits.FINE
    capsys.readouterr()
    assert main(["fmt", "--keywords", "zh", "--diff", "--lang", "en"]) == exits.FINE
    assert "+    标准：5万元  # 照抄" in capsys.readouterr().out
    assert main(["fmt", "--keywords", "zh"]) == exits.FINE
    assert path.read_text(encoding="utf-8") == CHINESE


def test_a_line_with_a_finding_keeps_its_language_and_is_named(capsys: pytest.CaptureFixture[str]) -> None:
    path = put("a.pol", CHINESE + "    次序：甲\n")
    assert main(["fmt", "--keywords", "en", "--lang", "zh"]) == exits.FINE
    assert path.read_text(encoding="utf-8") == ENGLISH + "    次序：甲\n"
    assert "第 4 行有问题，保持原样" in capsys.readouterr().out


def test_standard_input_takes_a_language_too(
    monkeypatch: pytest.MonkeyPatch, capfdbinary: pytest.CaptureFixture[bytes]
) -> None:
    monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(CHINESE.encode())))
    assert main(["fmt", "--stdin", "--keywords", "en"]) == exits.FINE
    assert capfdbinary.readouterr().out.decode() == ENGLISH
