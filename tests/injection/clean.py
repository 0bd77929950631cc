"""Clean measures, generated: what a careful drafter hands in, with the official text they encode. Nothing is to be found.

A measure is made of clauses of some shapes (a fixed reward, a rate with threshold and cap, a ladder of levels, bands of
revenue, items with two caps, a floor, payment over years, a pool with places, a window of years, a duty, benefits of
which the highest or one is paid), each with random figures that fit one another, its sentence in the official text, and
example rows whose amounts are worked out here, apart from the interpreter.
Guarantee: the same seed gives the same measure.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from decimal import Decimal
from random import Random
from typing import TypeAlias

TOPICS = (
    *("研发", "数字化改造", "设备更新", "检验检测", "智能工厂", "上云", "实训", "绿色改造", "节能改造", "供应链"),
    *("首版软件", "算力", "品牌", "知识产权", "场景应用", "数据服务", "机器人", "传感器", "新材料", "生物制造"),
    *("低空经济", "工业设计", "冷链物流", "跨境服务", "海洋装备", "新型储能", "智能网联", "氢能", "农产品加工"),
)
BUREAUS = ("市科技局", "市工业和信息化局", "市数据局", "市商务局", "市市场监督管理局")
ROUNDED = "  取整：去尾 到 元"
CHINESE = "一二三四五六七八九十"
DRAFT_DAY = "2026-06-10"


@dataclass(frozen=True, slots=True)
class Clause:
    """One clause: its title, its sentences, and what encodes them."""

    title: str
    sentences: tuple[str, ...]
    lines: tuple[str, ...]
    facts: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Measure:
    """A measure as files: ``policy.pol``, the official text, and the day it is looked at."""

    name: str
    policy: str
    official: str
    day: str
    shapes: tuple[str, ...] = field(default=())


Shape: TypeAlias = Callable[[Random, str], Clause]


def measure(seed: int) -> Measure:
    """Return the clean measure of a seed."""
    rng = Random(seed)
    topics = rng.sample(TOPICS, len(TOPICS))
    shapes = rng.sample(SHAPES, rng.randint(5, 8))
    clauses = [shape(rng, topics.pop()) for shape in shapes]
    draft = rng.random() < 1 / 3
    numbers = _numbers(rng.randint(0, 2))
    year = rng.randint(2029, 2030)
    head = [
        "政策 支持产业发展若干措施", f"  简称：sample-{seed}",
        *(("  状态：征求意见稿", "  征求意见：2026年6月1日至7月5日") if draft else ("  状态：已印发", "  印发日期：2026年3月2日")),
        f"  施行：自 {'2026年10月1日' if draft else '2026年4月10日'}", f"  有效期：至 {year}年12月31日",
        "  约定：以上、以下含本数", "  适用时点：申报", "  解释：市工业和信息化局", "  原文文件：source.txt", "",
        "对象 企业 “注册登记的企业”", *(f"  {fact}" for clause in clauses for fact in clause.facts), "",
    ]  # fmt: skip
    text = ["支持产业发展若干措施" + ("（征求意见稿）" if draft else ""), ""]
    body: list[str] = []
    for place, clause in enumerate(clauses):
        written, spoken = numbers(place + 1)
        bureau = rng.choice(BUREAUS)
        body += [
            f"条 {written} {clause.title}",
            f"  牵头：{bureau}",
            "",
            *(f"  {line}".rstrip() for line in clause.lines),
            "",
        ]
        text.append(f"{spoken}{clause.title}。{'。'.join(clause.sentences)}。〔牵头单位：{bureau}〕")
    written, spoken = numbers(len(clauses) + 1)
    since = "2026年10月1日" if draft else "2026年4月10日"
    last = (
        f"本措施自{since}起施行，有效期至{year}年12月31日，由市工业和信息化局负责解释", "本措施所称以上、以下包括本数",
        "申报事项以申报之日为准", "奖补金额以元为单位，不足1元的舍去",
    )  # fmt: skip
    body += [f"条 {written} 附则", *(line for said in last for line in ("  宣示", f"    原文：“{said}”")), ""]
    text.append(f"{spoken}附则。{'。'.join(last)}。")
    return Measure(
        f"sample-{seed}", "\n".join([*head, *body]).rstrip() + "\n", "\n".join(text) + "\n", DRAFT_DAY,
        tuple(shape.__name__ for shape in shapes),
    )  # fmt: skip


def measures(count: int, first: int = 0) -> Iterator[Measure]:
    """Yield so many clean measures."""
    return map(measure, range(first, first + count))


def _numbers(kind: int) -> Callable[[int], tuple[str, str]]:
    """Return how clauses are numbered: in the file, and before the sentence in the official text."""
    if kind == 0:
        return lambda place: (str(place), f"{place}.")
    if kind == 1:
        return lambda place: (f"（{CHINESE[place - 1]}）", f"（{CHINESE[place - 1]}）")
    return lambda place: (f"第{CHINESE[place - 1]}条", f"第{CHINESE[place - 1]}条 ")


# ── shapes ──


def fixed(rng: Random, topic: str) -> Clause:
    award = rng.choice((5, 10, 20, 50))
    said = f"对首次认定为{topic}示范企业的，给予{award}万元一次性奖励"
    return Clause(f"支持{topic}示范", (said,), (
        f"奖补 {topic}示范奖", f"  原文：“{said}”", "  支持对象：企业", "  享受：每家企业 一次",
        f"  条件：首次认定为{topic}示范企业", f"  标准：{award}万元",
        *table("认定与否", (f"首次认定为{topic}示范企业", "应得"), (("是", yuan(award)), ("否", "0元"))),
    ), (f"首次认定为{topic}示范企业：是否",))  # fmt: skip


def rate(rng: Random, topic: str) -> Clause:
    floor, percent = rng.choice((20, 50, 100)), rng.choice((5, 10, 20, 30))
    cap = floor * percent // 100 * rng.choice((5, 10, 20)) or 10
    full = cap * 100 // percent
    fact = f"年度{topic}投入"
    said = f"对{fact}达到{floor}万元的企业，按{fact}的{percent}%给予补助，每家企业每年最高不超过{cap}万元"
    rows = (
        (yuan(floor, -1), "0元"), (yuan(floor), yuan(share(floor, percent))),
        (yuan(floor * 2), yuan(share(floor * 2, percent))), (yuan(full), yuan(cap)), (yuan(full + 100), yuan(cap)),
    )  # fmt: skip
    return Clause(f"支持{topic}投入", (said,), (
        f"奖补 {topic}投入补助", f"  原文：“{said}”", "  支持对象：企业", "  享受：每家企业 每年",
        f"  条件：{fact} 达到 {floor}万元", f"  标准：{fact} × {percent}%", ROUNDED, f"  上限：每家企业 每年 {cap}万元",
        *table("门槛与封顶", (fact, "应得"), rows),
    ), (f"{fact}：金额，每年",))  # fmt: skip


def ladder(rng: Random, topic: str) -> Clause:
    low = rng.choice((5, 10, 20))
    middle, high = low * 2, low * rng.choice((4, 5))
    fact = f"{topic}平台级别"
    said = f"对认定为国家级、省级、市级{topic}平台的企业，分别给予{high}万元、{middle}万元、{low}万元奖励，晋级的按晋级补差原则奖励"
    levels = (("无", 0), ("市级", low), ("省级", middle), ("国家级", high))
    return Clause(f"支持{topic}平台", (said,), (
        f"奖补 {topic}平台奖", f"  原文：“{said}”", "  支持对象：企业", "  享受：每家企业 每档 一次",
        f"  分档：{fact}，晋级补差", *(f"    | {name} | {award}万元 |" for name, award in levels[1:]),
        *table("各级", (fact, "应得"), tuple((name, yuan(award)) for name, award in levels)),
    ), (f"{fact}：无、市级、省级、国家级",))  # fmt: skip


def bands(rng: Random, topic: str) -> Clause:
    one = rng.choice((500, 1000, 2000))
    two, three = one * 2, one * rng.choice((4, 5))
    low = rng.choice((2, 5, 10))
    awards = (low, low * 2, low * rng.choice((3, 4)))
    fact = f"年度{topic}营业收入"
    said = (
        f"{fact}{one}万元以上不满{two}万元、{two}万元以上不满{three}万元、{three}万元以上的企业，"
        f"每年分别给予{awards[0]}万元、{awards[1]}万元、{awards[2]}万元奖励"
    )
    rows = (
        (yuan(one, -1), "0元"), (yuan(one), yuan(awards[0])), (yuan(two, -1), yuan(awards[0])),
        (yuan(two), yuan(awards[1])), (yuan(three, -1), yuan(awards[1])), (yuan(three), yuan(awards[2])),
        (yuan(three * 3), yuan(awards[2])),
    )  # fmt: skip
    return Clause(f"做强{topic}企业", (said,), (
        f"奖补 {topic}营收奖", f"  原文：“{said}”", "  支持对象：企业", "  享受：每家企业 每年", f"  分档：{fact}，查表",
        f"    | {one}万元以上不满{two}万元 | {awards[0]}万元 |",
        f"    | {two}万元以上不满{three}万元 | {awards[1]}万元 |", f"    | {three}万元以上 | {awards[2]}万元 |",
        *rng.choice(((), ("    | 其他 | 不奖 |",))),
        *table("各档", (fact, "应得"), rows),
    ), (f"{fact}：金额，每年",))  # fmt: skip


def parts(rng: Random, topic: str) -> Clause:
    one = rng.choice((500, 1000))
    two, low, high, cap = one * 2, rng.choice((1, 2)), rng.choice((3, 5)), rng.choice((50, 80))
    fact = f"年度{topic}交易额"
    said = (
        f"对{fact}超过{one}万元的企业分档给予奖励：{one}万元至{two}万元部分奖励{low}%，{two}万元以上部分奖励{high}%，"
        f"每家企业每年最高不超过{cap}万元"
    )
    below = share(two - one, low)
    full = two + (cap - int(below)) * 100 // high + 1000
    rows = (
        (yuan(one), "0元"),
        (yuan(two), yuan(below)),
        (yuan(two + 100), yuan(below + share(100, high))),
        (yuan(full), yuan(cap)),
        (yuan(full + 100), yuan(cap)),
    )
    return Clause(
        f"扩大{topic}交易",
        (said,),
        (
            f"奖补 {topic}交易奖",
            f"  原文：“{said}”",
            "  支持对象：企业",
            "  享受：每家企业 每年",
            f"  分档：{fact}，分段",
            f"    | 超过 {one}万元 | {low}% |",
            f"    | 超过 {two}万元 | {high}% |",
            ROUNDED,
            f"  上限：每家企业 每年 {cap}万元",
            *table("各段", (fact, "应得"), rows),
        ),
        (f"{fact}：金额，每年",),
    )


def steps(rng: Random, topic: str) -> Clause:
    one = rng.choice((1000, 2000, 5000))
    low = rng.choice((10, 20))
    bounds, awards = (one, one * 2, one * 10), (low, low * 2, low * 5)
    fact = f"年度{topic}产值"
    said = (
        f"对{fact}首次达到{bounds[0]}万元、{bounds[1]}万元、{bounds[2]}万元的企业，"
        f"分别给予{awards[0]}万元、{awards[1]}万元、{awards[2]}万元一次性奖励，同时达到几档的，按最高一档给予"
    )
    rows = [(yuan(bounds[0], -1), "0元"), (yuan(bounds[0]), yuan(awards[0]))]
    for place in (1, 2):
        rows += [(yuan(bounds[place], -1), yuan(awards[place - 1])), (yuan(bounds[place]), yuan(awards[place]))]
    return Clause(f"壮大{topic}规模", (said,), (
        f"奖补 {topic}规模奖", f"  原文：“{said}”", "  支持对象：企业", "  享受：每家企业 每档 一次",
        f"  分档：{fact}，取高档，首次",
        *(f"    | 达到 {bound}万元 | {award}万元 |" for bound, award in zip(bounds, awards, strict=True)),
        *table("各档", (fact, "应得"), tuple(rows)),
    ), (f"{fact}：金额，每年",))  # fmt: skip


def items(rng: Random, topic: str) -> Clause:
    percent, cap, times = rng.choice((10, 20)), rng.choice((50, 100)), rng.choice((2, 3, 5))
    full = cap * 100 // percent
    kind = f"{topic}项目"
    fact, done = f"{topic}设备实际支出", f"{kind}已验收"
    said = (
        f"对已验收的{kind}，按设备实际支出的{percent}%给予一次性补助，单个项目最高不超过{cap}万元，"
        f"同一企业每年最高不超过{cap * times}万元"
    )
    rows = (
        ("一", "是", yuan(full // 2), yuan(share(full // 2, percent))), ("二", "否", yuan(full), "0元"),
        ("三", "是", yuan(full), yuan(cap)), ("四", "是", yuan(full * 2), yuan(cap)),
        ("五", "是", yuan(full), yuan(cap * times)), *(("", "是", yuan(full), "") for _ in range(times)),
    )  # fmt: skip
    return Clause(f"支持{kind}建设", (said,), (
        f"对象 {kind} 归属 企业（建设单位）", f"  {fact}：金额", f"  {done}：是否", "",
        f"奖补 {kind}补助", f"  原文：“{said}”", f"  支持对象：{kind}", "  领取人：建设单位",
        f"  享受：每个{kind} 一次", f"  条件：{done}", f"  标准：{fact} × {percent}%", ROUNDED, f"  上限：每个{kind} 每次 {cap}万元",
        f"  上限：每建设单位 每年 {cap * times}万元",
        *table("验收、封顶、几个项目", ("案例", done, fact, "应得"), rows),
    ))  # fmt: skip


def floor(rng: Random, topic: str) -> Clause:
    least, percent = rng.choice((5, 10)), rng.choice((5, 10))
    threshold = least * 5  # 5 % or 10 % of it is less than the floor, and the floor less than what is spent
    cap = least * rng.choice((5, 10))
    even, full = least * 100 // percent, cap * 100 // percent
    fact = f"年度{topic}支出"
    said = (
        f"对{fact}达到{threshold}万元的企业，按{fact}的{percent}%给予补助，不足{least}万元的按{least}万元补助，"
        f"每家企业每年最高不超过{cap}万元"
    )
    rows = (
        (yuan(threshold, -1), "0元"), (yuan(threshold), yuan(least)), (yuan(even), yuan(least)),
        (yuan(even * 2), yuan(least * 2)), (yuan(full), yuan(cap)), (yuan(full * 2), yuan(cap)),
    )  # fmt: skip
    return Clause(f"降低{topic}成本", (said,), (
        f"奖补 {topic}支出补助", f"  原文：“{said}”", "  支持对象：企业", "  享受：每家企业 每年",
        f"  条件：{fact} 达到 {threshold}万元", f"  标准：{fact} × {percent}%", ROUNDED, f"  保底：{least}万元",
        f"  上限：每家企业 每年 {cap}万元", f"  应成立：应得 不超过 {fact}",
        *table("门槛、保底、封顶", (fact, "应得"), rows),
    ), (f"{fact}：金额，每年",))  # fmt: skip


def over_years(rng: Random, topic: str) -> Clause:
    award = rng.choice((20, 40, 60))
    fact = f"新建成{topic}基地"
    said = f"对{fact}的企业，给予{award}万元一次性奖励，分2年兑付，每年兑付50%"
    after = "已经核定、有效期届满尚未兑付完毕的，继续兑付"
    return Clause(f"建设{topic}基地", (said, after), (
        f"奖补 {topic}基地奖", f"  原文：“{said}”", f"  原文：“{after}”", "  支持对象：企业", "  享受：每家企业 一次",
        f"  条件：{fact}", f"  标准：{award}万元", "  兑付：分 2年，每年 50%", "  存续兑付：是",
        *table("建成与否", (fact, "应得"), (("是", yuan(award)), ("否", "0元"))),
    ), (f"{fact}：是否",))  # fmt: skip


def pool(rng: Random, topic: str) -> Clause:
    award, places = rng.choice((10, 20)), rng.choice((5, 10, 20))
    size = award * places * rng.choice((1, 2))
    fact, ranked = f"入选{topic}典型案例", f"{topic}案例评分"
    said = (
        f"设立{topic}专项资金，每年安排{size}万元，超出的按比例折算",
        f"对入选{topic}典型案例的企业，给予{award}万元一次性奖励，每年不超过{places}家，按{topic}案例评分由高到低确定",
    )
    return Clause(f"推广{topic}案例", said, (
        f"资金池 {topic}专项资金：每年 {size}万元", f"  原文：“{said[0]}”", "  超出：按比例折算", "",
        f"奖补 {topic}案例奖", f"  原文：“{said[1]}”", "  支持对象：企业", "  享受：每家企业 一次", f"  条件：{fact}",
        f"  标准：{award}万元", f"  出自：{topic}专项资金", f"  名额：每年 {places}家，按 {ranked}",
        *table("入选与否", (fact, "应得"), (("是", yuan(award)), ("否", "0元"))),
    ), (f"{fact}：是否", f"{ranked}：数值"))  # fmt: skip


def window(rng: Random, topic: str) -> Clause:
    award = rng.choice((10, 30))
    fact = f"{topic}项目投产年度"
    said = f"对2026年至2030年内投产{topic}项目的企业，给予{award}万元一次性奖励"
    rows = (("2025年", "0元"), ("2026年", yuan(award)), ("2030年", yuan(award)), ("2031年", "0元"))
    return Clause(f"加快{topic}投产", (said,), (
        f"奖补 {topic}投产奖", f"  原文：“{said}”", "  支持对象：企业", "  享受：每家企业 一次",
        f"  条件：{fact} 在 2026年至2030年", f"  标准：{award}万元", *table("哪一年投产", (fact, "应得"), rows),
    ), (f"{fact}：年度",))  # fmt: skip


def duty(rng: Random, topic: str) -> Clause:
    limit = rng.choice((3, 5, 10))
    kind, fact = f"{topic}机构", f"{topic}机构从业人数"
    said = f"{kind}从业人数应当达到{limit}人"
    return Clause(f"规范{kind}", (said,), (
        f"对象 {kind}", f"  {fact}：个数", "",
        f"要求 {kind}人数", f"  原文：“{said}”", f"  支持对象：{kind}", f"  须：{fact} 达到 {limit}人",
        *table("人数", (f"{fact}（人）", "结论"), ((str(limit - 1), "不符合"), (str(limit), "符合"))),
    ))  # fmt: skip


def highest(rng: Random, topic: str) -> Clause:
    said, lines, facts = _two(rng, topic)
    last = "同一企业同时符合本条前两项的，按就高不重复原则给予"
    return Clause(f"支持{topic}应用", (*said, last), (
        *lines, f"组 {topic}两项：{topic}应用补助、{topic}标杆奖", f"  原文：“{last}”", "  方式：就高，按 企业",
    ), facts)  # fmt: skip


def choice(rng: Random, topic: str) -> Clause:
    said, lines, facts = _two(rng, topic)
    last = "同一企业同时符合本条前两项的，由企业自主选择其中一项"
    return Clause(f"鼓励{topic}推广", (*said, last), (
        *lines, f"组 {topic}两项：{topic}应用补助、{topic}标杆奖", f"  原文：“{last}”", "  方式：择一，按 企业",
    ), facts)  # fmt: skip


def together(rng: Random, topic: str) -> Clause:
    said, lines, facts = _two(rng, topic)
    last = "本条前两项可同时享受"
    return Clause(f"带动{topic}发展", (*said, last), (
        *lines, f"组 {topic}两项：{topic}应用补助、{topic}标杆奖", f"  原文：“{last}”", "  方式：叠加",
        f"  例外依据：“{last}”",
    ), facts)  # fmt: skip


def _two(rng: Random, topic: str) -> tuple[tuple[str, str], tuple[str, ...], tuple[str, ...]]:
    """Return a rate with a cap and a fixed reward between its least and its most."""
    percent = rng.choice((10, 20))
    cap = rng.choice((40, 60, 100))
    least, full, award = 50, cap * 100 // percent, rng.choice((15, 25))
    spent, done = f"年度{topic}应用支出", f"获评{topic}应用标杆"
    said = (
        f"对{spent}达到{least}万元的企业，按{spent}的{percent}%给予补助，每家企业每年最高不超过{cap}万元",
        f"对获评{topic}应用标杆的企业，给予{award}万元一次性奖励",
    )
    lines = (
        f"奖补 {topic}应用补助", f"  原文：“{said[0]}”", "  支持对象：企业", "  享受：每家企业 每年",
        f"  条件：{spent} 达到 {least}万元", f"  标准：{spent} × {percent}%", ROUNDED, f"  上限：每家企业 每年 {cap}万元",
        *table("门槛与封顶", (spent, "应得"), (
            (yuan(least, -1), "0元"), (yuan(least), yuan(share(least, percent))), (yuan(full), yuan(cap)),
            (yuan(full * 2), yuan(cap)),
        )), "",
        f"奖补 {topic}标杆奖", f"  原文：“{said[1]}”", "  支持对象：企业", "  享受：每家企业 一次", f"  条件：{done}",
        f"  标准：{award}万元", *table("获评与否", (done, "应得"), (("是", yuan(award)), ("否", "0元"))), "",
    )  # fmt: skip
    return said, lines, (f"{spent}：金额，每年", f"{done}：是否")


SHAPES: tuple[Shape, ...] = (
    fixed, rate, ladder, bands, parts, steps, items, floor, over_years, pool, window, duty, highest, choice, together,
)  # fmt: skip


# ── rows of examples ──


def table(title: str, head: tuple[str, ...], rows: tuple[tuple[str, ...], ...]) -> tuple[str, ...]:
    """Return an example of a benefit."""
    return (f"  示例 {title}", *(f"    | {' | '.join(row)} |" for row in (head, *rows)))


def yuan(wan: int | Decimal, cents: int = 0) -> str:
    """Return so many 万元, and 分 more, as a figure is written."""
    value = Decimal(wan) * 10_000 + Decimal(cents) / 100
    if value and value % 10_000 == 0:
        return f"{value / 10_000:.0f}万元"
    return f"{value.normalize():f}元"


def share(wan: int, percent: int) -> Decimal:
    """Return a share of so many 万元."""
    return Decimal(wan) * percent / 100
