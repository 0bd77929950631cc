"""Scenarios: the pure function folded over the years, with a ledger between them.

Each reading that a column asks for is folded by itself. 核定 defaults to the upper end of the award, and the report
says so. A row without a 年度 belongs to the year above it (another item); a range of years holds for each; a last row
累计 asserts totals.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace

from polc.diagnostics import Diagnostic, Words
from polc.model.expectations import Table
from polc.model.policy import Part
from polc.passes.pipeline import Compiled
from polc.runs import limits
from polc.runs.applicants import run_applicants
from polc.runs.assumed import Presumption
from polc.runs.fold import Fold, Watch, step
from polc.runs.funds import shares
from polc.runs.judging import Key, Output, judge_totals, judge_year, outputs_of, stamped
from polc.runs.setting import setting
from polc.runs.tables import RowRun, broken_promises, note_of
from polc.runs.told import Told, assumed, find_slots, of_earlier, other_views, tell
from polc.runs.years import Year, applicants_column, granted_of, years_of

ALONE = Presumption("pool", Words("没有别的申请人，名额和资金池都够", "nobody else applies; quotas and pools suffice"))


def run_scenario(compiled: Compiled, part: Part, table: Table, watch: Watch | None = None) -> Iterator[RowRun]:
    """Run a scenario. Yields nothing where the part itself could not be compiled.

    ``watch`` is shown the facts of every year under every reading that is asserted.
    """
    if applicants_column(table) is not None:
        yield from run_applicants(compiled, part, table, watch)
        return
    problems: list[Diagnostic] = []
    base = setting(compiled, table, problems)
    lowered = compiled.lowered(base.selection)
    plan = lowered.plans.get(part.name)
    if plan is None:
        return
    table = limits.settled(lowered, plan, table, problems)
    slots = find_slots(lowered, plan, table, problems, other_views(compiled, part, base.selection))
    before = assumed(lowered, plan, [each for each in base.given if of_earlier(each)], problems)
    given = tuple(each for each in base.given if not of_earlier(each))
    outputs = outputs_of(compiled, table, base.selection, problems)
    folds: dict[Key, Fold] = {}
    for output in outputs:
        other = compiled.lowered(dict(output.key))
        folds.setdefault(output.key, Fold(other, other.plans.get(part.name, plan), before=before, watch=watch))
    for year in years_of(table):
        number, row = year.rows[0]
        span = row.span
        assert span is not None  # noqa: S101 - the parser gives every row its place
        result = RowRun(part, table, number, span, note_of(table, row), problems=list(problems))
        if year.first is None or year.last is None:
            for output in outputs:
                judge_totals([folds[output.key]], output, row, result)
        else:
            told = tell(lowered, plan, table, list(year.rows), given, slots, result.problems)
            if not result.problems:
                _in_years(folds, outputs, table, year, told, result)
                if any(output.column.role == "paid" for output in outputs) and shares(lowered, plan):
                    result.presumed.append(ALONE)
        yield result


def _in_years(
    folds: Mapping[Key, Fold],
    outputs: Sequence[Output],
    table: Table,
    year: Year,
    told: Told,
    result: RowRun,
) -> None:
    assert year.first is not None  # noqa: S101 - the caller has looked
    assert year.last is not None  # noqa: S101
    granted = granted_of(table, year)
    for now in range(year.first, year.last + 1):
        for key, fold in folds.items():
            step(fold, now, told, granted, result)
            for output in outputs:
                if output.key == key:
                    judge_year(fold, now, output, year, told, result)
            if fold.outcome is not None:
                broken = broken_promises(fold.lowered, fold.plan, fold.outcome, fold.facts)
                result.checks.extend(replace(check, why=stamped(now, check.why)) for check in broken)
