"""``polc diff``: what it prints, how it exits, and what it answers to a wrong command line."""

import json
import shutil
import subprocess
from pathlib import Path

import jsonschema
import pytest
from versions_pair import DRAFT, edited

from polc.hosts.cli import exits, main

SCHEMA = Path(__file__).parents[3] / "docs/reference/schemas/diff.json"
CHANGES = (
    ("（征求意见稿）", ""),
    ("2028年", "2029年"),
    ("× 20%", "× 30%"),
    ("每年 10万元", "每年 8万元"),
    ("条 2 认定奖励", "条 2 认定的奖励"),
    ("省级 | 8万元", "省级 | 9万元"),
    ("条件：高新技术企业\n", "条件：高新技术企业 = 是\n"),
    ("年度房租", "当年房租"),
)


@pytest.fixture
def pair(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.delenv("POLC_LANG", raising=False)
    monkeypatch.chdir(tmp_path)
    (tmp_path / "old.pol").write_text(DRAFT, encoding="utf-8")
    (tmp_path / "new.pol").write_text(edited(*CHANGES), encoding="utf-8")
    return tmp_path


@pytest.mark.usefixtures("pair")
def test_two_versions_are_told_the_gravest_first(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["diff", "old.pol", "new.pol"]) == exits.FINE
    printed = capsys.readouterr().out
    heads = [
        "奖补 租房补贴：有人少得，有人多得",
        "奖补 认定奖励：有人多得，没有人少得",
        "奖补 高新奖励：给得一样（已证明）",
    ]
    assert sorted(heads, key=printed.index) == heads
    assert "企业的“年度房租”改叫“当年房租”" in printed
    assert "− 标准：年度房租 × 20%  old.pol:19" in printed
    assert "+ 标准：当年房租 × 30%  new.pol:19" in printed
    assert "编码改了，原文没有动" in printed


@pytest.mark.usefixtures("pair")
def test_it_speaks_english_too(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["diff", "old.pol", "new.pol", "--lang", "en"]) == exits.FINE
    printed = capsys.readouterr().out
    assert "benefit 租房补贴: some get less, some get more" in printed
    assert "clause 2  认定的奖励 (was “认定奖励”)" in printed


@pytest.mark.usefixtures("pair")
def test_the_same_file_twice_changed_nothing(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["diff", "old.pol", "old.pol", "--exit-code"]) == exits.FINE
    assert "没有改动" in capsys.readouterr().out


def test_exit_code_is_for_pay_and_not_for_writing(pair: Path) -> None:
    assert main(["diff", "old.pol", "new.pol", "--exit-code"]) == exits.FOUND
    (pair / "words.pol").write_text(edited(("条件：高新技术企业\n", "条件：高新技术企业 = 是\n")), encoding="utf-8")
    assert main(["diff", "old.pol", "words.pol", "--exit-code"]) == exits.FINE


@pytest.mark.usefixtures("pair")
def test_json_is_what_the_schema_says(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["diff", "old.pol", "new.pol", "--format", "json"]) == exits.FINE
    data = json.loads(capsys.readouterr().out)
    schema = json.loads(SCHEMA.read_text(encoding="utf-8"))
    jsonschema.Draft202012Validator.check_schema(schema)
    jsonschema.Draft202012Validator(schema).validate(data)
    (policy,) = data["policies"]
    assert policy["change"] == "loses"
    assert policy["renamed_facts"] == [{"subject": "企业", "old": "年度房租", "new": "当年房租"}]


@pytest.mark.usefixtures("pair")
def test_markdown_holds_a_table_and_a_fold_for_each_clause(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["diff", "old.pol", "new.pol", "--format", "markdown"]) == exits.FINE
    printed = capsys.readouterr().out
    assert "| **少得** | 条 1  租房补贴<br>租房补贴 | 有人少得，有人多得 |" in printed
    assert printed.count("<details>") == printed.count("</details>") > 1
    assert "- 标准：年度房租 × 20%\n+ 标准：当年房租 × 30%" in printed


def test_a_version_is_compared_with_the_one_it_names(pair: Path, capsys: pytest.CaptureFixture[str]) -> None:
    file = pair / "new.pol"
    file.write_text(
        edited(("  简称：zufang\n", "  简称：zufang\n  前版：old.pol\n"), text=file.read_text("utf-8")), "utf-8"
    )
    assert main(["diff", "new.pol"]) == exits.FINE
    assert "− old.pol" in capsys.readouterr().out


@pytest.mark.usefixtures("pair")
def test_a_version_that_names_none_asks_for_two(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["diff", "new.pol"]) == exits.USAGE
    assert "没有写“前版”" in capsys.readouterr().err


@pytest.mark.usefixtures("pair")
def test_three_paths_a_missing_file_and_a_wrong_name_are_told(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["diff", "old.pol", "new.pol", "old.pol"]) == exits.USAGE
    assert main(["diff", "old.pol", "nwe.pol"]) == exits.FOUND
    assert main(["diff", "old.pol", "new.pol", "--same", "房租=租金"]) == exits.USAGE
    assert main(["diff", "old.pol", "new.pol", "--same", "房租"]) == exits.USAGE
    told = capsys.readouterr()
    assert "两版里都没有“房租”" in told.err
    assert "file-not-found" in told.out


def test_folders_are_paired_by_id_and_what_stands_alone_is_said(pair: Path, capsys: pytest.CaptureFixture[str]) -> None:
    other = DRAFT.replace("简称：zufang", "简称：other").replace("租房若干", "上云若干")
    for folder, texts in {"v1": {"a": DRAFT, "b": other}, "v2": {"c": edited(*CHANGES)}}.items():
        for name, text in texts.items():
            (pair / folder / name).mkdir(parents=True)
            (pair / folder / name / "policy.pol").write_text(text, encoding="utf-8")
    assert main(["diff", "v1", "v2"]) == exits.FINE
    printed = capsys.readouterr().out
    assert "− v1/a/policy.pol" in printed
    assert "+ v2/c/policy.pol" in printed
    assert "新版没有这份政策了" in printed
    assert main(["diff", "v1", "v1"]) == exits.FINE
    assert capsys.readouterr().out == "没有改动：zufang、other\n"


def test_an_error_in_one_version_is_reported_and_the_rest_compared(
    pair: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    text = edited(("标准：3万元", "标准：年度房租 × 职工们"), ("省级 | 8万元", "省级 | 9万元"))
    (pair / "bad.pol").write_text(text, encoding="utf-8")
    assert main(["diff", "old.pol", "bad.pol"]) == exits.FOUND
    printed = capsys.readouterr().out
    assert "unknown-name" in printed
    assert "奖补 认定奖励：有人多得" in printed
    assert "奖补 高新奖励：给得是否一样，没有定" in printed


def git(folder: Path, *arguments: str) -> None:
    who = ("-c", "user.name=a", "-c", "user.email=a@example.org", "-c", "commit.gpgsign=false")
    program = shutil.which("git")
    assert program is not None
    subprocess.run([program, "-C", str(folder), *who, *arguments], check=True, capture_output=True)


@pytest.mark.skipif(shutil.which("git") is None, reason="there is no git here")
def test_a_revision_of_git_is_the_old_version(pair: Path, capsys: pytest.CaptureFixture[str]) -> None:
    folder = pair / "政策"
    folder.mkdir()
    (folder / "common.pol").write_text("词汇 共用\n对象 主体\n  在本市登记：是否\n", encoding="utf-8")
    text = edited(("  简称：zufang\n", "  简称：zufang\n  引用：common.pol\n"))
    (folder / "policy.pol").write_text(text, encoding="utf-8")
    git(pair, "init", "--quiet")
    git(pair, "add", ".")
    git(pair, "commit", "--quiet", "-m", "v1")
    (folder / "policy.pol").write_text(edited(("省级 | 8万元", "省级 | 9万元"), text=text), encoding="utf-8")
    assert main(["diff", "--rev", "HEAD", "政策/policy.pol"]) == exits.FINE
    printed = capsys.readouterr().out
    assert "− HEAD:政策/policy.pol" in printed
    assert "− | 省级 | 8万元 |  HEAD:政策/policy.pol:30" in printed
    assert "奖补 认定奖励：有人多得，没有人少得" in printed
    assert main(["diff", "--rev", "HEAD", "政策"]) == exits.FINE
    assert main(["diff", "--rev", "没有这一版", "政策"]) == exits.USAGE
    assert main(["diff", "--rev", "HEAD", "政策/new.pol"]) == exits.USAGE
    assert main(["diff", "--rev", "HEAD", "政策", "政策"]) == exits.USAGE
    told = capsys.readouterr().err
    assert "没有版本 没有这一版" in told
    assert "版本 HEAD 里没有 政策/new.pol" in told


@pytest.mark.skipif(shutil.which("git") is None, reason="there is no git here")
@pytest.mark.parametrize("format_", ["text", "markdown", "json"])
def test_what_is_wrong_with_a_revision_is_told_by_its_name(
    pair: Path, capsys: pytest.CaptureFixture[str], format_: str
) -> None:
    folder = pair / "政策"
    folder.mkdir()
    right = (pair / "new.pol").read_text(encoding="utf-8")
    (folder / "policy.pol").write_text(right.replace("简称：", "简称 ", 1), encoding="utf-8")
    git(pair, "init", "--quiet")
    git(pair, "add", ".")
    git(pair, "commit", "--quiet", "-m", "v1")
    (folder / "policy.pol").write_text(right, encoding="utf-8")
    assert main(["diff", "--rev", "HEAD", "政策/policy.pol", "--format", format_]) == exits.FOUND
    out, err = capsys.readouterr()
    assert "HEAD:政策/policy.pol" in out + err
    assert "polc-" not in out + err
    assert "--fix" not in err
    (folder / "policy.pol").write_text("# 空\n", encoding="utf-8")
    git(pair, "commit", "--quiet", "-a", "-m", "v2")
    (folder / "policy.pol").write_text(right, encoding="utf-8")
    assert main(["diff", "--rev", "HEAD", "政策/policy.pol", "--format", format_]) != exits.FINE
    out, err = capsys.readouterr()
    assert "HEAD:政策" in out + err
    assert "polc-" not in out + err


@pytest.mark.skipif(shutil.which("git") is None, reason="there is no git here")
def test_a_folder_that_git_does_not_keep_is_said(pair: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["diff", "--rev", "HEAD", str(pair)]) == exits.USAGE
    assert "不在 git 仓库里" in capsys.readouterr().err
