"""A law over the years: years put side by side in one program come to what the ledger makes of them, one by one."""

from typing import Any

from hypothesis import given, settings
from hypothesis import strategies as st

from polc.checks.over_years import years_of
from polc.checks.regions import facts_by_input
from polc.checks.unrolled import THERE, Turn, Unrolled
from polc.core.nodes import TRUE, Reference
from polc.core.program import HIGH, Program, Stage, Step
from polc.diagnostics import Severity
from polc.model.expectations import Table
from polc.passes.pipeline import compile_policy
from polc.readers.evaluate import Case, Interval, run
from polc.runs.fold import Fold, step
from polc.runs.strategies import Written, cases, policies
from polc.runs.tables import RowRun
from polc.runs.telling import ITEM_NAME
from polc.runs.told import Told
from polc.text import Source

BOUNDED = settings(max_examples=min(60, settings.default.max_examples))


@BOUNDED
@given(policies(), st.data())
def test_years_in_one_program_come_to_what_the_ledger_makes_of_them(written: Written, data: st.DataObject) -> None:
    found = compile_policy([Source("policy.pol", written.text)])
    assert not [each for each in found.findings if each.severity is Severity.ERROR], written.text
    lowered = found.lowered()
    for plan in lowered.plans.values():
        made = years_of(lowered, plan, ["一二三"]) if plan.kind in ("benefit", "group") else None
        if made is None:
            continue
        facts = data.draw(cases(made.program.inputs))
        (turns,) = made.runs
        result = Reference(plan.result + HIGH)
        asked = [Step(Stage.SUM, "", f"问{turn.year}", made.said(turn, result), TRUE) for turn in turns]
        outcome = run(Program(made.program.inputs, (*made.program.steps, *asked)), Case(facts))
        fold = Fold(lowered, plan)
        for turn in turns:
            row = RowRun(plan.part, Table("", (), ()), 1, plan.part.span, "")
            step(fold, turn.year, told(made, turn, facts), None, row)
            assert fold.outcome is not None
            expected = fold.outcome.result(plan.result).value
            if not isinstance(expected, Interval):  # it hangs on what nobody told
                break
            assert outcome.result(f"问{turn.year}").value == expected.high, (written.text, plan.part.name, facts)


def told(made: Unrolled, turn: Turn, facts: dict[str, Any]) -> Told:
    """Return what the rows of a year would tell."""
    known = facts_by_input(made.lowered)
    ending = f"·{turn.facts}"

    def own(record: dict[str, Any]) -> dict[str, Any]:
        plain = {name.removesuffix(ending): value for name, value in record.items() if name.endswith(ending)}
        plain |= {name: value for name, value in record.items() if name in made.shared}
        return {name: value for name, value in plain.items() if name in known}

    items = {
        name: [
            {ITEM_NAME: str(place), **own(record)}
            for place, record in enumerate(records)
            if record[f"{THERE}{name}{ending}"]
        ]
        for name, records in facts.items()
        if isinstance(records, list)
    }
    return Told(facts=own(facts), items=items)
