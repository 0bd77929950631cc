"""What values say, shape by shape: the text on the left, its meaning on the right."""

import datetime as dt
from fractions import Fraction

import pytest

from polc.model import values
from polc.model.expressions import (
    And,
    Arithmetic,
    Bound,
    Call,
    Compare,
    Date,
    Interval,
    Kind,
    Name,
    Not,
    Nothing,
    OneOf,
    Open,
    Or,
    Quantity,
    Relation,
    Truth,
    UpTo,
)
from polc.syntax.grammar import read
from polc.syntax.lexis import tokens
from polc.text import Source


def value(shape: str, text: str) -> object:
    return read(shape, tokens(Source("value.pol", text)))


def money(amount: int, unit: str = "万元") -> Quantity:
    return Quantity(Fraction(amount), Kind.MONEY, unit)


def rate(percent: int) -> Quantity:
    return Quantity(Fraction(percent, 100), Kind.RATE, "%")


A, B = Name("甲"), Name("乙")
THIRTY = money(300000)


@pytest.mark.parametrize(
    ("text", "relation", "marked"),
    [
        ("收入 达到 30万元", Relation.GE, None),
        ("收入达到30万元", Relation.GE, None),
        ("收入 达到 30万元（含）以上", Relation.GE, True),
        ("收入 不低于 30万元", Relation.GE, None),
        ("收入 不少于 30万元", Relation.GE, None),
        ("收入 至少 30万元", Relation.GE, None),
        ("收入 超过 30万元", Relation.GT, None),
        ("收入 超过 30万元（含）", Relation.GT, True),
        ("收入 高于 30万元", Relation.GT, None),
        ("收入 突破 30万元", Relation.GT, None),
        ("收入 不满 30万元", Relation.LT, None),
        ("收入 低于 30万元", Relation.LT, None),
        ("收入 不足 30万元", Relation.LT, None),
        ("收入 不超过 30万元", Relation.LE, None),
        ("收入 不高于 30万元", Relation.LE, None),
        ("收入 至多 30万元", Relation.LE, None),
        ("收入 30万元以上", Relation.ABOVE, None),
        ("收入 30万元（不含）以上", Relation.ABOVE, False),
        ("收入 30万元以下", Relation.BELOW, None),
        ("收入 30万元以内", Relation.BELOW, None),
        ("收入 30 万元以上", Relation.ABOVE, None),
        ("收入 >= 30万元", Relation.GE, None),
        ("收入≥３０万元", Relation.GE, None),
        ("收入 < 30万元", Relation.LT, None),
        ("收入 ＜＝ 30万元", Relation.LE, None),
        ("收入 ≠ 30万元", Relation.NE, None),
        ("收入 reaches 30万元", Relation.GE, None),
        ("收入 30 wan_yuan or_more", Relation.ABOVE, None),
    ],
)
def test_a_comparison_keeps_its_relation_and_its_mark(text: str, relation: Relation, marked: bool | None) -> None:
    read_ = value("condition", text)
    assert isinstance(read_, Compare)
    assert isinstance(read_.test, Bound)
    assert (read_.subject, read_.test.relation, read_.test.marked) == (Name("收入"), relation, marked)
    assert isinstance(read_.test.limit, Quantity)
    assert (read_.test.limit.value, read_.test.limit.kind) == (THIRTY.value, Kind.MONEY)


@pytest.mark.parametrize(
    ("text", "low", "high"),
    [
        ("500万元以上不满1000万元", Relation.ABOVE, Relation.LT),
        ("500万元以上1000万元以下", Relation.ABOVE, Relation.BELOW),
        ("500万元至1000万元", Relation.ABOVE, Relation.BELOW),
        ("500万元-1000万元", Relation.ABOVE, Relation.BELOW),
        ("500万元～1000万元", Relation.ABOVE, Relation.BELOW),
        ("500万元（含）至1000万元（不含）", Relation.ABOVE, Relation.BELOW),
        ("超过 500万元 不超过 1000万元", Relation.GT, Relation.LE),
        ("[500万元, 1000万元)", Relation.GE, Relation.LT),
        ("（500万元，1000万元］", Relation.GT, Relation.LE),
    ],
)
def test_an_interval_has_two_bounds(text: str, low: Relation, high: Relation) -> None:
    for test in (value("tier_test", text), value("condition", f"收入 在 {text}").test if "超过" not in text else None):  # type: ignore[attr-defined]
        if test is not None:
            assert isinstance(test, Interval)
            assert (test.low.relation, test.high.relation) == (low, high)
            assert (test.low.limit.value, test.high.limit.value) == (5_000_000, 10_000_000)  # type: ignore[union-attr]


