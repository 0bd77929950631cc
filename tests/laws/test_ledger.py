"""Laws over the years: however the facts turn, no cap is passed, no entitlement used twice, and nothing gets lost."""

import re
from collections import defaultdict
from collections.abc import Callable, Mapping
from dataclasses import replace
from fractions import Fraction
from typing import Any

from hypothesis import given, settings
from hypothesis import strategies as st

from polc.core.types import Items
from polc.diagnostics import Severity
from polc.model.expectations import Table
from polc.model.expressions import Kind, Quantity, UpTo
from polc.model.values import Cap
from polc.passes.lower.over_time import gives_back
from polc.passes.lower.plan import Lowered, Plan
from polc.passes.pipeline import compile_policy
from polc.runs.entry import Entry
from polc.runs.fold import Fold, step
from polc.runs.ledger import Ledger
from polc.runs.strategies import Written, cases, policies
from polc.runs.tables import RowRun, Told
from polc.text import Source

BOUNDED = settings(max_examples=min(60, settings.default.max_examples))
YEARS = (2026, 2026, 2027, 2028)
"""Two awards may fall in one year."""


def lowered(written: Written) -> Lowered:
    found = compile_policy([Source("policy.pol", written.text)])
    assert not [each for each in found.findings if each.severity is Severity.ERROR], written.text
    return found.lowered()


def lived(data: st.DataObject, found: Lowered, plan: Plan, facts: list[Told] | None = None) -> Ledger:
    """Return the ledger after some years of drawn facts; ``facts`` are an earlier life's, or to be kept there."""
    fold = Fold(found, plan)
    program = found.slice(plan)
    given_inputs = [one for one in program.inputs if not _computed(one.name)]
    count = data.draw(st.integers(1, 2))
    before = list(facts or ())
    for number, year in enumerate(YEARS):
        told = before[number] if before else Told()
        for one in given_inputs if not before else ():
            if isinstance(one.type, Items):
                fields = [field for field in one.type.fields if not _computed(field.name)]
                told.items[one.name] = [data.draw(cases(fields)) for _ in range(count)]
            else:
                told.facts |= data.draw(cases((one,)))
        if facts is not None and not before:
            facts.append(told)
        table = Table("", (), ())
        step(fold, year, told, None, RowRun(plan.part, table, 1, plan.part.span, ""))
    return fold.ledger


def _computed(name: str) -> bool:
    return "·" in name or name.startswith(("此前", "推定", "选定")) or name in ("日期", "年度")


def sums(entries: list[Entry], key: Callable[[Entry], object]) -> Mapping[object, Fraction]:
    found: dict[object, Fraction] = defaultdict(Fraction)
    for entry in entries:
        found[key(entry)] += entry.granted
    return found


def limit_of(cap: Cap) -> Fraction | None:
    amount = cap.amount.operand if isinstance(cap.amount, UpTo) else cap.amount
    return amount.value * 100 if isinstance(amount, Quantity) and amount.kind is Kind.MONEY else None


@BOUNDED
@given(st.data(), policies(opened=False))
def test_no_cap_is_passed_in_any_year_nor_in_all_of_them(data: st.DataObject, written: Written) -> None:
    found = lowered(written)
    plan = found.plans[data.draw(st.sampled_from([n for n, p in found.plans.items() if p.kind != "requirement"]))]
    ledger = lived(data, found, plan)
    for name, held in found.plans.items():
        entries = [entry for entry in ledger.entries if entry.of == name]
        for line in held.part.terms({}).caps:
            cap = line.value
            limit = limit_of(cap) if isinstance(cap, Cap) else None
            if limit is None or not isinstance(cap, Cap) or (cap.period == "each_time" and _carries(held)):
                continue  # what was carried over is paid together with what is new
            of_item = any(part.text.endswith("项目") for part in cap.keys) and bool(held.items)
            by: dict[str, Callable[[Entry], Any]] = {
                "yearly": lambda entry, item=of_item: (entry.year, entry.item if item else ""),
                "to_date": lambda entry, item=of_item: entry.item if item else "",
                "each_time": id,
            }
            for what, total in sums(entries, by[cap.period]).items():
                assert total <= limit, (name, line.span.text, what, written.text)


