"""``polc new``: a folder that is green from its first minute, and a skeleton of one's own text."""

from pathlib import Path

import pytest

from polc.diagnostics import Severity
from polc.hosts.cli import exits, main
from polc.workspace import load
from polc.workspace.checked import findings

DRAFT = """\
示范市促进数据产业发展若干措施（征求意见稿）

为促进数据产业发展，制定本措施。
一、支持数据交易
（一）鼓励数据交易。对单笔交易额达到“十万元”以上的，给予5万元奖励。〔牵头单位：市数据局；配合单位：市财政局〕
（二）支持数据企业。给予最高50万元补助。
二、附则
（一）本措施自印发之日起施行。
"""


@pytest.fixture(autouse=True)
def _here(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    monkeypatch.delenv("POLC_LANG", raising=False)


@pytest.mark.parametrize("language", ["zh", "en"])
def test_the_starter_checks_with_a_note_on_what_it_presumes_and_tests_green(
    language: str, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(["new", "policies/demo", "--lang", language]) == exits.FINE
    assert [found.rule.name for found in findings(load(["policies/demo"]))] == ["silent-presumed"]
    capsys.readouterr()
    assert main(["test", "policies/demo"]) == exits.FINE
    said = capsys.readouterr().out
    assert said in ("7 行通过，0 行不符（1 张表，7 处断言）\n", "7 rows passed, 0 failed (1 table, 7 assertions)\n")
    assert sorted(path.name for path in Path("policies/demo").iterdir()) == ["README.md", "policy.pol", "source.txt"]


@pytest.mark.parametrize("language", ["zh", "en"])
def test_what_is_made_is_formatted(language: str) -> None:
    pytest.importorskip("polc.hosts.cli.fmt", reason="not built yet")
    Path("draft.txt").write_text(DRAFT, encoding="utf-8")
    assert main(["new", "demo", "--lang", language]) == exits.FINE
    assert main(["new", "mine", "--from", "draft.txt", "--lang", language]) == exits.FINE
    assert main(["fmt", "--check", "demo", "mine"]) == exits.FINE


def test_the_english_starter_is_english(capsys: pytest.CaptureFixture[str]) -> None:
    main(["new", "demo", "--lang", "en"])
    for path in Path("demo").iterdir():
        text = path.read_text(encoding="utf-8")
        assert not any("\u4e00" <= letter <= "\u9fff" for letter in text), path
    assert capsys.readouterr().out.startswith("made demo")


def test_nothing_is_ever_overwritten(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["new", "demo"]) == exits.FINE
    Path("demo/policy.pol").write_text("我的", encoding="utf-8")
    assert main(["new", "demo"]) == exits.FOUND
    assert Path("demo/policy.pol").read_text(encoding="utf-8") == "我的"
    assert "不会覆盖" in capsys.readouterr().err


def test_a_folder_with_another_policy_is_left_alone(capsys: pytest.CaptureFixture[str]) -> None:
    Path("demo").mkdir()
    Path("demo/甲.pol").write_text("政策 甲\n", encoding="utf-8")
    assert main(["new", "demo", "--lang", "en"]) == exits.FOUND
    assert [path.name for path in Path("demo").iterdir()] == ["甲.pol"]
    assert "exist already" in capsys.readouterr().err


def test_a_folder_with_other_things_in_it_will_do() -> None:
    Path("demo").mkdir()
    Path("demo/附件.docx").write_bytes(b"PK\x03\x04")
    assert main(["new", "demo"]) == exits.FINE


@pytest.mark.parametrize("name", ["文件", "文件/里面", "坏\0名", "x" * 300])
def test_a_name_that_cannot_be_a_folder_is_told(name: str, capsys: pytest.CaptureFixture[str]) -> None:
    Path("文件").write_text("", encoding="utf-8")
    assert main(["new", name]) == exits.FOUND
    said = capsys.readouterr().err
    assert said.startswith("polc: ")
    assert "Traceback" not in said
    assert "内部出错" not in said


@pytest.mark.parametrize("name", ["示范（一）", "a b", "#井号", "“引号”", "-", "2025"])
def test_whatever_the_folder_is_called_the_policy_is_fine(name: str) -> None:
    assert main(["new", "--", f"政策/{name}"]) == exits.FINE
    assert [found.rule.name for found in findings(load([f"政策/{name}"]))] == ["silent-presumed"]


@pytest.mark.parametrize("language", ["zh", "en"])
def test_a_skeleton_has_chapters_clauses_and_quotes(language: str, capsys: pytest.CaptureFixture[str]) -> None:
    Path("draft.txt").write_text(DRAFT, encoding="utf-8")
    assert main(["new", "demo", "--from", "draft.txt", "--lang", language]) == exits.FINE
    assert {found.rule.name for found in findings(load(["demo"]))} == {"amount-exhorted"}, "what is left to encode"
    policy = load(["demo"]).drafts[0].policy
    assert policy is not None
    assert policy.name == "示范市促进数据产业发展若干措施（征求意见稿）"
    titles = [(clause.number, clause.title, clause.lead, clause.support) for clause in policy.clauses]
    assert titles == [
        ("（一）", "鼓励数据交易", ("市数据局",), ("市财政局",)),
        ("（二）", "支持数据企业", (), ()),
        ("附则/（一）", "本措施自印发之日起施行", (), ()),
    ]
    quotes = [quote.value.text for passage in policy.passages for quote in passage.quotes if quote.value]
    assert quotes == [
        "为促进数据产业发展，制定本措施",
        "对单笔交易额达到“十万元”以上的，给予5万元奖励",
        "给予最高50万元补助",
        "本措施自印发之日起施行",
    ]
    assert policy.base.status is not None
    assert policy.base.status.value is not None
    assert policy.base.status.value.id == "draft"
    assert Path("demo/source.txt").read_text(encoding="utf-8") == DRAFT
    assert capsys.readouterr().out


def test_a_draft_in_gb18030_becomes_a_source_in_utf8(capsys: pytest.CaptureFixture[str]) -> None:
    Path("draft.txt").write_bytes(DRAFT.replace("\n", "\r\n").encode("gb18030"))
    assert main(["new", "demo", "--from", "draft.txt"]) == exits.FINE
    assert "[encoding-guessed]" in capsys.readouterr().out
    assert Path("demo/source.txt").read_bytes().decode("utf-8") == DRAFT.replace("\n", "\r\n")
    assert {found.rule.name for found in findings(load(["demo"]))} == {"amount-exhorted"}, "what is left to encode"


def test_a_source_that_is_there_already_is_used_where_it_stands() -> None:
    Path("demo").mkdir()
    Path("demo/source.txt").write_text(DRAFT, encoding="utf-8")
    assert main(["new", "demo", "--from", "demo/source.txt"]) == exits.FINE
    assert Path("demo/source.txt").read_text(encoding="utf-8") == DRAFT
    assert Path("demo/policy.pol").exists()


@pytest.mark.parametrize("name", ["稿.docx", "稿.DOC", "稿.wps", "稿.pdf"])
@pytest.mark.parametrize("language", ["zh", "en"])
def test_an_office_file_is_refused_with_what_to_do(
    name: str, language: str, capsys: pytest.CaptureFixture[str]
) -> None:
    Path(name).write_bytes(b"PK\x03\x04")
    assert main(["new", "demo", "--from", name, "--lang", language]) == exits.FOUND
    said = capsys.readouterr().err
    assert name in said
    assert ".docx" in said
    assert not Path("demo").exists()


@pytest.mark.parametrize(
    ("name", "content", "rule"),
    [
        ("稿.txt", None, "file-not-found"),
        ("稿.docx", None, "file-not-found"),
        ("稿.txt", b"", "empty-file"),
        ("稿.txt", b"PK\x03\x04", "not-text"),
        ("稿.txt", DRAFT.encode() + "措施".encode()[:2], "damaged-text"),
    ],
)
def test_a_draft_that_cannot_be_read_is_told_and_nothing_made(
    name: str, content: bytes | None, rule: str, capsys: pytest.CaptureFixture[str]
) -> None:
    if content is not None:
        Path(name).write_bytes(content)
    assert main(["new", "demo", "--from", name]) == exits.FOUND
    said = capsys.readouterr()
    assert f"[{rule}]" in said.out
    assert not Path("demo").exists()


def test_a_text_without_numbers_becomes_one_passage(capsys: pytest.CaptureFixture[str]) -> None:
    Path("draft.txt").write_text("关于支持企业的通知\n请各单位落实。\n", encoding="utf-8")
    assert main(["new", "demo", "--from", "draft.txt"]) == exits.FINE
    assert "没有认出条的编号" in capsys.readouterr().out
    assert not [found for found in findings(load(["demo"])) if found.severity is Severity.ERROR]