def test_a_range_keeps_what_is_marked_on_either_end() -> None:
    interval = value("tier_test", "10万元（含）至30万元（不含）")
    assert isinstance(interval, Interval)
    assert (interval.low.marked, interval.high.marked) == (True, False)


ATLEAST = Bound(Relation.GE, Name("省级"), None, "及以上")
CONDITIONS = {
    "甲": A,
    "甲 且 乙": And((A, B)),
    "甲 或 乙 且 丙": Or((A, And((B, Name("丙"))))),
    "（甲 或 乙）且 丙": And((Or((A, B)), Name("丙"))),
    "(甲 or 乙) and not 丙": And((Or((A, B)), Not(Name("丙")))),
    "非 甲": Not(A),
    "非（甲 且 乙）": Not(And((A, B))),
    "级别 = 省级": Compare(Name("级别"), Bound(Relation.EQ, Name("省级"), None, "=")),
    "级别 省级 及以上": Compare(Name("级别"), ATLEAST),
    "级别 达到 省级": Compare(Name("级别"), Bound(Relation.GE, Name("省级"), None, "达到")),
    "甲 = 是": Compare(A, Bound(Relation.EQ, Truth(value=True), None, "=")),
    "行业 在 甲、乙": Compare(Name("行业"), OneOf((A, B))),
    "行业 在 甲、乙、等": Compare(Name("行业"), OneOf((A, B), open=True)),
    "首次 甲": Call("first_time", (A,)),
    "首次 甲，按 企业": Call("first_time", (A,), "企业"),
    "已领 不超过 乙": Compare(Call("received"), Bound(Relation.LE, B, None, "不超过")),
    "已领 算力补贴 = 0元": Compare(
        Call("received", (Name("算力补贴"),)), Bound(Relation.EQ, money(0, "元"), None, "=")
    ),
    "此前最高 甲 不满 乙": Compare(Call("earlier_max", (A,)), Bound(Relation.LT, B, None, "不满")),
    "个数 模型 达到 3个": Compare(
        Call("count", (Name("模型"),)), Bound(Relation.GE, Quantity(Fraction(3), Kind.COUNT, "个"), None, "达到")
    ),
    "年度 = 2023年": Compare(Name("年度"), Bound(Relation.EQ, Quantity(Fraction(2023), Kind.YEAR, "年"), None, "=")),
    "时长 满 36个月": Compare(
        Name("时长"), Bound(Relation.GE, Quantity(Fraction(36), Kind.DURATION, "个月"), None, "满")
    ),
    "办理时间 不超过 30个工作日": Compare(
        Name("办理时间"), Bound(Relation.LE, Quantity(Fraction(30), Kind.DAYS, "个工作日"), None, "不超过")
    ),
}


@pytest.mark.parametrize("text", CONDITIONS)
def test_a_condition_is_read(text: str) -> None:
    assert value("condition", text) == CONDITIONS[text]


def test_a_comparison_without_a_subject_takes_the_one_before() -> None:
    both = value("condition", "甲 达到 5万元 且 不满 10万元")
    assert isinstance(both, And)
    assert [operand.subject for operand in both.operands] == [A, A]  # type: ignore[union-attr]


AMOUNTS = {
    "50万元": money(500000),
    "2,000万元": money(20_000_000),
    "1亿元": money(100_000_000, "亿元"),
    "0.5万元": money(5000),
    "最高 50万元": UpTo(money(500000)),
    "最高不超过50万元": UpTo(money(500000)),
    "甲 × 30%": Arithmetic("×", A, rate(30)),
    "甲 * 30％": Arithmetic("×", A, rate(30)),
    "甲 × 最高 30%": Arithmetic("×", A, UpTo(rate(30))),
    "甲 × 25% + 乙 × 20%": Arithmetic("+", Arithmetic("×", A, rate(25)), Arithmetic("×", B, rate(20))),
    "（甲 - 乙）÷ 丙": Arithmetic("÷", Arithmetic("-", A, B), Name("丙")),
    "较小(甲, 乙)": Call("lesser", (A, B)),
    "较大（甲，5万元）": Call("greater", (A, money(50000))),
    "总和 甲 × 30%": Arithmetic("×", Call("sum", (A,)), rate(30)),
    "待定": Open(),
    "待定 项目": Open("项目"),
    "不奖": Nothing(),
    "甲 × 0.5‰": Arithmetic("×", A, Quantity(Fraction(1, 2000), Kind.RATE, "‰")),
}


@pytest.mark.parametrize("text", AMOUNTS)
def test_an_amount_is_read(text: str) -> None:
    assert value("amount", text) == AMOUNTS[text]


def keys(*texts: str) -> tuple[values.KeyPart, ...]:
    return tuple(values.KeyPart(text) for text in texts)


