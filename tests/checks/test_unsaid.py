"""What the text leaves unsaid: who is paid, once for what, over which period, how tiers go together."""

from pathlib import Path

import pytest

from polc.checks.marginal_or_whole import RULE as MIXED
from polc.diagnostics import Diagnostic
from polc.workspace import load
from polc.workspace.checked import findings


def found(folder: Path, rule: str, text: str) -> list[Diagnostic]:
    (folder / "policy.pol").write_text(text, encoding="utf-8")
    every = findings(load([folder]))
    assert [each.message("zh") for each in every if each.severity.value == "error"] == []
    return [each for each in every if each.rule.name == rule]


def project(
    quote: str, per: str = "每个项目 一次", payee: str = "承担单位", more: str = "", pay: str = "投入 × 10%"
) -> str:
    said = f"    享受：{per}\n" if per else ""
    return (
        "政策 示范措施\n  简称：demo\n对象 企业\n  规上：是否\n"
        "对象 项目 归属 企业（承担单位）\n  投入：金额\n  验收合格：是否\n"
        f"条 1 支持\n  奖补 甲\n    原文：“{quote}”\n    支持对象：项目\n    领取人：{payee}\n{said}"
        f"    条件：验收合格\n    标准：{pay}\n    上限：每次 20万元\n{more}"
    )


ONCE = "对验收合格的，按投入的10%给予一次性补助"


def test_once_for_nothing_and_nobody(tmp_path: Path) -> None:
    (one,) = found(tmp_path, "key-unstated", project(ONCE))
    assert one.message("zh") == "“甲”按什么算说不清：写的是按“项目”一次，原文没有说"
    assert one.place.span.text == "享受：每个项目 一次"


@pytest.mark.parametrize(
    ("quote", "per"),
    [
        ("对验收合格的项目，按投入的10%给予一次性补助", "每个项目 一次"),
        ("对企业验收合格的，按投入的10%给予一次性补助", "每家承担单位 一次"),
        ("验收合格的，每项按投入的10%给予一次性补助", "每个项目 一次"),
        ("对单个验收合格的，按投入的10%给予一次性补助", "每个项目 一次"),
        (ONCE, "未写，暂按 每个项目 一次"),
        (ONCE, "未写"),
        (ONCE.replace("一次性", ""), "每个项目 一次"),
        (ONCE, "每个项目 每年"),
    ],
)
def test_the_text_or_a_line_marked_silent_says_by_what(tmp_path: Path, quote: str, per: str) -> None:
    assert found(tmp_path, "key-unstated", project(quote, per)) == []


def test_a_doubt_about_it_is_enough(tmp_path: Path) -> None:
    doubt = "    疑义 按什么 “一次性”\n      读法 按项目\n      读法 按企业\n        享受：每家承担单位 一次\n"
    assert found(tmp_path, "key-unstated", project(ONCE, more=doubt)) == []


def test_no_key_at_all_matters_where_a_payee_may_have_several_things(tmp_path: Path) -> None:
    (one,) = found(tmp_path, "key-unstated", project("验收合格的给予补助", ""))
    assert one.message("zh") == "“甲”按什么算说不清：按每个“项目”，还是一家一并算，没有写"
    assert one.message("en") == "by what “甲” is counted is not clear: by each “项目” or by each payee is not said"


def test_of_a_fixed_sum_it_is_said_once_that_nothing_makes_it_once(tmp_path: Path) -> None:
    text = project("验收合格的给予补助", "", pay="5万元")
    assert found(tmp_path, "key-unstated", text) == []
    assert len(found(tmp_path, "once-missing", text)) == 1


def test_a_payee_that_the_text_never_speaks_of(tmp_path: Path) -> None:
    (one,) = found(tmp_path, "payee-unstated", project("对验收合格的项目，按投入的10%给予补助"))
    assert one.message("zh") == "“甲”写的是给“承担单位”，原文没有说给谁"
    assert one.message("en") == "“甲” pays “承担单位”, and the text does not say whom"


@pytest.mark.parametrize(
    "quote",
    ["对国家级企业技术中心，给予补助", "对创新平台给予经费支持，资金用于团队建设", "对科技企业孵化器，给予补助"],
)
def test_a_word_within_another_names_nobody(tmp_path: Path, quote: str) -> None:
    assert len(found(tmp_path, "payee-unstated", project(quote))) == 1


