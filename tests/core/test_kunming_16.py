"""昆明（十六） by hand in the core: step-up, a joint cap, and three readings of 就高 over three years.

The core computes one year of one payee; what happened before comes in as fields of each 集聚区, named
measure·of·key·period, and a ledger of a few lines folds the years. This is what the lowering has to arrive at.
"""

from collections.abc import Callable
from dataclasses import dataclass

import pytest

from polc.core.amounts import NOTHING, Amount, add, both_ends, capped, choose, differs, highest, less, over_items, up_to
from polc.core.nodes import TRUE, ZERO, Apply, Choose, Expression, Literal, Match, Reference
from polc.core.program import Program, Stage, Step, amount_of
from polc.core.types import Input, Items, Level, Quantity
from polc.core.typing import check
from polc.readers.evaluate import Case, Interval, run

万元 = 1_000_000  # 分
亿元 = 10_000 * 万元

LEVELS = ("无", "市级", "省级", "国家级")
RECOGNISED = (("市级", 50 * 万元), ("省级", 100 * 万元), ("国家级", 200 * 万元))
SCALES = ((200 * 亿元, 100 * 万元), (300 * 亿元, 200 * 万元), (500 * 亿元, 400 * 万元))
BENEFITS = ("认定奖", "规模奖")
GROUP = "集聚区奖励"
CLUSTERS = Input(
    "集聚区",
    Items(
        (
            Input("首次认定级别", Level(LEVELS)),
            Input("核心产业营业收入规模", Quantity("分")),
            Input("此前最高·核心产业营业收入规模·集聚区", Quantity("分")),
            *(Input(f"已领·{name}·集聚区·累计", Quantity("分")) for name in (*BENEFITS, GROUP)),
            *(Input(f"档次·{name}·集聚区·累计", Quantity("档", 0, 3)) for name in BENEFITS),
        )
    ),
)


def received(name: str) -> Expression:
    return Reference(f"已领·{name}·集聚区·累计")


def at_least(fact: str, bound: int) -> Expression:
    return Apply("at_most", (Literal(bound), Reference(fact)))


def item_step(stage: Stage, subject: str, value: Amount | Expression, applies: Expression = TRUE) -> Step:
    return Step(stage, subject, f"{subject}/{stage.value}", value, applies, over="集聚区")


def step_up(name: str, tier: Expression, pays: tuple[int, ...], first_time: Expression) -> list[Step]:
    """Return the steps of a benefit that pays for the highest tier reached, once for each, less what was received."""
    rank = Step(Stage.CONDITION, name, f"{name}/档", tier, TRUE, over="集聚区")
    standard = NOTHING
    for number, pay in enumerate(pays, start=1):
        standard = choose(Apply("at_most", (Literal(number), Reference(rank.binds))), up_to(Literal(pay)), standard)
    is_new = Apply("less", (Reference(f"档次·{name}·集聚区·累计"), Reference(rank.binds)))
    once = choose(Apply("and", (is_new, first_time)), amount_of(f"{name}/标准"))
    left = less(amount_of(f"{name}/一次"), received(name))
    return [
        rank,
        item_step(Stage.STANDARD, name, standard),
        item_step(Stage.ONCE, name, once, differs(once, amount_of(f"{name}/标准"))),
        item_step(Stage.STEP_UP, name, left, differs(left, amount_of(f"{name}/一次"))),
        item_step(Stage.ITEM, name, amount_of(f"{name}/补差")),
    ]


def recognition() -> list[Step]:
    cases = tuple((level, Literal(number)) for number, (level, _) in enumerate(RECOGNISED, start=1))
    tier = Match(Reference("首次认定级别"), cases, ZERO)
    return step_up("认定奖", tier, tuple(pay for _, pay in RECOGNISED), TRUE)


def scale() -> list[Step]:
    tier: Expression = ZERO
    first_time: Expression = TRUE
    for number, (bound, _) in enumerate(SCALES, start=1):
        reached = at_least("核心产业营业收入规模", bound)
        tier = Choose(reached, Literal(number), tier)
        earlier = at_least("此前最高·核心产业营业收入规模·集聚区", bound)
        first_time = Choose(reached, Apply("not", (earlier,)), first_time)
    return step_up("规模奖", tier, tuple(pay for _, pay in SCALES), first_time)


def stacked() -> tuple[Amount, dict[str, Expression]]:
    """特别优先: both are paid."""
    return add(*(amount_of(f"{name}/单项") for name in BENEFITS)), {}


def highest_this_year() -> tuple[Amount, dict[str, Expression]]:
    """当年就高: the higher of this year's two."""
    items = {name: amount_of(f"{name}/单项") for name in BENEFITS}
    return highest(*items.values()), {name: amount.high for name, amount in items.items()}


def highest_ever() -> tuple[Amount, dict[str, Expression]]:
    """终身就高, the difference where the lower one came first: max(已领ᵢ + xᵢ) − Σ已领, not below 0."""
    reach = {name: both_ends("add", amount_of(f"{name}/单项"), exactly(received(name))) for name in BENEFITS}
    all_received = Apply("add", tuple(received(name) for name in BENEFITS))
    return less(highest(*reach.values()), all_received), {name: amount.high for name, amount in reach.items()}


def exactly(number: Expression) -> Amount:
    return Amount(number, number)


Reading = Callable[[], tuple[Amount, dict[str, Expression]]]


