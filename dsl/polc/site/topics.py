"""What a benefit is about, by the words of its name, its clause and its sentences: so that cities can be compared.

The words are those of the field, not of a city; a site may name its own. A benefit may have several, and where no word
tells, it stands under the rest.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from polc.diagnostics.words import Words

if TYPE_CHECKING:
    from polc.model.policy import Part, Policy


@dataclass(frozen=True, slots=True)
class Topic:
    """A topic with its name and the words that tell of it."""

    id: str
    name: Words
    words: tuple[str, ...]


def _topic(name: str, title: Words, words: str) -> Topic:
    return Topic(name, title, tuple(words.split()))


TOPICS = (
    _topic(
        "compute",
        Words("算力", "compute"),
        "算力 智算",
    ),
    _topic(
        "data",
        Words("数据交易和数据资产", "data trade and data assets"),
        "数据产品 数据交易 数据挂牌 挂牌 数据资产 数据集 数据资源 数据流通 数据服务 数据标注 交易场所 交易规模",
    ),
    _topic(
        "model",
        Words("研发、模型和创新平台", "research, models and innovation platforms"),
        "研发 大模型 模型 攻关 科技 创新平台 揭榜 成果转化 定向科研",
    ),
    _topic(
        "growth",
        Words("升规和营收", "reaching size and revenue"),
        "升规 规上 规模以上 四上 营收 营业收入 专精特新 新增企业 规模企业 龙头 贡献 做大做强",
    ),
    _topic(
        "platform",
        Words("载体、园区和集聚区", "parks and clusters"),
        "载体 园区 产业园 孵化器 集聚区 社区 入园 科创园 配套设施 平台运营 平台 基地",
    ),
    _topic(
        "scene",
        Words("应用场景和示范", "applications and demonstrations"),
        "应用场景 场景 示范 首台套 应用认定 采购 试点 使用方 服务方",
    ),
    _topic(
        "digital",
        Words("数字化转型", "digital transformation"),
        "数字化 智能工厂 工业互联网 数智 成熟度 DCMM",
    ),
    _topic(
        "talent",
        Words("人才", "talent"),
        "人才 薪酬 实训 学科 工资",
    ),
    _topic(
        "finance",
        Words("金融", "finance"),
        "贷款 贴息 基金 实缴资本 担保",
    ),
    _topic(
        "contest",
        Words("大赛和活动", "contests and events"),
        "大赛 分赛 决赛 活动 论坛",
    ),
    _topic(
        "standard",
        Words("标准、合规和备案", "standards and compliance"),
        "标准 合规 出境 备案 互认",
    ),
)
REST = Topic("rest", Words("其他", "other"), ())
_NAME, _TITLE, _SENTENCE = 4, 2, 1
_NEAR = 0.75
"""A further topic counts where it scores at least this share of the first, or where the name itself tells of it."""
_MOST = 3


def topics_of(policy: Policy, part: Part, topics: Sequence[Topic] = TOPICS) -> list[Topic]:
    """Return the topics of a part, the strongest first: one to three."""
    clause = policy.clause(part.clause)
    texts = (
        (part.name, _NAME),
        (clause.title if clause else "", _TITLE),
        *((quote.value.text, _SENTENCE) for quote in part.quotes if quote.value is not None),
    )
    scores = [(sum(weight for text, weight in texts if any(w in text for w in topic.words)), topic) for topic in topics]
    best = max((score for score, _ in scores), default=0)
    if not best:
        return [REST]
    named = {topic.id for topic in topics if any(word in part.name for word in topic.words)}
    kept = [each for each in scores if each[0] >= _NEAR * best or each[1].id in named]
    return [topic for _, topic in sorted(kept, key=lambda each: -each[0])][:_MOST]
