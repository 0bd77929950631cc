"""``--ledger``: what was received is known by its benefit, its year and, of several things, its name."""

import datetime as dt
from pathlib import Path

import pytest

from polc.readers.evaluate import Interval
from polc.runs.answer import Answer, answer
from polc.workspace import load
from polc.workspace.given import TellingError, read_facts
from polc.workspace.load import Draft
from polc.workspace.past import read_ledger
from polc.workspace.told import place, slots

PROGRAM = """\
政策 措施
对象 企业
  投入：金额
对象 交易 归属 企业
  合格：是否
条 1 奖励
  奖补 交易奖
    支持对象：交易
    领取人：企业
    享受：每笔交易 一次
    条件：合格
    标准：5元
    疑义 一次按什么 “一次性”
      读法 按笔
      读法 按家
        享受：每家企业 一次
  奖补 投入奖
    支持对象：企业
    标准：投入
  组 合计：投入奖
    上限：每家企业 累计 10元
"""


def draft(folder: Path) -> Draft:
    (folder / "policy.pol").write_text(PROGRAM, encoding="utf-8")
    return load([folder]).drafts[0]


def answered(folder: Path, ledger: str, facts: str) -> Answer:
    here = draft(folder)
    lowered = here.compiled.lowered()
    (folder / "ledger.yaml").write_text(ledger, encoding="utf-8")
    (folder / "facts.yaml").write_text(facts, encoding="utf-8")
    told = place(slots(lowered), read_facts(str(folder / "facts.yaml"))).facts
    past = read_ledger(str(folder / "ledger.yaml"), lowered)
    return answer(here.compiled, told, day=dt.date(2026, 6, 1).toordinal(), past=past)


def due(found: Answer, name: str) -> object:
    value = next(part.result.value for part in found.parts if part.part.name == name)
    assert isinstance(value, Interval)
    return value.high


def test_only_the_thing_that_was_paid_for_is_not_paid_again(tmp_path: Path) -> None:
    found = answered(
        tmp_path,
        "- {奖补: 交易奖, 年度: 2025, 金额: 5元, 项目: 甲}",
        "交易: [{交易: 甲, 合格: 是}, {交易: 乙, 合格: 是}, {合格: 是}]",
    )
    assert due(found, "交易奖") == 2 * 500


def test_a_reading_with_another_key_reads_the_same_ledger(tmp_path: Path) -> None:
    found = answered(tmp_path, "- {奖补: 交易奖, 年度: 2025, 金额: 5元, 项目: 甲}", "交易: [{交易: 乙, 合格: 是}]")
    part = next(part for part in found.parts if part.part.name == "交易奖")
    assert [then.then.zh for then in part.readings] == ["0元"]


def test_what_a_member_received_counts_for_its_group(tmp_path: Path) -> None:
    found = answered(tmp_path, "- {奖补: 投入奖, 年度: 2025, 金额: 7元}", "投入: 8元")
    assert due(found, "合计") == 300


def test_a_group_that_is_listed_itself_is_taken_as_listed(tmp_path: Path) -> None:
    ledger = "- {奖补: 投入奖, 年度: 2025, 金额: 7元}\n- {奖补: 合计, 年度: 2025, 金额: 6元}"
    assert due(answered(tmp_path, ledger, "投入: 8元"), "合计") == 400


def test_which_thing_was_paid_for_has_to_be_said(tmp_path: Path) -> None:
    with pytest.raises(TellingError) as slip:
        answered(tmp_path, "- {奖补: 交易奖, 年度: 2025, 金额: 5元}", "投入: 1元")
    assert "项目" in slip.value.words.zh
    assert "item" in slip.value.words.en


@pytest.mark.parametrize(
    ("ledger", "zh", "en"),
    [
        ("- {奖补: 投入奖, 年度: 2025, 金额: 7元, 收回: 1元}", "收回年度", "taken_back_year"),
        ("- {奖补: 投入奖, 年度: 2025, 金额: 7元, 收回: 8元, 收回年度: 2026}", "还多", "more"),
        ("- {奖补: 投入奖, 年度: 2025, 金额: 7元, 停付: 以后}", "停付要写成 2026", "stopped"),
        ("- {奖补: 投入奖, 年度: 2025, 金额: 7元, 结转: 多}", "结转要写成 50万元", "carried_on"),
    ],
)
def test_what_became_of_an_award_is_told_as_it_must_be(tmp_path: Path, ledger: str, zh: str, en: str) -> None:
    with pytest.raises(TellingError) as slip:
        answered(tmp_path, ledger, "投入: 1元")
    assert zh in slip.value.words.zh
    assert en in slip.value.words.en


def test_what_was_taken_back_makes_room_under_a_cap(tmp_path: Path) -> None:
    ledger = "- {奖补: 投入奖, 年度: 2025, 金额: 7元, 收回: 5元, 收回年度: 2025}"
    assert due(answered(tmp_path, ledger, "投入: 9元"), "合计") == 800