@pytest.mark.parametrize(
    ("quote", "payee"),
    [
        ("对验收合格的项目，给予承担单位补助", "承担单位"),
        ("对企业验收合格的项目，按投入的10%给予补助", "承担单位"),
        ("对验收合格的项目，给予建设方补助", "承担单位"),
        ("对验收合格的项目，给予实施者补助", "承担单位"),
        ("对验收合格的项目，按投入的10%给予补助", "未写，暂按 承担单位"),
    ],
)
def test_somebody_who_can_be_paid_is_named(tmp_path: Path, quote: str, payee: str) -> None:
    assert found(tmp_path, "payee-unstated", project(quote, payee=payee)) == []


def test_another_sentence_of_the_clause_may_name_the_payee(tmp_path: Path) -> None:
    text = project("对验收合格的项目，按投入的10%给予补助", more="  宣示\n    原文：“鼓励承担单位加快建设”\n")
    assert found(tmp_path, "payee-unstated", text) == []


def firm(fact: str, when: str, quote: str, more: str = "", per: str = "每家企业 一次", pay: str = "5万元") -> str:
    return (
        f"政策 示范措施\n  简称：demo\n对象 企业\n  {fact}\n  当年收入：金额，每年\n条 1 支持\n  奖补 甲\n"
        f"    原文：“{quote}”\n    支持对象：企业\n    享受：{per}\n"
        f"    条件：{when}\n    标准：{pay}\n    上限：每次 5万元\n{more}"
    )


@pytest.mark.parametrize(
    ("fact", "name"),
    [("年度营业收入：金额，每年", "年度营业收入"), ("营业收入：金额", "营业收入"), ("研发费用：金额", "研发费用")],
)
def test_a_sum_of_no_period(tmp_path: Path, fact: str, name: str) -> None:
    text = firm(fact, f"{name} 达到 1000万元", "对营业收入达到1000万元的企业，给予5万元一次性奖励")
    (one,) = found(tmp_path, "period-unstated", text)
    assert one.message("zh") == f"“甲”看“{name}”，原文没有说是哪一段时间的"


@pytest.mark.parametrize(
    ("fact", "when", "quote", "per"),
    [
        ("年度营业收入：金额，每年", "年度营业收入 达到 10万元", "年营业收入达到10万元的，给予奖励", "每家企业 一次"),
        ("累计收入：金额", "累计收入 达到 1000万元", "对收入达到1000万元的企业，给予5万元奖励", "每家企业 一次"),
        ("实缴资本：金额", "实缴资本 达到 1000万元", "对实缴资本达到1000万元的企业，给予5万元奖励", "每家企业 一次"),
        ("营业收入：金额", "营业收入 达到 1000万元", "对累计营业收入达到1000万元的企业，给予奖励", "每家企业 一次"),
        ("年度支出：金额，每年", "年度支出 达到 10万元", "对支出达到10万元的，给予奖励", "未写，暂按 每家企业 每年"),
        ("人数：个数", "人数 达到 10", "对人数达到10人的企业，给予5万元奖励", "每家企业 一次"),
    ],
)  # fmt: skip
def test_the_period_is_said_or_there_is_none(tmp_path: Path, fact: str, when: str, quote: str, per: str) -> None:
    assert found(tmp_path, "period-unstated", firm(fact, when, quote, per=per)) == []


def test_a_doubt_about_the_period_is_enough(tmp_path: Path) -> None:
    doubt = "    疑义 哪年的 “收入”\n      读法 甲\n      读法 乙\n        条件：当年收入 达到 10万元\n"
    text = firm("累计额：金额，每年", "累计额 达到 10万元", "对收入达到10万元的企业，给予5万元奖励", doubt)
    assert found(tmp_path, "period-unstated", text) == []


FIRST = "对年度营业收入首次达到5000万元、1亿元的企业，分别奖励10万元、20万元"


def tiers(
    quote: str, mode: str = "取高档，首次", per: str = "每档 一次", more: str = "", rows: tuple[str, ...] = ()
) -> str:
    table = "".join(f"      | {row} |\n" for row in rows or ("达到 5000万元 | 10万元", "达到 1亿元 | 20万元"))
    return (
        f"政策 示范措施\n  简称：demo\n对象 企业\n  年度营业收入：金额，每年\n条 1 支持\n  奖补 甲\n"
        f"    原文：“{quote}”\n    支持对象：企业\n    享受：每家企业 {per}\n    分档：年度营业收入，{mode}\n{table}"
        f"    上限：每次 50万元\n{more}"
    )


