"""What the checks of caps, pools and quotas report, and what they leave alone."""

from pathlib import Path

import pytest

from polc.diagnostics import Diagnostic
from polc.workspace import load
from polc.workspace.checked import findings

HEAD = """\
政策 措施
  简称：demo
对象 企业
  认定：是否
  营收：金额，每年
  投入：金额，每年
  级别：无、市级、省级
对象 项目 归属 企业
  投资额：金额
条 1 支持
"""


def found(tmp_path: Path, rule: str, body: str, *beside: str) -> list[Diagnostic]:
    file = tmp_path / "policy.pol"
    file.write_text(HEAD + body, encoding="utf-8")
    every = findings(load([file]))
    allowed = {rule, "tier-unreachable", "never-eligible", *beside}
    wrong = [each for each in every if each.rule.name not in allowed and each.severity.value == "error"]
    assert not wrong, [each.message("zh") for each in wrong]
    return [each for each in every if each.rule.name == rule]


def benefit(*lines: str, name: str = "奖", subject: str = "企业", payee: str = "企业") -> str:
    head = [f"  奖补 {name}", f"    支持对象：{subject}"]
    if subject != payee:
        head.append(f"    领取人：{payee}")
    return "\n".join([*head, *(f"    {line}" for line in lines), ""])


ONCE = "享受：每家企业 一次"
EACH = "享受：每个项目 一次"
YEARLY = "享受：每家企业 每年"


def test_a_standard_above_its_cap_is_shown_with_a_case(tmp_path: Path) -> None:
    (one,) = found(
        tmp_path, "tier-above-cap", benefit(ONCE, "条件：认定", "标准：80万元", "上限：每家企业 累计 50万元")
    )
    assert one.message("zh") == "“奖”的标准写给 80万元，比上限 50万元 高"
    assert one.message("en") == "“奖”: the standard pays 80万元, above the cap of 50万元"
    assert one.witness is not None
    assert dict(one.witness.facts)["认定"].zh == "是"


@pytest.mark.parametrize(
    "body",
    [
        benefit(ONCE, "条件：认定", "标准：50万元", "上限：每家企业 累计 50万元"),
        # the excess is paid in the next year
        benefit(YEARLY, "条件：认定", "标准：80万元", "上限：每家企业 每年 50万元，超出部分 结转"),
        # nobody gets the tier
        benefit(
            YEARLY, "条件：营收 不满 1亿元", "分档：营收，取高档", "  | 达到 1000万元 | 5万元 |",
            "  | 达到 2亿元 | 80万元 |", "上限：每家企业 每年 50万元",
        ),
        # a rate is no figure
        benefit(YEARLY, "分档：营收，取高档", "  | 达到 1亿元 | 10% |", "上限：每家企业 每年 50万元"),
        # the cap is computed
        benefit(YEARLY, "标准：80万元", "上限：每家企业 每年 投入"),
    ],
)  # fmt: skip
def test_a_figure_that_can_be_paid_or_is_never_due_is_no_contradiction(tmp_path: Path, body: str) -> None:
    assert found(tmp_path, "tier-above-cap", body) == []


def test_a_tier_of_an_item_is_held_against_the_cap_of_the_group(tmp_path: Path) -> None:
    table = ("分档：级别，查表", "  | 省级 | 80万元 |", "  | 市级 | 30万元 |")
    body = benefit(ONCE, *table) + benefit(ONCE, "条件：认定", "标准：10万元", name="另一奖")
    group = "  组 两项：奖、另一奖\n    方式：叠加\n    上限：每家企业 累计 50万元\n"
    (one,) = found(tmp_path, "tier-above-cap", body + group)
    assert one.message("zh") == "“奖”的第1档写给 80万元，比上限 50万元 高"
    assert one.related[0].span.text == "上限：每家企业 累计 50万元"


@pytest.mark.parametrize(
    ("caps", "number"),
    [
        (("上限：每个项目 每次 200万元", "上限：每家企业 每年 100万元"), 1),
        (("上限：每个项目 每次 200万元", "上限：每个项目 累计 100万元"), 1),
        (("上限：每家企业 每年 200万元", "上限：每家企业 累计 100万元"), 1),
        (("上限：每个项目 每次 100万元", "上限：每家企业 每年 100万元"), 0),
        (("上限：每个项目 每次 100万元", "上限：每家企业 累计 300万元"), 0),
        # one item over the years and one payee in a year: neither is within the other
        (("上限：每个项目 累计 200万元", "上限：每家企业 每年 100万元"), 0),
    ],
)
def test_a_cap_is_held_against_those_of_more_and_of_longer(tmp_path: Path, caps: tuple[str, str], number: int) -> None:
    body = benefit("享受：每个项目 每年", "标准：投资额 × 20%", *caps, subject="项目")
    assert len(found(tmp_path, "cap-inverted", body)) == number