def day(year: int, month: int, date: int) -> Date:
    return Date(dt.date(year, month, date).toordinal())


LINES = {
    ("cap", "每户企业 每年 50万元"): values.Cap(keys("户企业"), "yearly", money(500000)),
    ("cap", "每户企业每年最高不超过50万元"): values.Cap(keys("户企业"), "yearly", money(500000)),
    ("cap", "单个集聚区 累计 500万元"): values.Cap(keys("集聚区"), "to_date", money(5_000_000)),
    ("cap", "每次 5万元"): values.Cap((), "each_time", money(50000)),
    ("cap", "50万元"): values.Cap((), "", money(500000)),
    ("cap", "不超过 50万元"): values.Cap((), "", money(500000)),
    ("cap", "每人员 每年 个人地方综合贡献"): values.Cap(keys("人员"), "yearly", Name("个人地方综合贡献")),
    ("cap", "每平台×使用方 每年 50万元"): values.Cap(keys("平台", "使用方"), "yearly", money(500000)),
    ("cap", "每年 50万元，超出部分 结转"): values.Cap((), "yearly", money(500000), "carry"),
    ("per", "单个集聚区 每档 一次"): values.Per(keys("集聚区"), per_tier=True, frequency="once"),
    ("per", "每户企业 每年"): values.Per(keys("户企业"), frequency="yearly"),
    ("per", "每项目×企业 每次"): values.Per(keys("项目", "企业"), frequency="each_time"),
    ("per", "every 企业 once"): values.Per(keys("企业"), frequency="once"),
    ("tiers", "首次认定级别，晋级补差，首次"): values.Tiers((Name("首次认定级别"),), "step_up", first_time=True),
    ("tiers", "级别、角色，查表"): values.Tiers((Name("级别"), Name("角色")), "lookup"),
    ("tiers", "收入，晋级补差，减 前档额"): values.Tiers((Name("收入"),), "step_up", less="previous_tier"),
    ("counted", "每企业 每年 2次"): values.Counted(keys("企业"), "yearly", Quantity(Fraction(2), Kind.COUNT, "次")),
    ("quota", "每年 20家"): values.Counted((), "yearly", Quantity(Fraction(20), Kind.COUNT, "家")),
    ("quota", "20家，按 收入"): values.Counted((), "", Quantity(Fraction(20), Kind.COUNT, "家"), by=Name("收入")),
    ("counted", "每社区 3年"): values.Counted(keys("社区"), "", Quantity(Fraction(36), Kind.DURATION, "年")),
    ("rounding", "去尾 到 元"): values.Rounding("down", 100),
    ("rounding", "四舍五入 到 百元"): values.Rounding("half_up", 10000),
    ("rounding", "进一 到 0.01万元"): values.Rounding("up", 10000),
    ("year_index", "自 引进年度 起"): values.YearIndex(Name("引进年度")),
    ("run_off", "否"): values.RunOff(continues=False),
    ("run_off", "第1年在有效期内的，至第10年"): values.RunOff(continues=True, until=10),
    ("payout", "分2年，每年 50%"): values.Payout((rate(50), rate(50))),
    ("payout", "50%、30%、20%"): values.Payout((rate(50), rate(30), rate(20))),
    ("payout", "先用后补、年度清算"): values.Payout((), "先用后补、年度清算"),
    ("how", "就高，按 集聚区，期间 终身，先领低额时 补差"): values.How("highest", keys("集聚区"), "ever", "difference"),
    ("how", "就高，逐笔"): values.How("highest", each_award=True),
    ("how", "择一"): values.How("choose"),
    ("pool", "每年 500万元"): values.PoolSize("yearly", money(5_000_000)),
    ("members", "甲、乙"): values.Members((A, B)),
    ("members", "全部奖补、甲"): values.Members((A,), everything=True),
    ("in_force", "自印发之日"): values.InForce(),
    ("in_force", "自 印发之日 起"): values.InForce(),
    ("in_force", "自2023年1月1日起"): values.InForce(day(2023, 1, 1)),
    ("validity", "至 2028年12月31日"): values.Validity(until=day(2028, 12, 31)),
    ("validity", "to 2028-12-31"): values.Validity(until=day(2028, 12, 31)),
    ("validity", "3年"): values.Validity(lasts=Quantity(Fraction(36), Kind.DURATION, "年")),
    ("validity", "36个月"): values.Validity(lasts=Quantity(Fraction(36), Kind.DURATION, "个月")),
    ("convention", "以上、以下含本数"): (values.Convention("inclusive", ("以上", "以下")),),
    ("convention", "以上含本数，以下不含本数"): (
        values.Convention("inclusive", ("以上",)),
        values.Convention("exclusive", ("以下",)),
    ),
    ("convention", "突破 即 超过"): (values.Convention("means", ("突破",), "超过"),),
    ("convention", "期满 前一日"): (values.Convention("ends", (), "day_before"),),
    ("fact", "金额，每年"): values.FactType("money", period="yearly"),
    ("fact", "个数，家"): values.FactType("count", unit="家"),
    ("fact", "个数，个标准机架，每年"): values.FactType("count", period="yearly", unit="个标准机架"),
    ("fact", "是否"): values.FactType("truth"),
    ("fact", "无、市级、省级"): values.FactType("level", (Name("无"), Name("市级"), Name("省级"))),
    ("owners", "主体（运营主体）、产品"): (
        values.Owner(Name("主体"), Name("运营主体")),
        values.Owner(Name("产品")),
    ),
    ("givens", "甲 = 是，乙 = 2023年"): values.Givens(
        (
            values.Given(A, Truth(value=True)),
            values.Given(B, Quantity(Fraction(2023), Kind.YEAR, "年")),
        )
    ),
    ("tier_test", "第1年至第3年"): values.YearRange(1, 3),
    ("tier_test", "第4年"): values.YearRange(4, 4),
    ("tier_test", "其他"): values.Otherwise(),
    ("tier_test", "省级"): Name("省级"),
    ("tier_test", "省级 及以上"): ATLEAST,
    ("tier_test", "达到 200亿元"): Bound(Relation.GE, money(20_000_000_000, "亿元"), None, "达到"),
}


