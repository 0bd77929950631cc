"""The baseline: what was there is held back, what is new fails, what is gone is told, and nothing is lost."""

import json
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from polc.checks.unused_fact import RULE as UNUSED_FACT
from polc.diagnostics.report import report
from polc.hosts.cli import exits, main
from polc.text import Source
from polc.workspace.baseline import Entry, Looked, held_back, read_baseline

POLICY = """\
政策 示范措施
  简称：demo
  约定：以上、以下含本数
  有效期：自 2026年1月1日 至 2028年12月31日
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
DAY = ["--as-of", "2026-06-01", "--lang", "zh", "--format", "concise"]


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.chdir(tmp_path)
    (tmp_path / "甲").mkdir()
    (tmp_path / "甲/甲.pol").write_text(POLICY, encoding="utf-8")
    return tmp_path


@pytest.fixture
def baseline(folder: Path, capsys: pytest.CaptureFixture[str]) -> Path:
    main(["check", "甲", *DAY, "--write-baseline", "基线.txt"])
    assert capsys.readouterr().err.startswith("写好了基线 基线.txt：")
    return folder / "基线.txt"


def check(*options: str) -> int:
    return main(["check", "甲", *DAY, "--baseline", "基线.txt", *options])


def change(folder: Path, old: str, new: str) -> None:
    file = folder / "甲/甲.pol"
    text = file.read_text(encoding="utf-8")
    assert old in text
    file.write_text(text.replace(old, new), encoding="utf-8")


def rules_of(file: Path) -> list[str]:
    return [entry.rule for entry in read_baseline(file)[0]]


def test_what_was_there_is_not_told_and_does_not_fail(baseline: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert {"tier-overlap", "unused-fact"} <= set(rules_of(baseline))
    assert check() == exits.FINE
    assert capsys.readouterr().out == "没有新的问题\n"
    check("--format", "text")
    assert f"基线里已有的 {len(rules_of(baseline))} 个没有列出" in capsys.readouterr().out


def test_it_survives_editing_elsewhere_and_renumbering(
    baseline: Path, folder: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert baseline.is_file()
    change(folder, "政策 示范措施\n", "# 一行说明\n\n政策 示范措施\n")
    change(folder, "条 1 支持", "条 7 支持")
    (folder / "甲/甲.pol").rename(folder / "甲/乙.pol")
    assert check() == exits.FINE
    assert capsys.readouterr().out == "没有新的问题\n"


def test_only_what_is_new_is_told_and_fails(baseline: Path, folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    change(folder, "5万元  |", "6万元  |")
    assert check() == exits.FOUND
    said = capsys.readouterr().out
    assert "tier-overlap" in said
    assert "unused-fact" not in said
    assert "baseline-unused" in said, "the line of the sentence as it was matches nothing"
    assert baseline.is_file()


def test_of_three_of_a_kind_where_two_are_held_the_third_is_new() -> None:
    source = Source("甲.pol", "没有用到\n" * 3)
    places = [source.span(start, start + 4) for start in (0, 5, 10)]
    found = report([UNUSED_FACT.at(place, name="没有用到") for place in places], "zh", here="/")
    two = [Entry("unused-fact", "甲.pol", mark) for mark in found.fingerprints[:2]]
    left = held_back(found, two, Looked(frozenset(), lambda _: True))
    assert (left.held, [each.place.span.begin.line for each in left.findings]) == (2, [3])


def test_what_was_mended_is_told_and_pruned(baseline: Path, folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    change(folder, "  没有用到：是否\n", "")
    change(folder, "年度营业收入，查表", "年度营业收入， 查表")
    assert check() == exits.FINE
    assert "基线里有1条没有对上" in capsys.readouterr().out
    change(folder, "| 其他                    | 不奖   |\n", "")  # a new finding, which pruning does not accept
    before = rules_of(baseline)
    check("--prune-baseline")
    assert sorted(rules_of(baseline)) == sorted(set(before) - {"unused-fact"})
    capsys.readouterr()


def test_of_what_a_run_does_not_look_at_nothing_is_said_and_nothing_lost(
    baseline: Path, folder: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (folder / "乙").mkdir()
    (folder / "乙/乙.pol").write_text(POLICY.replace("简称：demo", "简称：other"), encoding="utf-8")
    before = baseline.read_text(encoding="utf-8")
    main(["check", "乙", *DAY, "--write-baseline", "基线.txt"])
    both = baseline.read_text(encoding="utf-8")
    assert set(before.splitlines()) < set(both.splitlines())
    capsys.readouterr()
    assert check() == exits.FINE
    assert "baseline-unused" not in capsys.readouterr().out
    change(folder, "  没有用到：是否\n", "")
    check("--select", "tier-overlap")
    assert "baseline-unused" not in capsys.readouterr().out


def test_the_same_findings_give_the_same_file_in_any_language(baseline: Path, folder: Path) -> None:
    before = baseline.read_bytes()
    main(["check", "甲", "--as-of", "2026-06-01", "--lang", "en", "--write-baseline", "基线.txt"])
    assert baseline.read_bytes() == before
    assert folder.is_dir()


def test_an_error_of_reading_is_never_held(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    change(folder, "5万元  |", "5 |")
    assert main(["check", "甲", *DAY, "--write-baseline", "基线.txt"]) == exits.FOUND
    assert "错误" in capsys.readouterr().out
    assert rules_of(folder / "基线.txt") == []


def test_a_line_that_cannot_be_read_is_told_and_nothing_is_written(
    baseline: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    text = baseline.read_text(encoding="utf-8") + "<<<<<<< 甲\n"
    baseline.write_text(text, encoding="utf-8")
    assert check() == exits.FOUND
    assert "baseline-unreadable" in capsys.readouterr().out
    assert check("--prune-baseline") == exits.FOUND
    assert main(["check", "甲", *DAY, "--write-baseline", "基线.txt"]) == exits.FOUND
    assert baseline.read_text(encoding="utf-8") == text
    capsys.readouterr()


def test_slips_of_the_command_line_are_told(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert check() == exits.FOUND
    assert "file-not-found" in capsys.readouterr().out
    assert main(["check", "甲", "--prune-baseline"]) == exits.USAGE
    assert main(["check", "甲", "--baseline", "a", "--write-baseline", "b"]) == exits.USAGE
    assert main(["check", "甲", *DAY, "--write-baseline", "没有/基线.txt"]) == exits.FOUND
    assert "写不了基线 没有/基线.txt" in capsys.readouterr().err
    assert folder.is_dir()


def test_the_configuration_names_it_and_the_command_line_can_pass_it_over(
    baseline: Path, folder: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert baseline.is_file()
    (folder / "polc.toml").write_text('baseline = "基线.txt"\n', encoding="utf-8")
    assert main(["check", "甲", *DAY]) == exits.FINE
    assert main(["check", "甲", *DAY, "--no-baseline"]) == exits.FOUND
    capsys.readouterr()


def test_json_says_how_many_are_held(baseline: Path, capsys: pytest.CaptureFixture[str]) -> None:
    main(["check", "甲", "--as-of", "2026-06-01", "--baseline", "基线.txt", "--json"])
    data = json.loads(capsys.readouterr().out)
    assert data["summary"]["held"] == len(rules_of(baseline))
    assert data["diagnostics"] == []


@given(st.text(st.characters(codec="utf-8")))
@settings(suppress_health_check=[HealthCheck.function_scoped_fixture])
def test_whatever_a_baseline_holds_each_line_is_taken_or_told(folder: Path, text: str) -> None:
    file = folder / "任意.txt"
    file.write_text(text, encoding="utf-8", newline="")
    entries, found = read_baseline(file)
    assert len(entries) + len(found) <= len(text.splitlines()) + 1
    assert all(each.message("zh") for each in found)