def test_a_cap_of_a_member_above_that_of_its_group_is_named_with_the_group(tmp_path: Path) -> None:
    body = benefit(YEARLY, "标准：投入 × 10%", "上限：每家企业 每年 80万元") + benefit(
        YEARLY, "标准：营收 × 1%", "上限：每家企业 每年 40万元", name="另一奖"
    )
    group = "  组 两项：奖、另一奖\n    方式：叠加\n    上限：每家企业 每年 50万元\n"
    (one,) = found(tmp_path, "cap-inverted", body + group)
    assert one.message("zh") == "“奖”的上限 80万元 到不了：“两项”已经封在 50万元"


@pytest.mark.parametrize(
    ("body", "number"),
    [
        (benefit(YEARLY, "标准：投入 × 15%"), 1),
        (benefit(YEARLY, "标准：投入 × 最高 15%", "上限：未写"), 1),
        (benefit(YEARLY, "分档：营收，分段", "  | 不满 1亿元 | 2% |", "  | 达到 1亿元 | 1% |"), 1),
        (benefit(YEARLY, "标准：投入 × 15%", "上限：无"), 0),
        (benefit(YEARLY, "标准：较小（投入 × 15%，100万元）"), 0),
        (benefit(YEARLY, "条件：投入 不超过 100万元", "标准：投入 × 15%"), 0),
        (benefit(YEARLY, "标准：5万元"), 0),
        (benefit(YEARLY, "分档：营收，分段", "  | 1000万元以上不满1亿元 | 2% |"), 0),
    ],
)
def test_a_rate_without_any_bound_is_reported(tmp_path: Path, body: str, number: int) -> None:
    assert len(found(tmp_path, "uncapped", body)) == number


def test_a_pool_or_the_cap_of_a_group_is_a_bound(tmp_path: Path) -> None:
    pool = "  资金池 池：每年 500万元\n    超出：递延\n"
    assert found(tmp_path, "uncapped", pool + benefit(YEARLY, "标准：投入 × 15%", "出自：池")) == []
    group = "  组 一组：奖\n    方式：叠加\n    上限：每家企业 每年 50万元\n"
    assert found(tmp_path, "uncapped", benefit(YEARLY, "标准：投入 × 15%") + group) == []


def test_a_pool_that_pays_nothing_need_not_say_how_it_ends(tmp_path: Path) -> None:
    pool = "  资金池 池：每年 500万元\n"
    assert found(tmp_path, "pool-overflow-unstated", pool + benefit(ONCE, "标准：5万元")) == []
    (one,) = found(tmp_path, "pool-overflow-unstated", pool + benefit(ONCE, "标准：5万元", "出自：池"))
    assert one.message("zh") == "“池”没有写超出了怎么办：“奖”不够分时，谁得多少说不清"


def test_a_quota_for_those_a_panel_chooses_is_not_reported(tmp_path: Path) -> None:
    lines = (ONCE, "标准：5万元", "名额：每年 2家")
    assert len(found(tmp_path, "quota-without-selection", benefit(*lines))) == 1
    assert found(tmp_path, "quota-without-selection", benefit("原文：“每年评选2家，各奖5万元”", *lines)) == []


POOL = "  资金池 池：每年 30万元\n    超出：{excess}\n"


@pytest.mark.parametrize(
    ("excess", "lines", "number"),
    [
        ("先到先得", (YEARLY, "标准：投入 × 10%", "上限：每家企业 每年 50万元"), 1),
        ("先到先得", (YEARLY, "标准：投入 × 10%", "上限：每家企业 每年 30万元"), 0),
        ("先到先得", (ONCE, "标准：最高 50万元"), 1),
        # the rest is paid in the next year
        ("递延", (YEARLY, "标准：投入 × 10%", "上限：每家企业 每年 50万元"), 0),
        # over how many years is not said
        ("先到先得", (YEARLY, "标准：投入 × 10%", "上限：每家企业 累计 50万元"), 0),
        # paid once, so all of it in one year; in instalments it is not
        ("先到先得", (ONCE, "标准：投入 × 10%", "上限：每家企业 累计 50万元"), 1),
        ("先到先得", (ONCE, "标准：投入 × 10%", "上限：每家企业 累计 50万元", "兑付：分 2年，每年 50%"), 0),
        ("先到先得", (ONCE, "标准：20万元", "名额：每年 2家，按 营收"), 1),
        ("先到先得", (ONCE, "标准：15万元", "名额：每年 2家，按 营收"), 0),
        ("先到先得", (ONCE, "标准：最高 20万元", "名额：每年 2家，按 营收"), 0),
    ],
)
def test_a_pool_is_too_small_for_one_award_or_for_all_its_places(
    tmp_path: Path, excess: str, lines: tuple[str, ...], number: int
) -> None:
    body = POOL.format(excess=excess) + benefit(*lines, "出自：池")
    assert len(found(tmp_path, "pool-too-small", body)) == number


