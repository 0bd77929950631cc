"""A 已知问题 that names nothing, and what a policy presumes where its text is silent."""

from pathlib import Path

import pytest

from polc.diagnostics import Diagnostic
from polc.workspace import load
from polc.workspace.checked import findings

PROGRAM = """\
政策 措施
  简称：a
{head}
对象 企业
  达标：是否
  员工人数：个数
{subject}
条 1 奖励
  奖补 奖励
    支持对象：企业
    享受：每家企业 一次
    条件：达标
    标准：5万元
{benefit}
"""


def found(folder: Path, rule: str, head: str = "", subject: str = "", benefit: str = "") -> list[Diagnostic]:
    text = PROGRAM.format(head=head, subject=subject, benefit=benefit)
    (folder / "policy.pol").write_text(text, encoding="utf-8")
    return [each for each in findings(load([folder])) if each.rule.name == rule]


def test_a_known_issue_that_keeps_a_finding_is_used(tmp_path: Path) -> None:
    for place in ("head", "subject"):
        assert found(tmp_path, "known-unused", **{place: "  已知问题 unused-fact：细则里要用"}) == []


def test_a_known_issue_in_another_block_is_unused(tmp_path: Path) -> None:
    (one,) = found(tmp_path, "known-unused", benefit="    已知问题 unused-fact：细则里要用")
    assert one.message("zh") == "已知问题 unused-fact：这里没有查出这个问题"
    assert one.message("en") == "known issue unused-fact: nothing of the kind was found here"


def test_of_two_that_say_the_same_both_are_used(tmp_path: Path) -> None:
    line = "  已知问题 unused-fact：细则里要用"
    assert found(tmp_path, "known-unused", head=line, subject=line) == []


def test_a_misspelt_rule_is_asked_about(tmp_path: Path) -> None:
    (one,) = found(tmp_path, "known-unused", head="  已知问题 unused-facts：细则里要用")
    assert one.message("zh") == "已知问题 unused-facts：没有叫这个名字的规则"
    assert [words.zh for words in one.help] == ["是不是 unused-fact？"]


def test_an_error_of_reading_cannot_be_kept(tmp_path: Path) -> None:
    (one,) = found(tmp_path, "known-unused", head="  已知问题 unit-missing：以后再改")
    assert one.message("zh") == "已知问题 unit-missing：读的时候就报的，只能改，不能留着"


@pytest.mark.parametrize("rule", ["expired", "expires-soon", "still-draft-after-start"])
def test_what_hangs_on_the_day_may_wait_for_it(tmp_path: Path, rule: str) -> None:
    assert found(tmp_path, "known-unused", head=f"  已知问题 {rule}：算旧账用") == []


def test_nothing_is_said_while_the_file_has_errors(tmp_path: Path) -> None:
    assert found(tmp_path, "known-unused", head="  已知问题 uncapped：留着", benefit="    上限：5万") == []


def test_a_line_that_is_there_in_advance_can_be_kept_too(tmp_path: Path) -> None:
    head = "  已知问题 uncapped：将来按比例给\n  已知问题 known-unused：下一稿要用"
    assert found(tmp_path, "known-unused", head=head) == []


SILENT = "    领取人：未写，暂按 企业\n    存续兑付：未写，暂按 否"


def test_what_is_presumed_is_one_finding_by_keyword(tmp_path: Path) -> None:
    (one,) = found(tmp_path, "silent-presumed", "  约定：未写，暂按 以上、以下含本数，期满 前一日", benefit=SILENT)
    assert one.message("zh") == "原文没有写、先按一种意思算的，有3处"
    assert [note.zh for note in one.notes] == ["约定 1处：第3行", "领取人 1处：第14行", "存续兑付 1处：第15行"]
    assert one.notes[0].en == "convention, 1: line 3"
    assert one.place.span.begin.line == 1


def test_silence_that_presumes_nothing_is_not_listed(tmp_path: Path) -> None:
    assert found(tmp_path, "silent-presumed", "  适用时点：未写", benefit="    上限：未写") == []


def test_what_a_reading_says_is_not_presumed(tmp_path: Path) -> None:
    doubt = "    疑义 尾款 “五万元”\n      读法 付\n      读法 不付\n        存续兑付：未写，暂按 否"
    assert found(tmp_path, "silent-presumed", benefit=doubt) == []


def test_places_in_several_files_name_their_file(tmp_path: Path) -> None:
    (tmp_path / "more.pol").write_text(
        "条 2 再奖\n  奖补 再奖\n    支持对象：企业\n    享受：未写，暂按 每家企业 一次\n    标准：1万元\n",
        encoding="utf-8",
    )
    (one,) = found(tmp_path, "silent-presumed", benefit=SILENT)
    assert {note.zh for note in one.notes} == {
        "享受 1处：more.pol:4", "领取人 1处：policy.pol:14", "存续兑付 1处：policy.pol:15",
    }  # fmt: skip


def test_a_known_issue_keeps_it(tmp_path: Path) -> None:
    assert found(tmp_path, "silent-presumed", "  已知问题 silent-presumed：都看过了", benefit=SILENT) == []


def test_a_known_issue_speaks_of_the_rows_at_the_end_of_its_block_too(tmp_path: Path) -> None:
    tiers = """\
    已知问题 tier-overlap：原文如此
    支持对象：企业
    享受：每家企业 每年
    分档：年度营业收入，查表
      | [500万元, 1000万元] | 5万元  |
      | 达到 1000万元       | 10万元 |
"""
    text = f"政策 示范措施\n  简称：demo\n对象 企业\n  年度营业收入：金额，每年\n条 1 支持\n  奖补 甲\n{tiers}"
    (tmp_path / "policy.pol").write_text(text, encoding="utf-8")
    rules = {each.rule.name for each in findings(load([tmp_path / "policy.pol"]))}
    assert not rules & {"tier-overlap", "known-unused"}
