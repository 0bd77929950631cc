"""Fingerprints of a whole policy: clauses may be renumbered and moved, lines come and go."""

from pathlib import Path

import pytest

from polc.diagnostics.report import report
from polc.text import Source
from polc.workspace import load
from polc.workspace.checked import findings
from polc.workspace.owners import owners

POLICY = """\
政策 示范措施
  简称：demo
  约定：以上、以下含本数
对象 企业
  年度营业收入：金额，每年
  没有用到：是否
条 （一） 支持
  奖补 营收奖
    支持对象：企业
    享受：每家企业 每年
    分档：年度营业收入，查表
      | 500万元以上1000万元以下 | 5万元  |
      | 1000万元以上            | 10万元 |
      | 其他                    | 不奖   |
"""


def marks(folder: Path, text: str, name: str = "policy.pol") -> dict[str, str]:
    path = folder / name
    path.write_text(text, encoding="utf-8")
    space = load([path])
    told = report(findings(space), "zh", here=str(folder), owns=owners(space))
    path.unlink()
    return {finding.rule.name: mark for finding, mark in told.each}


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("条 （一）", "条 （二）"),
        ("条 （一）", "# 说明\n\n条 第七条"),
        ("没有用到", "又一个：金额，每年\n  没有用到"),
        ("5万元  ", "5 万元"),
    ],
)
def test_renumbering_and_new_lines_change_no_fingerprint(old: str, new: str, tmp_path: Path) -> None:
    before, after = marks(tmp_path, POLICY), marks(tmp_path, POLICY.replace(old, new), "改名.pol")
    assert {"tier-overlap", "unused-fact"} <= set(before)
    for rule in ("tier-overlap", "unused-fact"):
        assert before[rule] == after[rule]


@pytest.mark.parametrize(("old", "new"), [("1000万元以上", "900万元以上"), ("营收奖", "另一奖"), ("demo", "other")])
def test_another_operand_part_or_policy_is_another_finding(old: str, new: str, tmp_path: Path) -> None:
    assert marks(tmp_path, POLICY)["tier-overlap"] != marks(tmp_path, POLICY.replace(old, new))["tier-overlap"]


def test_a_place_belongs_to_the_blocks_around_it(tmp_path: Path) -> None:
    (tmp_path / "policy.pol").write_text(POLICY, encoding="utf-8")
    space = load([tmp_path])
    source = space.drafts[0].compiled.sources[0]
    owns = owners(space)

    def owner(words: str) -> str:
        start = source.text.index(words)
        return owns(source.span(start, start + len(words))).owner

    assert owner("简称") == "demo"
    assert owner("没有用到") == "demo/企业"
    assert owner("条 （一） 支持") == "demo/支持"
    assert owner("奖补 营收奖") == "demo/支持/营收奖"
    assert owner("| 其他 ") == "demo/支持/营收奖"


def test_the_head_of_a_numbered_block_is_told_without_its_number(tmp_path: Path) -> None:
    (tmp_path / "policy.pol").write_text(POLICY, encoding="utf-8")
    space = load([tmp_path])
    source = space.drafts[0].compiled.sources[0]
    start = source.text.index("条 （一）")
    assert "一" not in owners(space)(source.span(start, start + 8)).text


def test_a_file_of_no_policy_is_its_own_owner() -> None:
    source = Source("甲/乙.pol", "甲")
    assert owners(load([]))(source.span(0, 1)).owner == "乙.pol"