def test_places_that_a_pool_cannot_pay_are_told_with_their_sum(tmp_path: Path) -> None:
    body = POOL.format(excess="先到先得") + benefit(ONCE, "标准：20万元", "名额：每年 2家，按 营收", "出自：池")
    (one,) = found(tmp_path, "pool-too-small", body)
    assert one.message("zh") == "“池”只有 30万元，“奖”的 2家 名额全给，至少要 40万元"
    assert one.message("en") == "“池” holds 30万元: the 2家 places of “奖” take at least CNY 400,000"


def test_how_long_a_pool_lasts_goes_by_its_greatest_award(tmp_path: Path) -> None:
    small = benefit(ONCE, "标准：1万元", "出自：池", name="小奖")
    body = POOL.format(excess="先到先得") + small + benefit(ONCE, "标准：8万元", "出自：池")
    (one,) = found(tmp_path, "pool-lasts", body)
    assert one.message("zh") == "“池”的 30万元 够“奖”足额付 3 份，每份 8万元"


def test_an_inner_pool_is_held_against_the_outer_one_over_the_same_time(tmp_path: Path) -> None:
    outer = "  资金池 大池：每年 100万元\n    超出：递延\n"
    inner = "  资金池 {name}：{period} {sum}万元\n    超出：递延\n    出自：{source}\n"
    two = [inner.format(name=name, period="每年", sum=60, source="大池") for name in ("甲池", "乙池")]
    (one,) = found(tmp_path, "pools-exceed-parent", outer + "".join(two))
    assert one.message("zh") == "“大池”只有 100万元，“甲池、乙池”一共要 120万元"
    total = inner.format(name="甲池", period="累计", sum=300, source="大池")
    assert found(tmp_path, "pools-exceed-parent", outer + total) == []
    presumed = inner.format(name="甲池", period="每年", sum=300, source="未写，暂按 大池")
    assert found(tmp_path, "pools-exceed-parent", outer + presumed) == []


@pytest.mark.parametrize(
    ("lines", "number"),
    [
        ((ONCE, "标准：待定 资金"), 1),
        (("原文：“对高新企业给予补助”", ONCE, "标准：待定 资金"), 1),
        (("原文：“按省级有关规定享受补助”", ONCE, "标准：待定 资金"), 0),
        ((ONCE, "标准：待定 服务"), 0),
        ((ONCE, "标准：最高 5万元"), 0),
    ],
)
def test_money_without_a_figure_or_a_rule_is_undetermined(tmp_path: Path, lines: tuple[str, ...], number: int) -> None:
    assert len(found(tmp_path, "undetermined-amount", benefit(*lines))) == number


@pytest.mark.parametrize(
    ("lines", "number"),
    [
        ((EACH, "标准：20万元", "上限：每家企业 累计 50万元"), 1),
        ((EACH, "标准：25万元", "上限：每家企业 累计 50万元"), 0),
        ((EACH, "标准：投资额 × 10%", "上限：每家企业 累计 50万元"), 0),
        (("享受：每家企业 一次", "标准：20万元", "上限：每家企业 累计 50万元"), 0),
        (("享受：每家企业 每年", "标准：20万元", "上限：每家企业 累计 50万元"), 1),
        ((EACH, "标准：20万元", "次数：每家企业 每年 2次，就高", "上限：每家企业 每年 50万元"), 0),
    ],
)
def test_a_cap_over_several_awards_is_divided_by_one(tmp_path: Path, lines: tuple[str, ...], number: int) -> None:
    body = benefit(*lines, subject="项目")
    assert len(found(tmp_path, "cap-not-multiple", body)) == number


