"""What a line presumes because the text is silent is said with every result that rests on it."""

from pathlib import Path

from polc.runs.answer import answer
from polc.workspace import load
from polc.workspace.suite import run_suite

PROGRAM = """\
政策 措施
对象 企业
对象 平台 归属 企业（依托单位）
  级别：市级、省级
条 1 平台
  奖补 平台奖
    支持对象：平台
    领取人：未写，暂按 依托单位
    享受：未写
    条件：级别 = 省级
    标准：5万元
    示例 一
      | 级别 | 应得 |
      | 省级 | 5万元 |
    情景 二
      | 年度 | 级别 | 应得 |
      | 2026 | 省级 | 5万元 |
"""

SAID = "领取人：未写，暂按 依托单位"


def test_answers_examples_and_scenarios_say_what_the_text_does_not(tmp_path: Path) -> None:
    file = tmp_path / "policy.pol"
    file.write_text(PROGRAM, encoding="utf-8")
    space = load([file])
    found = answer(space.drafts[0].compiled, {}, day=740000)
    presumed = [found.parts[0].presumed, *(named.row.presumed for named in run_suite(space).rows)]
    assert len(presumed) == 3
    for each in presumed:
        assert [one.words.zh for one in each if one.kind == "silent"] == [SAID]
