"""Questions over the years: what the ledger would hold is told to the next year, and whatever is shown is replayed."""

from __future__ import annotations

import random
from typing import Any

import pytest

from polc.checks import ensure_refuted, floor_above_cap, once_missing, order_matters, split_evades
from polc.checks.draft import Checked
from polc.checks.over_years import years_of
from polc.checks.unrolled import THERE
from polc.core.nodes import TRUE, Reference
from polc.core.program import HIGH, Program, Stage, Step
from polc.core.types import Input, Items, Level, Quantity, Truth
from polc.diagnostics import Diagnostic
from polc.model.expectations import Table
from polc.passes.lower.plan import Plan
from polc.passes.pipeline import Compiled, compile_policy
from polc.readers.evaluate import Case, run
from polc.runs.fold import Fold, step
from polc.runs.reading import table_problems
from polc.runs.scenario import run_scenario
from polc.runs.tables import RowRun
from polc.runs.telling import ITEM_NAME
from polc.runs.told import Told
from polc.text import Source

HEAD = """政策 示范措施
  简称：demo
  施行：自 2026年1月1日
  有效期：至 2029年12月31日
对象 企业
  年度营业收入：金额，每年
  级别：无、省级、国家级
  入库：是否
  获奖：是否
对象 项目
  归属：企业
  投资：金额
  年度投入：金额，每年
  等次：无、三等、二等
条 1 支持
"""
TIERS = """      | 省级   | 3万元 |
      | 国家级 | 5万元 |
"""
CHECKS = (order_matters, split_evades, ensure_refuted)


def compiled_of(text: str, head: str = HEAD) -> Compiled:
    compiled = compile_policy([Source("t.pol", head + text)])
    assert not compiled.findings, compiled.findings
    return compiled


def found(text: str, head: str = HEAD) -> list[Diagnostic]:
    compiled = compiled_of(text, head)
    assert compiled.policy is not None
    draft = Checked(compiled, compiled.policy, None)
    return [each for check in CHECKS for each in check.check(draft)]


def rules(text: str) -> list[str]:
    return [each.rule.name for each in found(text)]


def benefit(name: str, *lines: str) -> str:
    return f"  奖补 {name}\n    支持对象：企业\n" + "".join(f"    {line}\n" for line in lines)


def of_items(*lines: str) -> str:
    return benefit("甲", "领取人：企业", *lines).replace("支持对象：企业", "支持对象：项目")


ONCE = benefit("甲", "享受：每家企业 一次", "分档：级别，查表") + TIERS
SPLIT = (
    benefit("入库奖", "享受：每家企业 一次", "条件：入库", "标准：20万元")
    + benefit("获奖奖", "享受：每家企业 一次", "条件：获奖", "标准：30万元")
    + "  组 两项：入库奖、获奖奖\n    方式：{how}\n"
)
BROKEN = benefit("甲", "享受：每家企业 每年", "条件：入库", "标准：3万元", "应成立：累计 不超过 3万元")


def test_who_takes_the_lower_tier_first_gets_less_in_all() -> None:
    (one,) = found(ONCE)
    assert one.rule.name == "order-matters"
    assert one.message("zh") == "“甲”先拿低的、以后再升，一共少得 2万元：没有写升上去补不补"
    assert (
        one.message("en")
        == "“甲” pays CNY 20,000 less in all where the lower tier comes first: nothing says what rising brings"
    )
    assert one.witness is not None
    assert [(side.zh, result.zh) for side, result in one.witness.outcome] == [
        ("先低后高", "3万元"),
        ("先高后低", "5万元"),
    ]


@pytest.mark.parametrize(
    "lines",
    [
        ("分档：级别，晋级补差",),
        ("享受：每家企业 每档 一次", "分档：级别，取高档"),
        ("享受：每家企业 每年", "分档：级别，查表"),
    ],
)
def test_an_order_that_makes_no_difference_is_not_reported(lines: tuple[str, ...]) -> None:
    assert not rules(benefit("甲", *lines) + TIERS)


