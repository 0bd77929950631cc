"""What a benefit is about, in one line, and the most that it pays."""

from pathlib import Path

import pytest

from polc.site.contents import gather
from polc.site.summary import Summary, mosts, summaries
from polc.workspace import load
from polc.workspace.suite import Suite

POLICIES = Path(__file__).parents[2] / "policies"
FOUND = {
    (entry.draft.name, each.name): each
    for entry in gather(load([POLICIES]), [], Suite())
    for each in summaries(entry, mosts(entry))
}


@pytest.mark.parametrize(
    ("policy", "name", "topic", "most"),
    [
        ("yuxi", "算力补贴", "compute", "最多 50万元"),  # 每户企业每年最高不超过50万元
        ("jinhua", "大模型算力补助", "compute", "最多 2000万元"),
        ("kunming", "智算项目奖", "compute", "最多 1000万元"),  # 一次性最高不超过1000万元
        ("kunming", "规模奖", "platform", "最多 400万元"),
        ("zhangzhou", "营收晋级奖", "growth", "最多 150万元"),  # 首次达到1亿元的，奖励150万元
        ("zhangzhou", "大赛补助", "contest", "最多 200万元"),
        ("yuxi", "创业担保贷款贴息", "finance", "数额待定"),
        ("jinhua", "薪酬奖", "talent", "没有写封顶"),  # 在不超过个人地方综合贡献的前提下
        ("jinhua", "自主研发补助", "model", "没有写封顶"),
    ],
)
def test_a_benefit_in_short(policy: str, name: str, topic: str, most: str) -> None:
    found: Summary = FOUND[policy, name]
    assert topic in [each.id for each in found.topics]
    assert found.most_words.zh == most


def test_every_benefit_has_a_headline_and_a_topic() -> None:
    for key, found in FOUND.items():
        assert found.topics, key
        assert found.headline.zh, key
        assert found.headline.en, key


def test_a_row_that_pays_nothing_is_no_tier_and_years_are_told_as_years() -> None:
    assert FOUND["kunming", "省级分赛奖"].headline.zh == "按省级分赛奖次分3档"  # 一等奖、二等奖、三等奖
    assert FOUND["zhangzhou", "购买算力服务市级补助"].headline.zh == "分3年给"  # 第一年50%,第二年40%,第三年30%
