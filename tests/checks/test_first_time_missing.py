"""首次 of the text that no line of the encoding has."""

from pathlib import Path

import pytest

from polc.workspace import load
from polc.workspace.checked import findings

POLICY = """政策 示范措施
  简称：demo

对象 企业
  年度营业收入：金额，每年
  首次入库：是否

条 1 支持
  奖补 上规模奖
    原文：“{quote}”
    支持对象：企业
    享受：每家企业 一次
    {line}
    标准：20万元
"""
TIERS = "分档：年度营业收入，取高档{mode}\n      | 达到 2000万元 | 10万元 |\n      | 达到 1亿元 | 20万元 |"
QUOTE = "对年度营业收入首次达到2000万元的企业，给予20万元一次性奖励"


def said(folder: Path, line: str, quote: str = QUOTE) -> list[str]:
    text = POLICY.format(quote=quote, line=line)
    if line.startswith("分档"):
        text = text.replace("    标准：20万元\n", "")
    (folder / "policy.pol").write_text(text, encoding="utf-8")
    every = findings(load([folder]), 0)
    return [found.place.span.text for found in every if found.rule.name == "first-time-missing"]


def test_a_condition_alone_does_not_make_it_the_first_time(tmp_path: Path) -> None:
    assert said(tmp_path, "条件：年度营业收入 达到 2000万元") == ["首次达到"]


def test_nor_do_tiers_alone(tmp_path: Path) -> None:
    assert said(tmp_path, TIERS.format(mode="")) == ["首次达到"]


@pytest.mark.parametrize(
    "line",
    [
        "首次：年度营业收入 达到 2000万元",
        "条件：首次 年度营业收入 达到 2000万元",
        "条件：首次入库",
        TIERS.format(mode="，首次"),
        "条件：此前最高 年度营业收入 不满 2000万元",
    ],
)
def test_any_way_of_saying_it_will_do(tmp_path: Path, line: str) -> None:
    assert said(tmp_path, line) == []


@pytest.mark.parametrize("quote", ["对企业给予20万元一次性奖励", "对首次公开发行股票并上市的企业，给予20万元奖励"])
def test_what_the_text_does_not_say_is_not_missed(tmp_path: Path, quote: str) -> None:
    assert said(tmp_path, "条件：年度营业收入 达到 2000万元", quote) == []


def test_one_reading_that_has_it_is_enough(tmp_path: Path) -> None:
    doubt = "疑义 首次管什么\n      读法 不管\n      读法 管\n        首次：首次入库"
    assert said(tmp_path, f"条件：年度营业收入 达到 2000万元\n    {doubt}") == []