@BOUNDED
@given(st.data(), policies(opened=False))
def test_what_may_be_had_once_is_had_once(data: st.DataObject, written: Written) -> None:
    found = lowered(written)
    plan = found.plans[data.draw(st.sampled_from([n for n, p in found.plans.items() if p.kind != "requirement"]))]
    ledger = lived(data, found, plan)
    for benefit in written.benefits:
        entries = [entry for entry in ledger.entries if entry.of == benefit.name and entry.counts]
        per = next((line for line in benefit.lines if line.startswith("享受")), "")
        if benefit.mode == "晋级补差" or "每档" in per or not per.endswith(("一次", "每年")):
            continue
        if "结转" in written.text:  # paid in several years, awarded in one
            continue
        own = (lambda entry: entry.item) if "项目" in per else (lambda _: "")
        seen: set[object] = set()
        awarded: dict[object, set[int]] = defaultdict(set)
        for place, entry in enumerate(entries):
            # the items of one award of the firm are booked one by one
            batch = place if "项目" in per else _batch(entries, place)
            awarded[own(entry), entry.year if per.endswith("每年") else 0].add(batch)
            seen.add(entry.item)
        for key, batches in awarded.items():
            assert len(batches) == 1, (benefit.name, per, key)


def _batch(entries: list[Entry], place: int) -> int:
    """Return which award an entry belongs to: a new one begins where items begin again or the year is another."""
    batch = 0
    for number in range(1, place + 1):
        before, here = entries[number - 1], entries[number]
        batch += here.year != before.year or here.item <= before.item
    return batch


@BOUNDED
@given(st.data(), policies(opened=False))
def test_what_a_group_pays_is_booked_to_its_members_and_nowhere_else(data: st.DataObject, written: Written) -> None:
    found = lowered(written)
    groups = [name for name, plan in found.plans.items() if plan.kind == "group" and name not in _outside(found)]
    if not groups:
        return
    plan = found.plans[data.draw(st.sampled_from(groups))]
    ledger = lived(data, found, plan)
    how = found.terms(plan).how
    back = how is not None and how.value is not None and gives_back(how.value)
    for years in [set(YEARS)] if back else [{year} for year in YEARS]:  # what is given back was of an earlier year
        group = sums([e for e in ledger.entries if e.of == plan.part.name and e.year in years], lambda _: "")
        inside = sums([e for e in ledger.entries if e.of in plan.members and e.year in years], lambda _: "")
        if any(_cut(found, name) for name in plan.members) or _rounds_up(found, plan):
            assert all(inside[key] <= total for key, total in group.items())
        else:
            assert group == inside


@BOUNDED
@given(st.data(), policies(opened=False))
def test_what_was_granted_is_paid_or_stopped_or_taken_back(data: st.DataObject, written: Written) -> None:
    found = lowered(written)
    plan = found.plans[data.draw(st.sampled_from([n for n, p in found.plans.items() if p.kind != "requirement"]))]
    for entry in lived(data, found, plan).entries:
        stopped = sum(stop.money for each in entry.inside for stop in each.stopped)
        assert entry.awarded == entry.all_paid() + stopped, (entry.of, written.text)
        assert entry.granted == entry.awarded - stopped - entry.all_taken(), (entry.of, written.text)
        for year in range(2026, 2032):
            before = sum(entry.paid(each) for each in range(2026, year))
            assert sum(entry.taken_in(each) for each in range(2026, year + 1)) <= before, (entry.of, written.text)


@BOUNDED
@given(st.data(), policies(opened=False))
def test_giving_back_leaves_as_much_as_paying_the_difference(data: st.DataObject, written: Written) -> None:
    back = replace(written, groups=tuple(_read(group, "退回") for group in written.groups))
    difference = replace(written, groups=tuple(_read(group, "补差") for group in written.groups))
    if back.groups == written.groups or any(
        word in written.text for word in ("上限", "次数", "年限", "取整", "停付", "追回")
    ):
        return
    kept = []
    facts: list[Told] = []
    for policy in (back, difference):
        found = lowered(policy)
        plan = found.plans["里层"]
        ledger = lived(data, found, plan, facts)
        kept.append(sum(entry.granted for entry in ledger.entries if entry.of == "里层"))
    assert kept[0] == kept[1], written.text


def _read(group: str, how: str) -> str:
    """Return a group with another word behind 先领低额时."""
    return re.sub("先领低额时 (补差|不补|退回)", f"先领低额时 {how}", group)


def _carries(plan: Plan) -> bool:
    """Return whether a cap of a part carries over what exceeds it."""
    return any(isinstance(line.value, Cap) and line.value.excess == "carry" for line in plan.part.terms({}).caps)


def _rounds_up(found: Lowered, plan: Plan) -> bool:
    """Return whether a group rounds up: what that adds is its own."""
    line = found.terms(plan).rounding
    return line is not None and line.value is not None and line.value.mode != "down"


def _cut(found: Lowered, name: str) -> bool:
    """Return whether caps of the payee cut what the items of a part come to: nobody says which of them bears it."""
    plan = found.plans[name]
    return plan.cut or any(_cut(found, inner) for inner in plan.members)


def _outside(found: Lowered) -> set[str]:
    """Return the groups that have an award of another policy in them."""
    return {name for name, plan in found.plans.items() if any(member not in found.plans for member in plan.members)}