def kunming_16(reading: Reading) -> Program:
    combined, contenders = reading()
    room = Apply("max", (ZERO, Apply("subtract", (Literal(500 * 万元), received(GROUP)))))
    total = capped(amount_of(f"{GROUP}/合并"), room)
    steps = [
        *recognition(),
        *scale(),
        item_step(Stage.COMBINE, GROUP, combined),
        item_step(Stage.GROUP_CAP, GROUP, total, differs(total, amount_of(f"{GROUP}/合并"))),
    ]
    if contenders:  # whom the ledger credits: the member whose upper end is the highest, the first listed of equals
        best = Apply("max", tuple(contenders.values()))
        winner: Expression = Literal(BENEFITS[-1])
        for name in reversed(BENEFITS):
            winner = Choose(Apply("equal", (contenders[name], best)), Literal(name), winner)
        steps.append(Step(Stage.COMBINE, GROUP, f"{GROUP}/归于", winner, TRUE, over="集聚区"))
    whole = over_items("sum", "集聚区", amount_of(f"{GROUP}/合计上限"))
    return Program((CLUSTERS,), (*steps, Step(Stage.TOTAL, GROUP, "合计", whole, TRUE)))


@dataclass
class Ledger:
    """What one 集聚区 received, the upper end being granted."""

    received: dict[str, int]
    tiers: dict[str, int]
    highest_income: int = 0

    def history(self) -> dict[str, int]:
        return {
            "此前最高·核心产业营业收入规模·集聚区": self.highest_income,
            **{f"已领·{name}·集聚区·累计": self.received[name] for name in BENEFITS},
            f"已领·{GROUP}·集聚区·累计": sum(self.received.values()),
            **{f"档次·{name}·集聚区·累计": self.tiers[name] for name in BENEFITS},
        }


YEARS = (("市级", 150), ("省级", 310), ("国家级", 520))


def three_years(reading: Reading) -> tuple[list[int], int]:
    """Return what each year pays at most, in 万元, and the sum of what was booked."""
    program = kunming_16(reading)
    assert check(program) == []
    ledger = Ledger(dict.fromkeys(BENEFITS, 0), dict.fromkeys(BENEFITS, 0))
    paid: list[int] = []
    for level, income in YEARS:
        facts = {"首次认定级别": level, "核心产业营业收入规模": income * 亿元}
        outcome = run(program, Case({"集聚区": [facts | ledger.history()]}))
        total = outcome.result("合计").value
        assert isinstance(total, Interval)
        assert (total.low, total.open) == (0, False)
        paid.append(int(total.high) // 万元)

        def value(binds: str) -> object:
            return outcome.items(binds)[0].value  # noqa: B023  # called within the year

        left = int(total.high)
        winner = value(f"{GROUP}/归于") if reading is not stacked else None
        for name in BENEFITS:  # stacked: in the order listed, so the last bears the cut of the joint cap
            own = value(f"{name}/单项")
            assert isinstance(own, Interval)
            share = min(left, int(own.high)) if winner is None else (left if winner == name else 0)
            left -= share
            ledger.received[name] += share
            if share:
                tier = value(f"{name}/档")
                assert isinstance(tier, int)
                ledger.tiers[name] = tier
        ledger.highest_income = max(ledger.highest_income, income * 亿元)
    return paid, sum(ledger.received.values()) // 万元


@pytest.mark.parametrize(
    ("reading", "expected", "total"),
    [
        (stacked, [50, 250, 200], 500),
        (highest_this_year, [50, 200, 200], 450),
        (highest_ever, [50, 150, 200], 400),
    ],
)
def test_three_years_of_one_cluster_pay_as_the_table_says(reading: Reading, expected: list[int], total: int) -> None:
    assert three_years(reading) == (expected, total)


def award(**fields: object) -> Interval:
    facts = {
        "首次认定级别": "无",
        "核心产业营业收入规模": 0,
        **Ledger({"认定奖": 0, "规模奖": 0}, {"认定奖": 0, "规模奖": 0}).history(),
    }
    value = run(kunming_16(stacked), Case({"集聚区": [facts | fields]})).result("合计").value
    assert isinstance(value, Interval)
    return value


def test_straight_to_the_national_level_pays_what_all_steps_together_would() -> None:
    assert award(首次认定级别="国家级") == Interval(0, 200 * 万元)
    history = {"已领·认定奖·集聚区·累计": 100 * 万元, "档次·认定奖·集聚区·累计": 2}
    assert award(首次认定级别="国家级", **history) == Interval(0, 100 * 万元)


def test_a_tier_that_was_paid_less_than_in_full_is_not_topped_up_next_year() -> None:
    history = {"已领·认定奖·集聚区·累计": 30 * 万元, "档次·认定奖·集聚区·累计": 1}
    assert award(首次认定级别="市级", **history) == Interval(0, 0)


def test_a_size_reached_in_an_earlier_year_is_not_reached_for_the_first_time() -> None:
    earlier = {"此前最高·核心产业营业收入规模·集聚区": 310 * 亿元}
    assert award(核心产业营业收入规模=320 * 亿元, **earlier) == Interval(0, 0)
    assert award(核心产业营业收入规模=520 * 亿元, **earlier) == Interval(0, 400 * 万元)


def test_two_clusters_of_one_operator_are_capped_each_on_its_own() -> None:
    facts = {"首次认定级别": "国家级", "核心产业营业收入规模": 520 * 亿元}
    empty = Ledger({"认定奖": 0, "规模奖": 0}, {"认定奖": 0, "规模奖": 0}).history()
    outcome = run(kunming_16(stacked), Case({"集聚区": [facts | empty, facts | empty]}))
    assert [each.value for each in outcome.items(f"{GROUP}/合计上限")] == [Interval(0, 500 * 万元)] * 2
    assert all(each.applies for each in outcome.items(f"{GROUP}/合计上限"))
    assert outcome.result("合计").value == Interval(0, 1000 * 万元)