def test_what_an_item_is_does_not_change_from_year_to_year() -> None:
    text = of_items("享受：每个项目 一次", "分档：{fact}，查表")
    levels = "      | 三等 | 3万元 |\n      | 二等 | 5万元 |\n"
    assert not rules(text.format(fact="等次") + levels)
    figures = "      | 不满 10万元 | 3万元 |\n      | 其他        | 5万元 |\n"
    assert rules(text.format(fact="年度投入") + figures) == ["order-matters"]


def test_what_is_not_followed_into_the_ledger_is_not_asked_about() -> None:
    assert not rules(benefit("甲", "享受：每家企业 一次", "停付：获奖", "分档：级别，查表") + TIERS)


def test_a_policy_of_one_year_has_no_second_one() -> None:
    text = (HEAD + ONCE).replace("至 2029年12月31日", "至 2026年12月31日")
    compiled = compile_policy([Source("t.pol", text)])
    assert compiled.policy is not None
    assert not list(order_matters.check(Checked(compiled, compiled.policy, None)))


def test_two_years_evade_what_binds_one() -> None:
    (one,) = found(SPLIT.format(how="就高，期间 当年"))
    assert one.rule.name == "split-evades"
    assert one.message("zh") == "“两项”只管同一年：“入库奖”和“获奖奖”分两年申报，就多得 20万元"
    assert (
        one.message("en")
        == "“两项” binds one year only: “入库奖” and “获奖奖” applied for in two years pay CNY 200,000 more"
    )
    assert one.witness is not None
    assert [(side.zh, result.zh) for side, result in one.witness.outcome] == [
        ("分两年申报", "50万元"),
        ("同一年申报", "30万元"),
    ]


@pytest.mark.parametrize("how", ["就高，期间 终身，先领低额时 补差", "就高，期间 终身，先领低额时 不补", "叠加"])
def test_what_binds_all_years_is_not_evaded(how: str) -> None:
    assert "split-evades" not in rules(SPLIT.format(how=how))


def test_what_is_had_every_year_cannot_be_put_off() -> None:
    text = SPLIT.replace("一次", "每年")
    assert not rules(text.format(how="就高，期间 当年"))


def test_a_doubt_that_asks_the_same_is_named() -> None:
    doubt = "    疑义 管几年 “就高”\n      读法 当年\n      读法 终身\n        方式：就高，期间 终身，先领低额时 补差\n"
    (one,) = found(SPLIT.format(how="就高，期间 当年") + doubt)
    assert [note.zh for note in one.notes] == ["疑义“管几年”已经记着这件事"]


def test_a_promise_that_a_second_year_breaks_is_shown_by_years() -> None:
    (one,) = found(BROKEN)
    assert one.rule.name == "ensure-refuted"
    assert one.witness is not None
    assert [side.zh for side, _ in one.witness.outcome] == ["2026年", "2027年"]


def test_a_promise_that_a_third_year_breaks_is_found_where_years_are_counted() -> None:
    lines = ("年限：每家企业 3年", "应成立：累计 不超过 8万元")
    text = benefit("甲", "享受：每家企业 每年", "条件：入库", "标准：3万元", *lines)
    (one,) = found(text)
    assert one.witness is not None
    assert len(one.witness.outcome) == 3
    assert not rules(text.replace("8万元", "9万元"))


@pytest.mark.parametrize("text", [ONCE, SPLIT.format(how="就高，期间 当年"), BROKEN])
def test_the_scenarios_can_be_pasted_and_hold_once_confirmed(text: str) -> None:
    (one,) = found(text)
    assert one.witness is not None
    pasted_in(text, one)


def test_where_the_day_of_the_application_counts_the_scenario_tells_it() -> None:
    text = HEAD.replace("对象 企业", "  适用时点：申报\n对象 企业", 1) + ONCE
    (one,) = found(text, "")
    assert one.witness is not None
    assert "2026年12月31日" in one.witness.table
    pasted_in(text, one, "")


