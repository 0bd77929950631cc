"""Laws over all applicants: however the facts turn, no pool pays more than it holds; an ample one changes nothing."""

from collections.abc import Sequence

from hypothesis import assume, given, settings
from hypothesis import strategies as st

from polc.core.types import Items
from polc.diagnostics import Severity
from polc.model.expectations import Table
from polc.passes.lower.plan import Lowered, Plan
from polc.passes.pipeline import compile_policy
from polc.runs.allotment import Allotment
from polc.runs.entrants import Entrant
from polc.runs.fold import Fold, step
from polc.runs.strategies import Written, cases, policies, pooled
from polc.runs.tables import RowRun, Told
from polc.text import Source

BOUNDED = settings(max_examples=min(40, settings.default.max_examples), deadline=None)
YEARS = (2026, 2027, 2028)
WHO = ("甲方", "乙方", "丙方")
RULES = ("按比例折算", "先到先得", "递延")


def lowered(text: str) -> Lowered:
    found = compile_policy([Source("policy.pol", text)])
    assert not [each for each in found.findings if each.severity is Severity.ERROR], text
    return found.lowered()


def years(data: st.DataObject, found: Lowered, plan: Plan) -> list[list[tuple[str, Told]]]:
    """Return what each applicant tells in each year."""
    inputs = [one for one in found.slice(plan).inputs if not _computed(one.name)]
    made: list[list[tuple[str, Told]]] = []
    for _ in YEARS:
        row: list[tuple[str, Told]] = []
        for name in WHO:
            told = Told()
            for one in inputs:
                if isinstance(one.type, Items):
                    fields = [each for each in one.type.fields if not _computed(each.name)]
                    told.items[one.name] = [data.draw(cases(fields))]
                else:
                    told.facts |= data.draw(cases((one,)))
            row.append((name, told))
        made.append(row)
    return made


def _computed(name: str) -> bool:
    return "·" in name or name.startswith(("此前", "推定", "选定")) or name in ("日期", "年度")


def lived(found: Lowered, plan: Plan, told: Sequence[Sequence[tuple[str, Told]]]) -> Allotment:
    """Return everybody's years, shared out one after the other."""
    allotment = Allotment(found, [plan])
    folds = {name: Fold(found, plan) for name in WHO}
    for name, fold in folds.items():
        allotment.entrants[name] = Entrant(name, fold.ledger)
    for year, row in zip(YEARS, told, strict=True):
        allotment.begin()
        for name, case in row:
            one_year(folds[name], year, case)
            allotment.enter(allotment.entrants[name])
        allotment.allot(year)
    return allotment


def one_year(fold: Fold, year: int, told: Told) -> None:
    step(fold, year, told, None, RowRun(fold.plan.part, Table("", (), ()), 1, fold.plan.part.span, ""))


def part_of(data: st.DataObject, found: Lowered) -> Plan:
    names = [name for name, plan in found.plans.items() if plan.kind != "requirement"]
    return found.plans[data.draw(st.sampled_from(names))]


def cash(allotment: Allotment, year: int) -> dict[str, object]:
    return {name: sum(e.paid(year) for e in who.ledger.entries if e.under is None)
            for name, who in allotment.entrants.items()}  # fmt: skip


def entries(fold: Fold | Entrant) -> list[object]:
    return [(e.of, e.item, e.year, e.granted, e.payments) for e in fold.ledger.entries]


@BOUNDED
@given(st.data(), policies(opened=False), st.sampled_from(RULES), st.integers(0, 60))
def test_no_pool_pays_more_than_it_holds(data: st.DataObject, written: Written, rule: str, size: int) -> None:
    found = lowered(pooled(written, f"每年 {size}元", rule).text)
    plan = part_of(data, found)
    allotment = lived(found, plan, years(data, found, plan))
    for year in (*YEARS, YEARS[-1] + 1):
        benefits = {name for name, each in found.plans.items() if each.kind == "benefit"}
        drawn = sum(
            money for who in allotment.entrants.values() for entry in who.ledger.entries if entry.of in benefits
            for when, money in entry.payments if when == year
        )  # fmt: skip
        if year in YEARS:
            assert drawn <= size * 100, (year, written.text)


@BOUNDED
@given(st.data(), policies(opened=False), st.sampled_from((*RULES, "未写")))
def test_an_ample_pool_leaves_everyone_what_he_would_have_alone(
    data: st.DataObject, written: Written, rule: str
) -> None:
    found = lowered(pooled(written, "每年 1亿元", rule).text)
    plan = part_of(data, found)
    told = years(data, found, plan)
    allotment = lived(found, plan, told)
    for name in WHO:
        alone = Fold(found, plan)
        for year, row in zip(YEARS, told, strict=True):
            one_year(alone, year, dict(row)[name])
        assert entries(alone) == entries(allotment.entrants[name])


@BOUNDED
@given(st.data(), policies(opened=False), st.integers(1, 60), st.permutations(WHO))
def test_pro_rata_pays_the_same_whoever_applies_first(
    data: st.DataObject, written: Written, size: int, order: list[str]
) -> None:
    found = lowered(pooled(written, f"每年 {size}元", "按比例折算").text)
    plan = part_of(data, found)
    told = years(data, found, plan)
    turned = [sorted(row, key=lambda pair: order.index(pair[0])) for row in told]
    here, there = lived(found, plan, told), lived(found, plan, turned)
    for year in YEARS:
        assert cash(here, year) == cash(there, year)


@BOUNDED
@given(st.data(), policies(opened=False), st.integers(1, 60))
def test_who_comes_last_takes_nothing_from_those_before(data: st.DataObject, written: Written, size: int) -> None:
    found = lowered(pooled(written, f"每年 {size}元", "先到先得").text)
    plan = part_of(data, found)
    told = years(data, found, plan)
    assume(told)
    here = lived(found, plan, told[:1] * len(YEARS))
    fewer = lived(found, plan, [row[:-1] for row in told[:1] * len(YEARS)])
    first = YEARS[0]
    for name in WHO[:-1]:
        assert cash(here, first)[name] == cash(fewer, first)[name]
