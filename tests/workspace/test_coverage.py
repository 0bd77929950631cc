"""polc coverage: what of the official text is encoded."""

from __future__ import annotations

from pathlib import Path

import pytest

from polc.hosts.cli import main
from polc.workspace import load
from polc.workspace.coverage import coverage

ROOT = Path(__file__).parents[2]


def test_yuxi_is_encoded_whole() -> None:
    (yuxi,) = coverage(load([ROOT / "policies" / "yuxi"]))
    assert yuxi.complete
    assert (yuxi.clauses, yuxi.clauses_of_source) == (22, 22)
    assert yuxi.amounts == yuxi.amounts_of_source
    assert yuxi.figures == yuxi.figures_of_quotes


def test_a_sentence_left_out_makes_a_policy_incomplete(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (tmp_path / "source.txt").write_text("1. 支持。给予5万元奖励。再给予3万元奖励。", encoding="utf-8")
    (tmp_path / "policy.pol").write_text(
        "政策 示范\n  简称：shifan\n  原文文件：source.txt\n对象 企业\n  达标：是否\n"
        "条 1 支持\n  奖补 甲\n    原文：“给予5万元奖励”\n"
        "    支持对象：企业\n    条件：达标\n    标准：5万元\n",
        encoding="utf-8",
    )
    assert main(["coverage", str(tmp_path)]) == 1
    assert "1/2" in capsys.readouterr().out
