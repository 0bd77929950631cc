"""``polc check --fix``: what it writes, what it says, what it leaves to a person, and its exit codes."""

import json
from pathlib import Path

import pytest

from polc.hosts.cli import exits, main

SLIPPED = """\
政策 示范措施
  简称：demo
  状态：已印发
对象 企业
  年度支出：金额，每年
条 1 支持
  奖补 甲补贴
    支持对象 企业
    享受：每家企业 每年
    条件：年度支出 达到 五十万元
    标准：年度支出 × 30%；
    上限：每家企业 每年 20万元
"""
MENDED = SLIPPED.replace("支持对象 企业", "支持对象：企业").replace("五十", "50").replace("；\n", "\n")


def written(folder: Path, text: str = SLIPPED, encoding: str = "utf-8") -> Path:
    file = folder / "policy.pol"
    file.write_bytes(text.encode(encoding))
    return file


def test_safe_fixes_are_written_and_told_by_rule(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    file = written(tmp_path)
    assert main(["check", str(file), "--fix", "--as-of", "2026-06-01"]) == exits.FINE
    assert file.read_text(encoding="utf-8") == MENDED
    told = capsys.readouterr()
    assert told.err == f"已改 {file}：chinese-numeral 1 处、closing-punctuation 1 处、missing-colon 1 处\n"
    assert "missing-colon" not in told.out


def test_a_second_run_finds_nothing_to_fix(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    file = written(tmp_path, MENDED)
    assert main(["check", str(file), "--fix", "--as-of", "2026-06-01"]) == exits.FINE
    assert capsys.readouterr().err == "没有可以自动改的\n"
    assert file.read_text(encoding="utf-8") == MENDED


def test_diff_shows_a_patch_and_writes_nothing(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    file = written(tmp_path)
    assert main(["check", str(file), "--diff", "--lang", "en"]) == exits.FOUND
    told = capsys.readouterr()
    assert "-    支持对象 企业\n+    支持对象：企业\n" in told.out
    assert told.err.startswith(f"would fix {file}: chinese-numeral ×1, ")
    assert file.read_text(encoding="utf-8") == SLIPPED
    written(tmp_path, MENDED)
    assert main(["check", str(file), "--diff"]) == exits.FINE


@pytest.mark.parametrize("encoding", ["utf-8-sig", "gb18030", "utf-16"])
def test_a_file_keeps_its_encoding_and_its_line_ends(tmp_path: Path, encoding: str) -> None:
    file = written(tmp_path, SLIPPED.replace("\n", "\r\n"), encoding)
    assert main(["check", str(file), "--fix", "--as-of", "2026-06-01"]) == exits.FINE
    assert file.read_bytes() == MENDED.replace("\n", "\r\n").encode(encoding)


def test_lines_that_are_parted_end_as_the_others_do(tmp_path: Path) -> None:
    joined = MENDED.replace("\n    享受", " 享受").replace("\n", "\r\n")
    file = written(tmp_path, joined)
    main(["check", str(file), "--fix"])
    assert file.read_bytes() == MENDED.replace("\n", "\r\n").encode()


def test_what_a_person_has_to_look_at_is_not_written(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    text = MENDED.replace("达到 50万元", "50万元以上")
    file = written(tmp_path, text)
    main(["check", str(file), "--fix", "--as-of", "2026-06-01"])
    assert file.read_text(encoding="utf-8") == text
    assert "可改，请核对：" in capsys.readouterr().out
    main(["check", str(file), "--fix-offered", "bound-undeclared", "--as-of", "2026-06-01"])
    assert "50万元（含）以上" in file.read_text(encoding="utf-8")


def test_rules_that_are_not_asked_for_are_not_mended(tmp_path: Path) -> None:
    text = MENDED.replace("  简称：demo\n", "  简称：demo\n  已知问题 uncapped：原文如此\n")
    file = written(tmp_path, text)
    main(["check", str(file), "--fix", "--fix-offered", "known-unused", "--ignore", "known-unused"])
    assert file.read_text(encoding="utf-8") == text
    main(["check", str(file), "--fix-offered", "known-unused"])
    assert file.read_text(encoding="utf-8") == MENDED


def test_the_findings_are_those_of_the_mended_files(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    file = written(tmp_path, SLIPPED.replace("年度支出 ×", "年度总支出 ×"))
    assert main(["check", str(file), "--fix", "--json"]) == exits.FOUND
    data = json.loads(capsys.readouterr().out)
    assert [each["rule"] for each in data["diagnostics"] if each["severity"] == "error"] == ["unknown-name"]


def test_a_file_beside_the_one_that_is_named_is_left_alone(tmp_path: Path) -> None:
    head, chapter = SLIPPED.split("条 1")
    (tmp_path / "a.pol").write_text(head.replace("简称：", "简称 "), encoding="utf-8")
    (tmp_path / "b.pol").write_text("条 1" + chapter, encoding="utf-8")
    main(["check", str(tmp_path / "b.pol"), "--fix"])
    assert (tmp_path / "b.pol").read_text(encoding="utf-8") == "条 1" + MENDED.split("条 1")[1]
    assert "简称 demo" in (tmp_path / "a.pol").read_text(encoding="utf-8")


def test_a_rule_that_is_not_there_is_a_slip(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["check", str(written(tmp_path)), "--fix-offered", "bound-undeclare"]) == exits.USAGE
    assert "bound-undeclared" in capsys.readouterr().err


def test_a_file_that_cannot_be_written_is_told_and_the_exit_code_says_so(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    file = written(tmp_path)
    monkeypatch.setattr("polc.workspace.fixing.replaced", lambda *_: False)
    assert main(["check", str(file), "--fix"]) == exits.FOUND
    assert capsys.readouterr().err == f"写不进 {file}，没有改动\n"
