"""A clause that the text speaks of and does not have; clauses of other documents are nobody's business."""

from pathlib import Path

import pytest

from polc.workspace import load
from polc.workspace.checked import findings

BEGIN = """示范市支持企业若干措施
第一条 支持创新。对高新企业给予5万元奖励。
第二条 申报。由市数据局受理申报。
"""
POLICY = """政策 示范市支持企业若干措施
  简称：demo
  原文文件：source.txt

对象 企业
  高新企业：是否

条 第一条 支持创新
  奖补 高新奖
    原文：“对高新企业给予5万元奖励”
    支持对象：企业
    享受：每家企业 一次
    条件：高新企业
    标准：5万元

条 第二条 申报
  宣示 申报
    原文：“由市数据局受理申报”

条 第三条 附则
  宣示 另有规定
    原文：“由市数据局负责解释”
"""


def cited(folder: Path, third: str, policy: str = POLICY) -> list[tuple[str, str]]:
    (folder / "source.txt").write_text(BEGIN + f"第三条 附则。{third}由市数据局负责解释。\n", encoding="utf-8")
    (folder / "policy.pol").write_text(policy, encoding="utf-8")
    return [
        (dict(found.arguments)["clause"], found.place.span.text)
        for found in findings(load([folder]), 0)
        if found.rule.name == "cites-missing-clause"
    ]


@pytest.mark.parametrize(
    ("third", "clauses"),
    [
        ("第九条规定的除外。", ["第九条"]),
        ("本措施第九条规定的除外。", ["第九条"]),
        ("符合第一条、第八条、第九条的，就高享受。", ["第八条", "第九条"]),
        ("按本措施第一条至第十二条执行。", ["第十二条"]),
        ("第9条除外。", ["第9条"]),
    ],
)
def test_a_clause_that_is_not_there_is_found(tmp_path: Path, third: str, clauses: list[str]) -> None:
    assert [clause for clause, _ in cited(tmp_path, third)] == clauses


@pytest.mark.parametrize(
    "third",
    [
        "第一条、第二条的奖补可以叠加。",
        "按照《公平竞争审查条例》第十二条执行。",
        "按照《公平竞争审查条例》第十二条、第十三条和第十四条执行。",
        "按照《条例》（国令第783号）第十二条执行。",
        "依照公司法第二百一十七条认定。",
        "符合省实施办法第九条的，从其规定。",
        "新增第九条件的除外。",
    ],
)
def test_a_clause_of_another_document_is_not(tmp_path: Path, third: str) -> None:
    assert cited(tmp_path, third) == []


def test_it_stands_at_the_clause_that_speaks_of_it(tmp_path: Path) -> None:
    assert cited(tmp_path, "第九条规定的除外。") == [("第九条", "条 第三条 附则")]


def test_a_passage_without_a_number_is_in_nobodys_way(tmp_path: Path) -> None:
    with_a_tail = POLICY + "\n条 文末 说明\n  宣示 解释\n    原文：“由市数据局负责解释”\n"
    assert cited(tmp_path, "第九条规定的除外。", with_a_tail) == [("第九条", "条 第三条 附则")]
