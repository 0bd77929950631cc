"""The changes that no row of a measure notices, each with the reason: all but one pool change no award.

A change is listed by document, part, what became what and words that its line holds. Everything else that goes
unnoticed is missed, and wants a row.
"""

from __future__ import annotations

from dataclasses import dataclass

from mutants import Mutant


@dataclass(frozen=True, slots=True)
class Equal:
    """Changes that change no award: in which part, what became what, on a line holding what; and why."""

    document: str
    part: str
    changes: set[tuple[str, str]]
    holds: str
    why: str

    def covers(self, mutant: Mutant) -> bool:
        """Whether a change is one of these."""
        return (
            (self.document, self.part) == (mutant.document, mutant.part)
            and (mutant.old.strip(), mutant.new) in self.changes
            and self.holds in (mutant.text or mutant.old)
        )


CONTINUOUS = "the two sides of the bound pay the same there, and between two 分 there is nothing"
FROM_ZERO = "分段 counts from the bound: nothing lies on it"
HIGHER = "from 500万元 on the next tier is higher and is the one taken"
FIRST = "首次 lets everyone pass each tier once as it is"
ONCE_A_FACT = "首次 is a fact here: who was paid once has been there before, and fails the condition"
STEP_UP = "晋级补差 takes off what was received: a tier pays once as it is"
ENDS = "the table of that reading ends with that year"
SAME_CAP = "the 上限 per award, which the line takes the place of, cuts one award a year just so"
ABOVE = "the row above takes that year first"
CUT = "the 上限 in total stands at the same figure and cuts it"
RECORD = "without 须符合 the line says on what rate the award stands, and checks it; it decides nothing"
EDGES = "no line here says 以上 or 以下 without saying on which side the number itself falls"
OTHER_DOUBT = "the reading is of 突破 or of 期满; what 以上 takes in is a doubt of its own, with a table of its own"
OPEN_LIST = "whom the row 其他 is for is 不能判定 by 等; where it takes a listed one instead, it pays the same"
ECHO = "behind 达到 the words 以上 and 以下 are an echo of the text and are not read"
TOO_MANY = "it takes ten awards of 1000万元 in one year to spend the pool; no row has so many"
BARRED = "a condition bars everyone whom the last row would be for"

ONCE = {("一次", "每次"), ("一次", "每年")}


JINHUA = "金华市促进人工智能产业发展十二条政策措施"
EQUAL: tuple[Equal, ...] = (
    Equal("jinhua", JINHUA, {("含本数", "不含本数")}, "突破 即 达到", OTHER_DOUBT),
    Equal("jinhua", JINHUA, {("含本数", "不含本数")}, "期满 对应日", OTHER_DOUBT),
    Equal("yuxi", "玉溪市支持人工智能产业发展若干措施", {("含本数", "不含本数")}, "约定", EDGES),
    Equal("yuxi", "数据挂牌交易奖", {("达到", "超过")}, "| 0.5%", FROM_ZERO),
    Equal("yuxi", "数据挂牌交易奖", {("达到", "超过")}, "| 1%", FROM_ZERO),
    Equal("yuxi", "数据挂牌交易奖", {("1000万元", "9999999.99元"), ("超过", "达到")}, "1000万元 × 0.5% +", CONTINUOUS),
    Equal("yuxi", "新增规上软件企业奖", {("500万元", "5000000.01元"), ("不满", "不超过")}, "待定", HIGHER),
    Equal("yuxi", "营收突破奖", ONCE, "每档", FIRST),
    Equal("yuxi", "创业社区运营补助", {("第3年", "第4年")}, "存续兑付", ENDS),
    Equal("zhangzhou", "购买算力服务市级补助", {("第3年", "第4年")}, "存续兑付", ENDS),
    Equal("zhangzhou", "平台运营奖励", {("第3年", "第4年")}, "存续兑付", ENDS),
    Equal("zhangzhou", "工业互联网项目补助", {("上限：每个工业互联网项目 每年 100万元", "")}, "", SAME_CAP),
    Equal("zhangzhou", "营收晋级奖", ONCE, "每档", STEP_UP),
    Equal("panzhihua", "国家级项目配套", {("上限：每个国省项目 每年 200万元", "")}, "", SAME_CAP),
    Equal("kunming", "智算项目奖", {("不奖", "1元")}, "其他", BARRED),
    Equal("kunming", "首次挂牌奖", {("一次", "每年")}, "每提供方", ONCE_A_FACT),
    Equal("kunming", "首次挂牌奖", ONCE, "每个数据产品", FIRST),
    Equal("kunming", "数据资产入表奖", {("一次", "每年")}, "每持有主体", ONCE_A_FACT),
    Equal("kunming", "数据资产入表奖", ONCE, "每项数据资源", FIRST),
    Equal("kunming", "数据合规出境奖", {("一次", "每年")}, "享受：每出境数据处理者", FIRST),
    Equal(
        "kunming",
        "数据合规出境奖",
        {("10万元", "99999.99元"), ("10万元", "100000.01元"), ("最高", "")},
        "| 其他",
        OPEN_LIST,
    ),
    Equal(
        "kunming",
        "数据合规出境奖",
        {
            ("数据出境安全评估", "无"),
            ("个人信息出境标准合同备案", "无"),
            ("个人信息保护认证", "其他方式"),
            ("| 数据出境安全评估         | 最高 10万元 |", ""),
            ("| 个人信息出境标准合同备案 | 最高 10万元 |", ""),
            ("| 个人信息保护认证         | 最高 10万元 |", ""),
        },
        "|",
        OPEN_LIST,
    ),
    Equal("kunming", "交易规模奖", {("一次", "每年")}, "每运营主体", STEP_UP),
    Equal("kunming", "交易规模奖", ONCE, "每个交易场所", STEP_UP),
    Equal("kunming", "营业收入晋级奖", ONCE, "每档", STEP_UP),
    Equal("kunming", "认定奖", ONCE, "每档", STEP_UP),
    Equal("kunming", "规模奖", ONCE, "每档", STEP_UP),
    Equal(
        "kunming",
        "资金池 专项资金",
        {("1亿元", "99999999.99元"), ("1亿元", "100000000.01元"), ("每年", "累计")},
        "",
        TOO_MANY,
    ),
    Equal("kunming", "贷款贴息", {("第3年", "第4年")}, "存续兑付", ENDS),
    Equal("jinhua", "龙头企业贡献奖", {("第4年", "第3年")}, "第10年", ABOVE),
    Equal("jinhua", "龙头企业贡献奖", {("第10年", "第11年")}, "存续兑付", ENDS),
    Equal("jinhua", "揭榜挂帅加补", {("叠加于：自主研发补助（15%）", "")}, "", RECORD),
    Equal("jinhua", "实缴资本奖", {("以上", "以下")}, "达到", ECHO),
    Equal("jinhua", "入园达标奖", {("以上", "以下")}, "达到", ECHO),
    Equal("jinhua", "软件企业营收奖", ONCE, "每档", FIRST),
    Equal("jinhua", "信息技术服务企业营收奖", ONCE, "每档", FIRST),
    Equal("jinhua", "孵化器认定补助", {("200万元", "2000000.01元")}, "国家级", CUT),
)
"""What may go unnoticed. ``docs/decisions`` tells it in words."""


def why_equal(mutant: Mutant) -> str:
    """Return why the change changes no award, or an empty string."""
    return next((each.why for each in EQUAL if each.covers(mutant)), "")