def pasted_in(text: str, one: Diagnostic, head: str = HEAD) -> None:
    assert one.witness is not None
    inside = "".join(f"    {line}\n" for line in one.witness.table.splitlines()).replace("待核 ", "")
    pasted = compiled_of(text.replace("    应成立：累计 不超过 3万元\n", "") + inside, head)
    assert pasted.policy is not None
    part = next(part for part in pasted.policy.parts if part.name == one.witness.part)
    assert part.tables
    for table in part.tables:
        assert not list(table_problems(pasted, part, table))
        for row in run_scenario(pasted, part, table):
            assert row.checks
            assert all(check.passed for check in row.checks), row


# ---- rules of one year that a later year may break ------------------------------------------------
RENEWED = benefit("首年", "享受：每家企业 一次", "条件：入库", "标准：2万元") + benefit(
    "续补", "享受：每家企业 每年", "条件：已领 首年 达到 1万元", "标准：年度营业收入 × 10%", "保底：8万元", "{cap}"
)
TOGETHER = "  组 都给：首年、续补\n    方式：叠加\n"


def of(check: Any, text: str) -> list[Diagnostic]:  # noqa: ANN401 - a module of a check
    compiled = compiled_of(text)
    assert compiled.policy is not None
    return list(check.check(Checked(compiled, compiled.policy, None)))


@pytest.mark.parametrize("cap", ["上限：每家企业 每年 5万元", "上限：每家企业 累计 5万元"])
def test_a_floor_that_only_a_second_year_raises_to_is_held_against_the_cap(cap: str) -> None:
    text = RENEWED.replace("{cap}", cap) + TOGETHER
    (one,) = of(floor_above_cap, text)
    assert one.witness is not None
    assert [(side.zh, result.zh) for side, result in one.witness.outcome] == [("2026年", "2万元"), ("2027年", "5万元")]
    pasted_in(text, one)


@pytest.mark.parametrize("cap", ["上限：每家企业 每年 9万元", "上限：每家企业 累计 9万元"])
def test_a_cap_that_is_used_up_contradicts_no_floor(cap: str) -> None:
    assert not of(floor_above_cap, RENEWED.replace("{cap}", cap) + TOGETHER)
    lines = ("享受：每家企业 每年", "标准：年度营业收入 × 10%", "保底：8万元", cap)
    assert not of(floor_above_cap, benefit("甲", *lines))


def test_a_cap_in_total_below_the_floor_is_no_cap_that_is_used_up() -> None:
    lines = ("享受：每家企业 每年", "标准：年度营业收入 × 10%", "保底：8万元", "上限：每家企业 累计 5万元")
    (one,) = of(floor_above_cap, benefit("甲", *lines))
    assert one.witness is not None
    assert [result.zh for _, result in one.witness.outcome] == ["5万元"]


@pytest.mark.parametrize(
    ("text", "changing"),
    [
        (benefit("甲", "享受：每家企业", "条件：入库", "标准：5万元"), False),
        (benefit("甲", "享受：每家企业", "条件：年度营业收入 超过 此前最高 年度营业收入", "标准：5万元"), True),
        (of_items("享受：每个项目", "条件：投资 达到 100万元", "标准：5万元"), True),
    ],
)
def test_what_nothing_makes_once_is_shown_twice(text: str, changing: bool) -> None:
    (one,) = of(once_missing, text)
    assert one.witness is not None
    assert [(side.zh, result.zh) for side, result in one.witness.outcome] == [("2026年", "5万元"), ("2027年", "5万元")]
    assert ("假定" not in one.witness.table) == changing
    pasted_in(text, one)


def test_one_award_for_each_of_two_items_is_not_twice_the_same() -> None:
    lines = ("享受：每个项目", "条件：投资 达到 100万元 且 已领 不超过 0元", "标准：5万元")
    assert not of(once_missing, of_items(*lines))


def test_what_no_two_years_pay_is_made_once_by_something_else() -> None:
    assert not of(once_missing, benefit("甲", "享受：每家企业", "条件：已领 不超过 0元", "标准：5万元"))


