"""``polc show``: every intermediate form, of whole policies and of one part."""

from pathlib import Path

import pytest

from polc.hosts.cli import exits, main

POLICY = """\
政策 示范措施
  简称：demo
对象 企业
  年度支出：金额，每年
  人工智能企业：是否
章 一 支持算力
条 （一） 补贴
  牵头：市数据局
  奖补 算力补贴
    原文：“给予补助”
    支持对象：企业
    条件：年度支出 达到 30万元
    标准：年度支出 × 最高 30%
    上限：每户企业 每年 50万元
    疑义 支持谁 “企业”
      读法 所有企业
      读法 人工智能企业
        条件：人工智能企业
    示例 门槛
      | 年度支出（万元） | 应得       |
      | 30               | 最高 9万元 |
条 （二） 奖励
  奖补 等级奖
    支持对象：企业
    分档：年度支出，取高档
      | 达到 10万元 | 1万元 |
      | 达到 20万元 | 2万元 |
"""


@pytest.fixture
def policy(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> str:
    monkeypatch.delenv("POLC_LANG", raising=False)
    file = tmp_path / "policy.pol"
    file.write_text(POLICY, encoding="utf-8")
    return str(file)


def show(capsys: pytest.CaptureFixture[str], *arguments: str, code: int = exits.FINE) -> str:
    assert main(["show", *arguments]) == code
    return capsys.readouterr().out


def test_lines_show_number_keyword_and_shape(policy: str, capsys: pytest.CaptureFixture[str]) -> None:
    said = show(capsys, "lines", policy).splitlines()
    assert len(said) == len(POLICY.splitlines())
    assert said[12].split(maxsplit=3) == ["13", "pay", "amount", "标准：年度支出 × 最高 30%"]
    assert said[3].split(maxsplit=3) == ["4", "fact", "fact", "年度支出：金额，每年"]
    assert said[19].split()[:3] == ["20", "|", "row"]


def test_the_tree_shows_what_belongs_to_what(policy: str, capsys: pytest.CaptureFixture[str]) -> None:
    said = show(capsys, "tree", policy)
    assert "\n  clause （一） 补贴  :7\n    lead: 市数据局\n    benefit 算力补贴  :9\n" in said
    assert "\n      pay: Arithmetic(×, 年度支出, UpTo(30%))\n" in said
    assert "\n        | input:年度支出(万元) | award:应得 |\n        | 300000元 | 0元..90000元 |\n" in said
    assert (
        "\n      tiers: Tiers([年度支出], highest)\n        | TierRow([Bound(≥, 100000元, word=达到)], 10000元)\n"
        in said
    )


def test_the_model_shows_the_nouns_under_a_reading(policy: str, capsys: pytest.CaptureFixture[str]) -> None:
    said = show(capsys, "model", policy)
    assert "subject 企业\n  年度支出: FactType(money, period=yearly)\n" in said
    assert "clause （一） 补贴  [一 支持算力]\n" in said or "clause （一） 补贴  [" in said
    assert "doubt 支持谁 “企业”: [所有企业]、人工智能企业" in said
    assert said.count("\n    when: ") == 1
    other = show(capsys, "model", policy, "--reading", "支持谁=人工智能企业")
    assert "doubt 支持谁 “企业”: 所有企业、[人工智能企业]" in other
    assert other.count("\n    when: ") == 2


def test_the_core_shows_steps_in_both_languages(policy: str, capsys: pytest.CaptureFixture[str]) -> None:
    said = show(capsys, "core", policy)
    assert "  算力补贴/标准（" in said
    assert "企业.年度支出 × 3/10" in said
    assert "steps\n" in show(capsys, "core", policy, "--lang", "en")
    assert "人工智能企业" not in said
    assert "人工智能企业" in show(capsys, "core", policy, "--reading", "人工智能企业")


@pytest.mark.parametrize("form", ["lines", "tree", "model", "core"])
def test_one_part_can_be_shown_alone(form: str, policy: str, capsys: pytest.CaptureFixture[str]) -> None:
    whole = show(capsys, form, policy)
    part = show(capsys, form, policy, "--part", "等级奖")
    assert "等级奖" in part
    assert "算力补贴" not in part
    assert len(part) < len(whole)


@pytest.mark.parametrize("form", ["lines", "tree", "model"])
def test_a_clause_can_be_asked_for_by_its_number(form: str, policy: str, capsys: pytest.CaptureFixture[str]) -> None:
    part = show(capsys, form, policy, "--part", "（二）")
    assert "等级奖" in part
    assert "算力补贴" not in part


@pytest.mark.parametrize("form", ["lines", "tree", "model", "core"])
def test_a_name_with_a_slip_is_offered_right(form: str, policy: str, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["show", form, policy, "--part", "算力补帖", "--lang", "en"]) == exits.USAGE
    said = capsys.readouterr()
    assert said.out == ""
    assert said.err == "polc: nothing is called “算力补帖”; did you mean “算力补贴”?\n"


def test_an_unknown_reading_is_a_wrong_command_line(policy: str, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["show", "core", policy, "--reading", "支持谁=企业"]) == exits.USAGE
    assert "没有读法“支持谁=企业”" in capsys.readouterr().err


def test_a_broken_line_is_marked_and_everything_else_shown(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    file = tmp_path / "policy.pol"
    file.write_text(POLICY.replace("达到 30万元", "达到 30万"), encoding="utf-8")
    said = show(capsys, "lines", str(file))
    assert [line for line in said.splitlines() if line[2] == "!"] == [
        line for line in said.splitlines() if "30万" in line[:60] and " when " in line
    ]
    assert "when !" in show(capsys, "tree", str(file))
    show(capsys, "model", str(file))
    assert "[unit-missing]" in show(capsys, "core", str(file), code=exits.FOUND)


@pytest.mark.parametrize("form", ["lines", "tree", "model", "core"])
def test_what_cannot_be_read_is_said(form: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert "[file-not-found]" in show(capsys, form, str(tmp_path / "无.pol"), code=exits.FOUND)
    (tmp_path / "空.pol").write_bytes(b"")
    show(capsys, form, str(tmp_path / "空.pol"), code=exits.FOUND)


def test_an_unknown_form_is_a_wrong_command_line(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["show", "cor", "x"]) == exits.USAGE
    assert "不能是 'cor'" in capsys.readouterr().err


def test_what_cannot_be_seen_is_shown_by_its_code(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    file = tmp_path / "policy.pol"
    file.write_text(POLICY.replace("“给予补助”", "“给予\x1b[31m补助\u202e”"), encoding="utf-8")
    for form in ("lines", "tree", "model"):
        said = show(capsys, form, str(file))
        assert "给予<U+001B>[31m补助<U+202E>" in said


WORDS = "词汇 共用词汇\n\n对象 企业\n  年度支出：金额，每年\n"


def test_a_vocabulary_is_shown_by_itself_and_as_the_origin_of_what_is_imported(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    Path("words.pol").write_text(WORDS, encoding="utf-8")
    policy = POLICY.replace("  年度支出：金额，每年\n", "").replace("对象 企业", "  引用：words.pol\n对象 企业")
    Path("policy.pol").write_text(policy, encoding="utf-8")
    assert main(["show", "model", "words.pol"]) == exits.FINE
    assert capsys.readouterr().out.splitlines()[:2] == ["vocabulary 共用词汇", "subject 企业"]
    assert main(["show", "model", "policy.pol", "--part", "企业"]) == exits.FINE
    shown = capsys.readouterr().out.splitlines()
    assert "  年度支出: FactType(money, period=yearly)  <- words.pol" in shown
    assert "  人工智能企业: FactType(truth)" in shown
    assert main(["show", "tree", "words.pol"]) == exits.FINE
    assert "vocabulary 共用词汇" in capsys.readouterr().out


@pytest.mark.parametrize("command", ["eval", "coverage"])
def test_a_vocabulary_alone_has_nothing_to_compute(
    command: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    file = tmp_path / "words.pol"
    file.write_text(WORDS, encoding="utf-8")
    assert main([command, str(file)]) != exits.FINE
    said = capsys.readouterr()
    assert "只有词汇" in said.err
    assert not said.out
