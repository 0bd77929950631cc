"""A name that nothing has, as a drafter writes it: the answer says what was meant, and its fix keeps the meaning."""

from __future__ import annotations

import pytest

from polc.diagnostics import Diagnostic
from polc.text import Source
from polc.workspace.load import compile_sources

HEAD = """政策 示范措施
  简称：demo
  约定：以上、以下含本数
对象 数据经纪机构
  级别：无、市级、省级、国家级
条 1 支持
  奖补 奖励
    支持对象：数据经纪机构
"""


def findings(text: str) -> list[Diagnostic]:
    return compile_sources([Source("policy.pol", HEAD + text)]).findings


def mended(text: str) -> str:
    whole = HEAD + text
    (one,) = findings(text)
    for edit in sorted(one.fixes[0].edits, key=lambda each: -each.span.start):
        whole = whole[: edit.span.start] + edit.text + whole[edit.span.end :]
    return whole[len(HEAD) :]


TIERS = "    享受：每家数据经纪机构 一次\n    分档：级别，查表\n      | {} | 20万元 |\n      | 市级 | 10万元 |\n"
WHEN = "    享受：每家数据经纪机构 一次\n    条件：级别 {}\n    标准：20万元\n"


@pytest.mark.parametrize(
    ("line", "written", "meant"),
    [
        (TIERS, "省级以上", "省级 以上"),
        (TIERS, "省级及以上", "省级 及以上"),
        (WHEN, "= 省级以上", "= 省级 以上"),
        (WHEN, "为 市级以下", "为 市级 以下"),
        (WHEN, "在 省级以上", "在 省级、国家级"),
        (WHEN, "在 市级及以下", "在 无、市级"),
    ],
)
def test_a_level_and_an_edge_run_together_are_not_the_level_alone(line: str, written: str, meant: str) -> None:
    text = line.format(written)
    assert [each.rule.name for each in findings(text)] == ["written-otherwise"]
    assert mended(text) == line.format(meant)
    assert findings(line.format(meant)) == []


def test_a_level_that_there_is_not_is_no_edge() -> None:
    (one,) = findings(TIERS.format("县级以上"))
    assert one.rule.name == "unknown-name"


def test_a_subject_by_the_end_of_its_name() -> None:
    text = "    享受：每家机构 一次\n    标准：20万元\n"
    (one,) = findings(text)
    assert (one.rule.name, one.place.span.text) == ("unknown-subject", "机构")
    assert findings(mended(text)) == []