# ---- what is followed into the ledger agrees with the ledger -------------------------------------
FOLLOWED = [
    ONCE,
    benefit("甲", "分档：级别，晋级补差") + TIERS,
    benefit("甲", "享受：每家企业 每档 一次", "分档：级别，取高档") + TIERS,
    benefit("甲", "享受：每家企业 每年", "标准：年度营业收入 × 10%", "上限：每家企业 累计 20万元"),
    benefit("甲", "享受：每家企业 每年", "年限：每家企业 1年", "标准：年度营业收入 × 10%"),
    benefit("甲", "享受：每家企业 每年", "条件：首次 年度营业收入 达到 100万元", "标准：3万元"),
    benefit("甲", "享受：每家企业 每年", "条件：此前最高 年度营业收入 达到 100万元", "标准：3万元"),
    benefit("甲", "享受：每家企业 每年", "条件：此前最高 级别 达到 省级", "标准：3万元"),
    SPLIT.format(how="就高，期间 终身，先领低额时 补差"),
    SPLIT.format(how="就高，期间 终身，先领低额时 不补"),
    SPLIT.format(how="择一，期间 终身"),
    SPLIT.format(how="叠加\n    上限：每家企业 累计 40万元"),
    of_items("享受：每个项目 一次", "标准：投资 × 10%", "上限：每家企业 累计 30万元"),
    of_items("享受：每家企业 每年", "标准：投资 × 10%", "上限：每家企业 累计 30万元"),
    of_items("享受：每个项目 每年", "年限：每个项目 2年", "标准：年度投入 × 10%"),
    of_items("分档：等次，晋级补差", "  | 三等 | 3万元 |", "  | 二等 | 5万元 |"),
]


@pytest.mark.parametrize("text", FOLLOWED)
@pytest.mark.parametrize("seed", range(12))
def test_years_in_one_program_come_to_what_the_ledger_makes_of_them(text: str, seed: int) -> None:
    lowered = compiled_of(text).lowered()
    plan = list(lowered.plans.values())[-1]
    made = years_of(lowered, plan, ["一二三"])
    assert made is not None
    chance = random.Random(seed)  # noqa: S311 - examples, no secrets
    facts = {given.name: _some(given, chance) for given in made.program.inputs}
    (turns,) = made.runs
    result = Reference(plan.result + HIGH)
    asked = [Step(Stage.SUM, "", f"问{turn.year}", made.said(turn, result), TRUE) for turn in turns]
    program = Program(made.program.inputs, (*made.program.steps, *asked))
    outcome = run(program, Case(facts))
    fold = Fold(lowered, plan)
    for turn in turns:
        step(fold, turn.year, _told(facts, turn.facts, made.shared), None, _row(plan))
        assert fold.outcome is not None
        expected = fold.outcome.result(plan.result).value
        assert outcome.result(f"问{turn.year}").value == expected.high  # type: ignore[union-attr]


def _row(plan: Plan) -> RowRun:
    return RowRun(plan.part, Table("", (), ()), 0, plan.part.span, "")


def _some(given: Input, chance: random.Random) -> Any:  # noqa: ANN401 - a value of a case
    match given.type:
        case Items(fields=fields):
            return [{field.name: _some(field, chance) for field in fields} for _ in range(chance.randint(0, 2))]
        case Truth():
            return chance.random() < 0.5
        case Level(names=names):
            return chance.choice(names)
        case Quantity():
            return chance.choice([0, 50_0000, 100_0000, 5_0000_0000, 100_0000_00, 300_0000_00])


def _told(facts: dict[str, Any], name: str, shared: frozenset[str]) -> Told:
    def own(record: dict[str, Any]) -> dict[str, Any]:
        plain = {key.removesuffix(f"·{name}"): value for key, value in record.items() if key.endswith(f"·{name}")}
        plain |= {key: value for key, value in record.items() if key in shared}
        return {key: value for key, value in plain.items() if not key.startswith(THERE)}

    told = Told(facts=own(facts))
    for key, records in facts.items():
        if isinstance(records, list):
            told.items[key] = [
                {ITEM_NAME: str(place), **own(record)}
                for place, record in enumerate(records)
                if record[f"{THERE}{key}·{name}"]
            ]
    return told
