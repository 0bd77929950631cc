"""How a version follows the one before: at once, too early, too late."""

from pathlib import Path

import pytest

from polc.diagnostics import Diagnostic
from polc.workspace import load
from polc.workspace.checked import findings

RULES = ("successor-overlap", "successor-gap")
BODY = (
    "对象 企业\n  达标：是否\n条 1 支持\n  奖补 甲\n{quote}"
    "    支持对象：企业\n    享受：每家企业 一次\n    条件：达标\n    标准：5万元\n"
)


def found(folder: Path, old: str, new: str, quote: str = "") -> list[Diagnostic]:
    said = f"    原文：“{quote}”\n" if quote else ""
    (folder / "2023.pol").write_text(f"政策 旧版\n  简称：old\n{old}" + BODY.format(quote=""), encoding="utf-8")
    text = f"政策 新版\n  简称：new\n  前版：2023.pol\n{new}" + BODY.format(quote=said)
    (folder / "policy.pol").write_text(text, encoding="utf-8")
    return [each for each in findings(load([folder / "policy.pol"])) if each.rule.name in RULES]


OLD = "  状态：已印发\n  施行：自 2023年1月1日\n  有效期：至 2025年12月31日\n"


def new(day: str) -> str:
    return f"  状态：已印发\n  施行：自 {day}\n  有效期：至 2028年12月31日\n"


def test_the_day_after_the_last_is_neither_too_early_nor_too_late(tmp_path: Path) -> None:
    assert found(tmp_path, OLD, new("2026年1月1日")) == []


def test_one_day_of_both(tmp_path: Path) -> None:
    (one,) = found(tmp_path, OLD, new("2025年12月31日"))
    assert one.message("zh") == "这一版 2025年12月31日 起施行，前版到 2025年12月31日 才满：1天里两版都有效"
    assert one.related[0].span.text == "有效期：至 2025年12月31日"


def test_one_day_of_neither(tmp_path: Path) -> None:
    (one,) = found(tmp_path, OLD, new("2026年1月2日"))
    assert one.rule.name == "successor-gap"
    assert one.message("zh") == "前版到 2025年12月31日 为止，这一版 2026年1月2日 才施行：中间1天哪一版也管不到"
    assert one.message("en").endswith("under neither for so many days: 1")


@pytest.mark.parametrize(
    "quote",
    ["本措施自印发之日起施行，原措施同时废止", "原《若干措施》停止执行", "旧措施不再执行"],
)
def test_a_text_that_ends_the_earlier_version(tmp_path: Path, quote: str) -> None:
    assert found(tmp_path, OLD, new("2025年10月1日"), quote) == []


def test_an_earlier_version_that_was_repealed(tmp_path: Path) -> None:
    assert found(tmp_path, OLD.replace("已印发", "已废止"), new("2025年10月1日")) == []


@pytest.mark.parametrize(
    ("old", "later"),
    [
        (OLD.replace("  有效期：至 2025年12月31日\n", ""), new("2026年6月1日")),
        ("  印发日期：未知\n  施行：自印发之日\n  有效期：3年\n", new("2026年6月1日")),
        (OLD, "  印发日期：未知\n  施行：自印发之日\n  有效期：3年\n"),
    ],
)
def test_days_that_are_not_known_are_no_finding(tmp_path: Path, old: str, later: str) -> None:
    assert found(tmp_path, old, later) == []


def test_a_day_that_hangs_on_how_a_period_ends_is_no_gap(tmp_path: Path) -> None:
    # three years from 2023-01-01 end on 2025-12-31 or, on the corresponding day, on 2026-01-01
    period = "  施行：自 2023年1月1日\n  有效期：3年\n"
    assert found(tmp_path, period, new("2026年1月2日")) == []
    (one,) = found(tmp_path, period + "  约定：期满 前一日\n", new("2026年1月2日"))
    assert one.rule.name == "successor-gap"
    assert [each.rule.name for each in found(tmp_path, period, new("2026年1月3日"))] == ["successor-gap"]


def test_without_an_earlier_version_there_is_nothing_to_follow(tmp_path: Path) -> None:
    text = "政策 新版\n  简称：new\n" + new("2026年6月1日") + BODY.format(quote="")
    (tmp_path / "policy.pol").write_text(text, encoding="utf-8")
    assert [each for each in findings(load([tmp_path])) if each.rule.name in RULES] == []


def test_a_measure_issued_from_a_draft_does_not_follow_the_draft(tmp_path: Path) -> None:
    sent_round = OLD.replace("已印发", "征求意见稿").replace("2025年12月31日", "2028年12月31日")
    assert found(tmp_path, sent_round, new("2026年1月1日")) == []


def test_what_the_draft_was_to_replace_is_what_counts(tmp_path: Path) -> None:
    body = BODY.format(quote="")
    (tmp_path / "2020.pol").write_text(f"政策 旧版\n  简称：oldest\n{OLD}{body}", encoding="utf-8")
    sent_round = "  前版：2020.pol\n  状态：征求意见稿\n  施行：自 2026年1月1日\n  有效期：至 2028年12月31日\n"
    (one,) = found(tmp_path, sent_round, new("2026年3月1日"))
    assert one.rule.name == "successor-gap"
    assert one.related[0].span.source.path == str(tmp_path / "2020.pol")
