"""The payment calendar: what is paid, stopped and taken back, year by year, as an answer tells it."""

import datetime as dt
from collections.abc import Mapping
from pathlib import Path

import pytest

from polc.runs.answer import Answer, answer
from polc.runs.calendar import Calendar
from polc.runs.ledger import Ledger
from polc.workspace import load
from polc.workspace.answer_text import as_text
from polc.workspace.load import Draft
from polc.workspace.past import read_ledger

PROGRAM = """\
政策 措施
对象 企业
  认定：是否
  退库：是否
  迁出：是否
  投入：金额，每年
条 1 奖励
  奖补 升规奖
    支持对象：企业
    享受：每家企业 一次
    条件：认定
    标准：最高 100元
    兑付：50%、30%、20%
    停付：退库
    追回：迁出，3年以内
  奖补 投入奖
    支持对象：企业
    享受：每家企业 每年
    标准：投入
  组 两项：升规奖、投入奖
    分摊：按比例
    上限：每家企业 每年 90元
"""
FACTS = {"企业.认定": False, "企业.退库": False, "企业.迁出": False, "企业.投入": 0}


@pytest.fixture
def draft(tmp_path: Path) -> Draft:
    (tmp_path / "policy.pol").write_text(PROGRAM, encoding="utf-8")
    return load([tmp_path]).drafts[0]


def asked(draft: Draft, year: int, facts: Mapping[str, object], past: Ledger | None = None) -> Answer:
    told = {name: value for name, value in {**FACTS, **facts}.items() if value is not None}
    return answer(draft.compiled, told, day=dt.date(year, 6, 1).toordinal(), past=past)


def calendar(found: Answer, name: str) -> Calendar:
    part = next(part for part in found.parts if part.part.name == name)
    assert part.calendar is not None
    return part.calendar


def past(draft: Draft, tmp_path: Path, text: str) -> Ledger:
    (tmp_path / "ledger.yaml").write_text(text, encoding="utf-8")
    return read_ledger(str(tmp_path / "ledger.yaml"), draft.compiled.lowered())


def told(found: Calendar) -> list[tuple[int, str, object, object]]:
    return [(one.year, one.kind, one.low, one.high) for one in found.lines]


def test_instalments_stand_in_their_years_with_both_ends(draft: Draft) -> None:
    found = calendar(asked(draft, 2026, {"企业.认定": True}), "升规奖")
    assert told(found) == [
        (2026, "instalment", 0, 5000), (2027, "instalment", 0, 3000), (2028, "instalment", 0, 2000),
    ]  # fmt: skip
    assert [one.number for one in found.lines] == [1, 2, 3]


def test_what_stops_says_by_which_line(draft: Draft, tmp_path: Path) -> None:
    ledger = past(draft, tmp_path, "- {奖补: 升规奖, 年度: 2026, 金额: 100元}")
    found = calendar(asked(draft, 2027, {"企业.退库": True}, ledger), "升规奖")
    assert told(found) == [
        (2026, "instalment", 5000, 5000), (2027, "stopped", 3000, 3000), (2028, "stopped", 2000, 2000),
    ]  # fmt: skip
    assert {one.why for one in found.lines if one.kind == "stopped"} == {"停付：退库"}


def test_what_is_taken_back_comes_after_what_stops(draft: Draft, tmp_path: Path) -> None:
    ledger = past(draft, tmp_path, "- {奖补: 升规奖, 年度: 2026, 金额: 100元}")
    found = calendar(asked(draft, 2028, {"企业.迁出": True}, ledger), "升规奖")
    assert told(found)[2:] == [(2028, "stopped", 2000, 2000), (2028, "taken_back", 8000, 8000)]
    assert found.sum("instalment") == found.sum("taken_back") == (8000, 8000)


def test_an_award_of_too_long_ago_is_not_taken_back(draft: Draft, tmp_path: Path) -> None:
    ledger = past(draft, tmp_path, "- {奖补: 升规奖, 年度: 2026, 金额: 100元}")
    found = calendar(asked(draft, 2029, {"企业.迁出": True}, ledger), "升规奖")
    assert {one.kind for one in found.lines} == {"instalment"}


def test_where_nobody_told_the_line_says_on_what_it_hangs(draft: Draft, tmp_path: Path) -> None:
    ledger = past(draft, tmp_path, "- {奖补: 升规奖, 年度: 2026, 金额: 100元}")
    found = calendar(asked(draft, 2027, {"企业.迁出": None}, ledger), "升规奖")
    now = [one for one in found.lines if one.year == 2027]
    assert [(one.kind, one.low, one.high) for one in now] == [("instalment", 3000, 3000), ("taken_back", 0, 5000)]
    assert all(one.missing == {"企业.迁出"} for one in now)


def test_the_file_may_say_what_became_of_an_award(draft: Draft, tmp_path: Path) -> None:
    text = "- {奖补: 升规奖, 年度: 2026, 金额: 100元, 停付: 2027, 收回: 20元, 收回年度: 2027}"
    found = calendar(asked(draft, 2028, {}, past(draft, tmp_path, text)), "升规奖")
    assert told(found) == [
        (2026, "instalment", 5000, 5000), (2027, "stopped", 3000, 3000), (2027, "taken_back", 2000, 2000),
        (2028, "stopped", 2000, 2000),
    ]  # fmt: skip


def test_a_group_tells_what_its_cap_left_to_each(draft: Draft) -> None:
    found = asked(draft, 2026, {"企业.认定": True, "企业.投入": 8000})
    group = calendar(found, "两项")
    upper = [(one.part, one.year, one.high) for one in group.lines]
    # 100 and 80 share 90 as 50 and 40; the 50 are paid as 25, 15 and 10
    assert upper == [
        ("升规奖", 2026, 2500), ("投入奖", 2026, 4000), ("升规奖", 2027, 1500), ("升规奖", 2028, 1000),
    ]  # fmt: skip
    part = next(part for part in found.parts if part.part.name == "两项")
    assert [(one.member, one.share, one.own) for one in part.shares] == [
        ("升规奖", 5000, 10000),
        ("投入奖", 4000, 8000),
    ]
    assert group.in_full


def test_the_text_tells_payments_once_with_the_group_that_changes_them(draft: Draft) -> None:
    text = as_text(asked(draft, 2026, {"企业.认定": True, "企业.投入": 8000}), "zh", colour=False)
    assert "兑付      见 两项" in text
    assert "2028年  升规奖 第3期  10元" in text
    assert "分摊      按比例：升规奖 50元、投入奖 40元（各项按最高额核定）" in text


def test_one_payment_that_nothing_changes_takes_no_line(draft: Draft) -> None:
    text = as_text(asked(draft, 2026, {"企业.投入": 5000}), "zh", colour=False)
    assert "兑付" not in text
