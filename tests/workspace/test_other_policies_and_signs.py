"""What is told from outside: awards of other policies, a choice, and figures that are below nothing."""

import datetime as dt
from pathlib import Path

import pytest

from polc.readers.evaluate import Interval
from polc.runs.answer import Part_, answer
from polc.runs.assumed import UNCHOSEN
from polc.runs.telling import Slot
from polc.workspace import load
from polc.workspace.given import TellingError, read_facts
from polc.workspace.past import read_ledger
from polc.workspace.told import convert, place, slots

PROGRAM = """\
政策 措施
对象 企业
  投入：金额
条 1 奖励
  外部 省里的奖：金额
  奖补 投入奖
    支持对象：企业
    标准：投入
  组 与省里比：投入奖、省里的奖
    方式：就高，期间 终身，先领低额时 补差
"""


def total(folder: Path, ledger: str) -> object:
    (folder / "policy.pol").write_text(PROGRAM, encoding="utf-8")
    (folder / "ledger.yaml").write_text(ledger, encoding="utf-8")
    compiled = load([folder]).drafts[0].compiled
    past = read_ledger(str(folder / "ledger.yaml"), compiled.lowered())
    facts = {"企业.投入": 1000, "外部.省里的奖": 0}
    found = answer(compiled, facts, day=dt.date(2026, 6, 1).toordinal(), past=past)
    value = next(part.result.value for part in found.parts if part.part.name == "与省里比")
    assert isinstance(value, Interval)
    return value.high


def test_what_another_policy_paid_earlier_is_taken_off_the_difference(tmp_path: Path) -> None:
    assert total(tmp_path, "- {奖补: 省里的奖, 年度: 2024, 金额: 6元}\n") == 400


def test_nothing_is_taken_off_where_nothing_was_paid(tmp_path: Path) -> None:
    assert total(tmp_path, "[]\n") == 1000


def test_a_name_that_is_neither_a_benefit_nor_an_external_award_is_refused(tmp_path: Path) -> None:
    with pytest.raises(TellingError):
        total(tmp_path, "- {奖补: 市里的奖, 年度: 2024, 金额: 6元}\n")


@pytest.mark.parametrize("given", ["-3%", "−3%", "负3%", -0.03])
def test_a_figure_below_nothing_is_answered_with_what_to_declare_instead(given: object) -> None:
    with pytest.raises(TellingError) as slip:
        convert(Slot("企业.增速", "rate"), "增速", given)
    assert "从 0 起" in slip.value.words.zh
    assert "from 0 on" in slip.value.words.en


CHOICE = """\
政策 措施
对象 企业
  甲数：金额
  乙数：金额
条 1 奖励
  奖补 甲
    支持对象：企业
    标准：甲数
  奖补 乙
    支持对象：企业
    标准：乙数
  组 选一：甲、乙
    方式：择一，期间 终身
"""


def chosen(folder: Path, told: str, ledger: str = "[]") -> Part_:
    (folder / "policy.pol").write_text(CHOICE, encoding="utf-8")
    (folder / "facts.yaml").write_text(f"甲数: 5元\n乙数: 8元\n{told}", encoding="utf-8")
    (folder / "ledger.yaml").write_text(ledger, encoding="utf-8")
    compiled = load([folder]).drafts[0].compiled
    lowered = compiled.lowered()
    facts = place(slots(lowered), read_facts(str(folder / "facts.yaml"))).facts
    past = read_ledger(str(folder / "ledger.yaml"), lowered)
    found = answer(compiled, facts, day=dt.date(2026, 6, 1).toordinal(), past=past)
    return next(part for part in found.parts if part.part.name == "选一")


def test_where_nobody_has_chosen_the_higher_is_presumed_and_said(tmp_path: Path) -> None:
    part = chosen(tmp_path, "")
    assert part.result.value == Interval(800, 800)
    assert UNCHOSEN in part.presumed


@pytest.mark.parametrize("told", ["选定: 甲\n", "选定.选一: 甲\n"])
def test_a_choice_may_be_told(tmp_path: Path, told: str) -> None:
    part = chosen(tmp_path, told)
    assert part.result.value == Interval(500, 500)
    assert UNCHOSEN not in part.presumed


def test_what_was_paid_earlier_stays_chosen_and_nothing_is_presumed(tmp_path: Path) -> None:
    part = chosen(tmp_path, "选定: 乙\n", "- {奖补: 甲, 年度: 2025, 金额: 5元}\n")
    assert part.result.value == Interval(500, 500)
    assert UNCHOSEN not in part.presumed
