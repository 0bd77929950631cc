"""``polc check`` on the command line: formats, which rules, what fails, where it is written."""

import io
import json
import os
import subprocess
import sys
from pathlib import Path

import pytest

from polc.hosts.cli import exits, main
from polc.hosts.cli.formats import FORMATS

POLICY = """\
政策 示范措施
  简称：demo
  约定：以上、以下含本数
对象 企业
  年度营业收入：金额，每年
  没有用到：是否
条 1 支持
  奖补 营收奖
    支持对象：企业
    享受：每家企业 每年
    分档：年度营业收入，查表
      | 500万元以上1000万元以下 | 5万元  |
      | 1000万元以上            | 10万元 |
      | 其他                    | 不奖   |
"""
DAY = ["--as-of", "2026-06-01", "--lang", "zh"]


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.chdir(tmp_path)
    (tmp_path / "政策 甲").mkdir()
    (tmp_path / "政策 甲/草稿.pol").write_text(POLICY, encoding="utf-8")
    return tmp_path


def rules_told(capsys: pytest.CaptureFixture[str], *options: str) -> set[str]:
    main(["check", *DAY, "--json", *options])
    return {each["rule"] for each in json.loads(capsys.readouterr().out)["diagnostics"]}


@pytest.mark.usefixtures("folder")
@pytest.mark.parametrize("kind", FORMATS)
def test_every_format_names_the_rule_the_place_and_the_case(kind: str, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["check", *DAY, "--format", kind]) == exits.FOUND
    said = capsys.readouterr().out
    assert "tier-overlap" in said
    assert "%E6%94%BF%E7%AD%96%20%E7%94%B2/" in said if kind == "sarif" else "政策 甲/草稿.pol" in said
    assert "年度营业收入" in said
    assert "1000万元" in said


@pytest.mark.usefixtures("folder")
def test_json_is_a_format_of_its_own_name(capsys: pytest.CaptureFixture[str]) -> None:
    main(["check", *DAY, "--json"])
    short = capsys.readouterr().out
    main(["check", *DAY, "--format", "json"])
    assert capsys.readouterr().out == short
    assert main(["check", "--json", "--format", "sarif"]) == exits.USAGE


@pytest.mark.usefixtures("folder")
def test_select_and_ignore_choose_rules(capsys: pytest.CaptureFixture[str]) -> None:
    assert {"tier-overlap", "unused-fact"} <= rules_told(capsys)
    assert rules_told(capsys, "--select", "unused-fact") == {"unused-fact"}
    assert rules_told(capsys, "--select", "unused_fact，tier-overlap") == {"unused-fact", "tier-overlap"}
    assert rules_told(capsys, "--select", "unused-fact", "--select", "tier-overlap", "--ignore", "tier-overlap") == {
        "unused-fact"
    }
    assert "tier-overlap" not in rules_told(capsys, "--ignore", "[tier-overlap]")


def test_an_error_of_reading_is_told_whatever_is_selected(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (folder / "乙.pol").write_text(POLICY.replace("示范", "另一").replace("：企业\n", "：企业家\n"), encoding="utf-8")
    told = rules_told(capsys, "乙.pol", "--select", "unused-fact")
    assert told - {"unused-fact"}
    name = min(told - {"unused-fact"})
    assert main(["check", "--ignore", name, "--lang", "en"]) == exits.USAGE
    assert "cannot be left out" in capsys.readouterr().err


@pytest.mark.usefixtures("folder")
@pytest.mark.parametrize("option", ["--select", "--ignore"])
def test_an_unknown_rule_is_a_slip_with_the_nearest(option: str, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["check", option, "teir-overlap", "--lang", "en"]) == exits.USAGE
    assert "there is no rule teir-overlap; did you mean tier-overlap?" in capsys.readouterr().err


@pytest.mark.usefixtures("folder")
def test_the_fail_level_decides_the_exit_code(capsys: pytest.CaptureFixture[str]) -> None:
    only = ["check", *DAY, "--select", "unused-fact"]
    assert main(only) == exits.FINE
    assert main([*only, "--fail-level", "warning"]) == exits.FOUND
    assert main([*only, "--fail-level", "note"]) == exits.FOUND
    assert main(["check", "--fail-level", "serious", "--lang", "en"]) == exits.USAGE
    capsys.readouterr()


@pytest.mark.parametrize("kind", FORMATS)
def test_output_goes_to_the_file_and_a_summary_to_the_terminal(
    kind: str, folder: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    main(["check", *DAY, "--format", kind, "--output", "结果.out"])
    told = capsys.readouterr()
    assert told.out == ""
    assert told.err.startswith("结果.out：1 个错误")
    assert "tier-overlap" in (folder / "结果.out").read_text(encoding="utf-8")


@pytest.mark.usefixtures("folder")
def test_a_file_that_cannot_be_written_is_said(capsys: pytest.CaptureFixture[str]) -> None:
    only = ["check", *DAY, "--select", "unused-fact"]
    assert main([*only, "--format", "sarif", "--output", "没有/结果.sarif"]) == exits.FOUND
    assert "写不了 没有/结果.sarif" in capsys.readouterr().err


@pytest.mark.usefixtures("folder")
def test_a_clean_run_says_so_to_people_only(capsys: pytest.CaptureFixture[str]) -> None:
    nothing = {"text": "没有发现问题\n", "concise": "没有发现问题\n", "github": "", "gitlab": "[]\n", "rdjsonl": ""}
    for kind, said in nothing.items():
        assert main(["check", *DAY, "--select", "expired", "--format", kind]) == exits.FINE
        assert capsys.readouterr().out == said


def test_what_is_for_programs_is_utf8_whatever_the_console(folder: Path) -> None:
    for kind, encoding in (("sarif", "utf-8"), ("github", "utf-8"), ("concise", "gbk")):
        program = f"from polc.hosts.cli import main; main(['check', '--lang', 'zh', '--format', '{kind}'])"
        found = subprocess.run(
            [sys.executable, "-c", program],
            cwd=folder,
            env={"PYTHONPATH": os.pathsep.join(sys.path), "PYTHONIOENCODING": "gbk"},
            capture_output=True,
            check=False,
        )
        assert "营收奖" in io.TextIOWrapper(io.BytesIO(found.stdout), encoding=encoding).read()