@pytest.mark.parametrize(("shape", "text"), LINES, ids=lambda part: part)
def test_a_line_is_read(shape: str, text: str) -> None:
    assert value(shape, text) == LINES[shape, text]


@pytest.mark.parametrize(
    ("text", "amount", "kind", "unit"),
    [
        ("10亿个", 10**9, Kind.COUNT, "亿个"),
        ("100P", 100, Kind.COUNT, "P"),
        ("100个标准机架", 100, Kind.COUNT, "个标准机架"),
        ("20家", 20, Kind.COUNT, "家"),
        ("1.3", Fraction(13, 10), Kind.NUMBER, ""),
        ("３年", 36, Kind.DURATION, "年"),
        ("30日", 30, Kind.DAYS, "日"),
        ("2023年", 2023, Kind.YEAR, "年"),
        ("2023年度", 2023, Kind.YEAR, "年"),
        ("FY2023", 2023, Kind.YEAR, "年"),
        ("5个百分点", Fraction(1, 20), Kind.RATE, "个百分点"),
        ("50 wan_yuan", 500000, Kind.MONEY, "wan_yuan"),
    ],
)
def test_a_quantity_is_exact_and_keeps_its_unit(text: str, amount: Fraction, kind: Kind, unit: str) -> None:
    assert value("amount", text) == Quantity(Fraction(amount), kind, unit)


@pytest.mark.parametrize(
    ("shape", "chinese", "english"),
    [
        ("condition", "甲 达到 5万元 且 非 乙", "甲 reaches 5 wan_yuan and not 乙"),
        ("condition", "甲 5万元以上", "甲 5 wan_yuan or_more"),
        ("condition", "甲 突破 5万元", "甲 breaks 5 wan_yuan"),
        ("condition", "甲 在 5万元（含）至10万元", "甲 in 5 wan_yuan (incl) to 10 wan_yuan"),
        ("cap", "每企业 每年 5万元，超出部分 结转", "per 企业 yearly 5 wan_yuan, surplus carry"),
        ("convention", "以上、以下含本数，突破 即 超过", "or_more & or_less inclusive, breaks means exceeds"),
        ("tiers", "年序，查表", "year_index, lookup"),
        ("tier_test", "第1年至第3年", "year 1 to year 3"),
        ("how", "就高，按 企业，期间 终身，先领低额时 补差", "highest, by 企业, span ever, lower_first difference"),
        ("fact", "金额，每年", "money, yearly"),
        ("run_off", "第1年在有效期内的，至第10年", "year 1 begun_in_force, to year 10"),
        ("expected", "最高 5万元，另有待定", "up_to 5 wan_yuan, and_open"),
    ],
)
def test_either_language_says_the_same(shape: str, chinese: str, english: str) -> None:
    def units_aside(text: str) -> str:
        return repr(value(shape, text)).replace("wan_yuan", "万元")

    assert units_aside(english) == units_aside(chinese)


@pytest.mark.parametrize("text", ["（收入 - 支出）÷ 支出", "支出 ×（收入 - 支出）", "支出 + （收入 - 支出）"])
def test_the_words_of_a_calculation_have_both_of_a_pair_of_parentheses(text: str) -> None:
    found = value("amount", text)
    assert isinstance(found, Arithmetic)
    assert found.span is not None
    assert found.span.text == text