@pytest.mark.parametrize(
    ("lines", "number"),
    [
        (("条件：认定", "标准：5万元"), 1),
        (("享受：未写", "条件：认定", "标准：5万元"), 1),
        (("享受：每家企业", "条件：认定", "标准：5万元"), 1),
        (("享受：每家企业", "标准：投入 × 5%", "上限：每家企业 每次 5万元"), 0),
        (("享受：每家企业", "条件：认定", "标准：5万元", "上限：每家企业 累计 5万元"), 0),
        (("享受：每家企业", "条件：认定", "标准：5万元", "次数：每家企业 1次"), 0),
        (("享受：每家企业 每年", "条件：认定", "标准：5万元"), 0),
        (("享受：未写，暂按 每家企业 一次", "条件：认定", "标准：5万元"), 0),
        (("原文：“给予5万元一次性奖励”", "享受：每家企业 每年", "条件：认定", "标准：5万元"), 1),
        (("原文：“给予5万元一次性奖励”", "享受：每家企业 一次", "条件：认定", "标准：5万元"), 0),
    ],
)
def test_a_fixed_sum_says_how_often(tmp_path: Path, lines: tuple[str, ...], number: int) -> None:
    assert len(found(tmp_path, "once-missing", benefit(*lines))) == number


@pytest.mark.parametrize(
    ("lines", "number"),
    [
        ((YEARLY, "条件：投入 达到 1000万元", "标准：投入 × 20%", "上限：每家企业 每年 100万元"), 1),
        ((YEARLY, "条件：投入 达到 1000万元", "标准：投入 × 最高 20%", "上限：每家企业 累计 100万元"), 1),
        # at the threshold it is met exactly
        ((YEARLY, "条件：投入 达到 1000万元", "标准：投入 × 10%", "上限：每家企业 每年 100万元"), 0),
        ((YEARLY, "条件：营收 达到 1亿元", "标准：投入 × 20%", "上限：每家企业 每年 100万元"), 0),
        ((YEARLY, "标准：投入 × 20%", "上限：每家企业 每年 100万元"), 0),
        # a figure above its cap is for tier-above-cap
        ((YEARLY, "条件：认定", "标准：200万元", "上限：每家企业 每年 100万元"), 0),
        # nobody is eligible
        ((YEARLY, "条件：认定 且 非 认定", "标准：投入 × 20%", "上限：每家企业 每年 100万元"), 0),
    ],
)
def test_a_cap_that_leaves_no_case_uncut_always_binds(tmp_path: Path, lines: tuple[str, ...], number: int) -> None:
    assert len(found(tmp_path, "cap-always-binds", benefit(*lines), "tier-above-cap")) == number


def test_a_cap_that_always_binds_is_shown_at_the_least_that_is_paid(tmp_path: Path) -> None:
    lines = ("领取人：企业", EACH, "条件：投资额 达到 1000万元", "标准：投资额 × 20%", "上限：每家企业 累计 100万元")
    (one,) = found(tmp_path, "cap-always-binds", benefit(*lines, subject="项目", payee="项目"))
    assert one.witness is not None
    assert dict(one.witness.facts)["投资额"].zh == "1000万元"


@pytest.mark.parametrize(
    ("lines", "number"),
    [
        (("标准：投入 × 30%", "保底：1万元"), 1),
        (("标准：投入 × 120%",), 1),
        (("标准：投入 × 10% + 5万元",), 1),
        (("标准：投入 × 60% + 投入 × 50%",), 1),
        (("条件：投入 达到 1万元", "标准：投入 × 30%", "保底：1万元"), 0),
        (("标准：投入 × 30%", "保底：较小（1万元，投入）"), 0),
        (("标准：投入 × 60% + 营收 × 50%",), 0),
        (("标准：投入 × 100%",), 0),
        (("标准：较小（投入 × 150%，投入）",), 0),
        (("标准：5万元",), 0),
    ],
)
def test_an_award_above_the_cost_it_is_a_share_of(tmp_path: Path, lines: tuple[str, ...], number: int) -> None:
    assert len(found(tmp_path, "award-exceeds-base", benefit(YEARLY, *lines))) == number


def test_an_award_that_exceeds_its_base_under_a_reading_only_names_the_reading(tmp_path: Path) -> None:
    lines = (
        "标准：投入 × 30%",
        "疑义 一万元 “不低于1万元”",
        "  读法 不到不给",
        "    不足不发：1万元",
        "  读法 不到给足",
    )
    (one,) = found(tmp_path, "award-exceeds-base", benefit(YEARLY, *lines, "    保底：1万元"))
    assert one.place.span.text == "保底：1万元"
    assert one.notes[0].zh == "“一万元”读作“不到给足”时"


