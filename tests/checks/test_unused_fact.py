"""Which facts count as used."""

from pathlib import Path

from polc.workspace import load
from polc.workspace.checked import findings

PROGRAM = """\
政策 措施
对象 企业
  甲：是否
  乙：是否
  丙：是否
条 1 奖励
  奖补 奖励
    支持对象：企业
    享受：每家企业 一次
    标准：5万元
通则 放宽
  范围：全文
  也适用：甲
  只适用：乙
"""


def test_a_fact_that_a_general_rule_speaks_of_is_used(tmp_path: Path) -> None:
    file = tmp_path / "policy.pol"
    file.write_text(PROGRAM, encoding="utf-8")
    unused = [each.place.span.text for each in findings(load([file])) if each.rule.name == "unused-fact"]
    assert unused == ["丙"]
