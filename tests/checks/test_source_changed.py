"""What moved in an official text since it was accepted."""

from pathlib import Path

import pytest

from polc.checks.accepted import hash_of, moved, read_record, record
from polc.diagnostics import Diagnostic
from polc.hosts.cli import exits, main
from polc.text import Source
from polc.workspace import load
from polc.workspace.checked import findings

TEXT = "（一）支持。对企业给予5万元奖励；对高校给予3万元奖励。\n（二）保障。由市数据局解释。\n"
POLICY = """政策 示范措施
  简称：shifan
  原文文件：source.txt
对象 企业
  达标：是否
条 （一） 支持
  奖补 奖励
    原文：“对企业给予5万元奖励”
    支持对象：企业
    享受：每家企业 一次
    条件：达标
    标准：5万元
  宣示：“对高校给予3万元奖励”
条 （二） 保障
  宣示：“由市数据局解释”
"""


def changes(before: str, after: str) -> list[tuple[str, str]]:
    accepted = read_record(record(Source("source.txt", before)))
    return [(each.old, each.new) for each in moved(accepted, Source("source.txt", after))]


def test_a_text_that_is_the_same_has_not_moved() -> None:
    assert changes(TEXT, TEXT) == []


def test_line_ends_of_another_system_are_no_change() -> None:
    assert hash_of(Source("a", TEXT)) == hash_of(Source("b", TEXT.replace("\n", "\r\n")))


def test_white_space_and_width_are_no_change() -> None:
    assert changes(TEXT, TEXT.replace("5万元", " ５ 万元 ")) == []


def test_a_sentence_that_was_changed_is_told_with_what_it_was() -> None:
    assert changes(TEXT, TEXT.replace("5万元", "8万元")) == [("对企业给予5万元奖励", "对企业给予8万元奖励")]


def test_a_sentence_that_was_removed_or_added_is_told() -> None:
    assert changes(TEXT, TEXT.replace("对高校给予3万元奖励。", "")) == [("对高校给予3万元奖励", "")]
    assert changes(TEXT, TEXT + "（三）附则。自印发之日起施行。") == [
        ("", "（三）附则"),
        ("", "自印发之日起施行"),
    ]


def test_a_record_is_read_as_it_was_written() -> None:
    source = Source("source.txt", TEXT)
    kept = read_record(record(source).replace("\n", "\r\n"))
    assert kept.sha256 == hash_of(source)
    assert kept.sentences[1:3] == ("对企业给予5万元奖励", "对高校给予3万元奖励")


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.delenv("POLC_LANG", raising=False)
    (tmp_path / "policy.pol").write_text(POLICY, encoding="utf-8")
    (tmp_path / "source.txt").write_text(TEXT, encoding="utf-8")
    return tmp_path


def changed(folder: Path) -> list[Diagnostic]:
    return [each for each in findings(load([folder])) if each.rule.name == "source-changed"]


def test_nothing_is_said_before_anything_was_accepted(folder: Path) -> None:
    (folder / "source.txt").write_text(TEXT.replace("解释", "负责解释"), encoding="utf-8")
    assert changed(folder) == []


def test_a_change_is_shown_at_the_quote_that_cites_it_until_it_is_accepted(
    folder: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(["check", str(folder), "--accept-source"]) == exits.FINE
    assert "认下了" in capsys.readouterr().err
    assert changed(folder) == []
    (folder / "source.txt").write_text(TEXT.replace("5万元", "8万元").replace("由市数据局解释。", ""), encoding="utf-8")
    found = changed(folder)
    assert [(each.place.span.begin.line, each.message("zh")) for each in found] == [
        (8, "（一） 改了一句：原来是“对企业给予5万元奖励”，现在是“对企业给予8万元奖励”"),
        (15, "（二） 删了一句：“由市数据局解释”"),
    ]
    main(["check", str(folder), "--accept-source"])
    assert changed(folder) == []


def test_a_sentence_that_nothing_quotes_is_shown_at_the_name_of_the_text(folder: Path) -> None:
    main(["check", str(folder), "--accept-source"])
    (folder / "source.txt").write_text(
        TEXT.replace("由市数据局解释。", "由市数据局解释。三年一评估。"), encoding="utf-8"
    )
    found = changed(folder)
    assert [(each.place.span.begin.line, each.message("zh")) for each in found] == [
        (3, "（二） 添了一句：“三年一评估”")
    ]


def test_there_is_nothing_to_accept_where_no_text_is_named(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (folder / "policy.pol").write_text(POLICY.replace("  原文文件：source.txt\n", ""), encoding="utf-8")
    assert main(["check", str(folder), "--accept-source"]) == exits.FINE
    assert "没有可以认下的" in capsys.readouterr().err
    assert not (folder / "source.txt.lock").exists()


def test_a_folder_made_from_a_text_has_it_accepted(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(folder)
    assert main(["new", "mine", "--from", "source.txt"]) == exits.FINE
    kept = read_record(Path("mine/source.txt.lock").read_text(encoding="utf-8"))
    assert kept.sentences[0] == "（一）支持"
    assert changed(Path("mine")) == []