def test_several_thresholds_for_a_first_time(tmp_path: Path) -> None:
    (one,) = found(tmp_path, "tiers-unread", tiers(FIRST))
    assert one.message("zh") == "“甲”有2档“首次”，一次越过几档怎么给，没有写"
    (one,) = found(tmp_path, "tiers-unread", tiers(FIRST.replace("达到", "突破"), mode="逐档，首次"))
    assert one.message("en") == "“甲” has 2 tiers for a first time and does not say what passing several pays"


DOUBT = (
    "    疑义 几档 “首次”\n      读法 最高一档\n      读法 各档都给\n        分档：年度营业收入，逐档，首次\n"
    "          | 达到 5000万元 | 10万元 |\n          | 达到 1亿元 | 20万元 |\n"
)


@pytest.mark.parametrize(
    "text",
    [
        tiers(FIRST, mode="晋级补差，首次"),
        tiers(FIRST.replace("分别", "按晋级补差原则分别")),
        tiers(FIRST + "，同时达到几档的按最高档奖励"),
        tiers(FIRST + "，就高不重复"),
        tiers(FIRST.replace("首次", ""), mode="取高档", per="每年"),
        tiers(FIRST, mode="取高档", per="一次"),
        tiers(FIRST, more=DOUBT),
        tiers(FIRST, rows=("达到 5000万元 | 10万元",)),
    ],
    ids=["step-up", "step-up in words", "highest", "no two", "no first time", "one award ever", "a doubt", "one tier"],
)
def test_it_is_said_how_they_go_together(tmp_path: Path, text: str) -> None:
    assert found(tmp_path, "tiers-unread", text) == []


RATES = ("超过 500万元 | 0.5%", "超过 1000万元 | 1%")


@pytest.mark.parametrize(
    ("quote", "one"),
    [
        ("500万-1000万元奖励0.5%，1000万元以上部分奖励1%", "1000万元以上部分奖励1%"),
        ("500万元至1000万元的部分奖励0.5%，1000万元以上的奖励1%", "500万元至1000万元的部分奖励0.5%"),
        ("1000万元以下部分按0.5%、超过1000万元按1%给予奖励", "1000万元以下部分按0.5%"),
        ("1000万元以下按0.5%，1000万元至2000万元部分按1%，2000万元以上按2%给予奖励", "1000万元至2000万元部分按1%"),
    ],
)
def test_one_tier_by_the_part_beside_one_that_is_not(tmp_path: Path, quote: str, one: str) -> None:
    text = tiers("对年度营业收入，" + quote, mode="分段", per="每年", rows=RATES)
    (report,) = found(tmp_path, MIXED.name, text)
    assert dict(report.arguments)["one"] == one


@pytest.mark.parametrize(
    "quote",
    [
        "500万元至1000万元的部分奖励0.5%，1000万元以上部分奖励1%",
        "500万元至1000万元奖励0.5%，1000万元以上奖励1%",
        "1000万元以下按0.5%，超过1000万元部分按1%给予奖励",
        "不超过1000万元的按0.5%，超过1000万元至2000万元的部分按1%给予奖励",
        "超过500万元的部分按1%给予奖励，最高50万元",
        "按年度营业收入500万元以上部分的0.5%给予奖励，扣除补助部分",
    ],
)
def test_all_by_the_part_or_none_or_the_lowest_from_nothing(tmp_path: Path, quote: str) -> None:
    assert found(tmp_path, MIXED.name, tiers(quote, mode="分段", per="每年", rows=RATES)) == []


def test_a_doubt_with_a_table_for_each_reading_is_enough(tmp_path: Path) -> None:
    doubt = (
        "    疑义 怎么算 “部分”\n      读法 各段\n      读法 全额\n        分档：年度营业收入，取高档\n"
        "          | 超过 500万元 | 年度营业收入 × 0.5% |\n          | 超过 1000万元 | 年度营业收入 × 1% |\n"
    )
    text = tiers("500万-1000万元奖励0.5%，1000万元以上部分奖励1%", mode="分段", per="每年", rows=RATES, more=doubt)
    assert found(tmp_path, MIXED.name, text) == []
