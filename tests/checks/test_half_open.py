"""Two tiers that meet in a figure that both hold: both ways to part them are offered, and each parts them."""

from pathlib import Path

import pytest

from polc.diagnostics import Diagnostic, Severity
from polc.workspace import load
from polc.workspace.checked import findings

POLICY = """\
政策 示范措施
  简称：demo
  约定：以上、以下含本数
对象 企业
  年度营业收入：金额，每年
条 1 支持
  奖补 营收奖
    支持对象：企业
    享受：每家企业 每年
    分档：年度营业收入，查表
      | {low} | 5万元 |
      | {high} | 10万元 |
      | 其他 | 不奖 |
"""


def found(folder: Path, text: str) -> list[Diagnostic]:
    (folder / "policy.pol").write_text(text, encoding="utf-8")
    return findings(load([folder / "policy.pol"]))


@pytest.mark.parametrize(
    ("low", "high", "first", "second"),
    [
        ("500万元以上1000万元以下", "1000万元以上", "500万元以上不满1000万元", "1000万元（不含）以上"),
        ("500万元以上1000万元（含）以下", "1000万元（含）以上", "500万元以上不满1000万元", "1000万元（不含）以上"),
        ("达到 500万元 不超过 1000万元", "达到 1000万元", "达到 500万元 不满 1000万元", "超过 1000万元"),
        ("[500万元, 1000万元]", "[1000万元, 2000万元]", "[500万元, 1000万元)", "(1000万元, 2000万元]"),
        (
            "500万元（含）至1000万元（含）", "1000万元（含）至2000万元（含）",
            "500万元（含）至1000万元（不含）", "1000万元（不含）至2000万元（含）",
        ),
        ("不超过 1000万元", "不低于 1000万元", "不满 1000万元", "超过 1000万元"),
        ("<= 1000万元", ">= 1000万元", "< 1000万元", "> 1000万元"),
    ],
)  # fmt: skip
def test_both_ways_to_part_two_tiers_are_offered(tmp_path: Path, low: str, high: str, first: str, second: str) -> None:
    text = POLICY.format(low=low, high=high)
    (only,) = (each for each in found(tmp_path, text) if each.rule.name == "tier-overlap")
    assert [fix.safe for fix in only.fixes] == [False, False]
    for fix, (one, other) in zip(only.fixes, [(first, high), (low, second)], strict=True):
        (edit,) = fix.edits
        after = text[: edit.span.start] + edit.text + text[edit.span.end :]
        assert after == POLICY.format(low=one, high=other)
        assert not [each.rule.name for each in found(tmp_path, after) if each.severity is Severity.ERROR]


def test_each_way_says_what_it_pays_in_the_figure(tmp_path: Path) -> None:
    text = POLICY.format(low="500万元以上1000万元以下", high="1000万元以上")
    (only,) = (each for each in found(tmp_path, text) if each.rule.name == "tier-overlap")
    assert [fix.words.zh for fix in only.fixes] == [
        "第1档只到不满 1000万元：正好 1000万元 的，按第2档给 10万元",
        "第2档从超过 1000万元 起：正好 1000万元 的，按第1档给 5万元",
    ]
    assert only.fixes[0].words.en == "let tier 1 end below 1000万元: exactly 1000万元 is then paid 10万元, by tier 2"


def test_tiers_that_share_a_stretch_are_not_parted_for_the_drafter(tmp_path: Path) -> None:
    text = POLICY.format(low="500万元以上1200万元以下", high="1000万元以上")
    (only,) = (each for each in found(tmp_path, text) if each.rule.name == "tier-overlap")
    assert only.fixes == ()
