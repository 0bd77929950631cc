"""A text that goes by a document which is encoded too and has ended."""

import datetime as dt
from pathlib import Path

import pytest

from polc.diagnostics import Diagnostic
from polc.workspace import load
from polc.workspace.checked import findings

DAY = dt.date(2026, 6, 1)
BODY = (
    "对象 企业\n  达标：是否\n条 1 支持\n{quote}"
    "  奖补 甲\n    支持对象：企业\n    享受：每家企业 一次\n    标准：5万元\n"
)


def found(
    folder: Path, quote: str, valid: str = "至 2025年12月31日", day: dt.date = DAY, head: str = ""
) -> list[Diagnostic]:
    for name in ("old", "new"):
        (folder / name).mkdir(exist_ok=True)
    dates = f"  施行：自 2023年1月1日\n  有效期：{valid}\n"
    old = f"政策 示范市算力补贴办法（试行）\n  简称：old\n  文号：示政发〔2023〕5号\n{dates}"
    (folder / "old/policy.pol").write_text(old + BODY.format(quote=""), encoding="utf-8")
    new = f"政策 示范市若干措施\n  简称：new\n  状态：已印发\n{head}"
    said = f"  另行规定 算力\n    原文：“{quote}”\n"
    (folder / "new/policy.pol").write_text(new + BODY.format(quote=said), encoding="utf-8")
    every = findings(load([folder / "old", folder / "new"]), day.toordinal())
    return [each for each in every if each.rule.name == "cites-expired"]


def test_it_is_told_at_the_sentence(tmp_path: Path) -> None:
    quote = "按照《示范市算力补贴办法》给予补贴"
    (one,) = found(tmp_path, quote)
    assert one.message("zh") == "“示范市算力补贴办法（试行）”到 2025年12月31日 就满了，正文还说按它执行"
    assert one.message("en").startswith("“示范市算力补贴办法（试行）” ended on 2025-12-31")
    assert one.place.span.text == f"原文：“{quote}”"
    assert one.notes[0].zh == f"原句：“{quote}”"


def test_a_document_may_be_cited_by_its_number(tmp_path: Path) -> None:
    assert len(found(tmp_path, "按照示政发〔2023〕5号文件给予补贴")) == 1


@pytest.mark.parametrize(
    "quote",
    [
        "《示范市算力补贴办法》同时废止",
        "按照《示范市算力补贴实施办法》给予补贴",
        "按照算力补贴办法给予补贴",
        "按照《示范市若干措施》给予补贴",
    ],
)
def test_what_is_repealed_or_another_is_not_gone_by(tmp_path: Path, quote: str) -> None:
    assert found(tmp_path, quote) == []


def test_the_last_day_is_still_a_day(tmp_path: Path) -> None:
    quote = "按照《示范市算力补贴办法》给予补贴"
    assert found(tmp_path, quote, day=dt.date(2025, 12, 31)) == []
    assert len(found(tmp_path, quote, day=dt.date(2026, 1, 1))) == 1


def test_every_reading_must_have_ended(tmp_path: Path) -> None:
    # three years end on 2025-12-31, or on the corresponding day, 2026-01-01
    doubt = "3年\n  约定：期满 前一日\n  疑义 哪天 “3年”\n    读法 前一日\n    读法 对应日\n      约定：期满 对应日"
    quote = "按照《示范市算力补贴办法》给予补贴"
    assert found(tmp_path, quote, doubt, dt.date(2026, 1, 1)) == []
    assert len(found(tmp_path, quote, doubt, dt.date(2026, 1, 2))) == 1


def test_a_policy_by_itself_cites_nobody_who_is_known(tmp_path: Path) -> None:
    found(tmp_path, "按照《示范市算力补贴办法》给予补贴")
    alone = findings(load([tmp_path / "new"]), DAY.toordinal())
    assert [each for each in alone if each.rule.name == "cites-expired"] == []


def test_the_earlier_version_is_known_without_being_given(tmp_path: Path) -> None:
    found(tmp_path, "按照《示范市算力补贴办法》给予补贴", head="  前版：../old\n")
    alone = findings(load([tmp_path / "new"]), DAY.toordinal())
    assert len([each for each in alone if each.rule.name == "cites-expired"]) == 1