@pytest.mark.parametrize(
    ("rows", "number"),
    [
        (("达到 100万元 | 营收 × 10% |", "达到 500万元 | 30万元 |"), 1),
        (("100万元以上不满500万元 | 营收 × 10% |", "达到 500万元 | 30万元 |"), 1),
        (("达到 100万元 | 营收 × 6% |", "达到 500万元 | 30万元 |"), 0),
        # another fact pays below the threshold
        (("达到 100万元 | 投入 × 10% |", "达到 500万元 | 3万元 |"), 1),
        # nothing lies just under the upper tier
        (("100万元以上不满400万元 | 营收 × 10% |", "达到 500万元 | 30万元 |"), 0),
        # two figures are for tier-falls
        (("达到 100万元 | 30万元 |", "达到 500万元 | 20万元 |"), 0),
        # less than one 元
        (("达到 100万元 | 营收 × 10% |", "达到 500万元 | 499999.9元 |"), 0),
    ],
)
def test_a_threshold_past_which_less_is_paid(tmp_path: Path, rows: tuple[str, str], number: int) -> None:
    body = benefit(YEARLY, "分档：营收，取高档", *(f"  | {row}" for row in rows))
    assert len(found(tmp_path, "cliff", body)) == number


def test_a_cliff_shows_both_sides_of_the_threshold(tmp_path: Path) -> None:
    body = benefit(YEARLY, "分档：营收，取高档", "  | 达到 100万元 | 营收 × 10% |", "  | 达到 500万元 | 30万元 |")
    (one,) = found(tmp_path, "cliff", body)
    assert one.message("zh") == (
        "“奖”过了第2档的门槛反而少拿：营收 499.999999万元 给 49.9999999万元，500万元 只给 30万元"
    )
    assert one.witness is not None
    assert [result.zh for _, result in one.witness.outcome] == ["49.9999999万元", "30万元"]


def test_a_level_past_which_less_is_paid_is_named(tmp_path: Path) -> None:
    text = """\
政策 示范措施
对象 企业
  等级：无、省级、国家级
  投入：金额，每年
条 1 支持
  奖补 甲
    支持对象：企业
    享受：每家企业 每年
    分档：等级，取高档
      | 省级   | 投入 × 10% |
      | 国家级 | 50万元     |
"""
    (tmp_path / "policy.pol").write_text(text, encoding="utf-8")
    (one,) = [each for each in findings(load([tmp_path])) if each.rule.name == "cliff"]
    assert "等级 省级 给 " in one.message("zh")
    assert one.message("zh").endswith("，国家级 只给 50万元")


def test_a_cap_that_levels_a_threshold_leaves_no_cliff(tmp_path: Path) -> None:
    rows = ("  | 达到 100万元 | 营收 × 10% |", "  | 达到 500万元 | 30万元 |")
    body = benefit(YEARLY, "分档：营收，取高档", *rows, "上限：每家企业 每年 30万元")
    assert found(tmp_path, "cliff", body) == []


def test_a_floor_above_the_cap_is_not_called_a_cap_that_always_binds(tmp_path: Path) -> None:
    lines = (YEARLY, "条件：投入 达到 10万元", "标准：投入 × 10%", "保底：8万元", "上限：每家企业 每年 5万元")
    assert found(tmp_path, "cap-always-binds", benefit(*lines), "floor-above-cap") == []


def test_the_floor_is_named_where_it_alone_exceeds_the_base(tmp_path: Path) -> None:
    (one,) = found(tmp_path, "award-exceeds-base", benefit(YEARLY, "标准：投入 × 30%", "保底：1万元"))
    assert one.place.span.text == "保底：1万元"
    assert one.message("en") == "“奖” can pay more than the “投入” it is a share of"
    (other,) = found(tmp_path, "award-exceeds-base", benefit(YEARLY, "标准：投入 × 120%", "保底：1万元"))
    assert other.place.span.text == "标准：投入 × 120%"


def test_a_cliff_is_found_where_a_law_keeps_guesses_apart(tmp_path: Path) -> None:
    text = """\
政策 示范措施
对象 企业
  收入：金额，每年
  软件收入：金额，每年
约束：软件收入 不超过 收入
定义 软件占比：软件收入 ÷ 收入
条 1 支持
  奖补 甲
    支持对象：企业
    享受：每家企业 每年
    条件：软件占比 达到 60%
    分档：收入，取高档
      | 达到 1000万元 | 收入 × 15% |
      | 达到 2000万元 | 200万元    |
"""
    (tmp_path / "policy.pol").write_text(text, encoding="utf-8")
    (one,) = [each for each in findings(load([tmp_path])) if each.rule.name == "cliff"]
    assert one.place.span.text.strip("| ").endswith("200万元")
    assert one.witness is not None
    paid = [value.zh for _, value in one.witness.outcome]
    assert paid[1] == "200万元"
