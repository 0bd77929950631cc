"""A case on the other side of a bound: an asserted case with one figure changed, and what then comes out."""

from __future__ import annotations

from dataclasses import replace

from polc.checks import example_row
from polc.checks.asking import facts_of
from polc.checks.draft import Checked
from polc.checks.put_to_test import Atom, cases
from polc.core.nodes import TRUE, Apply
from polc.core.program import Program, Stage, Step
from polc.diagnostics import Witness, Words
from polc.model.policy import Part
from polc.passes.lower.plan import Lowered, Plan
from polc.readers.evaluate import Case, run
from polc.runs.answer import summed
from polc.runs.computation import result_words
from polc.runs.rehearsal import Rehearsed
from polc.runs.tables import complete
from polc.runs.told import Told

_LAWS = "约束"


def case_beyond(draft: Checked, part: Part, atom: Atom, *, wanted: bool) -> Witness | None:
    """Return a row of a part on the side of a bound that has none (``wanted``: where it holds), right beside the bound.

    None where no row of its own can be changed so, or 约束 forbids it.
    """
    lowered = draft.compiled.lowered()
    plan = lowered.plans[part.name]
    holds, fails = atom.turns
    for case in cases(draft, part):
        told = _changed(case, atom.input, holds if wanted else fails)
        if told is not None and not case.told.received and not case.told.awards:
            return _shown(lowered, plan, case.told, *told)
    return None


def _changed(
    case: Rehearsed, name: str, figure: int
) -> tuple[dict[str, object], dict[str, list[dict[str, object]]]] | None:
    """Return what a case tells with one figure changed, of the payee or of its first item; None where it tells none."""
    if figure < 0:
        return None
    facts, items = dict(case.told.facts), {each: [dict(r) for r in told] for each, told in case.told.items.items()}
    if name in facts:
        facts[name] = figure
        return facts, items
    for records in items.values():
        if records and name in records[0]:
            records[0][name] = figure
            return facts, items
    return None


def _shown(
    lowered: Lowered, plan: Plan, told: Told, facts: dict[str, object], items: dict[str, list[dict[str, object]]]
) -> Witness | None:
    program = lowered.slice(plan)
    filled, _ = complete(lowered, plan, program, replace(told, facts=facts, items=items))
    law = Step(Stage.PROMISE, plan.part.name, _LAWS, Apply("and", (TRUE, *program.laws)), TRUE)
    outcome = run(Program(program.inputs, (*program.steps, law)), Case(filled))  # type: ignore[arg-type]
    if outcome.result(_LAWS).value is not True:
        return None
    shown = list(facts_of(lowered, {**facts, **items}))
    column = example_row.column_of(lowered, plan)
    rows = example_row.rows(shown, {column: example_row.came_out(outcome, plan)})
    sides = ((Words(f"“{plan.part.name}”", f"“{plan.part.name}”"), result_words(summed(outcome, plan))),)
    return Witness(tuple((name, value) for name, value, _ in shown), sides, rows, plan.part.name)
