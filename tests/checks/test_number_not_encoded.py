"""A figure that nobody who quotes the sentence uses is found; one that another part uses for it is not."""

from __future__ import annotations

from pathlib import Path

from polc.workspace.checked import findings
from polc.workspace.load import load

HEAD = """政策 示范措施
  简称：demo
对象 企业
  年度支出：金额，每年
  高新企业：是否
条 1 支持
"""
SENTENCE = "高新企业、其他企业分别给予20万元、10万元一次性奖励"


def part(name: str, quote: str, amount: str) -> str:
    return f"  奖补 {name}\n    原文：“{quote}”\n    支持对象：企业\n    条件：高新企业\n    标准：{amount}\n"


def found(folder: Path, *parts: str) -> list[tuple[str, str]]:
    (folder / "policy.pol").write_text(HEAD + "".join(parts), encoding="utf-8")
    said = [dict(each.arguments) for each in findings(load([folder])) if each.rule.name == "number-not-encoded"]
    return [(str(given["name"]), str(given["figure"])) for given in said]


def test_two_parts_that_quote_one_sentence_share_its_figures(tmp_path: Path) -> None:
    assert not found(tmp_path, part("甲", SENTENCE, "20万元"), part("乙", SENTENCE, "10万元"))


def test_a_figure_that_neither_of_them_uses_is_found_in_both(tmp_path: Path) -> None:
    missing = [("甲", "10万元"), ("乙", "10万元")]
    assert found(tmp_path, part("甲", SENTENCE, "20万元"), part("乙", SENTENCE, "20万元")) == missing


def test_another_sentence_does_not_lend_its_figures(tmp_path: Path) -> None:
    other = part("乙", "给予10万元奖励", "10万元")
    assert found(tmp_path, part("甲", SENTENCE, "20万元"), other) == [("甲", "10万元")]


def test_the_unit_of_rounding_is_the_figure_of_what_is_dropped(tmp_path: Path) -> None:
    quote = "按15%给予补助，不足1元的舍去"
    rounded = part("甲", quote, "年度支出 × 15%\n    取整：去尾 到 元")
    assert not found(tmp_path, rounded)
    assert found(tmp_path, part("甲", quote, "年度支出 × 15%")) == [("甲", "1元")]


def test_how_often_is_no_figure(tmp_path: Path) -> None:
    yearly = part("甲", "高新企业给予20万元奖励，每家企业每年奖励一次", "20万元")
    assert not found(tmp_path, yearly + "    享受：每家企业 每年\n")


def test_a_number_of_times_is_a_figure(tmp_path: Path) -> None:
    assert found(tmp_path, part("甲", "参赛三次的，给予20万元奖励", "20万元")) == [("甲", "三次")]


def test_a_term_of_its_own_is_what_its_sentence_says(tmp_path: Path) -> None:
    quote = "给予20万元奖励，本条执行至2025年12月31日"
    assert not found(tmp_path, part("甲", quote, "20万元") + "    有效期：至 2025年12月31日\n")
    assert found(tmp_path, part("甲", quote, "20万元")) == [("甲", "2025年12月31日")]
