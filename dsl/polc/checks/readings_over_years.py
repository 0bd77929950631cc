"""Two readings of a doubt lived side by side: the same facts year by year, each reading with a ledger of its own.

Guarantee: what is shown is replayed under both readings through the ledger, as a scenario with a column for each is run.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from polc.checks import example_row
from polc.checks.any_year import looks_back, whatever_was_received
from polc.checks.asked import put, shown
from polc.checks.over_years import NAMES, YEARS, Lived, lived_through, more_than, replayed, years_of
from polc.checks.scenario_rows import Row, scenarios
from polc.checks.unrolled import Unrolled
from polc.core.amounts import Amount, differs
from polc.core.beside import beside
from polc.core.nodes import FALSE, Apply, Expression
from polc.core.program import Program, amount_of
from polc.diagnostics import Witness, Words
from polc.model.policy import Doubt
from polc.passes.lower.plan import Lowered, Plan
from polc.readers.smt import Found, Impossible

MATERIAL = (100, 0)
"""In 分: by how much two readings are to differ in what is shown; 1 元, and by anything where they never differ so much."""
_TITLE = "两种读法"


@dataclass(frozen=True, slots=True)
class Side:
    """A part under one reading."""

    lowered: Lowered
    plan: Plan


def results_differ(program: Program, one: str, other: str, by: int = 0) -> Expression:
    """Return that two steps of a program, of which each is what a part comes to, come to other amounts.

    ``by`` is by how much at least, in 分, at either end; 0 is by anything at all.
    """
    steps = {step.binds: step for step in program.steps}
    opens = [isinstance(step.value, Amount) and step.value.open != FALSE for step in (steps[one], steps[other])]
    here, there = amount_of(one, may_be_open=opens[0]), amount_of(other, may_be_open=opens[1])
    if not by:
        return differs(here, there)
    apart = [
        more_than(by, *pair) for ends in ((here.low, there.low), (here.high, there.high)) for pair in (ends, ends[::-1])
    ]
    only_one_open = Apply("not", (Apply("same", (here.open, there.open)),)) if here.open != there.open else FALSE
    return Apply("or", (*apart, only_one_open))


def years_that_differ(
    doubt: Doubt, sides: Sequence[Side], first_years: Program, question: Expression
) -> Witness | None:
    """Return the least years in the last of which a part pays differently under two readings; None where none was found.

    ``question`` asks the same of one year, of the program ``first_years`` of both readings. Looked at are two years,
    and three where a 年限 counts years.
    """
    if not looks_back(first_years.inputs):
        return None
    part = sides[0].plan.part.name
    in_any_year = Apply("and", (question, *whatever_was_received(first_years)))
    if isinstance(put(part, first_years, in_any_year, least=False), Impossible):
        return None
    counted = any(side.lowered.terms(side.plan).years for side in sides)
    for run in _runs((YEARS, YEARS + 1) if counted else (YEARS,)):
        made = [years_of(side.lowered, side.plan, [run]) for side in sides]
        one, other = made
        if one is None or other is None or one.runs != other.runs:
            return None
        lived = _differing(one, other)
        if lived is not None:
            shown(part)
            return _witness(doubt, sides, lived)
    return None


def _runs(lengths: Iterable[int]) -> Iterator[str]:
    """Yield the runs to look at: years that are all alike first, which are the easiest to read."""
    for years in lengths:
        yield NAMES[0] * years
        yield NAMES[:years]


def _differing(one: Unrolled, other: Unrolled) -> list[tuple[Lived, ...]] | None:
    program, called = beside(one.program, other.program)
    ((*_, last),) = one.runs
    results = one.plan.result + last.suffix, called(other.plan.result + last.suffix)
    for by in MATERIAL:
        verdict = lived_through(one.plan, program, results_differ(program, *results, by))
        if isinstance(verdict, Found):  # where none was found, that is said of so many years only and proves nothing
            lived = [replayed(made, made.runs[0], verdict.facts) for made in (one, other)]
            return lived if lived[0][-1].award != lived[1][-1].award else None
    return None


def _witness(doubt: Doubt, sides: Sequence[Side], lived: Sequence[Sequence[Lived]]) -> Witness:
    names = [doubt.chosen(side.lowered.selection).name for side in sides]
    columns = [example_row.column_of(side.lowered, side.plan, also=[doubt.name]) for side in sides]
    rows = [
        Row(one.year, one.facts, dict(zip(columns, (one.cell, other.cell), strict=True)))
        for one, other in zip(*lived, strict=True)
    ]
    outcome = tuple(
        (Words(f"{year.year}年读作“{name}”", f"{year.year}, read as “{name}”"), year.award)
        for each in zip(*lived, strict=True)
        for name, year in zip(names, each, strict=True)
    )
    table = "\n".join(scenarios(sides[0].lowered, [_TITLE], [rows]))
    return Witness((), outcome, table, sides[0].plan.part.name)
